// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// What ends the reading of a CSV file.
struct CSVFault: Error, Hashable {
  /// The finding's identifier.
  var id: String
  /// The line to show.
  var line: Int
  /// What was found and expected.
  var summary: String
  /// What to do.
  var remedy: String
}

/// A push parser of RFC 4180 on bytes, for UTF-8 and its subsets.
///
/// Beyond the RFC: rows may end in LF, CR LF or CR, also within one file; blanks before an opening
/// and after a closing quote are ignored; a quote inside an unquoted cell is text; control
/// characters become blanks. What a quoted cell holds stays as it is. Blank lines are no rows.
struct CSVParser {
  /// The most bytes of a cell.
  static let cellLimit = 1 << 20
  /// The most bytes of a row.
  static let rowLimit = 10_000_000
  /// The most cells of a row.
  static let cellCountLimit = 10_000

  /// The row that `nextRow` completed.
  private(set) var row = CSVRow()
  /// The 1-based line of the next byte.
  private(set) var line = 1

  private enum State { case cellStart, plain, quoted, quoteSeen, afterQuoted }
  private enum Meaning: UInt8 { case text, delimiter, quote, lineFeed, carriageReturn, control }

  private var state = State.cellStart
  private var cellStart = 0
  private var cellQuoted = false
  private var quoteLine = 1
  private var skipsLineFeed = false
  private var rowIsDone = false
  private let delimiter: UInt8
  private let quote: UInt8
  private let meanings: [Meaning]

  /// Creates a parser for cells that `delimiter` parts, in quotes of the sign `quote`, if any.
  init(delimiter: UInt8, quote: UInt8? = UInt8(ascii: "\"")) {
    self.delimiter = delimiter
    self.quote = quote ?? UInt8(ascii: "\"")
    meanings = (0...255).map { value in
      switch UInt8(truncatingIfNeeded: value) {
      case delimiter: .delimiter
      case quote: .quote
      case UInt8(ascii: "\n"): .lineFeed
      case UInt8(ascii: "\r"): .carriageReturn
      case 0x09: .text
      case 0..<0x20, 0x7F: .control
      default: .text
      }
    }
  }

