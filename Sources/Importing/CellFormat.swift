// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How the cells of a file write numbers and dates.
struct CellFormat {
  /// Whether a comma in a number is a decimal comma, as in files whose cells a semicolon or a tab
  /// parts.
  var hasDecimalComma = false
  /// The order of day, month and year that the user states or the file proves.
  var order: DateOrder?

  /// The text with a decimal point, where it is a number whose comma is a decimal comma.
  func pointed(_ text: String, line: Int, log: inout FindingLog) -> String {
    tellOfPoint(text, line: line, log: &log)
    guard hasDecimalComma, let number = decimalComma(text) else { return text }
    log.tally(
      "number-decimal-comma", .note, line: line,
      "“\(text.shortened)” was read as \(NumberText.text(number)).")
    return NumberText.text(number)
  }

  /// Tells of a point that may part thousands, as commas part decimals where a semicolon or a tab parts
  /// cells: `1.200` is 1.2 in one program and 1200 in another.
  func tellOfPoint(_ text: String, line: Int, log: inout FindingLog) {
    guard hasDecimalComma, let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return }
    let whole = text.utf8[..<point].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let rest = text.utf8[point...].dropFirst()
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard (1...3).contains(whole.count), whole.first != UInt8(ascii: "0"), rest.count == 3,
      whole.allSatisfy(isDigit), rest.allSatisfy(isDigit)
    else { return }
    let both = String(text[..<point]) + String(text[point...].dropFirst())
    let comma = String(text.map { $0 == "." ? "," : $0 })
    log.tally(
      "number-with-point", .warning, line: line,
      "The point in “\(text)” may part decimals or thousands; it was read as \(NumberText.text(NumberText.number(text) ?? 0)).",
      remedy: "Write \(both) if it parts thousands, \(comma) if it parts decimals.")
  }

  /// The number of a text with a comma that is a decimal comma; `nil` for anything else.
  func decimalComma(_ text: String) -> Double? {
    guard hasDecimalComma, NumberText.read(text) == .comma else { return nil }
    return NumberText.number(String(text.map { $0 == "," ? "." : $0 }))
  }
}

extension CellFormat {
  /// The date of a text, with its clock time where it has one; `nil` where it is no date.
  ///
  /// - Throws: `RowFault` for a day that is not, or whose order is not known.
  func date(_ text: String) throws(RowFault) -> (day: CivilDate, reading: DateReading)? {
    guard let reading = DateFormat.automatic(text, .english) else { return nil }
    switch reading.day {
    case .known(let day): return (day, reading)
    case .numbers(let numbers):
      guard let order else {
        throw RowFault(
          id: "date-order-ambiguous", summary: "“\(text.shortened)” can be read in several ways.",
          remedy: "Say it with --date-order dmy or mdy.")
      }
      guard numbers.allows(order), let day = numbers.point(order)?.date else {
        throw RowFault(
          id: "date-not-existing",
          summary: "There is no day “\(text.shortened)” (read as \(order.rawValue)).",
          remedy: "Correct the date, or --date-order.")
      }
      return (day, reading)
    }
  }
}

extension Entry {
  /// Moves a value to the note that looks like a number and is none that can be kept, such as `NaN` or,
  /// where commas part cells, `1,5`.
  mutating func keepOddNumberAsNote(_ log: inout FindingLog) {
    guard case .text(let text)? = value else { return }
    switch NumberText.read(text) {
    case .number, .text: return
    case .notFinite, .comma: break
    }
    value = nil
    note = [note, text].compactMap(\.self).joined(separator: "; ")
    log.tally(
      "amount-not-a-number", .warning, line: origin.line,
      "The amount “\(text.shortened)” is not a number; it was kept as a note.",
      remedy: "Give a number with a decimal point.")
  }
}
