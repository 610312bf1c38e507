// SPDX-License-Identifier: Apache-2.0

/// Numbers as text, the same on every machine.
package enum NumberText {
  /// How a number is written.
  package struct Style: Sendable {
    /// The decimals, 0…6.
    var decimals: Int
    /// Whether zeros at the end are left out.
    var isTrimmed: Bool
    /// Whether a comma stands before the decimals.
    var hasComma = false
    /// Whether the minus is U+2212 rather than a hyphen.
    var hasTrueMinus = false

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
    unsafe withText(value, style) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// A number in as few digits as it can be read back from; one that is not finite as Swift
  /// describes it.
  package static func shortest(_ value: Double) -> String {
    var bytes = ByteBuffer()
    bytes.appendShortest(value)
    return bytes.text
  }

  /// Appends a number as `text` gives it.
  static func append(_ value: Double, _ style: Style, to bytes: inout ByteBuffer) {
    unsafe withText(value, style) { unsafe bytes.append($0) }
  }

  /// The longest text: a minus of three bytes, 13 digits, a mark and 6 decimals.
  private static let longest = 24

  /// Hands over the text of a number: made from its end, as that is where the digits are known.
  @inline(__always)
  private static func withText<Result>(
    _ value: Double, _ style: Style, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
      var start = longest
      func put(_ byte: UInt8) {
        start -= 1
        unsafe buffer[start] = byte
      }
      var decimals = value.isFinite ? style.decimals : 0
      let scaled = value.isFinite ? scaled(value, decimals: decimals) : 0
      var rest = scaled
      while style.isTrimmed, decimals > 0, rest % 10 == 0 {
        rest /= 10
        decimals -= 1
      }
      if decimals > 0 {
        for _ in 0..<decimals {
          put(zero + UInt8(truncatingIfNeeded: rest % 10))
          rest /= 10
        }
        put(style.hasComma ? UInt8(ascii: ",") : UInt8(ascii: "."))
      }
      repeat {
        put(zero + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest > 0
      if value < 0, scaled > 0 {
        if style.hasTrueMinus {
          put(0x92)
          put(0x88)
          put(0xE2)
        } else {
          put(UInt8(ascii: "-"))
        }
      }
      return unsafe use(UnsafeBufferPointer(rebasing: buffer[start...]))
    }
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

  private static let zero = UInt8(ascii: "0")
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
      NumberText.append(value, .init(decimals: 4, isTrimmed: true), to: &self)
      if keepsPoint, magnitude == Double(Int64(magnitude)) { append(".0") }
    } else if value == 0, value.sign == .plus {
      append(UInt8(ascii: "0"))
      if keepsPoint { append(".0") }
    } else {
      append(plain: value.description)
      if !keepsPoint, ends(in: ".0") { truncate(to: count - 2) }
    }
  }
}
