// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// A file read in parts against the same file read whole.
@Suite("Files of many participants, read in parts")
struct SplitImportTests {
  /// Files of a seed, with whatever may stand in one.
  private struct Maker {
    var random: SeededGenerator
    /// Of 1000 rows, how many cannot be read.
    var faulty = 20

    init(_ seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

    mutating func pick<T>(_ all: [T]) throws -> T {
      try #require(all.randomElement(using: &random))
    }

    mutating func happens(_ ofThousand: Int) -> Bool {
      Int.random(in: 0..<1000, using: &random) < ofThousand
    }

    /// Each participant's rows, in an order of the seed: blocks, mixed, or mixed in blocks.
    mutating func order(_ people: [String], rows: Int) throws -> [String] {
      let all = people.flatMap { [String](repeating: $0, count: 1 + rows) }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return all
      case 1: return all.shuffled(using: &random)
      case 2:
        return stride(from: 0, to: all.count, by: 60).flatMap {
          Array(all[$0..<min($0 + 60, all.count)]).shuffled(using: &random)
        }
      default: return (0...rows).flatMap { _ in people }
      }
    }

    mutating func time() throws -> String {
      let day = "2026-03-\(try pick(["01", "02", "15", "28", "29"]))"
      return try pick([day, day + "T02:30", day + "T08:10", day + "T08:10+05:00", day + "T02:59"])
    }

    mutating func cells() throws -> [String] {
      let time = try time()
      if happens(faulty) {
        return try pick([
          [time, "symptom", "throat swelling", "77", "0-10", "", "choked"],
          ["never", "food", "milk", "1", "cup", "", "could not breathe"],
          [time, "mood", "milk", "1", "cup", "", ""],
          [time, "food", "milk", "1", "cup", "", "", "one", "cell", "more"],
          ["", "profile", "unread", "csv-ragged", "symptom", "", "fainted; 9; 0-10; badly"],
          [],
        ])
      }
      return try pick([
        [time, "food", "whole milk", "1", "cup", "", ""],
        [time, "food", "\"rice, boiled\"", "", "", "", "\"with \"\"salt\"\"\nand more\""],
        [time, "food", "bread", "2", "slice", "gluten fructan", ""],
        [time, "symptom", "bloating", "3", "0-10", "", ""],
        [time, "note", "", "", "", "", "slept badly"],
        ["", "profile", "condition", "IBS-D", "", "", ""],
        ["2026-03-01/2026-03-15", "phase", "baseline", "", "", "", ""],
      ])
    }

    mutating func csv(_ people: [String], rows: Int) throws -> String {
      let hasMore = happens(300)
      var text = "participant,time,kind,name,value,unit,groups,note" + (hasMore ? ",more\n" : "\n")
      for who in try order(people, rows: rows) {
        var row = [who] + (try cells())
        while row.count < 8 { row.append("") }
        if hasMore { row.append(happens(50) ? "words of \(who)" : "") }
        text += row.joined(separator: ",") + "\n"
      }
      return happens(500) ? String(text.dropLast()) : text
    }

    mutating func xml(_ people: [String], rows: Int) throws -> String {
      var text = "<?xml version=\"1.0\"?>\n<diaries xmlns=\"urn:reintro:diary:1\">\n"
      var last: String?
      for who in try order(people, rows: rows) {
        if who != last {
          if last != nil { text += "</entries></diary>\n" }
          text += "<diary" + (who.isEmpty ? "" : " participant=\"\(who)\"") + ">"
          if happens(300) {
            text += "<profile><item name=\"condition\" value=\"IBS-D\"/></profile>"
          }
          text += "<entries>\n"
          last = who
        }
        text += try element() + "\n"
      }
      return text + "</entries></diary>\n</diaries>\n"
    }

    private mutating func element() throws -> String {
      let time = try time()
      if happens(faulty) {
        return try pick([
          "<symptom time=\"\(time)\" name=\"throat swelling\" value=\"77\" scale=\"0-10\"/>",
          "<food time=\"never\">milk</food>",
          "<meal time=\"\(time)\">hives</meal>",
        ])
      }
      return try pick([
        "<food time=\"\(time)\" value=\"1\" unit=\"cup\">whole milk</food>",
        "<symptom time=\"\(time)\" name=\"bloating\" value=\"3\" scale=\"0-10\">in waves</symptom>",
        "<note time=\"\(time)\">slept badly</note>",
      ])
    }
  }

  private static func written(_ text: String, _ name: String) throws -> String {
    let path = try Fixtures.temporaryFolder() + "/" + name
    try FileSystem.write(Array(text.utf8), to: path)
    return path
  }

