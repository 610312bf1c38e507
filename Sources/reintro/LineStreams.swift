// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Standard input in blocks.
enum StandardInput {
  /// Puts what there is at the start of a block; returns how many bytes, 0 at the end.
  static func read(into block: inout [UInt8]) -> Int {
    while true {
      let count = unsafe block.withUnsafeMutableBytes { all in
        unsafe Glibc.read(STDIN_FILENO, all.baseAddress, all.count)
      }
      if count < 0 && errno == EINTR { continue }
      return max(0, count)
    }
  }
}

/// Standard input, line by line, read in large blocks.
enum LineInput {
  private static let blockSize = 1 << 16

  /// Calls the body with each line, without its end; a last line needs none.
  static func forEach(_ body: (ArraySlice<UInt8>) -> Void) {
    var block = [UInt8](repeating: 0, count: blockSize)
    var rest: [UInt8] = []
    while true {
      let count = StandardInput.read(into: &block)
      guard count > 0 else { break }
      var start = 0
      while let end = block[start..<count].firstIndex(of: 0x0A) {
        if rest.isEmpty {
          body(trimmed(block[start..<end]))
        } else {
          rest += block[start..<end]
          body(trimmed(rest[...]))
          rest.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      rest += block[start..<count]
    }
    if !rest.isEmpty { body(trimmed(rest[...])) }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }
}

/// Standard output, written in large blocks.
struct LineOutput {
  /// What is not written yet.
  var bytes: [UInt8] = []

  /// Writes what has gathered, where it is much.
  mutating func writeIfLarge() { if bytes.count >= 1 << 16 { write() } }

  /// Writes what has gathered.
  mutating func write() {
    Terminal.say(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
