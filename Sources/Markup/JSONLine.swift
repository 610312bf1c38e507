// SPDX-License-Identifier: Apache-2.0

/// Writes values as JSON on one line, keys in order, straight into bytes.
///
/// The bytes are those of Foundation's `JSONEncoder` with sorted keys and slashes as they are, for
/// values whose `encode(to:)` asks for one container and for no super encoder.
package enum JSONLine {
  /// The value as UTF-8.
  ///
  /// - Throws: `EncodingError` where a number is not finite or a super encoder is asked for.
  package static func encode(_ value: some Encodable) throws -> [UInt8] {
    let writer = JSONLineWriter()
    try writer.write(value)
    guard !writer.isUnsupported else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "super encoders are not supported"))
    }
    return writer.bytes
  }
}

/// The bytes so far, and the objects and lists that are open.
final class JSONLineWriter {
  /// An object or a list that is open.
  private struct Frame {
    let isObject: Bool
    /// Where its members start among `members`.
    let firstMember: Int
    /// How many members it has.
    var count = 0
    /// Whether its keys came in order.
    var isSorted = true
  }

  /// A member of an object that is open: its key, and where it starts.
  private struct Member {
    let key: String
    let start: Int
  }

  private(set) var bytes: [UInt8] = []
  /// Whether something was asked for that cannot be written.
  var isUnsupported = false
  private var frames: [Frame] = []
  private var members: [Member] = []
  private var unsorted: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 17) }

  /// Opens an object or a list; returns how deep it stands.
  func open(isObject: Bool) -> Int {
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    frames.append(Frame(isObject: isObject, firstMember: members.count))
    return frames.count - 1
  }

  /// Starts a member of the object at a depth; what stands deeper ends.
  func key(_ key: String, at depth: Int) {
    next(at: depth)
    if frames[depth].count > 1, let last = members.last, !last.key.utf8.precedes(key.utf8) {
      frames[depth].isSorted = false
    }
    members.append(Member(key: key, start: bytes.count))
    bytes.appendJSON(key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Starts an element of the list at a depth; what stands deeper ends.
  func next(at depth: Int) {
    close(to: depth)
    if frames[depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
    frames[depth].count += 1
  }

  /// Writes a value of any kind, and `{}` where it says nothing.
  func write<Value: Encodable>(_ value: Value) throws {
    let depth = frames.count - 1
    let start = bytes.count
    try value.encode(to: JSONLineEncoder(writer: self))
    close(to: depth)
    if bytes.count == start { bytes.append(contentsOf: "{}".utf8) }
  }

  func write(_ text: String) { bytes.appendJSON(text) }
  func write(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }
  func writeNothing() { bytes.append(contentsOf: "null".utf8) }

  func write(_ number: Double) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: [], debugDescription: "the number is not finite"))
    }
    bytes.appendJSON(number)
  }

  func write(_ number: Float) throws {
    guard number.isFinite else { return try write(Double(number)) }
    bytes.appendJSON(description: number.description)
  }

  func write(whole number: some FixedWidthInteger) {
    if let small = UInt8(exactly: number), small < 10 {
      bytes.append(UInt8(ascii: "0") + small)
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  private func close(to depth: Int) {
    while frames.count > depth + 1, let frame = frames.popLast() {
      if frame.isObject {
        if !frame.isSorted { sortMembers(from: frame.firstMember) }
        members.removeSubrange(frame.firstMember...)
      }
      bytes.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Puts the members of the last object into the order of their keys.
  private func sortMembers(from first: Int) {
    let base = members[first].start
    unsorted.removeAll(keepingCapacity: true)
    unsorted.append(contentsOf: bytes[base...])
    unsorted.append(UInt8(ascii: ","))
    bytes.removeSubrange(base...)
    let order = (first..<members.count).sorted {
      members[$0].key.utf8.precedes(members[$1].key.utf8)
    }
    for place in order {
      let end = place + 1 < members.count ? members[place + 1].start : base + unsorted.count
      bytes.append(contentsOf: unsorted[(members[place].start - base)..<(end - base)])
    }
    bytes.removeLast()
  }
}

extension String.UTF8View {
  /// Whether the bytes come first, as Foundation orders keys.
  fileprivate func precedes(_ other: String.UTF8View) -> Bool { lexicographicallyPrecedes(other) }
}
