// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

/// Reads a text as a file named `diary.csv`.
private func read(
  _ text: String, _ options: ImportOptions = ImportOptions()
) throws -> ImportResult {
  try Importer.read(bytes: Array(text.utf8), name: "diary.csv", options: options)
}

/// The error that reading a text throws.
private func failure(_ bytes: [UInt8], _ options: ImportOptions = ImportOptions()) -> ImportError? {
  do throws(ImportError) {
    _ = try Importer.read(bytes: bytes, name: "diary.csv", options: options)
    return nil
  } catch {
    return error
  }
}

private let header = "participant,time,kind,name,value,unit,groups,note\n"
/// Forty sound rows, so that one bad row among them is below 5 %.
private let sound = String(repeating: "p,2026-01-01T08:00,food,rice,1,portion,,\n", count: 40)

@Suite("Canonical CSV: what is told of a file as a whole")
struct CanonicalCSVOddityTests {
  @Test("A point before three digits is told where commas part decimals, in every row")
  func pointsOfThousands() throws {
    let text = """
      time;kind;name;value;unit
      2026-02-13T08:10;food;Milk;1.200;ml
      2026-02-14T08:10;food;Milk;1.200;ml
      2026-02-15T08:10;food;Milk;0.125;l
      2026-02-16T08:10;food;Milk;1.25;l
      2026-02-17T08:10;food;Milk;1,5;l

      """
    let result = try read(text)
    let told = try #require(result.findings.first { $0.id == "number-with-point" })
    #expect(told.severity == .warning && told.line == 2)
    #expect(told.summary.contains("(2 rows"))
    #expect(told.remedy.contains("1200") && told.remedy.contains("1,200"))
    #expect(
      result.diaries.first?.entries.compactMap(\.value?.number) == [1.2, 1.2, 0.125, 1.25, 1.5])
    let commas = try read(text.replacing("1,5", with: "1.5").replacing(";", with: ","))
    #expect(commas.findings.isEmpty)
  }

  @Test("A last row that alone is short and has no line end is told; a hand-made file's is not")
  func cutOff() throws {
    let cut = try read(header + sound + "p,2026-01-29T08:00,food,milk,20")
    #expect(cut.findings.contains { $0.id == "csv-cut-off" && $0.line == 42 })
    let ended = try read(header + sound + "p,2026-01-29T08:00,food,milk,20\n")
    #expect(!ended.findings.contains { $0.id == "csv-cut-off" })
    let short = "p,2026-01-01T08:00,food,rice\n"
    let byHand = try read(header + short + short + "p,2026-01-29T08:00,food,milk")
    #expect(!byHand.findings.contains { $0.id == "csv-cut-off" })
  }

  @Test("Zero bytes at the end are told")
  func zeros() throws {
    let result = try read(header + sound + String(repeating: "\0", count: 5000))
    #expect(result.findings.map(\.id) == ["csv-control-character"])
    #expect(result.diaries.first?.entries.count == 40)
  }

  @Test("Names with a meaning have it in any case")
  func capitals() throws {
    let result = try read(
      header + """
        p,2026-01-01,phase,Elimination,,,,
        p,2026-01-01,context,Sleep,7,h,,
        p,,profile,Age,44,,,
        p,2026-01-01,context,Gym,1,,,

        """)
    let names = result.diaries.first?.entries.map(\.name) ?? []
    #expect(Set(names) == ["elimination", "sleep", "age", "Gym"])
    #expect(result.findings.map(\.id) == ["context-unused"])
  }
}

