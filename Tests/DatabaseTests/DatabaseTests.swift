// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@testable import Database

@Suite("Databases")
struct DatabaseTests {
  private let path: String

  init() throws { path = try Fixtures.temporaryFolder() + "/d.sqlite" }

  @Test(arguments: [
    DatabaseValue.null, .integer(0), .integer(.max), .integer(.min), .real(0.1), .real(-1e300),
    .text(""), .text("a"), .text("ü'\";--\n\t"), .text(String(repeating: "x", count: 100_000)),
  ])
  func givesBackWhatWasPutIn(value: DatabaseValue) throws {
    let database = try Database(creating: path)
    try database.execute("CREATE TABLE t (v)")
    var insert = try database.prepare("INSERT INTO t VALUES (?)")
    try insert.run([value])
    var select = try database.prepare("SELECT v FROM t")
    #expect(try select.step())
    #expect(select.value(0) == value)
    #expect(try select.step() == false)
  }

  @Test func numbersThatAreNotFiniteAreNothing() throws {
    #expect(DatabaseValue(Double.nan) == .null)
    let database = try Database(creating: path)
    try database.execute("CREATE TABLE t (v)")
    var insert = try database.prepare("INSERT INTO t VALUES (?)")
    try insert.run([.real(.infinity)])
    var select = try database.prepare("SELECT v FROM t")
    #expect(try select.step())
    #expect(select.value(0) == .null)
  }

  @Test func faultsAreThrownInSQLitesWords() throws {
    let database = try Database(creating: path)
    let error = #expect(throws: DatabaseError.self) { try database.execute("SELEC 1") }
    #expect(error?.reason.contains("syntax error") == true)
    try database.execute("CREATE TABLE t (v UNIQUE)")
    var insert = try database.prepare("INSERT INTO t VALUES (?)")
    try insert.run([.integer(1)])
    #expect(throws: DatabaseError.self) { try insert.run([.integer(1)]) }
    #expect(throws: DatabaseError.self) { try insert.run([]) }
    // A statement goes on after a fault.
    try? insert.run([.integer(2)])
    var select = try database.prepare("SELECT count(*) FROM t")
    #expect(try select.step())
    #expect(select.integer(0) == 2)
    #expect(throws: DatabaseError.self) { _ = try Database(creating: "/no/such/folder/x") }
  }

  @Test func theSameRowsGiveTheSameBytes() throws {
    func bytes(_ name: String) throws -> [UInt8] {
      let place = path + name
      let database = try Database(creating: place)
      try database.execute("CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT)")
      try database.execute("BEGIN")
      var insert = try database.prepare("INSERT INTO t VALUES (?, ?)")
      for row in 0..<5_000 { try insert.run([.integer(row), .text("value \(row * 7919)")]) }
      try database.execute("COMMIT")
      return try FileSystem.contents(of: place)
    }
    let first = try bytes("1")
    #expect(first.count > 50_000)
    #expect(try bytes("2") == first)
  }
}
