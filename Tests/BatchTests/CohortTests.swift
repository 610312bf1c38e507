// SPDX-License-Identifier: Apache-2.0

import Database
import DiaryModel
import Reporting
import TestSupport
import Testing

@testable import Batch

@Suite("Cohorts")
struct CohortTests {
  private func participant(_ name: String, grade: String = "A") -> TableRow {
    var values = BatchTable.participants.columns.map { _ in DatabaseValue.null }
    values[0] = .text(name)
    values[11] = .text(grade)
    return TableRow(.participants, values)
  }

  private func group(_ name: String, _ food: String, _ verdict: String, _ p: Double?) -> TableRow {
    var values = BatchTable.groups.columns.map { _ in DatabaseValue.null }
    values.replaceSubrange(
      0..<4, with: [.text(name), .text(food), .text(verdict), DatabaseValue(p)])
    return TableRow(.groups, values)
  }

  private func challenge(_ name: String, _ food: String, _ change: Double, half: Double) -> TableRow
  {
    let columns = BatchTable.challenges.columns.map(\.name)
    let known: [String: DatabaseValue] = [
      "participant": .text(name), "food_group": .text(food), "level_change": .real(change),
      "level_change_low": .real(change - half), "level_change_high": .real(change + half),
      "interval_level": .real(0.95),
    ]
    return TableRow(.challenges, columns.map { known[$0] ?? .null })
  }

  @Test func countsAndFrequenciesAreThoseCountedByHand() throws {
    var tally = CohortTally()
    tally.add([
      participant("a"), group("a", "fructan", "likely-trigger", 0.9),
      group("a", "egg", "not-tested", nil),
    ])
    tally.add([participant("b", grade: "C"), group("b", "fructan", "tolerated", 0.1)])
    tally.add([participant("c", grade: "C"), group("c", "fructan", "likely-trigger", 0.8)])
    let figures = tally.figures
    #expect(figures.participants == 3)
    #expect(figures.grades.map(\.participants) == [1, 0, 2, 0])
    #expect(figures.groups.map(\.group.rawValue) == ["egg", "fructan"])
    let fructan = try #require(figures.groups.last)
    #expect(fructan.diaries == 3)
    #expect(fructan.verdicts == [2, 0, 0, 1, 0, 0])
    #expect(abs((fructan.frequency?.value ?? 0) - 0.6) < 1e-12)
    #expect(abs((fructan.expectedFalse ?? 0) - 0.3) < 1e-12)
    #expect(fructan.literature?.reacted == 0.56)
    #expect(fructan.literature?.corrected == 0.41)
    let egg = try #require(figures.groups.first)
    #expect(egg.judged == 0)
    #expect(egg.frequency == nil)
    #expect(egg.literature == nil)
  }

  @Test func challengesArePooledOverPeople() throws {
    var tally = CohortTally()
    // Half of a 95 % interval is 1.959964 standard errors.
    let half = 1.959_964
    tally.add([
      participant("a"), group("a", "gos", "not-clear", 0.5), challenge("a", "gos", 1, half: half),
      challenge("a", "gos", 3, half: half),
    ])
    for (name, change) in [("b", 1.0), ("c", 3.0)] {
      tally.add([
        participant(name), group(name, "gos", "not-clear", 0.5),
        challenge(name, "gos", change, half: half),
      ])
    }
    let pooled = try #require(tally.figures.groups.first?.pooled)
    #expect(pooled.people == 3)
    // Weights 2, 1 and 1 of the means 2, 1 and 3; Q = 2 on 2 degrees of freedom.
    #expect(abs(pooled.effect.value - 2) < 1e-6)
    #expect(pooled.betweenVariance < 1e-6)
    #expect(tally.figures.groups.first?.challenged == 3)
    #expect(abs((tally.figures.groups.first?.expectedPlacebo ?? 0) - 0.78) < 1e-9)
  }

