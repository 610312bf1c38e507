// SPDX-License-Identifier: Apache-2.0

/// Writes HTML and SVG into one byte buffer that can be used again.
///
/// Text and attribute values are escaped without exception; only a `StaticString` can be written as
/// it stands. Elements are closed by construction, and void elements close themselves, so that the
/// bytes are well-formed XML as well as HTML.
package struct MarkupWriter: ~Copyable {
  /// Where the next byte goes.
  private enum Place {
    case content
    case startTag
    case attributeValue
  }

  private var buffer: ByteBuffer
  private var place = Place.content

  /// Creates a writer with room for `capacity` bytes.
  package init(reservingCapacity capacity: Int = 0) {
    buffer = ByteBuffer(capacity: capacity)
  }

  /// What was written, as UTF-8.
  package var bytes: [UInt8] { buffer.array }

  /// Empties the buffer and keeps its memory.
  package mutating func removeAll() {
    buffer.truncate(to: 0)
    place = .content
  }

  /// Writes an element: its attributes first, then what stands in it.
  package mutating func element(
    _ tag: Tag, class name: String? = nil, _ content: (inout MarkupWriter) -> Void = { _ in }
  ) {
    begin(tag, class: name)
    content(&self)
    close(tag)
  }

  /// Writes an element that holds nothing but text.
  package mutating func element(_ tag: Tag, class name: String? = nil, text: String) {
    begin(tag, class: name)
    self.text(text)
    close(tag)
  }

  /// Writes an attribute of the element just begun.
  package mutating func attribute(_ name: AttributeName, _ value: String) {
    begin(name)
    buffer.appendEscaped(value)
    endValue()
  }

  /// Writes an attribute of the element just begun, with as few as two decimals.
  package mutating func attribute(_ name: AttributeName, _ value: Double) {
    begin(name)
    number(value)
    endValue()
  }

  /// Writes an attribute of the element just begun whose value is path data.
  package mutating func attribute(_ name: AttributeName, _ path: borrowing PathData) {
    begin(name)
    buffer.append(path.bytes, 0..<path.bytes.count)
    endValue()
  }

  /// Writes an attribute of the element just begun, its value piece by piece.
  package mutating func attribute(
    _ name: AttributeName, value: (inout MarkupWriter) -> Void
  ) {
    begin(name)
    value(&self)
    endValue()
  }

  /// Writes text, escaped.
  package mutating func text(_ text: String) {
    endStartTag()
    buffer.appendEscaped(text)
  }

  /// Writes text from a byte on, escaped; a character must begin there.
  mutating func text(_ text: String, from start: Int) {
    endStartTag()
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      let rest = bytes.indices.clamped(to: max(start, 0)..<max(start, bytes.count))
      unsafe buffer.appendEscaped(UnsafeBufferPointer(rebasing: bytes[rest]))
    }
    if isDone == nil {
      buffer.appendEscaped(String(decoding: text.utf8.dropFirst(start), as: UTF8.self))
    }
  }

  /// Writes text that a user wrote: escaped, set apart from the writing direction around it, and cut
  /// after `limit` Unicode scalars.
  package mutating func userText(_ text: String, limit: Int = 160) {
    element(.bdi, text: text.shortened(to: limit))
  }

  /// Writes a number with up to `decimals` decimals and without trailing zeros, as SVG wants it.
  package mutating func number(_ value: Double, decimals: Int = 2) {
    number(value, .init(decimals: decimals, isTrimmed: true))
  }

  /// Writes a number in a style.
  package mutating func number(_ value: Double, _ style: NumberText.Style) {
    endStartTag()
    buffer.append(value, style)
  }

  /// Writes a number in as few digits as it can be read back from; with `keepsPoint`, a whole one
  /// ends in `.0`.
  package mutating func shortest(_ value: Double, keepsPoint: Bool = false) {
    endStartTag()
    buffer.appendShortest(value, keepsPoint: keepsPoint)
  }

  /// Writes what the program's author wrote, as it stands.
  package mutating func raw(_ text: StaticString) {
    endStartTag()
    buffer.append(text)
  }

  private mutating func begin(_ tag: Tag, class name: String?) {
    precondition(place != .attributeValue, "An element cannot stand in an attribute.")
    endStartTag()
    buffer.append(tag.opening)
    place = .startTag
    if let name { attribute(.class, name) }
  }

  private mutating func begin(_ name: AttributeName) {
    precondition(place == .startTag, "Attributes come before content.")
    buffer.append(name.opening)
    place = .attributeValue
  }

  private mutating func endValue() {
    place = .startTag
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func endStartTag() {
    guard place == .startTag else { return }
    buffer.append(UInt8(ascii: ">"))
    place = .content
  }

  private mutating func close(_ tag: Tag) {
    if place == .startTag, tag.closing != .always {
      buffer.append("/>")
      place = .content
    } else {
      endStartTag()
      buffer.append(tag.end)
    }
    if tag.endsLine { buffer.append(UInt8(ascii: "\n")) }
  }
}
