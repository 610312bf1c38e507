// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Symptom entries become an outcome in time")
struct OutcomeTests {
  private func frame(_ diary: DiaryBuilder, dayStart: Int = 300) -> DiaryFrame {
    DiaryFrame(diary: diary.diary, axis: TimeAxis(dayStartMinutes: dayStart))
  }

  private func series(_ diary: DiaryBuilder) -> OutcomeSeries {
    let frame = frame(diary)
    return OutcomeSeries(
      table: SymptomTable(frame: frame), symptom: nil, zeroDays: [], axis: frame.axis)
  }

  @Test("An entry at 02:00 belongs to the day before, one at 05:00 to its own")
  func dayStart() {
    let axis = TimeAxis(dayStartMinutes: 300)
    #expect(axis.day(of: DiaryBuilder.time(3, 2)) == DiaryBuilder.start + 2)
    #expect(axis.day(of: DiaryBuilder.time(3, 4.99)) == DiaryBuilder.start + 2)
    #expect(axis.day(of: DiaryBuilder.time(3, 5)) == DiaryBuilder.start + 3)
    #expect(axis.day(of: DiaryBuilder.time(3, nil)) == DiaryBuilder.start + 3)
    #expect(axis.end(of: 2) - axis.begin(of: 2) == 24)
    #expect(axis.begin(of: 2) == 53)
  }

