// SPDX-License-Identifier: Apache-2.0

internal import Database
internal import FileAccess
internal import Reporting

/// `results.sqlite` on its way: written beside its place and put there when it is whole.
///
/// Rows are added in an order that depends on the results alone, so that the same results give the
/// same bytes.
struct ResultTables: ~Copyable {
  private let path: String
  private let temporary: String
  private let database: Database
  private var inserts: [BatchTable: Insert] = [:]
  private var tally = CohortTally()
  private var isDone = false

  /// A prepared statement that more than one can hold.
  private final class Insert {
    private var statement: Statement

    init(_ statement: consuming Statement) { self.statement = statement }

    func run(_ values: [DatabaseValue]) throws(DatabaseError) { try statement.run(values) }
  }

  /// Starts the tables of an output folder.
  init(output: String) throws(FileError) {
    let path = output + "/results.sqlite"
    let temporary = FileSystem.temporaryPath(beside: path)
    self.path = path
    self.temporary = temporary
    database = try Self.naming(path) { () throws(DatabaseError) in try Self.started(temporary) }
  }

  private static func started(_ path: String) throws(DatabaseError) -> Database {
    let database = try Database(creating: path)
    for table in BatchTable.allCases { try database.execute(table.creation) }
    try database.execute("BEGIN")
    return database
  }

  deinit {
    if !isDone { FileSystem.remove(temporary) }
  }

  /// Adds rows.
  mutating func add(_ rows: [TableRow]) throws(FileError) {
    tally.add(rows)
    try insert(rows)
  }

  private mutating func insert(_ rows: [TableRow]) throws(FileError) {
    for row in rows {
      do throws(DatabaseError) {
        let insert: Insert
        if let known = inserts[row.table] {
          insert = known
        } else {
          insert = Insert(try database.prepare(row.table.insertion))
          inserts[row.table] = insert
        }
        try insert.run(row.values)
      } catch {
        throw FileError(kind: .notWritable, path: path, reason: error.description)
      }
    }
  }

  /// Adds the cohort and what the run was, and puts the file in its place.
  ///
  /// - Returns: the cohort, small cells left out where they are to be.
  consuming func finish(
    _ runRows: [TableRow], masksSmall: Bool
  ) throws(FileError) -> CohortFigures {
    let figures = masksSmall ? SmallCells.masked(tally.figures) : tally.figures
    try insert(runRows + CohortTable.rows(figures))
    inserts = [:]
    try Self.naming(path) { () throws(DatabaseError) in try database.execute("COMMIT") }
    try FileSystem.replace(path, by: temporary)
    isDone = true
    return figures
  }

  private static func naming<Value: ~Copyable>(
    _ path: String, _ body: () throws(DatabaseError) -> Value
  ) throws(FileError) -> Value {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw FileError(kind: .notWritable, path: path, reason: error.description)
    }
  }
}
