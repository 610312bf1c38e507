// SPDX-License-Identifier: Apache-2.0

/// An element that a `PackedList` keeps as a few numbers.
protocol PackedElement: Sendable {
  /// How many numbers an element is.
  static var width: Int { get }
  /// Creates the element of a row.
  init(_ row: PackedRow)
  /// Its numbers, from -1 to 16,777,214 each.
  var numbers: [Int] { get }
}

/// Numbers in a text of the binary, four characters each, read where they stand.
///
/// The characters are those from `0` to `o`, so that a raw string literal holds them as they are.
struct PackedNumbers: Sendable {
  private let text: StaticString
  private let start: Int
  /// How many numbers there are.
  let count: Int

  /// Numbers from a byte of a text on, as far as the text reaches.
  init(_ text: StaticString = "", start: Int = 0, count: Int = 0) {
    self.text = text
    self.start = max(start, 0)
    self.count = max(min(count, (text.utf8CodeUnitCount - self.start) / 4), 0)
  }

  /// The row at a place below `rows`, which is how many rows of this width there are.
  @inline(__always)
  func row(_ place: Int, of rows: Int, width: Int) -> PackedRow {
    precondition(UInt(bitPattern: place) < UInt(bitPattern: rows))
    // Inside the text, as the initializer and the line above make sure of.
    return unsafe PackedRow(
      UnsafeRawPointer(text.utf8Start).advanced(by: start &+ place &* width &* 4))
  }
}

/// The numbers of one element in the binary; all of them are there.
@safe struct PackedRow {
  private let first: UnsafeRawPointer

  @inline(__always)
  fileprivate init(_ first: UnsafeRawPointer) { unsafe self.first = first }

  /// The number at a place below the element's width.
  @inline(__always)
  subscript(place: Int) -> Int32 {
    let word = unsafe first.loadUnaligned(fromByteOffset: place &* 4, as: UInt32.self)
    let digits = UInt32(littleEndian: word) &- 0x3030_3030
    let low = digits & 0x3F | digits >> 2 & 0xFC0
    return Int32(bitPattern: low | digits >> 4 & 0x3F000 | digits >> 6 & 0xFC0000) &- 1
  }
}

/// A list that is read where it stands in the binary, and moves to memory when it is changed.
struct PackedList<Element: PackedElement>: RandomAccessCollection, MutableCollection, Sendable,
  ExpressibleByArrayLiteral
{
  private var packed: PackedNumbers
  private var list: [Element]
  private var isPacked: Bool
  /// How many elements are packed.
  private var rows: Int

  /// Creates a list of elements in memory.
  init(_ elements: [Element]) {
    packed = PackedNumbers()
    list = elements
    isPacked = false
    rows = 0
  }

  init(arrayLiteral elements: Element...) { self.init(elements) }

  /// Creates a list over numbers in the binary.
  init(packed: PackedNumbers) {
    self.packed = packed
    list = []
    isPacked = true
    rows = packed.count / Element.width
  }

  var startIndex: Int { 0 }
  var endIndex: Int {
    @inline(__always) get { isPacked ? rows : list.count }
  }

  subscript(position: Int) -> Element {
    @inline(__always) get {
      isPacked
        ? Element(packed.row(position, of: rows, width: Element.width)) : list[position]
    }
    set {
      unpack()
      list[position] = newValue
    }
  }

  /// Adds an element.
  mutating func append(_ element: Element) {
    unpack()
    list.append(element)
  }

  /// Adds elements.
  static func += (left: inout Self, right: some Sequence<Element>) {
    left.unpack()
    left.list += right
  }

  private mutating func unpack() {
    guard isPacked else { return }
    list = Array(self)
    isPacked = false
    packed = PackedNumbers()
    rows = 0
  }
}

// MARK: Elements

extension Int32: PackedElement {
  static var width: Int { 1 }

  @inline(__always)
  init(_ row: PackedRow) { self = row[0] }

  var numbers: [Int] { [Int(self)] }
}

extension UInt32: PackedElement {
  static var width: Int { 1 }

  @inline(__always)
  init(_ row: PackedRow) { self.init(bitPattern: row[0]) }

  var numbers: [Int] { [Int(self)] }
}

extension GroupSet {
  /// How many groups fit: 14 in each of two numbers.
  static var packedBits: Int { 28 }

  static var width: Int { 2 }

  @inline(__always)
  init(_ row: PackedRow, at place: Int) {
    self.init(
      rawValue: UInt64(truncatingIfNeeded: row[place])
        | UInt64(truncatingIfNeeded: row[place + 1]) << 14)
  }

  var numbers: [Int] { [Int(rawValue & 0x3FFF), Int(rawValue >> 14 & 0x3FFF)] }
}

extension Range<Int32> {
  @inline(__always)
  init(_ row: PackedRow, at place: Int) {
    let start = row[place]
    self = start..<start + Swift.max(row[place + 1], 0)
  }

  var numbers: [Int] { [Int(lowerBound), count] }
}

/// A fraction from 0 to 600,000 with a precision of 1/100,000, as two numbers.
enum PackedFraction {
  @inline(__always)
  static func value(_ row: PackedRow, at place: Int) -> Double {
    Double(Int(row[place]) | Int(row[place + 1]) << 17) / 100_000
  }

  static func numbers(_ fraction: Double) -> [Int] {
    let whole = Int((min(max(fraction, 0), 600_000) * 100_000).rounded())
    return [whole & 0x1FFFF, whole >> 17]
  }
}
