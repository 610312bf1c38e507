// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Least squares with errors whose correlation falls as φ^days, exact for gaps and odd times.
///
/// Each row less φ^gap times the row before it, over √(1 − φ^2gap), has independent errors; the
/// whitened columns are made orthogonal one after the other.
struct AutoregressiveFit {
  /// The days, strictly increasing.
  let days: [Double]
  /// The columns, as long as `days` each.
  let columns: [[Double]]
  let outcome: [Double]

  /// The solution for one φ.
  struct Solution {
    var estimates: [Double]
    var standardErrors: [Double]
    /// The squares that are left, in whitened units.
    var squares: Double
    var logDetR: Double
    var logDetX: Double
    /// Whether the columns explain the outcome but for rounding.
    var isExact: Bool
  }

  /// The solution for φ; `nil` where the columns depend on each other or no row is left over.
  func solution(_ phi: Double) -> Solution? {
    let count = days.count
    guard count > columns.count else { return nil }
    var ratios = [Double](repeating: 0, count: count)
    var scales = [Double](repeating: 1, count: count)
    var logDetR = 0.0
    for i in days.indices.dropFirst() {
      let ratio = phi == 0 ? 0 : pow(phi, days[i] - days[i - 1])
      let left = 1 - ratio * ratio
      guard left > 0, ratio.isFinite else { return nil }
      ratios[i] = ratio
      scales[i] = 1 / left.squareRoot()
      logDetR += log(left)
    }
    func white(_ column: [Double]) -> [Double] {
      column.indices.map { i in
        i == 0 ? column[0] : (column[i] - ratios[i] * column[i - 1]) * scales[i]
      }
    }
    return solve(columns.map(white), white(outcome), logDetR)
  }

  /// Gram and Schmidt's method, each column orthogonalised twice.
  private func solve(_ columns: [[Double]], _ outcome: [Double], _ logDetR: Double) -> Solution? {
    let size = columns.count
    var basis: [[Double]] = []
    var upper = [[Double]](repeating: [Double](repeating: 0, count: size + 1), count: size)
    for (k, column) in (columns + [outcome]).enumerated() {
      var rest = column
      for _ in 0..<2 {
        for (j, unit) in basis.enumerated() {
          let share = Self.dot(unit, rest)
          upper[j][k] += share
          for i in rest.indices { rest[i] -= share * unit[i] }
        }
      }
      guard k < size else {
        return finish(upper, rest, of: outcome, logDetR)
      }
      let norm = Self.dot(rest, rest).squareRoot()
      guard norm > 1e-9 * Self.dot(column, column).squareRoot(), norm.isFinite else { return nil }
      upper[k][k] = norm
      basis.append(rest.map { $0 / norm })
    }
    return nil
  }

  private func finish(
    _ upper: [[Double]], _ rest: [Double], of outcome: [Double], _ logDetR: Double
  ) -> Solution {
    let size = upper.count
    let squares = Self.dot(rest, rest)
    let freedom = Double(rest.count - size)
    var estimates = [Double](repeating: 0, count: size)
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for k in (0..<size).reversed() {
      var sum = upper[k][size]
      for j in k + 1..<max(size, k + 1) { sum -= upper[k][j] * estimates[j] }
      estimates[k] = sum / upper[k][k]
      inverse[k][k] = 1 / upper[k][k]
      for j in k + 1..<max(size, k + 1) {
        var entry = 0.0
        for m in k + 1...j { entry -= upper[k][m] * inverse[m][j] }
        inverse[k][j] = entry / upper[k][k]
      }
    }
    let errors = inverse.map { (squares / freedom * Self.dot($0, $0)).squareRoot() }
    let logDetX = upper.indices.reduce(0) { $0 + 2 * log(upper[$1][$1]) }
    return Solution(
      estimates: estimates, standardErrors: errors, squares: squares, logDetR: logDetR,
      logDetX: logDetX, isExact: squares <= 1e-20 * Self.dot(outcome, outcome))
  }

