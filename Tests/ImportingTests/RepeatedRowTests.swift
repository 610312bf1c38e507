// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// Canonical CSV files whose rows say what rows before them said, with odd ones between them.
private struct RepetitiveCSV {
  var random: SeededGenerator
  private let delimiter: String
  private let columns: [String]
  /// How many cells in a hundred are odd.
  private let oddity: Int
  private let quotesAll: Bool

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    delimiter = [",", ",", ",", ";", "\t"][Int.random(in: 0..<5, using: &random)]
    var columns = CanonicalCSVReader.columns
    if Int.random(in: 0..<3, using: &random) == 0 { columns.shuffle(using: &random) }
    if Int.random(in: 0..<4, using: &random) == 0 {
      columns.removeAll { ["participant", "value", "unit", "groups"].contains($0) }
    }
    if Int.random(in: 0..<4, using: &random) == 0 { columns.append("mood") }
    self.columns = columns
    oddity = [0, 1, 3, 10][Int.random(in: 0..<4, using: &random)]
    quotesAll = Int.random(in: 0..<6, using: &random) == 0
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func isOdd() -> Bool { Int.random(in: 0..<100, using: &random) < oddity }

  private mutating func time() -> String {
    let plain = [
      "2026-02-09T08:10", "2026-02-09", "2024-02-29T23:59", "2026-02-09T08:10:05",
      "2026-02-09T08:10+01:00", "2026-02-09T08:10:59-18:00", "2026-03-29T02:30", "9999-12-31",
      "0001-01-01T00:00", "2026-02-09T08:10Z", "2000-02-29", "1900-03-01T12:00:00Z",
    ]
    let odd = [
      "", " 2026-02-09", "2026-02-30", "2026-02-09T24:10", "0000-01-01", "2026_02_09", "2O26-02-09",
      "2026-02-09T08:10/2026-02-09T09:10", "2026-02-09T08:60", "2026-02-09T08:10+18:01",
      "1900-02-29",
      "2026-02-09T08:10:60", "2026-02-09T08:1", "2026-02-09T08:10 ", "2026-02-09t08:10",
      "2026-00-09",
      "2026-02-09T08:10+1:00", "2026-02-09T08:10:00.5Z", "09.02.2026", "2026-13-01",
      "2026-02-09T08:10z",
      "2026-02-09T08.10", "2026-02-09T08:10-00:00", "2026-02-09T08:10+01:60", "２026-02-09",
    ]
    return pick(isOdd() ? odd : plain)
  }

  private mutating func value(_ kind: String) -> String {
    if kind == "note" || kind == "phase" { return "" }
    if Int.random(in: 0..<5, using: &random) == 0 { return "" }
    if isOdd() {
      return pick([
        "11", "-1", "1e2", "1e999", "nan", "6,5", "0x10", " 3", "1 cup", "+4", "5.", ".5", "-0",
        "--1", "1.2.3",
        "123456789012345678901234567890", "0.1234567890123456", "00000000000000007", "٣",
        "moderate", "-",
        "999999999999999.9", "9007199254740993", "yes", "1_000", "1,000", "3\u{A0}", "inf",
      ])
    }
    if kind == "symptom" { return pick(["0", "3", "7.5", "10", "0.25"]) }
    return pick(["0", "1", "2.50", "9", "007", "6.125", "0.1", "8.3"])
  }

  private mutating func note() -> String {
    if Int.random(in: 0..<3, using: &random) > 0 { return "" }
    if isOdd() {
      return pick([
        " led", "trailed ", "tab\t", "\ttab", "a\u{1}b", "\u{FFFE}", "\u{FFFF}x", "5\" pipe",
        "\u{7F}",
        "e\u{301}", "\u{10FFFF}", "cr\rhere", "crlf\r\nhere", "\"", "\u{FEFF}mark", " ",
        "\u{D7FF}\u{E000}",
      ])
    }
    let long = String(
      repeating: "felt full for hours; ", count: Int.random(in: 1...16, using: &random))
    return pick([
      "breakfast", "eaten late, in a hurry", "said \"no\"", "two\nlines", "crème", "\"all\"",
      long + "x",
      "ate out with colleagues \(Int.random(in: 0..<9, using: &random))", "日本", "\"\"", "a\tb",
    ])
  }

  /// A cell as Python's `csv` or a spreadsheet writes it; some are quoted needlessly, or wrongly not.
  private mutating func cell(_ text: String) -> String {
    let needs = text.contains { $0 == "\"" || $0.isNewline } || text.contains(delimiter)
    guard needs || quotesAll || isOdd() else { return text }
    if needs && isOdd() { return text }
    let quoted = "\"" + text.replacing("\"", with: "\"\"") + "\""
    guard isOdd() else { return quoted }
    return pick([
      " " + quoted, quoted + " ", quoted + "x", quoted + "\t", "x" + quoted, quoted + "\"\"",
    ])
  }

