// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis

/// A linear scale from values to places in a picture.
struct Axis: Sendable {
  /// The values at both ends.
  var domain: ClosedRange<Double>
  /// The place of the lowest value.
  var start: Double
  /// The place of the highest value; below `start` for an axis that points up.
  var end: Double

  /// The place of a value; values outside the domain stand at its ends.
  func callAsFunction(_ value: Double) -> Double {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0, value.isFinite else { return start }
    let clamped = min(max(value, domain.lowerBound), domain.upperBound)
    return start + (clamped - domain.lowerBound) / width * (end - start)
  }

  /// Round values to mark, at most about six.
  var ticks: [Double] {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0, width.isFinite else { return [] }
    let step = [1.0, 2, 5, 10].first { width / $0 <= 6 } ?? width
    var ticks: [Double] = []
    var tick = (domain.lowerBound / step).rounded(.up) * step
    while tick <= domain.upperBound, ticks.count < 12 {
      ticks.append(tick + 0)
      tick += step
    }
    return ticks
  }

  /// The axis that holds all effects, in points: at least −1…4, at most −10…10.
  static func effects(_ effects: [GroupResult.Interval]) -> Axis {
    let low = effects.map(\.low).min() ?? 0
    let high = effects.map(\.high).max() ?? 0
    return Axis(
      domain: max(-10, min(-1, low.rounded(.down)))...min(10, max(4, high.rounded(.up))),
      start: 14, end: 226)
  }
}
