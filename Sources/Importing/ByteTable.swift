// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// A table of what is known by its bytes, for scans in C that look it up.
///
/// Its memory is its own, and stays where it is between insertions.
@safe final class ByteTable {
  /// The most bytes of all keys together.
  private static let mostBytes = 1 << 26
  /// How far a key may lie from the place that its hash names: keys of one hash must not slow all.
  private static let farthest = 64
  private static let fewestSlots = 1 << 6

  private let limit: Int
  private var slots: UnsafeMutableBufferPointer<Int32>
  private var keys: UnsafeMutableBufferPointer<byte_scan_key>
  private var bytes: UnsafeMutableBufferPointer<UInt8>
  private var byteCount = 0
  /// How many keys there are.
  private(set) var count = 0

  /// Creates an empty table for at most `limit` keys.
  init(limit: Int) {
    self.limit = limit
    unsafe slots = .allocate(capacity: Self.fewestSlots)
    unsafe slots.initialize(repeating: -1)
    unsafe keys = .allocate(capacity: Self.fewestSlots / 2)
    unsafe bytes = .allocate(capacity: Self.fewestSlots * 16)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe keys.deallocate()
    unsafe bytes.deallocate()
  }

  /// The table for scans; of use until the next insertion.
  var known: byte_scan_known {
    unsafe byte_scan_known(
      slots: UnsafePointer(slots.baseAddress), slot_count: slots.count,
      keys: UnsafePointer(keys.baseAddress), bytes: UnsafePointer(bytes.baseAddress))
  }

  /// The place of a key; `nil` where it is not known.
  func place(of key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    var known = unsafe known
    let place = unsafe byte_scan_find(&known, key.baseAddress ?? known.bytes, key.count, hash)
    return place < 0 ? nil : Int(place)
  }

  /// Adds a key that is not known yet; returns its place, `nil` where there is no room for it.
  func insert(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64, like traits: byte_scan_key) -> Int? {
    guard count < limit, byteCount + key.count <= Self.mostBytes else { return nil }
    if unsafe (count + 1) * 2 > slots.count { growSlots() }
    growBytes(by: key.count)
    guard let slot = unsafe freeSlot(in: slots, hash: hash) else { return nil }
    for place in 0..<key.count { unsafe bytes[byteCount + place] = key[place] }
    var own = traits
    own.hash = hash
    own.start = UInt32(clamping: byteCount)
    own.count = UInt32(clamping: key.count)
    unsafe keys[count] = own
    unsafe slots[slot] = Int32(clamping: count)
    byteCount += key.count
    count += 1
    return count - 1
  }

  private func freeSlot(
    in slots: UnsafeMutableBufferPointer<Int32>, hash: UInt64
  ) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.farthest {
      if unsafe slots[slot] < 0 { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Makes twice the room for keys, so that at most half of the slots are taken.
  private func growSlots() {
    let grown = unsafe UnsafeMutableBufferPointer<Int32>.allocate(capacity: slots.count * 2)
    unsafe grown.initialize(repeating: -1)
    let more = unsafe UnsafeMutableBufferPointer<byte_scan_key>.allocate(capacity: slots.count)
    for place in 0..<count {
      unsafe more[place] = keys[place]
      if let slot = unsafe freeSlot(in: grown, hash: keys[place].hash) {
        unsafe grown[slot] = Int32(clamping: place)
      }
    }
    unsafe slots.deallocate()
    unsafe keys.deallocate()
    unsafe slots = grown
    unsafe keys = more
  }

  private func growBytes(by more: Int) {
    guard unsafe byteCount + more > bytes.count else { return }
    let grown = unsafe UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(byteCount + more, bytes.count * 2))
    for place in 0..<byteCount { unsafe grown[place] = bytes[place] }
    unsafe bytes.deallocate()
    unsafe bytes = grown
  }
}
