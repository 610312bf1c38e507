// SPDX-License-Identifier: Apache-2.0

import FileAccess
import FoodKnowledge
import Foundation
import TestSupport
import Testing

@testable import Batch

@Suite("Nobody is lost without a word")
struct LeftOutDiariesTests: BatchSuite {
  let top: String

  init() throws { top = try Self.folder() }

  private func put(_ name: String, note: String = "", to folder: String = "in") throws {
    let path = "\(top)/\(folder)/\(name)"
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    var text = "time,kind,name,value\n2026-01-01,food,milk,\n"
    if !note.isEmpty { text += "2026-01-01,symptom,\(note),5\n" }
    try FileSystem.write(Array(text.utf8), to: path)
  }

  @Test(arguments: ["p2/d.csv", "p2/deep/d.csv", "p2/notes.pdf"])
  func aParticipantsFolderIsNoOutput(file: String) async throws {
    try put("p1.csv")
    try put(file)
    let error = await #expect(throws: FileError.self) { _ = try await run("in/p2") }
    #expect(error?.kind == .notWritable)
    #expect(error?.reason.contains("diaries") == true)
    let names = try FileManager.default.subpathsOfDirectory(atPath: input + "/p2")
    #expect(names.allSatisfy { file.hasPrefix("p2/" + $0) })
  }

  @Test func neitherIsOneThatIsTheOnlyOneOrALinkFromThere() async throws {
    try put("p2/d.csv")
    var error = await #expect(throws: FileError.self) { _ = try await run("in/p2") }
    #expect(error?.kind == .notWritable)
    try put("d.csv", to: "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: input + "/p3", withDestinationPath: top + "/elsewhere")
    error = await #expect(throws: FileError.self) { _ = try await run("elsewhere") }
    #expect(error?.kind == .notWritable)
    #expect(try FileSystem.names(inFolder: top + "/elsewhere") == ["d.csv"])
  }

  @Test func anEmptyOrNewFolderInsideIsAnOutputAgainAndAgain() async throws {
    try put("p1.csv")
    try FileSystem.makeFolder(input + "/out/empty")
    try FileSystem.write([], to: input + "/out/.DS_Store")
    for output in ["in/out", "in/new"] {
      for _ in 1...2 {
        let outcome = try await run(output)
        #expect(outcome.participants == 1)
        #expect(outcome.failures == 0)
        #expect(outcome.mixed.isEmpty)
      }
    }
    // Beside the input a folder may hold what it likes.
    try put("mine.csv", to: "beside")
    #expect(try await run("beside").failures == 0)
  }

  @Test(arguments: [
    "d.csv", "D.CSV", "deep/d.xml", "reports/d.zip", "reports/p7/d.csv", "other.tsv",
    "deep/summary.csv",
  ])
  func diariesAmongResultsAreAFailure(file: String) async throws {
    try put("p1.csv")
    _ = try await run("in/p2")
    #expect(try await run("in/p2").failures == 0)
    try put("p2/" + file)
    for output in ["in/p2", "in/p2", "out"] {
      let outcome = try await run(output)
      #expect(outcome.participants == 1)
      #expect(outcome.failures == 1)
      #expect(outcome.mixed.map(\.file) == ["p2"])
      #expect(outcome.leftOut.isEmpty)
      #expect(outcome.failureLines(limit: 5) == ["  p2: diaries-among-results, no participant"])
      let told = try text(output + "/failures.csv")
      #expect(told.contains("p2,,") && told.contains(file))
    }
    FileSystem.remove(input + "/p2/" + file)
    let outcome = try await run("in/p2")
    #expect(outcome.failures == 0)
    #expect(try text("in/p2/failures.csv") == "file,line,reason\n")
  }

  @Test func tablesOfOtherRunsAmongResultsAreNone() async throws {
    try put("p1.csv")
    _ = try await run("in/out")
    _ = try await run("in/out/site2")
    for name in ["plot.png", "log.txt", "reports/own.html", "reports/._own.csv", "my.html"] {
      try FileSystem.write([1], to: input + "/out/" + name)
    }
    let outcome = try await run("in/out")
    #expect(outcome.mixed.isEmpty)
    #expect(outcome.failures == 0)
  }

  @Test func whatIsLeftOutTellsNoNameInTheLog() async throws {
    try put("p1.csv")
    try put("Anna Meier/d.csv")
    try FileSystem.makeFolder(input + "/Anna Meier/.reintro")
    let outcome = try await run("out")
    let unit = try #require(outcome.mixed.first)
    #expect(unit.label.hasPrefix("input-") && unit.file == "Anna Meier")
    let kept = try await run("kept") { $0.names = .kept }
    #expect(kept.mixed.first?.label == "Anna Meier")
    #expect(!(try FileSystem.contents(of: top + "/out/results.sqlite").contains("Anna Meier")))
    #expect(try FileSystem.contents(of: top + "/kept/results.sqlite").contains("Anna Meier"))
  }

  @Test func onlyFoldersWithDiariesAmongResultsAreNamed() async throws {
    try put("p2/d.csv")
    try FileSystem.makeFolder(input + "/p2/.reintro")
    let error = await #expect(throws: FileError.self) { _ = try await run("out") }
    #expect(error?.kind == .notReadable)
    #expect(error?.reason.contains("p2") == true)
  }

  @Test func filesThatGaveNobodyAreListedFirst() async throws {
    try put("p1.csv")
    let rows =
      (10...109).map { "2026-01-\(10 + $0 % 19),food,milk \($0),\n" }.joined()
      + "never,food,egg,\nno,food,egg,\n"
    try FileSystem.append(Array(rows.utf8), to: input + "/p1.csv")
    for number in 3...8 {
      try FileSystem.write(Array("noise\n".utf8), to: input + "/p\(number).csv")
    }
    let outcome = try await run("out")
    #expect(outcome.participants == 1)
    #expect(outcome.unread == 6)
    let lines = outcome.failureLines(limit: 5)
    #expect(lines.count == 6)
    for (line, number) in zip(lines, 3...7) {
      #expect(line.hasPrefix("  p\(number).csv: ") && line.hasSuffix(", no participant"))
    }
    #expect(outcome.failures > 6)
    #expect(lines.last == "  and \(outcome.failures - 5) more in failures.csv")
    let all = outcome.failureLines(limit: 50)
    #expect(all.contains { $0.hasPrefix("  p8.csv: ") })
    #expect(all.contains { $0.hasPrefix("  p1.csv, line ") && !$0.hasSuffix("participant") })
    #expect(!all.contains { $0.contains("more in") })
    let rowsTold = try text("out/failures.csv").split(separator: "\n").count - 1
    #expect(rowsTold == outcome.failures)
  }

  @Test func whereNamesStandIsSaidWhereSomeAreReplaced() async throws {
    try put("p1.csv")
    #expect(try await run("out").hasPseudonyms == false)
    try put("Anna.csv")
    #expect(try await run("out").hasPseudonyms)
    #expect(try await run("kept") { $0.names = .kept }.hasPseudonyms == false)
  }

  @Test func theIndexBeginsWithAnImmediateAllergy() async throws {
    try put("p1.csv")
    try put("p2.csv", note: "blood in stool")
    try put("p3.csv", note: "food got stuck")
    try put("p4.csv", note: "throat swelling")
    try put("p5.csv", note: "blood in stool")
    try put("p6.csv", note: "throat swelling and blood in stool")
    let expected = ["p4", "p6", "p2", "p5", "p3", "p1"]
    for _ in 1...2 {
      #expect(try await run("out").participants == 6)
      let rows = try text("out/index.html").components(separatedBy: "<tr").dropFirst(2)
      #expect(
        rows.map { row in expected.first { row.contains("reports/\($0).html") } ?? "-" }
          == expected)
    }
  }

