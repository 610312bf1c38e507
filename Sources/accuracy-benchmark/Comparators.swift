// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What apps show: how often symptoms follow a food, and how often they come without it.
///
/// A symptom day has an outcome above the diary's median, and of at least 1. Shares are taken over
/// days with the food on them or on the day before, against all other days. The score is the
/// difference of the shares; likely from 0.2 on, with at least 3 days on each side.
enum NaiveShare {
  static func judge(_ table: DailyTable) -> [GroupID: Judgement] {
    let recorded = table.outcome.compactMap { $0 }.sorted()
    guard !recorded.isEmpty else { return [:] }
    let median = recorded[recorded.count / 2]
    return table.doses.mapValues { doses in
      var counts = (bad: 0.0, all: 0.0)
      var others = (bad: 0.0, all: 0.0)
      for (day, outcome) in table.outcome.enumerated() {
        guard let outcome else { continue }
        let bad: Double = outcome > median && outcome >= 1 ? 1 : 0
        if doses[day] > 0 || (day > 0 && doses[day - 1] > 0) {
          counts = (counts.bad + bad, counts.all + 1)
        } else {
          others = (others.bad + bad, others.all + 1)
        }
      }
      guard counts.all >= 3, others.all >= 3 else { return Judgement(score: 0, likely: false) }
      let difference = counts.bad / counts.all - others.bad / others.all
      return Judgement(score: difference, likely: difference >= 0.2)
    }
  }
}

/// Spearman's correlation of the dose with the outcome 0 to 3 days later, the best of the four.
///
/// Likely where it passes its one-sided 5 % point for the days at hand, 1.645 / sqrt(n - 1), as if
/// only one lag had been tried and days were independent, which is how it is used.
enum BestLagSpearman {
  static func judge(_ table: DailyTable) -> [GroupID: Judgement] {
    table.doses.mapValues { doses in
      var best = Judgement(score: 0, likely: false)
      for lag in 0...3 {
        var pairs: [(Double, Double)] = []
        for (day, outcome) in table.outcome.enumerated() where day >= lag {
          if let outcome { pairs.append((doses[day - lag], outcome)) }
        }
        guard pairs.count >= 5 else { continue }
        let rho = correlation(ranks(pairs.map(\.0)), ranks(pairs.map(\.1)))
        let bound = 1.645 / Double(pairs.count - 1).squareRoot()
        if rho > best.score { best = Judgement(score: rho, likely: rho >= bound) }
      }
      return best
    }
  }

  /// Mid-ranks.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var result = Array(repeating: 0.0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { result[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return result
  }

  /// Pearson's correlation; 0 where one side does not vary.
  static func correlation(_ one: [Double], _ other: [Double]) -> Double {
    let count = Double(one.count)
    let means = (one.reduce(0, +) / count, other.reduce(0, +) / count)
    var sums = (both: 0.0, one: 0.0, other: 0.0)
    for (left, right) in zip(one, other) {
      sums.both += (left - means.0) * (right - means.1)
      sums.one += (left - means.0) * (left - means.0)
      sums.other += (right - means.1) * (right - means.1)
    }
    let product = (sums.one * sums.other).squareRoot()
    return product > 0 ? sums.both / product : 0
  }
}
