// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc

/// Ordinary least squares of the daily outcome on doses of the same day and the two before, with
/// circumstances, weekend and a straight trend; then Benjamini and Hochberg at 10 %.
///
/// A group's p-value is three times the least one-sided p of its lags. The score is 1 - p. The
/// interval is the largest lag's coefficient with 1.645 standard errors each way.
enum LeastSquares {
  static func judge(_ table: DailyTable) -> [GroupID: Judgement] {
    let groups = table.doses.keys.sorted()
    let (rows, outcome) = design(table, groups)
    guard let fit = Regression(rows, outcome) else {
      return Dictionary(
        uniqueKeysWithValues: groups.map { ($0, Judgement(score: 0, likely: false)) })
    }
    let first = (rows.first?.count ?? 0) - 3 * groups.count
    var results: [(group: GroupID, p: Double, interval: ClosedRange<Double>)] = []
    for (place, group) in groups.enumerated() {
      let columns = (0..<3).map { first + 3 * place + $0 }
      let ratio = { (column: Int) in fit.coefficients[column] / max(fit.errors[column], 1e-9) }
      let best = columns.max { ratio($0) < ratio($1) } ?? first
      let (slope, error) = (fit.coefficients[best], fit.errors[best])
      results.append(
        (
          group, min(1, 3 * upperTail(ratio(best))),
          (slope - 1.645 * error)...(slope + 1.645 * error)
        ))
    }
    let bound = benjaminiHochberg(results.map(\.p), level: 0.1)
    return Dictionary(
      uniqueKeysWithValues: results.map { item in
        (
          item.group,
          Judgement(score: 1 - item.p, likely: item.p <= bound, interval: item.interval)
        )
      })
  }

  private static func design(
    _ table: DailyTable, _ groups: [GroupID]
  ) -> (rows: [[Double]], outcome: [Double]) {
    let names = table.context.keys.sorted()
    let means = names.map { name in
      let values = (table.context[name] ?? []).compactMap { $0 }
      let scaled = ["stress", "sleep"].contains(name)
      return scaled && !values.isEmpty ? values.reduce(0, +) / Double(values.count) : 0
    }
    var rows: [[Double]] = []
    var outcomes: [Double] = []
    for (day, outcome) in table.outcome.enumerated() {
      guard let outcome else { continue }
      var row = [1, Double(day) / Double(table.outcome.count), table.weekend[day] ? 1 : 0]
      for (name, mean) in zip(names, means) {
        row.append((table.context[name]?[day] ?? mean) - mean)
      }
      for group in groups {
        for lag in 0..<3 { row.append(day >= lag ? table.doses[group]?[day - lag] ?? 0 : 0) }
      }
      rows.append(row)
      outcomes.append(outcome)
    }
    return (rows, outcomes)
  }

  /// The largest p-value that Benjamini and Hochberg's procedure lets through; below 0 for none.
  static func benjaminiHochberg(_ values: [Double], level: Double) -> Double {
    let sorted = values.sorted()
    let last = sorted.indices.last {
      sorted[$0] <= level * Double($0 + 1) / Double(sorted.count)
    }
    return last.map { sorted[$0] } ?? -1
  }

  /// The upper tail of the standard normal distribution (Abramowitz and Stegun 26.2.17).
  static func upperTail(_ z: Double) -> Double {
    guard z >= 0 else { return 1 - upperTail(-z) }
    let t = 1 / (1 + 0.231_641_9 * z)
    let series =
      t
      * (0.319_381_530 + t
        * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
    return exp(-z * z / 2) * 0.398_942_280_4 * series
  }
}

/// A least-squares fit by the normal equations, with a ridge small enough not to matter.
struct Regression {
  let coefficients: [Double]
  let errors: [Double]

  /// Fits; `nil` with fewer rows than columns and five.
  init?(_ rows: [[Double]], _ outcome: [Double]) {
    let width = rows.first?.count ?? 0
    guard width > 0, rows.count >= width + 5 else { return nil }
    // Gauss and Jordan on [X'X + ridge | X'y | I].
    var matrix = (0..<width).map { row in
      (0..<width).map { $0 == row ? 1e-6 : 0 } + [0] + (0..<width).map { $0 == row ? 1.0 : 0 }
    }
    for (row, value) in zip(rows, outcome) {
      for left in 0..<width where row[left] != 0 {
        for right in 0..<width { matrix[left][right] += row[left] * row[right] }
        matrix[left][width] += row[left] * value
      }
    }
    for pivot in 0..<width {
      let scale = matrix[pivot][pivot]
      guard scale > 1e-12 else { return nil }
      for column in matrix[pivot].indices { matrix[pivot][column] /= scale }
      for row in 0..<width where row != pivot && matrix[row][pivot] != 0 {
        let factor = matrix[row][pivot]
        for column in matrix[row].indices { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    let fitted = (0..<width).map { matrix[$0][width] }
    let residuals = zip(rows, outcome).reduce(0.0) { sum, pair in
      let distance = pair.1 - zip(pair.0, fitted).reduce(0) { $0 + $1.0 * $1.1 }
      return sum + distance * distance
    }
    let variance = residuals / Double(rows.count - width)
    coefficients = fitted
    errors = (0..<width).map { (variance * max(0, matrix[$0][width + 1 + $0])).squareRoot() }
  }
}
