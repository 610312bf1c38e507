// SPDX-License-Identifier: Apache-2.0

import Markup
import Testing

@Suite("Escaping")
struct EscapingTests {
  @Test(
    "Text stays text",
    arguments: [
      ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
      ("\"it's\"", "&quot;it&#39;s&quot;"),
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("]]>", "]]&gt;"),
      ("&amp;", "&amp;amp;"),
      ("Käse – 乳糖 🧀", "Käse – 乳糖 🧀"),
      ("tab\tline\nend", "tab\tline\nend"),
      ("nul\u{0}bell\u{7}escape\u{1B}delete\u{7F}c1\u{85}", "nul�bell�escape�delete�c1�"),
      ("\u{202E}gnol\u{202C}", "�gnol�"),
      ("\u{2066}isolate\u{2069}\u{200F}\u{061C}", "�isolate���"),
      ("carriage\rreturn\r\n", "carriage�return�\n"),
      ("\u{FFFE}\u{FFFF}", "��"),
      ("", ""),
    ])
  func escapes(text: String, expected: String) {
    var writer = MarkupWriter()
    writer.text(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    writer.removeAll()
    writer.element(.p) { $0.attribute(.title, text) }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "<p title=\"\(expected)\"></p>\n")
  }

  @Test("A mark is found wherever it stands in a text of any length")
  func everyPlace() {
    let marks = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    let others = ["\u{1}": "\u{FFFD}", "\u{1F}": "\u{FFFD}", "\u{7F}": "\u{FFFD}"]
    let same = ["\t", "\n", "%", "(", ";", "=", "?", "~", " ", "ä", "–", "🧀"].map { ($0, $0) }
    let expected = marks.merging(others) { a, _ in a }.merging(same) { a, _ in a }
    for length in 0..<20 {
      for place in 0...length {
        for (mark, written) in expected {
          let (before, after) = (String(repeating: "a", count: place), length - place)
          let text = before + mark + String(repeating: "}", count: after)
          var writer = MarkupWriter()
          writer.text(text)
          let all = before + written + String(repeating: "}", count: after)
          #expect(String(decoding: writer.bytes, as: UTF8.self) == all)
        }
      }
    }
  }

  @Test("Any text leaves no mark that ends its place, and can be read back")
  func anyText() throws {
    var state: UInt64 = 42
    func random(_ below: UInt32) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 33) % below
    }
    let alphabet: [UInt32] = [0x26, 0x3C, 0x3E, 0x22, 0x27, 0x3B, 0x61, 0x23, 0x202E, 0x1F600, 0x1]
    for _ in 0..<500 {
      let scalars = (0..<Int(random(40))).compactMap { _ in
        Unicode.Scalar(random(4) == 0 ? random(0x11_0000) : alphabet[Int(random(11))])
      }
      let text = String(String.UnicodeScalarView(scalars))
      var writer = MarkupWriter()
      writer.text(text)
      let written = String(decoding: writer.bytes, as: UTF8.self)
      #expect(!written.contains { "<>\"'".contains($0) })
      #expect(readBack(written) == harmless(scalars))
    }
  }

  private func readBack(_ text: String) -> String {
    var rest = Substring(text)
    var result = ""
    let references = [
      "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'",
    ]
    while let first = rest.unicodeScalars.first {
      if first == "&", let found = references.first(where: { rest.hasPrefix($0.key) }) {
        result += found.value
        rest = rest.dropFirst(found.key.count)
      } else {
        result.unicodeScalars.append(first)
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
    return result
  }

  private func harmless(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      let category = scalar.properties.generalCategory
      let turns =
        [0x061C, 0x200E, 0x200F].contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      let forbidden = category == .control && scalar != "\t" && scalar != "\n"
      result.append(
        turns || forbidden || scalar.value == 0xFFFE || scalar.value == 0xFFFF
          ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  @Test("User text is set apart and cut")
  func userText() {
    var writer = MarkupWriter()
    writer.userText(String(repeating: "x", count: 10_240), limit: 5)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "<bdi>xxxxx…</bdi>")
  }

  @Test(
    "Text is cut between scalars",
    arguments: [("äöü", 3, "äöü"), ("äöü", 2, "äö…"), ("", 0, ""), ("🧀🧀", 1, "🧀…")])
  func shortened(text: String, limit: Int, expected: String) {
    #expect(text.shortened(to: limit) == expected)
  }
}
