// SPDX-License-Identifier: Apache-2.0

/// A strict reader of pages, for tests: every tag closed and nested, every attribute quoted and
/// there once, every `&` a known reference.
struct PageReader {
  /// An element with what stands in it.
  struct Element {
    var name: String
    var attributes: [String: String]
    var children: [Element] = []
    /// The text within, that of children included, in order.
    var text = ""

    /// All elements below, in order.
    var descendants: [Element] { children.flatMap { [$0] + $0.descendants } }
    func all(_ name: String) -> [Element] { descendants.filter { $0.name == name } }
    func first(id: String) -> Element? { descendants.first { $0.attributes["id"] == id } }
    func hasClass(_ name: String) -> Bool {
      attributes["class"]?.split(separator: " ").contains(Substring(name)) ?? false
    }
  }

  /// What is not well-formed.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  private let bytes: [UInt8]
  private var position = 0

  /// Reads a page and gives its root.
  static func read(_ bytes: [UInt8]) throws -> Element {
    var reader = PageReader(bytes: bytes)
    let doctype = Array("<!DOCTYPE html>\n".utf8)
    guard bytes.starts(with: doctype) else { throw Fault(description: "no doctype") }
    reader.position = doctype.count
    let root = try reader.element()
    guard reader.rest.allSatisfy({ $0 == 10 }) else { throw Fault(description: "text after end") }
    return root
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var rest: ArraySlice<UInt8> { bytes[position...] }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ text: String) throws {
    guard rest.starts(with: text.utf8) else {
      let found = String(decoding: rest.prefix(40), as: UTF8.self)
      throw Fault(description: "expected \(text), found \(found)")
    }
    position += text.utf8.count
  }

  private mutating func run(until stops: UInt8...) -> String {
    let start = position
    while position < bytes.count, !stops.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func element() throws -> Element {
    try take("<")
    var element = Element(name: run(until: 0x20, 0x2F, 0x3E), attributes: [:])
    while next == UInt8(ascii: " ") {
      position += 1
      let name = run(until: 0x3D)
      try take("=\"")
      let value = try Self.unescape(run(until: 0x22, 0x3C))
      try take("\"")
      guard element.attributes.updateValue(value, forKey: name) == nil else {
        throw Fault(description: "\(name) stands twice")
      }
    }
    if next == UInt8(ascii: "/") {
      try take("/>")
      return element
    }
    try take(">")
    try content(of: &element)
    try take("</\(element.name)>")
    return element
  }

  private mutating func content(of element: inout Element) throws {
    while true {
      element.text += try Self.unescape(run(until: 0x3C))
      guard next != nil else { throw Fault(description: "\(element.name) is not closed") }
      if rest.starts(with: "</".utf8) { return }
      let child = try self.element()
      element.text += child.text
      element.children.append(child)
    }
  }

  private static func unescape(_ text: String) throws -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)[...]
    result += parts.removeFirst()
    let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    for part in parts {
      guard let end = part.firstIndex(of: ";"), let mark = references[String(part[..<end])] else {
        throw Fault(description: "a bare & before \(part.prefix(20))")
      }
      result += mark + part[part.index(after: end)...]
    }
    return result
  }
}

extension PageReader.Element {
  /// The places through which the lines of a class run, in a picture whose shapes are the parts of
  /// paths: the first of each line by its place, the others by their distance from the one before.
  func corners(_ name: String) -> [(x: Double, y: Double)] {
    all("path").filter { $0.hasClass(name) }.flatMap { path in
      var (x, y) = (0.0, 0.0)
      var corners: [(x: Double, y: Double)] = []
      for match in (path.attributes["d"] ?? "").matches(of: /([Mlhv])([-0-9. ]+)/) {
        let numbers = match.output.2.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap {
          Double($0.output)
        }
        let steps: [(Double, Double)] =
          switch match.output.1 {
          case "h": numbers.map { ($0, 0) }
          case "v": numbers.map { (0, $0) }
          default:
            stride(from: 1, to: numbers.count, by: 2).map { (numbers[$0 - 1], numbers[$0]) }
          }
        if match.output.1 == "M" { (x, y) = (0, 0) }
        for step in steps {
          (x, y) = (x + step.0, y + step.1)
          // A point by itself is a line without length.
          if step != (0, 0) || match.output.1 == "M" { corners.append((x, y)) }
        }
      }
      return corners
    }
  }

  /// Where the shapes of a class begin, in a picture whose shapes are the parts of paths.
  func places(_ name: String) -> [(x: Double, y: Double)] {
    all("path").filter { $0.hasClass(name) }.flatMap { path in
      (path.attributes["d"] ?? "").split(separator: "M").compactMap { part in
        let numbers = part.prefix { "-.0123456789 ".contains($0) }.split(separator: " ")
          .compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
  }
}
