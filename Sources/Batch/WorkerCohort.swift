// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Reporting

/// A cohort from the rows that receipts give, one participant a line, by participant.
package struct WorkerCohort {
  private var tally = CohortTally()

  /// Creates a cohort of nobody.
  package init() {}

  /// The names of the tables whose rows are needed.
  package static let tables: [String] = [
    BatchTable.participants, .groups, .challenges, .safety, .warnings, .inseparable,
  ].map(\.rawValue)

  /// Adds a participant: an object of tables, each an array of rows; returns whether the line was one.
  package mutating func add(_ line: [UInt8]) -> Bool {
    guard
      let tables = try? JSONDecoder().decode([String: [NamedRow]].self, from: Data(line))
    else { return false }
    // All at once: a participant's reintroductions are averaged.
    tally.add(
      BatchTable.allCases.filter { Self.tables.contains($0.rawValue) }.flatMap { table in
        (tables[table.rawValue] ?? []).map { $0.row(of: table) }
      })
    return true
  }

  private struct Output: Encodable {
    var csv: String
    var tables: [String: [NamedRow]]
  }

  /// The text of `cohort.csv` and the rows of the cohort's tables, as a line of JSON.
  package func line(masksSmall: Bool) -> [UInt8] {
    let figures = masksSmall ? SmallCells.masked(tally.figures) : tally.figures
    var tables: [String: [NamedRow]] = [:]
    for row in CohortTable.rows(figures) {
      tables[row.table.rawValue, default: []].append(NamedRow(row))
    }
    let csv = String(decoding: CohortTable.csv(figures), as: UTF8.self)
    return Self.encoded(Output(csv: csv, tables: tables))
  }

  private struct Description: Encodable {
    struct Column: Encodable {
      var name: String
      var type: String
      var holds: String
    }
    var version: String
    var cohort: [String]
    var tables: [String: [Column]]
  }

  /// What columns all tables have, as a line of JSON.
  package static func description(version: String) -> [UInt8] {
    let tables = BatchTable.allCases.map { table in
      (
        table.rawValue,
        table.columns.map { column in
          Description.Column(
            name: column.name, type: String(column.type.prefix { $0 != " " }),
            holds: column.comment)
        }
      )
    }
    return encoded(
      Description(
        version: version, cohort: Self.tables, tables: Dictionary(tables) { first, _ in first }))
  }

  private static func encoded(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(value)).map { Array($0) } ?? Array("{}".utf8))
      + [UInt8(ascii: "\n")]
  }
}
