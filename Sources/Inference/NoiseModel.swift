// SPDX-License-Identifier: Apache-2.0

internal import CLanes
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

  /// What the filter does at one observation.
  struct Step {
    /// How much of the state is left since the observation before.
    var decay: Double
    /// How much of an innovation goes into the state.
    var gain: Double
    /// What makes innovations of variance 1.
    var scale: Double
  }

  /// The steps of a scalar Kalman filter, exact for gaps and irregular times.
  ///
  /// - Parameter gaps: Days since the row before.
  /// - Returns: The steps, and log det R.
  func steps(_ gaps: [Double]) -> (steps: [Step], logDeterminant: Double) {
    var variance = 1 - nugget
    var logDeterminant = 0.0
    let decay = phi > 0 ? log(phi) : -.infinity
    let steps = gaps.enumerated().map { i, gap in
      var rho = 0.0
      if i > 0 {
        rho = gap > 0 ? exp(decay * gap) : 1
        variance = rho * rho * variance + (1 - nugget) * (1 - rho * rho)
      }
      let total = max(variance + nugget, 1e-12)
      let gain = variance / total
      variance *= 1 - gain
      logDeterminant += log(total)
      return Step(decay: rho, gain: gain, scale: 1 / total.squareRoot())
    }
    return (steps, logDeterminant)
  }

  /// Whitens rows in place.
  ///
  /// After it, sums of products of columns are those weighted by R⁻¹.
  ///
  /// - Parameters:
  ///   - rows: Observations of `width` numbers each.
  ///   - width: The numbers in a row.
  ///   - steps: The filter.
  /// - Complexity: O(rows × width), one pass for all columns.
  static func whiten(_ rows: inout [Double], width: Int, steps: [Step]) {
    var state = [Double](repeating: 0, count: width)
    precondition(steps.count * width <= rows.count, "A row is missing.")
    unsafe rows.withUnsafeMutableBufferPointer { rows in
      guard var next = rows.baseAddress else { return }
      for step in steps {
        // What has faded is taken for nothing, so that products can pass over it.
        var filter = lanes_step(
          decay: step.decay, gain: step.gain, scale: step.scale, faded: Self.faded)
        unsafe lanes_whiten(&filter, width, next, &state)
        unsafe next += width
      }
    }
  }

  /// The whitened column that is 1 at one row and 0 at all others, from that row on until it fades.
  static func whitenedIndicator(of row: Int, steps: [Step]) -> [Double] {
    guard steps.indices.contains(row) else { return [] }
    var column = [steps[row].scale]
    var state = steps[row].gain
    for step in steps[(row + 1)...] where abs(state) >= Self.faded {
      let predicted = step.decay * state
      column.append(-predicted * step.scale)
      state = predicted - step.gain * predicted
    }
    return column
  }
}
