// SPDX-License-Identifier: Apache-2.0

/// The nodes of a document while its events come.
struct YAMLTree {
  /// A node, and how many nodes it stands for.
  private struct Weighed {
    var node: YAMLNode
    var weight: Int
  }

  /// A list or mapping that is not closed yet.
  private struct Open {
    var line: Int
    var isMapping: Bool
    var anchor: String?
    var weight = 1
    var items: [YAMLNode] = []
    var pairs = YAMLMapping()
    var key: YAMLNode?
  }

  private(set) var root: YAMLNode?
  private var stack: [Open] = []
  private var anchors: [String: Weighed] = [:]
  private var documents = 0
  private var weight = 0

  mutating func startDocument(_ line: Int) throws(YAMLError) {
    documents += 1
    if documents > 1 {
      throw YAMLError(line: line, problem: "a second document starts here; only one is read")
    }
  }

  mutating func open(isMapping: Bool, _ line: Int, anchor: String?) throws(YAMLError) {
    guard stack.count < YAMLReader.deepest else {
      throw YAMLError(line: line, problem: "lists are nested more than \(YAMLReader.deepest) deep")
    }
    stack.append(Open(line: line, isMapping: isMapping, anchor: anchor))
  }

  mutating func close() throws(YAMLError) {
    guard let last = stack.popLast() else { return }
    let content: YAMLNode.Content = last.isMapping ? .mapping(last.pairs) : .sequence(last.items)
    try take(
      Weighed(node: YAMLNode(content, line: last.line), weight: last.weight), last.line,
      anchor: last.anchor)
  }

  mutating func add(
    _ content: YAMLNode.Content, _ line: Int, _ isQuoted: Bool, anchor: String?
  ) throws(YAMLError) {
    let node = YAMLNode(content, line: line, isQuoted: isQuoted)
    try count(1, line)
    try take(Weighed(node: node, weight: 1), line, anchor: anchor)
  }

  /// Adds a copy of the node that an alias names.
  mutating func addAlias(_ name: String?, _ line: Int) throws(YAMLError) {
    guard let known = name.flatMap({ anchors[$0] }) else {
      throw YAMLError(line: line, problem: "no text before is named '&\((name ?? "").prefix(60))'")
    }
    try count(known.weight, line)
    try take(known, line, anchor: nil)
  }

  private mutating func count(_ nodes: Int, _ line: Int) throws(YAMLError) {
    weight += nodes
    guard weight <= YAMLReader.mostNodes else {
      throw YAMLError(line: line, problem: "it stands for more than \(YAMLReader.mostNodes) texts")
    }
  }

  private mutating func take(
    _ weighed: Weighed, _ line: Int, anchor: String?
  ) throws(YAMLError) {
    let node = weighed.node
    if let anchor { anchors[anchor] = weighed }
    guard let top = stack.indices.last else {
      root = node
      return
    }
    stack[top].weight += weighed.weight
    if !stack[top].isMapping {
      stack[top].items.append(node)
    } else if let key = stack[top].key {
      stack[top].key = nil
      if !stack[top].pairs.append(key, node) {
        let text = (key.scalar ?? "").prefix(60)
        throw YAMLError(line: key.line, problem: "the key '\(text)' stands twice")
      }
    } else {
      stack[top].key = node
    }
  }
}
