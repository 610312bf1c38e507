// SPDX-License-Identifier: Apache-2.0

/// A value of a YAML text, and where it stands.
public struct YAMLNode: Hashable, Sendable {
  /// What a node holds.
  public indirect enum Content: Hashable, Sendable {
    /// A text; nothing is told apart by tags, so `12` and `yes` are texts.
    case scalar(String)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in their order, no key twice.
    case mapping(YAMLMapping)
  }

  /// What the node holds.
  public var content: Content
  /// The line on which it starts, from 1.
  public var line: Int
  /// Whether a scalar stands in quotes or as a block, so that it can only be a text.
  public var isQuoted: Bool

  /// Creates a node.
  public init(_ content: Content, line: Int, isQuoted: Bool = false) {
    self.content = content
    self.line = line
    self.isQuoted = isQuoted
  }

  /// Whether two nodes hold the same, wherever they stand.
  public static func == (left: YAMLNode, right: YAMLNode) -> Bool { left.content == right.content }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(content) }

  /// The text of a scalar; else `nil`.
  public var scalar: String? { if case .scalar(let text) = content { text } else { nil } }

  /// The items of a list; else `nil`.
  public var sequence: [YAMLNode]? { if case .sequence(let list) = content { list } else { nil } }

  /// The keys with values; else `nil`.
  public var mapping: YAMLMapping? { if case .mapping(let pairs) = content { pairs } else { nil } }
}

/// Keys with values, in their order.
public struct YAMLMapping: Hashable, Sendable, Sequence {
  private var keys: [YAMLNode] = []
  private var values: [YAMLNode] = []
  private var places: [String: Int] = [:]

  init() {}

  /// Adds a pair; `false` where a scalar key stands there already.
  mutating func append(_ key: YAMLNode, _ value: YAMLNode) -> Bool {
    if let text = key.scalar, places.updateValue(keys.count, forKey: text) != nil { return false }
    keys.append(key)
    values.append(value)
    return true
  }

  /// The value of a key.
  public subscript(_ key: String) -> YAMLNode? {
    places[key].flatMap { values.indices.contains($0) ? values[$0] : nil }
  }

  /// How many pairs there are.
  public var count: Int { keys.count }

  /// The pairs, in their order.
  public var pairs: [(key: YAMLNode, value: YAMLNode)] {
    zip(keys, values).map { (key: $0, value: $1) }
  }

  /// Goes through the pairs.
  public func makeIterator() -> IndexingIterator<[(key: YAMLNode, value: YAMLNode)]> {
    pairs.makeIterator()
  }
}

/// What is wrong in a text that should be YAML.
public struct YAMLError: Error, Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// What is wrong, in a few words.
  public var problem: String

  /// Creates an error.
  public init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }
}
