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

  /// Adds a line through points: the first by its place, each other by its distance from the one
  /// before.
  ///
  /// Distances are those between places in tenths, so that nothing adds up: each point stands where its
  /// own place would.
  package mutating func addCurve(_ points: [(x: Double, y: Double)]) {
    var last: (x: Int, y: Int)?
    var command: Command?
    for point in points {
      let place = (x: Self.tenths(point.x), y: Self.tenths(point.y))
      guard let before = last else {
        add(.move, point.x, point.y)
        last = place
        continue
      }
      let (x, y) = (place.x - before.x, place.y - before.y)
      last = place
      let next: Command = y == 0 ? .horizontalBy : x == 0 ? .verticalBy : .lineBy
      if next != command { bytes.append(next.rawValue) }
      bytes.appendTenths(y == 0 || x != 0 ? x : y, isFirst: next != command)
      if next == .lineBy { bytes.appendTenths(y, isFirst: false) }
      command = next
    }
    // A single point is a line of no length.
    if last != nil, command == nil { add(.horizontalBy, 0) }
  }

  private static func tenths(_ value: Double) -> Int {
    guard value.magnitude < 1e9 else { return 0 }
    return Int((value * 10).rounded())
  }

  /// Closes the figure.
  package mutating func close() { bytes.append(UInt8(ascii: "z")) }

  /// Empties the data and keeps its memory.
  package mutating func removeAll() { bytes.truncate(to: 0) }
}
