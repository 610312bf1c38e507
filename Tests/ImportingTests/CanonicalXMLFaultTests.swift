// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

@Suite("Faults in canonical XML")
struct CanonicalXMLFaultTests {
  /// A diary with the records given, after thirty that are sound; these begin on line 33.
  private func diary(_ records: String) -> String {
    let sound = String(repeating: "\n<food time=\"2026-02-09\">rice</food>", count: 30)
    return
      "<diary xmlns=\"urn:reintro:diary:1\">\n<entries>\(sound)\n\(records)\n</entries></diary>"
  }

  private func read(_ document: String) throws(ImportError) -> ImportResult {
    try Importer.read(bytes: Array(document.utf8), name: "d.xml")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var record: String
    var id: String
    var words: String
    var testDescription: String { record }
  }

  static let faults = [
    Fault(
      record: "<food time='2026-02-30'>rice</food>", id: "date-not-existing", words: "2026-02-30"),
    Fault(
      record: "<food time='2026-02-09T24:10'>rice</food>", id: "time-not-existing", words: "24:10"),
    Fault(record: "<food time='9/2/2026'>rice</food>", id: "time-not-readable", words: "9/2/2026"),
    Fault(record: "<food>rice</food>", id: "time-missing", words: "food"),
    Fault(record: "<food time='2026-02-09'> </food>", id: "name-missing", words: "food"),
    Fault(
      record: "<food time='2026-02-09' name='a'>b</food>", id: "xml-text-twice", words: "name"),
    Fault(
      record: "<symptom time='2026-02-09' name='pain' value='11' scale='0-10'/>",
      id: "severity-outside-scale", words: "11"),
    Fault(record: "<drink time='2026-02-09'>tea</drink>", id: "xml-schema", words: "drink"),
    Fault(record: "<food time='2026-02-09'>a <b>c</b></food>", id: "xml-schema", words: "food"),
    Fault(
      record: "<food time='2026-02-09' amount='3'>rice</food>", id: "xml-schema", words: "amount"),
    Fault(
      record: "<food time='2026-02-10' end='2026-02-09'>rice</food>", id: "interval-backwards",
      words: "2026-02-10/2026-02-09"),
  ]

  // The other thirty foods are kept, and so is the one after the fault.
  @Test(arguments: faults)
  func makeOneRecordUnreadable(fault: Fault) throws {
    let next = "<food time=\"2026-02-11\">last</food>"
    let result = try read(diary(fault.record + "\n" + next))
    let finding = try #require(result.findings.first)
    #expect(result.findings.count == 1)
    #expect(finding.id == fault.id)
    #expect(finding.severity == .error)
    #expect(finding.line == 33)
    #expect(finding.summary.contains(fault.words) || finding.remedy.contains(fault.words))
    let diary = try #require(result.diaries.first)
    #expect(diary.entries.count == 31)
    #expect(diary.entries.last?.name == "last")
    #expect(diary.inputs.map(\.rowsUnread) == [1])
  }

  // A record of an unknown name must not hide faults in those after it.
  @Test func areFoundAfterAnUnknownElement() throws {
    let more = "<drink/>\n<food time='2026-02-09' amount='3'>rice</food>"
    let result = try read(
      diary(more + String(repeating: "<food time='2026-02-11'>x</food>", count: 20)))
    #expect(result.findings.map(\.line) == [33, 34])
  }

  @Test(
    arguments: [
      ("<diary><entries/></diary>", "xml-namespace", 1),
      ("<diary xmlns='urn:reintro:diary:2'/>", "xml-namespace", 1),
      (
        "<diary xmlns='urn:reintro:diary:1'>\n<entries><food time='2026-02-09'>a</food></entries>\n<profile/></diary>",
        "xml-schema-structure", 3
      ),
      (
        "<diary xmlns='urn:reintro:diary:1'>\n<meals/><entries><food time='2026-02-09'>a</food></entries></diary>",
        "xml-schema-structure", 2
      ),
      ("<diary xmlns='urn:reintro:diary:1'><entries>\n<food", "xml-not-well-formed", 2),
      ("<diary xmlns='urn:reintro:diary:1'>\n&e;</diary>", "xml-entity", 2),
      (
        "<!DOCTYPE diary [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<diary xmlns='urn:reintro:diary:1'>&e;</diary>",
        "xml-entity", 2
      ),
      ("<?xml version='1.0' encoding='UTF-7'?><diary/>", "xml-encoding", 1),
      ("<diary xmlns='urn:reintro:diary:1'/>", "no-entries", nil),
    ] as [(String, String, Int?)])
  func outsideRecordsMakeTheFileUnusable(document: String, id: String, line: Int?) throws {
    let error = try #require(throws: ImportError.self) { _ = try read(document) }
    #expect(error.kind == .unusable)
    let finding = try #require(error.findings.first { $0.id == id }, "\(error.findings)")
    #expect(finding.line == line)
    #expect(finding.file == "d.xml")
    #expect(finding.severity == .error)
  }

