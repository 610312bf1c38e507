// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// How a rise comes and goes after eating, by the response times of the model.
package enum ResponseShape {
  /// The height, 0…1 with 1 at the peak, `hours` after eating, by the response time with this mean.
  ///
  /// The density of the response time's gamma distribution over that at its mode, as the model has it;
  /// `nil` where the model has no such response time.
  package static func height(meanHours: Double, at hours: Double) -> Double? {
    guard let kernel = ResponseKernel.all.first(where: { abs($0.mean - meanHours) < 0.01 }) else {
      return nil
    }
    guard hours > 0, hours.isFinite else { return 0 }
    let power = kernel.mean * kernel.mean / (kernel.sd * kernel.sd) - 1
    let mode = power * kernel.sd * kernel.sd / kernel.mean
    return exp(power * (log(hours / mode) + 1 - hours / mode))
  }

  /// The height, 0…1, by all response times at the weights of their probabilities.
  package static func height(of timing: [GroupResult.TimingProbability], at hours: Double)
    -> Double
  {
    timing.reduce(0) { sum, time in
      sum + time.probability * (height(meanHours: time.meanHours, at: hours) ?? 0)
    }
  }
}
