// SPDX-License-Identifier: Apache-2.0

/// Numbers as text, the same on every machine.
package enum NumberText {
  /// How a number is written.
  package struct Style: Sendable {
    /// The decimals, 0…6: what `longest` rests on, so that nothing may change them.
    let decimals: Int
    /// Whether zeros at the end are left out.
    let isTrimmed: Bool
    /// Whether a comma stands before the decimals.
    let hasComma: Bool
    /// Whether the minus is U+2212 rather than a hyphen.
    let hasTrueMinus: Bool

    /// Creates a style; `decimals` beyond 0…6 are taken as the nearest of these.
    package init(
      decimals: Int, isTrimmed: Bool, hasComma: Bool = false, hasTrueMinus: Bool = false
    ) {
      self.decimals = min(max(decimals, 0), 6)
      self.isTrimmed = isTrimmed
      self.hasComma = hasComma
      self.hasTrueMinus = hasTrueMinus
    }
  }

  /// The largest magnitude written; what is larger is written as this.
  private static let limit = 1e12

  /// A number with exactly `decimals` decimals, at most 6, half away from zero; `0` where it is not
  /// finite.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    text(value, Style(decimals: decimals, isTrimmed: false))
  }

  /// A number with up to `decimals` decimals and without trailing zeros.
  package static func trimmed(_ value: Double, decimals: Int) -> String {
    text(value, Style(decimals: decimals, isTrimmed: true))
  }

  /// A number in a style; `0` where it is not finite.
  package static func text(_ value: Double, _ style: Style) -> String {
    // Up to 15 bytes a text needs no memory of its own: a minus of three, seven digits, a mark, four.
    let isShort = value.magnitude < 999_999 && style.decimals <= 4
    return unsafe String(unsafeUninitializedCapacity: isShort ? 15 : longest) { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe write(value, style, to: start)
    }
  }

  /// A number in as few digits as it can be read back from; one that is not finite as Swift
  /// describes it.
  package static func shortest(_ value: Double) -> String {
    var bytes = ByteBuffer()
    bytes.appendShortest(value)
    return bytes.text
  }

  /// A day, a month's name and a year, as dates are said in many places of a page.
  package static func date(
    _ day: Int, _ between: String, _ month: String, _ year: Int? = nil
  ) -> String {
    guard (0...99).contains(day), (1000...9999).contains(year ?? 1000), month.utf8.count <= 16,
      between.utf8.count <= 16
    else { return "\(day)\(between)\(month)" + (year.map { " \($0)" } ?? "") }
    let length = (day > 9 ? 2 : 1) + between.utf8.count + month.utf8.count
    let capacity = length + (year == nil ? 0 : 5)
    return unsafe String(unsafeUninitializedCapacity: capacity) { text in
      var count = 0
      func put(_ byte: UInt8) {
        unsafe text[count] = byte
        count += 1
      }
      func digit(_ number: Int) { put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)) }
      if day > 9 { digit(day / 10) }
      digit(day)
      for byte in between.utf8 { put(byte) }
      for byte in month.utf8 { put(byte) }
      guard let year else { return count }
      put(UInt8(ascii: " "))
      for power in [1000, 100, 10, 1] { digit(year / power) }
      return count
    }
  }

  /// The longest text: a minus of three bytes, 13 digits, a mark and 6 decimals.
  static let longest = 24

  /// Writes a number as `text` gives it to a place with room for the longest; returns its length.
  static func write(
    _ value: Double, _ style: Style, to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var decimals = value.isFinite ? style.decimals : 0
    let scaled = value.isFinite ? scaled(value, decimals: decimals) : 0
    var rest = scaled
    while style.isTrimmed, decimals > 0, rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    var length = 0
    if value < 0, scaled > 0 {
      if style.hasTrueMinus {
        unsafe place[0] = 0xE2
        unsafe place[1] = 0x88
        unsafe place[2] = 0x92
        length = 3
      } else {
        unsafe place[0] = UInt8(ascii: "-")
        length = 1
      }
    }
    var digits = 1
    var limit: UInt64 = 10
    while rest >= limit {
      digits += 1
      limit *= 10
    }
    digits = max(digits, decimals + 1)
    length += decimals > 0 ? digits + 1 : digits
    // From the end, as that is where the digits are known.
    var end = length
    for written in 0..<digits {
      end -= 1
      if decimals > 0, written == decimals {
        unsafe place[end] = style.hasComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
        end -= 1
      }
      unsafe place[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return length
  }

  /// The magnitude of a finite number in units of its last decimal, half away from zero.
  @inline(__always)
  fileprivate static func scaled(_ value: Double, decimals: Int) -> UInt64 {
    let power: Double =
      switch decimals {
      case 0: 1
      case 1: 10
      case 2: 100
      case 3: 1000
      case 4: 10_000
      case 5: 100_000
      default: 1_000_000
      }
    let exact = min(value.magnitude, limit) * power
    // The part behind the point is exact, so that this rounds as `rounded()` does.
    let whole = UInt64(exact)
    return exact - Double(whole) >= 0.5 ? whole + 1 : whole
  }
}

extension ByteBuffer {
  /// Appends a number in as few digits as it can be read back from, whole where it can be; one that is
  /// not finite as Swift describes it.
  mutating func appendShortest(_ value: Double, keepsPoint: Bool = false) {
    let magnitude = value.magnitude
    // Up to 15 digits stand for one number only, so that these are the shortest there are.
    if magnitude >= 0.0001, magnitude < 1e11,
      Double(NumberText.scaled(magnitude, decimals: 4)) / 10_000 == magnitude
    {
      append(value, .init(decimals: 4, isTrimmed: true))
      if keepsPoint, magnitude == Double(Int64(magnitude)) { append(".0") }
    } else if value == 0, value.sign == .plus {
      append(UInt8(ascii: "0"))
      if keepsPoint { append(".0") }
    } else {
      append(description: value.description, keepsPoint: keepsPoint)
    }
  }

  /// Appends the description of a number; one that ends in `.0` is whole, and says so with `keepsPoint`.
  mutating func append(description: String, keepsPoint: Bool = false) {
    append(plain: description)
    if !keepsPoint, ends(in: ".0") { truncate(to: count - 2) }
  }
}
