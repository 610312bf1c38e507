// SPDX-License-Identifier: Apache-2.0

/// The mean of the finite numbers; `nil` without one.
public func mean(_ values: [Double]) -> Double? {
  var (sum, count) = (0.0, 0)
  for value in values where value.isFinite {
    sum += value
    count += 1
  }
  return count == 0 ? nil : sum / Double(count)
}

/// The sample variance Σ(x − x̄)²/(n − 1) of the finite numbers; `nil` with fewer than two.
public func sampleVariance(_ values: [Double]) -> Double? {
  guard let centre = mean(values) else { return nil }
  var (sum, count) = (0.0, 0)
  for value in values where value.isFinite {
    sum += (value - centre) * (value - centre)
    count += 1
  }
  return count > 1 ? sum / Double(count - 1) : nil
}

/// The lag-1 autocorrelation Σ(x_t − x̄)(x_{t+1} − x̄)/Σ(x_t − x̄)².
///
/// Range about −1 to 1; −1/n is expected where there is none. Pairs with a number that is not
/// finite are left out of the upper sum.
///
/// - Returns: `nil` with fewer than two finite numbers or where all are equal.
public func lagOneAutocorrelation(_ values: [Double]) -> Double? {
  guard let centre = mean(values), values.count > 1 else { return nil }
  let deviations = values.map { $0.isFinite ? $0 - centre : 0 }
  let total = deviations.reduce(0) { $0 + $1 * $1 }
  guard total > 0, total.isFinite else { return nil }
  return zip(deviations, deviations.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / total
}

/// The ranks from 1, ties sharing their mean rank.
public func midranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = [Double](repeating: 0, count: values.count)
  var first = 0
  while first < order.count {
    var last = first
    while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
    for k in first...last { ranks[order[k]] = 0.5 * Double(first + last) + 1 }
    first = last + 1
  }
  return ranks
}

/// Pearson's correlation; pairs with a number that is not finite are left out.
///
/// - Returns: A number from −1 to 1; `nil` with fewer than two pairs or a constant side.
public func correlation(_ x: [Double], _ y: [Double]) -> Double? {
  let pairs = zip(x, y).filter { $0.0.isFinite && $0.1.isFinite }
  guard pairs.count > 1, let mx = mean(pairs.map(\.0)), let my = mean(pairs.map(\.1)) else {
    return nil
  }
  var (xx, yy, xy) = (0.0, 0.0, 0.0)
  for (a, b) in pairs {
    xx += (a - mx) * (a - mx)
    yy += (b - my) * (b - my)
    xy += (a - mx) * (b - my)
  }
  guard xx > 0, yy > 0 else { return nil }
  return min(max(xy / (xx.squareRoot() * yy.squareRoot()), -1), 1)
}

/// Spearman's rank correlation: Pearson's of the midranks, over the pairs that are finite.
///
/// - Returns: A number from −1 to 1; `nil` with fewer than two pairs or a constant side.
public func spearmanCorrelation(_ x: [Double], _ y: [Double]) -> Double? {
  let pairs = zip(x, y).filter { $0.0.isFinite && $0.1.isFinite }
  return correlation(midranks(pairs.map(\.0)), midranks(pairs.map(\.1)))
}
