// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FileAccess
import FoodKnowledge
import Foundation
import TestSupport
import Testing
import UserFoods

@testable import reintro

@Suite("Pieces of the command line")
struct CommandTests {
  @Test(arguments: ["plain", "quote \" and \\", "tab\tnewline\nnul\0", "ü 🙂 \u{202E}", ""])
  func quotedTextIsJSON(text: String) throws {
    let data = Data("[\(JSONText.quoted(text))]".utf8)
    #expect(try JSONSerialization.jsonObject(with: data) as? [String] == [text])
  }

  @Test func whatWouldNotBeSeenIsWrittenOut() {
    #expect(JSONText.quoted("a\u{202E}b\u{7F}\u{9B}") == "\"a\\u202eb\\u007f\\u009b\"")
    #expect(JSONText.quoted("ü 🙂") == "\"ü 🙂\"")
  }

  @Test func everyCommandHasANameToBeFoundBy() {
    #expect(
      Reintro.commandNames.sorted() == [
        "analyse", "analyze", "batch", "foods", "import", "mapping", "simulate", "validate",
        "worker",
      ])
  }

  @Test(
    "A mistyped option gets the nearest one told",
    arguments: [
      (["analyze", "x.csv", "--lang", "de"], "--language"), (["analyze", "--verson"], "--version"),
      (["--verson"], "--version"), (["validate", "x", "--verboze"], "--verbose"),
      (["batch", "x", "-o", "y", "--job=3"], "--jobs"),
      (["import", "x", "--timezone=UTC"], "--time-zone"),
      (["mapping", "--presets", "x"], "--preset"), (["foods", "--json"], "--jsonl"),
      (["simulate", "--participant", "3"], "--participants"),
      (["analyse", "--jsn", "x"], "--json"),
      (["validate", "x", "--date-ordr", "dmy"], "--date-order"),
    ])
  func options(_ arguments: [String], _ meant: String) throws {
    let told = try #require(OptionNames.misspelt(arguments))
    #expect(told.contains("Did you mean '\(meant)'?"))
  }

  @Test(arguments: [
    ["analyze", "x.csv", "--language", "de", "--json=a.json"], ["validate", "--quiet"],
    ["foods", "--", "--lang"], ["analyze", "--zzzzzz"], [],
  ])
  func optionsThatAreKnownOrLikeNone(_ arguments: [String]) {
    #expect(OptionNames.misspelt(arguments) == nil)
  }

  @Test func severalParticipantsAreTold() {
    func diary(_ name: String?, _ files: String...) -> Diary {
      Diary(
        participant: name, entries: [],
        inputs: files.map {
          InputSummary(name: $0, sha256: "", format: "x", rows: 1, rowsUnread: 0)
        })
    }
    let two = [diary("p1", "a.csv", "s.csv"), diary("p2", "b.csv")]
    let found = Participants.finding(two, inputs: ["mix"])
    #expect(found?.severity == .warning && found?.file == "mix")
    #expect(found?.summary == "Here are 2 participants: p1 (a.csv, s.csv), p2 (b.csv).")
    #expect(found?.remedy.contains("reintro batch") == true)
    let one = Participants.finding([diary("p1", "a.csv"), diary(nil, "a.csv")], inputs: ["a.csv"])
    #expect(one?.severity == .note && one?.summary.contains("no name (a.csv)") == true)
    #expect(Participants.finding([diary("p1", "a.csv", "b.csv")], inputs: ["x"]) == nil)
    let many = Participants.list((1...9).map { diary("p\($0)", "a.csv") })
    #expect(many.hasSuffix("p5 (a.csv), …"))
  }

  @Test func standardOutputIsNoFile() {
    #expect(throws: (any Error).self) { try OutputGuard.refuse("-", nil, overwriting: []) }
    #expect(throws: (any Error).self) { try OutputGuard.refuse("a", "-", overwriting: []) }
  }

  @Test func theReportGoesBesideTheFirstInput() throws {
    let folder = try #require(FileSystem.resolved(try Fixtures.temporaryFolder()))
    try FileSystem.write([], to: folder + "/my.diary.csv")
    #expect(
      Analyze.reportPath(besides: folder + "/my.diary.csv") == folder + "/my.diary.report.html")
    try FileSystem.makeFolder(folder + "/exports")
    #expect(Analyze.reportPath(besides: folder + "/exports") == folder + "/exports.report.html")
    #expect(Analyze.reportPath(besides: folder + "/exports/") == folder + "/exports.report.html")
    #expect(Analyze.reportPath(besides: "diary.csv") == "diary.report.html")
  }

  @Test func importTellsColumnsFromRowsThatCouldNotBeRead() throws {
    let row = UnreadRow(
      kind: .note, note: "lips swollen", reason: "csv-unknown-column",
      origin: Origin(input: 0, line: 2))
    var diary = Diary(participant: nil, entries: [], inputs: [])
    let notice = { (diary: Diary, count: Int) in
      ImportCommand.notice(of: [diary], rowsUnread: count, in: "out.csv")
    }
    #expect(notice(diary, 0) == nil)
    diary.unreadable = [row]
    let words = try #require(notice(diary, 0))
    #expect(words.id == "words-kept")
    #expect(!words.summary.contains("could not be read"))
    let rows = try #require(notice(diary, 2))
    #expect(rows.id == "rows-not-read")
    #expect(rows.summary.contains("2 rows could not be read"))
  }

  @Test func noMappingIsWrittenOverAnother() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write([], to: folder + "/mine.yaml")
    #expect(throws: (any Error).self) {
      try OutputGuard.refuse(existing: folder + "/mine.yaml")
    }
    #expect(throws: (any Error).self) { try OutputGuard.refuse(existing: folder) }
    try OutputGuard.refuse(existing: folder + "/new.yaml")
  }

  @Test func noOutputOverwritesAnInput() throws {
    let folder = try Fixtures.temporaryFolder()
    let input = folder + "/in.csv"
    try FileSystem.write([], to: input)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.csv", withDestinationPath: input)
    try FileManager.default.linkItem(atPath: input, toPath: folder + "/hard.csv")
    for output in [input, folder + "/./in.csv", folder + "/link.csv", folder + "/hard.csv", folder]
    {
      #expect(throws: (any Error).self) {
        try OutputGuard.refuse(output, nil, overwriting: [input])
      }
    }
    #expect(throws: (any Error).self) {
      try OutputGuard.refuse(input, nil, overwriting: [folder])
    }
    #expect(throws: (any Error).self) {
      try OutputGuard.refuse("x.html", "x.html", overwriting: [input])
    }
    try OutputGuard.refuse(folder + "/new.html", nil, overwriting: [folder, nil])
  }

  @Test func aFullDeviceIsToldFromAGoodOne() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let good = try #require(FileHandle(forWritingAtPath: "/dev/null"))
    #expect(Terminal.write("x\n", to: full.fileDescriptor) == ENOSPC)
    #expect(Terminal.write("x\n", to: good.fileDescriptor) == 0)
  }

  @Test func foodLinesHaveTheContractsShape() throws {
    let classifier = FoodClassifier()
    var reader = FoodGroupReader(classifier)
    var out: [UInt8] = []
    Foods.appendJSON(Array("butter \"xqzvw\"".utf8)[...], &reader, classifier, to: &out)
    let line = String(decoding: out.dropLast(), as: UTF8.self)
    #expect(line.hasPrefix(#"{"text": "butter \"xqzvw\"", "groups": ["dairy"], "possible": ["#))
    #expect(line.hasSuffix(#"], "unknown": ["xqzvw"]}"#))
  }

  @Test func uncertainFoodsAreAFileForFoods() throws {
    let food = UncertainFood(
      name: "soup: \"x\"", days: 3, unknownWords: ["x"], certain: [.init(rawValue: "dairy")],
      possible: [.init(rawValue: "egg")])
    let yaml = UncertainFoodsText.yaml([food])
    let classifier = try UserFoods.classifier(yaml: yaml, file: "own.yaml")
    #expect(classifier.classify("soup x").certain.isEmpty == false)
    _ = try UserFoods.classifier(yaml: UncertainFoodsText.yaml([]), file: "own.yaml")
  }
}
