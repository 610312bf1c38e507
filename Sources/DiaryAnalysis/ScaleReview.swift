// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Finds symptoms whose scale changes within the diary, said or unsaid.
struct ScaleReview: Sendable {
  /// The fewest values on either side of an unsaid change.
  static let fewestValues = 8
  /// By how much the medians of both sides must differ.
  static let ratio = 5.0

  let frame: DiaryFrame

  /// The symptoms with a change: fair where both scales are named, poor where they are not.
  var part: DataQuality.Part? {
    var lists: [String: [Int]] = [:]
    for index in frame.places.symptoms where frame.entries[index].value != nil {
      lists[Words.normal(frame.entries[index].name), default: []].append(index)
    }
    for name in lists.keys.filter(SymptomAbsence.isName) {
      let own = lists[name]?.filter { !SymptomAbsence.isSaid(by: frame.entries[$0]) } ?? []
      lists[name] = own.isEmpty ? nil : own
    }
    guard !lists.isEmpty else { return nil }
    var rows: [Int] = []
    var (named, silent) = (0, 0)
    for name in lists.keys.sorted() {
      let entries = lists[name] ?? []
      let changes = Self.changes(entries.map { frame.entries[$0].unit })
      if !changes.isEmpty {
        named += 1
        rows += changes.map { entries[$0] }
      } else if let place = shift(entries) {
        silent += 1
        rows.append(entries[place])
      }
    }
    let days = Set(rows.compactMap { frame.entries[$0].time.map { frame.axis.day(of: $0.start) } })
    return DataQuality.Part(
      code: "scale-changes", value: Double(named + silent) / Double(lists.count),
      count: named + silent, total: lists.count,
      rating: silent > 0 ? .poor : named > 0 ? .fair : .good,
      stretches: DataQualityReview.stretches(days.sorted()),
      entries: rows.sorted().prefix(DataQualityReview.mostRows).map { frame.reference($0) })
  }

  /// The places at which the scale is another than before.
  private static func changes(_ units: [String?]) -> [Int] {
    units.indices.dropFirst().filter {
      units[$0] != units[$0 - 1]
        && Words.normal(units[$0] ?? "") != Words.normal(units[$0 - 1] ?? "")
    }
  }

  /// Where values without a scale jump to another range and stay there; `nil` where they do not.
  private func shift(_ entries: [Int]) -> Int? {
    let values = entries.compactMap { index -> Double? in
      let entry = frame.entries[index]
      guard entry.unit.flatMap(SymptomSeverity.ends) == nil, let number = entry.value?.number,
        number.isFinite
      else { return nil }
      return number
    }
    return values.count == entries.count ? Self.shift(values) : nil
  }

  /// The place from which on values lie in another range than before; `nil` where there is none.
  ///
  /// Where all values above zero before a place lie on one side of all after it, both sides are parts
  /// of one sorted list, so that their medians are found at once.
  static func shift(_ values: [Double]) -> Int? {
    guard values.count >= 2 * fewestValues else { return nil }
    // The highest and lowest value above zero so far, from either end.
    let low = running(values)
    let high: [Span?] = running(values.reversed()).reversed()
    let sorted = values.filter { $0 > 0 }.sorted()
    var before = values.prefix(fewestValues - 1).count { $0 > 0 }
    for place in fewestValues...(values.count - fewestValues) {
      if values[place - 1] > 0 { before += 1 }
      guard let left = low[place - 1], let right = high[place] else { continue }
      let smaller: Int
      if left.top < right.bottom {
        smaller = before
      } else if right.top < left.bottom {
        smaller = sorted.count - before
      } else {
        continue
      }
      guard let lower = DailyOutcome.quantile(sorted[..<smaller], 0.5),
        let upper = DailyOutcome.quantile(sorted[smaller...], 0.5)
      else { continue }
      if upper >= ratio * lower { return place }
    }
    return nil
  }

  private typealias Span = (top: Double, bottom: Double)

  private static func running(_ values: some Sequence<Double>) -> [Span?] {
    var range: Span?
    return values.map { value in
      if value > 0 { range = (max(range?.top ?? value, value), min(range?.bottom ?? value, value)) }
      return range
    }
  }
}