@Suite("Canonical CSV: rows that cannot be read")
struct CanonicalCSVFaultTests {
  /// A faulty row, the finding it must give, and words that the finding must hold.
  static let faults: [(String, String, [String])] = [
    ("p,2026-02-30,food,milk,,,,", "date-not-existing", ["2026-02-30", "YYYY-MM-DD"]),
    ("p,2026-13-01T08:00,food,milk,,,,", "date-not-existing", ["2026-13-01"]),
    ("p,30.02.2026,food,milk,,,,", "date-not-existing", ["30.02.2026"]),
    ("p,2026-02-01T25:00,food,milk,,,,", "time-not-existing", ["2026-02-01T25:00", "23:59"]),
    ("p,yesterday,food,milk,,,,", "time-not-readable", ["yesterday", "2026-02-09"]),
    ("p,2026-02-03/2026-02-01,phase,washout,,,,", "interval-backwards", ["START/END"]),
    (
      "p,2026-02-01T10:00+02:00/2026-02-01T08:30+00:00,symptom,ache,1,0-10,,", "no fault", []
    ),
    (
      "p,2026-02-01T10:00Z/2026-02-01T11:30+02:00,symptom,ache,1,0-10,,", "interval-backwards", []
    ),
    ("p,,food,milk,,,,", "time-missing", ["food"]),
    ("p,2026-02-01,foods,milk,,,,", "kind-unknown", ["foods", "“food”"]),
    ("p,2026-02-01,,milk,,,,", "kind-missing", ["symptom"]),
    ("p,2026-02-01,food,,1,g,,", "name-missing", ["food"]),
    ("p,2026-02-01,symptom,,1,0-10,,", "name-missing", ["symptom"]),
    ("p,2026-02-01,symptom,ache,11,0-10,,", "severity-outside-scale", ["11", "0-10"]),
    (
      "p,2026-02-01,symptom,ache,8/10,,,", "severity-not-readable",
      ["Write 8 ", "0-10 as the unit"]
    ),
    (
      "p,2026-02-01,symptom,ache,4/5,0-10,,", "severity-outside-scale",
      ["Write 4 ", "0-5 as the unit"]
    ),
    (
      "p,2026-02-01,symptom,ache,50%,,,", "severity-not-readable",
      ["Write 50 ", "0-100 as the unit"]
    ),
    ("p,2026-02-01,context,stress,7/10,0-10,,", "value-outside-scale", ["Write 7 ", "0-10"]),
    ("p,2026-02-01,symptom,ache,\"1,5\",0-10,,", "number-with-comma", ["Write 1.5:"]),
    ("p,2026-02-01,food,rice,\"1,500\",g,,", "number-with-comma", ["Write 1.500 ", "1500 if"]),
    ("p,2026-02-01,food,rice,\"0,500\",g,,", "number-with-comma", ["Write 0.500:"]),
    ("p,2026-02-01,symptom,ache,-1,0-10,,", "severity-outside-scale", ["-1"]),
    ("p,2026-02-01,symptom,ache,bad,mild-severe,,", "severity-outside-scale", ["bad"]),
    ("p,2026-02-01,symptom,ache,mild,0-10,,", "severity-outside-scale", ["mild"]),
    ("p,2026-02-01,symptom,ache,3,points,,", "severity-scale-unknown", ["points", "0-10"]),
    ("p,2026-02-01,symptom,ache,3,0–10,,", "severity-scale-unknown", ["0–10", "as 0-10."]),
    ("p,2026-02-01,symptom,ache,bad,,,", "severity-not-readable", ["bad"]),
    ("p,2026-02-01,food,milk,1e999,g,,", "number-not-finite", ["1e999"]),
    ("p,2026-02-01,symptom,ache,NaN,0-10,,", "number-not-finite", ["NaN"]),
    ("p,2026-02-01,food,milk,\"1,5\",l,,", "number-with-comma", ["1,5"]),
    ("p,2026-02-01,food,milk,-1,g,,", "amount-negative", ["-1"]),
    ("p,2026-02-01,phase,washuot,,,,", "phase-unknown", ["“washout”"]),
    ("p,2026-02-01,context,stress,12,0-10,,", "value-outside-scale", ["12"]),
    ("p,2026-02-01,context,sleep,25,h,,", "sleep-not-possible", ["25"]),
    ("p,,profile,age,old,,,", "age-not-readable", ["old"]),
    ("p,2026-02-01,note,,,,,", "note-empty", ["note"]),
    ("p,2026-02-01,food,rice, beans and peas,1,portion,,", "csv-long-row", ["9", "quotes"]),
  ]

