// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FileAccess
import Reporting
import TestSupport
import Testing

@testable import Batch

@Suite("Records and units of a batch")
struct UnitRecordTests {
  private func record() -> UnitRecord {
    let results = AnalysisResults(
      participant: "p\n1",
      period: .init(
        start: CivilDate(dayNumber: 20_000), end: CivilDate(dayNumber: 20_002), days: 3,
        loggedDays: 2),
      outcome: .init(
        name: "overall", scale: [0, 10], symptoms: [], dailyMean: nil, autocorrelation: nil,
        absence: "missing", baselineBand: nil, baselineMedian: nil), groups: [],
      notSeparable: [], separations: [], safety: [], warnings: [],
      timeline: Timeline(days: [], phases: []), unknownFoods: [],
      provenance: .init(inputs: [], version: "1", settings: [:]))
    return UnitRecord(
      key: "k", unit: "a.csv",
      participants: [.init(summary: ["x,y"], index: BatchIndexEntry(results, report: "r.html"))],
      failures: [.init(file: "a.csv", line: 3, reason: "why")])
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
}
