// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The one-sided p-value of Fisher's exact test: how likely at least this many of the first row's
/// cases are hits, were hits spread over both rows by chance.
///
/// The hypergeometric upper tail (Fisher, "Statistical Methods for Research Workers", 1934).
///
/// - Parameters:
///   - hits: the hits of the first row, 0…`cases`.
///   - cases: the cases of the first row.
///   - otherHits: the hits of the second row, 0…`otherCases`.
///   - otherCases: the cases of the second row.
/// - Returns: A number above 0 and at most 1; `nil` where a count is negative or larger than its row.
/// - Complexity: O(hits of both rows).
public func fisherExactPValue(hits: Int, of cases: Int, otherHits: Int, of otherCases: Int)
  -> Double?
{
  let limit = 1 << 40
  guard hits >= 0, otherHits >= 0, hits <= cases, otherHits <= otherCases, cases < limit,
    otherCases < limit
  else { return nil }
  let (total, all) = (hits + otherHits, cases + otherCases)
  let logAll = logChoose(all, total)
  var sum = 0.0
  for count in stride(from: min(total, cases), through: max(hits, total - otherCases), by: -1) {
    sum += exp(logChoose(cases, count) + logChoose(otherCases, total - count) - logAll)
  }
  return min(max(sum, .leastNormalMagnitude), 1)
}

private func logChoose(_ n: Int, _ k: Int) -> Double {
  logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/// `log n!`, without the sign that `lgamma` keeps in a global variable.
private func logFactorial(_ n: Int) -> Double {
  var sign: Int32 = 0
  return unsafe lgamma_r(Double(n) + 1, &sign)
}
