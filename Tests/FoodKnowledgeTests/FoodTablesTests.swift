// SPDX-License-Identifier: Apache-2.0

internal import FoodKnowledge
internal import Foundation
internal import TestSupport
internal import Testing

@testable import FoodMatching

@Suite("The food tables are sound")
struct FoodTablesTests {
  /// The tables as they stand in the repository.
  private static func tables() throws -> [FoodTable] {
    let folder = Fixtures.root + "/Sources/FoodKnowledge/Data"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      let url = URL(fileURLWithPath: folder + "/" + name)
      return FoodTable(name: name, bytes: [UInt8](try Data(contentsOf: url)))
    }
  }

  @Test("No table has a fault")
  func noFaults() throws {
    #expect(TableCheck.problems(in: FoodIndex(try Self.tables())) == [])
  }

  @Test("The index that is compiled in is that of the tables")
  func compiledIn() throws {
    let built = FoodIndex(try Self.tables())
    let compiled = FoodClassifier().index.data
    #expect(compiled.tables.map(\.name) == built.tables.map(\.name))
    #expect(try compiled.snapshot() == built.snapshot())
    let texts =
      (0..<built.entries.count).map { built.name(Int32($0)) } + [
        "2 Scheiben Roggenbrot mit Quark", "Big Mac no cheese", "yogert", "Apfelkuchenstück", "🍕",
      ]
    let other = FoodClassifier(index: SharedFoodIndex(built))
    for text in texts { #expect(FoodClassifier().classify(text) == other.classify(text)) }
  }

  @Test("The knowledge is broad")
  func broad() {
    let index = FoodClassifier().index.data
    func rows(_ kind: FoodTable.Kind) -> Int {
      index.entries.count { index.tables[$0.table].kind == kind }
    }
    #expect(rows(.ingredients) >= 260)
    #expect(rows(.dishes) >= 220)
    #expect(rows(.brands) >= 60)
  }

  @Test(
    "Faults are told with file and line",
    arguments: [
      ("ingredients.tsv", "name\tcertain\tpossible\tsource\nx\tgluten\tgluten\tlaw", ":2: both"),
      ("ingredients.tsv", "name\tcertain\tsource\nx\tgluteen\tlaw", ":2: unknown group"),
      ("ingredients.tsv", "name\tcertain\tsource\nx\tgluten\t", ":2: no source"),
      ("ingredients.tsv", "name\tcertain\tsource\nx\tgluten\tlore", ":2: unknown source"),
      ("dishes.tsv", "name\tparts\tsource\nx\tnowhere\tlaw", ":2: unknown part"),
      ("dishes.tsv", "name\tparts\tsource\nx\tx\tlaw", ":2: is a part of itself"),
      ("dishes.tsv", "name\tparts\tsource\nx\t\tlaw\nx\t\tlaw", ":3: 'x' stands in"),
      (
        "dishes.tsv", "name\taliases\tcertain\tsource\nx\ty\tegg\tlaw\nz\ty\tfish\tlaw",
        ":3: a phrase of 'z' already means"
      ),
      ("dishes.tsv", "name\tportion\tsource\nx\tmuch\tlaw", ":2: portion"),
      ("dishes.tsv", "name\tcolour\tsource\nx\tmuch\tlaw", ":1: unknown column"),
      ("terms_de.tsv", "terms\tfoods\nApfel\tapple", ":2: unknown food"),
      ("rules.tsv", "phrases\trole\nfoo\tbar", ":2: unknown role"),
      ("notes.tsv", "a\tb\n", ":1: the file's name"),
    ])
  func faults(name: String, text: String, problem: String) {
    let index = FoodIndex([
      FoodTable(name: "sources.tsv", bytes: Array("id\tcitation\nlaw\tA law".utf8)),
      FoodTable(name: name, bytes: Array(text.utf8)),
    ])
    let problems = TableCheck.problems(in: index)
    #expect(problems.contains { $0.hasPrefix(name + problem) }, "\(problems)")
  }
}
