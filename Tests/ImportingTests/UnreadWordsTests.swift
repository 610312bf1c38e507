// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("No word of a row that cannot be read is lost")
struct UnreadWordsTests {
  private static let header = UnreadFiles.header

  private static func rice(_ person: String, _ count: Int = 60, extra: String = "") -> String {
    (0..<count).map { place in
      let (month, day) = (place / 28 + 1, place % 28 + 1)
      return "\(person),2026-0\(month)-\(day < 10 ? "0" : "")\(day),food,rice,,,,\(extra)\n"
    }.joined()
  }

  private static func diaries(_ files: (String, String)...) throws -> [Diary] {
    try Importer.read(files.map { (Array($0.0.utf8), $0.1) }).diaries
  }

  private static func written(_ diaries: [Diary], _ ending: String) -> String {
    String(decoding: UnreadFiles.written(diaries, ending), as: UTF8.self)
  }

  @Test(
    "The time, the kind and cells without a column stay",
    arguments: [
      "p001,2026-01-25,\"my throat swelled shut\",,,,,",
      "p001,\"2026-01-25 my throat swelled shut\",note,,,,,hello",
      "p001,2026-99-20,food,rice,1,,,ok,my throat swelled shut",
      "p001,2026-99-20,food,rice,1,,,ok,,my throat swelled shut", "my throat swelled shut,,,,,,,",
      "my throat swelled shut", "my throat swelled shut,x,y,z",
    ])
  func cells(_ row: String) throws {
    let text = Self.header + ",comments,\n" + Self.rice("p001") + row + "\n"
    let found = try #require(try Self.diaries((text, "d.csv")).first)
    #expect(found.participant == "p001")
    #expect(found.unreadable.count == 1)
    #expect(found.unreadable.first?.text.contains("my throat swelled shut") == true)
    #expect(found.unreadable.first?.isCut == false)
  }

  @Test("Words in columns that are not read are kept once, numbers are not")
  func columns() throws {
    let text =
      Self.header + ",comments\n" + Self.rice("p", extra: ",12")
      + Self.rice("p", 3, extra: ",lips swollen")
    let diary = try #require(try Self.diaries((text, "d.csv")).first)
    #expect(diary.entries.count == 63)
    #expect(diary.unreadable.map(\.note) == ["lips swollen"])
    #expect(diary.unreadable.map(\.reason) == ["csv-unknown-column"])
    let again = try #require(try Self.diaries((Self.written([diary], "csv"), "e.csv")).first)
    #expect(again.unreadable.map(\.note) == ["lips swollen"])
  }

  @Test(
    "Inner elements, unknown attributes and times of XML stay",
    arguments: [
      "<symptom time=\"2026-04-02\" name=\"pain\" value=\"3\" scale=\"0-10\">"
        + "<b>my throat swelled shut</b></symptom>",
      "<symptom time=\"2026-04-02\" name=\"pain\">my <b>throat</b> swelled <i>shut</i></symptom>",
      "<symptom time=\"2026-04-02\" name=\"pain\" comment=\"my throat swelled shut\"/>",
      "<symptom time=\"2026-04-02\" name=\"pain\"><b t=\"my throat swelled shut\"/></symptom>",
      "<symptom time=\"2026-04-02 my throat swelled shut\" name=\"pain\"/>",
      "<odd time=\"2026-04-02\" text=\"my throat swelled shut\"/>",
    ])
  func elements(_ record: String) throws {
    let foods = (0..<60).map { "<food time=\"2026-01-\($0 % 20 + 10)\" name=\"rice\"/>" }.joined()
    let text =
      "<diary xmlns=\"urn:reintro:diary:1\" participant=\"p\"><entries>\(foods)\(record)"
      + "</entries></diary>"
    let diary = try #require(try Self.diaries((text, "d.xml")).first)
    #expect(diary.unreadable.count == 1)
    #expect(diary.unreadable.first?.text.contains("my throat swelled shut") == true)
  }

  @Test("Rows without a participant do not multiply in import", arguments: ["csv", "xml"])
  func unnamed(ending: String) throws {
    let named = Self.header + "\n" + Self.rice("p001") + Self.rice("p002")
    let unnamed =
      Self.header + "\n" + Self.rice("") + ",2026-99-01,symptom,throat swelled,3,0-10,,\n"
    let first = try Self.diaries((named, "t1.csv"), (unnamed, "t2.csv"))
    #expect(first.map(\.participant) == [nil, "p001", "p002"])
    #expect(first.map(\.unreadable.count) == [1, 0, 0])
    let second = try Self.diaries((Self.written(first, ending), "t3." + ending))
    #expect(second.map(\.unreadable.count) == [1, 0, 0])
    #expect(Self.written(second, ending) == Self.written(first, ending))
  }