  /// What a reading gives: all that its user sees of it.
  private struct Reading: Equatable {
    var findings: [Finding] = []
    var participants: [String?] = []
    /// By participant.
    var diaries: [Diary] = []
    /// Why the file cannot be used, where it cannot.
    var fault: ImportError.Kind?

    init(_ error: ImportError) { (findings, fault) = (error.findings, error.kind) }

    init(_ findings: [Finding], _ participants: [String?], _ diaries: [Diary]) {
      (self.findings, self.participants) = (findings, participants)
      self.diaries = diaries.sorted { ($0.participant ?? "") < ($1.participant ?? "") }
    }
  }

  private static func whole(_ path: String, _ options: ImportOptions = ImportOptions()) -> Reading {
    do throws(ImportError) {
      let result = try Importer.read(InputFiles([path]), options: options)
      return Reading(result.findings, result.diaries.map(\.participant), result.diaries)
    } catch {
      return Reading(error)
    }
  }

  /// The reading that may be one in parts, and whether it was.
  private static func split(
    _ path: String, _ options: ImportOptions = ImportOptions(), atOnce: Int, together: Int
  ) -> (reading: Reading, isInParts: Bool) {
    do throws(ImportError) {
      let split = try SplitImport(
        InputFiles([path]), options: options, mostAtOnce: atOnce, mostTogether: together)
      var diaries: [Diary] = []
      try split.forEach { diary in
        diaries.append(diary)
        return true
      }
      return (Reading(split.findings, split.participants, diaries), split.isInParts)
    } catch {
      return (Reading(error), false)
    }
  }

  private struct Comparison: Equatable {
    var isSame: Bool
    var isInParts: Bool

    static let inParts = Comparison(isSame: true, isInParts: true)
    static let held = Comparison(isSame: true, isInParts: false)
  }

  /// Whether the two readings are the same, and whether the one was in parts.
  private static func compare(_ path: String, atOnce: Int, together: Int) -> Comparison {
    let split = split(path, atOnce: atOnce, together: together)
    return Comparison(isSame: split.reading == whole(path), isInParts: split.isInParts)
  }

  private static let limits = [(1, 1), (7, 40), (60, 55), (100_000, 10)]

  private static func people(_ maker: inout Maker) -> [String] {
    let count = Int.random(in: 1...9, using: &maker.random)
    let names = (1...count).map { "p\($0)" }
    return maker.happens(250) ? names + [""] : names
  }

  @Test("A CSV file gives the same diaries and findings", arguments: 0..<60)
  func csv(seed: Int) throws {
    var maker = Maker(seed)
    if seed % 10 == 9 { maker.faulty = 60 }
    let people = Self.people(&maker)
    let path = try Self.written(try maker.csv(people, rows: 25), "d.csv")
    var options = ImportOptions()
    if seed % 2 == 0 { options.timeZone = "Europe/Berlin" }
    let whole = Self.whole(path, options)
    for (atOnce, together) in Self.limits {
      #expect(Self.split(path, options, atOnce: atOnce, together: together).reading == whole)
    }
  }

  @Test("A file of diaries in XML gives the same diaries and findings", arguments: 0..<40)
  func xml(seed: Int) throws {
    var maker = Maker(seed + 1000)
    let people = Self.people(&maker)
    let path = try Self.written(try maker.xml(people, rows: 25), "d.xml")
    var options = ImportOptions()
    if seed % 2 == 0 { options.timeZone = "Europe/Berlin" }
    let whole = Self.whole(path, options)
    for (atOnce, together) in Self.limits {
      #expect(Self.split(path, options, atOnce: atOnce, together: together).reading == whole)
    }
  }

  private static let rows = (1...9).flatMap { day in
    (1...20).map { "p\($0),2026-02-0\(day),food,milk,1,cup,,\n" }
  }
  private static let header = "participant,time,kind,name,value,unit,groups,note\n"

  @Test("Files are read in parts from the limit on, and only then")
  func limit() throws {
    let path = try Self.written(Self.header + Self.rows.joined(), "d.csv")
    #expect(Self.compare(path, atOnce: 179, together: 20) == .inParts)
    #expect(Self.compare(path, atOnce: 180, together: 20) == .held)
  }

  @Test("Dates in a local order are known at the end only, so that all is held")
  func localizedDates() throws {
    let early = "p1,13/02/2026,food,milk,1,cup,,\n"
    for rows in [early + Self.rows.joined(), Self.rows.joined() + early] {
      let path = try Self.written(Self.header + rows, "d.csv")
      #expect(Self.compare(path, atOnce: 50, together: 20) == .held)
    }
  }

