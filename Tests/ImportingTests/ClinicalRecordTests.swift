// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// Records in the shapes of FHIR DSTU 2, STU 3 and R4, made up after its published structure.
@Suite("Clinical records of an Apple Health export")
struct ClinicalRecordTests {
  private static let r4 = """
    {"resourceType": "AllergyIntolerance", "id": "1", "type": "allergy", "category": ["food"],
     "criticality": "high",
     "clinicalStatus": {"coding": [{"code": "active"}]},
     "verificationStatus": {"coding": [{"code": "confirmed"}]},
     "code": {"coding": [{"system": "x", "code": "91935009", "display": "Allergy to peanut"}],
              "text": "Peanut"},
     "patient": {"reference": "Patient/1"},
     "reaction": [{"manifestation": [{"text": "Hives"}, {"coding": [{"display": "Wheezing"}]}],
                   "severity": "severe"}]}
    """
  private static let dstu2 = """
    {"resourceType": "AllergyIntolerance", "status": "active", "category": "food",
     "substance": {"text": "Shrimp"}, "reaction": [{"manifestation": [{"text": "Rash"}]}]}
    """
  private static let stu3 = """
    {"resourceType":"AllergyIntolerance","clinicalStatus":"active","verificationStatus":"confirmed",
     "type":"intolerance","category":["food"],"code":{"coding":[{"display":"Lactose"}]}}
    """

  private func read(_ files: [(String, String)]) throws(ImportError) -> ImportResult {
    try Importer.read(
      MemoryFolder(name: "export", files: files.map { ($0.0, Array($0.1.utf8)) }))
  }

  private static let diary = ("diary.csv", "time,kind,name\n2026-01-01,food,rice\n")

  @Test(
    "An allergy becomes an item of the profile, with its reaction",
    arguments: [
      ("r4", r4, "allergy", "Peanut", "Hives, Wheezing (severe); high risk"),
      ("dstu2", dstu2, "allergy", "Shrimp", "Rash"),
      ("stu3", stu3, "condition", "intolerance: Lactose", nil),
    ])
  func allergies(_ name: String, _ text: String, _ item: String, _ value: String, _ note: String?)
    throws
  {
    let path = "apple_health_export/clinical-records/AllergyIntolerance-\(name).json"
    let result = try read([Self.diary, (path, text)])
    let diary = try #require(result.diaries.first)
    let entry = try #require(diary.entries.first { $0.kind == .profile })
    #expect(entry.name == item && entry.value == .text(value) && entry.note == note)
    #expect(entry.time == nil)
    #expect(diary.reference(to: entry) == "AllergyIntolerance-\(name).json:1")
    #expect(diary.inputs.map(\.format).sorted() == ["canonical-csv", "clinical-record"])
    #expect(result.findings.isEmpty)
  }

