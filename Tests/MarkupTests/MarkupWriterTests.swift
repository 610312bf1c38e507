// SPDX-License-Identifier: Apache-2.0

import Markup
import TestSupport
import Testing

@Suite("Writing markup")
struct MarkupWriterTests {
  private func written(_ write: (inout MarkupWriter) -> Void) -> String {
    var writer = MarkupWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Elements nest and close")
  func nesting() {
    let page = written { page in
      page.element(.span, class: "a b") { page in
        page.attribute(.id, "x")
        page.text("one")
        page.element(.strong, text: "two")
      }
    }
    #expect(page == "<span class=\"a b\" id=\"x\">one<strong>two</strong></span>")
  }

  @Test("Empty elements close as both HTML and XML understand")
  func emptyElements() {
    #expect(written { $0.element(.td) } == "<td></td>")
    #expect(written { $0.element(.br) } == "<br/>")
    #expect(written { $0.element(.rect) } == "<rect/>")
    #expect(written { $0.element(.g) { $0.element(.rect) } } == "<g><rect/></g>")
    #expect(written { $0.element(.span) { $0.attribute(.id, "x") } } == "<span id=\"x\"></span>")
  }

  @Test("Attribute values are made of pieces")
  func pieces() {
    let page = written { page in
      page.element(.path) { page in
        page.attribute(.d) { value in
          value.raw("M")
          value.number(1.25)
          value.text("\"")
          value.number(-0.001)
        }
      }
    }
    #expect(page == "<path d=\"M1.25&quot;0\"/>")
  }

  @Test("A buffer used again gives the same bytes")
  func usedAgain() {
    var writer = MarkupWriter(reservingCapacity: 10)
    writer.element(.p, text: "first")
    let first = writer.bytes
    writer.removeAll()
    #expect(writer.bytes.isEmpty)
    writer.element(.p, text: "first")
    #expect(writer.bytes == first)
  }

  @Test(
    "Numbers have a fixed number of decimals",
    arguments: [
      (1.0, 1, "1.0"), (2.25, 1, "2.3"), (-2.25, 1, "-2.3"), (-0.04, 1, "0.0"), (0.5, 0, "1"),
      (.nan, 2, "0"), (.infinity, 0, "0"), (1e300, 1, "1000000000000.0"), (0.007, 2, "0.01"),
      (12.0304, 4, "12.0304"), (9.99, 1, "10.0"),
    ])
  func fixed(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == expected)
  }

  @Test(
    "Numbers lose trailing zeros",
    arguments: [
      (1.0, 2, "1"), (1.5, 2, "1.5"), (-0.001, 2, "0"), (100.0, 2, "100"), (0.25, 2, "0.25"),
      (-12.5, 1, "-12.5"), (.nan, 1, "0"),
    ])
  func trimmed(value: Double, decimals: Int, expected: String) {
    #expect(NumberText.trimmed(value, decimals: decimals) == expected)
  }

