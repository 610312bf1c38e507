// SPDX-License-Identifier: Apache-2.0

/// Writes HTML and SVG into one byte buffer that can be used again.
///
/// Text and attribute values are escaped without exception; only a `StaticString` can be written as
/// it stands. Elements are closed by construction, and void elements close themselves, so that the
/// bytes are well-formed XML as well as HTML.
package struct MarkupWriter: Sendable {
  /// Where the next byte goes.
  private enum Place {
    case content
    case startTag
    case attributeValue
  }

  /// What was written, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var place = Place.content

  /// Creates a writer with room for `capacity` bytes.
  package init(reservingCapacity capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    place = .content
  }

  /// Writes an element: its attributes first, then what stands in it.
  package mutating func element(
    _ tag: Tag, class name: String? = nil, _ content: (inout MarkupWriter) -> Void = { _ in }
  ) {
    precondition(place != .attributeValue, "An element cannot stand in an attribute.")
    endStartTag()
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: tag.name.utf8)
    place = .startTag
    if let name { attribute(.class, name) }
    content(&self)
    close(tag)
  }

  /// Writes an element that holds nothing but text.
  package mutating func element(_ tag: Tag, class name: String? = nil, text: String) {
    element(tag, class: name) { $0.text(text) }
  }

  /// Writes an attribute of the element just begun.
  package mutating func attribute(_ name: AttributeName, _ value: String) {
    attribute(name) { $0.text(value) }
  }

  /// Writes an attribute of the element just begun, with as few as two decimals.
  package mutating func attribute(_ name: AttributeName, _ value: Double) {
    attribute(name) { $0.number(value) }
  }

  /// Writes an attribute of the element just begun, its value piece by piece.
  package mutating func attribute(
    _ name: AttributeName, value: (inout MarkupWriter) -> Void
  ) {
    precondition(place == .startTag, "Attributes come before content.")
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: name.rawValue.utf8)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    place = .attributeValue
    value(&self)
    place = .startTag
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes text, escaped.
  package mutating func text(_ text: String) {
    endStartTag()
    bytes.appendEscaped(text)
  }

  /// Writes text that a user wrote: escaped, set apart from the writing direction around it, and cut
  /// after `limit` Unicode scalars.
  package mutating func userText(_ text: String, limit: Int = 160) {
    element(.bdi) { $0.text(text.shortened(to: limit)) }
  }

  /// Writes a number with up to `decimals` decimals and without trailing zeros, as SVG wants it.
  package mutating func number(_ value: Double, decimals: Int = 2) {
    endStartTag()
    NumberText.append(value, decimals: decimals, trimming: true, to: &bytes)
  }

  /// Writes what the program's author wrote, as it stands.
  package mutating func raw(_ text: StaticString) {
    endStartTag()
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func endStartTag() {
    guard place == .startTag else { return }
    bytes.append(UInt8(ascii: ">"))
    place = .content
  }

  private mutating func close(_ tag: Tag) {
    if place == .startTag, tag.closing != .always {
      bytes.append(contentsOf: "/>".utf8)
      place = .content
    } else {
      endStartTag()
      bytes.append(contentsOf: "</".utf8)
      bytes.append(contentsOf: tag.name.utf8)
      bytes.append(UInt8(ascii: ">"))
    }
    if tag.endsLine { bytes.append(UInt8(ascii: "\n")) }
  }
}
