// SPDX-License-Identifier: Apache-2.0

internal import CSQLite

/// A prepared statement; use it only while its database is open.
@safe public struct Statement: ~Copyable {
  private let handle: OpaquePointer
  private let database: OpaquePointer
  /// Tells SQLite to copy a text, which lives only as long as the call.
  private let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ handle: OpaquePointer, of database: OpaquePointer) {
    unsafe self.handle = unsafe handle
    unsafe self.database = unsafe database
  }

  deinit {
    unsafe sqlite3_finalize(handle)
  }

  /// Runs a statement that gives no rows, with these values for its parameters.
  ///
  /// - Throws: `DatabaseError`.
  public mutating func run(_ values: [DatabaseValue]) throws(DatabaseError) {
    try bind(values)
    while try step() {}
    try reset()
  }

  /// Starts anew with these values for the parameters, in their order.
  ///
  /// - Throws: `DatabaseError` where their number is another.
  public mutating func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
    try reset()
    guard unsafe Int(sqlite3_bind_parameter_count(handle)) == values.count else {
      throw DatabaseError(code: SQLITE_RANGE, reason: "\(values.count) values for a statement")
    }
    for (place, value) in values.enumerated() {
      try check(bind(value, at: Int32(truncatingIfNeeded: place + 1)))
    }
  }

  private func bind(_ value: DatabaseValue, at place: Int32) -> Int32 {
    switch value {
    case .null: unsafe sqlite3_bind_null(handle, place)
    case .integer(let number): unsafe sqlite3_bind_int64(handle, place, Int64(number))
    case .real(let number) where !number.isFinite: unsafe sqlite3_bind_null(handle, place)
    case .real(let number): unsafe sqlite3_bind_double(handle, place, number)
    case .text(var text):
      text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe sqlite3_bind_text64(
            handle, place, characters.baseAddress ?? Self.empty, UInt64(characters.count), copied,
            UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  /// What stands for a text without bytes, which is not nothing.
  private static var empty: UnsafePointer<CChar>? {
    unsafe UnsafeRawPointer(bitPattern: 1).map { unsafe $0.assumingMemoryBound(to: CChar.self) }
  }

  /// Goes to the next row; says whether there is one.
  ///
  /// - Throws: `DatabaseError`.
  public mutating func step() throws(DatabaseError) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      throw unsafe DatabaseError(code: code, reason: Database.reason(code, database))
    }
    return false
  }

  /// The value in a column of the row, counted from 0; nothing where there is no such column.
  public func value(_ column: Int) -> DatabaseValue {
    let place = Int32(clamping: column)
    return switch unsafe sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: .integer(Int(unsafe sqlite3_column_int64(handle, place)))
    case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(handle, place))
    case SQLITE_TEXT:
      .text(unsafe sqlite3_column_text(handle, place).map { unsafe String(cString: $0) } ?? "")
    default: .null
    }
  }

  /// A whole number in a column; 0 where there is none.
  public func integer(_ column: Int) -> Int {
    if case .integer(let number) = value(column) { number } else { 0 }
  }

  /// A number in a column; `nil` where there is none.
  public func real(_ column: Int) -> Double? {
    switch value(column) {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// A text in a column; empty where there is none.
  public func text(_ column: Int) -> String {
    if case .text(let text) = value(column) { text } else { "" }
  }

  private func reset() throws(DatabaseError) {
    unsafe sqlite3_clear_bindings(handle)
    try check(unsafe sqlite3_reset(handle))
  }

  private func check(_ code: Int32) throws(DatabaseError) {
    guard code == SQLITE_OK else {
      throw unsafe DatabaseError(code: code, reason: Database.reason(code, database))
    }
  }
}
