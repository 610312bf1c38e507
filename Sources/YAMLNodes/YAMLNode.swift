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

  /// Creates a node.
  public init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  /// The text of a scalar; else `nil`.
  public var scalar: String? { if case .scalar(let text) = content { text } else { nil } }

  /// The items of a list; else `nil`.
  public var sequence: [YAMLNode]? { if case .sequence(let list) = content { list } else { nil } }

  /// The keys with values; else `nil`.
  public var mapping: YAMLMapping? { if case .mapping(let pairs) = content { pairs } else { nil } }
}

/// Keys with values, in their order.
public struct YAMLMapping: Hashable, Sendable, Sequence {
  /// A key with its value.
  public struct Pair: Hashable, Sendable {
    /// The key, a scalar as a rule.
    public var key: YAMLNode
    /// The value.
    public var value: YAMLNode
  }

  /// The pairs.
  public private(set) var pairs: [Pair] = []

  private var places: [String: Int] = [:]

  init() {}

  /// Adds a pair; `false` where a scalar key stands there already.
  mutating func append(_ key: YAMLNode, _ value: YAMLNode) -> Bool {
    if let text = key.scalar, places.updateValue(pairs.count, forKey: text) != nil { return false }
    pairs.append(Pair(key: key, value: value))
    return true
  }

  /// The value of a key.
  public subscript(_ key: String) -> YAMLNode? {
    places[key].flatMap { pairs.indices.contains($0) ? pairs[$0].value : nil }
  }

  /// How many pairs there are.
  public var count: Int { pairs.count }

  /// Goes through the pairs.
  public func makeIterator() -> IndexingIterator<[Pair]> { pairs.makeIterator() }
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
