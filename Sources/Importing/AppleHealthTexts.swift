// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel
internal import XMLReading

/// The texts of a record of an Apple Health export, as bytes one after the other.
///
/// Most are compared or made numbers of; a `String` is made only of those that are kept.
struct AppleHealthTexts {
  /// What a text is, in the order in which they are added.
  enum Field: Int {
    case type, value, unit, source, creation, start, end
  }

  /// The texts and what is left of the memory behind them.
  private var bytes: [UInt8] = []
  /// The end of each text, and whether it is there, in the order of the fields.
  private var ends = SIMD8<UInt32>()
  private var present = SIMDMask<SIMD8<Int8>>(repeating: false)
  private var hasEnd = false

  /// All fields but the value and the unit.
  private static var always: SIMDMask<SIMD8<Int8>> {
    var mask = SIMDMask<SIMD8<Int8>>(repeating: true)
    mask[Field.value.rawValue] = false
    mask[Field.unit.rawValue] = false
    return mask
  }

  /// Takes over attributes of an element, by the places of their names, in the order of the fields.
  ///
  /// An end that is missing is the start.
  mutating func take(_ names: SIMD8<Int8>, of element: borrowing XMLElement) {
    present = element.copyValues(names, to: &bytes, ends: &ends)
    hasEnd = present[Field.end.rawValue]
    // Of the others, one that is missing is an empty one.
    present = present .| Self.always
  }

  /// Whether there is a field.
  func has(_ field: Field) -> Bool { present[field.rawValue] }

  private func range(of field: Field) -> Range<Int> {
    let place = field == .end && !hasEnd ? Field.start.rawValue : field.rawValue
    let start = place == 0 ? 0 : Int(ends[place - 1])
    return start..<max(start, Int(ends[place]))
  }

  /// Hands over the bytes of a field, in which each `&` is followed by `#38;`.
  func with<Result>(_ field: Field, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(range(of: field)))
  }

  /// Whether two fields say the same.
  func areSame(_ one: Field, _ other: Field) -> Bool {
    let (one, other) = (range(of: one), range(of: other))
    guard one != other else { return true }
    guard one.count == other.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress else { return true }
      return unsafe byte_scan_equal(base + one.lowerBound, base + other.lowerBound, one.count)
    }
  }

  /// Adds fields to a key, in this order.
  func mix(_ fields: [Field], into key: inout RecordKey) {
    unsafe bytes.withUnsafeBufferPointer { all in
      for field in fields {
        if has(field) {
          unsafe key.mix(UnsafeBufferPointer(rebasing: all[range(of: field)]))
        } else {
          unsafe key.mix(UnsafeBufferPointer(start: nil, count: 0))
        }
      }
    }
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
    texts.mix(fields, into: &self)
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

  /// Adds the canonical form of a time, of which no text is made.
  mutating func add(_ time: EntryTime) {
    let mostBytes = EntryTime.mostBytes
    let isDone = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: mostBytes) { room in
      guard let start = room.baseAddress else { return false }
      let count = unsafe time.put(at: start)
      guard count > 0 else { return false }
      unsafe mix(UnsafeBufferPointer(start: start, count: count))
      return true
    }
    if !isDone { add(time.description) }
  }

  /// Adds the bytes of a text, or that there is none.
  @unsafe
  mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe withUnsafeMutableBytes(of: &pair) { raw in
      guard let pair = unsafe raw.baseAddress?.assumingMemoryBound(to: UInt64.self) else { return }
      unsafe byte_scan_hash_pair(bytes.baseAddress, bytes.count, pair)
    }
  }

  static func == (left: RecordKey, right: RecordKey) -> Bool { left.pair == right.pair }

  /// A key is a hash already.
  func hash(into hasher: inout Hasher) { hasher.combine(pair.0) }

  /// The half that is kept in a table, never 0, and the half that says where.
  var halves: (kept: UInt64, place: UInt64) { (pair.0 == 0 ? 1 : pair.0, pair.1) }

  /// Whether the key is that of no record.
  var isNothing: Bool { pair == (0, 0) }

  /// A key of no record.
  static let nothing: RecordKey = {
    var key = RecordKey([])
    key.pair = (0, 0)
    return key
  }()
}

/// A set of keys, which are hashes already: each costs one look in a table.
///
/// Of each key one half is kept, in one of 256 tables that a byte of the other half names: 72 bits
/// of it, by which two of a million records are taken for the same once in ten thousand million
/// files. Small tables grow one by one, so that there are never two large ones.
struct RecordKeySet {
  private struct Table {
    var slots: [UInt64] = []
    var count = 0

    mutating func insert(_ key: UInt64) -> Bool {
      if (count + 1) * 8 > slots.count * 7 { grow() }
      let slot = place(of: key)
      guard slots[slot] == 0 else { return false }
      slots[slot] = key
      count += 1
      return true
    }

    func contains(_ key: UInt64) -> Bool { !slots.isEmpty && slots[place(of: key)] != 0 }

    /// Where a key is, or the free place where it belongs.
    private func place(of key: UInt64) -> Int {
      let size = UInt64(slots.count)
      var slot = Int((key &* 0xD6E8_FEB8_6659_FD93).multipliedFullWidth(by: size).high)
      while slots[slot] != 0 && slots[slot] != key {
        slot += 1
        if slot == slots.count { slot = 0 }
      }
      return slot
    }

    private mutating func grow() {
      let old = slots
      // By a quarter where that saves memory: a key is then put into its place five times.
      let more = old.count < 256 ? old.count : old.count / 4
      slots = [UInt64](repeating: 0, count: max(8, old.count + more))
      for key in old where key != 0 { slots[place(of: key)] = key }
    }
  }

  private var tables: [Table] = []
  private var holdsNothing = false

  /// The number of keys.
  private(set) var count = 0

  /// Adds a key; whether it was not there.
  mutating func insert(_ key: RecordKey) -> Bool {
    if key.isNothing {
      defer { holdsNothing = true }
      return !holdsNothing
    }
    if tables.isEmpty { tables = [Table](repeating: Table(), count: 256) }
    let halves = key.halves
    let isNew = tables[Int(halves.place >> 56)].insert(halves.kept)
    if isNew { count += 1 }
    return isNew
  }

  /// Whether a key is there.
  func contains(_ key: RecordKey) -> Bool {
    if key.isNothing { return holdsNothing }
    guard !tables.isEmpty else { return false }
    let halves = key.halves
    return tables[Int(halves.place >> 56)].contains(halves.kept)
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
    unsafe withUnsafeBufferPointer { unsafe byte_scan_table_hash($0.baseAddress, $0.count) }
  }
}
