// SPDX-License-Identifier: Apache-2.0

/// A sentence that speaks for a verdict, and the same as a code with arguments.
struct Reason: Sendable {
  var text: String
  var statement: Statement

  init(_ code: String, _ arguments: [String: Statement.Argument], _ text: String) {
    self.text = text
    statement = Statement(code, arguments)
  }

  init(_ code: String, _ text: String) { self.init(code, [:], text) }
}
