// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FileAccess
import FoodKnowledge
import Foundation
import Importing
import TestSupport
import Testing

@testable import Batch

@Suite("Diaries that are mixed or not read")
struct LostDiaryTests: BatchSuite {
  let top: String

  init() throws { top = try Self.folder() }

  private static func diary(_ id: String = "", _ profile: String = "", day: Int = 1) -> String {
    "participant,time,kind,name,value\n" + (profile.isEmpty ? "" : "\(id),,profile,\(profile)\n")
      + "\(id),2026-01-0\(day),food,milk,\n\(id),2026-01-0\(day),symptom,pain,5\n"
  }

  private func put(_ name: String, _ text: String) throws {
    try put(name, Array(text.utf8))
  }

  private func put(_ name: String, _ bytes: [UInt8]) throws {
    let path = input + "/" + name
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    try FileSystem.write(bytes, to: path)
  }

  private func codes(_ outcome: BatchOutcome) -> [String] {
    outcome.reasons.map { "\($0.file) \($0.code)" }
  }

  /// Bytes that are no text.
  private static let noise = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 17) }

  @Test(arguments: [("sex,female", "sex,male"), ("age,63", "age,30"), ("name,Ada", "name,Ben")])
  func filesOfTwoPeopleGiveNoResult(one: String, other: String) async throws {
    try put("p1.csv", Self.diary())
    try put("site/a/d.csv", Self.diary("", one))
    try put("site/b/d.csv", Self.diary("", other, day: 2))
    let outcome = try await run()
    #expect(outcome.participants == 1 && outcome.unread == 1)
    #expect(codes(outcome) == ["site/b/d.csv files-of-two-people"])
    #expect(try text("out/failures.csv").contains("sub-folder"))
    #expect(try FileSystem.names(inFolder: top + "/out/reports") == ["p1.html"])
    #expect(try text("out/results.jsonl").split(separator: "\n").count == 1)
    // For one person it is a warning.
    let read = try Importer.read([input + "/site"])
    #expect(read.diaries.count == 1)
    #expect(read.findings.first { $0.id == "files-of-two-people" }?.severity == .warning)
  }

  @Test func othersOfTheUnitHaveTheirResults() async throws {
    try put("site/a.csv", Self.diary("", "sex,f"))
    try put("site/b.csv", Self.diary("", "sex,m", day: 2))
    try put("site/c.csv", Self.diary("c1"))
    try put("site/d.csv", Self.diary("d1"))
    let outcome = try await run()
    #expect(outcome.participants == 2)
    #expect(codes(outcome) == ["site/b.csv files-of-two-people"])
  }

  @Test func filesThatSayTheSameAreOnePerson() async throws {
    try put("p1/a.csv", Self.diary("", "sex,f"))
    try put("p1/b.csv", Self.diary("", "sex,female", day: 2))
    let outcome = try await run()
    #expect(outcome.participants == 1 && outcome.failures == 0)
  }

  @Test func aWorkerAnswersFilesOfTwoPeopleWithAnError() throws {
    let session = WorkerSession(
      worker: DiaryWorker(analysis: AnalysisOptions(), foods: FoodClassifier(), version: "1"),
      importing: ImportOptions(), names: .kept, writesReceipts: false)
    let texts = [Self.diary("", "sex,f"), Self.diary("", "sex,m", day: 2)].map { Array($0.utf8) }
    let header =
      "{\"name\":\"s\",\"files\":[{\"name\":\"a.csv\",\"bytes\":\(texts[0].count)},"
      + "{\"name\":\"b.csv\",\"bytes\":\(texts[1].count)}]}\n{\"name\":\"Thumbs.db\",\"bytes\":1}\nx"
    let parts = header.split(separator: "\n", maxSplits: 1)
    var rest = (Array((parts[0] + "\n").utf8) + texts[0] + texts[1] + Array(parts[1].utf8))[...]
    var reader = FrameReader(mostBytes: 10_000) { block in
      let piece = rest.prefix(block.count)
      block.replaceSubrange(0..<piece.count, with: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    var answers: [String] = []
    #expect(session.run(&reader) { answers.append(String(decoding: $0, as: UTF8.self)) })
    #expect(answers.count == 2)
    #expect(answers.first?.contains("\"code\":\"files-of-two-people\"") == true)
    #expect(answers.last?.contains("\"code\":\"left-out\"") == true)
  }

  @Test(arguments: [
    "csv", "tsv", "xml", "CSV", "xlsx", "csv.gz",
  ])
  func unintelligibleFilesInAFolderAreFailures(ending: String) async throws {
    for id in ["p1", "p2"] { try put("site/\(id).csv", Self.diary(id)) }
    try put("site/p3.\(ending)", Self.noise)
    let outcome = try await run()
    #expect(outcome.participants == 2 && outcome.unread == 0)
    #expect(codes(outcome) == ["site/p3.\(ending) format-unknown"])
  }

  @Test func emptyAndUnknownTablesAreFailures() async throws {
    for id in ["p1", "p2"] { try put("site/\(id).csv", Self.diary(id)) }
    try put("site/p3.csv", "")
    try put("site/p4.csv", [0xEF, 0xBB, 0xBF])
    try put("site/p5.csv", "noise\n")
    try put("site/p6.csv", "2026-01-01,food,milk,1\n")
    let outcome = try await run()
    #expect(outcome.participants == 2)
    #expect(
      codes(outcome) == [
        "site/p3.csv file-empty", "site/p4.csv file-empty", "site/p5.csv format-unknown",
        "site/p6.csv csv-no-header",
      ])
    let told = try text("out/failures.csv")
    #expect(told.contains("byte order mark") && told.contains("take it out"))
  }

  @Test(arguments: ["README.txt", "photo.jpg", "notes", "cover.bin", "letter.pdf", "Thumbs.db"])
  func junkBesideADiaryIsNone(name: String) async throws {
    try put("p1/d.csv", Self.diary())
    try put("p1/" + name, Self.noise)
    let outcome = try await run()
    #expect(outcome.participants == 1 && outcome.failures == 0)
  }

  @Test func furtherTablesOfAnAppsExportAreNone() async throws {
    let servings = "Day,Group,Food Name,Amount\n2026-01-01,Breakfast,Milk,1.00 cup\n"
    try put("p1/servings.csv", servings)
    try put("p1/goals.csv", "Goal,Target\nwater,2\n")
    #expect(try await run().failures == 0)
    // But not in another folder, and not what is no text.
    try put("p1/other/goals.csv", "Goal,Target\nwater,2\n")
    try put("p1/more.csv", Self.noise)
    let outcome = try await run()
    #expect(outcome.participants == 1)
    #expect(
      codes(outcome) == ["p1/more.csv format-unknown", "p1/other/goals.csv format-unknown"])
  }

  @Test func anArchiveInsideAnArchiveIsAFailure() async throws {
    try put(
      "site/a.zip",
      try FileSystem.contents(of: Fixtures.root + "/Tests/ZipFixtures/inside.zip"))
    try put("site/p1.csv", Self.diary("p1"))
    let outcome = try await run()
    #expect(outcome.participants == 1)
    #expect(codes(outcome) == ["site/a.zip/inner.zip zip-inside-zip"])
  }

  @Test func aDamagedFileLosesNobodyElse() async throws {
    let damaged = try FileSystem.contents(of: Fixtures.root + "/Tests/ZipFixtures/checksum.zip")
    for id in ["p1", "p2"] { try put("site/\(id).csv", Self.diary(id)) }
    try put("site/p3.zip", damaged)
    try put("site/p4.csv", "time,kind,name\n2026-01-01,food,\"milk\n")
    let outcome = try await run()
    #expect(outcome.participants == 2 && outcome.unread == 0)
    #expect(
      codes(outcome) == [
        "site/p3.zip/foods.csv zip-member-damaged", "site/p4.csv csv-unterminated-quote",
      ])
    // For one person the command fails.
    #expect(throws: ImportError.self) { _ = try Importer.read([input + "/site"]) }
  }

  @Test(arguments: ["", "p1"])
  func aDiaryThatMayLackAPartHasNoResult(id: String) async throws {
    let damaged = try FileSystem.contents(of: Fixtures.root + "/Tests/ZipFixtures/checksum.zip")
    try put("x/foods.csv", Self.diary(id))
    try put("x/more.csv", Self.diary(id, day: 2))
    try put("x/symptoms.zip", damaged)
    let outcome = try await run()
    #expect(outcome.participants == 0 && outcome.unread == 1)
    #expect(outcome.reasons.map(\.code) == ["zip-member-damaged"])
  }

  @Test(arguments: [
    "Thumbs.db", "desktop.ini", "Desktop.ini", "~$diary.xlsx", ".~lock.d.csv#", "d.csv.part",
    "d.csv.tmp", "$RECYCLE.BIN/d.csv", "lost+found/d.csv",
  ])
  func whatSystemsPutThereIsNoDiary(name: String) async throws {
    try put(name, Self.diary())
    let error = await #expect(throws: FileError.self) { _ = try await run() }
    #expect(error?.kind == .notReadable)
    try put("p1.csv", Self.diary())
    let outcome = try await run()
    #expect(outcome.participants == 1 && outcome.failures == 0)
    #expect(try Importer.read([input]).diaries.first?.entries.count == 2)
  }
}
