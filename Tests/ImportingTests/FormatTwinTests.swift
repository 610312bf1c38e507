// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// What one file of `fixtures/formats` holds, as `counts.tsv` has it.
struct FormatTwin: CustomTestStringConvertible {
  var file: String
  var format: String
  var rows: Int
  var unread: Int
  var counts: [EntryKind: Int]
  var testDescription: String { file }

  static let all: [FormatTwin] = {
    let bytes = (try? FileSystem.contents(of: Fixtures.path("formats/counts.tsv"))) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst(2).compactMap {
      let cells = $0.split(separator: "\t").map(String.init)
      let numbers = cells.dropFirst(2).compactMap { Int($0) }
      guard cells.count == 8, numbers.count == 6 else { return nil }
      return FormatTwin(
        file: cells[0], format: cells[1], rows: numbers[0], unread: numbers[1],
        counts: [
          .food: numbers[2], .symptom: numbers[3], .context: numbers[4], .note: numbers[5],
        ])
    }
  }()
}

@Suite("Made-up twins of apps' exports")
struct FormatTwinTests {
  @Test func everyFileIsCounted() throws {
    let names = try FileSystem.names(inFolder: Fixtures.path("formats"))
    #expect(FormatTwin.all.map(\.file).sorted() == names.filter { $0 != "counts.tsv" }.sorted())
  }

  @Test(arguments: FormatTwin.all)
  func holdsWhatIsCountedByHand(_ twin: FormatTwin) throws {
    let result = try Importer.read([Fixtures.path("formats/" + twin.file)])
    let entries = result.diaries.flatMap(\.entries)
    for (kind, count) in twin.counts {
      #expect(entries.count { $0.kind == kind } == count, "\(kind)")
    }
    #expect(entries.count == twin.counts.values.reduce(0, +))
    let inputs = result.diaries.flatMap(\.inputs)
    #expect(inputs.map(\.format) == [twin.format])
    #expect(inputs.map(\.rows) == [twin.rows])
    #expect(inputs.map(\.rowsUnread) == [twin.unread])
  }

  /// A byte at a time, in UTF-16, with a mark, with other line ends: the entries stay the same.
  @Test(arguments: FormatTwin.all)
  func encodingAndLineEndsChangeNothing(_ twin: FormatTwin) throws {
    let bytes = try FileSystem.contents(of: Fixtures.path("formats/" + twin.file))
    let lines = Mapped.lines(try Importer.read(bytes: bytes, name: twin.file))
    let text = String(decoding: bytes, as: UTF8.self)
    let plain =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in plain.utf16 { utf16 += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    #expect(Mapped.lines(try Importer.read(bytes: utf16, name: twin.file)) == lines)
    let marked = [0xEF, 0xBB, 0xBF] + Array(plain.utf8)
    #expect(Mapped.lines(try Importer.read(bytes: marked, name: twin.file)) == lines)
    guard !plain.utf8.contains(0x0D) else { return }
    let windows = Array(plain.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    func flat(_ lines: [String]) -> [String] {
      lines.map { String($0.map { $0 == "\r\n" ? "\n" : $0 }) }
    }
    #expect(flat(Mapped.lines(try Importer.read(bytes: windows, name: twin.file))) == flat(lines))
  }

  /// Cut anywhere and damaged anywhere: an error or a diary, never a crash, and every row counted.
  @Test(arguments: FormatTwin.all)
  func damagedFilesEndInAnErrorOrADiary(_ twin: FormatTwin) throws {
    let bytes = try FileSystem.contents(of: Fixtures.path("formats/" + twin.file))
    var random = UInt64(bytes.count)
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % max(limit, 1)
    }
    for round in 0..<60 {
      var damaged = round < 20 ? Array(bytes.prefix(next(bytes.count))) : bytes
      for _ in 0..<(round < 20 ? 0 : 3) where !damaged.isEmpty {
        damaged[next(damaged.count)] = UInt8(next(256))
      }
      do {
        let result = try Importer.read(bytes: damaged, name: twin.file)
        #expect(result.diaries.flatMap(\.inputs).allSatisfy { $0.rowsUnread <= $0.rows })
      } catch {
        #expect(error.findings.contains { $0.severity == .error })
      }
    }
  }

  /// All of one person's apps in one folder are one diary, and every file gives what it gives alone.
  @Test func allAppsInOneFolder() throws {
    let folder = try Fixtures.temporaryFolder()
    for twin in FormatTwin.all {
      try FileSystem.write(
        try FileSystem.contents(of: Fixtures.path("formats/" + twin.file)),
        to: folder + "/" + twin.file)
    }
    try FileSystem.write(
      Array("<html><body>No diary.</body></html>".utf8), to: folder + "/report.html")
    let result = try Importer.read([folder])
    let diary = try #require(result.diaries.first)
    #expect(result.diaries.count == 1)
    let all = FormatTwin.all
    for kind in [EntryKind.food, .symptom, .context, .note] {
      let sum = all.map { $0.counts[kind, default: 0] }.reduce(0, +)
      #expect(diary.entries.count { $0.kind == kind } == sum, "\(kind)")
    }
    #expect(diary.inputs.map(\.rows).reduce(0, +) == all.map(\.rows).reduce(0, +))
    #expect(diary.inputs.compactMap(\.entriesUsed).reduce(0, +) == diary.entries.count)
    #expect(
      result.findings.contains { $0.id == "file-skipped" && $0.file.hasSuffix("report.html") })
  }

  /// The same month twice, and two months that overlap, count each entry once.
  @Test(arguments: FormatTwin.all)
  func overlappingExportsCountOnce(_ twin: FormatTwin) throws {
    let bytes = try FileSystem.contents(of: Fixtures.path("formats/" + twin.file))
    let once = try Importer.read(bytes: bytes, name: "a-" + twin.file)
    let twice = try Importer.read([(bytes, "a-" + twin.file), (bytes, "b-" + twin.file)])
    #expect(Mapped.lines(twice) == Mapped.lines(once))
    let count = once.diaries.flatMap(\.entries).count
    #expect(twice.diaries.flatMap(\.inputs).compactMap(\.entriesRepeated) == [0, count])
  }
}
