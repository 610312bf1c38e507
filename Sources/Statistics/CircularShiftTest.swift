// SPDX-License-Identifier: Apache-2.0

/// The randomisation p-value of a mean difference under all circular shifts of the exposure.
///
/// The exposed days keep their pattern, and with it the autocorrelation of the outcome, while
/// their place moves round the diary. One-sided: how many shifts give a difference (exposed less
/// unexposed) at least as large, the observed one counted, so p ≥ 1/days. Ties count as large.
/// Missing outcomes (not finite) keep their place and enter no mean.
///
/// - Returns: A number above 0 and at most 1; `nil` where the observed difference does not exist.
/// - Complexity: O(days²).
public func circularShiftPValue(outcome: [Double], exposed: [Bool]) -> Double? {
  let days = min(outcome.count, exposed.count)
  guard let observed = shiftedDifference(outcome, exposed, days: days, shift: 0) else {
    return nil
  }
  let margin = 1e-12 * max(1, abs(observed))
  var (large, all) = (0, 0)
  for shift in 0..<days {
    guard let value = shiftedDifference(outcome, exposed, days: days, shift: shift) else {
      continue
    }
    all += 1
    if value >= observed - margin { large += 1 }
  }
  return Double(large) / Double(all)
}

/// The mean of exposed less unexposed outcomes with the exposure moved on by `shift` days.
private func shiftedDifference(
  _ outcome: [Double], _ exposed: [Bool], days: Int, shift: Int
) -> Double? {
  var (sum, count, otherSum, otherCount) = (0.0, 0.0, 0.0, 0.0)
  for day in 0..<days where outcome[day].isFinite {
    let source = day >= shift ? day - shift : day - shift + days
    if exposed[source] {
      sum += outcome[day]
      count += 1
    } else {
      otherSum += outcome[day]
      otherCount += 1
    }
  }
  guard count > 0, otherCount > 0 else { return nil }
  return sum / count - otherSum / otherCount
}
