// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("What an Apple Health export says about the person")
struct AppleHealthProfileTests {
  private static let symptom = AppleHealthTests.record(
    "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
    from: "2026-01-05 09:30:00 +0100")

  private static func person(_ birth: String) -> String {
    "<Me HKCharacteristicTypeIdentifierDateOfBirth=\"\(birth)\""
      + " HKCharacteristicTypeIdentifierBiologicalSex=\"HKBiologicalSexFemale\"/>\n"
  }

  /// The items of an export of 2026-01-07 with one symptom and the elements given.
  private func items(_ elements: String) throws -> [String] {
    try Importer.read(
      bytes: AppleHealthTests.export(elements + Self.symptom), name: "export.xml"
    ).diaries.flatMap(\.entries).filter { $0.kind == .profile }.map {
      #expect($0.time == nil)
      return [$0.name, $0.value?.canonicalText, $0.unit, $0.note].compactMap(\.self)
        .joined(separator: "|")
    }
  }

  @Test(
    arguments: [
      ("2008-01-07", "age|18"), ("2008-01-08", "age|17"), ("2007-12-31", "age|18"),
      ("1958-02-28", "age|67"),
    ])
  func theAgeIsThatOnTheDayOfTheExport(birth: String, item: String) throws {
    #expect(try items(Self.person(birth)) == [item])
  }

  @Test func withoutADayOfExportTheBirthIsKept() throws {
    let text = "<HealthData>\(Self.person("2010-05-01"))\(Self.symptom)</HealthData>"
    let read = try Importer.read(bytes: Array(text.utf8), name: "export.xml")
    let item = read.diaries.first?.entries.first { $0.kind == .profile }
    #expect(item?.name == "date of birth")
    #expect(item?.value == .text("2010-05-01"))
  }

  @Test func aBirthThatIsNotSaidIsNoItem() throws {
    #expect(try items(Self.person("")).isEmpty)
    #expect(try items("<Me/>\n").isEmpty)
  }

  @Test(arguments: ["2010-13-01", "soon", "1840-01-01", "2031-01-01"])
  func aBirthThatCannotBeReachesTheGates(birth: String) throws {
    let read = try Importer.read(
      bytes: AppleHealthTests.export(Self.person(birth) + Self.symptom), name: "export.xml")
    #expect(read.findings.map(\.id).contains("age-not-readable"))
    let rows = read.diaries.flatMap(\.unreadable)
    #expect(rows.map(\.kind) == [.profile])
    #expect(rows.map(\.value) == [birth])
  }

  @Test(
    arguments: [
      ("Pregnancy", "HKCategoryValueNotApplicable", "pregnancy|yes"),
      (
        "PregnancyTestResult", "HKCategoryValuePregnancyTestResultPositive",
        "pregnancy|positive test"
      ),
      ("Lactation", "HKCategoryValueNotApplicable", "condition|breast-feeding"),
    ])
  func statesAreItems(type: String, value: String, item: String) throws {
    let type = "CategoryTypeIdentifier" + type
    let record = { (start: String, end: String) in
      AppleHealthTests.record(
        type, value, from: start + " 00:00:00 +0100", to: end + " 00:00:00 +0100")
    }
    #expect(try items(record("2025-09-01", "2026-06-08")) == [item + "|since 2025-09-01"])
    #expect(try items(record("2025-09-01", "4001-01-01")) == [item + "|since 2025-09-01"])
    let ended = record("2024-05-01", "2025-02-03")
    #expect(try items(ended) == [item + "|2024-05-01 to 2025-02-03"])
    // The last one counts, wherever it stands.
    let earlier = record("2021-01-01", "2021-10-01")
    #expect(try items(ended + earlier) == [item + "|2024-05-01 to 2025-02-03"])
    #expect(try items(earlier).isEmpty)
  }

  @Test func whatIsLongOverIsTold() throws {
    let old = AppleHealthTests.record(
      "CategoryTypeIdentifierPregnancy", "HKCategoryValueNotApplicable",
      from: "2019-01-01 00:00:00 +0100", to: "2019-10-01 00:00:00 +0100")
    let read = try Importer.read(
      bytes: AppleHealthTests.export(old + Self.symptom), name: "export.xml")
    #expect(read.findings.map(\.id).contains("apple-health-fact-past"))
    #expect(read.diaries.flatMap(\.unreadable).isEmpty)
  }

  @Test func negativeTestsAreNoItems() throws {
    let test = { (word: String) in
      AppleHealthTests.record(
        "CategoryTypeIdentifierPregnancyTestResult", "HKCategoryValuePregnancyTestResult" + word,
        from: "2025-12-01 08:00:00 +0100")
    }
    #expect(try items(test("Negative") + test("Indeterminate")).isEmpty)
    let odd = String(repeating: Self.symptom, count: 1) + test("Odd")
    #expect(throws: ImportError.self) { try items(odd) }
  }

  @Test func insulinIsAnItemHoweverOften() throws {
    let dose = { (day: String, units: String) in
      AppleHealthTests.record(
        "QuantityTypeIdentifierInsulinDelivery", units, from: day + " 08:00:00 +0100", unit: "IU")
    }
    let doses = dose("2017-03-01", "4") + dose("2025-12-30", "6") + dose("2024-01-01", "2")
    #expect(try items(doses) == ["condition|insulin|2025-12-30"])
    #expect(try items(dose("2017-03-01", "4")) == ["condition|insulin|2017-03-01"])
    #expect(try items(dose("2025-12-30", "0")).isEmpty)
    #expect(try items(dose("2025-12-30", "some")) == ["condition|insulin|2025-12-30"])
  }

  @Test func theLastHeightIsAnItem() throws {
    let height = { (day: String, value: String, unit: String) in
      AppleHealthTests.record(
        "QuantityTypeIdentifierHeight", value, from: day + " 08:00:00 +0100", unit: unit)
    }
    #expect(
      try items(height("2024-01-01", "1.7", "m") + height("2020-01-01", "160", "cm"))
        == ["height|170|cm"])
    // 5.5 ft of 30.48 cm are 167.64 cm.
    #expect(try items(height("2024-01-01", "5.5", "ft")) == ["height|167.6|cm"])
  }

  @Test func aFactThatCannotBeReadReachesTheGates() throws {
    let rest = String(repeating: "x", count: 40).enumerated().map { place, _ in
      AppleHealthTests.record(
        "CategoryTypeIdentifierAcne", "HKCategoryValueSeverityMild",
        from: "2026-01-05 09:\(10 + place):00 +0100")
    }.joined()
    let broken = AppleHealthTests.record(
      "CategoryTypeIdentifierPregnancy", "HKCategoryValueNotApplicable", from: "lately")
    let read = try Importer.read(
      bytes: AppleHealthTests.export(rest + broken), name: "export.xml")
    let rows = read.diaries.flatMap(\.unreadable)
    #expect(rows.map(\.kind) == [.profile])
    #expect(rows.first?.name == "HKCategoryTypeIdentifierPregnancy")
  }

  @Test func aFileThatSaysNothingElseHasNoEntries() {
    #expect(throws: ImportError.self) {
      try Importer.read(
        bytes: AppleHealthTests.export(Self.person("2010-05-01")), name: "export.xml")
    }
  }
}
