// SPDX-License-Identifier: Apache-2.0

/// Numbers as text, the same on every machine.
package enum NumberText {
  /// The largest magnitude written; what is larger is written as this.
  private static let limit = 1e12

  /// A number with exactly `decimals` decimals, at most 6, half away from zero; `0` where it is not
  /// finite.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, trimming: false, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number with up to `decimals` decimals and without trailing zeros.
  package static func trimmed(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, trimming: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a number as `fixed` or `trimmed` gives it.
  static func append(_ value: Double, decimals: Int, trimming: Bool, to bytes: inout [UInt8]) {
    guard value.isFinite else { return bytes.append(zero) }
    var decimals = min(max(decimals, 0), 6)
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    var scaled = Int((min(value.magnitude, limit) * Double(power)).rounded())
    if value < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
    while trimming, decimals > 0, scaled % 10 == 0 {
      scaled /= 10
      power /= 10
      decimals -= 1
    }
    append(scaled / power, to: &bytes)
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    while power > 1 {
      power /= 10
      bytes.append(zero + UInt8(truncatingIfNeeded: scaled / power % 10))
    }
  }

  /// Appends the digits of a number that is not negative.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var power = 1
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(zero + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  private static let zero = UInt8(ascii: "0")
}
