// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// Files of XML with much before the root element.
@Suite("XML behind a long document type")
struct LongPrologTests {
  private static func documentType(_ root: String, _ bytes: Int) -> String {
    let line = "<!ELEMENT a (b)>\n"
    return "<?xml version=\"1.0\"?>\n<!DOCTYPE \(root) [\n"
      + String(repeating: line, count: bytes / line.utf8.count) + "]>\n"
  }

  private static let health =
    "<HealthData>"
    + AppleHealthTests.record(
      "CategoryTypeIdentifierBloating", "HKCategoryValueSeverityMild",
      from: "2026-01-02 08:00:00 +0100") + "</HealthData>"
  private static let canonical = """
    <diary xmlns="urn:reintro:diary:1"><entries>
    <symptom time="2026-01-02" name="bloating"/></entries></diary>
    """
  private static let own = "<log><x d=\"2026-01-02\">bloating</x></log>"
  private static let mapping = """
    format: xml
    match: {root: log}
    xml: {record: x}
    time: "{@d}"
    entries:
      - {kind: symptom, name: "{.}"}
    """

  @Test(
    "It is read where it is shorter than a megabyte", arguments: [60_000, 90_000, 300_000, 990_000])
  func isRead(bytes: Int) throws {
    for (text, root, yaml) in [
      (Self.health, "HealthData", nil), (Self.canonical, "diary", nil),
      (Self.own, "log", Self.mapping),
    ] {
      let result = try Mapped.read(Self.documentType(root, bytes) + text, yaml, name: "a.xml")
      #expect(result.diaries.flatMap(\.entries).map(\.name) == ["bloating"])
    }
  }

  @Test("In UTF-16, and from the disk")
  func others() throws {
    let text = Self.documentType("HealthData", 90_000) + Self.health
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for bytes in [wide, Array(text.utf8)] {
      let path = try Fixtures.temporaryFolder() + "/export.xml"
      try FileSystem.write(bytes, to: path)
      #expect(try Importer.read([path]).diaries.flatMap(\.entries).count == 1)
    }
  }

  @Test("A longer one is named for what it is", arguments: [1_100_000, 3_000_000])
  func isRefused(bytes: Int) throws {
    let text = Self.documentType("HealthData", bytes) + Self.health
    let error = #expect(throws: ImportError.self) { try Mapped.read(text, name: "export.xml") }
    #expect(error?.findings.map(\.id) == ["xml-limit"])
    #expect(error?.findings.first?.summary.contains("1048576") == true)
  }

  @Test("A declaration of another encoding than that of the bytes is named")
  func wrongEncoding() throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + Self.canonical
    let error = #expect(throws: ImportError.self) { try Mapped.read(text, name: "a.xml") }
    #expect(error?.findings.map(\.id) == ["xml-encoding"])
    #expect(error?.findings.first?.summary.contains("its bytes are not") == true)
  }

  @Test("XML that ends before its root is none that is known")
  func isCutOff() throws {
    let text = "<?xml version=\"1.0\"?>\n<!-- nothing"
    let error = #expect(throws: ImportError.self) { try Mapped.read(text, name: "a.xml") }
    #expect(error?.findings.map(\.id) == ["format-unknown"])
  }
}
