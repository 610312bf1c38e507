// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("Files of several participants that cannot be read to their end")
struct CutFileTests {
  private static let header = "participant,time,kind,name,value,unit,groups,note\n"
  private static let open = "2026-02-09,note,,,,,\"never closed\n"
  private static let start = "<?xml version=\"1.0\"?>\n<diaries xmlns=\"urn:reintro:diary:1\">\n"

  private static func rows(_ who: String, _ count: Int) -> String {
    (0..<count).map { "\(who),2026-02-0\($0 % 9 + 1),food,milk,\($0 + 1),cup,,\n" }.joined()
  }

  private static func diary(_ who: String, _ count: Int) -> String {
    "<diary participant=\"\(who)\"><entries>"
      + (0..<count).map { "<food time=\"2026-02-0\($0 % 9 + 1)\">milk</food>\n" }.joined()
      + "</entries></diary>\n"
  }

  /// What is seen of a reading.
  private struct Reading: Equatable {
    /// How many entries each has.
    var people: [String: Int] = [:]
    var unreadable = 0
    var findings: [Finding] = []

    var errors: [String] {
      findings.filter { $0.severity == .error }.map { "\($0.id) \($0.line ?? 0)" }
    }

    init(_ diaries: [Diary], _ findings: [Finding]) {
      for diary in diaries { people[diary.participant ?? "", default: 0] += diary.entries.count }
      unreadable = diaries.reduce(0) { $0 + $1.unreadable.count }
      self.findings = findings
    }
  }

  /// Reads a file as a unit of a batch: whole, and in parts of several sizes, which must be the same.
  private static func read(_ text: String, _ name: String, isUnit: Bool = true) throws -> Reading {
    let path = try Fixtures.temporaryFolder() + "/" + name
    try FileSystem.write(Array(text.utf8), to: path)
    var options = ImportOptions()
    options.isUnit = isUnit
    var whole: Reading
    do throws(ImportError) {
      let result = try Importer.read([path], options: options)
      whole = Reading(result.diaries, result.findings)
    } catch {
      whole = Reading([], error.findings)
    }
    for (atOnce, together) in [(1, 1), (5, 40), (100_000, 10)] {
      var parts: Reading
      do throws(ImportError) {
        let split = try SplitImport(
          InputFiles([path]), options: options, mostAtOnce: atOnce, mostTogether: together)
        var diaries: [Diary] = []
        try split.forEach { diary in
          diaries.append(diary)
          return true
        }
        parts = Reading(diaries, split.findings)
      } catch {
        parts = Reading([], error.findings)
      }
      #expect(parts == whole)
    }
    return whole
  }

  @Test func thoseWhoStandWholeBeforeAQuoteAreKept() throws {
    let before = Self.header + Self.rows("p1", 3) + Self.rows("p2", 4)
    // Line 1 is the header, 2 to 4 are p1's, 5 to 8 p2's.
    let inTheThird = try Self.read(
      before + Self.rows("p3", 2) + "p3," + Self.open + Self.rows("p4", 5), "d.csv")
    #expect(inTheThird.people == ["p1": 3, "p2": 4])
    #expect(inTheThird.errors == ["csv-unterminated-quote 11"])
    let summary = try #require(inTheThird.findings.last).summary
    #expect(summary.contains("the 2 participants who stand whole"))
    // Whoever starts with it has no row before.
    let atTheThird = try Self.read(before + "p3," + Self.open + Self.rows("p4", 5), "d.csv")
    #expect(atTheThird.people == ["p1": 3, "p2": 4])
    #expect(atTheThird.errors == ["csv-unterminated-quote 9"])
    // Of a name in the quote itself it is not known whether it goes on.
    let inTheName = try Self.read(before + "\"p3,2026-02-09,note\n", "d.csv")
    #expect(inTheName.people == ["p1": 3])
    #expect(inTheName.findings.last?.summary.contains("the participant who stands whole") == true)
  }

  @Test(arguments: [
    // In the first, among rows by time, and where somebody comes again in the row or behind it.
    rows("p1", 3) + "p1," + open + rows("p2", 3),
    rows("p1", 1) + rows("p2", 1) + rows("p1", 1) + rows("p3", 1) + "p4," + open,
    rows("p1", 3) + rows("p2", 3) + "p1," + open,
    rows("p1", 1) + "p2," + open + rows("p3", 1) + rows("p1", 1),
    rows("p1", 1) + "p2," + open + " p1 ,2026-02-09,food,milk,,,,\n",
    rows("p1", 1) + "p2," + open + "p1,2026-02-09,food,milk,,,,",
    // Rows without a name may be anybody's.
    rows("p1", 3) + rows("", 1) + rows("p2", 3) + "p3," + open,
  ]) func nobodyIsKeptWhoMayGoOn(rows: String) throws {
    let reading = try Self.read(Self.header + rows, "d.csv")
    #expect(reading.people.isEmpty)
    #expect(reading.errors.count == 1)
    #expect(reading.errors.allSatisfy { $0.hasPrefix("csv-unterminated-quote") })
  }

