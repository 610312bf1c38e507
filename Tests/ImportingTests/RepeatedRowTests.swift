// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("Rows that say what others said are the same as rows read one by one")
struct RepeatedRowTests {
  @Test("An age that is blank or wrong is told, also behind one that is right")
  func blankAge() throws {
    let head = "participant,time,kind,name,value\np,2026-01-01,food,rice,\n"
    let rows = { (age: String) in
      head + "p,2026-01-01,profile,age,35\np,2026-01-02,profile,age,\(age)\n"
        + (3...40).map { "p,2026-01-\($0 % 9 + 11),food,rice,\n" }.joined()
    }
    for age in ["", "-4"] {
      let found = try Importer.read([(Array(rows(age).utf8), "d.csv")]).findings
      #expect(found.contains { $0.id == "age-not-readable" && $0.line == 4 }, "\(age)")
    }
    let right = try Importer.read([(Array(rows("36").utf8), "d.csv")])
    #expect(right.findings.isEmpty)
  }

  private struct Reading {
    var outcome: ReadOutcome?
    var findings: [Finding] = []
    var repeated = 0
  }

  /// What is read of a file whose rows come in pieces of any size.
  private func reading(
    _ header: [UInt8], _ rows: [UInt8], pieces: Int, keeping: EntryKeeping = .all,
    isHere: Bool = true, draftingUpTo most: Int? = nil
  ) -> Reading {
    var context = ReadContext(
      file: "d.csv", input: 0, options: ImportOptions(),
      zone: isHere ? TimeZoneRules(identifier: "Europe/Berlin") : nil)
    context.keeping = keeping
    var reader = CanonicalCSVReader(context)
    var reading = Reading()
    var random = SeededGenerator(seed: UInt64(pieces))
    do throws(ImportError) {
      // The first 64 KiB come in one piece in any case: a blank line pushes the rows behind them.
      let start = header + [UInt8](repeating: 0x20, count: CSVSource.prefixSize) + [0x0A]
      try reader.consume(start, count: start.count)
      for from in stride(from: 0, to: rows.count, by: pieces) {
        let piece = Array(rows[from..<min(rows.count, from + pieces)])
        var drafts = RowDrafts()
        if let most, let layout = reader.rowLayout {
          // As a thread makes them that may stop at any time.
          var left = Int.random(in: 0...most, using: &random)
          unsafe piece.withUnsafeBufferPointer {
            unsafe drafts.make(of: $0, layout) {
              left -= 1
              return left >= 0
            }
          }
        }
        try reader.consume(piece, count: piece.count, &drafts)
      }
      reading.outcome = try reader.finish()
    } catch {
      reading.findings = error.findings
    }
    reading.repeated = reader.rowsRepeated
    return reading
  }

  private func expectSame(
    _ quick: Reading, _ parsed: Reading, _ place: SourceLocation = #_sourceLocation
  ) {
    let (one, other) = (quick.outcome, parsed.outcome)
    #expect(quick.findings == parsed.findings, sourceLocation: place)
    #expect(one?.parts.map(\.participant) == other?.parts.map(\.participant), sourceLocation: place)
    #expect(one?.parts.map(\.entries) == other?.parts.map(\.entries), sourceLocation: place)
    #expect(one?.findings == other?.findings, sourceLocation: place)
    #expect(one?.rows == other?.rows, sourceLocation: place)
    #expect(one?.rowsUnread == other?.rowsUnread, sourceLocation: place)
  }

