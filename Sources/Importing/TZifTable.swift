// SPDX-License-Identifier: Apache-2.0

/// The contents of a TZif file of version 2 or later (RFC 8536, section 3).
struct TZifTable: Sendable {
  private let changes: [Int]
  private let offsets: [Int]
  private let before: Int
  private let rule: PosixZoneRule?

  /// Reads a file's bytes; `nil` where they are not a sound file of version 2 or later.
  init?(_ bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0), first.version >= UInt8(ascii: "2"),
      let header = Header(bytes, at: first.end(timeSize: 4))
    else { return nil }
    let timesStart = header.start
    let kindsStart = timesStart + header.times * 8
    let typesStart = kindsStart + header.times
    let end = header.end(timeSize: 8)
    guard header.types > 0, end <= bytes.count else { return nil }
    let types = (0..<header.types).map { Self.number(bytes, at: typesStart + $0 * 6, size: 4) }
    let kinds = bytes[kindsStart..<typesStart]
    guard kinds.allSatisfy({ Int($0) < types.count }), types.allSatisfy({ abs($0) <= 93_600 })
    else { return nil }
    changes = (0..<header.times).map { Self.number(bytes, at: timesStart + $0 * 8, size: 8) }
    guard zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    offsets = kinds.map { types[Int($0)] }
    before = types[0]
    let footer = bytes[end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    rule = PosixZoneRule(String(decoding: footer, as: UTF8.self))
  }

  /// Seconds to add to UTC at an instant.
  func offset(at seconds: Int) -> Int {
    guard let last = changes.last, let lastOffset = offsets.last else {
      return rule?.offset(at: seconds) ?? before
    }
    if seconds >= last { return rule?.offset(at: seconds) ?? lastOffset }
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? before : offsets[low - 1]
  }

  /// A signed number, highest byte first.
  private static func number(_ bytes: [UInt8], at place: Int, size: Int) -> Int {
    let raw = bytes[place..<place + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return size == 4
      ? Int(Int32(truncatingIfNeeded: raw)) : Int(Int64(truncatingIfNeeded: raw))
  }

  private struct Header {
    let version: UInt8
    let start: Int
    let counts: [Int]
    var times: Int { counts[3] }
    var types: Int { counts[4] }

    init?(_ bytes: [UInt8], at place: Int) {
      guard place >= 0, place + 44 <= bytes.count,
        bytes[place..<place + 4].elementsEqual("TZif".utf8)
      else { return nil }
      version = bytes[place + 4]
      start = place + 44
      let counts = (0..<6).map { TZifTable.number(bytes, at: place + 20 + $0 * 4, size: 4) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      self.counts = counts
    }

    /// Where the data after this header end: counts are UTC marks, standard marks, leap seconds,
    /// times, types and letters.
    func end(timeSize: Int) -> Int {
      start + times * (timeSize + 1) + types * 6 + counts[5] + counts[2] * (timeSize + 4)
        + counts[1] + counts[0]
    }
  }
}
