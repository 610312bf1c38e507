// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc

/// Finds days that look as if they had been written down in one go.
///
/// Three marks: the same severities day after day, the same clock time day after day, where neither
/// is usual in the rest of the diary; and rows that stand after rows of much later days in a file
/// that is else in the order of time.
struct BackfillSearch: Sendable {
  /// The fewest days of a block.
  static let fewestDays = 5
  /// How many such blocks chance may make in the whole diary for a block to be told.
  static let expectedByChance = 0.001
  /// The days by which a row must lie before a row above it.
  static let lateDays = 3
  /// The share of such rows from which a file is simply not in the order of time.
  static let unorderedShare = 0.3

  let frame: DiaryFrame
  let symptoms: SymptomTable

  typealias Part = DataQuality.Part

  /// Days in a row with the same symptoms at the same severities, not all zero.
  var identicalDays: Part? {
    var days: [Int: [Mark]] = [:]
    for record in symptoms.records {
      days[record.day, default: []].append(Mark(symptom: record.symptom, value: record.value))
    }
    return part("identical-days", days.mapValues(Self.distinct)) { $0.contains { $0.value > 0 } }
  }

  /// Days in a row whose first symptom entry has the same clock time.
  var identicalTimes: Part? {
    var days: [Int: Int] = [:]
    for record in symptoms.records where !record.daily {
      let minute = Int(((record.end - Double(record.day) * 24) * 60).rounded())
      days[record.day] = min(days[record.day] ?? minute, minute)
    }
    return part("identical-times", days) { _ in true }
  }

  private struct Mark: Equatable {
    var symptom: Int
    var value: Double
  }

  /// Marks in order, each once.
  private static func distinct(_ marks: [Mark]) -> [Mark] {
    var distinct: [Mark] = []
    for mark in marks.sorted(by: { ($0.symptom, $0.value) < ($1.symptom, $1.value) })
    where mark != distinct.last {
      distinct.append(mark)
    }
    return distinct
  }

  /// Blocks of days with the same mark that chance does not explain.
  ///
  /// With q the share of neighbouring days outside the block that are the same, a diary of n days has
  /// about n·q^(L−1) blocks of L days by chance.
  private func part<Value: Equatable>(
    _ code: String, _ days: [Int: Value], counts: (Value) -> Bool
  ) -> Part? {
    let sorted = days.keys.sorted()
    guard sorted.count >= 2 * Self.fewestDays else { return nil }
    var blocks: [ClosedRange<Int>] = []
    var (pairs, equal) = (0, 0)
    for day in sorted {
      guard let value = days[day] else { continue }
      let isSame = days[day - 1] == value && counts(value)
      if days[day - 1] != nil { pairs += 1 }
      if isSame { equal += 1 }
      if isSame, let last = blocks.last, last.upperBound == day - 1 {
        blocks[blocks.count - 1] = last.lowerBound...day
      } else {
        blocks.append(day...day)
      }
    }
    let odd = blocks.filter { block in
      guard block.count >= Self.fewestDays else { return false }
      let within = block.count - 1
      guard pairs - within >= Self.fewestDays else { return false }
      let rate = Double(equal - within + 1) / Double(pairs - within + 2)
      return Double(sorted.count) * pow(rate, Double(within)) < Self.expectedByChance
    }
    let count = odd.reduce(0) { $0 + $1.count }
    let value = Double(count) / Double(sorted.count)
    return Part(
      code: code, value: value, count: count, total: sorted.count,
      rating: .init(value, upTo: 0, fair: 0.1), stretches: odd.map(DataQualityReview.stretch))
  }

  /// Rows of one kind in one file, which are told apart.
  private struct Source: Hashable {
    var input: Int
    var isFood: Bool
  }

  /// Rows that were added after those of much later days; `nil` where there are none, or where the
  /// file is not in the order of time.
  var lateEntries: Part? {
    var lists: [Source: [(line: Int, day: Int, entry: Int)]] = [:]
    for index in frame.entries.indices {
      let kind = frame.entries[index].kind
      guard kind == .food || kind == .symptom, let time = frame.entries[index].time else {
        continue
      }
      let origin = frame.entries[index].origin
      lists[Source(input: origin.input, isFood: kind == .food), default: []].append(
        (origin.line, frame.axis.day(of: time.start), index))
    }
    var late: [(day: Int, entry: Int)] = []
    var total = 0
    let foodsFirst = lists.keys.sorted {
      ($0.input, $0.isFood ? 0 : 1) < ($1.input, $1.isFood ? 0 : 1)
    }
    for key in foodsFirst {
      let rows = (lists[key] ?? []).sorted { ($0.line, $0.entry) < ($1.line, $1.entry) }
      total += rows.count
      late += Self.late(rows)
    }
    guard !late.isEmpty else { return nil }
    let days = Set(late.map(\.day)).sorted()
    let value = Double(late.count) / Double(total)
    return Part(
      code: "late-entries", value: value, count: late.count, total: total,
      rating: .init(value, upTo: 0, fair: 0.1), stretches: DataQualityReview.stretches(days),
      entries: late.map(\.entry).sorted().prefix(DataQualityReview.mostRows).map {
        frame.reference($0)
      })
  }

  private static func late(
    _ rows: [(line: Int, day: Int, entry: Int)]
  ) -> [(day: Int, entry: Int)] {
    guard let first = rows.first, let last = rows.last, rows.count >= 2 * fewestDays else {
      return []
    }
    // A file may have its newest entry first.
    let ordered = first.day > last.day ? Array(rows.reversed()) : rows
    var latest = Int.min
    var late: [(day: Int, entry: Int)] = []
    for row in ordered {
      if latest > Int.min, row.day <= latest - lateDays { late.append((row.day, row.entry)) }
      latest = max(latest, row.day)
    }
    return Double(late.count) > unorderedShare * Double(rows.count) ? [] : late
  }
}
