// SPDX-License-Identifier: Apache-2.0

/// The area under the receiver operating characteristic.
///
/// The share of pairs of a positive and a negative whose scores are in the right order, ties
/// counting a half. Range 0 to 1, no discrimination 0.5.
///
/// - Returns: `nil` without a positive or without a negative.
/// - Complexity: O(n log n).
public func areaUnderROC(scores: [Double], labels: [Bool]) -> Double? {
  let pairs = Array(zip(scores, labels))
  let ranks = midranks(pairs.map(\.0))
  let positives = Double(pairs.count(where: \.1))
  let negatives = Double(pairs.count) - positives
  guard positives > 0, negatives > 0 else { return nil }
  let sum = zip(ranks, pairs).reduce(0) { $0 + ($1.1.1 ? $1.0 : 0) }
  return (sum - 0.5 * positives * (positives + 1)) / (positives * negatives)
}

/// The mean squared distance of probabilities from what happened: 0 is perfect (Brier 1950).
///
/// - Returns: `nil` without a probability.
public func brierScore(probabilities: [Double], labels: [Bool]) -> Double? {
  let squares = zip(probabilities, labels).map { p, label in
    (p - (label ? 1 : 0)) * (p - (label ? 1 : 0))
  }
  return squares.isEmpty ? nil : squares.reduce(0, +) / Double(squares.count)
}

/// The expected calibration error over bins of equal width.
///
/// The mean of |frequency − mean probability|, weighted by the bins' counts. 0 is perfect.
///
/// - Parameters:
///   - probabilities: Numbers from 0 to 1; a bin holds its lower end, the last bin 1 as well.
///   - labels: What happened.
///   - bins: The number of bins, at least 1.
/// - Returns: `nil` without a probability.
public func expectedCalibrationError(
  probabilities: [Double], labels: [Bool], bins: Int = 10
) -> Double? {
  let count = max(bins, 1)
  var gaps = [Double](repeating: 0, count: count)
  var total = 0
  for (p, label) in zip(probabilities, labels) where p >= 0 && p <= 1 {
    gaps[min(Int(p * Double(count)), count - 1)] += (label ? 1 : 0) - p
    total += 1
  }
  guard total > 0 else { return nil }
  return gaps.reduce(0) { $0 + abs($1) } / Double(total)
}
