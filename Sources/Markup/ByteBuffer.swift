// SPDX-License-Identifier: Apache-2.0

/// Bytes that grow at the end, in memory of their own.
///
/// Pages and results lines are tens of thousands of short pieces. Each costs a comparison and a copy
/// here, where an array would ask whether it is shared and whether its length has changed. Only this
/// file reaches its memory, and `NumberText`, which is handed room for the longest number.
@safe
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  private(set) var count = 0

  /// Creates an empty buffer with room for `capacity` bytes.
  init(capacity: Int = 0) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// A copy of the bytes.
  var array: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// The bytes as text.
  var text: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The last byte; 0 where there is none.
  var last: UInt8 { count > 0 ? unsafe start[count - 1] : 0 }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe start[count] = byte
    count += 1
  }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    unsafe (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  /// Adds text of the program as it stands.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append($0) }
  }

  /// Adds the bytes of text as they are.
  @inline(__always)
  mutating func append(plain text: String) {
    let isDone: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe append($0) }
    if isDone == nil { for byte in text.utf8 { append(byte) } }
  }

  /// Adds a number.
  mutating func append(_ value: Double, _ style: NumberText.Style) {
    if capacity - count < NumberText.longest { grow(by: NumberText.longest) }
    count += unsafe NumberText.write(value, style, to: start + count)
  }

  /// Adds a number with at most one decimal, as the style of that kind does, and faster: pictures are
  /// made of these.
  mutating func appendTenths(_ value: Double) {
    let magnitude = value.magnitude
    guard magnitude < 1000 else { return append(value, .init(decimals: 1, isTrimmed: true)) }
    let exact = magnitude * 10
    let whole = UInt32(exact)
    let tenths = exact - Double(whole) >= 0.5 ? whole + 1 : whole
    if capacity - count < NumberText.longest { grow(by: NumberText.longest) }
    if value < 0, tenths > 0 { put(UInt8(ascii: "-")) }
    let (ones, tenth) = tenths.quotientAndRemainder(dividingBy: 10)
    if ones >= 1000 { putDigit(ones / 1000) }
    if ones >= 100 { putDigit(ones / 100 % 10) }
    if ones >= 10 { putDigit(ones / 10 % 10) }
    putDigit(ones % 10)
    guard tenth > 0 else { return }
    put(UInt8(ascii: "."))
    putDigit(tenth)
  }

  /// Adds a number of tenths in as few bytes as path data allows, parted from the number before it
  /// unless it is the first.
  mutating func appendTenths(_ tenths: Int, isFirst: Bool) {
    if capacity - count < NumberText.longest + 1 { grow(by: NumberText.longest + 1) }
    if tenths < 0 {
      put(UInt8(ascii: "-"))
    } else if !isFirst {
      put(UInt8(ascii: " "))
    }
    let magnitude = UInt32(truncatingIfNeeded: min(tenths.magnitude, 4_000_000_000))
    let (ones, tenth) = magnitude.quotientAndRemainder(dividingBy: 10)
    if ones > 0 || tenth == 0 {
      var power: UInt32 = 1
      while ones / power >= 10 { power *= 10 }
      while power > 0 {
        putDigit(ones / power % 10)
        power /= 10
      }
    }
    guard tenth > 0 else { return }
    put(UInt8(ascii: "."))
    putDigit(tenth)
  }

  /// Adds a byte for which there is room.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    unsafe start[count] = byte
    count += 1
  }

  @inline(__always)
  private mutating func putDigit(_ digit: UInt32) {
    put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
  }

  /// Adds a part of another buffer; what lies outside it is left out.
  mutating func append(_ other: borrowing ByteBuffer, _ range: Range<Int>) {
    let part = range.clamped(to: 0..<other.count)
    unsafe append(UnsafeBufferPointer(start: other.start + part.lowerBound, count: part.count))
  }

  /// Takes away all bytes but the first `length`, and keeps the memory.
  mutating func truncate(to length: Int) { count = min(count, max(length, 0)) }

  /// Whether the bytes end in these.
  func ends(in end: StaticString) -> Bool {
    guard count >= end.utf8CodeUnitCount else { return false }
    let last = unsafe UnsafeBufferPointer(
      start: start + (count - end.utf8CodeUnitCount), count: end.utf8CodeUnitCount)
    return end.withUTF8Buffer { unsafe last.elementsEqual($0) }
  }

  private mutating func grow(by more: Int) {
    let capacity = max(capacity * 2, count + more)
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe place.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = place
    self.capacity = capacity
  }
}
