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
}
