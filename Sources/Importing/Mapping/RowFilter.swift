// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import YAMLReading

/// What a row must hold for a rule to apply to it; all tests must hold.
struct RowFilter: Hashable, Sendable {
  /// One test of one text.
  enum Test: Hashable, Sendable {
    case isOneOf([String])
    case isNoneOf([String])
    /// A pattern with `*`.
    case fits([String])
    case fitsNone([String])
    case isBlank(Bool)
    case above(Double)
    case below(Double)
    case atLeast(Double)
    case atMost(Double)
  }

  struct Condition: Hashable, Sendable {
    var field: Template
    var test: Test
  }

  static let keys = [
    "is", "not", "like", "not-like", "blank", "above", "below", "at-least", "at-most",
  ]

  var conditions: [Condition] = []

  /// Whether a record passes.
  func passes(_ values: [String], _ locals: Template.Locals = Template.Locals()) -> Bool {
    conditions.allSatisfy { $0.test.holds($0.field.text(values, locals)) }
  }

  /// Reads `where:`, whose keys are columns.
  init(_ node: MappingNode, _ context: inout TemplateContext) throws(MappingFault) {
    for (key, value) in try node.pairs() {
      let text = key.label.contains("{") ? key.label : "{\(key.label)}"
      let field = try context.template(text, key)
      guard value.node.mapping != nil else {
        conditions.append(Condition(field: field, test: .isOneOf(try Self.words(value))))
        continue
      }
      for (name, node) in try value.pairs() {
        guard Self.keys.contains(name.label) else { throw name.unknown(name.label, Self.keys) }
        conditions.append(Condition(field: field, test: try Self.test(name.label, node)))
      }
    }
  }

  init() {}

  private static func test(_ name: String, _ node: MappingNode) throws(MappingFault) -> Test {
    switch name {
    case "not": return .isNoneOf(try words(node))
    case "like": return .fits(try words(node))
    case "not-like": return .fitsNone(try words(node))
    case "blank": return .isBlank(try node.flag())
    case "above": return .above(try node.number())
    case "below": return .below(try node.number())
    case "at-least": return .atLeast(try node.number())
    case "at-most": return .atMost(try node.number())
    default: return .isOneOf(try words(node))
    }
  }

  private static func words(_ node: MappingNode) throws(MappingFault) -> [String] {
    try node.texts().map(\.folded)
  }
}

extension RowFilter.Test {
  /// Whether a text passes.
  func holds(_ text: String) -> Bool {
    switch self {
    case .isOneOf(let words): words.contains(text.folded)
    case .isNoneOf(let words): !words.contains(text.folded)
    case .fits(let patterns):
      patterns.contains { Wildcard.fits(text.folded, pattern: $0) }
    case .fitsNone(let patterns):
      !patterns.contains { Wildcard.fits(text.folded, pattern: $0) }
    case .isBlank(let wanted): text.isEmpty == wanted
    case .above(let limit): NumberText.number(text).map { $0 > limit } ?? false
    case .below(let limit): NumberText.number(text).map { $0 < limit } ?? false
    case .atLeast(let limit): NumberText.number(text).map { $0 >= limit } ?? false
    case .atMost(let limit): NumberText.number(text).map { $0 <= limit } ?? false
    }
  }
}

/// Patterns in which `*` stands for any text.
enum Wildcard {
  /// Whether a text fits a pattern.
  ///
  /// Each piece between stars is looked for once, from where the last one ended, so that time is
  /// bounded by the lengths multiplied.
  static func fits(_ text: String, pattern: String) -> Bool {
    let bytes = Array(text.utf8)
    let pieces = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
    guard let first = pieces.first, let last = pieces.last else { return bytes.isEmpty }
    guard pieces.count > 1 else { return bytes == first }
    guard bytes.count >= first.count + last.count, bytes.starts(with: first),
      bytes.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = bytes[first.count..<(bytes.count - last.count)]
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: piece) }) else {
        return false
      }
      rest = rest[(start + piece.count)...]
    }
    return true
  }
}
