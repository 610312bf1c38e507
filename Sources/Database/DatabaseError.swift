// SPDX-License-Identifier: Apache-2.0

/// A fault of a database, in SQLite's words.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// SQLite's result code.
  public var code: Int32
  /// What SQLite says of it.
  public var reason: String

  /// Creates an error.
  public init(code: Int32, reason: String) {
    self.code = code
    self.reason = reason
  }

  /// The reason and the code.
  public var description: String { "\(reason) (SQLite \(code))" }
}
