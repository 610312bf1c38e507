// SPDX-License-Identifier: Apache-2.0

extension MarkupWriter {
  /// Writes references to rows, as `file:line`, with commas between; lines that follow each other name
  /// their file once.
  ///
  /// A page has a thousand of them, so that their bytes are looked at, not texts made of them.
  package mutating func rowReferences(_ entries: [String]) {
    var file: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      if index > 0 { raw(", ") }
      if let start = Self.lineStart(entry.utf8.span, in: file) {
        text(entry, from: start, limit: 20)
      } else {
        text(entry.shortened(to: 120))
        file = Self.file(entry.utf8.span)
      }
    }
  }

  /// Where the line begins, in a row of a file whose name with its colon is known.
  private static func lineStart(_ bytes: Span<UInt8>, in file: [UInt8]) -> Int? {
    guard !file.isEmpty, bytes.count >= file.count else { return nil }
    for place in file.indices where bytes[place] != file[place] { return nil }
    return colon(bytes, from: file.count) == nil ? file.count : nil
  }

  /// The file of a row, with its colon; nothing where there are none or two, and nobody could say
  /// which parts the line from its file.
  private static func file(_ bytes: Span<UInt8>) -> [UInt8] {
    guard let end = colon(bytes, from: 0), colon(bytes, from: end + 1) == nil else { return [] }
    return (0...end).map { bytes[$0] }
  }

  private static func colon(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    for place in start..<bytes.count where bytes[place] == UInt8(ascii: ":") { return place }
    return nil
  }

  /// Writes text from a byte on, escaped, and cut after `limit` Unicode scalars.
  private mutating func text(_ entry: String, from start: Int, limit: Int) {
    guard entry.utf8.count - start > limit else { return text(entry, from: start) }
    let rest = String(decoding: entry.utf8.dropFirst(start), as: UTF8.self)
    text(rest.shortened(to: limit))
  }
}
