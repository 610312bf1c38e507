// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Apple Health records")
struct AppleHealthTests {
  /// An export with the elements given, which begin on line 4.
  static func export(_ elements: String) -> [UInt8] {
    let start = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE HealthData [ <!ELEMENT HealthData (Record*)> ]>
      <HealthData locale="de_DE"><ExportDate value="2026-01-07 10:05:13 +0100"/>

      """
    return Array((start + elements + "\n</HealthData>\n").utf8)
  }

  static func record(
    _ type: String, _ value: String, from start: String, to end: String? = nil, unit: String = "",
    source: String = "Health", metadata: String = ""
  ) -> String {
    """
    <Record type="HK\(type)" sourceName="\(source)" unit="\(unit)" creationDate="\(start)" \
    startDate="\(start)" endDate="\(end ?? start)" value="\(value)">\(metadata)</Record>

    """
  }

  static func food(_ name: String) -> String {
    "<MetadataEntry key=\"HKFoodType\" value=\"\(name)\"/>"
  }

  private func read(_ elements: String, zone: String? = "Europe/Berlin") throws -> ImportResult {
    try Importer.read(
      bytes: Self.export(elements), name: "export.xml", options: ImportOptions(timeZone: zone))
  }

  private func entries(_ elements: String, zone: String? = "Europe/Berlin") throws -> [Entry] {
    try read(elements, zone: zone).diaries.flatMap(\.entries)
  }

  @Test(
    arguments: [
      ("SeverityUnspecified", nil, nil), ("SeverityNotPresent", .text("none"), "mild-severe"),
      ("SeverityMild", .text("mild"), "mild-severe"),
      ("SeverityModerate", .text("moderate"), "mild-severe"),
      ("SeveritySevere", .text("severe"), "mild-severe"),
    ] as [(String, EntryValue?, String?)])
  func severitiesAreWords(constant: String, value: EntryValue?, scale: String?) throws {
    let read = try entries(
      Self.record(
        "CategoryTypeIdentifierAbdominalCramps", "HKCategoryValue" + constant,
        from: "2026-01-05 09:30:00 +0100"))
    #expect(read.map(\.name) == ["abdominal cramps"])
    #expect(read.map(\.value) == [value])
    #expect(read.map(\.unit) == [scale])
    #expect(read.first?.time?.description == "2026-01-05T09:30+01:00")
    #expect(read.first?.origin.line == 4)
  }

  @Test func all39SymptomsAreRead() throws {
    #expect(AppleHealthType.symptoms.count == 39)
    let records = AppleHealthType.symptoms.map { symptom in
      let value =
        switch symptom {
        case "AppetiteChanges": "AppetiteChangesIncreased"
        case "MoodChanges", "SleepChanges": "PresencePresent"
        default: "SeverityMild"
        }
      return Self.record(
        "CategoryTypeIdentifier" + symptom, "HKCategoryValue" + value,
        from: "2026-01-05 09:30:00 +0100")
    }
    let read = try entries(records.joined())
    #expect(Set(read.map(\.name)).count == 39)
    #expect(read.contains { $0.name == "chest tightness or pain" })
    #expect(read.allSatisfy { $0.kind == .symptom })
  }

  @Test func placeholdersAreDays() throws {
    let noon = "2026-01-05 12:00:00 +0100"
    let read = try entries(
      Self.record("CategoryTypeIdentifierAcne", "HKCategoryValueSeverityMild", from: noon)
        + Self.record(
          "CategoryTypeIdentifierNausea", "HKCategoryValueSeverityMild", from: noon,
          to: "2026-01-05 13:00:00 +0100"))
    #expect(
      read.map { $0.time?.description ?? "" }
        == ["2026-01-05", "2026-01-05T12:00+01:00/2026-01-05T13:00+01:00"])
  }

  /// Midnight without duration is no clock time of whatever a person enters for a day.
  @Test func midnightsAreDays() throws {
    let midnight = "2026-01-05 00:00:00 +0100"
    let read = try entries(
      Self.record("CategoryTypeIdentifierAcne", "HKCategoryValueSeverityMild", from: midnight)
        + Self.record("QuantityTypeIdentifierDietaryCaffeine", "80", from: midnight, unit: "mg")
        + Self.record(
          "QuantityTypeIdentifierNumberOfAlcoholicBeverages", "2", from: midnight, unit: "count")
        + Self.record(
          "QuantityTypeIdentifierDietaryCaffeine", "40", from: midnight,
          to: "2026-01-05 00:10:00 +0100", unit: "mg"))
    #expect(
      read.map { "\($0.name) \($0.time?.description ?? "")" } == [
        "alcohol 2026-01-05", "caffeine 2026-01-05", "acne 2026-01-05",
        "caffeine 2026-01-05T00:00+01:00/2026-01-05T00:10+01:00",
      ])
  }

  @Test func nightsOfWhichOnlyTheTimeInBedIsKnownAreTold() throws {
    func night(_ stage: String, _ day: Int) -> String {
      Self.record(
        "CategoryTypeIdentifierSleepAnalysis", "HKCategoryValueSleepAnalysis" + stage,
        from: "2026-01-0\(day) 23:00:00 +0100", to: "2026-01-0\(day + 1) 07:00:00 +0100")
    }
    let result = try read(night("InBed", 4) + night("AsleepCore", 4) + night("InBed", 5))
    #expect(Mapped.lines(result) == ["-|2026-01-05|context|sleep|8|h|-|-"])
    #expect(result.findings.map(\.id) == ["apple-health-only-in-bed"])
    #expect(result.findings.map(\.line) == [6])
  }

  // The export was made in winter, and prints 07:00 for a breakfast at 08:00 in July.
  @Test func summerInAWinterExport() throws {
    let record = Self.record(
      "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
      from: "2025-07-01 07:00:00 +0100")
    #expect(try entries(record).first?.time?.description == "2025-07-01T08:00+02:00")
    let kept = try read(record, zone: nil)
    #expect(kept.diaries.first?.entries.first?.time?.description == "2025-07-01T07:00+01:00")
    #expect(kept.findings.map(\.id) == ["apple-health-export-clock"])
    #expect(kept.findings.first?.remedy.contains("--time-zone") == true)
  }

  @Test func zoneOfTheRecordIsUsed() throws {
    let zone = "<MetadataEntry key=\"HKTimeZone\" value=\"America/New_York\"/>"
    let record = Self.record(
      "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
      from: "2025-07-01 07:00:00 +0100", metadata: zone)
    let result = try read(record, zone: nil)
    #expect(result.diaries.first?.entries.first?.time?.description == "2025-07-01T02:00-04:00")
    #expect(result.findings.isEmpty)
  }

  // 23:00–02:00 and 01:00–06:30 of two sources are 7.5 h; 18:30–19:00 is the next day's.
  @Test func sleepIsCountedOnce() throws {
    let type = "CategoryTypeIdentifierSleepAnalysis"
    func asleep(_ stage: String, _ start: String, _ end: String, _ source: String) -> String {
      Self.record(
        type, "HKCategoryValueSleepAnalysis" + stage, from: start + " +0100", to: end + " +0100",
        source: source)
    }
    let read = try entries(
      asleep("InBed", "2026-01-04 22:00:00", "2026-01-05 08:00:00", "Phone")
        + asleep("AsleepCore", "2026-01-04 23:00:00", "2026-01-05 02:00:00", "Watch")
        + asleep("Asleep", "2026-01-05 01:00:00", "2026-01-05 06:30:00", "App")
        + asleep("AsleepREM", "2026-01-05 01:10:00", "2026-01-05 01:40:00", "Watch")
        + asleep("Awake", "2026-01-05 06:30:00", "2026-01-05 06:40:00", "Watch")
        + asleep("AsleepUnspecified", "2026-01-05 18:30:00", "2026-01-05 19:00:00", "Watch"))
    #expect(read.map { $0.time?.description ?? "" } == ["2026-01-05", "2026-01-06"])
    #expect(read.map(\.value) == [.number(7.5), .number(0.5)])
    #expect(read.allSatisfy { $0.name == "sleep" && $0.unit == "h" && $0.kind == .context })
  }

  @Test func contextsHaveTheUnitsOfTheFormat() throws {
    let at = "2026-01-05 09:30:00 +0100"
    let workout = """
      <Workout workoutActivityType="HKWorkoutActivityTypeHighIntensityIntervalTraining" \
      duration="1800" durationUnit="s" sourceName="Watch" startDate="\(at)" \
      endDate="2026-01-05 10:05:00 +0100"><WorkoutEvent type="x"/></Workout>

      """
    let read = try entries(
      Self.record("QuantityTypeIdentifierDietaryCaffeine", "0.08", from: at, unit: "g")
        + Self.record(
          "QuantityTypeIdentifierNumberOfAlcoholicBeverages", "2", from: at, unit: "count")
        + Self.record("QuantityTypeIdentifierBodyMass", "150", from: at, unit: "lb")
        + Self.record(
          "CategoryTypeIdentifierMenstrualFlow", "HKCategoryValueMenstrualFlowLight", from: at)
        + Self.record(
          "CategoryTypeIdentifierMenstrualFlow", "HKCategoryValueMenstrualFlowNone",
          from: "2026-01-06 09:30:00 +0100")
        + Self.record(
          "CategoryTypeIdentifierMindfulSession", "HKCategoryValueNotApplicable", from: at,
          to: "2026-01-05 09:40:00 +0100")
        + workout)
    func value(_ name: String) -> [String] {
      read.filter { $0.name == name }.map { "\($0.value?.canonicalText ?? "") \($0.unit ?? "")" }
    }
    #expect(value("caffeine") == ["80 mg"])
    #expect(value("alcohol") == ["2 drinks"])
    #expect(value("weight") == ["68.04 kg"])
    #expect(value("menses") == ["1 ", "0 "])
    #expect(value("mindful-session") == ["10 min"])
    #expect(value("exercise") == ["30 min"])
    #expect(read.first { $0.name == "exercise" }?.note == "high intensity interval training")
  }

  @Test func whatCannotBeReadIsListed() throws {
    let at = "2026-01-05 09:30:00 +0100"
    let sound = (10..<60).map {
      Self.record(
        "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
        from: "2026-01-05 09:\($0):00 +0100")
    }
    let result = try read(
      sound.joined()
        + Self.record(
          "CategoryTypeIdentifierNausea", "HKCategoryValueSeverityMild",
          from: "2026-02-30 09:30:00 +0100")
        + Self.record("CategoryTypeIdentifierNausea", "HKCategoryValueTerrible", from: at))
    #expect(result.findings.map(\.id) == ["apple-health-date", "apple-health-category"])
    #expect(result.findings.map(\.line) == [54, 55])
    #expect(result.diaries.first?.inputs.first?.rows == 52)
    #expect(result.diaries.first?.inputs.first?.rowsUnread == 2)
  }

  @Test func clinicalDocumentIsRefusedByName() throws {
    let document = Array("<?xml version='1.0'?><ClinicalDocument xmlns='urn:hl7-org:v3'/>".utf8)
    let error = try #require(throws: ImportError.self) {
      _ = try Importer.read(bytes: document, name: "export_cda.xml")
    }
    #expect(error.findings.first?.id == "apple-health-cda")
    #expect(error.findings.first?.remedy.contains("export.xml") == true)
  }

  @Test func exportsBefore2015HaveShortDates() throws {
    let record = Self.record(
      "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild", from: "20140104084300-0800")
    let read = try entries(record, zone: "America/Los_Angeles")
    #expect(read.first?.time?.description == "2014-01-04T08:43-08:00")
  }

  @Test func controlCharactersAndBrokenTypesAreNoObstacle() throws {
    let broken = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE HealthData [
      <!ATTLIST VisionPrescription
        type CDATA #REQUIRED
      <!ELEMENT RightEye EMPTY>
      >
      ]>
      <HealthData>
      """
    let record = Self.record(
      "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
      from: "2026-01-05 09:30:00 +0100", source: "App\u{0B}One")
    let result = try Importer.read(
      bytes: Array("\(broken)\n\(record)</HealthData>".utf8), name: "export.xml",
      options: ImportOptions(timeZone: "Europe/Berlin"))
    #expect(result.findings.map(\.id) == ["xml-control-character"])
    #expect(result.findings.map(\.line) == [9])
    #expect(result.diaries.first?.entries.first?.origin.line == 9)
  }
}
