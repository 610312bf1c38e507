// SPDX-License-Identifier: Apache-2.0

/// A value in a cell of a table.
public enum DatabaseValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is stored as nothing.
  case real(Double)
  /// A text.
  case text(String)

  /// A text, or nothing.
  public init(_ text: String?) { self = text.map(Self.text) ?? .null }
  /// A whole number, or nothing.
  public init(_ number: Int?) { self = number.map(Self.integer) ?? .null }
  /// A number, or nothing.
  public init(_ number: Double?) {
    self = number.flatMap { $0.isFinite ? .real($0) : nil } ?? .null
  }
  /// 1 or 0.
  public init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}
