// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The rows of a CSV file whose layout a mapping states, as far as it does.
struct MappedText {
  private let layout: CSVLayout
  private let file: String
  private var held: [UInt8] = []
  private var decoder: TextDecoder?
  private var parser = CSVParser(delimiter: UInt8(ascii: ","))
  private var piece: [UInt8] = []
  private var position = 0
  private var linesToSkip: Int
  private var atEnd = false
  private var encoding = TextEncoding.utf8
  /// The sign between cells; known once rows come.
  private(set) var delimiter = UInt8(ascii: ",")

  init(_ layout: CSVLayout, file: String) {
    self.layout = layout
    self.file = file
    linesToSkip = layout.skippedLines
  }

  /// The row that `nextRow` found.
  var row: CSVRow { parser.row }

  mutating func push(_ bytes: [UInt8], count: Int) {
    if decoder == nil {
      held += bytes.prefix(count)
      guard held.count >= CSVSource.prefixSize else { return }
      start()
    } else {
      piece = decoder?.decode(Array(bytes.prefix(count))) ?? []
      position = 0
      blankSkippedLines()
    }
  }

  mutating func pushEnd() {
    if decoder == nil { start() }
    if let rest = decoder?.finish(), !rest.isEmpty {
      piece = Array(piece[position...]) + rest
      position = 0
    }
    atEnd = true
  }

  /// Whether there is another row; after `pushEnd`, the last one too.
  mutating func nextRow() throws(ImportError) -> Bool {
    do throws(CSVFault) {
      if try parser.nextRow(in: piece, from: &position, to: piece.count) { return true }
      piece = []
      position = 0
      guard atEnd else { return false }
      atEnd = false
      return try parser.finish()
    } catch {
      let finding = Finding(
        id: error.id, severity: .error, summary: error.summary, remedy: error.remedy, file: file,
        line: error.line)
      throw ImportError(kind: .unusable, findings: [finding])
    }
  }

  /// Adds what the owner should know about the encoding.
  func note(into log: inout FindingLog) {
    if layout.encoding == nil { log.note(encoding) }
  }

  private mutating func start() {
    encoding = layout.encoding ?? TextEncoding(prefix: held)
    var decoder = TextDecoder(encoding: encoding)
    piece = decoder.decode(held)
    self.decoder = decoder
    held = []
    position = 0
    blankSkippedLines()
    delimiter = layout.delimiter ?? CSVSniffer.delimiter(of: withoutComments)
    parser = CSVParser(delimiter: delimiter, quote: layout.quote)
  }

  /// Makes the lines to skip blank, which keeps the numbers of those behind them.
  private mutating func blankSkippedLines() {
    var place = 0
    while linesToSkip > 0 && place < piece.count {
      let isReturn = piece[place] == 0x0D && place + 1 < piece.count && piece[place + 1] != 0x0A
      if piece[place] == 0x0A || isReturn {
        linesToSkip -= 1
      } else if piece[place] != 0x0D {
        piece[place] = 0x20
      }
      place += 1
    }
  }

  /// The first piece without leading comments, whose signs say nothing about the cells.
  private var withoutComments: [UInt8] {
    guard let comment = layout.comment.map({ Array($0.utf8) }), !comment.isEmpty else {
      return piece
    }
    var rest = piece[...]
    while rest.starts(with: comment), let end = rest.firstIndex(of: 0x0A) {
      rest = rest[(end + 1)...]
    }
    return Array(rest)
  }
}