  @Test(
    "A context of which only a number counts",
    arguments: [
      ("stress,8/10,", "Write 8 "), ("sleep,7:30,h", "7.5"), ("caffeine,much,", "Give a number"),
      ("mood,good,", nil), ("stress,3,", nil), ("illness,yes,", nil),
    ])
  func words(_ cells: String, _ remedy: String?) throws {
    let result = try read(header + sound + "p,2026-02-01,context,\(cells),,\n")
    let found = result.findings.filter { $0.id == "context-not-a-number" }
    #expect(found.map(\.severity) == (remedy == nil ? [] : [.warning]))
    #expect(found.allSatisfy { $0.remedy.contains(remedy ?? "-") })
    #expect(result.diaries.first?.entries.count == 41)
  }

  @Test("A first line for spreadsheet programs is named")
  func separator() throws {
    let error = #expect(throws: ImportError.self) { try read("sep=,\n" + header + sound) }
    #expect(error?.findings.first?.remedy.contains("Take this line out") == true)
  }

  @Test(arguments: faults)
  func eachGetsAFindingWithItsLine(_ row: String, _ id: String, _ words: [String]) throws {
    let result = try read(header + sound + row + "\n")
    let errors = result.findings.filter { $0.severity == .error }
    guard id != "no fault" else {
      #expect(errors.isEmpty)
      return
    }
    #expect(errors.map(\.id) == [id])
    #expect(errors.map(\.line) == [42])
    #expect(errors.map(\.file) == ["diary.csv"])
    let text = errors.map(\.description).joined()
    for word in words { #expect(text.contains(word)) }
    #expect(errors.allSatisfy { !$0.remedy.isEmpty })
    #expect(result.diaries.first?.entries.count == 40)
    #expect(result.diaries.first?.inputs.map(\.rowsUnread) == [1])
    #expect(result.diaries.first?.inputs.map(\.rows) == [41])
  }

  @Test(
    arguments: [
      ("food,milk,1,g,dairi lactose", ["lactose"], "dairi", "“dairy”"),
      ("food,milk,1,g,dairi", nil, "dairi", "“dairy”"),
      ("food,milk,1,g,none dairy", ["dairy"], "none", "stands alone"),
      ("phase,challenge,,,egg lactos", ["egg"], "lactos", "“lactose”"),
      ("food,stew,1,g,additive_x egg", ["egg"], "additive_x", "--foods"),
    ] as [(String, [String]?, String, String)])
  func aGroupThatIsNotKnownIsLeftOutWithAnErrorAndTheRowIsKept(
    _ row: String, _ groups: [String]?, _ id: String, _ advice: String
  ) throws {
    let result = try read(header + sound + "p,2026-02-01," + row + ",\n")
    let finding = try #require(result.findings.first { $0.id == "group-unknown" })
    #expect(finding.severity == .error)
    #expect(finding.line == 42)
    #expect(finding.summary.contains("“\(id)”"))
    #expect(finding.description.contains(advice))
    let entries = try #require(result.diaries.first?.entries)
    #expect(entries.count == 41)
    let entry = try #require(entries.first { $0.origin.line == 42 })
    #expect(entry.groups?.map(\.rawValue) == groups)
    #expect(result.diaries.first?.inputs.map(\.rowsUnread) == [0])
  }

  @Test func groupsThatTheUserNamedAreKnown() throws {
    var options = ImportOptions()
    options.ownGroups = [GroupID(rawValue: "additive_x")]
    let text = header + "p,2026-02-01,food,stew,1,g,additive_x egg,\n"
    let result = try Importer.read(bytes: Array(text.utf8), name: "diary.csv", options: options)
    #expect(result.findings.isEmpty)
    let groups = result.diaries.first?.entries.first?.groups?.map(\.rawValue)
    #expect(groups == ["additive_x", "egg"])
  }

  @Test func bytesThatAreNotUTF8GetAFindingWithTheirLine() throws {
    let bytes =
      Array((header + sound + "p,2026-02-01,food,crème,,,,\np,2026-02-01,food,m").utf8) + [0xFF]
      + Array("lk,,,,\n".utf8)
    let result = try Importer.read(bytes: bytes, name: "diary.csv")
    #expect(result.findings.map(\.id) == ["text-not-utf8"])
    #expect(result.findings.map(\.line) == [43])
    #expect(result.diaries.first?.entries.count == 41)
  }

  @Test func doubtsAreWarningsAndTheRowsAreKept() throws {
    let rows = """
      p,2026-02-01,symptom,ache,3,,,
      p,2026-02-01,symptom,ache,4,,,
      p,2026-02-01,food,milk,a handful,,,
      p,2026-02-01,context,moon,1,,,
      p,2026-02-01,challenge
      p,2026-02-02,phase,challenge
      """
    let result = try read(header + sound + rows + "\n")
    #expect(
      result.findings.map(\.id) == [
        "severity-scale-missing", "amount-not-a-number", "context-unused", "csv-short-row",
        "kind-unknown", "challenge-without-groups",
      ])
    #expect(result.findings.first?.summary.contains("2 rows") == true)
    #expect(result.diaries.first?.entries.count == 45)
  }

