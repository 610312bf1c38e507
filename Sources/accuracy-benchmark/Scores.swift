// SPDX-License-Identifier: Apache-2.0

/// How well a method did on a set of cases.
struct Scores {
  let cases: [Case]

  /// The area under the ROC curve: the chance that a trigger scores above a non-trigger, ties half.
  var auc: Double {
    let sorted = cases.sorted { $0.judgement.score < $1.judgement.score }
    var rankSum = 0.0
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].judgement.score == sorted[start].judgement.score {
        end += 1
      }
      let rank = Double(start + end + 1) / 2
      rankSum += rank * Double(sorted[start..<end].count { $0.trigger })
      start = end
    }
    let positives = Double(cases.count { $0.trigger })
    let negatives = Double(cases.count) - positives
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives)
  }

  /// The share of triggers among what is called likely.
  var precision: Double { share(cases.filter(\.judgement.likely)) { $0.trigger } }

  /// The share of the triggers that is called likely.
  var recall: Double { share(cases.filter(\.trigger)) { $0.judgement.likely } }

  /// The share of diaries without any trigger that get at least one likely one.
  var falseAlarms: Double {
    var alarmed: [Int: Bool] = [:]
    for item in cases { alarmed[item.participant, default: false] = false }
    let withTrigger = Set(cases.filter(\.trigger).map(\.participant))
    for item in cases where item.judgement.likely { alarmed[item.participant] = true }
    let clean = alarmed.filter { !withTrigger.contains($0.key) }
    return Double(clean.count { $0.value }) / Double(clean.count)
  }

  /// The expected calibration error over ten bins of equal width.
  var calibrationError: Double {
    var sums = Array(repeating: (count: 0.0, score: 0.0, triggers: 0.0), count: 10)
    for item in cases {
      let score = min(1, max(0, item.judgement.score))
      let bin = min(9, Int(score * 10))
      sums[bin].count += 1
      sums[bin].score += score
      sums[bin].triggers += item.trigger ? 1 : 0
    }
    return sums.reduce(0) { $0 + abs($1.score - $1.triggers) } / Double(cases.count)
  }

  /// The mean squared distance of the score from the truth.
  var brier: Double {
    cases.reduce(0) { sum, item in
      let distance = min(1, max(0, item.judgement.score)) - (item.trigger ? 1 : 0)
      return sum + distance * distance
    } / Double(cases.count)
  }

  /// The share of triggers whose true effect lies in the interval.
  var coverage: Double {
    let judged = cases.filter { $0.trigger && $0.judgement.interval != nil }
    return share(judged) { $0.judgement.interval?.contains($0.effect) ?? false }
  }

  /// The share of all groups that is called tolerated.
  var tolerated: Double { share(cases) { $0.judgement.tolerated } }

  /// The share of triggers, of at least some effect, among what is called tolerated.
  func toleratedTriggers(atLeast effect: Double) -> Double {
    share(cases.filter(\.judgement.tolerated)) { $0.trigger && $0.effect >= effect }
  }

  private func share(_ items: [Case], where holds: (Case) -> Bool) -> Double {
    Double(items.count(where: holds)) / Double(items.count)
  }
}
