// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A CSV file that comes in pieces: its encoding and delimiter told from its start, then its rows.
struct CSVSource {
  /// How many bytes are looked at before the first row is given out.
  static let prefixSize = 1 << 16

  /// The encoding; known once rows come.
  private(set) var encoding = TextEncoding.utf8

  /// The delimiter; known once rows come.
  private(set) var delimiter = UInt8(ascii: ",")

  private let file: String
  private let sniff: ([UInt8]) -> UInt8
  private var prefix: [UInt8] = []
  private var decoder: TextDecoder?
  private var parser = CSVParser(delimiter: UInt8(ascii: ","))
  private var piece: [UInt8] = []
  private var position = 0
  private var limit = 0

  /// Creates a source, whose delimiter `delimiter` tells from the first text.
  init(
    file: String, delimiter: @escaping ([UInt8]) -> UInt8 = CSVSniffer.delimiter
  ) {
    self.file = file
    sniff = delimiter
  }

  /// The row that `nextRow` found.
  var row: CSVRow { parser.row }

  /// Takes in the first `count` bytes of `bytes`; then `nextRow` gives the rows in them.
  mutating func push(_ bytes: [UInt8], count: Int) {
    if decoder == nil {
      prefix.append(contentsOf: bytes.prefix(count))
      guard prefix.count >= Self.prefixSize else { return }
      start()
      return
    }
    if encoding == .utf8 {
      piece = bytes
      limit = min(count, bytes.count)
    } else {
      piece = decoder?.decode(Array(bytes.prefix(count))) ?? []
      limit = piece.count
    }
    position = 0
  }

  /// Takes note of the end; then `nextRow` gives the rest and `lastRow` the last row.
  mutating func pushEnd() {
    if decoder == nil { start() }
    if let rest = decoder?.finish(), !rest.isEmpty {
      piece = Array(piece[position..<limit]) + rest
      position = 0
      limit = piece.count
    }
  }

  /// Whether there is another complete row; `row` is then that row.
  mutating func nextRow() throws(ImportError) -> Bool {
    do throws(CSVFault) {
      if try parser.nextRow(in: piece, from: &position, to: limit) { return true }
    } catch {
      throw importError(error)
    }
    piece = []
    position = 0
    limit = 0
    return false
  }

  /// What is left of a piece: its bytes from `from` to `to`, which start on `line`.
  struct Rest {
    var bytes: [UInt8]
    var from: Int
    var to: Int
    var line: Int
  }

  /// What is left of the piece, where it starts with a row; `nil` where a row has begun before.
  mutating func restOfPiece() -> Rest? {
    guard decoder != nil, position < limit,
      parser.isBetweenRows(piece, &position, to: limit), position < limit
    else { return nil }
    return Rest(bytes: piece, from: position, to: limit, line: parser.line)
  }

  /// Goes on behind rows that the caller has read.
  mutating func skip(to place: Int, rows: Int, lines: Int) {
    position = place
    parser.skip(rows: rows, lines: lines)
  }

  /// The bytes of the piece that were not read, as text, which are passed over.
  mutating func takeRest() -> ArraySlice<UInt8> {
    defer {
      piece = []
      position = 0
      limit = 0
    }
    return piece[position..<limit]
  }

  /// Whether a row without a line end stands at the end of the file.
  mutating func lastRow() throws(ImportError) -> Bool {
    do throws(CSVFault) {
      return try parser.finish()
    } catch {
      throw importError(error)
    }
  }

  /// Adds what the owner should know about the encoding.
  func note(into log: inout FindingLog) {
    log.note(encoding)
  }

  /// Tells what the file is and makes its first piece ready.
  private mutating func start() {
    encoding = TextEncoding(prefix: prefix)
    var decoder = TextDecoder(encoding: encoding)
    piece = decoder.decode(prefix)
    self.decoder = decoder
    prefix = []
    position = 0
    limit = piece.count
    delimiter = sniff(piece)
    parser = CSVParser(delimiter: delimiter)
  }

  private func importError(_ fault: CSVFault) -> ImportError {
    let finding = Finding(
      id: fault.id, severity: .error, summary: fault.summary, remedy: fault.remedy, file: file,
      line: fault.line)
    return ImportError(kind: .unusable, findings: [finding])
  }
}

/// What can be told from the first bytes of a CSV file.
enum CSVSniffer {
  /// The signs that may stand between cells.
  static let delimiters = [
    UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"),
  ]

  /// The delimiter that stands most often in the first line that is not blank; the comma of equals.
  static func delimiter(of text: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasText = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hasText { break }
      } else if delimiters.contains(byte) {
        counts[byte, default: 0] += 1
      }
      if byte > 0x20 { hasText = true }
    }
    var best = UInt8(ascii: ",")
    for candidate in delimiters.dropFirst()
    where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  /// The first rows in a file's first bytes, at most `most`; cut or faulty ones left out.
  static func rows(
    of prefix: [UInt8], most: Int = 1, delimiter fixed: UInt8? = nil
  ) -> [CSVRow] {
    let prefix = Array(prefix.prefix(1 << 14))
    var decoder = TextDecoder(encoding: TextEncoding(prefix: prefix))
    let text = decoder.decode(prefix)
    var parser = CSVParser(delimiter: fixed ?? delimiter(of: text))
    var position = 0
    var rows: [CSVRow] = []
    do throws(CSVFault) {
      while rows.count < most {
        guard try parser.nextRow(in: text, from: &position, to: text.count) else {
          if try parser.finish() { rows.append(parser.row) }
          break
        }
        rows.append(parser.row)
      }
    } catch {
      return rows
    }
    return rows
  }

  /// The names in the first row, trimmed and in lower case; none where there is no row.
  static func header(of prefix: [UInt8]) -> [String] {
    guard let row = rows(of: prefix).first else { return [] }
    return (0..<row.count).map { (row.trimmedText($0) ?? "").lowercased() }
  }
}