  private mutating func row() -> String {
    let kinds = ["food", "food", "food", "symptom", "symptom", "context", "note", "phase"]
    let kind = isOdd() ? pick(["profile", "Food", "meal", "", "\"food\""]) : pick(kinds)
    let name: String
    let unit: String
    switch kind {
    case "symptom":
      name = pick(["bloating", "headache"])
      unit = isOdd() ? pick(["", "mild-severe", "0-4", "10-0", "x"]) : "0-10"
    case "context":
      (name, unit) = pick([
        ("sleep", "h"), ("stress", "0-10"), ("sleep", ""), ("sleep", "min"), ("mood", ""),
      ])
    case "note": (name, unit) = (pick(["", "title"]), "")
    case "phase": (name, unit) = (pick(["baseline", "challenge", "washout"]), "")
    default:
      name = pick([
        "oat porridge", "rice, boiled", "crème", "bread \"half\"", "milk", "a",
        "soup\nwith noodles",
      ])
      unit = pick(["g", "ml", "", "portion"])
    }
    let odd = [" toast ", "", "weather", "x\u{1}", "\u{FFFE}", "milkg"]
    var cells = [
      "participant": pick(["p1", "p2", "p3", "", "Zoë", "a, b"]), "time": time(), "kind": kind,
      "name": isOdd() ? pick(odd) : name, "value": value(kind), "unit": unit,
      "groups": isOdd()
        ? pick(["none", "unknown-group", "lactose gluten", "lactose,"]) : pick(["", "", "egg"]),
      "note": note(), "mood": pick(["", "", "7", "sad"]),
    ]
    if isOdd() { cells["participant"] = pick([" p1", "p1 ", "p\u{1}", "p4"]) }
    var texts = columns.map { cells[$0] ?? "" }
    for place in texts.indices { texts[place] = cell(texts[place]) }
    if isOdd() { texts.append("more") }
    if isOdd() { texts.removeLast() }
    return texts.joined(separator: delimiter)
  }

  /// The file, its header first.
  mutating func next(rows: Int) -> (header: [UInt8], rows: [UInt8]) {
    var bytes: [UInt8] = []
    let end = pick(["\n", "\n", "\r\n"])
    for _ in 0..<rows {
      bytes += row().utf8
      bytes += (isOdd() ? pick(["\r", "\n\n", "\r\n", "\n"]) : end).utf8
    }
    if oddity > 0 {
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        let byte = pick([0xFF, 0xC0, 0xED, 0x80, 0xF5, 0x22, 0x00, 0x0D, UInt8(ascii: ",")])
        bytes[Int.random(in: bytes.indices, using: &random)] = byte
      }
    }
    return (Array((columns.joined(separator: delimiter) + end).utf8), bytes)
  }
}

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
    isHere: Bool = true
  ) -> Reading {
    var context = ReadContext(
      file: "d.csv", input: 0, options: ImportOptions(),
      zone: isHere ? TimeZoneRules(identifier: "Europe/Berlin") : nil)
    context.keeping = keeping
    var reader = CanonicalCSVReader(context)
    var reading = Reading()
    do throws(ImportError) {
      // The first 64 KiB come in one piece in any case: blank lines push the rows behind them.
      let start = header + [UInt8](repeating: 0x0A, count: CSVSource.prefixSize)
      try reader.consume(start, count: start.count)
      for from in stride(from: 0, to: rows.count, by: pieces) {
        let piece = Array(rows[from..<min(rows.count, from + pieces)])
        try reader.consume(piece, count: piece.count)
      }
      reading.outcome = try reader.finish()
    } catch {
      reading.findings = error.findings
    }
    reading.repeated = reader.rowsRepeated
    return reading
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
      #expect(quick.findings == parsed.findings)
      #expect(quick.outcome?.parts.map(\.participant) == parsed.outcome?.parts.map(\.participant))
      #expect(quick.outcome?.parts.map(\.entries) == parsed.outcome?.parts.map(\.entries))
      #expect(quick.outcome?.findings == parsed.outcome?.findings)
      #expect(quick.outcome?.rows == parsed.outcome?.rows)
      #expect(quick.outcome?.rowsUnread == parsed.outcome?.rowsUnread)
      repeated = max(repeated, quick.repeated)
    }
    // Where few cells are odd the shortcut is to be taken, or nothing is compared.
    if let outcome = parsed.outcome, outcome.rowsUnread < 3 { #expect(repeated > 20) }
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