  @Test(
    "What is no allergy to a food that holds now is told and not kept",
    arguments: [
      (#""clinicalStatus":"resolved""#, "resolved"),
      (#""verificationStatus":"refuted""#, "refuted"),
      (#""status":"entered-in-error""#, "entered in error"),
      (#""category":["medication"]"#, "medicine"), (#""category":"medication""#, "medicine"),
    ])
  func leftOut(_ field: String, _ word: String) throws {
    let text = #"{"resourceType":"AllergyIntolerance",\#(field),"code":{"text":"Penicillin"}}"#
    let result = try read([Self.diary, ("clinical-records/AllergyIntolerance-1.json", text)])
    #expect(result.diaries.flatMap(\.entries).map(\.kind) == [.food])
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1 && finding.id == "clinical-record-not-kept")
    #expect(finding.summary.contains("“Penicillin”") && finding.summary.contains(word))
  }

  @Test(
    "Signs of anaphylaxis are severe, codes name what words leave open, and odd members harm no other",
    arguments: [
      (
        #""code":{"text":"Milk"},"clinicalStatus":"resolved","reaction":[{"manifestation":[{"text":"Anaphylaxis"}]}]"#,
        "Milk"
      ),
      (
        #""code":{"text":"Egg"},"clinicalStatus":"resolved","reaction":[{"severity":"Severe "}]"#,
        "Egg"
      ),
      (#""code":{"text":" ","coding":[{"display":""},{"display":"Fish"}]}"#, "Fish"),
      (#""code":{"text":"Soy"},"reaction":[{"severity":{"text":"x"}}]"#, "Soy"),
      (#""code":{"text":"Nuts"},"category":7,"criticality":[1]"#, "Nuts"),
    ])
  func kept(_ members: String, _ name: String) throws {
    let text = #"{"resourceType":"AllergyIntolerance",\#(members)}"#
    let result = try read([Self.diary, ("clinical-records/AllergyIntolerance-1.json", text)])
    let entry = try #require(result.diaries.flatMap(\.entries).first { $0.kind == .profile })
    #expect(entry.name == "allergy" && entry.value == .text(name))
  }

  @Test("An allergy is read wherever it lies, in a folder, an archive's folder and a named one")
  func anywhere() throws {
    let name = "AllergyIntolerance-1.json"
    let text = #"{"resourceType":"AllergyIntolerance","code":{"text":"Peanut"}}"#
    let other = #"{"resourceType":"Condition","code":{"text":"x"}}"#
    let memory = try read([Self.diary, (name, text)])
    #expect(memory.diaries.flatMap(\.entries).contains { $0.name == "allergy" })
    let top = try Fixtures.temporaryFolder() + "/clinical-records"
    defer { FileSystem.remove(FileSystem.folder(of: top)) }
    try FileSystem.makeFolder(top)
    try FileSystem.write(Array(text.utf8), to: top + "/" + name)
    try FileSystem.write(Array(other.utf8), to: top + "/Condition-1.json")
    let folder = FileSystem.folder(of: top)
    try FileSystem.write(Array(Self.diary.1.utf8), to: folder + "/d.csv")
    for paths in [[top, folder + "/d.csv"], [folder]] {
      let found = InputFiles(paths)
      #expect(found.files.map { FileSystem.name(of: $0.path) }.sorted() == [name, "d.csv"])
      let told = found.items.compactMap { item in
        if case .finding(let finding) = item { finding.id } else { nil }
      }
      #expect(told == ["clinical-records-not-read"])
    }
    try FileSystem.write(Array(text.utf8), to: folder + "/" + name)
    #expect(InputFiles([folder]).files.count == 3)
  }

  @Test("An allergy is read in each form of Unicode, and where its kind stands behind a long text")
  func encodings() throws {
    let text = #"{"resourceType":"AllergyIntolerance","code":{"text":"Pêche"}}"#
    let long = #"{"note":"\#(String(repeating: "y", count: 70_000))","code":{"text":"Pêche"},"#
    let wide = Array(text.utf16)
    let forms: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8),
      [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      Array((long + #""resourceType":"AllergyIntolerance"}"#).utf8),
    ]
    for form in forms {
      let folder = MemoryFolder(
        name: "export",
        files: [
          (Self.diary.0, Array(Self.diary.1.utf8)),
          ("clinical-records/AllergyIntolerance-1.json", form),
        ])
      let result = try Importer.read(folder)
      let entry = try #require(result.diaries.flatMap(\.entries).first { $0.kind == .profile })
      #expect(entry.value == .text("Pêche"))
      #expect(result.findings.isEmpty)
    }
  }

  @Test("Of other long objects none is taken for a clinical record")
  func longObjects() {
    let long = #"{"note":"\#(String(repeating: "y", count: 70_000))"}"#
    do throws(ImportError) {
      _ = try Importer.read(bytes: Array(long.utf8), name: "notes.json")
      Issue.record("no error")
    } catch {
      #expect(error.findings.map(\.id).contains("format-unknown"))
    }
  }

  @Test(
    "That none is known is no allergy",
    arguments: ["No Known Allergies", "No known allergy (situation)", "NKDA"])
  func none(name: String) throws {
    let text = #"{"resourceType":"AllergyIntolerance","code":{"text":"\#(name)"}}"#
    let result = try read([Self.diary, ("clinical-records/AllergyIntolerance-1.json", text)])
    #expect(result.diaries.flatMap(\.entries).map(\.kind) == [.food])
    #expect(result.findings.map(\.id) == ["clinical-record-not-kept"])
  }

  @Test("A severe allergy that is said to be over is kept all the same")
  func resolvedButSevere() throws {
    let text = Self.r4.replacing("\"active\"", with: "\"resolved\"")
    let result = try read([Self.diary, ("clinical-records/AllergyIntolerance-1.json", text)])
    #expect(result.diaries.flatMap(\.entries).contains { $0.name == "allergy" })
  }

  @Test("All other records are told once, with how many there are of each kind")
  func others() throws {
    let files = ["Condition-1", "Condition-2", "Observation-1"].map {
      ("a/clinical-records/\($0).json", "{}")
    }
    let result = try read([Self.diary] + files)
    #expect(result.findings.map(\.id) == ["clinical-records-not-read"])
    let finding = try #require(result.findings.first)
    #expect(finding.severity == .warning && finding.file == "export/a/clinical-records")
    #expect(
      finding.summary.hasPrefix("3 clinical records were not read: Condition (2), Observation (1).")
    )
  }

  @Test("The same on the disk as in memory")
  func disk() throws {
    let folder = try Fixtures.temporaryFolder() + "/export"
    let files = [
      Self.diary, ("clinical-records/AllergyIntolerance-1.json", Self.r4),
      ("clinical-records/MedicationOrder-1.json", "{}"),
    ]
    for (name, text) in files {
      try FileSystem.makeFolder(FileSystem.folder(of: folder + "/" + name))
      try FileSystem.write(Array(text.utf8), to: folder + "/" + name)
    }
    let (result, other) = (try Importer.read([folder]), try read(files))
    #expect(result.diaries == other.diaries)
    #expect(result.diaries.flatMap(\.entries).count == 2)
    #expect(result.findings.map(\.id) == ["clinical-records-not-read"])
    #expect(result.findings.map(\.summary) == other.findings.map(\.summary))
  }

  @Test(
    "What cannot be read is a warning and no error",
    arguments: [
      "{\"resourceType\": \"AllergyIntolerance\"", "{\"resourceType\": 5}",
      "{\"resourceType\": \"AllergyIntolerance\"}",
      "{\"resourceType\": \"AllergyIntolerance\", \"code\": \"peanut\"}",
      "{\"resourceType\": " + String(repeating: "[", count: 100_000),
      "{\"resourceType\": \"AllergyIntolerance\", \"x\": \""
        + String(repeating: "y", count: 2_000_000)
        + "\", \"code\": {\"text\": \"Peanut\"}}",
    ])
  func hostile(_ text: String) throws {
    let result = try read([Self.diary, ("clinical-records/AllergyIntolerance-1.json", text)])
    #expect(result.diaries.flatMap(\.entries).map(\.kind) == [.food])
    #expect(result.findings.map(\.id) == ["clinical-record-not-readable"])
    #expect(result.findings.map(\.severity) == [.warning])
  }

  @Test("Controls and lengths of a text are tamed")
  func texts() throws {
    let name = "Pea\\u0000nut\\n\\u2028x" + String(repeating: "y", count: 1000)
    let text = #"{"resourceType":"AllergyIntolerance","code":{"text":"\#(name)"}}"#
    let result = try read([Self.diary, ("clinical-records/AllergyIntolerance-1.json", text)])
    let entry = try #require(result.diaries.flatMap(\.entries).first { $0.kind == .profile })
    #expect(entry.value?.canonicalText.hasPrefix("Pea nut  x") == true)
    #expect(entry.value?.canonicalText.count == 200)
  }

  @Test("A record of another kind that is named says what it is")
  func otherKind() {
    do throws(ImportError) {
      _ = try Importer.read(
        bytes: Array("{\"resourceType\": \"Condition\"}".utf8), name: "c.json")
      Issue.record("no error")
    } catch {
      #expect(error.findings.map(\.id) == ["clinical-record-not-kept", "no-diary"])
      #expect(error.findings.last?.summary.contains("“Condition”") == true)
    }
  }
}
