// SPDX-License-Identifier: Apache-2.0

/// When a response peaks, from the probabilities of the kernels.
///
/// Each kernel stands for the hours around its mean, up to the geometric middle to its neighbours; the
/// probability is spread evenly there. The outer ends are 1 and 72 hours.
enum PeakTime {
  /// The ends of the stretches, one more than there are kernels.
  static var ends: [Double] {
    let means = ResponseKernel.all.map(\.mean)
    let middles = zip(means, means.dropFirst()).map { ($0 * $1).squareRoot() }
    return [1] + middles + [72]
  }

  /// The median, and the 5 % and 95 % quantiles; `nil` without probabilities.
  static func hours(_ probabilities: [Double]) -> GroupResult.PeakHours? {
    guard probabilities.count == ResponseKernel.all.count,
      probabilities.reduce(0, +) > 0.5
    else { return nil }
    return .init(
      median: quantile(0.5, probabilities), low: quantile(0.05, probabilities),
      high: quantile(0.95, probabilities))
  }

  private static func quantile(_ share: Double, _ probabilities: [Double]) -> Double {
    let ends = ends
    var passed = 0.0
    for (kernel, probability) in probabilities.enumerated() {
      if passed + probability >= share, probability > 0 {
        let part = (share - passed) / probability
        return ends[kernel] + part * (ends[kernel + 1] - ends[kernel])
      }
      passed += probability
    }
    return ends.last ?? 72
  }
}
