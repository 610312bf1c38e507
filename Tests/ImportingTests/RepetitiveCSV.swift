// SPDX-License-Identifier: Apache-2.0

import TestSupport

@testable import Importing

/// Canonical CSV files whose rows say what rows before them said, with odd ones between them.
struct RepetitiveCSV {
  var random: SeededGenerator
  private let delimiter: String
  private let columns: [String]
  /// How many cells in a hundred are odd.
  private let oddity: Int
  private let quotesAll: Bool
  /// What ends a row that is not odd.
  private var end = "\n"

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
    end = pick(["\n", "\n", "\r\n"])
    let rows = more(rows: rows)
    return (Array((columns.joined(separator: delimiter) + end).utf8), rows)
  }

  /// More rows of the same file.
  mutating func more(rows: Int) -> [UInt8] {
    var bytes: [UInt8] = []
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
    return bytes
  }
}
