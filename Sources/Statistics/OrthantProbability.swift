// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The log probability that every component of a normal vector is positive.
///
/// Mendell and Elston's sequential conditioning (Biometrics 30, 1974, 41–57): the component least
/// sure to be positive is conditioned on first, the rest keep a normal approximation with the
/// mean and covariance of the truncated law. Exact for one component and for independent ones.
///
/// - Parameters:
///   - mean: The means; overwritten.
///   - covariance: The covariance, row after row, `stride` apart; overwritten.
///   - count: The number of components.
///   - stride: The distance between rows, at least `count`.
/// - Returns: A number at most 0; 0 for no component.
public func logOrthantProbability(
  mean: inout [Double], covariance: inout [Double], count: Int, stride: Int
) -> Double {
  var total = 0.0
  for step in 0..<count {
    var pivot = step
    var lowest = Double.infinity
    for j in step..<count {
      let z = mean[j] / max(covariance[j * stride + j], 1e-300).squareRoot()
      if z < lowest {
        lowest = z
        pivot = j
      }
    }
    exchange(step, pivot, mean: &mean, covariance: &covariance, count: count, stride: stride)
    total += NormalDistribution.logCDF(lowest)
    if step + 1 < count, lowest < 8 {
      condition(
        on: step, z: lowest, mean: &mean, covariance: &covariance, count: count, stride: stride)
    }
  }
  return total
}

/// Swaps two components.
private func exchange(
  _ i: Int, _ j: Int, mean: inout [Double], covariance: inout [Double], count: Int, stride: Int
) {
  guard i != j else { return }
  mean.swapAt(i, j)
  for k in 0..<count { covariance.swapAt(i * stride + k, j * stride + k) }
  for k in 0..<count { covariance.swapAt(k * stride + i, k * stride + j) }
}

/// Conditions the later components on component `i` being positive; z is its mean over its sd.
private func condition(
  on i: Int, z: Double, mean: inout [Double], covariance: inout [Double], count: Int, stride: Int
) {
  let variance = max(covariance[i * stride + i], 1e-300)
  let ratio = NormalDistribution.inverseMillsRatio(z)
  let shift = ratio / variance.squareRoot()
  let loss = ratio * (ratio + z) / variance
  for j in i + 1..<count {
    let c = covariance[j * stride + i]
    mean[j] += c * shift
    for k in i + 1..<count {
      covariance[j * stride + k] -= c * covariance[k * stride + i] * loss
    }
  }
}