  @Test("A day describes 05:00 to 29:00, a clock the 5 hours before it or less")
  func periods() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "pain", 3)
    diary.symptom(1, 10, "gas", 3)
    diary.symptom(1, 12, "gas", 5)
    diary.symptom(1, 14, "pain", 1)
    let found = series(diary).observations
    let midnight = Double(DiaryBuilder.start) * 24
    #expect(found.map { $0.begin - midnight } == [5, 29, 34, 33])
    #expect(found.map { $0.end - midnight } == [29, 34, 36, 38])
    #expect(found.map(\.value) == [3, 3, 5, 1])
    #expect(found.map(\.daily) == [true, false, false, false])
  }

  @Test("An interval describes itself, an interval of days each of them")
  func intervals() {
    var builder = DiaryBuilder()
    builder.food(0, 8, "rice")
    var diary = builder.diary
    diary.entries.append(
      Entry(
        kind: .symptom,
        time: .interval(DiaryBuilder.time(0, 15), DiaryBuilder.time(0, 18.5)), name: "pain",
        value: .number(4), unit: "0-10", origin: Origin(input: 0, line: 9)))
    diary.entries.append(
      Entry(
        kind: .symptom,
        time: .interval(DiaryBuilder.time(2, nil), DiaryBuilder.time(4, nil)), name: "pain",
        value: .number(6), unit: "0-10", origin: Origin(input: 0, line: 10)))
    let frame = DiaryFrame(diary: diary, axis: TimeAxis(dayStartMinutes: 300))
    let series = OutcomeSeries(
      table: SymptomTable(frame: frame), symptom: nil, zeroDays: [], axis: frame.axis)
    #expect(series.observations.map { $0.end - $0.begin } == [3.5, 24, 24, 24])
    #expect(series.observations.map { $0.day - DiaryBuilder.start } == [0, 2, 3, 4])
    #expect(series.observations.map(\.value) == [4, 6, 6, 6])
  }

  @Test("Entries of one hour are one observation, the worst; hours increase strictly")
  func merging() {
    var diary = DiaryBuilder()
    diary.symptom(0, 10.1, "gas", 3)
    diary.symptom(0, 10.7, "pain", 7)
    diary.symptom(0, 11.2, "pain", 2)
    diary.symptom(0, nil, "cramps", 4)
    diary.symptom(1, 5, "pain", 1)
    let found = series(diary).observations
    #expect(found.map(\.value).sorted() == [1, 2, 4, 7])
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.hour < $1.hour })
    #expect(series(diary).daily[DiaryBuilder.start] == 7)
  }

  @Test("Moods are no symptoms")
  func moods() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "mood", 8)
    diary.symptom(0, nil, "Energy", 8)
    diary.symptom(0, nil, "pain", 2)
    #expect(SymptomTable(frame: frame(diary)).names == ["pain"])
  }

  @Test("Names differ by more than case and blanks")
  func names() {
    var diary = DiaryBuilder()
    for name in ["Abdominal pain", "abdominal  pain", "Abdominal pain", "bloating"] {
      diary.symptom(0, nil, name, 2)
    }
    #expect(SymptomTable(frame: frame(diary)).names == ["Abdominal pain", "bloating"])
  }

  @Test("Attacks only: a day with other entries is a zero; explicit zeros: it is missing")
  func absence() {
    for (lowest, option, expected) in [
      (2.0, nil, "zero"), (0.0, nil, "missing"), (2, .missing, "missing"), (0, .zero, "zero"),
    ] as [(Double, AnalysisOptions.Absence?, String)] {
      var diary = DiaryBuilder()
      for day in 0..<30 where day != 12 {
        diary.food(day, 12, "rice")
        if day % 3 == 0 { diary.symptom(day, 15, "pain", day == 9 ? lowest : 4) }
      }
      let results = diary.results { $0.absence = option }
      #expect(results.outcome.absence == expected)
      #expect(results.has("absence-zero") == (expected == "zero"))
      #expect(results.timeline.days[1].outcome == (expected == "zero" ? 0 : nil))
      #expect(results.timeline.days[12].outcome == nil)
      #expect(!results.timeline.days[12].logged)
      #expect(results.has("missing-days"))
    }
  }

  @Test("A daily rating that never says zero is no log of attacks")
  func ratings() {
    var diary = DiaryBuilder()
    for day in 0..<30 {
      diary.food(day, 12, "rice")
      if day % 10 != 5 { diary.symptom(day, nil, "pain", Double(2 + day % 3)) }
    }
    #expect(diary.results().outcome.absence == "missing")
  }

  @Test("A change of scale within a symptom is said")
  func changedScale() {
    var diary = DiaryBuilder()
    diary.symptom(0, nil, "pain", 2, scale: "0-4")
    diary.symptom(1, nil, "pain", 2, scale: "0-10")
    let results = diary.results()
    #expect(results.has("scale-changed"))
    #expect(results.timeline.days.map(\.outcome) == [5, 2])
  }

  @Test("Where the worst of the symptoms is nearly always at the top, their mean is the outcome")
  func saturated() {
    var diary = DiaryBuilder()
    for day in 0..<20 {
      diary.symptom(day, nil, "fatigue", day == 7 ? 9 : 10)
      diary.symptom(day, nil, "pain", day % 4 == 0 ? 6 : 1)
      diary.symptom(day, nil, "gas", 2)
    }
    let frame = frame(diary)
    let (series, aggregate) = OutcomeSeries.overall(
      table: SymptomTable(frame: frame), zeroDays: [], axis: frame.axis)
    #expect(aggregate == .mean)
    #expect(series.observations.count == 20)
    #expect(abs(series.observations[0].value - 6) < 1e-12)
    #expect(abs(series.observations[1].value - 13.0 / 3) < 1e-12)
    #expect(abs(series.observations[7].value - 4) < 1e-12)
  }

  @Test("Where the worst moves, it stays the outcome; so it does for one symptom alone")
  func moving() {
    var diary = DiaryBuilder()
    for day in 0..<20 {
      diary.symptom(day, nil, "fatigue", Double(day % 5) * 2)
      diary.symptom(day, nil, "pain", 1)
    }
    var alone = DiaryBuilder()
    for day in 0..<20 { alone.symptom(day, nil, "pain", day == 3 ? 4 : 10) }
    for builder in [diary, alone] {
      let frame = frame(builder)
      let (series, aggregate) = OutcomeSeries.overall(
        table: SymptomTable(frame: frame), zeroDays: [], axis: frame.axis)
      #expect(aggregate == .worst)
      #expect(
        series.observations
          == OutcomeSeries(
            table: SymptomTable(frame: frame), symptom: nil, zeroDays: [], axis: frame.axis
          ).observations)
    }
  }
}
