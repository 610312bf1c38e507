// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Importing

@Suite("CSV bytes to rows")
struct CSVParserTests {
  /// The cells of a text, fed in pieces of a size.
  private func rows(
    _ bytes: [UInt8], piece: Int = .max, delimiter: Character = ","
  ) throws -> [[String]] {
    var parser = CSVParser(delimiter: delimiter.asciiValue ?? 0)
    var result: [[String]] = []
    var start = 0
    func cells(_ row: CSVRow) -> [String] {
      (0..<row.count).map { String(decoding: row.cell($0), as: UTF8.self) }
    }
    while start < bytes.count {
      let end = min(bytes.count, start + min(piece, bytes.count))
      let part = Array(bytes[start..<end])
      var position = 0
      while try parser.nextRow(in: part, from: &position, to: part.count) {
        result.append(cells(parser.row))
      }
      start = end
    }
    if try parser.finish() { result.append(cells(parser.row)) }
    return result
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("a\n\r\nb\rc", [["a"], ["b"], ["c"]]),
    ("1,2,", [["1", "2", ""]]),
    (",\n", [["", ""]]),
    ("\n\n", []),
    ("  \n", []),
    ("\"\"\n", [[""]]),
    ("\"a\"\"b\",\"c,d\"\n", [["a\"b", "c,d"]]),
    ("\"x\ny\r\nz\",1\n", [["x\ny\r\nz", "1"]]),
    ("5\" pipe,ab\"c\n", [["5\" pipe", "ab\"c"]]),
    ("a, \"b, c\" ,d\n", [["a", "b, c", "d"]]),
    ("\"a\" b,c\n", [["ab", "c"]]),
    (" a , b\n", [[" a ", " b"]]),
    ("é,\"ü\"\n", [["é", "ü"]]),
    ("a\u{0}b,\"c\u{B}d\"\n", [["a b", "c d"]]),
  ])
  func texts(_ text: String, _ expected: [[String]]) throws {
    for piece in [1, 2, 3, Int.max] {
      #expect(try rows(Array(text.utf8), piece: piece) == expected)
    }
  }

  @Test func otherDelimiters() throws {
    #expect(try rows(Array("a;b,c\n".utf8), delimiter: ";") == [["a", "b,c"]])
    #expect(try rows(Array("a\tb c\t\n".utf8), delimiter: "\t") == [["a", "b c", ""]])
  }

  /// A reader of the RFC's grammar over characters, without any of the parser's states.
  private func plainRows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      var row: [String] = []
      while true {
        var cell = String.UnicodeScalarView()
        if rest.first == "\"" {
          rest.removeFirst()
          while true {
            guard let next = rest.popFirst() else { return nil }
            if next != "\"" {
              cell.append(next)
            } else if rest.first == "\"" {
              cell.append("\"")
              rest.removeFirst()
            } else {
              break
            }
          }
        } else {
          while let next = rest.first, next != ",", next != "\n" {
            cell.append(next)
            rest.removeFirst()
          }
        }
        row.append(String(cell))
        guard rest.first == "," else { break }
        rest.removeFirst()
      }
      if rest.first == "\n" { rest.removeFirst() }
      rows.append(row)
    }
    return rows
  }

  @Test(arguments: UInt64(0)..<200)
  func agreesWithAPlainReaderInPiecesOfAnySize(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      var cells: [String] = []
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        var content = ""
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          content +=
            ["a", "é", "\"", ",", "\n", "🍞", "1", "x y"].randomElement(using: &generator) ?? "a"
        }
        let needsQuotes = content.contains { "\",\n".contains($0) }
        let isQuoted = needsQuotes || Bool.random(using: &generator) || content.isEmpty
        cells.append(isQuoted ? "\"" + content.replacing("\"", with: "\"\"") + "\"" : content)
      }
      text += cells.joined(separator: ",") + "\n"
    }
    let expected = try #require(plainRows(text))
    let bytes = Array(text.utf8)
    for piece in [1, Int.random(in: 2...64, using: &generator), Int.max] {
      #expect(try rows(bytes, piece: piece) == expected)
    }
  }

  @Test(arguments: UInt64(0)..<300)
  func anyBytesAtAllGiveTheSameInAnyPieces(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let signs: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x61, 0x00, 0xC3, 0xA9, 0xFF, 0x09]
    let bytes = (0..<200).map { _ in signs.randomElement(using: &generator) ?? 0 }
    func outcome(_ piece: Int) -> String {
      do { return "\(try rows(bytes, piece: piece))" } catch { return "\(error)" }
    }
    let whole = outcome(.max)
    #expect(outcome(1) == whole)
    #expect(outcome(7) == whole)
  }

  @Test func linesAndRowsAreCountedApart() throws {
    let text = Array("h\n\n\"a\nb\r\nc\"\r\nd\re\n".utf8)
    var parser = CSVParser(delimiter: 0x2C)
    var position = 0
    var places: [[Int]] = []
    while try parser.nextRow(in: text, from: &position, to: text.count) {
      places.append([parser.row.number, parser.row.line])
    }
    #expect(places == [[1, 1], [2, 3], [3, 6], [4, 7]])
  }

  @Test func anUnterminatedQuoteNamesItsLine() throws {
    let error = #expect(throws: CSVFault.self) {
      try rows(Array("a,b\n1,\"2\n3,4\n5,6\n".utf8))
    }
    #expect(error?.id == "csv-unterminated-quote")
    #expect(error?.line == 2)
  }

  @Test(arguments: [
    (",\"" + String(repeating: "x", count: 1 << 20) + "yy\"\n", "csv-cell-too-long"),
    (String(repeating: String(repeating: "x", count: 999) + ",", count: 9_990), "no fault"),
    (
      String(repeating: String(repeating: "x", count: 1_100) + ",", count: 9_990),
      "csv-row-too-long"
    ),
    (String(repeating: ",", count: 10_001), "csv-too-many-cells"),
  ])
  func sizesAreLimited(_ text: String, _ id: String) {
    var found = "no fault"
    do { _ = try rows(Array(("h\n" + text).utf8)) } catch {
      found = (error as? CSVFault)?.id ?? "\(error)"
      #expect((error as? CSVFault)?.line == 2)
    }
    #expect(found == id)
  }

  @Test(arguments: [
    ("a,b,c\n", ","), ("a;b;c\n", ";"), ("a\tb\n", "\t"), ("abc\n", ","), ("a,b;c\n", ","),
    ("\"a;b;c\",d\n", ","), ("a|b|c,d\n", "|"), ("a|b,c\n", ","), ("\n\n a;b\n1,2,3,4\n", ";"),
  ])
  func delimitersAreToldFromTheHeader(_ text: String, _ expected: Character) {
    #expect(CSVSniffer.delimiter(of: Array(text.utf8)) == expected.asciiValue)
  }
}