  @Test func moreThanOneInTwentyIsTooMuch() throws {
    let document = diary(String(repeating: "<food time='soon'>x</food>", count: 3))
    let error = try #require(throws: ImportError.self) { _ = try read(document) }
    #expect(error.findings.last?.id == "too-many-unreadable-rows")
  }
}

@Suite("Meaning of canonical XML")
struct CanonicalXMLMeaningTests {
  private func entries(_ document: String, zone: String? = nil) throws -> [Entry] {
    let result = try Importer.read(
      bytes: Array(document.utf8), name: "d.xml", options: ImportOptions(timeZone: zone))
    return result.diaries.flatMap(\.entries)
  }

  private func wrapped(_ records: String, zone: String = "") -> String {
    "<d:diary xmlns:d='urn:reintro:diary:1' \(zone)><d:entries>\(records)</d:entries></d:diary>"
  }

  @Test func textsLoseTheWhiteSpaceAroundThem() throws {
    let read = try entries(wrapped("<d:food time='2026-02-09'>\n  oat\n  milk\n</d:food>"))
    #expect(read.map(\.name) == ["oat\n  milk"])
  }

  // In July, Berlin's clocks are two hours ahead of UTC.
  @Test(
    arguments: [
      (nil, "timeZone='Europe/Berlin'", "2026-07-01T10:00+02:00"),
      ("America/New_York", "timeZone='Europe/Berlin'", "2026-07-01T04:00-04:00"),
      (nil, "", "2026-07-01T08:00Z"),
      (nil, "timeZone='Europe/Berlyn'", "2026-07-01T08:00Z"),
    ] as [(String?, String, String)])
  func instantsComeToTheZone(option: String?, attribute: String, expected: String) throws {
    let document = wrapped("<d:food time='2026-07-01T08:00Z'>x</d:food>", zone: attribute)
    #expect(try entries(document, zone: option).first?.time?.description == expected)
  }

  @Test func emptyAttributesSayNothing() throws {
    let food = "<d:food time='2026-02-09' value='' unit='' groups='' note=''>a</d:food>"
    let entry = try #require(try entries(wrapped(food, zone: "participant=''")).first)
    #expect(entry.value == nil && entry.unit == nil && entry.groups == nil && entry.note == nil)
  }

  @Test func groupsNoneIsAnEmptyList() throws {
    let read = try entries(
      wrapped(
        "<d:food time='2026-02-09' groups='none'>a</d:food><d:food time='2026-02-10'>b</d:food>"))
    #expect(read.map(\.groups) == [[], nil])
  }

  @Test func participantsWithOneNameAreOne() throws {
    let diary = "<diary participant='p'><entries><food time='2026-02-09'>a</food></entries></diary>"
    let document = "<diaries xmlns='urn:reintro:diary:1'>\(diary)\(diary)</diaries>"
    let result = try Importer.read(bytes: Array(document.utf8), name: "d.xml")
    #expect(result.diaries.map(\.participant) == ["p"])
  }

  @Test("A file of nothing but faults is not read to its end")
  func hopeless() throws {
    let records = String(repeating: "<food/>\n", count: 30_000)
    let text = "<diary xmlns=\"urn:reintro:diary:1\"><entries>\n\(records)</entries></diary>"
    let error = try #require(throws: ImportError.self) {
      try Importer.read(bytes: Array(text.utf8), name: "bad.xml")
    }
    let last = try #require(error.findings.last)
    #expect(last.id == "too-many-unreadable-rows" && last.summary.contains("stopped there"))
  }
}
