// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import Importing
import TestSupport
import Testing

@testable import Batch

@Suite("Zip archives as units of a batch")
struct ZipUnitTests {
  private static func archive(_ name: String) throws -> [UInt8] {
    try FileSystem.contents(of: Fixtures.root + "/Tests/ZipFixtures/\(name).zip")
  }

  @Test func anArchiveIsOneParticipantNamedByItsContentOrItsName() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write(try Self.archive("deflated"), to: folder + "/a.zip")
    try FileSystem.write(try Self.archive("months"), to: folder + "/anna.zip")
    let units = try BatchUnit.units(in: folder, without: folder + "/out").units
    #expect(units.map(\.name) == ["a.zip", "anna.zip"])
    let imported = units.map { ($0.fallbackParticipant, $0.read(.init())) }
    #expect(
      imported.map { name, read in read.participants.map { $0 ?? name } } == [["p7"], ["anna"]])
    var counts: [Int] = []
    for (_, read) in imported {
      try read.forEach { diary in
        counts.append(diary.entries.count)
        return true
      }
    }
    #expect(counts == [60, 41])
  }

  @Test func aFaultyArchiveIsAFailureWithItsPlace() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write(try Self.archive("checksum"), to: folder + "/a.zip")
    let unit = try #require(try BatchUnit.units(in: folder, without: folder + "/out").units.first)
    let result = unit.read(.init())
    #expect(result.participants.isEmpty)
    #expect(result.findings.map(\.id) == ["zip-member-damaged"])
    #expect(result.findings.first?.file == folder + "/a.zip/foods.csv")
  }

  @Test func theKeyIsThatOfTheArchivesBytes() throws {
    let folder = try Fixtures.temporaryFolder()
    let path = folder + "/a.zip"
    func key(_ name: String) throws -> String {
      try FileSystem.write(try Self.archive(name), to: path)
      return BatchUnit(name: "a.zip", path: path).key(settings: "s")
    }
    let first = try key("deflated")
    #expect(try key("deflated") == first)
    // The same members, packed otherwise.
    #expect(try key("stored") != first)
  }
}