  @Test func moreThanFivePercentIsAnError() throws {
    let bad = "p,2026-02-30,food,milk,,,,\n"
    let good = "p,2026-01-01,food,rice,,,,\n"
    let below = try read(header + String(repeating: good, count: 19) + bad)
    #expect(below.diaries.first?.entries.count == 19)
    let above = failure(Array((header + String(repeating: good, count: 18) + bad).utf8))
    #expect(above?.kind == .unusable)
    #expect(above?.findings.map(\.id) == ["date-not-existing", "too-many-unreadable-rows"])
    #expect(above?.findings.first?.line == 20)
  }
}

@Suite("Canonical CSV: files that cannot be read")
struct CanonicalCSVFileTests {
  static let files: [(String, String, Int?)] = [
    ("", "file-empty", nil),
    ("\u{FEFF}\n  \n", "file-empty", nil),
    ("\n\n", "file-empty", nil),
    (header, "no-entries", nil),
    ("p,2026-01-01,food,rice,1,portion,,\n" + sound, "csv-no-header", 1),
    ("time,kind\n2026-01-01,note\n", "csv-missing-column", 1),
    (header + sound + "p,2026-01-01,food,\"rice,1\n" + sound, "csv-unterminated-quote", 42),
    ("Lorem ipsum dolor\nsit amet\n", "format-unknown", nil),
    ("date,meal,carbs\n2026-01-01,Lunch,12\n", "format-unknown", nil),
    ("PK\u{3}\u{4}rest of an archive", "zip-damaged", nil),
  ]

  @Test(arguments: files)
  func eachSaysWhyAndWhere(_ text: String, _ id: String, _ line: Int?) throws {
    let error = try #require(failure(Array(text.utf8)))
    #expect(error.kind == .unusable)
    let last = try #require(error.findings.last)
    #expect(last.id == id)
    #expect(last.line == line)
    #expect(last.severity == .error)
    #expect(!last.remedy.isEmpty)
    #expect(last.file == "diary.csv")
  }

  @Test func anUnknownFormatShowsItsFirstLineMadeHarmless() throws {
    let text = "\u{1B}[31mwho knows\u{7}" + String(repeating: "x", count: 500) + "\nrest\n"
    let error = try #require(failure(Array(text.utf8)))
    let finding = try #require(error.findings.first)
    #expect(finding.summary.contains("who knows"))
    #expect(finding.summary.count < 200)
    #expect(!finding.summary.unicodeScalars.contains { $0.value < 0x20 })
    #expect(finding.remedy.contains("canonical CSV"))
  }

  @Test func aTimeZoneThatIsNoneIsAnError() throws {
    let error = failure(
      Array((header + sound).utf8), ImportOptions(timeZone: "Europe/Atlantis"))
    #expect(error?.findings.map(\.id) == ["time-zone-unknown"])
  }
}

@Suite("Canonical CSV: what is read")
struct CanonicalCSVReadingTests {
  @Test func columnsMayComeInAnyOrderAndCase() throws {
    let result = try read(
      "Note,KIND,name,Time,mood\nhello,food,milk,2026-01-01,3\n,symptom,ache,2026-01-02,3\n")
    let entries = try #require(result.diaries.first).entries
    #expect(entries.map(\.name) == ["milk", "ache"])
    #expect(entries.map(\.note) == ["hello", nil])
    #expect(result.findings.map(\.id) == ["csv-unknown-column"])
    #expect(result.diaries.map(\.participant) == [nil])
  }

