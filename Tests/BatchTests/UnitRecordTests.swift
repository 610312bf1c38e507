// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@testable import Batch

@Suite("Records and units of a batch")
struct UnitRecordTests {
  private func record() -> UnitRecord {
    UnitRecord(
      key: "k", unit: "a.csv",
      participants: [
        .init(
          id: "p\n1", report: "r.html", summary: ["x,y"],
          index: IndexRow(days: 3, loggedDays: 2, safety: [], groups: [:], warnings: []))
      ], failures: [.init(file: "a.csv", line: 3, reason: "why")])
  }

  @Test func comesBackAsItWas() throws {
    let bytes = try record().encoded(resultLines: [Array("{}".utf8)])
    let back = try #require(UnitRecord.decoded(bytes))
    #expect(back.record.participants.first?.id == "p\n1")
    #expect(back.record.failures == record().failures)
    #expect(back.resultLines.map(Array.init) == [Array("{}".utf8)])
  }

  @Test func isNoRecordWhenCutShort() throws {
    let bytes = try record().encoded(resultLines: [Array("{}".utf8)])
    for length in stride(from: 0, to: bytes.count - 3, by: 7) {
      #expect(UnitRecord.decoded(Array(bytes[..<length])) == nil)
    }
  }

  @Test func leavesOutHiddenFilesAndTheOutput() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write([], to: folder + "/b.csv")
    try FileSystem.write([], to: folder + "/.hidden")
    try FileSystem.makeFolder(folder + "/a")
    try FileSystem.makeFolder(folder + "/out")
    let units = try BatchUnit.units(in: folder, without: folder + "/out")
    #expect(units.map(\.name) == ["a", "b.csv"])
    #expect(units.map(\.fallbackParticipant) == ["a", "b"])
  }

  @Test func keysChangeWithBytesNamesAndSettings() throws {
    let folder = try Fixtures.temporaryFolder()
    func key(_ bytes: String, name: String, settings: String) throws -> String {
      try FileSystem.write(Array(bytes.utf8), to: folder + "/" + name)
      return try BatchUnit(name: name, path: folder + "/" + name).key(settings: settings)
    }
    let keys = try [
      key("1", name: "a", settings: "s"), key("2", name: "a", settings: "s"),
      key("1", name: "b", settings: "s"), key("1", name: "a", settings: "t"),
    ]
    #expect(Set(keys).count == 4)
    #expect(try key("1", name: "a", settings: "s") == keys[0])
  }
}
