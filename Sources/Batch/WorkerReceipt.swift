// SPDX-License-Identifier: Apache-2.0

internal import Database
internal import DiaryAnalysis
internal import DiaryModel

/// What came of a frame, as the line after its results: their number, the rows of the tables, and what
/// was found.
struct WorkerReceipt: Encodable {
  /// Something that could not be used.
  struct Failure: Encodable {
    var file: String
    var label: String
    var line: Int?
    var code: String
    var reason: String

    init(_ finding: Finding, label: String) {
      file = finding.file
      self.label = label
      line = finding.line
      code = finding.id
      reason = finding.remedy.isEmpty ? finding.summary : "\(finding.summary) \(finding.remedy)"
    }

    init(_ fault: FrameFault, name: String, label: String) {
      file = name
      self.label = label
      line = fault.line
      code = fault.code
      reason = fault.reason
    }

    init(resultsOf participant: String, name: String, label: String) {
      self.init(
        FrameFault(
          code: "results-not-writable",
          reason: "The results of \(participant) cannot be written as JSON."),
        name: name, label: label)
    }
  }

  /// One line of results.
  struct Person: Encodable {
    /// The id in outputs.
    var participant: String
    /// The id as it would be if no other frame had the same.
    var base: String
    /// The rows of the tables, by their names.
    var tables: [String: [NamedRow]]
  }

  private enum Key: String, CodingKey { case receipt }
  private enum Member: String, CodingKey { case name, leftOut, people, failures, findings }

  let name: String?
  var isLeftOut: Bool?
  var failures: [Failure] = []
  private var people: [Person] = []
  private var findings: [NamedRow] = []

  init(name: String?) { self.name = name }

  /// Why there are no results, where there are none.
  var firstFault: FrameFault {
    failures.first.map { FrameFault(code: $0.code, line: $0.line, reason: $0.reason) }
      ?? FrameFault(code: "no-diary", reason: "The frame holds no diary.")
  }

  /// Adds what a line of results says, as rows.
  mutating func add(_ results: AnalysisResults, base: String, input: String) {
    var tables: [String: [NamedRow]] = [:]
    // No report is written.
    for row in TidyRows(results).rows(input: input, report: "") {
      tables[row.table.rawValue, default: []].append(NamedRow(row))
    }
    people.append(Person(participant: results.participant, base: base, tables: tables))
  }

  /// Adds what was found.
  mutating func add(_ findings: [Finding], input: String, names: NamePolicy) {
    self.findings += TidyRows.rows(of: findings, input: input, names: names)
      .map { NamedRow($0, from: 1) }
  }

  func encode(to encoder: any Encoder) throws {
    var outer = encoder.container(keyedBy: Key.self)
    var container = outer.nestedContainer(keyedBy: Member.self, forKey: .receipt)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encodeIfPresent(isLeftOut, forKey: .leftOut)
    try container.encode(people, forKey: .people)
    try container.encode(failures, forKey: .failures)
    try container.encode(findings, forKey: .findings)
  }
}

/// A row as a JSON object of its columns; empty cells are left out.
struct NamedRow: Codable {
  var cells: [String: Cell]

  /// A cell of a table.
  enum Cell: Codable {
    case integer(Int)
    case real(Double)
    case text(String)

    init?(_ value: DatabaseValue) {
      switch value {
      case .null: return nil
      case .integer(let number): self = .integer(number)
      case .real(let number): self = .real(number)
      case .text(let text): self = .text(text)
      }
    }

    var value: DatabaseValue {
      switch self {
      case .integer(let number): .integer(number)
      case .real(let number): .real(number)
      case .text(let text): .text(text)
      }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .integer(number)
      } else if let number = try? container.decode(Double.self) {
        self = .real(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .integer(let number): try container.encode(number)
      case .real(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  /// A row whose values start at that column.
  init(_ row: TableRow, from first: Int = 0) {
    let named = zip(row.table.columns.dropFirst(first), row.values).compactMap { column, value in
      Cell(value).map { (column.name, $0) }
    }
    cells = Dictionary(named) { first, _ in first }
  }

  /// The row of a table.
  func row(of table: BatchTable) -> TableRow {
    TableRow(table, table.columns.map { cells[$0.name]?.value ?? .null })
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    cells = try container.decode([String: Cell?].self).compactMapValues { $0 }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(cells)
  }
}
