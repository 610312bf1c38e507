// SPDX-License-Identifier: Apache-2.0

import FileAccess
import FoodKnowledge
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Batch

@Suite("Runs of a batch")
struct BatchRunTests {
  private let top: String
  private var input: String { top + "/in" }
  private var output: String { top + "/out" }

  init() throws {
    top = try Fixtures.temporaryFolder()
    try FileSystem.makeFolder(top + "/in")
  }

  private func put(_ name: String, _ food: String = "milk", participant: String = "") throws {
    let path = input + "/" + name
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    let text = "participant,time,kind,name\n\(participant),2026-01-01,food,\(food)\n"
    try FileSystem.write(Array(text.utf8), to: path)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: input + "/" + name, withDestinationPath: target)
  }

  @discardableResult
  private func run(
    _ language: ReportLanguage = .english, names: NamePolicy = .replaced
  ) async throws -> BatchOutcome {
    var options = BatchOptions(version: "1")
    options.language = language
    options.names = names
    return try await BatchRunner(
      input: input, output: output, options: options, foods: FoodClassifier()
    ).run { _ in }
  }

  private func reports() throws -> [String] { try FileSystem.names(inFolder: output + "/reports") }

  private func text(_ name: String) throws -> String {
    String(decoding: try FileSystem.contents(of: output + "/" + name), as: UTF8.self)
  }

  @Test func pseudonymsFromASaltAreNotKeptWithoutIt() async throws {
    try put("Anna.csv")
    try await run(names: .salted(Array("0123456789abcdef".utf8)))
    let salted = try reports()
    try await run()
    let plain = try reports()
    #expect(plain != salted)
    try FileManager.default.removeItem(atPath: output)
    try await run()
    #expect(try reports() == plain)
  }

  @Test(.timeLimit(.minutes(1))) func linksToAFoldersOwnSelfAreFollowedOnce() async throws {
    try put("p1/d.csv")
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] { try link("p1/" + name, to: ".") }
    let outcome = try await run()
    #expect(outcome == BatchOutcome(participants: 1, unitsDone: 1, failures: 0))
  }

  @Test func linksThatLeadUpBringNobodyElsesFiles() async throws {
    try put("p1/d.csv", participant: "p1")
    try put("p2.csv", participant: "p2")
    try link("p1/up", to: "..")
    try link("loop", to: ".")
    let outcome = try await run()
    #expect(outcome.participants == 2)
    #expect(outcome.failures == 0)
    #expect(outcome.leftOut == ["loop"])
    #expect(try reports() == ["p1.html", "p2.html"])
  }

  @Test func aChangeInADeepFolderIsSeen() async throws {
    let deep = "p/1/2/3/4/5/6/7/8/9/10/d.csv"
    try put(deep, "milk")
    #expect(try await run().unitsDone == 1)
    #expect(try await run().unitsDone == 0)
    try put(deep, "bread")
    #expect(try await run().unitsDone == 1)
  }

  @Test func anotherLanguageIsAReasonToWriteReportsAnew() async throws {
    try put("p.csv")
    #expect(try await run().unitsDone == 1)
    #expect(try text("index.html").contains("<html lang=\"en\""))
    let results = try text("results.jsonl")
    #expect(try await run(.german).unitsDone == 1)
    #expect(try text("index.html").contains("<html lang=\"de\""))
    #expect(try text(try "reports/" + #require(reports().first)).contains("<html lang=\"de\""))
    #expect(try text("results.jsonl") == results)
    #expect(try await run(.german).unitsDone == 0)
  }

  @Test func aFolderWithoutDiariesIsNoInput() async throws {
    try FileSystem.write([1], to: input + "/README.md")
    let error = await #expect(throws: FileError.self) { try await run() }
    #expect(error?.kind == .notReadable)
    #expect(FileSystem.kind(of: output) == nil)
  }

  @Test func resultsOfAnEarlierRunAndTextsAreLeftOut() async throws {
    try put("a.csv")
    try FileSystem.makeFolder(input + "/results/.reintro")
    try FileSystem.write(Array("time,kind,name\n".utf8), to: input + "/results/summary.csv")
    try FileSystem.write([1], to: input + "/notes.pdf")
    let outcome = try await run()
    #expect(outcome.leftOut == ["notes.pdf", "results"])
    #expect(outcome.participants == 1)
    #expect(outcome.failures == 0)
  }

  @Test func whatIsNotReadDoesNotCountAsAChange() async throws {
    try put("p/d.csv")
    _ = try await run()
    try FileSystem.write([1], to: input + "/p/.hidden")
    #expect(try await run().unitsDone == 0)
  }

  @Test func pipesAndBrokenLinksInAFolderDoNotLoseTheParticipant() async throws {
    try put("p1/d.csv")
    try link("p1/x1.csv", to: "nowhere.csv")
    let made = unsafe mkfifo(input + "/p1/pipe.csv", 0o600)
    #expect(made == 0)
    let outcome = try await run()
    #expect(outcome.participants == 1 && outcome.unread == 0)
    // Either may be a part of the diary, or another one.
    #expect(outcome.reasons.map(\.file) == ["p1/pipe.csv", "p1/x1.csv"])
    #expect(outcome.reasons.allSatisfy { $0.code == "file-skipped" })
    #expect(try text("reports/p1.html").contains("x1.csv"))
  }

  @Test(arguments: ["p2.csv", "p2", "deep/p2.csv"])
  func aBrokenLinkIsAFailureOnTheFirstRunToo(name: String) async throws {
    try put("p1.csv")
    try put("deep/p3.csv", participant: "p3")
    try link(name, to: "nowhere")
    // On the first run there is no folder of results either.
    let first = try await run()
    #expect(first.participants == 2)
    #expect(first.failures == 1)
    #expect(first.reasons.map(\.file) == [name])
    #expect(try await run().reasons == first.reasons)
  }

  @Test func aLinkToResultsThatAreStillToComeIsNoUnit() async throws {
    try put("p1.csv")
    try link("results", to: "../out")
    for _ in 1...2 {
      let outcome = try await run()
      #expect(outcome.participants == 1 && outcome.failures == 0)
    }
  }

  @Test func aLinkToAnotherUnitCountsNobodyTwice() async throws {
    try put("p1.csv")
    try put("p2/d.csv", participant: "p2")
    try put("p2/more/e.csv", participant: "p2")
    try FileSystem.makeFolder(top + "/far")
    for name in ["a", "b"] {
      try FileSystem.write(
        Array("time,kind,name\n2026-01-01,food,\(name)\n".utf8), to: top + "/far/\(name)9.csv")
    }
    // By one step, by two, to a folder, into one, and two to one place outside.
    for (name, target) in [
      ("one.csv", "p1.csv"), ("two.csv", "one.csv"), ("folder", "p2"), ("part", "p2/more"),
      ("part.csv", "p2/d.csv"), ("a9.csv", "../far/a9.csv"), ("b9.csv", "../far/a9.csv"),
      ("c9.csv", "../far/b9.csv"),
    ] { try link(name, to: target) }
    let outcome = try await run()
    #expect(outcome.participants == 4 && outcome.failures == 0)
    #expect(
      outcome.repeated == ["b9.csv", "folder", "one.csv", "part", "part.csv", "two.csv"])
    #expect(outcome.leftOut.isEmpty)
    #expect(try reports() == ["a9.html", "c9.html", "p1.html", "p2.html"])
  }

  @Test func aLinkToWhatIsNoUnitIsRead() async throws {
    try put(".store/p1.csv")
    try put("p2/.old/d.csv", participant: "p2")
    try put("p2/e.csv", participant: "p2")
    try link("p1.csv", to: ".store/p1.csv")
    try link("p3.csv", to: "p2/.old/d.csv")
    let outcome = try await run()
    #expect(outcome.repeated.isEmpty)
    #expect(try text("results.jsonl").split(separator: "\n").count == 3)
  }

  @Test func aReportThatWasCutShortIsWrittenAgain() async throws {
    for name in ["p1.csv", "p2.csv", "p3.csv"] { try put(name) }
    try await run()
    let path = output + "/reports/p2.html"
    let whole = try FileSystem.contents(of: path)
    for other in [[], Array(whole.dropLast()), whole + [10]] {
      try FileSystem.write(other, to: path)
      #expect(try await run().unitsDone == 1)
      #expect(try FileSystem.contents(of: path) == whole)
    }
    #expect(try await run().unitsDone == 0)
  }

  @Test func aRecordWithoutTheSizeOfItsReportIsMadeAgainUnderTheSamePseudonym() async throws {
    try put("Anna Meier.csv")
    try await run()
    let before = try reports()
    let state = BatchState(output: output)
    let unit = BatchUnit(name: "Anna Meier.csv", path: input + "/Anna Meier.csv")
    var bytes = try FileSystem.contents(of: state.path(of: unit))
    let size = try FileSystem.contents(of: output + "/reports/" + #require(before.first)).count
    let end = Array("\t\(size)\n".utf8)
    let place = try #require(bytes.firstRange(of: end))
    bytes.replaceSubrange(place, with: [10])
    try FileSystem.write(bytes, to: state.path(of: unit))
    #expect(state.head(of: unit)?.participants.map(\.reportSize) == [nil])
    #expect(try await run().unitsDone == 1)
    #expect(state.head(of: unit)?.participants.map(\.reportSize) == [size])
    #expect(try reports() == before)
    #expect(try await run().unitsDone == 0)
  }

  @Test func reportsOfInputsThatAreGoneOrBrokenAreTakenAway() async throws {
    for name in ["p1.csv", "p2.csv", "p3.csv"] { try put(name) }
    _ = try await run()
    #expect(try reports() == ["p1.html", "p2.html", "p3.html"])
    try FileSystem.write(Array("mine".utf8), to: output + "/reports/own.html")
    FileSystem.remove(input + "/p1.csv")
    try FileSystem.write([], to: input + "/p2.csv")
    _ = try await run()
    #expect(try reports() == ["own.html", "p3.html"])
    #expect(try text("results.jsonl").split(separator: "\n").count == 1)
    let records = try FileSystem.names(inFolder: output + "/.reintro").filter { $0.count == 2 }
      .flatMap { try FileSystem.names(inFolder: output + "/.reintro/" + $0) }
    #expect(records.count == 2)
  }

  @Test func reportsOfARunThatWasCutShortAreTakenAway() async throws {
    try put("p1.csv")
    _ = try await run()
    // As after a run that was killed between the report and its record.
    let list = ReportList(output: output)
    try list.note("gone.html")
    try FileSystem.write([1], to: output + "/reports/gone.html")
    _ = try await run()
    #expect(try reports() == ["p1.html"])
  }

  @Test func aListThatNamesFilesElsewhereDeletesNothing() async throws {
    try put("a.csv")
    _ = try await run()
    try FileSystem.write([1], to: top + "/safe.html")
    try FileSystem.append(Array("../../safe.html\n".utf8), to: output + "/.reintro/reports.txt")
    _ = try await run()
    #expect(FileSystem.kind(of: top + "/safe.html") == .file)
  }

  @Test(arguments: ["summary.csv", "results.jsonl", "reports/p.html", ".reintro/x"])
  func anInputThatIsALinkIntoTheOutputIsRefused(name: String) async throws {
    try put("a.csv")
    try FileSystem.makeFolder(output + "/reports")
    try FileSystem.makeFolder(output + "/.reintro")
    try FileSystem.write(Array("kind,time,name\n".utf8), to: output + "/" + name)
    try link("p.csv", to: output + "/" + name)
    let error = await #expect(throws: FileError.self) { try await run() }
    #expect(error?.kind == .notWritable)
    #expect(try text(name) == "kind,time,name\n")
  }

  @Test func anOutputThatIsALinkToAnInputIsRefused() async throws {
    try put("a.csv")
    let before = try FileSystem.contents(of: input + "/a.csv")
    try FileSystem.makeFolder(output)
    try FileManager.default.createSymbolicLink(
      atPath: output + "/summary.csv", withDestinationPath: input + "/a.csv")
    let error = await #expect(throws: FileError.self) { try await run() }
    #expect(error?.kind == .notWritable)
    #expect(try FileSystem.contents(of: input + "/a.csv") == before)
  }

  @Test func twoRunsOnOneOutputRefuseEachOther() async throws {
    try put("a.csv")
    try FileSystem.makeFolder(output + "/.reintro")
    let lock = try FileLock(path: output + "/.reintro/lock")
    let error = await #expect(throws: FileError.self) { try await run() }
    #expect(error?.kind == .notWritable)
    #expect(error?.reason.contains("another run") == true)
    lock.release()
    #expect(try await run().participants == 1)
  }

  @Test func whatKilledRunsLeftIsTakenAway() async throws {
    try put("a.csv")
    _ = try await run()
    // No process has this number: Linux gives none above 2²².
    let left = ".reintro-4194305-12345.tmp"
    let living = ".reintro-1-12345.tmp"
    for folder in ["", "/reports", "/.reintro", "/.reintro/zz"] {
      try FileSystem.makeFolder(output + folder)
      try FileSystem.write([1], to: output + folder + "/" + left)
    }
    for name in [living, ".reintro-x-1.tmp", "reintro-4194305-1.tmp"] {
      try FileSystem.write([1], to: output + "/" + name)
    }
    _ = try await run()
    for folder in ["", "/reports", "/.reintro", "/.reintro/zz"] {
      #expect(FileSystem.kind(of: output + folder + "/" + left) == nil)
    }
    let kept = try FileSystem.names(inFolder: output).filter { $0.hasSuffix(".tmp") }
    #expect(kept == [living, ".reintro-x-1.tmp", "reintro-4194305-1.tmp"])
  }

  @Test func aFolderWithoutADiarySaysWhatIsInIt() async throws {
    try FileSystem.makeFolder(input + "/p")
    try FileSystem.write(Array("hello\nworld\n".utf8), to: input + "/p/noise.csv")
    #expect(try await run().failures == 1)
    let failures = try text("failures.csv")
    #expect(failures.contains("p/noise.csv"))
    #expect(failures.contains("format is not known"))
  }
}
