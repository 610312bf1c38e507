// SPDX-License-Identifier: Apache-2.0

/// The tables of `results.sqlite`, described in `docs/batch.md` and in the schema itself.
enum BatchTable: String, CaseIterable, Sendable {
  case run
  case participants
  case groups
  case challenges
  case symptoms
  case safety
  case warnings
  case quality
  case inseparable
  case findings
  case failures
  case cohortGroups = "cohort_groups"
  case cohortCounts = "cohort_counts"

  /// A column: its name, its type and what else SQL says of it, and what it holds.
  struct Column: Sendable {
    let name: String
    let type: String
    let comment: String

    init(_ name: String, _ type: String, _ comment: String) {
      self.name = name
      self.type = type
      self.comment = comment
    }
  }

  /// The statement that makes the table.
  var creation: String {
    var lines = columns.enumerated().map { place, column in
      let isLast = place == columns.count - 1 && constraints.isEmpty
      return "  \(column.name) \(column.type)\(isLast ? "" : ",") -- \(column.comment)"
    }
    for (place, constraint) in constraints.enumerated() {
      lines.append("  " + constraint + (place == constraints.count - 1 ? "" : ","))
    }
    let text = "CREATE TABLE \(rawValue) ( -- \(comment)\n" + lines.joined(separator: "\n") + "\n)"
    return hasKey ? text + " WITHOUT ROWID" : text
  }

  /// The statement that adds a row, with a parameter for each column.
  var insertion: String {
    let names = columns.map(\.name).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(rawValue) (\(names)) VALUES (\(places))"
  }

  /// Whether the key is made of columns rather than of the row's number.
  private var hasKey: Bool { self != .findings && self != .failures }

  private static let participant = "FOREIGN KEY (participant) REFERENCES participants (participant)"
  private static let group =
    "FOREIGN KEY (participant, food_group) REFERENCES groups (participant, food_group)"

  private var constraints: [String] {
    switch self {
    case .run, .participants, .findings, .failures, .cohortGroups: []
    case .groups: ["PRIMARY KEY (participant, food_group)", Self.participant]
    case .challenges, .symptoms: ["PRIMARY KEY (participant, food_group, number)", Self.group]
    case .safety, .warnings: ["PRIMARY KEY (participant, number)", Self.participant]
    case .quality: ["PRIMARY KEY (participant, code)", Self.participant]
    case .inseparable:
      ["PRIMARY KEY (participant, food_group, other_group)", Self.participant]
    case .cohortCounts: ["PRIMARY KEY (topic, name)"]
    }
  }
}
