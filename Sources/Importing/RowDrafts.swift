// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// What the bytes of a block of CSV tell of its rows by themselves, row by row.
///
/// A draft is made of a row's bytes alone, so that any thread can make it before the rows in front of it
/// were read. It is of use where a row is found to start at its place; others are passed over.
struct RowDrafts: Sendable {
  /// The most drafts that are made of a block beforehand.
  static let most = 1 << 13
  /// How many drafts are made at a time, so that they stay near.
  static let atOnce = 128

  private var drafts: [byte_scan_draft] = []
  private var count = 0
  private var next = 0

  /// Forgets all drafts, as other bytes come.
  mutating func removeAll() { (count, next) = (0, 0) }

  /// Makes drafts of all plain rows of a block as long as `goesOn` says so.
  ///
  /// Where a row starts is not known: each line may start one.
  mutating func make(
    of bytes: UnsafeBufferPointer<UInt8>, _ layout: byte_scan_layout, while goesOn: () -> Bool
  ) {
    removeAll()
    reserve(Self.most)
    var position = 0
    while goesOn() && count < Self.most {
      let made = unsafe add(bytes, layout, from: &position)
      if made > 0 { continue }
      guard let end = unsafe bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return }
      position = end + 1
    }
  }

  /// Passes over drafts of rows before `start`.
  mutating func go(to start: Int) {
    while next < count && drafts[next].start < start { next += 1 }
  }

  /// The same; makes some from there on where none are left.
  mutating func go(
    to start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ layout: byte_scan_layout
  ) {
    go(to: start)
    guard next == count else { return }
    removeAll()
    reserve(Self.atOnce)
    var position = start
    _ = unsafe add(bytes, layout, from: &position)
  }

  /// The drafts from that on where `go` went, of which as many as `body` returns are passed over.
  mutating func pass(_ body: (UnsafeBufferPointer<byte_scan_draft>) -> Int) {
    let left = next..<count
    next += unsafe drafts.withUnsafeBufferPointer {
      unsafe body(UnsafeBufferPointer(rebasing: $0[left]))
    }
  }

  /// The draft of the row at `start`.
  func draft(at start: Int) -> byte_scan_draft? {
    next < count && drafts[next].start == start ? drafts[next] : nil
  }

  private mutating func reserve(_ room: Int) {
    if drafts.count < room { drafts = [byte_scan_draft](repeating: byte_scan_draft(), count: room) }
  }

  /// Adds some drafts from `position` on, up to a row of which none can be made.
  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ layout: byte_scan_layout, from position: inout Int
  ) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var layout = layout
    let (start, first, room) = (position, count, min(Self.atOnce, drafts.count - count))
    let made = unsafe drafts.withUnsafeMutableBufferPointer { drafts in
      guard let place = drafts.baseAddress else { return 0 }
      return unsafe byte_scan_drafts(
        &layout, base, bytes.count, start, place + first, room, &position)
    }
    count += made
    return made
  }
}
