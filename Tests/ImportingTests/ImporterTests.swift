// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import Foundation
import TestSupport
import Testing

@testable import Importing

@Suite("Files, folders and joining")
struct ImporterTests {
  private let folder: String

  init() throws { folder = try Fixtures.temporaryFolder() }

  private func put(_ name: String, _ text: String) throws -> String {
    try FileSystem.makeFolder(FileSystem.folder(of: folder + "/" + name))
    try FileSystem.write(Array(text.utf8), to: folder + "/" + name)
    return folder + "/" + name
  }

  private static let foods = """
    Day,Time,Group,Food Name,Amount
    2022-11-03,9:51 AM,Breakfast,Eggs,"4.00 medium"
    2022-11-03,9:51 AM,Breakfast,Eggs,"4.00 medium"
    2022-11-04,,Lunch,Rice,"1.00 cup"
    """

  private static func symptoms(_ participant: String) -> String {
    "participant,time,kind,name,value,unit\n\(participant),2022-11-03,symptom,ache,3,0-10\n"
  }

  @Test func severalInputsBecomeOneDiary() throws {
    let paths = [try put("foods.csv", Self.foods), try put("symptoms.csv", Self.symptoms("p7"))]
    let result = try Importer.read(paths)
    let diary = try #require(result.diaries.first)
    #expect(result.diaries.count == 1)
    #expect(diary.participant == "p7")
    #expect(diary.entries.map(\.name).sorted() == ["Eggs", "Eggs", "Rice", "ache"])
    #expect(diary.inputs.map(\.name) == ["foods.csv", "symptoms.csv"])
    let ache = try #require(diary.entries.first { $0.name == "ache" })
    #expect(diary.reference(to: ache) == "symptoms.csv:2")
  }

  @Test func theOrderOfFilesDoesNotChangeWhatTheDiarySays() throws {
    let paths = [try put("foods.csv", Self.foods), try put("symptoms.csv", Self.symptoms("p7"))]
    let (one, two) = (try Importer.read(paths), try Importer.read(paths.reversed()))
    let first = try #require(one.diaries.first)
    let second = try #require(two.diaries.first)
    #expect(first.saysTheSame(as: second))
  }

  @Test func theHashIsThatOfTheBytes() throws {
    let path = try put("foods.csv", Self.foods)
    let inputs = try Importer.read([path]).diaries.first?.inputs
    #expect(inputs?.map(\.sha256) == [SHA256.hexadecimal(of: Array(Self.foods.utf8))])
  }

  @Test func overlappingExportsCountOnce() throws {
    let header = "time,kind,name\n"
    let first = header + "2026-01-01,food,milk\n2026-01-01,food,milk\n2026-01-02,food,rice\n"
    let second = header + "2026-01-02,food,rice\n2026-01-01,food,milk\n2026-01-03,food,egg\n"
    let result = try Importer.read([try put("a.csv", first), try put("b.csv", second)])
    let entries = try #require(result.diaries.first).entries
    #expect(entries.map(\.name) == ["milk", "milk", "rice", "egg"])
    #expect(result.findings.map(\.id) == ["entries-repeated"])
    #expect(result.findings.first?.summary.contains("2 entries") == true)
    #expect(result.findings.first?.file.hasSuffix("/b.csv") == true)
  }

  @Test func inputsWithoutParticipantStayApartFromSeveral() throws {
    let paths = [
      try put("a.csv", Self.symptoms("a")), try put("b.csv", Self.symptoms("b")),
      try put("foods.csv", Self.foods),
    ]
    let result = try Importer.read(paths)
    #expect(result.diaries.map(\.participant) == [nil, "a", "b"])
    #expect(result.diaries.map(\.entries.count) == [3, 1, 1])
    #expect(result.diaries.map { $0.inputs.map(\.name) } == [["foods.csv"], ["a.csv"], ["b.csv"]])
    #expect(result.findings.map(\.id) == ["participant-unnamed"])
  }

