// SPDX-License-Identifier: Apache-2.0

/// The places of subsets of groups, by their bits; a table that is used again for every level.
struct MaskTable {
  /// A mask and its place; −1 where there is none.
  private var slots: [(mask: UInt64, place: Int)] = []
  private var shift: UInt64 = 64

  /// Forgets all subsets, and makes room for this many.
  mutating func clear(for count: Int) {
    var size = 16
    while size < 2 * count { size *= 2 }
    shift = UInt64(64 - size.trailingZeroBitCount)
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement((mask: UInt64(0), place: -1), count: size))
  }

  /// The place of a subset; `place` where it is new.
  mutating func insert(_ mask: UInt64, place: Int) -> Int {
    var slot = Int(truncatingIfNeeded: (mask &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[slot].place >= 0, slots[slot].mask != mask {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    if slots[slot].place < 0 { slots[slot] = (mask, place) }
    return slots[slot].place
  }
}
