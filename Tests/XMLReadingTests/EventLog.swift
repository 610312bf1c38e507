// SPDX-License-Identifier: Apache-2.0

@testable import XMLReading

/// A handler that writes down what it is told, neighbouring texts joined.
struct EventLog: XMLHandler {
  static let names: [StaticString] = ["a", "b", "x", "y"]
  static let wantsText = true

  private(set) var lines: [String] = []
  private(set) var issues: [XMLIssue] = []
  private var text: [UInt8] = []

  mutating func start(_ element: borrowing XMLElement) {
    flush()
    var line = "\(element.line) <\(element.localNameText)> \(element.name)"
    if let namespace = element.namespace { line += " in \(namespace)" }
    if let value = element.attribute(2) { line += " x=\(value)" }
    if let value = element.attribute(3) { line += " y=\(value)" }
    lines.append(line + " of \(element.attributeCount)")
  }

  mutating func end(_ name: Int) {
    flush()
    lines.append("</\(name)>")
  }

  mutating func text(_ text: Span<UInt8>) {
    for place in text.indices { self.text.append(text[place]) }
  }

  mutating func issue(_ issue: XMLIssue) { issues.append(issue) }

  private mutating func flush() {
    if text.contains(where: { $0 > 32 }) { lines.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }

  /// The events of a document fed in pieces of one size.
  static func read(
    _ document: [UInt8], pieces: Int = 1 << 16, schema: StaticString? = nil,
    limits: XMLLimits = XMLLimits()
  ) throws(XMLError) -> EventLog {
    let parser = try XMLPushParser(handler: EventLog(), schema: schema, limits: limits)
    var start = 0
    while start < document.count {
      let piece = Array(document[start..<min(start + pieces, document.count)])
      try parser.feed(piece, count: piece.count)
      start += pieces
    }
    return try parser.finish()
  }

  static func read(_ document: String, schema: StaticString? = nil) throws(XMLError) -> EventLog {
    try read(Array(document.utf8), schema: schema)
  }

  /// A text's bytes in UTF-16.
  static func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 255), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  /// The error that a document ends with; `nil` where it is read.
  static func failure(_ document: String, pieces: Int = 1 << 16) -> XMLError? {
    do throws(XMLError) {
      _ = try read(Array(document.utf8), pieces: pieces)
      return nil
    } catch {
      return error
    }
  }
}
