// SPDX-License-Identifier: Apache-2.0

extension MarkupWriter {
  /// Writes references to rows, as `file:line`, with commas between; lines that follow each other name
  /// their file once.
  ///
  /// A page has a thousand of them, so that their bytes are looked at, not texts made of them.
  package mutating func rowReferences(_ entries: [String]) {
    var file: [UInt8] = []
    var bytes: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      if index > 0 { raw(", ") }
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: entry.utf8)
      if let start = Self.lineStart(bytes, in: file) {
        text(bytes[start...], limit: 20)
      } else {
        text(bytes[...], limit: 120)
        file = Self.file(bytes)
      }
    }
  }

  /// Where the line begins, in a row of a file whose name with its colon is known.
  private static func lineStart(_ bytes: [UInt8], in file: [UInt8]) -> Int? {
    guard !file.isEmpty, bytes.count >= file.count else { return nil }
    for place in file.indices where bytes[place] != file[place] { return nil }
    return bytes[file.count...].contains(UInt8(ascii: ":")) ? nil : file.count
  }

  /// The file of a row, with its colon; nothing where there are none or two, and nobody could say
  /// which parts the line from its file.
  private static func file(_ bytes: [UInt8]) -> [UInt8] {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return [] }
    return bytes[(colon + 1)...].contains(UInt8(ascii: ":")) ? [] : Array(bytes[...colon])
  }

  /// Writes text, escaped, and cut after `limit` Unicode scalars.
  private mutating func text(_ bytes: ArraySlice<UInt8>, limit: Int) {
    guard bytes.count <= limit else {
      return text(String(decoding: bytes, as: UTF8.self).shortened(to: limit))
    }
    escaped(bytes)
  }
}
