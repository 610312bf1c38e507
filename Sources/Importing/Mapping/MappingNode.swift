// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import YAMLReading

/// A place in a mapping's YAML, with the checks that every key needs.
struct MappingNode {
  let node: YAMLNode
  /// What it is called, for messages.
  let label: String

  var line: Int { node.line }

  func fault(_ summary: String, _ remedy: String = "") -> MappingFault {
    MappingFault(line: line, summary: summary, remedy: remedy)
  }

  /// The pairs of a mapping, checked against the keys that are known.
  func fields(_ known: [String]) throws(MappingFault) -> [String: MappingNode] {
    var fields: [String: MappingNode] = [:]
    for (key, value) in try pairs() {
      guard known.contains(key.label) else {
        let nearest = Spelling.nearest(to: key.label, among: known)
        throw key.fault(
          "“\(key.label.shortened)” is not a key of \(label).",
          (nearest.map { "Did you mean “\($0)”? " } ?? "")
            + "The keys are \(known.joined(separator: ", ")).")
      }
      fields[key.label] = value
    }
    return fields
  }

  /// The pairs of a mapping in their order; the key's text is its label.
  func pairs() throws(MappingFault) -> [(key: MappingNode, value: MappingNode)] {
    guard let mapping = node.mapping else {
      throw fault("“\(label)” takes keys with values, not \(what).")
    }
    var pairs: [(MappingNode, MappingNode)] = []
    for (key, value) in mapping {
      guard let text = key.scalar else {
        throw MappingNode(node: key, label: label).fault(
          "A key of “\(label)” is not a text.", "Put texts that start with a brace in quotes.")
      }
      pairs.append((MappingNode(node: key, label: text), MappingNode(node: value, label: text)))
    }
    return pairs
  }

  /// The items of a list; a single scalar is a list of one.
  func items() throws(MappingFault) -> [MappingNode] {
    if let list = node.sequence { return list.map { MappingNode(node: $0, label: label) } }
    if node.scalar != nil { return [self] }
    throw fault("“\(label)” takes a list, not \(what).")
  }

  func text() throws(MappingFault) -> String {
    guard let scalar = node.scalar else {
      throw fault(
        "“\(label)” takes a text, not \(what).",
        "Put texts that start with a brace in quotes: \"{Column}\".")
    }
    return scalar
  }

  func texts() throws(MappingFault) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  func number() throws(MappingFault) -> Double {
    guard let number = NumberText.number(try text()) else {
      throw fault("“\(label)” takes a number, not “\(try text().shortened)”.")
    }
    return number
  }

  func whole(_ range: ClosedRange<Int>) throws(MappingFault) -> Int {
    guard let number = Int(try text()), range.contains(number) else {
      throw fault(
        "“\(label)” takes a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not “\(try text().shortened)”.")
    }
    return number
  }

  func flag() throws(MappingFault) -> Bool {
    switch try text() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw fault("“\(label)” takes true or false, not “\(try text().shortened)”.")
    }
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type
  ) throws(MappingFault) -> Word where Word.RawValue == String {
    let text = try text()
    if let word = Word(rawValue: text) { return word }
    throw unknown(text, Word.allCases.map(\.rawValue))
  }

  /// The fault of a word that is none of those that are known, with the nearest of them or a hint.
  func unknown(_ text: String, _ known: [String], hint: String? = nil) -> MappingFault {
    let nearest = Spelling.nearest(to: text, among: known).map { "Did you mean “\($0)”?" }
    return fault(
      "“\(text.shortened)” is nothing that “\(label)” takes.",
      ((hint ?? nearest).map { $0 + " " } ?? "")
        + "Expected is one of \(known.joined(separator: ", ")).")
  }

  private var what: String {
    if node.sequence != nil { return "a list" }
    return node.mapping != nil ? "keys with values" : "a text"
  }
}
