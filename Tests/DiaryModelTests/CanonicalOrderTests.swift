// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DiaryModel

@Suite("Canonical order")
struct CanonicalOrderTests {
  /// Few values of everything, so that many entries agree in most.
  private struct Draw {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func point() -> TimePoint {
      let date = CivilDate(dayNumber: 20_000 + next(2))
      let clock = LocalDateTime(secondsSinceEpoch: date.dayNumber * 86_400 + next(3) * 3600 * 8)
      switch next(3) {
      case 0: return .day(date)
      case 1: return .clock(clock)
      default:
        let offsets = [0, 3600, 7200, 34_200, -3600, -18_000, 5400]
        return .instant(clock, UTCOffset(seconds: offsets[next(offsets.count)]) ?? .utc)
      }
    }

    mutating func entry() -> Entry {
      let kinds: [EntryKind] = [.food, .symptom, .context, .note]
      let values: [EntryValue?] = [nil, .number(1), .number(2), .text("a"), .text("b")]
      let groups: [[GroupID]?] = [
        nil, [], [GroupID(rawValue: "dairy")],
        [GroupID(rawValue: "soy"), GroupID(rawValue: "egg")],
      ]
      return Entry(
        kind: kinds[next(4)], time: next(2) == 0 ? .at(point()) : .interval(point(), point()),
        name: ["", "milk", "Milk", "mi"][next(4)], value: values[next(5)],
        unit: [nil, "g", "ml"][next(3)], groups: groups[next(4)],
        note: [nil, "x"][next(2)], origin: Origin(input: next(2), line: next(50)))
    }
  }

  /// What the order is by its description: texts of times, compared byte by byte.
  private func texts(_ entry: Entry) -> [String] {
    let start = entry.time?.start
    let second = start.map { $0.local?.secondsSinceEpoch ?? $0.date.dayNumber * 86_400 } ?? 0
    return [String(second), entry.time?.description ?? "", entry.kind.rawValue, entry.name]
  }

  @Test(arguments: UInt64(1)...20)
  func isThatOfTheTexts(_ seed: UInt64) {
    var draw = Draw(state: seed)
    let entries = (0..<300).map { _ in draw.entry() }
    let diary = Diary(participant: nil, entries: entries, inputs: [])
    for (one, two) in zip(diary.entries, diary.entries.dropFirst()) {
      let (left, right) = (texts(one), texts(two))
      guard let place = left.indices.first(where: { left[$0] != right[$0] }) else { continue }
      #expect(left[place].utf8.lexicographicallyPrecedes(right[place].utf8))
    }
    let reversed = Diary(participant: nil, entries: entries.reversed(), inputs: [])
    #expect(reversed.entries == diary.entries)
  }
}
