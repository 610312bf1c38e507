// SPDX-License-Identifier: Apache-2.0

import Database
import FileAccess
import TestSupport
import Testing

@testable import Batch

@Suite("Records and units of a batch")
struct UnitRecordTests {
  private static let text = "a\tb\nc\\d\\t ü 𝄞\r"

  private func record() -> UnitRecord {
    var head = UnitHead(unit: Self.text, label: "l", content: "c", settings: "s")
    head.names = ["Anna\tMeier": "p-1", "b": "p-2"]
    head.failures = [
      .init(file: "a.csv", label: "x", line: 3, code: "why", reason: Self.text),
      .init(file: "", label: "", line: nil, code: "", reason: ""),
    ]
    var record = UnitRecord(head)
    for id in ["p\n1", "p2"] {
      record.add(
        .init(
          id: id, base: id + "b", published: id + "c", report: "reports/r",
          reportSize: id == "p2" ? 17 : nil, gate: "fasting"),
        .init(
          index: Array("{}".utf8)[...], results: Array("[1]".utf8)[...],
          summary: ["x,y", Self.text],
          rows: [
            TableRow(.run, [.text(Self.text), .null]),
            TableRow(.quality, [.integer(-3), .real(0.25), .text("")]),
          ]))
    }
    record.add([TableRow(.findings, [.text("f")])])
    return record
  }

  private func unit(_ folder: String) throws -> BatchUnit {
    try FileSystem.write([], to: folder + "/a.csv")
    return BatchUnit(name: Self.text, path: folder + "/a.csv")
  }

  @Test func comesBackAsItWas() throws {
    let folder = try Fixtures.temporaryFolder()
    let state = BatchState(output: folder)
    let unit = try unit(folder)
    let record = record()
    try state.keep(record.encoded(), of: unit)
    let head = try #require(state.head(of: unit))
    #expect(head == record.head)
    #expect(head.participants.map(\.id) == ["p\n1", "p2"])
    #expect(head.participants.map(\.reportSize) == [nil, 17])
    let reader = try state.parts(ofUnit: unit.name)
    for who in head.participants {
      let part = try reader.part(at: who.offset, length: who.length)
      #expect(Array(part.index) == Array("{}".utf8))
      #expect(Array(part.results) == Array("[1]".utf8))
      #expect(part.summary == ["x,y", Self.text])
      #expect(
        part.rows.map(\.values) == [
          [.text(Self.text), .null], [.integer(-3), .real(0.25), .text("")],
        ])
    }
    #expect(try reader.rows(head.rows) == [TableRow(.findings, [.text("f")])])
  }

  @Test func isNoRecordWhenCutShortOrOfAnotherUnit() throws {
    let folder = try Fixtures.temporaryFolder()
    let state = BatchState(output: folder)
    let unit = try unit(folder)
    let bytes = record().encoded()
    for length in stride(from: 0, to: bytes.count, by: 7) {
      try state.keep(Array(bytes[..<length]), of: unit)
      #expect(state.head(of: unit) == nil)
    }
    try state.keep(bytes, of: unit)
    #expect(state.head(of: unit) != nil)
    let other = BatchUnit(name: "other", path: folder + "/a.csv")
    try state.keep(bytes, of: other)
    #expect(state.head(of: other) == nil)
  }

  @Test func aHeadLongerThanOnePieceIsRead() throws {
    let folder = try Fixtures.temporaryFolder()
    let state = BatchState(output: folder)
    let unit = try unit(folder)
    var head = UnitHead(unit: unit.name, label: "l", content: "c", settings: "s")
    head.failures = (0..<3_000).map { (number: Int) in
      .init(file: "f", label: "l", line: number, code: "c", reason: "no number \(number)")
    }
    try state.keep(UnitRecord(head).encoded(), of: unit)
    #expect(state.head(of: unit)?.failures.count == 3_000)
  }

  @Test func leavesOutHiddenFilesAndTheOutput() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write([], to: folder + "/b.csv")
    try FileSystem.write([], to: folder + "/.hidden")
    try FileSystem.makeFolder(folder + "/a")
    try FileSystem.makeFolder(folder + "/out")
    let units = try BatchUnit.units(in: folder, without: folder + "/out").units
    #expect(units.map(\.name) == ["a", "b.csv"])
    #expect(units.map(\.fallbackParticipant) == ["a", "b"])
  }

  @Test func keysChangeWithBytesNamesAndSettings() throws {
    let folder = try Fixtures.temporaryFolder()
    func key(_ bytes: String, name: String, settings: String) throws -> String {
      try FileSystem.write(Array(bytes.utf8), to: folder + "/" + name)
      return BatchUnit(name: name, path: folder + "/" + name).key(settings: settings)
    }
    let keys = try [
      key("1", name: "a", settings: "s"), key("2", name: "a", settings: "s"),
      key("1", name: "b", settings: "s"), key("1", name: "a", settings: "t"),
    ]
    #expect(Set(keys).count == 4)
    #expect(try key("1", name: "a", settings: "s") == keys[0])
  }

  @Test(arguments: [
    "", "x", "R", "nothing\ti1", "run\tq", "run\tix", "run\t", "run\tr", "run\tt\t",
  ])
  func linesThatAreNoRowsAreRefused(line: String) {
    #expect(TableRow(line: Array(line.utf8)[...]) == nil)
  }
}

extension BatchState {
  /// Keeps a whole record.
  fileprivate func keep(_ record: [UInt8], of unit: BatchUnit) throws(FileError) {
    var writer = try self.record(of: unit)
    try writer.append(record)
    try writer.finish()
  }
}