  @Test func repeatedAndBlankHeadersAreFindings() throws {
    let result = try read("time,kind,name,name,,note\n2026-01-01,food,milk,rice,x,n\n")
    #expect(result.findings.map(\.id) == ["csv-duplicate-header", "csv-blank-header"])
    #expect(result.diaries.first?.entries.map(\.name) == ["milk"])
  }

  @Test func semicolonsTabsMarksAndLineEnds() throws {
    for (text, amount) in [
      ("\u{FEFF}time;kind;name;value\r\n2026-01-01;food;milk;1,5\r\n", 1.5),
      ("time\tkind\tname\tvalue\r2026-01-01\tfood\tmilk\t2.5", 2.5),
      ("time,kind,name,value\n\r\n2026-01-01,food,\" milk\",3\r\n", 3),
    ] {
      let entry = try #require(try read(text).diaries.first?.entries.first)
      #expect(entry.value == .number(amount))
      #expect(entry.name.hasSuffix("milk"))
    }
  }

  @Test func otherEncodingsAreReadAndSaid() throws {
    let text = "time,kind,name\n2026-01-01,food,crème brûlée\n"
    let units = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    let narrow = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    for (bytes, severity) in [(wide, Finding.Severity.note), (narrow, .warning)] {
      let result = try Importer.read(bytes: bytes, name: "diary.csv")
      #expect(result.diaries.first?.entries.map(\.name) == ["crème brûlée"])
      #expect(result.findings.map(\.id) == ["text-encoding"])
      #expect(result.findings.map(\.severity) == [severity])
    }
  }

  @Test func controlCharactersBecomeBlanks() throws {
    let result = try read("time,kind,name\n2026-01-01,food,mi\u{0}lk\u{B}\n")
    #expect(result.diaries.first?.entries.map(\.name) == ["mi lk"])
    #expect(result.findings.map(\.id) == ["csv-control-character"])
    #expect(result.findings.map(\.line) == [2])
  }

  @Test func aDelimiterAtTheEndOfEachLineIsNoFault() throws {
    let result = try read("time,kind,name\n2026-01-01,food,milk,\n2026-01-02,food,rice,\n")
    #expect(result.diaries.first?.entries.map(\.name) == ["milk", "rice"])
    #expect(result.findings.isEmpty)
  }

  @Test func participantsAreKeptApart() throws {
    let result = try read(
      "participant,time,kind,name\nb,2026-01-01,food,x\na,2026-01-01,food,y\nb,2026-01-02,food,z\n")
    #expect(result.diaries.map(\.participant) == ["a", "b"])
    #expect(result.diaries.map(\.entries.count) == [1, 2])
    #expect(result.findings.isEmpty)
  }

  @Test func groupsAreReadAsGiven() throws {
    let result = try read(
      "time,kind,name,groups\n2026-01-01,food,a,lactose  dairy\n2026-01-02,food,b,none\n"
        + "2026-01-03,food,c,\n")
    let groups = result.diaries.first?.entries.map { $0.groups?.map(\.rawValue) }
    #expect(groups == [["lactose", "dairy"], [], nil])
  }

  @Test func instantsAreBroughtToTheZoneOfTheUser() throws {
    let result = try read(
      "time,kind,name\n2025-07-15T07:00+01:00,food,a\n2025-07-15T07:00,food,b\n",
      ImportOptions(timeZone: "Europe/Berlin"))
    let times = result.diaries.first?.entries.map { $0.time?.description }
    #expect(times == ["2025-07-15T07:00", "2025-07-15T08:00+02:00"])
  }

  @Test func longInputsInPiecesKeepTheirLines() throws {
    var text = header
    for number in 0..<20_000 {
      text += "p,2026-01-01T08:00,food,\"dish \(number)\nwith two lines\",1,portion,,\n"
    }
    let entries = try #require(try read(text).diaries.first).entries
    #expect(entries.count == 20_000)
    let last = try #require(entries.first { $0.name.hasPrefix("dish 19999\n") })
    #expect(last.origin.line == 2 + 19_999 * 2)
  }
}
