// SPDX-License-Identifier: Apache-2.0

import FileAccess
import Foundation
import TestSupport
import Testing

@Suite("Files and folders")
struct FileSystemTests {
  private let folder: String

  init() throws { folder = try Fixtures.temporaryFolder() }

  @Test func whatIsWrittenIsRead() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try FileSystem.write(bytes, to: folder + "/a.bin")
    #expect(try FileSystem.contents(of: folder + "/a.bin") == bytes)
    try FileSystem.write([], to: folder + "/a.bin")
    #expect(try FileSystem.contents(of: folder + "/a.bin").isEmpty)
    #expect(try FileSystem.names(inFolder: folder) == ["a.bin"])
  }

  @Test func aFailedWriteLeavesTheOldAndNoTemporaryFile() throws {
    let target = folder + "/taken"
    try FileSystem.makeFolder(target)
    try FileSystem.write([1, 2, 3], to: target + "/inner")
    // A folder that is not empty cannot be replaced by a file, for root neither.
    let error = #expect(throws: FileError.self) { try FileSystem.write([9], to: target) }
    #expect(error?.kind == .notWritable)
    #expect(error?.path == target)
    #expect(try FileSystem.names(inFolder: folder) == ["taken"])
    #expect(try FileSystem.contents(of: target + "/inner") == [1, 2, 3])
  }

  @Test func filesWrittenTogetherAreAllWrittenOrNone() throws {
    try FileSystem.write([1], to: folder + "/a")
    #expect(throws: FileError.self) {
      try FileSystem.write(together: [([2], folder + "/a"), ([3], folder + "/missing/b")])
    }
    #expect(try FileSystem.contents(of: folder + "/a") == [1])
    #expect(try FileSystem.names(inFolder: folder) == ["a"])
    try FileSystem.write(together: [([2], folder + "/a"), ([3], folder + "/b")])
    #expect(try FileSystem.contents(of: folder + "/a") == [2])
    #expect(try FileSystem.contents(of: folder + "/b") == [3])
  }

  @Test func appendedBytesFollowTheOnesBefore() throws {
    try FileSystem.append([1, 2], to: folder + "/a")
    try FileSystem.append([3], to: folder + "/a")
    #expect(try FileSystem.contents(of: folder + "/a") == [1, 2, 3])
    #expect(throws: FileError.self) { try FileSystem.append([1], to: folder) }
  }

  @Test func whereSomethingWouldStandIsKnownBeforeItDoes() throws {
    let own = try #require(FileSystem.resolved(folder))
    try FileSystem.makeFolder(folder + "/a")
    for (name, target) in [
      ("up", "../" + FileSystem.name(of: own) + "/new/deep"), ("on", "up"), ("here", "a"),
      ("round", "about"), ("about", "round"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: target)
    }
    #expect(FileSystem.place(of: folder + "/new/deep/") == own + "/new/deep")
    #expect(FileSystem.place(of: folder + "/up") == own + "/new/deep")
    #expect(FileSystem.place(of: folder + "/on") == own + "/new/deep")
    #expect(FileSystem.place(of: folder + "/here/b") == own + "/a/b")
    #expect(FileSystem.place(of: folder + "/round") == nil)
    #expect(FileSystem.place(of: "") == nil)
    #expect(FileSystem.place(of: "/no such thing") == "/no such thing")
  }

  @Test func aLockIsHeldByOneAtATime() throws {
    let path = folder + "/lock"
    let lock = try FileLock(path: path)
    let error = #expect(throws: FileError.self) { try FileLock(path: path).release() }
    #expect(error?.kind == .notWritable)
    lock.release()
    try FileLock(path: path).release()
  }

  @Test(arguments: ["/missing/out.csv", "/file/out.csv"])
  func placesThatCannotBeWritten(_ place: String) throws {
    try FileSystem.write([1], to: folder + "/file")
    let error = #expect(throws: FileError.self) { try FileSystem.write([1], to: folder + place) }
    #expect(error?.kind == .notWritable)
    #expect(error?.reason.isEmpty == false)
    #expect(try FileSystem.names(inFolder: folder) == ["file"])
  }

  @Test func missingFilesAndFoldersSaySo() {
    let file = #expect(throws: FileError.self) { try FileSystem.contents(of: folder + "/none") }
    #expect(file?.kind == .notFound)
    let names = #expect(throws: FileError.self) {
      try FileSystem.names(inFolder: folder + "/none")
    }
    #expect(names?.kind == .notFound)
    let asFile = #expect(throws: FileError.self) { try FileSystem.contents(of: folder) }
    #expect(asFile?.kind == .notReadable)
    #expect(FileSystem.kind(of: folder) == .folder)
    #expect(FileSystem.kind(of: folder + "/none") == nil)
  }

  @Test func filesAboveTheLimitAreRefused() throws {
    try FileSystem.write([UInt8](repeating: 1, count: 100), to: folder + "/big")
    #expect(try FileSystem.contents(of: folder + "/big", limit: 100).count == 100)
    let error = #expect(throws: FileError.self) {
      try FileSystem.contents(of: folder + "/big", limit: 99)
    }
    #expect(error?.kind == .tooLarge)
  }

  @Test func foldersAreMadeWithThoseAbove() throws {
    try FileSystem.makeFolder(folder + "/x/y/z")
    try FileSystem.makeFolder(folder + "/x/y/z")
    #expect(FileSystem.kind(of: folder + "/x/y/z") == .folder)
    for name in ["b", "a", "Z", "é"] { try FileSystem.write([], to: folder + "/x/" + name) }
    #expect(try FileSystem.names(inFolder: folder + "/x") == ["Z", "a", "b", "y", "é"])
  }

  @Test(arguments: [
    ("/a/b.csv", "b.csv", "/a"), ("b.csv", "b.csv", "."), ("/b.csv", "b.csv", "/"),
    ("a/b/", "b", "a"), ("/", "/", "/"),
  ])
  func namesAndFoldersOfPaths(_ path: String, _ name: String, _ folder: String) {
    #expect(FileSystem.name(of: path) == name)
    #expect(FileSystem.folder(of: path) == folder)
  }

  @Test(arguments: [
    ("p1.csv", "p1"), ("a.b.xml", "a.b"), ("p1", "p1"), (".hidden", ".hidden"), ("p1.", "p1"),
    ("", ""),
  ])
  func stem(name: String, stem: String) {
    #expect(FileSystem.stem(of: name) == stem)
  }

  @Test func readingInPiecesGivesTheWhole() throws {
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    try FileSystem.write(bytes, to: folder + "/p")
    var reader = try FileReader(path: folder + "/p")
    var buffer = [UInt8](repeating: 0, count: 777)
    var all: [UInt8] = []
    while true {
      let count = try reader.read(into: &buffer)
      if count == 0 { break }
      all += buffer.prefix(count)
    }
    #expect(all == bytes)
  }

  @Test func theEnvironmentIsRead() {
    #expect(Environment.value(of: "PATH")?.isEmpty == false)
    #expect(Environment.value(of: "REINTRO_NO_SUCH_VARIABLE") == nil)
  }
}
