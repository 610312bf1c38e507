// SPDX-License-Identifier: Apache-2.0

import Archives
import CByteScan
import FileAccess
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Importing

/// What a source was asked for, and by which threads.
private final class Reads: Sendable {
  let count = Mutex(0)
  let threads = Mutex<Set<UInt>>([])
}

/// Bytes in memory, of which a fault may end the reading.
private struct WatchedSource: ByteSource {
  var size: Int?
  let bytes: [UInt8]
  var faultAt: Int?
  let reads: Reads
  private var position = 0

  init(_ bytes: [UInt8], size: Int?, faultAt: Int? = nil, reads: Reads = Reads()) {
    self.bytes = bytes
    self.size = size
    self.faultAt = faultAt
    self.reads = reads
  }

  mutating func read(into buffer: inout [UInt8]) throws(SourceFault) -> Int {
    reads.count.withLock { $0 += 1 }
    _ = reads.threads.withLock { $0.insert(pthread_self()) }
    if let faultAt, position >= faultAt {
      throw SourceFault(kind: .unusable, id: "fault", summary: "at \(position)", remedy: "")
    }
    let count = min(buffer.count, bytes.count - position)
    buffer.replaceSubrange(..<count, with: bytes[position..<position + count])
    position += count
    return count
  }

  mutating func restart() { position = 0 }
}

/// What a source gives until its end: bytes with their sizes, or a fault.
private func all<Source: ByteSource & ~Copyable>(
  _ source: inout Source, piece: Int, atMost most: Int = .max
) -> (blocks: [[UInt8]], fault: String?) {
  var buffer = [UInt8](repeating: 0, count: piece)
  var blocks: [[UInt8]] = []
  do throws(SourceFault) {
    while blocks.count < most {
      let count = try source.read(into: &buffer)
      blocks.append(Array(buffer.prefix(count)))
      if count == 0 { break }
    }
  } catch {
    return (blocks, error.id + error.summary)
  }
  return (blocks, nil)
}

@Suite("Reading ahead")
struct ReadingAheadTests {
  @Test(arguments: 0..<60)
  func blocksAreThoseOfTheSource(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...3000, using: &generator)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let piece = Int.random(in: 1...200, using: &generator)
    let faultAt = seed % 3 == 0 ? Int.random(in: 0...count, using: &generator) : nil
    let size = seed % 2 == 0 ? count : nil
    var plain = WatchedSource(bytes, size: size, faultAt: faultAt)
    let least = Int.random(in: 0...500, using: &generator)
    var ahead = ReadingAhead(WatchedSource(bytes, size: size, faultAt: faultAt), least: least)
    #expect(ahead.size == size)
    // From the start in full, and after some blocks again, and behind the end.
    for most in [Int.max, 3, 0, 7, .max, 1] {
      let (expected, found) = (
        all(&plain, piece: piece, atMost: most), all(&ahead, piece: piece, atMost: most)
      )
      #expect(found.blocks == expected.blocks)
      #expect(found.fault == expected.fault)
      if most == .max { #expect(all(&ahead, piece: piece).fault == expected.fault) }
      plain.restart()
      #expect(throws: Never.self) { try ahead.restart() }
    }
  }

  @Test func muchIsReadByAThreadOfItsOwnAndLittleIsNot() {
    let bytes = [UInt8](repeating: 7, count: 50_000)
    for (count, threads) in [(50_000, 2), (9_000, 1)] {
      let reads = Reads()
      var ahead = ReadingAhead(
        WatchedSource(Array(bytes.prefix(count)), size: count, reads: reads), least: 5_000)
      let found = all(&ahead, piece: 1000)
      #expect(found.blocks.joined().count == count)
      #expect(reads.threads.withLock { $0.count } == threads)
      #expect(reads.threads.withLock { $0.contains(pthread_self()) })
    }
  }

  @Test func aReaderThatStopsEndsTheThread() {
    weak var left: Reads?
    for most in [1, 2, 30] {
      let reads = Reads()
      left = reads
      var ahead = ReadingAhead(
        WatchedSource([UInt8](repeating: 7, count: 1 << 20), size: nil, reads: reads), least: 0)
      #expect(all(&ahead, piece: 64, atMost: most).blocks.count == most)
      discard(ahead)
      // No more is read ahead than there are buffers for, and one that was being filled.
      let count = reads.count.withLock { $0 }
      #expect(count <= most + BlocksAhead<WatchedSource>.most + 1)
      #expect(count >= most)
    }
    // The source went with its thread.
    #expect(left == nil)
  }

