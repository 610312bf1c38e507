// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import CLibXML2

/// A start tag, alive only while a handler is told of it.
///
/// Nothing is copied out of the parser's memory before it is asked for. Names are compared as
/// places in `XMLHandler.names`, which costs one comparison of pointers each.
@safe
package struct XMLElement: ~Copyable {
  /// The place of the name in `XMLHandler.names`; -1 where it is not among them.
  package let name: Int

  /// What it is instead where it was not parsed.
  private let found: XMLFoundElement?
  private let context: xmlParserCtxtPtr
  private let names: UnsafePointer<UnsafePointer<xmlChar>?>
  private let localName: UnsafePointer<xmlChar>?
  private let uri: UnsafePointer<xmlChar>?
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let values: UnsafeMutablePointer<StandInValues>?
  /// The number of attributes, namespace declarations not counted.
  package let attributeCount: Int

  init(
    name: Int, context: xmlParserCtxtPtr, names: UnsafePointer<UnsafePointer<xmlChar>?>,
    localName: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int,
    values: UnsafeMutablePointer<StandInValues>?
  ) {
    self.name = name
    found = nil
    unsafe self.context = context
    unsafe self.names = names
    unsafe self.localName = localName
    unsafe self.uri = uri
    unsafe self.attributes = attributes
    self.attributeCount = attributeCount
    unsafe self.values = values
  }

  /// An element that was not parsed; it has no texts of names, and `attributeTexts` is empty.
  init(
    _ found: XMLFoundElement, context: xmlParserCtxtPtr,
    names: UnsafePointer<UnsafePointer<xmlChar>?>
  ) {
    name = found.name
    self.found = found
    unsafe self.context = context
    unsafe self.names = names
    unsafe localName = nil
    unsafe uri = nil
    unsafe attributes = nil
    unsafe values = nil
    attributeCount = found.attributeCount
  }

  /// The name without its prefix.
  package var localNameText: String {
    unsafe localName.map { unsafe String(cString: $0) } ?? ""
  }

  /// The namespace's name; `nil` where the element is in none.
  package var namespace: String? {
    unsafe uri.map { unsafe String(cString: $0) }
  }

  /// The 1-based line on which the tag starts.
  package var line: Int {
    if let found { return found.line }
    guard let input = unsafe context.pointee.input else { return 1 }
    let line = Int(unsafe input.pointee.line)
    guard let base = unsafe input.pointee.base, let end = unsafe input.pointee.cur else {
      return line
    }
    // The parser stands at the tag's end; `<` cannot occur between the tag's start and its end.
    let lines = unsafe byte_scan_lines_in_tag(base, end - base)
    return lines < 0 ? line : line - lines
  }

  /// The value of the attribute whose name, outside any namespace, stands at `name`.
  package func attribute(_ name: Int) -> String? {
    guard let value = unsafe bytes(of: name) else { return nil }
    return unsafe Self.text(of: value)
  }

  /// The text of a value: libxml2 hands on `&` as `&#38;`, whichever way the document writes it.
  package static func text(of value: Span<UInt8>) -> String {
    unsafe value.withUnsafeBufferPointer { unsafe text(of: $0) }
  }

  private static func text(of value: UnsafeBufferPointer<UInt8>) -> String {
    guard unsafe value.contains(UInt8(ascii: "&")) else {
      return unsafe String(decoding: value, as: UTF8.self)
    }
    var text: [UInt8] = []
    var at = 0
    while at < value.count {
      let byte = unsafe value[at]
      text.append(byte)
      let isAmpersand = unsafe byte == 38 && value[at...].starts(with: "&#38;".utf8)
      at += isAmpersand ? 5 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The value's UTF-8 bytes without a copy, alive as long as the element; `nil` where there is no
  /// such attribute.
  ///
  /// Each `&` in them is followed by `#38;`: this is for identifiers, dates and numbers. A closure
  /// would cost more than all else of an element that is of no interest.
  @unsafe
  package func attributeBytes(_ name: Int) -> UnsafeBufferPointer<UInt8>? {
    unsafe bytes(of: name)
  }

  /// Copies the values of attributes, one after the other, to the start of `bytes`, which grows
  /// where it must, and says which of them there are.
  ///
  /// `names` are the places of the attributes' names, -1 for none; `ends` is set to where each value
  /// ends.
  package func copyValues(
    _ names: SIMD8<Int8>, to bytes: inout [UInt8], ends: inout SIMD8<UInt32>
  ) -> SIMDMask<SIMD8<Int8>> {
    var present = SIMDMask<SIMD8<Int8>>(repeating: false)
    var end = 0
    for place in 0..<8 {
      if names[place] >= 0, let value = unsafe self.bytes(of: Int(names[place])) {
        present[place] = true
        let start = end
        end += value.count
        if end > bytes.count {
          bytes += [UInt8](repeating: 0, count: max(bytes.count, value.count, 512))
        }
        if let from = value.baseAddress {
          unsafe bytes.withUnsafeMutableBytes { all in
            unsafe all.baseAddress?.advanced(by: start).copyMemory(
              from: from, byteCount: value.count)
          }
        }
      }
      ends[place] = UInt32(truncatingIfNeeded: end)
    }
    return present
  }

  /// The names, without prefixes, and the values of all attributes, in the document's order.
  package var attributeTexts: [(name: String, value: String)] {
    guard let attributes = unsafe attributes else { return [] }
    var texts: [(name: String, value: String)] = []
    for place in 0..<attributeCount {
      let at = place * 5
      guard let name = unsafe attributes[at], let start = unsafe attributes[at + 3],
        let end = unsafe attributes[at + 4]
      else { continue }
      let value = unsafe meant(start, end)
      texts.append(unsafe (String(cString: name), Self.text(of: value)))
    }
    return texts
  }

  private func bytes(of name: Int) -> UnsafeBufferPointer<UInt8>? {
    if let found { return unsafe found.value(name) }
    guard let attributes = unsafe attributes else { return nil }
    let wanted = unsafe names[name]
    var at = 0
    for _ in 0..<attributeCount {
      if unsafe attributes[at] == wanted, unsafe attributes[at + 2] == nil,
        let start = unsafe attributes[at + 3], let end = unsafe attributes[at + 4]
      {
        return unsafe meant(start, end)
      }
      at += 5
    }
    return nil
  }

  /// A value of the parser's without stand-ins.
  private func meant(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
    return unsafe values?.pointee.meant(value) ?? value
  }
}

/// A reader of a document's events.
package protocol XMLHandler {
  /// The names of elements and attributes that the handler asks for by their place here.
  static var names: [StaticString] { get }
  /// Whether `text` is to be called.
  static var wantsText: Bool { get }

  /// Whether an element and what is in it are to be checked against the schema.
  ///
  /// libxml2 checks no sibling after an element that may not stand where it does; a handler that
  /// reports such elements itself keeps them from the schema.
  func isForSchema(_ element: borrowing XMLElement) -> Bool
  /// Takes in a start tag.
  mutating func start(_ element: borrowing XMLElement)
  /// Takes in an end tag; `name` as in `XMLElement.name`.
  mutating func end(_ name: Int)
  /// Takes in a piece of text; neighbouring pieces belong together.
  mutating func text(_ text: Span<UInt8>)
  /// Takes in a breach of the schema: before the start or the end that it is about.
  mutating func issue(_ issue: XMLIssue)
}

extension XMLHandler {
  /// Has every element checked.
  package func isForSchema(_ element: borrowing XMLElement) -> Bool { true }
  /// Ignores text.
  package mutating func text(_ text: Span<UInt8>) {}
  /// Ignores breaches, of which there are none without a schema.
  package mutating func issue(_ issue: XMLIssue) {}
}
