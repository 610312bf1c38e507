// SPDX-License-Identifier: Apache-2.0

internal import Foundation
internal import TestSupport
internal import Testing

@testable import FoodKnowledge

@Suite("The food tables are sound")
struct FoodTablesTests {
  @Test("No table has a fault")
  func noFaults() {
    #expect(TableCheck.problems(in: FoodIndex.builtIn) == [])
  }

  @Test("Every table in the folder is compiled in")
  func allCompiledIn() throws {
    let folder = Fixtures.root + "/Sources/FoodKnowledge/Data"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == FoodTables.all.map(\.name).sorted())
  }

  @Test("The knowledge is broad")
  func broad() {
    func rows(_ kind: FoodTable.Kind) -> Int {
      FoodIndex.builtIn.entries.count {
        FoodIndex.builtIn.tables[$0.table].kind == kind
      }
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
