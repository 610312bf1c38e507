// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@testable import Archives

@Suite("Zip archives")
struct ZipArchiveTests {
  static let folder = Fixtures.root + "/Tests/ZipFixtures"

  /// What Python's zipfile found in the archives.
  static let contents: [String: [String]] = {
    let bytes = (try? FileSystem.contents(of: folder + "/contents.tsv")) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", maxSplits: 1).map(String.init)
    }
    return Dictionary(grouping: lines, by: { $0[0] }).mapValues { $0.map { $0[1] } }
  }()

  private static func facts(
    _ archive: consuming ZipArchive, piece: Int
  ) throws(ZipFault) -> [String] {
    var archive = archive
    var facts: [String] = []
    for member in archive.members {
      try archive.open(member)
      var hash = SHA256()
      var total = 0
      var buffer = [UInt8](repeating: 0, count: piece)
      while true {
        let count = try archive.read(into: &buffer)
        if count == 0 { break }
        hash.update(buffer, count: count)
        total += count
      }
      facts.append("\(member.name)\t\(total)\t\(hash.hexadecimal())")
    }
    return facts
  }

  private static func facts(file: String, piece: Int) throws -> [String] {
    try facts(try ZipArchive(try FileReader(path: file)), piece: piece)
  }

  /// Archives that Python reads as well; it does not guess that unmarked names are UTF-8.
  @Test(arguments: contents.keys.sorted(), [1, 100, 1 << 16])
  func membersAreAsPythonReadsThem(name: String, piece: Int) throws {
    var expected = try #require(Self.contents[name])
    if name == "utf8-unmarked.zip" {
      expected = expected.map { $0.replacing("Fr├╝hst├╝ck", with: "Frühstück") }
    }
    let path = Self.folder + "/" + name
    #expect(try Self.facts(file: path, piece: piece) == expected)
    let bytes = try FileSystem.contents(of: path)
    #expect(try Self.facts(ZipArchive(bytes), piece: piece) == expected)
  }

  @Test func thereAreArchivesOfEachKind() {
    #expect(Self.contents.count == 11)
    #expect(Self.contents.values.allSatisfy { !$0.isEmpty })
  }

  private static func fault(_ name: String) throws -> ZipFault.Kind? {
    let reader = try FileReader(path: folder + "/" + name)
    do throws(ZipFault) {
      _ = try facts(ZipArchive(reader), piece: 1 << 16)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test(
    arguments: [
      ("truncated", .damaged), ("end-missing", .damaged), ("directory-wild", .damaged),
      ("offset-wild", .damaged), ("shifted", .damaged), ("encrypted", .encrypted),
      ("checksum", .checksum), ("size-too-small", .checksum), ("size-too-large", .checksum),
      ("broken-data", .memberDamaged), ("bzip2", .method(12)), ("lzma", .method(14)),
      ("deflate64", .method(9)), ("several-disks", .severalDisks),
      ("overlapping", .overlapping), ("quoted", .overlapping), ("too-large", .tooCompressed),
      ("claims-many", .tooManyMembers), ("control-name", .damaged),
    ] as [(String, ZipFault.Kind)])
  func faultsAreToldApart(name: String, kind: ZipFault.Kind) throws {
    #expect(try Self.fault(name + ".zip") == kind)
  }

  @Test func theLimitsHold() throws {
    let bytes = try FileSystem.contents(of: Self.folder + "/deflated.zip")
    var limits = ZipLimits()
    limits.members = 1
    #expect(throws: ZipFault.self) { _ = try ZipArchive(bytes, limits: limits).members }
    limits = ZipLimits()
    limits.unpackedBytes = 2594
    var archive = try ZipArchive(bytes, limits: limits)
    try archive.open(archive.members[0])
    let second = archive.members[1]
    let fault = #expect(throws: ZipFault.self) { try archive.open(second) }
    // 1677 + 918 bytes in two members.
    #expect(fault?.kind == .tooLarge)
    limits.unpackedBytes = 2595
    archive = try ZipArchive(bytes, limits: limits)
    for member in archive.members { try archive.open(member) }
  }

  /// Every archive with one byte changed is read or refused, and what is read has its checksum.
  @Test(arguments: ["deflated.zip", "descriptor.zip", "zip64.zip", "stored.zip"])
  func changedBytesNeverPassUnseen(name: String) throws {
    let bytes = try FileSystem.contents(of: Self.folder + "/" + name)
    let sound = Set((Self.contents[name] ?? []).compactMap { $0.split(separator: "\t").last })
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8))
      guard let facts = try? Self.facts(ZipArchive(changed), piece: 4096) else { continue }
      for fact in facts where !fact.contains("/\t0\t") {
        #expect(sound.contains(fact.split(separator: "\t").last ?? ""), "byte \(place): \(fact)")
      }
    }
  }

  @Test(arguments: ["deflated.zip", "zip64.zip"])
  func archivesCutOffAnywhereAreRefused(name: String) throws {
    let bytes = try FileSystem.contents(of: Self.folder + "/" + name)
    for length in 0..<bytes.count {
      let facts = try? Self.facts(ZipArchive(Array(bytes.prefix(length))), piece: 4096)
      #expect(facts == nil || facts == [], "\(length) bytes")
    }
  }
}
