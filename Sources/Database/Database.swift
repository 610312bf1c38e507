// SPDX-License-Identifier: Apache-2.0

internal import CSQLite

/// A SQLite database in one file, for writing tables and reading them back.
///
/// Made for files that are written once, beside their place, and then renamed: it keeps no journal and
/// does not wait for the disk, since a file that was cut short is never used.
@safe public struct Database: ~Copyable {
  private let handle: OpaquePointer

  /// Creates a database at a path where none is.
  ///
  /// - Throws: `DatabaseError` where the file cannot be made.
  public init(creating path: String) throws(DatabaseError) {
    unsafe handle = try Self.opened(
      path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, first: Self.settings)
  }

  /// What makes the bytes is set, not left to how the library was built.
  private static let settings = """
    PRAGMA page_size = 4096; PRAGMA auto_vacuum = 0; PRAGMA encoding = 'UTF-8';
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;
    """

  /// Opens a database for reading.
  ///
  /// - Throws: `DatabaseError` where there is none.
  public init(reading path: String) throws(DatabaseError) {
    unsafe handle = try Self.opened(path, SQLITE_OPEN_READONLY, first: "")
  }

  private static func opened(
    _ path: String, _ flags: Int32, first sql: String
  ) throws(DatabaseError) -> OpaquePointer {
    var handle: OpaquePointer?
    var code = unsafe sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    if code == SQLITE_OK { code = unsafe sqlite3_exec(handle, sql, nil, nil, nil) }
    guard code == SQLITE_OK, let opened = unsafe handle else {
      let reason = unsafe Self.reason(code, handle)
      unsafe sqlite3_close_v2(handle)
      throw DatabaseError(code: code, reason: reason)
    }
    return unsafe opened
  }

  deinit {
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs a statement that gives no rows.
  ///
  /// - Throws: `DatabaseError`.
  public borrowing func execute(_ sql: String) throws(DatabaseError) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw unsafe DatabaseError(code: code, reason: Self.reason(code, handle))
    }
  }

  /// Prepares a statement, which may be run any number of times.
  ///
  /// - Throws: `DatabaseError` where the text is no statement.
  public borrowing func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let prepared = unsafe statement else {
      throw unsafe DatabaseError(code: code, reason: Self.reason(code, handle))
    }
    return unsafe Statement(prepared, of: handle)
  }

  static func reason(_ code: Int32, _ handle: OpaquePointer?) -> String {
    if let handle = unsafe handle, let text = unsafe sqlite3_errmsg(handle) {
      return unsafe String(cString: text)
    }
    return unsafe sqlite3_errstr(code).map { unsafe String(cString: $0) } ?? "unknown"
  }
}
