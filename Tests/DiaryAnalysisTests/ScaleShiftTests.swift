// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import DiaryAnalysis

@Suite("Where values jump to another scale")
struct ScaleShiftTests {
  /// The same question asked of every place by itself, both sides sorted anew.
  private static func twin(_ values: [Double]) -> Int? {
    guard values.count >= 16 else { return nil }
    return (8...(values.count - 8)).first { place in
      let left = values[..<place].filter { $0 > 0 }.sorted()
      let right = values[place...].filter { $0 > 0 }.sorted()
      guard let a = left.first, let b = left.last, let c = right.first, let d = right.last else {
        return false
      }
      guard b < c || d < a else { return false }
      let (one, other) = (median(left), median(right))
      return max(one, other) >= 5 * min(one, other)
    }
  }

  private static func median(_ sorted: [Double]) -> Double {
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }

  @Test("As every place by itself says, for random lists of many shapes")
  func asTwin() {
    var generator = SplitMix(state: 11)
    var (found, none) = (0, 0)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...45, using: &generator)
      let place = Int.random(in: 0...45, using: &generator)
      let factors: [Double] = [1, 4, 5, 10, 0.1, 0.2]
      let factor = factors.randomElement(using: &generator) ?? 1
      let zeros = Double.random(in: 0...0.8, using: &generator)
      let top = Int.random(in: 1...6, using: &generator)
      let values = (0..<count).map { index -> Double in
        guard Double.random(in: 0..<1, using: &generator) >= zeros else { return 0 }
        let value = Double(Int.random(in: 1...top, using: &generator))
        return index < place ? value : value * factor
      }
      let shift = ScaleReview.shift(values)
      #expect(shift == Self.twin(values), "\(values)")
      if shift == nil { none += 1 } else { found += 1 }
    }
    #expect(found > 200 && none > 200)
  }

  @Test("Values that rise or fall all the way, each place a jump")
  func monotonous() {
    let rising = (1...60).map(Double.init)
    let lifted: [Double] = rising.map { value in value + 1000 }
    let falling: [Double] = rising.reversed()
    for values in [rising, falling, lifted] {
      #expect(ScaleReview.shift(values) == Self.twin(values))
    }
    // 1...p and p+1...60: medians (p + 1) / 2 and (p + 61) / 2; five times as much up to p = 14.
    #expect(ScaleReview.shift(rising) == 8)
    #expect(ScaleReview.shift(lifted) == nil)
  }
}