  @Test func whoStandsWholeIsKnownThoughTheRestIsLong() throws {
    // The cell goes beyond its limit of 1 MiB before the file ends.
    let before = Self.header + Self.rows("p1", 3) + Self.rows("p2", 4) + "p3," + Self.open
    let rest = (1...800).map { Self.rows("q\($0)", 60) }.joined()
    #expect(rest.utf8.count > 3 << 19)
    let kept = try Self.read(before + rest, "d.csv")
    #expect(kept.people == ["p1": 3, "p2": 4])
    #expect(kept.errors == ["csv-cell-too-long 9"])
    #expect(try Self.read(before + rest + "p2,2026-02-09,food,milk", "d.csv").people.isEmpty)
  }

  @Test func rowsOfThoseWhoAreLostAreNobodyElses() throws {
    let unread = "p2,2026-02-09,symptom,throat swelling,77,0-10,,choked\n"
    let rows = Self.rows("p1", 30) + Self.rows("p2", 3) + unread + "p2," + Self.open
    let reading = try Self.read(Self.header + rows, "d.csv")
    #expect(reading.people == ["p1": 30])
    #expect(reading.unreadable == 0)
    #expect(reading.errors.count == 2)
  }

  @Test(arguments: 0..<30) func aQuoteAnywhereLosesNobodyBeforeIt(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let counts = (1...8).map { ("p\($0)", Int.random(in: 1...12, using: &random)) }
    let broken = Int.random(in: 0..<8, using: &random)
    var text = Self.header
    var line = 1
    for (place, (who, count)) in counts.enumerated() {
      let before = place == broken ? Int.random(in: 0...count, using: &random) : count
      text += Self.rows(who, before)
      if place <= broken { line += before }
      if place == broken { text += who + "," + Self.open + Self.rows(who, count - before) }
    }
    let reading = try Self.read(text, "d.csv")
    #expect(reading.people == Dictionary(uniqueKeysWithValues: counts[..<broken].map { $0 }))
    #expect(reading.errors == ["csv-unterminated-quote \(line + 1)"])
  }

  @Test(arguments: 0..<30) func xmlThatIsCutOffLosesNobodyBeforeIt(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let counts = (1...8).map { ("p\($0)", Int.random(in: 1...12, using: &random)) }
    let diaries = counts.map { Self.diary($0.0, $0.1) }
    let all = Self.start + diaries.joined() + "</diaries>"
    // Anywhere behind the root's tag.
    let end = Int.random(in: Self.start.utf8.count..<all.utf8.count, using: &random)
    var rest = end - Self.start.utf8.count
    var whole: [(String, Int)] = []
    for (who, diary) in zip(counts, diaries) {
      rest -= diary.utf8.count
      // The line end behind the diary is none of it.
      guard rest >= -1 else { break }
      whole.append(who)
    }
    let reading = try Self.read(String(decoding: all.utf8.prefix(end), as: UTF8.self), "d.xml")
    #expect(reading.people == Dictionary(uniqueKeysWithValues: whole))
    #expect(reading.errors.count == 1)
    #expect(reading.errors.allSatisfy { $0.hasPrefix("xml-not-well-formed") })
  }

  @Test func nobodyIsKeptWhoHasTwoDiariesInXML() throws {
    let twice = Self.diary("p1", 3) + Self.diary("p2", 3) + Self.diary("p1", 2)
    #expect(try Self.read(Self.start + twice + "<diary", "d.xml").people.isEmpty)
    #expect(
      try Self.read(Self.start + twice + "</diaries>", "d.xml").people == ["p1": 5, "p2": 3])
  }

  @Test func otherFaultsOfXMLKeepNobody() throws {
    let two = Self.start + Self.diary("p1", 3) + Self.diary("p2", 3)
    #expect(try Self.read(two + "<diary participant=\"&x;\"/></diaries>", "d.xml").people.isEmpty)
    #expect(try Self.read(two + "<other/>" + Self.diary("p3", 3), "d.xml").people.isEmpty)
  }

  @Test func outsideABatchAndInFoldersTheFileIsAFault() throws {
    let text = Self.header + Self.rows("p1", 3) + "p2," + Self.open
    let alone = try Self.read(text, "d.csv", isUnit: false)
    #expect(alone.people.isEmpty && alone.errors == ["csv-unterminated-quote 5"])
    let folder = try Fixtures.temporaryFolder() + "/p"
    try FileSystem.makeFolder(folder)
    try FileSystem.write(Array(text.utf8), to: folder + "/d.csv")
    var options = ImportOptions()
    options.isUnit = true
    #expect(throws: ImportError.self) { _ = try Importer.read([folder], options: options) }
  }
}
