// SPDX-License-Identifier: Apache-2.0

/// What stands before the root element of a document.
///
/// The document type is found here, and blanked before libxml2 sees it. That ends all attacks that
/// a document type can carry, and reads exports whose document type is broken. The bytes are those
/// of an encoding that contains ASCII.
package struct XMLProlog: Hashable, Sendable {
  /// The bytes of document types, to be replaced by blanks.
  package var documentTypes: [Range<Int>] = []
  /// The bytes of the XML declaration.
  package var declaration: Range<Int>?
  /// The encoding that the XML declaration names, in lower case.
  package var encoding: String?
  /// The root element's name with its prefix; `nil` where the bytes end before it does.
  package var rootName: String?
  /// The place of the root element's `<`, where it was found.
  package var rootPlace = 0
  /// Whether the bytes end inside the prolog.
  package var isOpen = false

  private var bytes: [UInt8] = []
  private var place = 0

  /// Reads the start of a document.
  package init(_ start: [UInt8]) {
    bytes = start
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    scan()
    bytes = []
  }

  private mutating func scan() {
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open
      if starts("<?") {
        let end = end(of: "?>")
        if declaration == nil && starts("<?xml ") {
          declaration = place..<end
          readEncoding(bytes[place..<end])
        }
        place = end
      } else if starts("<!--") {
        place += 4
        place = end(of: "-->")
      } else if starts("<!DOCTYPE") {
        let end = endOfDocumentType()
        documentTypes.append(place..<end)
        place = end
      } else {
        readRootName()
        return
      }
      if isOpen { return }
    }
    isOpen = true
  }

  private func starts(_ text: StaticString, at start: Int? = nil) -> Bool {
    let from = start ?? place
    guard from + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { unsafe bytes[from...].starts(with: $0) }
  }

  /// The place after the next `text`; the bytes' end, with `isOpen` set, where there is none.
  private mutating func end(of text: StaticString) -> Int {
    let length = text.utf8CodeUnitCount
    var at = place
    while at + length <= bytes.count {
      if starts(text, at: at) { return at + length }
      at += 1
    }
    isOpen = true
    return bytes.count
  }

  /// The place after a document type, its quoted texts, comments and internal subset skipped.
  private mutating func endOfDocumentType() -> Int {
    let start = place
    defer { place = start }
    var inSubset = false
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = bytes[(place + 1)...].firstIndex(of: byte) else {
          isOpen = true
          return bytes.count
        }
        place = close + 1
      case UInt8(ascii: "<") where starts("<!--"):
        place += 4
        place = end(of: "-->")
      case UInt8(ascii: "<") where starts("<?"): place = end(of: "?>")
      case UInt8(ascii: "["):
        inSubset = true
        place += 1
      case UInt8(ascii: "]"):
        inSubset = false
        place += 1
      case UInt8(ascii: ">") where !inSubset: return place + 1
      default: place += 1
      }
    }
    isOpen = true
    return bytes.count
  }

  private mutating func readEncoding(_ declaration: ArraySlice<UInt8>) {
    guard declaration.count <= 1000 else {
      encoding = "not named within 1000 bytes"
      return
    }
    let text = String(decoding: declaration, as: UTF8.self)
    guard let key = text.range(of: "encoding") else { return }
    let rest = text[key.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let quote = rest.first else { return }
    encoding = rest.dropFirst().prefix { $0 != quote }.lowercased()
  }

  private mutating func readRootName() {
    rootPlace = place
    let ends = Array(" \t\r\n/>=<".utf8)
    let name = bytes[(place + 1)...].prefix { !ends.contains($0) }
    isOpen = name.endIndex == bytes.count
    if !isOpen { rootName = String(decoding: name, as: UTF8.self) }
  }
}

extension String {
  /// The first place of `text`, by characters; the standard library alone has none for strings.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

extension XMLProlog {
  /// The root element's name without its prefix, read from a document's first bytes.
  ///
  /// - Returns: `nil` where the bytes are no XML, or end before the root element's name does.
  package static func rootName(inPrefix bytes: [UInt8]) -> String? {
    text(of: bytes).flatMap { XMLProlog($0).rootName?.split(separator: ":").last.map(String.init) }
  }

  /// Whether a document's first bytes end before the root element's name does.
  package static func isOpen(inPrefix bytes: [UInt8]) -> Bool {
    text(of: bytes).map { XMLProlog($0).isOpen } ?? false
  }

  /// A document's first bytes in UTF-8 from the root element on; `nil` where it is not among them.
  package static func fromRoot(inPrefix bytes: [UInt8]) -> [UInt8]? {
    guard let text = text(of: bytes) else { return nil }
    let prolog = XMLProlog(text)
    return prolog.rootName == nil ? nil : Array(text[prolog.rootPlace...])
  }

  /// The bytes in UTF-8; `nil` where they are not those of a document.
  private static func text(of bytes: [UInt8]) -> [UInt8]? {
    var start = bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) {
      var decoder = UTF16Decoder(bigEndian: false)
      start = decoder.decode(bytes[...])
    } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) {
      var decoder = UTF16Decoder(bigEndian: true)
      start = decoder.decode(bytes[...])
    }
    let blanks: [UInt8] = [9, 10, 13, 32]
    let body = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    return body.first { !blanks.contains($0) } == UInt8(ascii: "<") ? start : nil
  }
}
