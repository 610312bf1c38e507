// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import XMLReading

/// Writes the events of a page down.
private struct PageLog: HTMLHandler {
  var events: [String] = []

  mutating func start(_ name: String, _ attributes: [(name: String, value: String)], line: Int) {
    let texts = attributes.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    events.append("<\(name) \(texts)@\(line)")
  }
  mutating func end(_ name: String) { events.append(">\(name)") }
  mutating func text(_ text: Span<UInt8>) {
    var bytes: [UInt8] = []
    for place in text.indices { bytes.append(text[place]) }
    let text = String(decoding: bytes, as: UTF8.self)
    if !text.allSatisfy(\.isWhitespace) { events.append(text) }
  }
}

@Suite("Web pages")
struct PageTests {
  private func read(_ text: String, piece: Int = .max) throws -> [String] {
    let parser = try HTMLPushParser(handler: PageLog())
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try parser.feed(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
    }
    return try parser.finish().events
  }

  @Test func tagsTextsAndLines() throws {
    let events = try read(
      "<!DOCTYPE html>\n<html><body>\n<table id=\"food\">\n<tr><td class=x>Rice &amp; caf\u{E9}<td>1\n</table></body></html>"
    )
    #expect(
      events == [
        "<html @2", "<body @2", "<table id=food@3", "<tr @4", "<td class=x@4", "Rice ", "&",
        " caf\u{E9}",
        ">td", "<td @4", "1\n", ">td", ">tr", ">table", ">body", ">html",
      ])
  }

  /// Scripts, comments, document types with entities, and includes are read over; nothing is loaded.
  @Test func nothingIsRunOrLoaded() throws {
    let events = try read(
      """
      <!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><head>
      <script>document.write("<b>no</b>")</script><style>b{}</style><!-- <b>no</b> --></head>
      <body><iframe src="file:///etc/passwd"></iframe><p>&e;</p></body></html>
      """)
    #expect(!events.contains { $0.contains("root:") })
    #expect(!events.contains { $0.hasPrefix("<b ") })
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func piecesChangeNothing(_ piece: Int) throws {
    let text = "<html><body><p class=\"notes\">One two<br>three &lt; four</p><p>five</body></html>"
    func joined(_ events: [String]) -> String {
      events.map { $0.hasPrefix("<") && $0.contains("@") || $0.hasPrefix(">") ? "|\($0)|" : $0 }
        .joined()
    }
    #expect(joined(try read(text, piece: piece)) == joined(try read(text)))
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000),
    "<html><body title=\"" + String(repeating: "x", count: 10_000_000) + "\">",
    "<html><body>" + String(repeating: "x", count: 10_000_000),
    "<html><body><!--" + String(repeating: "x", count: 10_000_000),
    "<html><body><script>" + String(repeating: "x", count: 10_000_000),
    "<p " + (0..<20_000).map { "a\($0)=1 " }.joined() + ">",
    (0..<50_000).map { "<x\($0)></x\($0)>" }.joined(),
  ])
  func hostilePagesEndWithAnError(_ text: String) {
    #expect(throws: XMLError.self) { try read(text) }
  }

  @Test func anythingElseIsReadSomehow() throws {
    var random: UInt64 = 7
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<40 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let words = [
          "<table>", "</td>", "<td", "&#0;", "\u{0}", "<!--", "-->", "é", "\"", ">", "<p>", "x",
        ]
        text += words[Int(random >> 33) % words.count]
      }
      _ = try read(text, piece: 5)
    }
  }
}