  /// The log likelihood of φ with everything else at its best, restricted or not.
  func logLikelihood(_ solution: Solution, restricted: Bool) -> Double {
    let free = Double(days.count - (restricted ? columns.count : 0))
    let twoPi = 2 * NormalDistribution.logRootTwoPi
    return -0.5
      * (free * (twoPi + log(solution.squares / free) + 1) + solution.logDetR
        + (restricted ? solution.logDetX : 0))
  }

  /// The numbers of a search over φ, row after row, and room for what it works out.
  private struct Scratch {
    /// The columns and the outcome.
    let size: Int
    let numbers: [Double]
    let gaps: [Double]
    var products: [Double]
    private var row: [Double]

    init(_ fit: AutoregressiveFit) {
      let size = fit.columns.count + 1
      var numbers = [Double](repeating: 0, count: fit.days.count * size)
      for (k, column) in (fit.columns + [fit.outcome]).enumerated() {
        for i in fit.days.indices { numbers[i * size + k] = column[i] }
      }
      self.size = size
      self.numbers = numbers
      gaps = zip(fit.days.dropFirst(), fit.days).map { $0 - $1 }
      products = Array(repeating: 0, count: size * size)
      row = Array(repeating: 0, count: size)
    }

    /// Whitens the rows by φ and adds up their products; `nil` where φ does not suit the days.
    mutating func whiten(_ phi: Double) -> Double? {
      unsafe numbers.withUnsafeBufferPointer { numbers in
        unsafe products.withUnsafeMutableBufferPointer { products in
          unsafe row.withUnsafeMutableBufferPointer { row in
            unsafe Self.whiten(phi, gaps, size, numbers, products, row)
          }
        }
      }
    }

    private static func whiten(
      _ phi: Double, _ gaps: [Double], _ size: Int, _ numbers: UnsafeBufferPointer<Double>,
      _ products: UnsafeMutableBufferPointer<Double>, _ row: UnsafeMutableBufferPointer<Double>
    ) -> Double? {
      for k in products.indices { unsafe products[k] = 0 }
      for k in row.indices { unsafe row[k] = numbers[k] }
      unsafe addRow(row, to: products)
      var logDetR = 0.0
      var (known, ratio, scale, logLeft) = (-1.0, 0.0, 1.0, 0.0)
      for (place, gap) in gaps.enumerated() {
        if gap != known {
          ratio = phi == 0 ? 0 : gap == 1 ? phi : pow(phi, gap)
          let left = 1 - ratio * ratio
          guard left > 0, ratio.isFinite else { return nil }
          (known, scale, logLeft) = (gap, 1 / left.squareRoot(), log(left))
        }
        logDetR += logLeft
        let base = (place + 1) * size
        for k in row.indices {
          unsafe row[k] = (numbers[base + k] - ratio * numbers[base - size + k]) * scale
        }
        unsafe addRow(row, to: products)
      }
      return logDetR
    }

    private static func addRow(
      _ row: UnsafeMutableBufferPointer<Double>, to products: UnsafeMutableBufferPointer<Double>
    ) {
      for k in row.indices {
        let line = k * row.count
        for j in 0...k { unsafe products[line + j] += row[k] * row[j] }
      }
    }
  }

  /// The log likelihood of φ from the whitened columns' products, without a solution.
  ///
  /// It orders the φ of a search; leaves the products' factor in `scratch`.
  private func roughLogLikelihood(
    _ phi: Double, restricted: Bool, scratch: inout Scratch
  ) -> Double {
    guard let logDetR = scratch.whiten(phi) else { return -.infinity }
    let size = scratch.size
    var logDetX = 0.0
    for k in 0..<size {
      for j in 0...k {
        var sum = scratch.products[k * size + j]
        for m in 0..<j { sum -= scratch.products[k * size + m] * scratch.products[j * size + m] }
        if j < k {
          scratch.products[k * size + j] = sum / scratch.products[j * size + j]
        } else {
          guard sum > 0 else { return -.infinity }
          scratch.products[k * size + k] = sum.squareRoot()
        }
      }
      if k + 1 < size { logDetX += 2 * log(scratch.products[k * size + k]) }
    }
    let free = Double(days.count - (restricted ? columns.count : 0))
    let last = scratch.products[size * size - 1]
    return -0.5 * (free * log(last * last) + logDetR + (restricted ? logDetX : 0))
  }

