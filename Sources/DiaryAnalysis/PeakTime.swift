// SPDX-License-Identifier: Apache-2.0

/// When a response peaks, from the probabilities of the kernels.
///
/// In hours, each kernel stands for the hours around its mean, up to the geometric middle to its neighbours; the
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

  /// The day on which a daily value rises most, for each kernel: after a portion at 13:00, 8 hours into
  /// its day.
  static let worstDays: [Int] = ResponseKernel.all.map { kernel in
    func share(_ day: Int) -> Double {
      let begin = Double(day) * 24 - 8
      return kernel.cumulative(begin + 24) - (begin > 0 ? kernel.cumulative(begin) : 0)
    }
    return (0...6).reduce(0) { share($1) > share($0) ? $1 : $0 }
  }

  /// The same in days, for diaries that note days only; `nil` without probabilities.
  static func days(_ probabilities: [Double]) -> GroupResult.PeakDays? {
    let total = probabilities.reduce(0, +)
    guard probabilities.count == ResponseKernel.all.count, total > 0.5 else { return nil }
    var byDay = [Double](repeating: 0, count: (worstDays.max() ?? 0) + 1)
    for (day, probability) in zip(worstDays, probabilities) { byDay[day] += probability / total }
    func quantile(_ share: Double) -> Int {
      var passed = 0.0
      for (day, probability) in byDay.enumerated() {
        passed += probability
        if probability > 0, passed >= share - 1e-12 { return day }
      }
      return byDay.count - 1
    }
    return .init(
      median: quantile(0.5), low: quantile(0.05), high: quantile(0.95), probabilities: byDay)
  }

  /// Whether a lag can be said in hours: at least half of the values that symptoms have, and of the
  /// group's meals, are noted with a time.
  static func tellsHours(_ observations: [Observation], _ meals: [GroupMeal]) -> Bool {
    let symptoms = observations.filter { $0.value > 0 }
    return !symptoms.isEmpty && symptoms.count { !$0.daily } * 2 >= symptoms.count
      && meals.count { $0.hour != nil } * 2 >= meals.count
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
