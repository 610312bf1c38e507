// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@Suite("Lists of texts and names")
struct TextListTests {
  @Test func givesBackAndSortsByBytes() {
    let texts = ["b", "", "ab", "é", "a", "b", "Z"]
    var list = TextList()
    for text in texts { list.append(text.utf8) }
    #expect((0..<list.count).map(list.text(at:)) == texts)
    #expect(list.sortedPlaces() == [1, 6, 4, 2, 0, 5, 3])
    let sorted = list.sorted()
    #expect((0..<sorted.count).map(sorted.text(at:)) == ["", "Z", "a", "ab", "b", "b", "é"])
    #expect(list.compare(0, 5) == 0 && list.compare(2, 4) > 0 && list.compare(1, 0) < 0)
    #expect(list.compare(2, to: Array("ab".utf8)) == 0 && list.compare(2, to: [200]) < 0)
    #expect(list.text(at: 7).isEmpty && list.text(at: -1).isEmpty)
  }

  @Test func aFolderTellsItsPlainFiles() throws {
    let folder = try Fixtures.temporaryFolder()
    try FileSystem.write([], to: folder + "/b")
    try FileSystem.makeFolder(folder + "/a")
    let names = try FolderNames(folder)
    #expect((0..<names.count).map(names.names.text(at:)) == ["a", "b"])
    // A system may not tell; a folder is never taken for a file.
    #expect(!names.isPlainFile(0) && !names.isPlainFile(2))
    #expect(throws: FileError.self) { try FolderNames(folder + "/none") }
  }

  @Test(arguments: [0, 1, 9, 3_000, 70_000])
  func linesPutAsideComeBackInTheirOrder(count: Int) throws {
    let folder = try Fixtures.temporaryFolder()
    let lines = (0..<count).map { Array("\($0)".utf8) + Array(repeating: 65, count: $0 % 50) }
    let file = SpillFile(folder: folder)
    for line in lines { try file.append(line[...]) }
    #expect(try FileSystem.names(inFolder: folder).isEmpty)
    var back: [[UInt8]] = []
    while let line = try file.next() { back.append(line) }
    #expect(back == lines)
    #expect(try file.next() == nil)
  }

  @Test func aLineLongerThanAPieceComesBack() throws {
    let file = SpillFile(folder: try Fixtures.temporaryFolder())
    let long = [UInt8](repeating: 66, count: 200_001)
    try file.append([1, 2])
    try file.append(long[...])
    try file.append([])
    #expect(try file.next() == [1, 2])
    #expect(try file.next() == long)
    #expect(try file.next()?.isEmpty == true)
    #expect(try file.next() == nil)
  }

  @Test func linesAreAddedByAFileThatStaysOpen() throws {
    let path = try Fixtures.temporaryFolder() + "/a"
    let file = AppendingFile(path: path)
    try file.append([1, 2])
    try file.append([3])
    #expect(try FileSystem.contents(of: path) == [1, 2, 3])
    file.finish()
    try file.append([4])
    #expect(try FileSystem.contents(of: path) == [1, 2, 3, 4])
    #expect(throws: FileError.self) { try AppendingFile(path: path + "/b").append([1]) }
  }
}