  /// The φ within a range that is most likely: steps of at most 0.05, then a golden section.
  func bestAutocorrelation(in range: ClosedRange<Double>, restricted: Bool) -> Double? {
    var scratch = Scratch(self)
    func value(_ phi: Double) -> Double {
      roughLogLikelihood(phi, restricted: restricted, scratch: &scratch)
    }
    let width = range.upperBound - range.lowerBound
    let steps = max(10, Int((width / 0.05).rounded(.up)))
    let grid = (0...steps).map { range.lowerBound + width * Double($0) / Double(steps) }
    let heights = grid.map(value)
    guard let best = heights.indices.max(by: { heights[$0] < heights[$1] }),
      heights[best].isFinite
    else { return nil }
    var low = grid[max(best - 1, 0)]
    var high = grid[min(best + 1, steps)]
    let golden = 0.5 * (5.0.squareRoot() - 1)
    var (left, right) = (high - golden * (high - low), low + golden * (high - low))
    var (leftValue, rightValue) = (value(left), value(right))
    for _ in 0..<20 {
      if leftValue >= rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - golden * (high - low)
        leftValue = value(left)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + golden * (high - low)
        rightValue = value(right)
      }
    }
    let middle = 0.5 * (low + high)
    return value(middle) >= heights[best] ? middle : grid[best]
  }

  /// Estimates over a range of φ, each φ weighted by its restricted likelihood.
  struct Average {
    var estimates: [Double]
    /// The roots of the mean variance plus the variance of the estimates between the φ.
    var standardErrors: [Double]
    var autocorrelation: Double
  }

  /// The estimates averaged over 20 φ of a range; `nil` where none of them has a solution.
  func averaged(over range: ClosedRange<Double>) -> Average? {
    let count = columns.count
    var scratch = Scratch(self)
    var found: [(phi: Double, height: Double)] = []
    // By φ, column after column.
    var estimates: [Double] = []
    var variances: [Double] = []
    for step in 0..<20 {
      let phi = range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / 19
      let height = roughLogLikelihood(phi, restricted: true, scratch: &scratch)
      guard height.isFinite else { continue }
      found.append((phi, height))
      addEstimates(scratch.products, to: &estimates, &variances)
    }
    guard let top = found.map(\.height).max() else { return nil }
    let weights = found.map { exp($0.height - top) }
    let total = weights.reduce(0, +)
    func average(_ value: (Int) -> Double) -> Double {
      found.indices.reduce(0) { $0 + weights[$1] * value($1) } / total
    }
    let means = columns.indices.map { k in average { estimates[$0 * count + k] } }
    let errors = columns.indices.map { k in
      average { place in
        let apart = estimates[place * count + k] - means[k]
        return variances[place * count + k] + apart * apart
      }.squareRoot()
    }
    return Average(
      estimates: means, standardErrors: errors, autocorrelation: average { found[$0].phi })
  }

  /// Adds estimates and their variances from the factor L of the columns' and the outcome's products.
  private func addEstimates(
    _ factor: [Double], to estimates: inout [Double], _ variances: inout [Double]
  ) {
    let count = columns.count
    let size = count + 1
    let base = estimates.count
    estimates.append(contentsOf: repeatElement(0, count: count))
    variances.append(contentsOf: repeatElement(0, count: count))
    var column = [Double](repeating: 0, count: count)
    let left = factor[size * size - 1]
    let scale = left * left / Double(days.count - count)
    for k in (0..<count).reversed() {
      var sum = factor[count * size + k]
      for j in (k + 1)..<size where j < count {
        sum -= factor[j * size + k] * estimates[base + j]
      }
      estimates[base + k] = sum / factor[k * size + k]
      // Column k of the factor's inverse, downwards.
      var square = 0.0
      for i in k..<count {
        var entry = i == k ? 1.0 : 0
        for j in k..<i { entry -= factor[i * size + j] * column[j] }
        column[i] = entry / factor[i * size + i]
        square += column[i] * column[i]
      }
      variances[base + k] = scale * square
    }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
