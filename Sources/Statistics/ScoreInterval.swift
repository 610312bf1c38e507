// SPDX-License-Identifier: Apache-2.0

/// The score interval of a share (Wilson 1927, 10.1080/01621459.1927.10502953), as Brown, Cai and
/// DasGupta 2001 (10.1214/ss/1009213286) advise it for small numbers.
///
/// - Parameters:
///   - hits: how many of `count`, not necessarily a whole number.
///   - count: out of how many, above 0.
///   - level: between 0 and 1, such as 0.9.
/// - Returns: `nil` where the numbers make no sense.
public func scoreInterval(hits: Double, of count: Int, level: Double) -> ClosedRange<Double>? {
  guard count > 0, hits >= 0, hits <= Double(count), level > 0, level < 1 else { return nil }
  let z = NormalDistribution.quantile(0.5 + level / 2)
  let n = Double(count)
  let share = hits / n
  let scale = 1 + z * z / n
  let centre = (share + z * z / (2 * n)) / scale
  let half = z / scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  let low = share == 0 ? 0 : max(0, centre - half)
  let high = share == 1 ? 1 : min(1, centre + half)
  return min(low, high)...max(low, high)
}
