// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// A file that is refused or read with care, beside a good diary in one folder.
@Suite("A hostile file beside a good one in a folder")
struct HostileFolderTests {
  private static let good = "time,kind,name,value,unit\n2026-01-01,food,milk,1,cup\n"
  private static let xml = "<diary xmlns=\"urn:reintro:diary:1\">\n<entries>\n"

  private func findings(_ name: String, _ bytes: [UInt8]) throws -> (
    found: [Finding], entries: Int?
  ) {
    let folder = try Fixtures.temporaryFolder() + "/in"
    try FileSystem.makeFolder(folder)
    try FileSystem.write(Array(Self.good.utf8), to: folder + "/good.csv")
    try FileSystem.write(bytes, to: folder + "/" + name)
    do throws(ImportError) {
      let result = try Importer.read([folder])
      return (result.findings, result.diaries.reduce(0) { $0 + $1.entries.count })
    } catch {
      return (error.findings, nil)
    }
  }

  private func fixture(_ name: String) throws -> [UInt8] {
    try FileSystem.contents(of: Fixtures.root + "/Tests/ZipFixtures/" + name)
  }

  @Test(
    "Archives: the place, what it is, what to do",
    arguments: [
      ("inside", "zip-inside-zip", "/in/bad.zip/inner.zip", true),
      ("encrypted", "zip-encrypted", "/in/bad.zip/a.csv", false),
      ("too-large", "zip-bomb", "/in/bad.zip", false),
      ("unsafe-names", "zip-name-unsafe", "/in/bad.zip", true),
    ])
  func archives(_ name: String, _ id: String, _ place: String, _ isRead: Bool) throws {
    let (found, entries) = try findings("bad.zip", try fixture(name + ".zip"))
    let finding = try #require(found.first { $0.id == id })
    #expect(finding.file.contains(place.dropLast(place.hasSuffix("a.csv") ? 5 : 0)))
    #expect(finding.severity == (isRead ? .warning : .error) && !finding.remedy.isEmpty)
    #expect((entries != nil) == isRead)
  }

  @Test(
    "Text: the line, what it is, what to do",
    arguments: [
      (
        "a.csv", "csv-cell-too-long", good + "2026-01-02,food," + many("x", 10_000_000) + ",1,g\n",
        3
      ),
      (
        "a.csv", "csv-row-too-long",
        good + "2026-01-02" + many("," + many("x", 900_000), 12) + "\n", 3
      ),
      ("a.xml", "xml-limit", xml + "<food name=\"" + many("x", 10_000_000) + "\"/>", 3),
      ("a.xml", "xml-limit", xml + many("<a>", 100_000), 3),
    ])
  func texts(_ name: String, _ id: String, _ text: String, _ line: Int) throws {
    let (found, entries) = try findings(name, Array(text.utf8))
    #expect(entries == nil)
    let finding = try #require(found.first { $0.severity == .error })
    #expect(finding.id == id && finding.file.hasSuffix("/in/" + name))
    #expect(finding.line == line && !finding.remedy.isEmpty)
  }

  @Test("NUL bytes in a cell are read as blanks, and a file of nothing else is left out")
  func nulBytes() throws {
    let (found, entries) = try findings(
      "a.csv", Array((Self.good + "2026-01-02,food,mi\u{0}lk,1,cup\n").utf8))
    #expect(entries == 2 && found.map(\.id) == ["csv-control-character", "entries-repeated"])
    #expect(found.first?.line == 3)
    let xml = Self.xml + "<food time=\"2026-01-02\" name=\"mi\u{0}lk\"/></entries></diary>"
    let document = try findings("a.xml", Array(xml.utf8))
    #expect(document.entries == 2 && document.found.map(\.id) == ["xml-control-character"])
    #expect(document.found.first?.line == 3)
    let zeros = try findings("z.csv", [UInt8](repeating: 0, count: 5000))
    #expect(zeros.entries == 1 && zeros.found.map(\.id) == ["file-empty"])
    #expect(zeros.found.first?.summary.contains("zero bytes") == true)
  }

  @Test("Two participants of one folder are two diaries, each with its own file")
  func twoParticipants() throws {
    let folder = try Fixtures.temporaryFolder() + "/in"
    try FileSystem.makeFolder(folder)
    for name in ["p1", "p2"] {
      let text = "participant,time,kind,name\n\(name),2026-01-01,food,rice\n"
      try FileSystem.write(Array(text.utf8), to: "\(folder)/\(name).csv")
    }
    let result = try Importer.read([folder])
    #expect(result.diaries.map(\.participant) == ["p1", "p2"])
    #expect(result.diaries.map { $0.inputs.map(\.name) } == [["p1.csv"], ["p2.csv"]])
  }

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}
