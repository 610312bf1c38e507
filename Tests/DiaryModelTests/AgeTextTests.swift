// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DiaryModel

@Suite("Ages are read as people write them")
struct AgeTextTests {
  @Test(
    "Years in words",
    arguments: [
      ("12 years", 12.0, 12.0), ("12 y", 12, 12), ("12y", 12, 12), ("12 Jahre", 12, 12),
      ("12-year-old", 12, 12), ("12 yo", 12, 12), ("aged 34", 34, 34), ("twelve", 12, 12),
      ("zwölf Jahre", 12, 12), ("12,5", 12.5, 12.5), ("18 months", 1.5, 1.5),
      ("2 years 6 months", 2.5, 2.5), ("30-39", 30, 39), ("30s", 30, 39), ("over 60", 60, 130),
      ("under 18", 0, 18), ("teenager", 13, 17), ("adult", 18, 59),
    ])
  func words(text: String, low: Double, high: Double) throws {
    let age = try #require(AgeText(.text(text)))
    #expect(age == .years(low...high))
  }

  @Test(
    "Years of birth give the ages that they allow",
    arguments: ["birth year 2014", "born 2014", "Jahrgang 2014", "2014", "3 May 2014"])
  func births(text: String) throws {
    let value = Double(text).map(EntryValue.number) ?? .text(text)
    let age = try #require(AgeText(value))
    let day = try #require(CivilDate(iso: "2026-02-01"))
    let range = age.range(from: day, to: day)
    #expect(range.lowerBound > 11 && range.lowerBound < 11.2)
    #expect(range.upperBound > 12 && range.upperBound < 12.2)
  }

  @Test("A day of birth gives one age")
  func day() throws {
    let age = try #require(AgeText(.text("2008-02-10")))
    let first = try #require(CivilDate(iso: "2026-02-01"))
    let range = age.range(from: first, to: first)
    #expect(range.upperBound < 18 && range.lowerBound > 17.9)
  }

  @Test("What is no age is none", arguments: ["old", "12 apples", "200", "", "-5", "1/2/3/4"])
  func none(text: String) {
    #expect(AgeText(NumberText.number(text).map(EntryValue.number) ?? .text(text)) == nil)
  }

  @Test("A unit of its own counts")
  func unit() {
    #expect(AgeText(.number(36), unit: "months") == .years(3...3))
    #expect(AgeText(.number(12), unit: "years") == .years(12...12))
    #expect(AgeText(.number(12), unit: "apples") == nil)
  }
}