  @Test("Random numbers are rounded half away from zero, whatever the style")
  func styles() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let decimals = Int(generator.next() % 7)
      var value = Double(Int64(bitPattern: generator.next()) >> 24) / 1_048_576
      if generator.next() % 3 == 0 { value = (value * 100).rounded() / 200 }
      var power = 1.0
      for _ in 0..<decimals { power *= 10 }
      let digits = String(Int((value.magnitude * power).rounded()))
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let tail = padded.suffix(decimals)
      let whole = padded.dropLast(decimals)
      let sign = value < 0 && Int(digits) != 0
      let fixed = decimals > 0 ? "\(whole).\(tail)" : "\(whole)"
      #expect(NumberText.fixed(value, decimals: decimals) == (sign ? "-" : "") + fixed)
      var short = fixed
      while decimals > 0, short.hasSuffix("0") { short.removeLast() }
      if short.hasSuffix(".") { short.removeLast() }
      #expect(NumberText.trimmed(value, decimals: decimals) == (sign ? "-" : "") + short)
      let spoken = (sign ? "−" : "") + fixed.map { $0 == "." ? "," : String($0) }.joined()
      let style = NumberText.Style(
        decimals: decimals, isTrimmed: false, hasComma: true, hasTrueMinus: true)
      #expect(NumberText.text(value, style) == spoken)
      #expect(written { $0.number(value, style) } == spoken)
    }
  }

  @Test("A page that outgrows its buffer many times is whole")
  func growth() {
    let piece = String(repeating: "ab<ü", count: 70)
    let escaped = piece.split(separator: "<", omittingEmptySubsequences: false)
      .joined(separator: "&lt;")
    var expected = ""
    let page = written { page in
      for number in 0..<300 {
        let part = String(piece.prefix(number % 281))
        page.element(.p, text: part)
        expected +=
          "<p>"
          + part.split(separator: "<", omittingEmptySubsequences: false)
          .joined(separator: "&lt;") + "</p>\n"
      }
      page.text(piece)
    }
    #expect(page == expected + escaped)
  }

  @Test("Path data holds commands and numbers with one decimal")
  func path() {
    var data = PathData()
    let isEmptyAtFirst = data.isEmpty
    data.add(.move, 1.04, -0.02)
    data.add(.line, 2.25, 100)
    data.add(.horizontalBy, -7.5)
    data.close()
    let drawn = written { page in page.element(.path) { $0.attribute(.d, data) } }
    #expect(drawn == "<path d=\"M1 0L2.3 100h-7.5z\"/>")
    data.removeAll()
    let isEmptyAgain = data.isEmpty
    #expect(isEmptyAtFirst && isEmptyAgain)
  }

  @Test("A curve is written in steps, in as few bytes as path data allows")
  func curve() {
    var data = PathData()
    data.addCurve([(1, 2), (1.5, 2), (3, 2), (3, 1.3), (2.5, 0.9), (3, 10), (3, 10)])
    data.addCurve([(4, 5)])
    data.addCurve([])
    let drawn = written { page in page.element(.path) { $0.attribute(.d, data) } }
    #expect(drawn == "<path d=\"M1 2h.5 1.5v-.7l-.5-.4 .5 9.1h0M4 5h0\"/>")
  }

  @Test("Steps of a curve do not add up to another place than each point's own")
  func curvePlaces() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let points = (0..<60).map { place in
        let (x, y) = (Double(place * 16), Double(place % 2 * 101))
        let right = Double.random(in: 0...10, using: &random)
        let down = Double.random(in: -50...50, using: &random)
        return (x: x + right, y: y + down)
      }
      var data = PathData()
      data.addCurve(points)
      let drawn = written { page in page.element(.path) { $0.attribute(.d, data) } }
      let numbers = drawn.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap { Double($0.output) }
      // No two of these points lie level, so that each has two numbers.
      #expect(numbers.count == 120)
      var (x, y) = (0.0, 0.0)
      for (place, point) in points.enumerated() where place * 2 + 1 < numbers.count {
        (x, y) = (x + numbers[place * 2], y + numbers[place * 2 + 1])
        #expect(abs(x - point.x) <= 0.0501 && abs(y - point.y) <= 0.0501)
      }
    }
  }

  @Test("Numbers of path data are those of the style with one decimal")
  func pathNumbers() {
    var expected = ""
    var data = PathData()
    for number in -12_000...12_000 where number % 7 == 0 || number.magnitude < 30 {
      for value in [Double(number) / 10, Double(number) / 100 + 0.05, Double(number) / 7] {
        data.add(.move, value)
        expected += "M" + NumberText.trimmed(value, decimals: 1)
      }
    }
    for value in [Double.nan, .infinity, -.infinity, 1e15, 999.949_999, 999.95, -0.0] {
      data.add(.move, value)
      expected += "M" + NumberText.trimmed(value, decimals: 1)
    }
    let drawn = written { page in page.element(.path) { $0.attribute(.d, data) } }
    #expect(drawn == "<path d=\"\(expected)\"/>")
  }

  @Test("Dates are day, month and year, however long the names are")
  func dates() {
    #expect(NumberText.date(3, " ", "May", 2025) == "3 May 2025")
    #expect(NumberText.date(31, ". ", "Dezember", 999) == "31. Dezember 999")
    #expect(NumberText.date(12, ". ", "März", 12_025) == "12. März 12025")
    let long = String(repeating: "ä", count: 20)
    #expect(NumberText.date(10, ". ", long) == "10. " + long)
    for day in 1...31 {
      for month in ["?", "Mai", "Sept.", "September", "März"] {
        #expect(NumberText.date(day, ". ", month) == "\(day). \(month)")
        #expect(NumberText.date(day, " ", month, 2024) == "\(day) \(month) 2024")
      }
    }
  }

  @Test(
    "Rows that follow each other name their file once, unless two colons make it doubtful",
    arguments: [
      (["a.csv:1"], "a.csv:1"),
      (["a.csv:1", "a.csv:22", "b.csv:3", "a.csv:4"], "a.csv:1, 22, b.csv:3, a.csv:4"),
      (["a:b:1", "a:b:2"], "a:b:1, a:b:2"),
      (["a.csv:1", "a.csv:2:3", "a.csv:4"], "a.csv:1, a.csv:2:3, a.csv:4"),
      (["row 1", "row 2"], "row 1, row 2"),
      (["a:1", "ab:1", "a:", ":1", ":2"], "a:1, ab:1, a:, :1, 2"),
      (["a&b:1", "a&b:<2"], "a&amp;b:1, &lt;2"),
      (
        [String(repeating: "é", count: 130) + ":1", "é:" + String(repeating: "9", count: 25)],
        String(repeating: "é", count: 120) + "…, é:" + String(repeating: "9", count: 25)
      ),
      (
        ["é:1", "é:" + String(repeating: "9", count: 25)],
        "é:1, " + String(repeating: "9", count: 20) + "…"
      ),
    ])
  func rowReferences(entries: [String], expected: String) {
    #expect(written { $0.rowReferences(entries) } == expected)
  }
}
