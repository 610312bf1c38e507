// SPDX-License-Identifier: Apache-2.0

/// A part of a document, with the elements around it.
struct XMLTree {
  /// The most elements of one record.
  static let nodeLimit = 20_000
  /// The most bytes of text and attributes of one record.
  static let textLimit = 4 << 20

  struct Node {
    var name: String
    var namespace: String?
    var attributes: [(name: String, value: String)]
    var line: Int
    var parent: Int?
    var children: [Int] = []
    var text: [UInt8] = []
  }

  private(set) var nodes: [Node] = []
  private(set) var isTooLarge = false
  private var bytes = 0

  /// Adds an element below `parent`; `nil` where there is no more room.
  mutating func add(_ node: Node, below parent: Int?) -> Int? {
    bytes += node.attributes.reduce(64) { $0 + $1.value.utf8.count + 32 }
    guard nodes.count < Self.nodeLimit, bytes <= Self.textLimit else {
      isTooLarge = true
      return nil
    }
    var node = node
    node.parent = parent
    nodes.append(node)
    let place = nodes.count - 1
    if let parent { nodes[parent].children.append(place) }
    return place
  }

  mutating func append(_ text: Span<UInt8>, to place: Int) {
    bytes += text.count
    guard bytes <= Self.textLimit else {
      isTooLarge = true
      return
    }
    for byte in text.indices { nodes[place].text.append(text[byte]) }
  }

  /// The names from the root down to an element.
  func path(_ place: Int) -> [String] {
    var names: [String] = []
    var at: Int? = place
    while let here = at {
      names.append(nodes[here].name)
      at = nodes[here].parent
    }
    return names.reversed()
  }

  /// The first text, in the document's order, that one of the ways between `|` leads to.
  func text(_ paths: [XMLFieldPath], from place: Int) -> String {
    for path in paths {
      if let text = text(path.steps[...], from: place), !text.isEmpty { return text }
    }
    return ""
  }

  private func text(_ steps: ArraySlice<XMLFieldPath.Step>, from place: Int) -> String? {
    guard let step = steps.first else { return own(place) }
    let rest = steps.dropFirst()
    switch step {
    case .selfNode: return text(rest, from: place)
    case .parent: return nodes[place].parent.flatMap { text(rest, from: $0) }
    case .attribute(let name):
      return nodes[place].attributes.first { $0.name == name }?.value.trimmedOfWhitespace
    case .child(let name, let test, let value):
      for child in nodes[place].children where nodes[child].name == name || name == "*" {
        if let test, text(test.steps[...], from: child) != value { continue }
        if let found = text(rest, from: child), !found.isEmpty { return found }
      }
      return nil
    }
  }

  /// The text in an element and in those below it.
  private func own(_ place: Int) -> String {
    String(decoding: nodes[place].text, as: UTF8.self).trimmedOfWhitespace
  }
}
