// SPDX-License-Identifier: Apache-2.0

/// The bytes of a line so far, and the objects and lists that are open.
struct JSONLineBytes: ~Copyable {
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
    /// The key's first eight bytes, which tell nearly all keys apart.
    let opening: UInt64
    let start: Int

    init(key: String, start: Int) {
      self.key = key
      self.start = start
      opening = key.opening
    }

    /// Whether the member comes first, by the bytes of its key.
    func precedes(_ other: Member) -> Bool {
      opening == other.opening
        ? key.utf8.lexicographicallyPrecedes(other.key.utf8) : opening < other.opening
    }
  }

  var bytes = ByteBuffer(capacity: 1 << 17)
  /// Whether something was asked for that cannot be written.
  var isUnsupported = false
  private var frames: [Frame] = []
  private var members: [Member] = []
  private var unsorted = ByteBuffer()
  private var order: [Int] = []

  /// How deep the innermost object or list stands, and where the next byte goes.
  var place: (depth: Int, start: Int) { (frames.count - 1, bytes.count) }

  mutating func open(isObject: Bool) -> Int {
    bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    frames.append(Frame(isObject: isObject, firstMember: members.count))
    return frames.count - 1
  }

  mutating func key(_ key: String, at depth: Int) {
    next(at: depth)
    let member = Member(key: key, start: bytes.count)
    if frames[depth].count > 1, let last = members.last, !last.precedes(member) {
      frames[depth].isSorted = false
    }
    members.append(member)
    bytes.appendJSON(key)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func next(at depth: Int) {
    close(to: depth)
    if frames[depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
    frames[depth].count += 1
  }

  /// Ends a value that was begun at a place.
  mutating func finishValue(_ depth: Int, _ start: Int) {
    close(to: depth)
    if bytes.count == start { bytes.append("{}") }
  }

  mutating func write(whole number: some FixedWidthInteger) {
    if let small = UInt8(exactly: number), small < 10 {
      bytes.append(UInt8(ascii: "0") + small)
    } else {
      bytes.append(plain: String(number))
    }
  }

  mutating func write(list texts: [String]) { write(texts) { $0.appendJSON($1) } }

  /// Writes numbers that are finite.
  mutating func write(list numbers: [Double]) { write(numbers) { $0.appendShortest($1) } }

  @inline(__always)
  private mutating func write<Element>(
    _ list: [Element], _ append: (inout ByteBuffer, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for element in list {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(&bytes, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func close(to depth: Int) {
    while frames.count > depth + 1, let frame = frames.popLast() {
      if frame.isObject {
        if !frame.isSorted { sortMembers(from: frame.firstMember) }
        members.removeLast(members.count - frame.firstMember)
      }
      bytes.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
  }

  /// Puts the members of the last object into the order of their keys.
  private mutating func sortMembers(from first: Int) {
    let base = members[first].start
    unsorted.truncate(to: 0)
    unsorted.append(bytes, base..<bytes.count)
    unsorted.append(UInt8(ascii: ","))
    bytes.truncate(to: base)
    arrange(from: first)
    for place in order {
      let end = place + 1 < members.count ? members[place + 1].start : base + unsorted.count
      bytes.append(unsorted, (members[place].start - base)..<(end - base))
    }
    bytes.truncate(to: bytes.count - 1)
  }

  /// Finds the order of the members from `first` on: the few of most objects by insertion.
  private mutating func arrange(from first: Int) {
    order.removeAll(keepingCapacity: true)
    guard members.count - first <= 48 else {
      order.append(contentsOf: first..<members.count)
      order.sort { [members] in members[$0].precedes(members[$1]) }
      return
    }
    for place in first..<members.count {
      var target = order.count
      while target > 0, members[place].precedes(members[order[target - 1]]) { target -= 1 }
      order.insert(place, at: target)
    }
  }
}

extension String {
  /// The first eight bytes as a number, which orders texts as their bytes do.
  fileprivate var opening: UInt64 {
    var opening: UInt64 = 0
    var shift: UInt64 = 64
    func add(_ byte: UInt8) {
      shift -= 8
      opening |= UInt64(byte) << shift
    }
    let isDone: Void? = unsafe utf8.withContiguousStorageIfAvailable { bytes in
      for place in 0..<min(8, bytes.count) { add(unsafe bytes[place]) }
    }
    if isDone == nil { for byte in utf8.prefix(8) { add(byte) } }
    return opening
  }
}
