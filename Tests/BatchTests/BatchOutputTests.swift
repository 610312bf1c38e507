// SPDX-License-Identifier: Apache-2.0

import Database
import DiaryModel
import FileAccess
import FoodKnowledge
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Batch
@testable import Reporting

@Suite("Outputs of a batch")
struct BatchOutputTests: BatchSuite {
  let top: String

  init() throws { top = try Self.folder() }

  private func put(_ name: String, participant: String = "", food: String = "egg") throws {
    try FileSystem.makeFolder(FileSystem.folder(of: input + "/" + name))
    var text = "participant,time,kind,name,value,unit,groups\n"
    for day in 1...28 {
      let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
      if day % 7 == 3 { text += "\(participant),\(date),food,\(food),1,portion,egg\n" }
      text += "\(participant),\(date),food,rice,1,portion,none\n"
      text += "\(participant),\(date),symptom,pain,\(day % 7 == 3 ? 7 : day % 3),0-10,\n"
    }
    try FileSystem.write(Array(text.utf8), to: input + "/" + name)
  }

  /// All that may be shared: every file outside `.reintro` but `failures.csv`.
  private func shared(_ output: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for folder in ["", "reports/"] {
      for name in try FileSystem.names(inFolder: top + "/\(output)/\(folder)")
      where FileSystem.kind(of: top + "/\(output)/\(folder)\(name)") == .file {
        files[folder + name] = try FileSystem.contents(of: top + "/\(output)/\(folder)\(name)")
      }
    }
    files["failures.csv"] = nil
    return files
  }

  @Test func tablesHoldWhatTheResultsHold() async throws {
    for number in 1...6 { try put("p0\(number).csv") }
    _ = try await run()
    let database = try Database(reading: top + "/out/results.sqlite")
    func rows(_ sql: String) throws -> Int {
      var statement = try database.prepare(sql)
      var count = 0
      while try statement.step() { count += 1 }
      return count
    }
    #expect(try rows("PRAGMA foreign_key_check") == 0)
    #expect(try rows("SELECT * FROM participants") == 6)
    #expect(try rows("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'") == 0)
    #expect(try rows("SELECT * FROM challenges JOIN groups USING (participant, food_group)") > 0)
    for table in BatchTable.allCases { #expect(try rows(table.insertionOfNothing) == 0) }
    var lines = try text("out/summary.csv").split(separator: "\n").dropFirst().makeIterator()
    var groups = try database.prepare(
      "SELECT participant, food_group, verdict, probability FROM groups ORDER BY 1, 2")
    while try groups.step() {
      let next = lines.next()
      let cells = try #require(next).split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[0...2].map(String.init) == (0...2).map { groups.text($0) })
      #expect(Double(cells[3]) == groups.real(3))
    }
    let last = lines.next()
    #expect(last == nil)
  }

  @Test func noNameIsInWhatMayBeShared() async throws {
    try put("Anna Meier.csv")
    try put("Berta Schulz/tagebuch-berta.csv")
    try put("study.csv", participant: "Clara Wolf")
    try put("p7.csv")
    try FileSystem.write(Array("noise\n".utf8), to: input + "/Dora Klein.csv")
    #expect(try await run().participants == 4)
    for (name, bytes) in try shared("out") {
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      for person in ["anna", "meier", "berta", "schulz", "clara", "wolf", "dora", "klein"] {
        #expect(
          !text.contains(person) && !name.lowercased().contains(person), "\(person) in \(name)")
      }
    }
    #expect(try text("out/failures.csv").contains("Dora Klein.csv"))
    let key = try text("out/.reintro/key.csv")
    #expect(key.contains(",Anna Meier,Anna Meier.csv") && key.contains(",Clara Wolf,study.csv"))
    #expect(try await run("kept") { $0.names = .kept }.participants == 4)
    #expect(try text("kept/index.html").contains("Anna Meier"))
  }

