// SPDX-License-Identifier: Apache-2.0

/// The data of an SVG path: commands and numbers with one decimal, and so nothing to escape.
package struct PathData: ~Copyable {
  /// A command, or the space before a further number.
  package enum Command: UInt8, Sendable {
    case move = 0x4D
    case line = 0x4C
    case horizontal = 0x48
    case vertical = 0x56
    case lineBy = 0x6C
    case horizontalBy = 0x68
    case verticalBy = 0x76
    case next = 0x20
  }

  private(set) var bytes = ByteBuffer()

  /// Creates data that draws nothing.
  package init() {}

  /// Whether nothing is drawn.
  package var isEmpty: Bool { bytes.count == 0 }

  /// Adds a command and its number.
  package mutating func add(_ command: Command, _ value: Double) {
    bytes.append(command.rawValue)
    bytes.appendTenths(value)
  }

  /// Adds a command and its two numbers.
  package mutating func add(_ command: Command, _ x: Double, _ y: Double) {
    add(command, x)
    add(.next, y)
  }

  /// Closes the figure.
  package mutating func close() { bytes.append(UInt8(ascii: "z")) }

  /// Empties the data and keeps its memory.
  package mutating func removeAll() { bytes.truncate(to: 0) }
}
