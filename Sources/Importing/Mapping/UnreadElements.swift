// SPDX-License-Identifier: Apache-2.0

internal import XMLReading

/// Finds the elements and attributes of a document that no rule of a mapping names.
///
/// An element without text and attributes of its own, or around a record, says nothing by itself.
struct UnreadElements {
  /// The most names that are kept.
  static let mostNames = 1000

  private struct Open {
    var name: String
    var isNamed: Bool
    var line: Int
    var hasContent = false
    var holdsRecord = false
  }

  private var elements: Set<String> = []
  private var attributes: Set<String> = []
  private let records: [XMLRecordPath]
  private var open: [Open] = []
  /// The names in the order of the document; attributes with `@`.
  private(set) var names: [String] = []
  private var known: Set<String> = []
  /// The line of the first of them.
  private(set) var line = 1

  init(_ tables: [MappedTable], _ paths: [XMLFieldPath]) {
    records = tables.map(\.xml.record)
    for layout in tables.map(\.xml) {
      elements.formUnion(layout.record.steps)
      elements.formUnion(layout.within?.steps ?? [])
    }
    for path in paths { take(path) }
  }

  private mutating func take(_ path: XMLFieldPath) {
    for step in path.steps {
      switch step {
      case .attribute(let name): attributes.insert(name)
      case .child(let name, let test, _):
        elements.insert(name)
        if let test { take(test) }
      case .parent, .selfNode: break
      }
    }
  }

  mutating func start(_ element: XMLTree.Node) {
    let isNamed = elements.contains(element.name)
    open.append(
      Open(
        name: element.name, isNamed: isNamed, line: element.line,
        hasContent: !element.attributes.isEmpty))
    let path = open.lazy.map(\.name)
    if records.contains(where: { $0.matches(path) }) {
      for place in open.indices.reversed() {
        if open[place].holdsRecord { break }
        open[place].holdsRecord = true
      }
    }
    guard isNamed else { return }
    for attribute in element.attributes where !attributes.contains(attribute.name) {
      note("@" + attribute.name, element.line)
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    guard let last = open.indices.last, !open[last].hasContent else { return }
    for place in text.indices where text[place] > 0x20 {
      open[last].hasContent = true
      return
    }
  }

  mutating func end() {
    guard let ended = open.popLast(), ended.hasContent else { return }
    if !ended.isNamed && !ended.holdsRecord {
      note(ended.name, ended.line)
    } else if let last = open.indices.last {
      open[last].hasContent = true
    }
  }

  private mutating func note(_ name: String, _ place: Int) {
    guard names.count < Self.mostNames, known.insert(name).inserted else { return }
    if names.isEmpty { line = place }
    names.append(name)
  }
}