  @Test func noWordOfADiaryIsInTheTableOfFindings() async throws {
    try put("p7.csv")
    let row = ",2026-01-05,mood,of Anna Meier,1,portion,\n,2026-01-05,food,egg,1,Meier,\n"
    try FileSystem.append(Array(row.utf8), to: input + "/p7.csv")
    try FileSystem.append(Array(",Anna’s “Meier” day,food,egg,,,\n".utf8), to: input + "/p7.csv")
    func texts(_ output: String) throws -> [String] {
      let database = try Database(reading: top + "/\(output)/results.sqlite")
      var statement = try database.prepare("SELECT code, text FROM findings")
      var texts: [String] = []
      while try statement.step() { texts.append(statement.text(0) + " " + statement.text(1)) }
      return texts
    }
    #expect(try await run().participants == 1)
    let found = try texts("out")
    #expect(found.count >= 2 && found.allSatisfy { !$0.contains("Meier") && !$0.contains("mood") })
    #expect(found.contains { $0.contains("“…”") })
    _ = try await run("kept") { $0.names = .kept }
    let kept = try texts("kept")
    #expect(kept.count == found.count && kept.contains { $0.contains("mood") })
  }

  @Test(arguments: [
    ("a", "“Anna” is no time.", "“…” is no time."),
    ("a", "The “a” of “b” is.", "The “…” is."),
    ("a", "“Anna” Meier” is.", "“…” is."),
    ("a", "The “cut", "The “…”"),
    ("a", "Nobody's words.", "Nobody's words."),
    ("xml-schema", "Not so: The value 'Anna' is cut 'Mei", "Not so: The value …"),
    (
      "xml-not-well-formed",
      "The XML cannot be read: Opening and ending tag mismatch: Anna line 1 and note.",
      "The XML cannot be read: …"
    ),
    (
      "xml-entity", "The XML cannot be read: Entity 'Anna' not defined.",
      "The XML cannot be read: …"
    ),
    (
      "xml-encoding", "The XML cannot be read: the encoding “Anna” is not read.",
      "The XML cannot be read: the encoding “…” is not read."
    ),
    ("mapping-columns-unused", "Not read: “Anna's notes”, “panic, ….”, “c”.", "Not read: “…”."),
    ("a", "", ""),
  ])
  func wordsInQuotationMarksAreLeftOut(code: String, text: String, left: String) {
    let finding = Finding(id: code, severity: .note, summary: text, file: "f")
    #expect(finding.summaryWithoutWords == left)
  }

  @Test func aDiaryThatGrowsKeepsItsPseudonym() async throws {
    try put("Anna.csv")
    _ = try await run()
    let reports = try FileSystem.names(inFolder: top + "/out/reports")
    try put("Anna.csv", food: "omelette")
    #expect(try await run().unitsDone == 1)
    #expect(try FileSystem.names(inFolder: top + "/out/reports") == reports)
    // While it cannot be read, the pseudonym waits.
    let whole = try FileSystem.contents(of: input + "/Anna.csv")
    try FileSystem.write([], to: input + "/Anna.csv")
    #expect(try await run().participants == 0)
    try FileSystem.write(whole, to: input + "/Anna.csv")
    #expect(try await run().participants == 1)
    #expect(try FileSystem.names(inFolder: top + "/out/reports") == reports)
  }