  @Test func theOrderIsThatOfTheDocumentation() throws {
    let page = String(
      decoding: try FileSystem.contents(of: Fixtures.root + "/docs/analysis.md"), as: UTF8.self)
    let section = try #require(page.components(separatedBy: "\n## 7. ").last)
      .components(separatedBy: "\n## ")[0]
    let gates = section.split(separator: "\n").filter { $0.hasPrefix("| `") }.compactMap {
      $0.split(separator: "`").dropFirst().first.map(String.init)
    }
    #expect(gates.count == 10)
    let urgent = "possible-immediate-allergy"
    #expect(SafetyOrder.gates == [urgent] + gates.filter { $0 != urgent })
    #expect(SafetyOrder.first(of: ["fasting", "red-flags", "new"]) == "red-flags")
    #expect(SafetyOrder.first(of: []).isEmpty)
  }

  @Test func aRecordFromBeforeGatesWereNotedIsReadAndDoneAgain() throws {
    var head = UnitHead(unit: "p1", label: "p1", content: "c", settings: "s")
    head.participants = [
      .init(id: "p1", base: "p1", published: "p1", report: "r", gate: "fasting")
    ]
    let text = head.text(start: 0)
    #expect(UnitHead.decoded(Array(text.utf8)[...]) == head)
    let old = text.replacingOccurrences(of: "\tfasting", with: "")
    #expect(old != text)
    #expect(UnitHead.decoded(Array(old.utf8)[...])?.participants.first?.gate.isEmpty == true)
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    Data(self).range(of: Data(text.utf8)) != nil
  }
}
