// SPDX-License-Identifier: Apache-2.0

import Markup
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
}