  @Test func foldersAreWalkedAndWhatIsNoDiaryIsSaid() throws {
    _ = try put("in/2/foods.csv", Self.foods)
    _ = try put("in/1/symptoms.csv", Self.symptoms("p7"))
    _ = try put("in/.hidden.csv", "nonsense")
    _ = try put("in/report.html", "<html>")
    _ = try put("in/README.md", "# what this is")
    _ = try put("in/other.csv", "a,b\n1,2\n")
    let result = try Importer.read([folder + "/in"])
    #expect(result.diaries.count == 1)
    #expect(result.diaries.first?.inputs.map(\.name) == ["symptoms.csv", "foods.csv"])
    let findings = result.findings.map { FileSystem.name(of: $0.file) + " " + $0.id }
    #expect(
      findings == [
        "README.md file-skipped", "other.csv format-unknown", "report.html file-skipped",
      ])
    #expect(result.findings.map(\.severity) == [.note, .warning, .note])
  }

  @Test func whatIsNotThereIsNotFound() throws {
    let missing = importFailure([folder + "/none.csv"])
    #expect(missing?.kind == .notFound)
    #expect(missing?.findings.map(\.id) == ["file-not-found"])
    try FileSystem.makeFolder(folder + "/empty")
    let empty = importFailure([folder + "/empty"])
    #expect(empty?.kind == .unusable)
    #expect(empty?.findings.map(\.id) == ["folder-without-files"])
    _ = try put("noise/a.txt", "nothing known")
    let noise = importFailure([folder + "/noise"])
    #expect(noise?.findings.map(\.id) == ["format-unknown", "no-diary"])
    #expect(importFailure([])?.findings.map(\.id) == ["no-diary"])
  }

  @Test func everyFaultyFileIsNamed() throws {
    let error = importFailure([
      try put("empty.csv", ""), folder + "/none.csv", try put("good.csv", Self.foods),
      try put("cut.csv", "time,kind,name\n2026-01-01,food,\"milk\n"),
    ])
    let found = error?.findings.map { FileSystem.name(of: $0.file) + " " + $0.id }
    #expect(
      found == [
        "empty.csv file-empty", "none.csv file-not-found", "cut.csv csv-unterminated-quote",
      ])
  }

  /// The right to read does not bind root, so the test needs another user.
  @Test(.enabled(if: FileSystem.kind(of: "/root") == nil || !Self.isRoot))
  func foldersThatMayNotBeReadSaySo() throws {
    let error = importFailure(["/root"])
    #expect(error?.kind == .notFound)
    #expect(error?.findings.first?.severity == .error)
  }

  private static let isRoot = Environment.value(of: "HOME") == "/root"

  @Test func linksThatLeadInCirclesAreFollowedOnce() throws {
    let path = try put("ring/a.csv", Self.foods)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/ring/again", withDestinationPath: folder + "/ring")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/ring/broken", withDestinationPath: folder + "/nowhere")
    let result = try Importer.read([folder + "/ring"])
    #expect(result.diaries.first?.inputs.map(\.name) == ["a.csv"])
    #expect(result.findings.map(\.id) == ["file-skipped"])
    #expect(FileSystem.kind(of: path) == .file)
    #expect(FileSystem.kind(of: "/dev/null") == .other)
  }

  @Test func phasesOnlyAndSymptomsOnlyAreDiariesToo() throws {
    let result = try Importer.read([try put("symptoms.csv", Self.symptoms("p"))])
    #expect(result.diaries.first?.entries.map(\.kind) == [.symptom])
    #expect(result.findings.isEmpty)
  }

  @Test func inputsAreNeverOverwritten() throws {
    let input = try put("sub/a.csv", Self.foods)
    let diaries = try Importer.read([input]).diaries
    for (target, inputs) in [
      (input, [input]), (folder + "/sub/../sub/a.csv", [input]), (input, [folder + "/sub"]),
    ] {
      let error = #expect(throws: FileError.self) {
        try Importer.write(diaries, to: target, inputs: inputs)
      }
      #expect(error?.kind == .notWritable)
    }
    #expect(try FileSystem.contents(of: input) == Array(Self.foods.utf8))
    let error = #expect(throws: FileError.self) {
      try Importer.write(diaries, to: folder + "/out.txt", inputs: [input])
    }
    #expect(error?.reason.contains(".csv") == true)
    try Importer.write(diaries, to: folder + "/out.CSV", inputs: [input])
    let again = try Importer.read([folder + "/out.CSV"]).diaries
    #expect(again.count == 1)
    #expect(zip(again, diaries).allSatisfy { $0.saysTheSame(as: $1) })
  }
}
