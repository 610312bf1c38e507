// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Noise that fades with time, plus a part independent from entry to entry.
///
/// R_ij = (1 − η) φ^|t_i − t_j| + η [i = j], times in days.
struct NoiseModel {
  /// The autocorrelation over one day, from 0 to below 1.
  var phi: Double
  /// The independent share η.
  var nugget: Double

  /// A state below this is 0: some 1e-13 of the exposures and outcomes that count.
  private static let faded = 1e-13

  /// Whitens rows in place by a scalar Kalman filter, exact for gaps and irregular times.
  ///
  /// After it, sums of products of columns are those weighted by R⁻¹.
  ///
  /// - Parameters:
  ///   - rows: Observations of `width` numbers each.
  ///   - width: The numbers in a row.
  ///   - gaps: Days since the row before.
  /// - Returns: log det R.
  /// - Complexity: O(rows × width), one pass for all columns.
  func whiten(_ rows: inout [Double], width: Int, gaps: [Double]) -> Double {
    var state = [Double](repeating: 0, count: width)
    var variance = 1 - nugget
    var logDeterminant = 0.0
    let decay = phi > 0 ? log(phi) : -.infinity
    for (i, gap) in gaps.enumerated() {
      var rho = 0.0
      if i > 0 {
        rho = gap > 0 ? exp(decay * gap) : 1
        variance = rho * rho * variance + (1 - nugget) * (1 - rho * rho)
      }
      let total = max(variance + nugget, 1e-12)
      let gain = variance / total
      let scale = 1 / total.squareRoot()
      let base = i * width
      unsafe rows.withUnsafeMutableBufferPointer { rows in
        unsafe state.withUnsafeMutableBufferPointer { state in
          for j in 0..<width {
            let predicted = unsafe rho * state[j]
            let innovation = unsafe rows[base + j] - predicted
            unsafe rows[base + j] = innovation * scale
            let updated = predicted + gain * innovation
            // What has faded is taken for nothing, so that products can pass over it.
            unsafe state[j] = abs(updated) < Self.faded ? 0 : updated
          }
        }
      }
      variance *= 1 - gain
      logDeterminant += log(total)
    }
    return logDeterminant
  }
}
