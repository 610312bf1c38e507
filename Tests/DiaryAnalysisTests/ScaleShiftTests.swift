// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Where values jump to another scale")
struct ScaleShiftTests {
  @Test("A scale other than 0–10 is told where every number of a symptom names it")
  func ownScales() {
    var diary = DiaryBuilder().diary
    func add(_ name: String, _ value: Double?, _ unit: String?) {
      let line = diary.entries.count + 2
      diary.entries.append(
        Entry(
          kind: .symptom, time: .at(DiaryBuilder.time(line, nil)), name: name,
          value: value.map { .number($0) }, unit: unit, origin: Origin(input: 0, line: line)))
    }
    for value in [0.0, 40, 100] { add("pain", value, "0-100") }
    for value in [1.0, 5] { add("bloating", value, "1-5") }
    for unit in ["0-10", "0-100"] { add("cramps", 3, unit) }
    add("nausea", 4, "1-10")
    add("reflux", 30, "0-100")
    add("reflux", 30, nil)
    add("fatigue", 2, "0-4")
    add("fatigue", nil, "0-4")
    add("stool form", 4, "1-7")
    let frame = DiaryFrame(diary: diary, axis: TimeAxis(dayStartMinutes: 300))
    let names = ["bloating", "cramps", "fatigue", "nausea", "pain", "reflux", "stool form"]
    #expect(OwnScales.find(frame, names) == ["pain": [0, 100], "bloating": [1, 5]])
    #expect(OwnScales.find(frame, ["nausea"]) == nil)
  }

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
