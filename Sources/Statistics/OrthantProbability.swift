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
  precondition(
    count <= stride && mean.count >= count && covariance.count >= count * stride,
    "The mean and the covariance must hold all components.")
  return unsafe mean.withUnsafeMutableBufferPointer { mean in
    unsafe covariance.withUnsafeMutableBufferPointer { covariance in
      guard let mean = mean.baseAddress, let covariance = covariance.baseAddress else { return 0 }
      return unsafe logOrthantProbability(
        means: mean, covariances: covariance, count: count, stride: stride)
    }
  }
}

/// The same of numbers that are elsewhere: `count` means, and `count` rows that are `stride` apart, of
/// which the lower triangle counts.
package func logOrthantProbability(
  means mean: UnsafeMutablePointer<Double>, covariances covariance: UnsafeMutablePointer<Double>,
  count: Int, stride: Int
) -> Double {
  var total = LogProduct()
  for step in 0..<count {
    var pivot = step
    var lowest = Double.infinity
    for j in step..<count {
      let z = unsafe mean[j] / max(covariance[j * stride + j], 1e-300).squareRoot()
      if z < lowest {
        lowest = z
        pivot = j
      }
    }
    unsafe exchange(
      step, pivot, mean: mean, covariance: covariance, count: count, stride: stride)
    let isConditioned = step + 1 < count && lowest < 8
    guard lowest > -30, lowest < 5 else {
      total.multiply(byExpOf: NormalDistribution.logCDF(lowest))
      if isConditioned {
        unsafe condition(
          on: step, z: lowest, ratio: NormalDistribution.inverseMillsRatio(lowest), mean: mean,
          covariance: covariance, count: count, stride: stride)
      }
      continue
    }
    let (cdf, density) = NormalDistribution.cdfAndDensity(lowest)
    total.multiply(by: cdf)
    if isConditioned {
      unsafe condition(
        on: step, z: lowest, ratio: density / cdf, mean: mean, covariance: covariance,
        count: count, stride: stride)
    }
  }
  return total.logarithm
}

/// Swaps component `i` with a later one, in the lower triangle from row and column `i` on.
private func exchange(
  _ i: Int, _ j: Int, mean: UnsafeMutablePointer<Double>,
  covariance: UnsafeMutablePointer<Double>, count: Int, stride: Int
) {
  guard i != j else { return }
  unsafe (mean[i], mean[j]) = (mean[j], mean[i])
  let (a, b) = (i * stride + i, j * stride + j)
  unsafe (covariance[a], covariance[b]) = (covariance[b], covariance[a])
  for k in i + 1..<j {
    let (a, b) = (k * stride + i, j * stride + k)
    unsafe (covariance[a], covariance[b]) = (covariance[b], covariance[a])
  }
  for k in j + 1..<max(count, j + 1) {
    let (a, b) = (k * stride + i, k * stride + j)
    unsafe (covariance[a], covariance[b]) = (covariance[b], covariance[a])
  }
}

/// Conditions the later components on component `i` being positive, in the lower triangle.
///
/// z is its mean over its sd, and `ratio` the inverse Mills ratio there.
private func condition(
  on i: Int, z: Double, ratio: Double, mean: UnsafeMutablePointer<Double>,
  covariance: UnsafeMutablePointer<Double>, count: Int, stride: Int
) {
  let variance = unsafe max(covariance[i * stride + i], 1e-300)
  let shift = ratio / variance.squareRoot()
  let loss = ratio * (ratio + z) / variance
  for j in i + 1..<count {
    let row = unsafe covariance + j * stride
    let c = unsafe row[i]
    unsafe mean[j] += c * shift
    for k in i + 1...j { unsafe row[k] -= c * covariance[k * stride + i] * loss }
  }
}
