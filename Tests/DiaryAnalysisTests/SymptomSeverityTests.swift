// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Severities come to 0…10")
struct SymptomSeverityTests {
  private func read(
    _ value: EntryValue?, _ unit: String?, _ name: String = "pain", top: Double = 10
  ) -> SymptomSeverity.Reading {
    let entry = Entry(
      kind: .symptom, time: .at(.day(DiaryBuilder.date(0))), name: name, value: value, unit: unit,
      origin: Origin(input: 0, line: 1))
    return SymptomSeverity.read(entry, unitlessTop: top)
  }

  @Test(
    "Numbers are linear on their scale",
    arguments: [
      (6.0, "0-10", 6.0), (2, "0-4", 5), (25, "0-100", 2.5), (3, "1-5", 5), (1, "1-5", 0),
      (5, "1-5", 10), (7, "1-10", 7), (1, "1-10", 1), (50, "%", 5), (4, "0–8", 5),
    ])
  func numbers(value: Double, scale: String, expected: Double) {
    #expect(abs(read(.number(value), scale).value - expected) < 1e-12)
    #expect(read(.number(value), scale).doubt == nil)
  }

  @Test(
    "Words have documented numbers",
    arguments: [
      ("none", 0.0), ("Mild", 2.5), ("MODERATE", 5), ("severe", 7.5), ("very severe", 10),
      ("unbearable", 10), ("stark", 7.5),
    ])
  func words(word: String, expected: Double) {
    #expect(read(.text(word), "mild-severe").value == expected)
    #expect(read(.text(word), "mild-severe").explicitZero == (expected == 0))
  }

  @Test("A symptom without severity is in the middle, and said")
  func unknown() {
    for value: EntryValue? in [nil, .text("present")] {
      #expect(read(value, nil).value == 5)
      #expect(read(value, nil).doubt == .noSeverity)
      #expect(!read(value, nil).explicitZero)
    }
    #expect(read(.text("wobbly"), nil).doubt == .word)
  }

  @Test("Numbers without a scale, and outside one")
  func doubts() {
    #expect(read(.number(4), nil).value == 4)
    #expect(read(.number(40), nil, top: 80).value == 4)
    #expect(read(.number(4), nil).doubt == .noScale)
    #expect(read(.number(12), "0-10").value == 10)
    #expect(read(.number(12), "0-10").doubt == .outside)
  }

  @Test("A stool form is its distance from form 4", arguments: zip(1...7, [3, 2, 1, 0, 1, 2, 3]))
  func bristol(form: Int, distance: Int) {
    let reading = read(.number(Double(form)), "1-7", "Bristol stool form")
    #expect(abs(reading.value - Double(distance) * 10 / 3) < 1e-12)
  }
}
