// SPDX-License-Identifier: Apache-2.0

internal import Glibc
import Testing

@testable import Inference

@Suite("Leaving observations out, and sharing columns")
struct OmissionTests {
  /// The question without some of its observations.
  private static func without(_ rows: [Int], _ input: ModelInput) -> ModelInput {
    let kept = input.hours.indices.filter { !rows.contains($0) }
    func columns(_ matrix: Matrix) -> Matrix {
      var copy = Matrix(rows: kept.count)
      for place in 0..<matrix.columns {
        let column = Array(matrix.column(place))
        copy.append(column: kept.map { column[$0] })
      }
      return copy
    }
    var copy = input
    copy.hours = kept.map { input.hours[$0] }
    copy.outcome = kept.map { input.outcome[$0] }
    copy.nuisance = columns(input.nuisance)
    copy.atoms = columns(input.atoms)
    return copy
  }

  @Test("The normal equations are those of the rows that are left", arguments: [0, 0.3, 0.85])
  func equations(_ phi: Double) {
    let input = simulated(groups: 3, atoms: 4, entries: 40, seed: 5)
    let noise = NoiseModel(phi: phi, nugget: 0.2)
    let prepared = PreparedInput(input)
    let columns = WhitenedColumns(prepared, noise: noise, logPrior: 0.7)
    let rows = [3, 4, 11, 30, 39]
    let omission = RowOmission(
      rows, columns: columns, system: columns.system(prepared.outcome))
    let places = [0, 1, 3, 4]
    let found = omission.system(without: places, atoms: [7, 2, 9])
    let rest = PreparedInput(Self.without(places.map { rows[$0] }, input))
    let twin = WhitenedColumns(rest, noise: noise, logPrior: 0.7).system(rest.outcome)
    for (j, a) in [7, 2, 9].enumerated() {
      #expect(abs(found.cross[j] - twin.cross[a]) < 1e-9)
      for (k, b) in [7, 2, 9].enumerated() {
        #expect(abs(found.products[j * 3 + k] - twin.products[a * twin.atomCount + b]) < 1e-9)
      }
    }
    #expect(abs(found.residual - twin.residual) < 1e-9)
    #expect(found.degrees == twin.degrees)
    #expect(abs(found.logConstant - twin.logConstant) < 1e-9)
  }

  @Test("A group's probability is that of a question without the rows", arguments: 1...8)
  func probability(_ seed: Int) throws {
    let input = simulated(
      groups: 4, atoms: 5, entries: 60, effect: Double(seed % 3), seed: UInt64(seed))
    let exposed = Array(input.atoms.column(0)).indices.filter { input.atoms.column(0)[$0] > 0 }
    let rows = Array(exposed.prefix(4))
    let answers = TriggerQuestion(input).posterior(
      omitting: (0..<4).map { Omission(group: $0, rows: $0 == 0 ? rows : []) })
    let twin = TriggerModel().posterior(Self.without(rows, input))
    let answer = try #require(answers.without[0])
    #expect(abs(answer.inclusion - twin.inclusion[0]) < 0.05)
    #expect(abs(answer.sigma - twin.sigma) < 0.05)
    // Where nothing is left out of a group, its answer stays.
    for group in 1..<4 {
      let same = try #require(answers.without[group])
      #expect(abs(same.inclusion - answers.posterior.inclusion[group]) < 1e-9)
    }
  }

  @Test("Outcomes that share columns get what each gets alone", arguments: [3, 40])
  func shared(_ groups: Int) {
    let input = simulated(groups: groups, atoms: 3, entries: 50, seed: 2)
    let other = simulated(groups: groups, atoms: 3, entries: 50, seed: 3)
    var asked = input
    asked.outcome = other.outcome
    var settings = ModelSettings()
    settings.mode = .rough
    let alone = TriggerModel(settings: settings).posterior(asked)
    let shared = TriggerQuestion(input).posterior(other.outcome, mode: .rough)
    #expect(shared.numbers == alone.numbers)
    asked.outcome[7] = .nan
    let gap = TriggerQuestion(input).posterior(asked.outcome, mode: .rough)
    #expect(gap.numbers == TriggerModel(settings: settings).posterior(asked).numbers)
  }

  @Test("Subsets have the places in which they came first")
  func masks() {
    var random = SeededGenerator(state: 4)
    var table = MaskTable()
    for count in [1, 50, 700] {
      table.clear(for: count)
      var twin: [UInt64: Int] = [:]
      for _ in 0..<count {
        let mask = random.next() & 0x8000_0000_0000_01FF
        let expected = twin[mask] ?? twin.count
        #expect(table.insert(mask, place: twin.count) == expected)
        twin[mask] = expected
      }
    }
  }
}
