// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import XMLReading

/// Writes down the tags that it is told of; with `Text`, as a handler that asks for text too.
private struct TagLog<Text: TextWish>: XMLHandler {
  static var names: [StaticString] { ["a", "x", "y"] }
  static var wantsText: Bool { Text.isAskedFor }

  private(set) var lines: [String] = []

  mutating func start(_ element: borrowing XMLElement) {
    var ends = SIMD8<UInt32>(repeating: 0)
    var copied: [UInt8] = []
    let present = element.copyValues(
      SIMD8<Int8>(2, 1, -1, 1, -1, -1, -1, -1), to: &copied, ends: &ends)
    let copies = copied.prefix(Int(ends[7]))
    let texts = element.attributeTexts.map { "\($0.name)=\($0.value)" }
    lines.append(
      "\(element.line) \(element.localNameText) \(element.attribute(1) ?? "-")"
        + " \(element.attribute(2) ?? "-") \(texts) \(present) \(ends) \(Array(copies))")
  }
  mutating func end(_ name: Int) {}

  /// What is told of a document in pieces, or what is wrong with it.
  static func read(_ document: [UInt8], pieces: Int, omission: XMLElementOmission? = nil) -> String
  {
    do throws(XMLError) {
      let parser = try XMLPushParser(handler: TagLog(), omission: omission)
      for start in stride(from: 0, to: document.count, by: pieces) {
        let piece = Array(document[start..<min(start + pieces, document.count)])
        try parser.feed(piece, count: piece.count)
      }
      return try parser.finish().lines.joined(separator: "\n")
    } catch {
      // Of several faults, that which is met first depends on the pieces.
      return "\(error.kind) \(error.line)"
    }
  }
}

private protocol TextWish { static var isAskedFor: Bool { get } }
private enum Tags: TextWish { static var isAskedFor: Bool { false } }
private enum Texts: TextWish { static var isAskedFor: Bool { true } }

/// A parser that asks for text gets no stand-ins, and so says what is right.
@Suite("Stand-ins for references")
struct StandInTests {
  @Test(arguments: [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'"),
    ("&amp;lt;", "&lt;"), ("&amp;amp;", "&amp;"), ("&#38;lt;", "&lt;"), ("a&#10;b", "a\nb"),
    ("\u{7F}", "\u{7F}"), ("\u{7F}lt;", "\u{7F}lt;"), ("&#127;lt;", "\u{7F}lt;"),
    ("&#x7f;gt;", "\u{7F}gt;"), ("&#x007F;amp;", "\u{7F}amp;"), ("\u{7F}del;", "\u{7F}del;"),
    ("&#00127;del;&lt;", "\u{7F}del;<"), ("ä&lt;€&gt;", "ä<€>"), ("&#x41;&lt;", "A<"),
  ])
  func areTakenOutWhereAValueIsAskedFor(written: String, meant: String) throws {
    let document = Array("<r>\n<a\n x=\"\(written)\" y='-\(written)-'/></r>".utf8)
    for pieces in [1, 2, 3, 5, 7, 1 << 16] {
      let told = TagLog<Tags>.read(document, pieces: pieces)
      let line = try #require(told.split(separator: "\n", maxSplits: 1).last)
      #expect(line.hasPrefix("2 a \(meant) -\(meant)- "), "\(line)")
    }
  }

  /// Documents of these parts, most of them ill-formed, in pieces of any size.
  private static let parts = [
    "<a x=\"", "<a ", "x='", "y=\"", "\"", "'", "/>", ">", "</a>", "<a>", "&lt;", "&amp;", "&quot;",
    "&",
    "&l", "t;", "lt;", "del;", "&#127;", "&#x7F;", "&#", "127;", "\u{7F}", "\n", "<!-- &lt; -->",
    "<![CDATA[&lt;]]>", "<?p &lt;?>", "b", ";", "\u{1}", "&foo;", "&#1;", "ä",
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func changeNothingThatIsTold(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var read = 0
    for _ in 0..<250 {
      var text = "<r>"
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        if Bool.random(using: &random) {
          let values = (0..<3).map { _ in
            (0..<Int.random(in: 0...3, using: &random)).map { _ in
              Self.parts[Int.random(in: 10..<Self.parts.count, using: &random)]
            }.joined()
          }
          text += "<a x=\"\(values[0])\" y='\(values[1])'>\(values[2])</a>\n"
        } else {
          text += Self.parts.randomElement(using: &random) ?? ""
        }
      }
      let document = Array((text + "</r>").utf8)
      let pieces = Int.random(in: 1...40, using: &random)
      let right = TagLog<Texts>.read(document, pieces: 1 << 16)
      let told = TagLog<Tags>.read(document, pieces: pieces)
      read += right.hasPrefix("1 r") ? 1 : 0
      #expect(told == right, "\(text) in pieces of \(pieces)")
    }
    #expect(read > 10)
  }

  @Test(arguments: ["&amp;", "&apos;", "&#38;"])
  func mayStandInNamesOfNamespaces(reference: String) {
    let document = Array("<r xmlns:n=\"http://a.org/?b=1\(reference)c=2\"><a x='1'/></r>".utf8)
    let right = TagLog<Texts>.read(document, pieces: 1 << 16)
    #expect(right.contains(" a 1 - "))
    #expect(TagLog<Tags>.read(document, pieces: 1 << 16) == right)
  }

  @Test func whatEndsInAnOpenReferenceHasItsControlCharactersReplaced() throws {
    let document = Array("<r><a x='1'/></r>\n<!-- R&D \u{1} -->".utf8)
    for pieces in [1, 9, 1 << 16] {
      #expect(TagLog<Tags>.read(document, pieces: pieces).contains(" a 1 - "))
    }
    let parser = try XMLPushParser(handler: TagLog<Tags>())
    try parser.feed(document, count: document.count)
    _ = try parser.finish()
    #expect(parser.firstControlLine == 2)
  }

  @Test func longReferencesAreLeftToTheParser() {
    let zeros = String(repeating: "0", count: 300)
    for (number, meant) in [("127", "\u{7F}"), ("65", "A")] {
      let document = Array("<r><a x='&lt;&#\(zeros)\(number);'/></r>".utf8)
      for pieces in [1, 64, 1000] {
        #expect(TagLog<Tags>.read(document, pieces: pieces).contains(" a <\(meant) - "))
      }
    }
  }
}
