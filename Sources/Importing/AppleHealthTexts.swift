// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import XMLReading

/// The texts of a record of an Apple Health export, as bytes one after the other.
///
/// Most are compared or made numbers of; a `String` is made only of those that are kept.
struct AppleHealthTexts {
  /// What a text is, in the order in which they are added.
  enum Field: Int {
    case type, value, unit, source, creation, start, end
  }

  private var bytes: [UInt8] = []
  /// The end of each text, and whether it is there, in the order of the fields.
  private var ends = SIMD8<UInt32>()
  private var present = SIMD8<UInt8>()
  private var count = 0

  /// Makes room for the texts of another record.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    present = SIMD8()
    count = 0
  }

  /// Adds the next field.
  mutating func add(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    present[count] = 1
    addEnd()
  }

  /// Adds that there is no next field.
  mutating func addNothing() { addEnd() }

  private mutating func addEnd() {
    ends[count] = UInt32(clamping: bytes.count)
    count += 1
  }

  /// Whether there is a field.
  func has(_ field: Field) -> Bool { field.rawValue < count && present[field.rawValue] == 1 }

  /// Hands over the bytes of a field, in which each `&` is followed by `#38;`.
  func with<Result>(_ field: Field, _ body: (Span<UInt8>) -> Result) -> Result {
    let place = field.rawValue
    guard place < count else { return body([UInt8]().span) }
    let start = place == 0 ? 0 : Int(ends[place - 1])
    return body(bytes.span.extracting(start..<Int(ends[place])))
  }

  /// The text of a field; empty where it is not there.
  func text(_ field: Field) -> String { with(field) { XMLElement.text(of: $0) } }

  /// The text of a field; `nil` where it is not there.
  func optionalText(_ field: Field) -> String? { has(field) ? text(field) : nil }
}

/// What makes two records the same: their type, times, value and source.
struct RecordKey: Hashable {
  private var pair: (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4)

  /// The key of texts in this order.
  init(_ texts: [String?]) {
    for text in texts { add(text) }
  }

  /// The key of a record's fields in this order.
  init(_ texts: AppleHealthTexts, _ fields: [AppleHealthTexts.Field]) {
    for field in fields {
      if texts.has(field) { texts.with(field) { add($0) } } else { add(nil) }
    }
  }

  /// The key of other keys, and of a text.
  init(_ text: RecordKey, _ keys: [RecordKey]) {
    self = text
    for key in keys {
      pair.0 = (pair.0 ^ key.pair.0) &* 0x9E37_79B9_7F4A_7C15
      pair.1 = (pair.1 ^ key.pair.1) &* 0xC2B2_AE3D_27D4_EB4F
      pair = (pair.0 ^ pair.0 >> 29, pair.1 ^ pair.1 >> 32)
    }
  }

  /// Adds a text, or that there is none.
  mutating func add(_ text: String?) {
    guard var text else {
      unsafe mix(UnsafeBufferPointer(start: nil, count: 0))
      return
    }
    text.withUTF8 { unsafe mix($0) }
  }

  private mutating func add(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe mix($0) }
  }

  private mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe withUnsafeMutableBytes(of: &pair) { raw in
      guard let pair = unsafe raw.baseAddress?.assumingMemoryBound(to: UInt64.self) else { return }
      unsafe byte_scan_hash_pair(bytes.baseAddress, bytes.count, pair)
    }
  }

  static func == (left: RecordKey, right: RecordKey) -> Bool { left.pair == right.pair }

  /// A key is a hash already.
  func hash(into hasher: inout Hasher) { hasher.combine(pair.0) }

  /// A place in a table whose size is a power of 2, 2⁶⁴ shifted right by `shift`.
  func slot(_ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair.0 &* 0xD6E8_FEB8_6659_FD93) >> shift)
  }

  /// Whether the key is the one that stands for an empty place in a table.
  var isNothing: Bool { pair == (0, 0) }

  /// The key that stands for an empty place in a table.
  static let nothing: RecordKey = {
    var key = RecordKey([])
    key.pair = (0, 0)
    return key
  }()
}

/// A set of keys, which are hashes already: each costs one look in a table.
struct RecordKeySet {
  private var slots = [RecordKey](repeating: .nothing, count: 64)
  private var shift: UInt64 = 58
  private var holdsNothing = false

  /// The number of keys.
  private(set) var count = 0

  /// Adds a key; whether it was not there.
  mutating func insert(_ key: RecordKey) -> Bool {
    if key.isNothing {
      defer { holdsNothing = true }
      return !holdsNothing
    }
    let slot = place(of: key)
    guard slots[slot].isNothing else { return false }
    slots[slot] = key
    count += 1
    if count * 3 > slots.count * 2 { grow() }
    return true
  }

  /// Whether a key is there.
  func contains(_ key: RecordKey) -> Bool {
    key.isNothing ? holdsNothing : !slots[place(of: key)].isNothing
  }

  /// Where a key is, or the free place where it belongs.
  private func place(of key: RecordKey) -> Int {
    let mask = slots.count - 1
    var slot = key.slot(shift)
    while !slots[slot].isNothing && slots[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [RecordKey](repeating: .nothing, count: old.count * 2)
    shift -= 1
    for key in old where !key.isNothing { slots[place(of: key)] = key }
  }
}

extension Span where Element == UInt8 {
  /// Whether the span begins with a text.
  func begins(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length <= count else { return false }
    return unsafe withUnsafeBufferPointer { own in
      guard let own = own.baseAddress else { return length == 0 }
      return unsafe byte_scan_equal(own, text.utf8Start, length)
    }
  }

  /// Whether the span holds a text.
  func equals(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == count && begins(with: text)
  }

  /// Whether the span holds the same bytes.
  func equals(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == count else { return false }
    return unsafe withUnsafeBufferPointer { own in
      unsafe bytes.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else {
          return true
        }
        return unsafe byte_scan_equal(own, other, bytes.count)
      }
    }
  }

  /// A hash of the bytes, for tables whose keys are compared in full.
  var mixedHash: UInt64 {
    let hash = unsafe withUnsafeBufferPointer { unsafe byte_scan_hash($0.baseAddress, $0.count, 0) }
    return hash ^ hash >> 32
  }
}
