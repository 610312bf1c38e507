// SPDX-License-Identifier: Apache-2.0

/// Numbers as text, the same on every machine.
package enum NumberText {
  /// The largest magnitude written; what is larger is written as this.
  private static let limit = 1e12

  /// A number with exactly `decimals` decimals, at most 6, half away from zero; `0` where it is not
  /// finite.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let parts = Parts(value, decimals: decimals)
    guard parts.decimals > 0 else { return parts.sign + String(parts.whole) }
    return parts.sign + String(parts.whole) + "." + parts.fraction
  }

  /// A number with up to `decimals` decimals and without trailing zeros.
  package static func trimmed(_ value: Double, decimals: Int) -> String {
    let parts = Parts(value, decimals: decimals)
    var fraction = Substring(parts.fraction)
    while fraction.last == "0" { fraction.removeLast() }
    return parts.sign + String(parts.whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number in pieces.
  private struct Parts {
    var sign = ""
    var whole = 0
    var fraction = ""
    var decimals: Int

    init(_ value: Double, decimals: Int) {
      self.decimals = value.isFinite ? min(max(decimals, 0), 6) : 0
      guard value.isFinite else { return }
      var power = 1
      for _ in 0..<self.decimals { power *= 10 }
      let magnitude = min(value.magnitude, NumberText.limit)
      let scaled = Int((magnitude * Double(power)).rounded())
      sign = value < 0 && scaled > 0 ? "-" : ""
      whole = scaled / power
      guard self.decimals > 0 else { return }
      let digits = String(scaled % power)
      fraction = String(repeating: "0", count: self.decimals - digits.count) + digits
    }
  }
}
