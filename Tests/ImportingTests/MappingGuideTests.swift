// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("The guide's worked examples")
struct MappingGuideTests {
  /// The fenced blocks of the guide behind a heading.
  private func blocks(_ heading: String) throws -> [String] {
    let bytes = try FileSystem.contents(of: Fixtures.root + "/docs/mapping.md")
    let page = String(decoding: bytes, as: UTF8.self)
    let section = try #require(page.split(separator: "### \(heading)\n").dropFirst().first)
    let parts = section.split(separator: "```", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { part in
      String(part.element.drop { $0 != "\n" }.dropFirst())
    }
  }

  /// Written by hand from the tables in the guide.
  @Test(arguments: [
    (
      "A home-made table", "diary.csv",
      [
        "-|2026-02-13T08:10|food|Rye bread|-|-|-|-", "-|2026-02-13T08:10|food|butter|-|-|-|-",
        "-|2026-02-13T12:30|food|Milk|200.5|g|-|-", "-|2026-02-14|symptom|Cramps|3|0-4|-|-",
      ]
    ),
    (
      "One column a symptom", "wide.csv",
      [
        "-|2026-02-01T17:00/2026-02-01T21:00|food|pasta|-|-|-|-",
        "-|2026-02-01T17:00/2026-02-01T21:00|food|salad|-|-|-|-",
        "-|2026-02-01|context|sleep|7.5|h|-|-", "-|2026-02-01|symptom|bloating|2|0-5|-|-",
        "-|2026-02-01|symptom|fatigue|1|0-5|-|-", "-|2026-02-01|symptom|low energy|2|1-5|-|-",
        "-|2026-02-01|symptom|pain|0|0-5|-|-",
        "-|2026-02-02T17:00/2026-02-02T21:00|food|soup|-|-|-|-",
        "-|2026-02-02|context|sleep|6|h|-|-", "-|2026-02-02|note|-|-|-|-|bad night",
        "-|2026-02-02|symptom|bloating|0|0-5|-|-", "-|2026-02-02|symptom|fatigue|2|0-5|-|-",
        "-|2026-02-02|symptom|low energy|4|1-5|-|-", "-|2026-02-02|symptom|pain|3|0-5|-|-",
      ]
    ),
    (
      "XML", "log.xml",
      [
        "-|2026-02-01T18:30|food|Pasta|250|g|-|-", "-|2026-02-01|symptom|Head|mild|mild-severe|-|-",
      ]
    ),
  ])
  func examples(_ heading: String, _ name: String, _ expected: [String]) throws {
    let blocks = try blocks(heading)
    try #require(blocks.count >= 2)
    let mapping = try Mapping(yaml: blocks[1], file: "guide.yaml")
    let result = try Importer.read(
      bytes: Array(blocks[0].utf8), name: name, options: ImportOptions(mapping: mapping))
    #expect(Mapped.lines(result).sorted() == expected.sorted())
    #expect(result.findings.filter { $0.severity == .error } == [])
  }

  @Test func everyKeyIsInTheGuide() throws {
    let bytes = try FileSystem.contents(of: Fixtures.root + "/docs/mapping.md")
    let page = String(decoding: bytes, as: UTF8.self)
    let keys =
      MappingReading.fileKeys + MappingReading.tableKeys + TableReading.timeKeys
      + TableReading.ruleKeys + TableReading.valueKeys + RowFilter.keys
    for key in keys where key != "is" {
      #expect(page.contains("`\(key)`") || page.contains("`\(key): "), "\(key)")
    }
  }
}