  @Test func noMaskedCellCanBeWorkedOutFromTheSum() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<3_000 {
      let cells = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        Int.random(in: 0...12, using: &random)
      }
      let masked = SmallCells.masked(cells)
      let hidden = cells.indices.filter { masked[$0] == nil }
      for (cell, shown) in zip(cells, masked) {
        #expect(shown == nil || (shown == cell && cell >= 5))
      }
      guard !hidden.isEmpty, hidden.count < cells.count else { continue }
      #expect(hidden.count > 1)
      #expect(hidden.reduce(0) { $0 + cells[$1] } >= 5)
    }
  }

  @Test(arguments: [(4, 20), (0, 20), (17, 20), (16, 20), (3, 3)])
  func aPartThatIsSmallOrWhoseRestIsSmallIsMasked(part: Int, whole: Int) {
    #expect((SmallCells.masked(part, of: whole) == nil) == (part != 20))
    #expect(SmallCells.masked(20, of: 20) == 20)
    #expect(SmallCells.masked(5, of: 10) == 5)
  }

  @Test func maskedFiguresShowNoSmallNumber() throws {
    var tally = CohortTally()
    for number in 0..<20 {
      let name = "p\(number)"
      var rows = [participant(name, grade: number < 2 ? "D" : "A")]
      rows.append(
        group(name, "fructan", number < 3 ? "likely-trigger" : "tolerated", number < 3 ? 0.9 : 0.1))
      if number < 4 { rows.append(group(name, "egg", "likely-trigger", 0.9)) }
      if number < 18 { rows.append(group(name, "soy", "tolerated", number < 17 ? 0.1 : nil)) }
      tally.add(rows)
    }
    let masked = SmallCells.masked(tally.figures)
    let fructan = try #require(masked.groups.first { $0.group.rawValue == "fructan" })
    #expect(fructan.diaries == 20)
    #expect(fructan.verdicts.allSatisfy { $0 == nil })
    #expect(fructan.likelyShare == nil && fructan.expectedFalse == nil)
    #expect(fructan.frequency != nil)
    let egg = try #require(masked.groups.first { $0.group.rawValue == "egg" })
    #expect(egg.diaries == nil && egg.judged == nil && egg.frequency == nil && egg.isMasked)
    let soy = try #require(masked.groups.first { $0.group.rawValue == "soy" })
    #expect(soy.diaries == nil && soy.judged == nil)
    #expect(masked.grades.allSatisfy { $0.participants == nil })
    let csv = String(decoding: CohortTable.csv(masked), as: UTF8.self).split(separator: "\n")
    #expect(csv.count == 4)
    #expect(csv.first { $0.hasPrefix("egg") } == "egg,1" + String(repeating: ",", count: 30)[...])
  }

  @Test func aPairIsMaskedWhereItTellsWhoHasOneGroupAlone() {
    var figures = CohortFigures()
    figures.participants = 40
    for (name, diaries) in [("egg", 12), ("soy", 20), ("gluten", 40)] {
      figures.groups.append(
        .init(
          group: GroupID(rawValue: name), diaries: diaries, judged: diaries,
          verdicts: [diaries, 0, 0, 0, 0, 0]))
    }
    figures.inseparable = [("egg soy", 10), ("gluten soy", 10), ("egg gluten", 12)].map {
      .init(name: $0.0, participants: $0.1)
    }
    let masked = SmallCells.masked(figures)
    #expect(masked.groups.map(\.diaries) == [12, 20, 40])
    #expect(masked.inseparable.map(\.name) == ["egg gluten", "egg soy", "gluten soy"])
    #expect(masked.inseparable.map(\.participants) == [12, nil, 10])
  }

  @Test func thePlaceboIsTheControlOfTheGroupsOwnStudy() {
    var tally = CohortTally()
    for number in 0..<10 {
      let name = "p\(number)"
      tally.add(
        [participant(name)]
          + ["egg", "fructan", "gluten"].flatMap {
            [group(name, $0, "tolerated", 0.1), challenge(name, $0, 1, half: 1)]
          })
    }
    let groups = tally.figures.groups
    #expect(groups.map { (($0.expectedPlacebo ?? 0) * 10).rounded() } == [26, 26, 40])
    #expect(groups.map { $0.literature?.control } == [nil, 0.26, 0.4])
    #expect(groups.compactMap { $0.literature?.source }.allSatisfy { $0.contains("doi:10.") })
  }

  @Test func everyTableHasAValueForEachColumn() {
    var tally = CohortTally()
    tally.add([participant("a"), group("a", "fructan", "tolerated", 0.1)])
    for row in CohortTable.rows(tally.figures) {
      #expect(row.values.count == row.table.columns.count)
    }
  }
}
