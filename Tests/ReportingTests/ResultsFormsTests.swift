// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import Markup
import Testing

@testable import Reporting

@Suite("Parts of a results line that are written by forms")
struct ResultsFormsTests {
  /// The yardstick: Foundation's encoder with the same options.
  private func expected(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// What is wrong with the form of a type: members that it declares and the full value lacks, so that
  /// none that is added later is missed, and lines other than the yardstick's.
  private func faults<Value: Encodable>(_ full: Value, _ others: Value...) throws -> [String] {
    let bytes = try JSONEncoder().encode(full)
    let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let declared = Set(Mirror(reflecting: full).children.compactMap(\.label))
    let lines = try ([full] + others).compactMap { value in
      let line = try JSONLine.encode(["x": [value, value]], forms: .results)
      let written = String(decoding: line, as: UTF8.self)
      return try written == expected(["x": [value, value]]) ? nil : written
    }
    return declared.symmetricDifference(object.keys).sorted() + lines
  }

  private let day = CivilDate(dayNumber: 20_000)
  private let next = CivilDate(dayNumber: 20_001)

  @Test("Challenges")
  func challenges() throws {
    #expect(
      try faults(GroupResult.AlignedValue(day: -12, value: 2.5), .init(day: 3, value: -0.25)) == [])
    #expect(
      try faults(
        GroupResult.LedgerItem(
          factor: "a \"b\"", direction: .mayEase, isUsual: true, unit: "h/night", usualValue: 7.25,
          days: [.init(date: day, value: 8), .init(date: next, value: nil)],
          entries: ["a/b.csv:3", "ä:4"]),
        .init(
          factor: "", direction: .either, isUsual: false, unit: nil, usualValue: nil, days: [],
          entries: [])) == [])
    #expect(
      try faults(GroupResult.LedgerItem.Day(date: day, value: 1), .init(date: next, value: nil))
        == [])
    #expect(try faults(GroupResult.DayRange(start: day, end: next)) == [])
    #expect(try faults(GroupResult.Interval(mean: 1, low: -0.5, high: 1e-7, level: 0.95)) == [])
  }

  @Test("Days")
  func days() throws {
    #expect(
      try faults(
        GroupResult.Exposure(
          date: day, portions: 0.5, certain: false, foods: ["x\n"], entries: ["y:1"]),
        .init(date: day, portions: 2, certain: true, foods: [], entries: [])) == [])
    #expect(
      try faults(
        GroupResult.DoseResponse(date: day, dose: 1.5, worst: 3, worstDate: next, isAbove: true))
        == [])
    #expect(try faults(GroupResult.TimingProbability(meanHours: 4, probability: 0.125)) == [])
    #expect(
      try faults(
        Timeline.Day(
          date: day, logged: true, outcome: 3.5,
          symptoms: ["pain": 3.5, "Ärger": 1, "": 0, "bloating/gas": 2, "pa": 1],
          confounders: ["sleep"], excluded: "travel"),
        .init(
          date: next, logged: false, outcome: nil, symptoms: [:], confounders: [], excluded: nil))
        == [])
  }

  @Test("Statements")
  func statements() throws {
    #expect(
      try faults(
        Statement("code", ["b": .number(2), "a": .text("t\"x"), "c": .texts(["u", "v"]), "B": 1]),
        Statement("none")) == [])
  }

  @Test("A number that is not finite is refused")
  func notFinite() {
    #expect(throws: EncodingError.self) {
      try JSONLine.encode([GroupResult.AlignedValue(day: 1, value: .nan)], forms: .results)
    }
  }
}
