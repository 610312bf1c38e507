// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Importing

@Suite("Zip archives as inputs")
struct ZipTests {
  private static let fixtures = Fixtures.root + "/Tests/ZipFixtures/"

  private func read(_ name: String) throws -> ImportResult {
    try Importer.read([Self.fixtures + name])
  }

  @Test(
    arguments: [
      "stored", "deflated", "descriptor", "zip64", "commented", "folders",
    ])
  func membersArePartsOfOneDiary(name: String) throws {
    let result = try read(name + ".zip")
    let diary = try #require(result.diaries.first)
    #expect(result.diaries.count == 1)
    #expect(diary.participant == "p7")
    #expect(diary.entries.count == 60)
    #expect(diary.entries.count { $0.kind == .food && $0.name == "rice" } == 20)
    #expect(diary.inputs.map(\.rows).sorted() == [20, 40])
    #expect(result.findings.isEmpty)
    let hashes = [
      "4e6df103fdaa7b0808675f1df92c92e1f6189ba9c13ca39b75691e5e1fa3c518",
      "a4333c45af173e4ba0b42613656d604f4b75bfa397698bf654b48ec881470b40",
    ]
    #expect(diary.inputs.map(\.sha256).sorted() == hashes)
  }

  @Test func placesNameTheArchiveAndThePathInIt() throws {
    let diary = try #require(try read("folders.zip").diaries.first)
    #expect(
      diary.inputs.map(\.name) == [
        "folders.zip/export/body/symptoms.csv", "folders.zip/export/food/foods.csv",
      ])
    let ache = try #require(diary.entries.first { $0.kind == .symptom })
    #expect(diary.reference(to: ache) == "folders.zip/export/body/symptoms.csv:2")
  }

  @Test func anAppleExportIsReadAsItComes() throws {
    let result = try read("apple.zip")
    let diary = try #require(result.diaries.first)
    #expect(diary.inputs.map(\.name) == ["apple.zip/apple_health_export/导出.xml"])
    #expect(diary.entries.map(\.name) == ["bloating", "bloating"])
    #expect(
      result.findings.map(\.id) == [
        "clinical-records-not-read", "file-skipped", "apple-health-export-clock",
        "apple-health-cda",
      ])
    #expect(result.findings.first?.summary.hasPrefix("1 clinical record was") == true)
    #expect(result.findings[1].summary.contains("3 files"))
    #expect(result.findings[2].file.hasSuffix("/apple.zip/apple_health_export/导出.xml"))
    #expect(result.findings[2].line == 7)
    #expect(result.findings[3].severity == .note)
  }

  @Test(arguments: ["cp437", "utf8-unmarked"])
  func namesAreReadInTheirEncoding(name: String) throws {
    let diary = try #require(try read(name + ".zip").diaries.first)
    #expect(diary.inputs.map(\.name) == ["\(name).zip/Frühstück.csv"])
  }

  @Test func overlappingMonthsInOneArchiveCountOnce() throws {
    let result = try read("months.zip")
    let diary = try #require(result.diaries.first)
    // 31 days of January, of which the other export repeats 7, and 10 days of February.
    #expect(diary.entries.count == 41)
    #expect(Set(diary.entries.map { $0.time?.start.date }).count == 41)
    #expect(diary.inputs.map(\.name) == ["months.zip/february.csv", "months.zip/january.csv"])
    #expect(diary.inputs.map(\.rows) == [17, 31])
    #expect(diary.inputs.map(\.entriesUsed) == [17, 24])
    #expect(diary.inputs.map(\.entriesRepeated) == [0, 7])
    #expect(result.findings.map(\.id) == ["entries-repeated"])
  }

  @Test func anArchiveBesideItsOwnFilesCountsOnce() throws {
    let folder = try Fixtures.temporaryFolder()
    let zip = try FileSystem.contents(of: Self.fixtures + "deflated.zip")
    try FileSystem.write(zip, to: folder + "/a.zip")
    try FileSystem.write(zip, to: folder + "/b.data")
    let result = try Importer.read([folder])
    let diary = try #require(result.diaries.first)
    #expect(diary.entries.count == 60)
    #expect(diary.inputs.map(\.entriesUsed) == [40, 20, 0, 0])
    #expect(diary.inputs.map(\.entriesRepeated) == [0, 0, 40, 20])
  }

  @Test(
    arguments: [
      ("empty", "zip-without-files"), ("only-folders", "zip-without-files"),
      ("only-pictures", "zip-without-files"), ("truncated", "zip-damaged"),
      ("end-missing", "zip-damaged"), ("directory-wild", "zip-damaged"),
      ("offset-wild", "zip-damaged"), ("shifted", "zip-damaged"), ("prepended", "zip-damaged"),
      ("control-name", "zip-damaged"), ("encrypted", "zip-encrypted"),
      ("checksum", "zip-member-damaged"), ("broken-data", "zip-member-damaged"),
      ("size-too-small", "zip-member-damaged"), ("size-too-large", "zip-member-damaged"),
      ("bzip2", "zip-method"), ("lzma", "zip-method"), ("deflate64", "zip-method"),
      ("several-disks", "zip-several-disks"), ("overlapping", "zip-bomb"),
      ("quoted", "zip-bomb"), ("too-large", "zip-bomb"), ("many-rows", "zip-bomb"),
      ("claims-many", "zip-too-many-members"), ("spreadsheet", "spreadsheet-not-read"),
      ("inside", "no-diary"),
    ])
  func whatIsRefusedSaysWhy(name: String, id: String) throws {
    let error = try #require(importFailure([Self.fixtures + name + ".zip"]))
    #expect(error.kind == .unusable)
    let fault = try #require(error.findings.last)
    #expect(fault.id == id)
    #expect(fault.severity == .error)
    #expect(fault.file.contains(name + ".zip"))
    #expect(!fault.remedy.isEmpty)
  }

  @Test func anArchiveInsideAnArchiveIsNamedAndNotOpened() throws {
    let error = try #require(importFailure([Self.fixtures + "inside.zip"]))
    #expect(error.findings.first?.id == "zip-inside-zip")
    #expect(error.findings.first?.file.hasSuffix("/inside.zip/inner.zip") == true)
  }

  @Test func aMemberWithAWrongChecksumGivesNoEntries() throws {
    let sound = Self.fixtures + "months.zip"
    #expect(importFailure([sound]) == nil)
    let error = try #require(importFailure([sound, Self.fixtures + "checksum.zip"]))
    #expect(error.findings.map(\.id).contains("zip-member-damaged"))
  }

  @Test func namesThatLeadOutAreShownWithoutHarm() throws {
    let result = try read("unsafe-names.zip")
    let diary = try #require(result.diaries.first)
    #expect(
      diary.inputs.map(\.name) == [
        "unsafe-names.zip/root/a.csv", "unsafe-names.zip/etc/passwd.csv",
        "unsafe-names.zip/C:/evil.csv", "unsafe-names.zip/red\u{FFFD}gnp.csv",
      ])
    #expect(result.findings.map(\.id) == ["zip-name-unsafe"])
    #expect(result.findings.first?.summary.hasPrefix("4 names") == true)
    #expect(FileSystem.kind(of: "/root/a.csv") == nil)
  }

  @Test(
    arguments: [
      ("a/b.csv", "a/b.csv", false), ("../a.csv", "a.csv", true), ("/a.csv", "a.csv", true),
      ("a/../../b.csv", "a/b.csv", true), ("./a.csv", "a.csv", false), ("..", "?", true),
      ("C:\\x\\a.csv", "C:/x/a.csv", true), ("a\\b.csv", "a/b.csv", false),
      ("a\nb.csv", "a\u{FFFD}b.csv", true), ("a\u{1B}[2J.csv", "a\u{FFFD}[2J.csv", true),
      ("a\u{2028}.csv", "a\u{FFFD}.csv", true), ("", "?", true),
      ("می\u{200C}خواهم.csv", "می\u{200C}خواهم.csv", false),
    ])
  func namesAreMadeHarmless(name: String, shown: String, isUnsafe: Bool) {
    let own = MemberName(name)
    #expect(own.shown == shown)
    #expect(own.isUnsafe == isUnsafe)
  }

  @Test func longNamesAreShownShort() {
    let own = MemberName(String(repeating: "a/", count: 30_000) + "end.csv")
    #expect(own.shown.unicodeScalars.count == MemberName.longest)
    #expect(own.shown.hasSuffix("/end.csv"))
  }

  @Test func contentDecidesAndNotTheName() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write(
      try FileSystem.contents(of: Self.fixtures + "deflated.zip"), to: folder + "/export.xml")
    let first = try Importer.read([folder + "/export.xml"])
    #expect(first.diaries.first?.entries.count == 60)
    let xml = Array(
      #"<diary xmlns="urn:reintro:diary:1"><entries><food time="2026-01-01" name="egg"/></entries></diary>"#
        .utf8)
    try FileSystem.write(xml, to: folder + "/export.zip")
    #expect(try Importer.read([folder + "/export.zip"]).diaries.first?.entries.count == 1)
  }

  @Test func bytesInMemoryAreReadAsFilesAre() throws {
    let path = Self.fixtures + "folders.zip"
    let bytes = try Importer.read(bytes: FileSystem.contents(of: path), name: "folders.zip")
    #expect(bytes.diaries == (try Importer.read([path]).diaries))
  }

  /// Another thread adds rows, in whole lines, from before the reading until after it.
  @Test func aFileThatGrowsWhileItIsReadIsRefused() throws {
    let path = try Fixtures.temporaryFolder() + "/a.csv"
    let rows = String(repeating: "2026-01-01,food,egg\n", count: 20_000)
    try FileSystem.write(Array(("time,kind,name\n" + rows).utf8), to: path)
    #expect(importFailure([path]) == nil)
    let writing = Flag()
    let started = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while writing.isUp {
        try? FileSystem.append(Array("2026-01-02,food,egg\n".utf8), to: path)
        started.signal()
        usleep(500)
      }
      ended.signal()
    }
    started.wait()
    let error = importFailure([path])
    writing.lower()
    ended.wait()
    #expect(error?.kind == .unusable)
    #expect(error?.findings.map(\.id) == ["file-changed"])
  }
}

/// A flag that one thread lowers and another looks at.
private final class Flag: Sendable {
  private let state = Mutex(true)
  var isUp: Bool { state.withLock { $0 } }
  func lower() { state.withLock { $0 = false } }
}