  @Test("Somebody without entries, and rows without a name beside one person")
  func oddPeople() throws {
    let unread = "only,2026-02-01,symptom,hives,77,0-10,,\n"
    let path = try Self.written(Self.header + Self.rows.joined() + unread, "d.csv")
    #expect(Self.compare(path, atOnce: 5, together: 20) == .inParts)
    let one = Self.rows.filter { $0.hasPrefix("p1,") }.joined()
    let unnamed = String(repeating: ",2026-02-01,food,milk,,,,\n", count: 30)
    let mixed = try Self.written(Self.header + one + unnamed, "d.csv")
    #expect(Self.compare(mixed, atOnce: 5, together: 20) == .held)
  }

  @Test("A name that only a row has which cannot be read is told")
  func stranger() throws {
    let unread = "<symptom time=\"2026-99-01\" name=\"hives\" value=\"3\" scale=\"0-10\"/>"
    let food = "<food time=\"2026-02-01\">milk</food>\n"
    let text =
      "<?xml version=\"1.0\"?>\n<diaries xmlns=\"urn:reintro:diary:1\">\n"
      + "<diary participant=\"p01\"><entries>\(unread)</entries></diary>\n"
      + "<diary participant=\"p1\"><entries>\(String(repeating: food, count: 30))</entries></diary>\n"
      + "</diaries>\n"
    let path = try Self.written(text, "d.xml")
    #expect(Self.compare(path, atOnce: 5, together: 20) == .inParts)
    let split = try SplitImport(
      InputFiles([path]), options: ImportOptions(), mostAtOnce: 5, mostTogether: 20)
    #expect(split.findings.contains { $0.id == "participant-not-read" })
  }

  @Test("A file of a single person is held, however large; of two it is not, wherever they stand")
  func single() throws {
    let rows = (1...30).map { "p1,2026-02-0\($0 % 9 + 1),food,milk,1,cup,,\n" }.joined()
    let other = "p2,2026-02-01,food,milk,1,cup,,\n"
    let alone = try Self.written(Self.header + rows, "d.csv")
    #expect(Self.compare(alone, atOnce: 5, together: 20) == .held)
    for mixed in [rows + other, other + rows] {
      let path = try Self.written(Self.header + mixed, "d.csv")
      #expect(Self.compare(path, atOnce: 5, together: 20) == .inParts)
    }
  }

  @Test("Several files, archives and what is not there have no state to read them in parts by")
  func versions() throws {
    let one = try Self.written(Self.header + Self.rows.joined(), "d.csv")
    let other = try Self.written(Self.header, "e.csv")
    let archive = try Self.written("PK\u{3}\u{4}", "d.zip")
    #expect(SplitFile.version(of: InputFiles([one])) == (try FileReader(path: one).version()))
    for paths in [[one, other], [archive], [one, one + ".none"], [one + ".none"], []] {
      #expect(SplitFile.version(of: InputFiles(paths)) == nil)
    }
  }

  @Test("No more entries are together than allowed, however participants are mixed")
  func held() throws {
    var counts: [String?: Int] = [:]
    for number in 0..<20 { counts["p\(number)"] = 10 }
    var context = ReadContext(file: "f", input: 0, options: ImportOptions(), zone: nil)
    context.keeping = .parts(counts, most: 45)
    var parts = EntryParts(context)
    var whole: [String?] = []
    let entry = Entry(kind: .note, time: nil, name: "", origin: Origin(input: 0, line: 1))
    var most = 0
    for _ in 0..<10 {
      for number in 0..<20 { parts.append(entry, to: parts.place(of: "p\(number)")) }
      most = max(most, (0..<20).reduce(0) { $0 + parts.count(at: $1) })
      whole += parts.takeWhole().map(\.participant)
    }
    #expect(whole == ["p0", "p1", "p2", "p3"])
    #expect(most <= 40)
  }

  @Test("A file that changes or goes between the readings is told")
  func change() throws {
    let text = Self.header + Self.rows.joined()
    for change in ["more", "less", "gone"] {
      let path = try Self.written(text, "d.csv")
      let split = try SplitImport(
        InputFiles([path]), options: ImportOptions(), mostAtOnce: 5, mostTogether: 20)
      #expect(split.isInParts)
      switch change {
      case "more": try FileSystem.append(Array(Self.rows[0].utf8), to: path)
      case "less": try FileSystem.write(Array(text.utf8.dropLast(100)), to: path)
      default: FileSystem.remove(path)
      }
      let error = #expect(throws: ImportError.self) { try split.forEach { _ in true } }
      #expect(
        error?.findings.map(\.id) == [change == "gone" ? "file-not-found" : "file-changed"])
    }
  }
}
