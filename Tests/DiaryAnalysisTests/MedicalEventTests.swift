// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Medical events split a diary")
struct MedicalEventTests {
  /// Day 0 of the builder.
  private let start = DiaryBuilder.start

  private func events(_ days: Range<Int>, _ write: (inout DiaryBuilder) -> Void) -> MedicalEvents {
    var diary = DiaryBuilder()
    for day in days { diary.symptom(day, nil, "pain", Double(day % 4 + 4) / 2) }
    write(&diary)
    let frame = DiaryFrame(diary: diary.diary, axis: TimeAxis(dayStartMinutes: 300))
    return MedicalEvents(frame: frame, valueDays: days.map { start + $0 })
  }

  @Test("Without one, all days are kept")
  func none() {
    let events = events(0..<30) { $0.context(3, nil, "transplant", 0) }
    #expect(events.events.isEmpty)
    #expect((start..<start + 30).allSatisfy { !events.leavesOut($0) })
  }

  @Test("The time before is kept, if it has ten values")
  func before() {
    let events = events(0..<800) { $0.context(10, nil, "transplant") }
    #expect(events.kept == start..<start + 10)
    #expect(events.reason(start + 9) == nil)
    #expect(events.reason(start + 10) == "after transplant")
    #expect(events.reason(start + 799) == "after transplant")
  }

  @Test("Else the longest time from a year after an event's end")
  func after() {
    let events = events(0..<800) { $0.context(9, nil, "chemotherapy", last: 100) }
    #expect(events.kept == start + 466..<start + 800)
    #expect(events.reason(start) == "before chemotherapy")
    #expect(events.reason(start + 465) == "after chemotherapy")
    #expect(events.reason(start + 466) == nil)
  }

  @Test("Where nothing is left, nothing is kept")
  func nothing() {
    let events = events(0..<200) { diary in
      diary.context(4, nil, "transplant")
      diary.context(30, nil, "immunosuppression", last: 199)
    }
    #expect(events.kept == nil)
    #expect(events.events.count == 1)
    #expect(events.events.first?.entries.count == 2)
    #expect((start..<start + 200).allSatisfy { events.leavesOut($0) })
  }

  @Test("The results look at one stretch only, and say which and why; the gate stays")
  func results() throws {
    var diary = DiaryBuilder()
    diary.context(3, nil, "chemotherapy")
    for day in 0..<460 where day < 5 || day >= 380 {
      diary.food(day, 12, "rice", groups: [])
      if day % 9 < 2 { diary.food(day, 8, "egg", portions: 1, groups: ["egg"]) }
      diary.symptom(day, nil, "pain", Double(day * 7 % 5))
    }
    let results = diary.results()
    let warning = try #require(results.warnings.first { $0.code == "medical-event" })
    #expect(warning.entries == ["diary.csv:2"])
    #expect(warning.text.contains(DiaryBuilder.date(369).description))
    #expect(results.timeline.days.first?.excluded == "before chemotherapy")
    #expect(results.timeline.days.last?.excluded == nil)
    #expect(results.group("egg")?.probability != nil)
    #expect(results.gate("care-team") != nil)
  }
}