  @Test func withoutReportsAllElseIsTheSame() async throws {
    try put("p1.csv")
    try put("p2.csv", food: "rice")
    #expect(try await run("bare") { $0.writesReports = false }.participants == 2)
    #expect(FileSystem.kind(of: top + "/bare/reports") == nil)
    let bare = try text("bare/index.html")
    #expect(bare.contains("p1") && !bare.contains("reports/"))
    #expect(!bare.contains("leads to a report"))
    _ = try await run()
    for name in ["results.jsonl", "cohort.csv", "cohort.html", "failures.csv"] {
      #expect(try text("bare/" + name) == text("out/" + name))
    }
    let summary = try text("out/summary.csv")
    #expect(
      try text("bare/summary.csv")
        == summary.replacingOccurrences(of: "reports/p1.html", with: "")
        .replacingOccurrences(of: "reports/p2.html", with: ""))
    // Nothing is done twice, and a run with reports writes them.
    #expect(try await run("bare") { $0.writesReports = false }.unitsDone == 0)
    #expect(try await run("bare").unitsDone == 2)
    #expect(try shared("bare")["index.html"] == shared("out")["index.html"])
    #expect(try FileSystem.names(inFolder: top + "/bare/reports") == ["p1.html", "p2.html"])
    // Reports of an earlier run would be out of date one day.
    #expect(try await run("bare") { $0.writesReports = false }.unitsDone == 2)
    #expect(try FileSystem.names(inFolder: top + "/bare/reports").isEmpty)
    #expect(try text("bare/index.html") == bare)
  }

  @Test func oneIdInTwoInputsLosesNobody() async throws {
    try put("a1.csv", participant: "x1")
    try put("a2.csv", participant: "x1", food: "omelette")
    try put("a3.csv", participant: "x1-1")
    let outcome = try await run()
    #expect(outcome.participants == 3)
    #expect(outcome.failures == 2)
    #expect(
      try FileSystem.names(inFolder: top + "/out/reports") == [
        "x1-1.html", "x1-2.html", "x1-3.html",
      ])
    #expect(try text("out/failures.csv").contains("x1 stands in several inputs: a1.csv, a2.csv"))
    #expect(try await run().unitsDone == 0)
    _ = try await run("other") { $0.jobs = 4 }
    #expect(try shared("other") == shared("out"))
    FileSystem.remove(input + "/a2.csv")
    #expect(try await run().failures == 0)
    #expect(try FileSystem.names(inFolder: top + "/out/reports") == ["x1-1.html", "x1.html"])
  }

  @Test func reportsThatSomeFileSystemsTakeForOneHaveTheirOwnNames() async throws {
    for (file, id) in [("a1.csv", "P1"), ("a2.csv", "p1"), ("a3.csv", "p2")] {
      try put(file, participant: id)
    }
    _ = try await run()
    let names = try FileSystem.names(inFolder: top + "/out/reports")
    #expect(names.count == 3 && names.contains("p2.html"))
    #expect(Set(names.map { $0.lowercased() }).count == 3)
    #expect(!names.contains("p1.html") && !names.contains("P1.html"))
    let index = try text("out/index.html")
    #expect(names.allSatisfy { index.contains("href=\"reports/\($0)\"") })
    #expect(try await run().unitsDone == 0)
    _ = try await run("other") { $0.jobs = 3 }
    #expect(try shared("other") == shared("out"))
    FileSystem.remove(input + "/a1.csv")
    _ = try await run()
    #expect(try FileSystem.names(inFolder: top + "/out/reports") == ["p1.html", "p2.html"])
  }

  @Test(arguments: ["../x", "CON", "p\u{1}1", String(repeating: "7", count: 300), "a/b"])
  func idsThatAreNoFileNamesStayInTheFolder(id: String) async throws {
    try put("p1.csv", participant: id)
    for policy in [NamePolicy.replaced, .kept] {
      let outcome = try await run("out") { $0.names = policy }
      #expect(outcome.participants + outcome.failures == 1)
      #expect(try FileSystem.names(inFolder: top) == ["in", "out"])
      for name in try FileSystem.names(inFolder: top + "/out/reports") {
        #expect(name.utf8.count < 80 && name.hasSuffix(".html"))
      }
    }
  }

  @Test func aRunThatIsStoppedGoesOn() async throws {
    for number in 1...9 { try put("p\(number).csv") }
    let asked = Asked()
    let stopped = try await run(stop: { asked.next() > 4 })
    #expect(stopped.wasStopped)
    #expect(stopped.unitsDone == 4)
    #expect(FileSystem.kind(of: top + "/out/index.html") == nil)
    #expect(try FileSystem.names(inFolder: top + "/out/reports").count == 4)
    let rest = try await run()
    #expect(rest.unitsDone == 5 && !rest.wasStopped)
    _ = try await run("whole")
    #expect(try shared("out") == shared("whole"))
  }

  @Test func tablesThatSomebodyTouchedAreMadeAgain() async throws {
    try put("p1.csv")
    _ = try await run()
    let tables = try shared("out")
    for name in BatchOutput.tables where name != "failures.csv" {
      try FileSystem.write([1, 2, 3], to: top + "/out/" + name)
      #expect(try await run().unitsDone == 0)
      #expect(try shared("out") == tables, "\(name)")
    }
  }

  @Test func sinceLooksAtNothingElse() async throws {
    try put("p1.csv")
    _ = try await run()
    try put("p1.csv", food: "omelette")
    #expect(try await run { $0.since = 4_000_000_000 }.unitsDone == 0)
    #expect(
      try await run {
        $0.since = 4_000_000_000; $0.version = "2"
      }.unitsDone == 1)
    try put("p1.csv", food: "egg salad")
    #expect(
      try await run {
        $0.since = 1_000; $0.version = "2"
      }.unitsDone == 1)
    try put("p2.csv")
    #expect(
      try await run {
        $0.since = 4_000_000_000; $0.version = "2"
      }.unitsDone == 1)
  }

  @Test func aReportDoesNotDependOnTheOthers() async throws {
    try put("p1.csv")
    _ = try await run("alone")
    for number in 2...8 { try put("p\(number).csv", food: "omelette") }
    _ = try await run()
    #expect(try text("alone/reports/p1.html") == text("out/reports/p1.html"))
  }

  @Test func theScriptsAreThoseThatThePagesAllow() throws {
    let scripts = [(IndexScript.hash, IndexScript.text), (ReportScript.hash, ReportScript.text)]
    for (hash, text) in scripts {
      let script = text.description
      var digest: [UInt8] = []
      let hex = Array(SHA256.hexadecimal(of: Array(script.utf8)))
      for place in stride(from: 0, to: hex.count, by: 2) {
        digest.append(try #require(UInt8(String(hex[place...(place + 1)]), radix: 16)))
      }
      #expect(hash == "sha256-" + Data(digest).base64EncodedString())
      #expect(!script.contains("<") && !script.contains("&"))
    }
  }

  @Test func aLongIndexHasPagesThatBeginWithSafety() throws {
    let summary = BatchIndexSummary(participants: 10_005, safety: 3, likely: 0, failures: 0)
    var pages = IndexPages(output: top, summary: summary, spills: top, language: .english)
    for number in 0..<10_005 {
      let hasSafety = number % 5_000 == 1
      let entry =
        "{\"participant\":\"p\("00000\(number)".suffix(6))\",\"report\":\"r\",\"days\":1,"
        + "\"loggedDays\":1,\"safety\":[\(hasSafety ? "\"weight-loss\"" : "")],\"likely\":[],"
        + "\"possible\":[],\"tolerated\":[],\"open\":0}"
      try pages.add(Array(entry.utf8)[...], rank: hasSafety ? 10 : SafetyOrder.none)
    }
    #expect(try pages.finish() == 2)
    let first = try text("index.html").split(separator: "<tr")
    let second = try text("index-2.html").split(separator: "<tr")
    #expect(first.count == 10_002 && second.count == 7)
    #expect(first.dropFirst(2).prefix(3).allSatisfy { $0.contains("weight") })
    #expect(first.dropFirst().filter { $0.contains("weight") }.count == 3)
    #expect(second.last?.contains("p010004") == true)
    // What was put aside has no name.
    #expect(try !FileSystem.names(inFolder: top).contains { $0.hasSuffix(".tmp") })
    #expect(try text("index.html").contains("href=\"index-2.html\""))
  }
}

/// Counts how often it was asked.
private final class Asked: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}

extension BatchTable {
  /// A query of all columns by their names that gives no row.
  fileprivate var insertionOfNothing: String {
    "SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(rawValue) WHERE 0"
  }
}
