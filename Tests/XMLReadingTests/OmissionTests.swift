// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import XMLReading

/// Counts the elements that it is told of.
private struct ElementCount: XMLHandler {
  static let names: [StaticString] = ["Record", "type"]
  static let wantsText = false

  private(set) var found = 0

  mutating func start(_ element: borrowing XMLElement) { found += 1 }
  mutating func end(_ name: Int) {}
  mutating func text(_ text: Span<UInt8>) {}
  mutating func issue(_ issue: XMLIssue) {}

  /// Whether a document is read; all its records may be left out, or it is parsed in full.
  static func reads(_ document: String, isThorough: Bool) -> Bool {
    let omission = XMLElementOmission(
      element: "Record", child: "Note", attributes: ["type", "a", "b", "c"]
    ) { _ in false }
    do throws(XMLError) {
      let parser = try XMLPushParser(
        handler: ElementCount(), omission: isThorough ? nil : omission)
      let bytes = Array(document.utf8)
      try parser.feed(bytes, count: bytes.count)
      _ = try parser.finish()
      return true
    } catch {
      return false
    }
  }
}

@Suite("Elements that are left out without being parsed")
struct OmissionTests {
  /// Records of one kind: a sound one, one with a name that the filter does not know, one cut in
  /// the middle of a value, one with an attribute twice, and one whose values are longer.
  private static let tags = [
    #"<Record type="x" a="1" b="2" c="3"/>"#,
    #"<Record type="x" a="1" b="22222" z=""/>"#,
    #"<Record type="x" a="1" b="2" c=" />"#,
    #"<Record type="x" a="1" b="2" a="3"/>"#,
    #"<Record type="x" a="111" b="2" c="3"/>"#,
  ]

  /// All rows of four tags.
  private static let rows: [[Int]] = (0..<tags.count * tags.count * tags.count * tags.count).map {
    number in (0..<4).map { place in (0..<place).reduce(number) { rest, _ in rest / 5 } % 5 }
  }

  @Test func areRefusedWhereAParserRefusesThemWhateverCameBefore() {
    var refused = 0
    for row in Self.rows {
      let body = row.map { Self.tags[$0] }.joined(separator: "\n")
      let document = "<Root><Other/>\n" + body + "\n</Root>\n"
      let isRead = ElementCount.reads(document, isThorough: true)
      refused += isRead ? 0 : 1
      #expect(
        ElementCount.reads(document, isThorough: false) == isRead, "tags \(row): \(document)")
    }
    // Counted by hand: a row is sound where all four tags are among three of the five.
    #expect(refused == 625 - 81)
  }
}
