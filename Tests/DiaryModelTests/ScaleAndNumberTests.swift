// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import DiaryModel

@Suite("Scales, numbers and spelling")
struct ScaleAndNumberTests {
  @Test(arguments: [
    ("0-10", 0.0, 10.0), ("0-4", 0, 4), ("1-10", 1, 10), ("-5-5", -5, 5), ("0.5-2.5", 0.5, 2.5),
    ("-3--1", -3, -1),
  ])
  func scalesOfNumbers(_ text: String, _ low: Double, _ high: Double) throws {
    let scale = try #require(SeverityScale(text))
    #expect(scale == .numbers(low, high))
    #expect(scale.contains(.number(low)))
    #expect(scale.contains(.number(high)))
    #expect(!scale.contains(.number(high + 0.001)))
    #expect(!scale.contains(.number(low - 0.001)))
    #expect(!scale.contains(.text("mild")))
  }

  @Test func scalesOfWords() throws {
    let scale = try #require(SeverityScale("mild-severe"))
    let inside = ["none", "mild", "Moderate", "severe"]
    #expect(inside.allSatisfy { scale.contains(.text($0)) })
    #expect(!scale.contains(.text("unbearable")))
    #expect(!scale.contains(.text("awful")))
    #expect(!scale.contains(.number(2)))
    #expect(SeverityScale("none-very severe")?.contains(.text("unbearable")) == true)
    #expect(SeverityScale("none-very-severe") == SeverityScale("none-very severe"))
  }

  @Test(arguments: ["", "-", "10", "10-0", "5-5", "a-b", "severe-mild", "0-inf", "mild", "0–10"])
  func noScales(_ text: String) {
    #expect(SeverityScale(text) == nil)
  }

  @Test(arguments: [
    ("0", NumberText.Reading.number(0)), ("-1.5", .number(-1.5)), ("+2", .number(2)),
    (" 6.5 ", .number(6.5)), (".5", .number(0.5)), ("5.", .number(5)), ("1e3", .number(1000)),
    ("1E-3", .number(0.001)), ("1e999", .notFinite), ("inf", .notFinite), ("-Infinity", .notFinite),
    ("NaN", .notFinite), ("6,5", .comma), ("1,234", .comma), ("1,234,567", .text), ("0x10", .text),
    ("1_000", .text), ("", .text), (".", .text), ("-", .text), ("1e", .text), ("12 g", .text),
    ("5,", .text), ("٣", .text),
  ])
  func numbers(_ text: String, _ reading: NumberText.Reading) {
    #expect(NumberText.read(text) == reading)
  }

  @Test func writtenNumbersReadTheSame() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bits = UInt64.random(in: .min ... .max, using: &generator)
      let number = Double(bitPattern: bits)
      guard number.isFinite else { continue }
      #expect(NumberText.number(NumberText.text(number)) == number)
    }
    #expect(NumberText.text(120) == "120")
    #expect(NumberText.text(-0.0) == "0")
    #expect(NumberText.text(6.5) == "6.5")
  }

  @Test(arguments: [
    ("dairi", "dairy"), ("Lactose", "lactose"), ("glutn", "gluten"), ("tree nut", "tree_nut"),
    ("sulfite", "sulphite"), ("eggs", "egg"), ("fructans", "fructan"),
  ])
  func nearestGroup(_ text: String, _ expected: String) {
    #expect(Spelling.nearest(to: text, among: GroupID.builtIn.map(\.rawValue)) == expected)
  }

  @Test func nothingIsNearToNonsense() {
    #expect(Spelling.nearest(to: "zzzzzz", among: GroupID.builtIn.map(\.rawValue)) == nil)
    #expect(Spelling.nearest(to: "", among: GroupID.builtIn.map(\.rawValue)) == nil)
  }

  // Wagner and Fischer's table done by hand for the textbook pair: kitten, sitting: 3 edits.
  @Test func editDistanceOfTheTextbook() {
    #expect(Spelling.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    #expect(Spelling.distance([], Array("abc".utf8)) == 3)
  }
}
