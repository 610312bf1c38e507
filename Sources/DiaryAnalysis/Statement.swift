// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What a sentence says, as a stable code and its arguments, so that every language can word it.
///
/// The codes and their arguments are listed in `docs/analysis.md`.
public struct Statement: Codable, Hashable, Sendable {
  /// An argument: a number, a text, or several texts.
  public enum Argument: Hashable, Sendable {
    /// A number; counts are whole.
    case number(Double)
    /// A text: an identifier, a day as YYYY-MM-DD, or the diary's own words.
    case text(String)
    /// Several of those.
    case texts([String])
  }

  /// The stable identifier, such as `eaten-together`.
  public var code: String
  /// The arguments by name.
  public var arguments: [String: Argument]

  /// Creates a statement.
  public init(_ code: String, _ arguments: [String: Argument] = [:]) {
    self.code = code
    self.arguments = arguments
  }

  /// The number of that name.
  public func number(_ name: String) -> Double? {
    if case .number(let value) = arguments[name] { value } else { nil }
  }

  /// The text of that name.
  public func text(_ name: String) -> String? {
    if case .text(let value) = arguments[name] { value } else { nil }
  }

  /// The texts of that name; one where there is one.
  public func texts(_ name: String) -> [String] {
    switch arguments[name] {
    case .texts(let values): values
    case .text(let value): [value]
    case .number, nil: []
    }
  }
}

extension Statement.Argument: Codable {
  /// Reads a number, a text or a list of texts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .texts(try container.decode([String].self))
    }
  }

  /// Writes the bare number, text or list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .texts(let texts): try container.encode(texts)
    }
  }
}

extension Statement.Argument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension Statement.Argument {
  /// A count.
  static func count(_ number: Int) -> Self { .number(Double(number)) }
  /// Groups, by identifier.
  static func groups(_ groups: [GroupID]) -> Self { .texts(groups.map(\.rawValue)) }
  /// A day.
  static func day(_ number: Int) -> Self { .text(CivilDate(dayNumber: number).description) }
}