  @Test(arguments: UInt64(1)...300)
  func inPiecesOfAnySize(seed: UInt64) throws {
    var source = RepetitiveCSV(seed: seed)
    let (header, rows) = source.next(rows: 300)
    // Pieces shorter than a row leave no row whole, so that each is parsed.
    let parsed = reading(header, rows, pieces: 3)
    #expect(parsed.repeated == 0)
    var repeated = 0
    for pieces in [40, 100, 1000, 1 << 20] {
      let quick = reading(header, rows, pieces: pieces)
      expectSame(quick, parsed)
      repeated = max(repeated, quick.repeated)
    }
    // Where few cells are odd the shortcut is to be taken, or nothing is compared.
    if let outcome = parsed.outcome, outcome.rowsUnread < 3 { #expect(repeated > 20) }
  }

  @Test("Drafts made beforehand change nothing", arguments: UInt64(501)...580)
  func draftedBeforehand(seed: UInt64) throws {
    var source = RepetitiveCSV(seed: seed)
    let (header, rows) = source.next(rows: 200)
    let parsed = reading(header, rows, pieces: 3)
    var repeated = 0
    let lengths = (0..<3).map { _ in Int.random(in: 30...2000, using: &source.random) }
    for pieces in lengths + [1 << 20] {
      for most in [1, 40] {
        let quick = reading(header, rows, pieces: pieces, draftingUpTo: most)
        expectSame(quick, parsed)
        repeated = max(repeated, quick.repeated)
      }
    }
    if let outcome = parsed.outcome, outcome.rowsUnread < 3 { #expect(repeated > 10) }
  }

  @Test("A file cut at every place, each piece with its drafts, gives the same")
  func cutEverywhere() throws {
    var source = RepetitiveCSV(seed: 18)
    let (header, once) = source.next(rows: 8)
    let rows = once + once
    var repeated = 0
    let parsed = reading(header, rows, pieces: 3)
    for pieces in 5...rows.count {
      let quick = reading(header, rows, pieces: pieces, draftingUpTo: 100)
      expectSame(quick, parsed)
      repeated = max(repeated, quick.repeated)
    }
    #expect(repeated > 0)
  }

  @Test("A file that another thread reads ahead gives what it gives in memory", arguments: [1, 4])
  func readAhead(seed: UInt64) throws {
    var source = RepetitiveCSV(seed: seed)
    var (bytes, rows) = source.next(rows: 400)
    while bytes.count < 3 * ReadingAhead<FileSource>.least {
      for _ in 0..<8 { bytes += rows }
      rows = source.more(rows: 400)
    }
    let path = try Fixtures.temporaryFolder() + "/d.csv"
    try FileSystem.write(bytes, to: path)
    do throws(ImportError) {
      let one = try Importer.read([path])
      let other = try Importer.read([(bytes, path)])
      #expect(one.diaries.map(\.participant) == other.diaries.map(\.participant))
      #expect(one.diaries.map(\.entries) == other.diaries.map(\.entries))
      #expect(one.findings == other.findings)
      #expect(one.rowsUnread == other.rowsUnread)
    } catch {
      let again = #expect(throws: ImportError.self) { try Importer.read([(bytes, path)]) }
      #expect(again?.findings == error.findings)
    }
  }

  @Test("Counting gives the numbers and findings of holding", arguments: UInt64(301)...400)
  func counted(seed: UInt64) throws {
    var source = RepetitiveCSV(seed: seed)
    let (header, rows) = source.next(rows: 200)
    for isHere in [true, false] {
      let held = reading(header, rows, pieces: 1 << 20, isHere: isHere)
      let counted = reading(header, rows, pieces: 1 << 20, keeping: .none, isHere: isHere)
      guard let one = held.outcome, let other = counted.outcome, !other.lacksEntries else {
        continue
      }
      #expect(other.findings == one.findings)
      #expect(other.rows == one.rows)
      #expect(other.rowsUnread == one.rowsUnread)
      #expect(other.parts.allSatisfy { $0.entries.isEmpty })
      #expect(other.parts.map(\.participant) == one.parts.map(\.participant))
      #expect(other.parts.map(\.count) == one.parts.map(\.entries.count))
      #expect(other.parts.map(\.firstLine) == one.parts.map { $0.entries.first?.origin.line })
      guard let zone = TimeZoneRules(identifier: "Europe/Berlin"), isHere else { continue }
      #expect(
        other.parts.map { $0.skippedTimes(zone)?.count }
          == one.parts.map { $0.skippedTimes(zone)?.count })
    }
  }

  @Test("Unused context is counted in each row")
  func unusedContext() throws {
    let rows = (1...9).map { "p1,2026-02-0\($0),context,weather,1,,,\n" }.joined()
    let header = CanonicalCSVReader.columns.joined(separator: ",") + "\n"
    let reading = reading(Array(header.utf8), Array(rows.utf8), pieces: 1 << 20)
    let finding = try #require(reading.outcome?.findings.first)
    #expect(finding.id == "context-unused")
    #expect(finding.times == 9)
  }

  @Test("Checking tells what reading tells, and holds nothing", arguments: UInt64(401)...440)
  func checked(seed: UInt64) throws {
    var source = RepetitiveCSV(seed: seed)
    let (header, rows) = source.next(rows: 300)
    let path = try Fixtures.temporaryFolder() + "/d.csv"
    try FileSystem.write(header + rows, to: path)
    do throws(ImportError) {
      let result = try Importer.read([path])
      let checked = try Importer.check([path])
      #expect(checked.findings == result.findings)
      #expect(checked.entries == result.diaries.reduce(0) { $0 + $1.entries.count })
      #expect(checked.diaries.map(\.participant) == result.diaries.map(\.participant))
      #expect(checked.diaries.map(\.inputs) == result.diaries.map(\.inputs))
      #expect(checked.diaries.allSatisfy { $0.entries.isEmpty })
    } catch {
      let again = #expect(throws: ImportError.self) { try Importer.check([path]) }
      #expect(again?.findings == error.findings)
    }
  }
}
