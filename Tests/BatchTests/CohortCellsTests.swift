// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Reporting
import TestSupport
import Testing

@testable import Batch

/// What a masked row tells, by trying all numbers that it could stand for.
@Suite("Masked cohorts")
struct CohortCellsTests {
  /// Numbers of a row: verdicts, and of people those judged, challenged and pooled.
  private struct Row {
    var verdicts: [Int]
    var judged: Int
    var challenged: Int
    var pooled: Int
    var diaries: Int { verdicts.reduce(0, +) }
    var ruled: Int { verdicts[..<4].reduce(0, +) }
  }

  private func masked(_ row: Row, of all: Int) -> CohortFigures.Group {
    var group = CohortFigures.Group(
      group: GroupID(rawValue: "egg"), diaries: row.diaries, judged: row.judged,
      verdicts: row.verdicts)
    group.challenged = row.challenged
    group.expectedPlacebo = 0.26 * Double(row.challenged)
    group.frequency = .init(value: 0.5)
    group.likelyShare = .init(value: 0.5)
    group.expectedFalse = 0.5
    group.pooled = .init(
      people: row.pooled, effect: .init(value: 1), betweenVariance: 0, inconsistency: 0,
      prediction: nil)
    return SmallCells.masked(group, of: all)
  }

  @Test func aPartOfAlmostAllTellsTheRest() {
    // 40 people: 38 tried it again, 37 of these with a shown verdict.
    let row = masked(
      Row(verdicts: [1, 5, 14, 18, 0, 0], judged: 38, challenged: 38, pooled: 38), of: 40)
    #expect(row.diaries == nil && row.judged == nil && row.challenged == nil)
    #expect(row.expectedPlacebo == nil && row.pooled == nil && row.verdicts[0] == nil)
    // 6 diaries, 5 of them pooled.
    let other = masked(
      Row(verdicts: [0, 0, 0, 6, 0, 0], judged: 6, challenged: 5, pooled: 5), of: 40)
    #expect(other.challenged == nil && other.pooled == nil)
  }

  @Test func aCohortOfManyKeepsWhatIsLarge() {
    let row = masked(
      Row(verdicts: [20, 30, 60, 50, 9, 6], judged: 160, challenged: 150, pooled: 140), of: 200)
    #expect(row.verdicts == [20, 30, 60, 50, 9, 6] && !row.isMasked)
    #expect(row.challenged == 150 && row.pooled?.people == 140 && row.judged == 160)
  }

  /// No number, sum or difference of people is known to be 1 to 4.
  @Test(arguments: [0, 3])
  func noSmallNumberIsKnown(unsaid: Int) {
    var random = SeededGenerator(seed: 14 + UInt64(unsaid))
    var shown = 0
    for _ in 0..<60 {
      let row = randomRow(&random, unsaid: unsaid)
      let all = row.diaries + Int.random(in: 0...5, using: &random)
      let group = masked(row, of: all)
      expectThatFiguresFollow(group)
      shown +=
        (group.verdicts + [group.diaries, group.judged, group.challenged]).count { $0 != nil }
      for known in told(group, of: all) {
        Issue.record("\(known) of \(row), \(all), shown \(group)")
      }
    }
    #expect(shown > 60)
  }

  private func randomRow(_ random: inout SeededGenerator, unsaid: Int) -> Row {
    var verdicts = [Int](repeating: 0, count: 6)
    for place in verdicts.indices {
      switch Int.random(in: 0...5, using: &random) {
      case 0: verdicts[place] = Int.random(in: 5...7, using: &random)
      case 1: verdicts[place] = Int.random(in: 1...2, using: &random)
      default: break
      }
    }
    verdicts[Int.random(in: 0..<4, using: &random)] = Int.random(in: 5...7, using: &random)
    if verdicts.reduce(0, +) > 15 { verdicts[5] = 0 }
    var row = Row(verdicts: verdicts, judged: 0, challenged: 0, pooled: 0)
    row.judged = max(0, row.ruled - Int.random(in: 0...unsaid, using: &random))
    row.challenged = max(0, row.ruled - Int.random(in: 0...2, using: &random))
    row.pooled = max(0, row.challenged - Int.random(in: 0...2, using: &random))
    return row
  }

  private func expectThatFiguresFollow(_ group: CohortFigures.Group) {
    #expect(group.verdicts.allSatisfy { $0.map { $0 >= 5 } ?? true })
    if group.diaries == nil { #expect(group.challenged == nil) }
    if group.judged == nil { #expect(group.frequency == nil && group.likelyShare == nil) }
    if group.verdicts[0] == nil { #expect(group.likelyShare == nil && group.expectedFalse == nil) }
    if group.challenged == nil { #expect(group.expectedPlacebo == nil && group.pooled == nil) }
    #expect(group.pooled == nil || group.pooled?.people != nil)
  }

  /// Tries all rows that look like this one, each number up to the number of all people.
  private func told(_ group: CohortFigures.Group, of all: Int) -> [String] {
    var ranges: [String: ClosedRange<Int>] = [:]
    func add(_ name: String, _ value: Int) {
      let range = ranges[name] ?? value...value
      ranges[name] = min(range.lowerBound, value)...max(range.upperBound, value)
    }
    var sums: Set<[Int]> = []
    var cells = [Int](repeating: 0, count: 6)
    func fill(_ place: Int, _ left: Int) {
      guard place < 6 else {
        let diaries = cells.reduce(0, +)
        if let shown = group.diaries, shown != diaries { return }
        let ruled = cells[..<4].reduce(0, +)
        if let judged = group.judged, judged > ruled { return }
        if let challenged = group.challenged, challenged > diaries { return }
        sums.insert([ruled, diaries - cells[5], diaries])
        let hidden = cells.indices.filter { group.verdicts[$0] == nil }
        for place in hidden { add("cell \(place)", cells[place]) }
        for (name, part) in [("ruled", 0..<4), ("others", 4..<6), ("all", 0..<6)] {
          add("hidden \(name)", hidden.filter(part.contains).reduce(0) { $0 + cells[$1] })
        }
        return
      }
      for value in group.verdicts[place].map({ $0...$0 }) ?? 0...left where value <= left {
        cells[place] = value
        fill(place + 1, left - value)
      }
    }
    fill(0, all)
    for sum in sums {
      let (ruled, tested, diaries) = (sum[0], sum[1], sum[2])
      for judged in group.judged.map({ $0...$0 }) ?? 0...ruled {
        for challenged in group.challenged.map({ $0...$0 }) ?? 0...diaries {
          let counts = [
            ("all", all), ("diaries", diaries), ("tested", tested), ("ruled", ruled),
            ("judged", judged), ("challenged", challenged),
          ]
          for (one, first) in counts {
            add(one, first)
            for (other, second) in counts { add("\(one) - \(other)", first - second) }
            if let pooled = group.pooled?.people, pooled <= challenged {
              add("\(one) - pooled", first - pooled)
            }
          }
        }
      }
    }
    // Without those pooled, challenged may be fewer: a wider range hides nothing that is told here.
    return ranges.filter { $0.value.lowerBound >= 1 && $0.value.upperBound <= 4 }.keys.sorted()
  }
}