  private func discard(_ ahead: consuming ReadingAhead<WatchedSource>) {}

  @Test func theSourceIsHandedOverWhereTheReaderLeftIt() {
    var ahead = ReadingAhead(WatchedSource(Array(0..<200), size: nil), least: 10)
    _ = all(&ahead, piece: 8, atMost: 5)
    ahead.withBase { $0.restart() }
    #expect(all(&ahead, piece: 8, atMost: 2).blocks == [Array(0..<8), Array(8..<16)])
  }

  /// What drafts tell of rows: where each starts, its size and what it is told by.
  private func drafts(_ drafts: RowDrafts, of size: Int) -> [[UInt64]] {
    (0..<size).compactMap { place in
      var rest = drafts
      rest.go(to: place)
      return rest.draft(at: place).map { [UInt64($0.start), UInt64($0.size), $0.hash] }
    }
  }

  @Test(arguments: 0..<6)
  func draftsAreOfTheBlockTheyComeWith(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = (0..<200).map { _ in
      "p1,2026-01-0\(Int.random(in: 1...9, using: &generator)),food,rice,"
        + "\(Int.random(in: 0...2000, using: &generator)),g,,\"a\nb\"\n"
    }
    let bytes = Array(rows.joined().utf8)
    var table = RepeatedRows()
    table.start(places: (0..<8).map(\.self), others: [], count: 8, delimiter: 0x2C)
    let layout = try #require(table.layout)
    var ahead = ReadingAhead(WatchedSource(bytes, size: nil), least: 500)
    var made = 0
    for _ in 0..<20 where made == 0 {
      ahead.makeDrafts(layout)
      var buffer = [UInt8](repeating: 0, count: Int.random(in: 100...900, using: &generator))
      var found = RowDrafts()
      while true {
        let count = try ahead.read(into: &buffer)
        ahead.exchange(&found)
        var all = RowDrafts()
        let block = Array(buffer.prefix(count))
        unsafe block.withUnsafeBufferPointer { unsafe all.make(of: $0, layout) { true } }
        let (own, expected) = (drafts(found, of: count), drafts(all, of: count))
        // As many as there was time for, the first ones.
        #expect(own == Array(expected.prefix(own.count)))
        made += own.count
        if count == 0 { break }
      }
      // Once it goes elsewhere it makes none until it is asked again.
      try ahead.restart()
    }
    #expect(made > 0)
    var buffer = [UInt8](repeating: 0, count: 300)
    var found = RowDrafts()
    while try ahead.read(into: &buffer) > 0 {
      ahead.exchange(&found)
      #expect(drafts(found, of: 300).isEmpty)
    }
  }

  private struct Outcome: Equatable {
    var bytes: [UInt8]
    var fault: String?
  }

  private func members<Source: ByteSource & ~Copyable>(
    _ source: inout Source, _ members: [ZipMember], piece: Int,
    open: (inout Source, ZipMember) throws(ZipFault) -> Void
  ) -> [Outcome] {
    members.map { member in
      do {
        try open(&source, member)
      } catch {
        return Outcome(bytes: [], fault: "\(error)")
      }
      let found = all(&source, piece: piece)
      return Outcome(bytes: Array(found.blocks.joined()), fault: found.fault)
    }
  }

  /// Archives that are sound, and those whose members end in the middle.
  @Test(arguments: [1, 7, 4096])
  func membersOfArchivesAreReadAsWithout(piece: Int) throws {
    let folder = Fixtures.root + "/Tests/ZipFixtures/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var faults = 0
    for name in names where name.hasSuffix(".zip") {
      let path = folder + name
      guard let archive = try? ZipArchive(FileReader(path: path)),
        archive.members.allSatisfy({ $0.size < 20_000 })
      else { continue }
      let all = archive.members
      var plain = MemberSource(archive)
      var ahead = ReadingAhead(
        MemberSource(try ZipArchive(FileReader(path: path))), least: 0)
      let expected = members(&plain, all, piece: piece) { source, member throws(ZipFault) in
        try source.archive.open(member)
      }
      let found = members(&ahead, all, piece: piece) { source, member throws(ZipFault) in
        try source.withBase { base throws(ZipFault) in try base.archive.open(member) }
      }
      #expect(found == expected, "\(name)")
      faults += expected.count { $0.fault != nil }
    }
    #expect(faults > 2)
  }
}
