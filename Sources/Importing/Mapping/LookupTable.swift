// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A table of another file, or of the same document, for looking things up.
struct LookupTable: Hashable, Sendable {
  /// How far from each other in time rows may be that are joined.
  enum Reach: Hashable, Sendable {
    /// On the same day.
    case day
    /// Within so many seconds, at most a day.
    case seconds(Int)
  }

  private struct TimedRow: Hashable, Sendable {
    var key: String
    var point: TimePoint
    var cells: [String]
  }

  /// The folded names of its columns.
  var columns: [String] = []
  /// Its rows by key; the first of equals.
  private(set) var rows: [String: [String]] = [:]
  private var days: [CivilDate: [TimedRow]] = [:]
  /// How many rows were added.
  private(set) var count = 0

  func text(_ column: String, in row: [String]) -> String? {
    let place = columns.firstIndex(of: column.folded) ?? CSVBinding.column(column, columns)
    return place.flatMap { row.indices.contains($0) ? row[$0] : nil }
  }

  /// Adds a row of a key; the first of equal keys stays.
  mutating func add(_ cells: [String], key: String) {
    count += 1
    if rows[key] == nil && !key.isEmpty { rows[key] = cells }
  }

  /// Adds a row of a key, which may be empty, and a time.
  mutating func add(_ cells: [String], key: String, at point: TimePoint) {
    add(cells, key: key)
    days[point.date, default: []].append(TimedRow(key: key, point: point, cells: cells))
  }

  /// Adds the rows of another file with the same columns.
  mutating func add(_ other: LookupTable) {
    rows.merge(other.rows) { first, _ in first }
    days.merge(other.days) { $0 + $1 }
    count += other.count
  }

  /// The row whose time is nearest, of a key or of any; the first of equals, `nil` where none is
  /// near enough.
  func row(of key: String?, nearest point: TimePoint, within reach: Reach) -> [String]? {
    var best: (distance: Int, cells: [String])?
    for offset in reach == .day ? [0] : [-1, 0, 1] {
      for row in days[point.date.advanced(by: offset)] ?? [] where row.key == key ?? row.key {
        guard let distance = Self.distance(point, row.point), reach.holds(distance),
          distance < best?.distance ?? .max
        else { continue }
        best = (distance, row.cells)
      }
    }
    return best?.cells
  }

  /// Seconds between two times on the same clock; days without a time are near their own day only.
  private static func distance(_ one: TimePoint, _ two: TimePoint) -> Int? {
    guard let first = one.local, let second = two.local else {
      return one.date == two.date ? 0 : nil
    }
    return abs(first.secondsSinceEpoch - second.secondsSinceEpoch)
  }
}

extension LookupTable.Reach {
  fileprivate func holds(_ distance: Int) -> Bool {
    if case .seconds(let most) = self { distance <= most } else { true }
  }
}