  @Test("A participant whose only row cannot be read has a diary", arguments: ["csv", "xml"])
  func onlyRow(ending: String) throws {
    let text =
      Self.header + "\n" + Self.rice("p001") + Self.rice("p002")
      + "p003,2026-99-01,symptom,throat swelled,3,0-10,,\n"
    let first = try Self.diaries((text, "d.csv"))
    #expect(first.map(\.participant) == ["p001", "p002", "p003"])
    #expect(first.map(\.unreadable.count) == [0, 0, 1])
    #expect(first.map(\.inputs.count) == [1, 1, 1])
    let second = try Self.diaries((Self.written(first, ending), "e." + ending))
    #expect(second.map(\.participant) == ["p001", "p002", "p003"])
    #expect(second.map(\.unreadable.count) == [0, 0, 1])
  }

  @Test("A row whose cells are shifted is everybody's, with all its words")
  func shifted() throws {
    let text =
      Self.header + "\n" + Self.rice("p001") + Self.rice("p002")
      + "my throat swelled shut,symptom,3\n"
    let found = try Self.diaries((text, "d.csv"))
    #expect(found.map(\.participant) == ["p001", "p002"])
    #expect(found.map(\.unreadable.count) == [1, 1])
    let hasWords = found.flatMap(\.unreadable).allSatisfy { $0.text.contains("my throat swelled") }
    #expect(hasWords)
  }

  @Test("A row of somebody whose entries stand in another file is theirs")
  func otherFile() throws {
    let one = Self.header + "\n" + Self.rice("p001") + "p002,2026-99-01,note,,,,,throat swelled\n"
    let two = Self.header + "\n" + Self.rice("p002")
    let found = try Self.diaries((one, "a.csv"), (two, "b.csv"))
    #expect(found.map(\.unreadable.count) == [0, 1])
  }

  private static let page =
    UnreadFiles.page + "<tr><td class=\"first\">throat swelled, 1 cup</td></tr>"
    + "</tbody></table></body></html>"

  /// An export with one record of a value that is none.
  private static func health(
    source: String = "s", start: String = "2026-02-03 08:00:00 +0000", inside: String = ""
  ) -> String {
    UnreadFiles.health(
      "<Record type=\"HKCategoryTypeIdentifierWheezing\" sourceName=\"\(source)\" "
        + "startDate=\"\(start)\" endDate=\"2026-02-03 09:00:00 +0000\" value=\"HKx\">"
        + inside + "</Record>")
  }

  private static let exports: [(String, String)] = [
    (health(inside: "<MetadataEntry key=\"Notes\" value=\"throat swelled\"/>"), "e.xml"),
    (health(start: "throat swelled"), "e.xml"),
    (health(source: "throat swelled"), "e.xml"),
    (UnreadFiles.fatSecret + "throat swelled,1\n", "f.csv"),
    (UnreadFiles.fatSecret + " Dinner,1\n   throat swelled,1\n", "f.csv"),
    (page, "p.html"),
  ]

  @Test("What apps' exports say beside their records stays", arguments: exports)
  func apps(_ text: String, _ name: String) throws {
    let diary = try #require(try Self.diaries((text, name)).first)
    #expect(diary.unreadable.count == 1)
    #expect(diary.unreadable.first?.text.contains("throat swelled") == true)
    #expect(diary.unreadable.first?.reason.isEmpty == false)
  }
}

@Suite("Texts of a printable diary that are too long")
struct LongPageTextTests {
  @Test("Each is told of once, whether another cell follows or not")
  func once() throws {
    let long = String(repeating: "word ", count: MyFitnessPalHandler.textLimit / 4)
    let end = "</tbody></table></body></html>"
    let told = { (rows: String) in
      try Importer.read(bytes: Array((UnreadFiles.page + rows + end).utf8), name: "p.html")
        .findings.filter { $0.id == "myfitnesspal-text-cut" }.map(\.times)
    }
    #expect(try told("").isEmpty)
    #expect(try told("<tr><td>\(long)</td><td>1</td></tr>") == [1])
    #expect(try told("<tr><td>\(long)<td>\(long)</td></tr>") == [2])
  }
}