  /// Parses on from `position` up to `limit`; returns whether `row` is complete.
  mutating func nextRow(
    in bytes: [UInt8], from position: inout Int, to limit: Int
  ) throws(CSVFault) -> Bool {
    if rowIsDone {
      rowIsDone = false
      row.clear(line: line)
      cellStart = 0
    }
    while position < limit {
      if state == .plain || state == .quoted || state == .cellStart {
        try takeText(bytes, from: &position, to: limit)
        if position == limit { break }
      }
      let byte = bytes[position]
      position += 1
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == UInt8(ascii: "\n") {
          if state == .quoted { try append(byte) }
          continue
        }
      }
      if try take(byte) { return true }
    }
    return false
  }

  /// Whether the next byte starts a row; a line feed that belongs to the row before is skipped.
  mutating func isBetweenRows(_ bytes: [UInt8], _ position: inout Int, to limit: Int) -> Bool {
    if skipsLineFeed && state == .cellStart && position < limit {
      skipsLineFeed = false
      if bytes[position] == UInt8(ascii: "\n") { position += 1 }
    }
    guard !skipsLineFeed, state == .cellStart else { return false }
    return rowIsDone || (row.count == 0 && row.bytes.isEmpty)
  }

  /// Counts rows that were read without this parser, and their lines.
  mutating func skip(rows: Int, lines: Int) {
    guard rows > 0 else { return }
    line += lines
    let number = row.number
    row.clear(line: line)
    row.number = number + rows
    cellStart = 0
    rowIsDone = false
  }

  /// Ends the file; returns whether `row` is complete.
  mutating func finish() throws(CSVFault) -> Bool {
    if state == .quoted {
      throw CSVFault(
        id: "csv-unterminated-quote", line: quoteLine,
        summary: "The quote that opens on line \(quoteLine) is never closed.",
        remedy: "Close it with \" at the end of the cell; a quote inside a cell is written \"\".")
    }
    if rowIsDone {
      rowIsDone = false
      row.clear(line: line)
      cellStart = 0
    }
    if row.count == 0 && row.bytes.isEmpty && state == .cellStart { return false }
    return try endRow()
  }

  /// Copies a run of bytes that have no meaning of their own.
  private mutating func takeText(
    _ bytes: [UInt8], from position: inout Int, to limit: Int
  ) throws(CSVFault) {
    guard !skipsLineFeed else { return }
    let start = position
    if state == .quoted {
      position = end(ofQuoted: bytes, from: position, to: limit)
    } else if state == .plain {
      position = end(ofPlain: bytes, from: position, to: limit)
    } else {
      while position < limit && bytes[position] == 0x20 { position += 1 }
      if position < limit && meanings[Int(bytes[position])] == .text {
        state = .plain
        position = end(ofPlain: bytes, from: position, to: limit)
      }
    }
    guard position > start else { return }
    row.bytes.append(contentsOf: bytes[start..<position])
    try checkSize()
  }

  private func end(ofPlain bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    let text = bytes.span.extracting(start..<limit)
    return unsafe start
      + text.withUnsafeBufferPointer {
        unsafe byte_scan_cell($0.baseAddress, $0.count, delimiter, quote)
      }
  }

  private func end(ofQuoted bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    let text = bytes.span.extracting(start..<limit)
    return unsafe start
      + text.withUnsafeBufferPointer {
        unsafe byte_scan_quoted($0.baseAddress, $0.count, quote)
      }
  }

  /// Takes one byte that has a meaning; returns whether it completes a row.
  private mutating func take(_ byte: UInt8) throws(CSVFault) -> Bool {
    let meaning = meanings[Int(byte)]
    if state == .quoted {
      try takeQuoted(byte, meaning)
      return false
    }
    switch meaning {
    case .delimiter: try endCell()
    case .lineFeed, .carriageReturn:
      skipsLineFeed = meaning == .carriageReturn
      return try endRow()
    case .quote: try takeQuote()
    case .control:
      row.hasControlCharacters = true
      try append(0x20)
    case .text: try append(byte)
    }
    return false
  }

  private mutating func takeQuoted(_ byte: UInt8, _ meaning: Meaning) throws(CSVFault) {
    switch meaning {
    case .quote: state = .quoteSeen
    case .lineFeed, .carriageReturn:
      skipsLineFeed = meaning == .carriageReturn
      line += 1
      try append(byte)
    case .control:
      row.hasControlCharacters = true
      try append(0x20)
    case .text, .delimiter: try append(byte)
    }
  }

  private mutating func takeQuote() throws(CSVFault) {
    switch state {
    case .cellStart:
      if row.ends.isEmpty { row.blanksBeforeQuote = row.bytes.count - cellStart }
      row.bytes.removeLast(row.bytes.count - cellStart)
      cellQuoted = true
      quoteLine = line
      state = .quoted
    case .quoteSeen:
      state = .quoted
      try append(quote)
    case .plain, .quoted: try append(quote)
    case .afterQuoted:
      row.hasTextAfterQuote = true
      state = .plain
      try append(quote)
    }
  }

  private mutating func append(_ byte: UInt8) throws(CSVFault) {
    switch state {
    case .quoteSeen, .afterQuoted:
      guard byte != 0x20 && byte != 0x09 else {
        state = .afterQuoted
        return
      }
      row.hasTextAfterQuote = true
      if row.droppedQuote == nil {
        row.droppedQuote = (row.bytes.count, state == .afterQuoted)
      }
      state = .plain
    case .cellStart: state = .plain
    case .plain, .quoted: break
    }
    row.bytes.append(byte)
    try checkSize()
  }

  private mutating func endCell() throws(CSVFault) {
    row.ends.append(row.bytes.count)
    row.quoted.append(cellQuoted)
    cellStart = row.bytes.count
    cellQuoted = false
    state = .cellStart
    if row.count > Self.cellCountLimit {
      throw tooLong("csv-too-many-cells", "has more than \(Self.cellCountLimit) cells")
    }
  }

  private mutating func endRow() throws(CSVFault) -> Bool {
    let wasQuoted = cellQuoted
    try endCell()
    line += 1
    // One of zero bytes, as of a file that was not written to its end, is left to whoever tells of it.
    if row.count == 1 && !wasQuoted && row.isBlank() && !row.hasControlCharacters {
      row.clear(line: line)
      cellStart = 0
      return false
    }
    row.replaceNoncharacters()
    row.number += 1
    rowIsDone = true
    return true
  }

  private func checkSize() throws(CSVFault) {
    if row.bytes.count - cellStart > Self.cellLimit {
      let place = cellQuoted ? " The cell's quote opens on line \(quoteLine)." : ""
      throw tooLong("csv-cell-too-long", "has a cell of more than 1 MiB.\(place)")
    }
    if row.bytes.count > Self.rowLimit {
      throw tooLong("csv-row-too-long", "is longer than 10 MB")
    }
  }

  private func tooLong(_ id: String, _ what: String) -> CSVFault {
    CSVFault(
      id: id, line: cellQuoted ? quoteLine : row.line,
      summary: "The row on line \(row.line) \(what)\(what.hasSuffix(".") ? "" : ".")",
      remedy:
        "No diary has such rows: check that this is the right file and that quotes are closed.")
  }
}
