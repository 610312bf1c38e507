// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Files of two people in one folder")
struct OnePersonTests {
  private static let header = "participant,time,kind,name,value,unit\n"

  private func findings(_ first: String, _ second: String) throws -> [Finding] {
    try Importer.read([
      (Array((Self.header + first).utf8), "a.csv"), (Array((Self.header + second).utf8), "b.csv"),
    ]).findings.filter { $0.id.hasPrefix("files-") }
  }

  @Test(
    "Another sex, name or age is told",
    arguments: [
      ("sex,f", "sex,male"), ("sex,weiblich", "sex,m"), ("name,Ada", "name,Grace"),
      ("age,34", "age,61"), ("age,34", "date of birth,1950-01-01"),
    ])
  func differences(_ own: String, _ other: String) throws {
    let found = try findings(
      ",,profile,\(own),\n,2026-01-01,food,rice,,\n",
      ",,profile,\(other),\n,2026-01-05,food,oats,,\n")
    #expect(found.map(\.id) == ["files-of-two-people"])
    #expect(found.map(\.severity) == [.warning] && found.map(\.file) == ["b.csv"])
    #expect(found.first?.summary.contains("“a.csv”") == true)
  }

  @Test(
    "What one person's files may well say is not",
    arguments: [
      ("sex,f", "sex,female"), ("name,Ada", "name,ADA"), ("first name,Ada", "full name,Ada King"),
      ("age,34", "age,35"), ("age,34", "sex,m"),
      ("age,34", "date of birth,1991-06-01"), ("sex,diverse", "sex,f"),
      ("condition,a", "condition,b"),
    ])
  func alike(_ own: String, _ other: String) throws {
    let found = try findings(
      ",,profile,\(own),\n,2026-01-01,food,rice,,\n",
      ",,profile,\(other),\n,2026-01-05,food,oats,,\n")
    #expect(!found.contains { $0.id == "files-of-two-people" })
  }

  @Test("Each file of the other person is told of, also where two say the same")
  func eachFile() throws {
    let files = ["f", "m", "male", "female"].enumerated().map { place, sex in
      let text = Self.header + ",,profile,sex,\(sex)\n,2026-01-0\(place + 1),food,rice,,\n"
      return (Array(text.utf8), "\(place).csv")
    }
    let found = try Importer.read(files).findings.filter { $0.id == "files-of-two-people" }
    #expect(found.map(\.file) == ["1.csv", "2.csv"])
    #expect(found.allSatisfy { $0.summary.contains("“0.csv”") })
  }

  @Test("An age grows with the years between the files")
  func years() throws {
    let rows = { (age: Int, year: Int) in
      "p,,profile,age,\(age),\np,\(year)-01-01,food,rice,,\n"
    }
    #expect(try findings(rows(30, 2020), rows(36, 2026)).isEmpty)
    #expect(try findings(rows(30, 2026), rows(36, 2026)).map(\.id) == ["files-of-two-people"])
  }

  @Test("Dates of birth of two Apple Health exports are compared")
  func births() throws {
    func export(_ birth: String, _ food: String) -> [UInt8] {
      Array(
        """
        <HealthData locale="en_US"><ExportDate value="2026-02-01 10:00:00 +0100"/>
        <Me HKCharacteristicTypeIdentifierDateOfBirth="\(birth)"/>
        <Correlation type="HKCorrelationTypeIdentifierFood" sourceName="a" \
        startDate="2026-01-05 08:10:00 +0100" endDate="2026-01-05 08:10:00 +0100">
        <MetadataEntry key="HKFoodType" value="\(food)"/></Correlation></HealthData>
        """.utf8)
    }
    func found(_ first: String, _ second: String) throws -> [String] {
      try Importer.read([(export(first, "rice"), "a.xml"), (export(second, "oats"), "b.xml")])
        .findings.map(\.id).filter { $0.hasPrefix("files-") }
    }
    // The ages are the same.
    #expect(try found("1990-03-01", "1990-04-01") == ["files-of-two-people"])
    #expect(try found("1990-03-01", "1990-03-01") == [])
  }

  @Test("More than a year between files is told where the files do not say whose they are")
  func gaps() throws {
    let old = ",2023-01-05,food,rice,,\n"
    let found = try findings(",2025-03-01,food,oats,,\n", old)
    #expect(found.map(\.id) == ["files-years-apart"])
    #expect(found.first?.file == "a.csv")
    #expect(found.first?.summary.contains("2025-03-01") == true)
    #expect(found.first?.summary.contains("2023-01-05 in “b.csv”") == true)
    #expect(try findings(",2023-12-01,food,oats,,\n", old).isEmpty)
    #expect(try findings("p,2025-03-01,food,oats,,\n", "p,2023-01-05,food,rice,,\n").isEmpty)
    #expect(try findings("p,2025-03-01,food,oats,,\n", old).count == 1)
    #expect(try findings(",,profile,sex,f,\n", old).isEmpty)
  }
}
