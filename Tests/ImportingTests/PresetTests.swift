// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import TestSupport
import Testing

@testable import Importing

/// A made-up file in the shape of an app's export, and its entries written by hand.
struct PresetTwin: CustomTestStringConvertible {
  var preset: String
  var files: [(text: String, name: String)]
  var expected: [String]
  var zone: String?
  var testDescription: String { preset }

  init(
    _ preset: String, _ text: String, name: String = "export.csv", zone: String? = nil,
    _ expected: [String]
  ) {
    self.init(preset, files: [(text, name)], zone: zone, expected)
  }

  init(
    _ preset: String, files: [(text: String, name: String)], zone: String? = nil,
    _ expected: [String]
  ) {
    self.preset = preset
    self.files = files
    self.expected = expected
    self.zone = zone
  }
}

@Suite("Presets")
struct PresetTests {
  @Test(arguments: PresetTwins.all)
  func entries(_ twin: PresetTwin) throws {
    let options = ImportOptions(timeZone: twin.zone)
    let result = try Importer.read(
      twin.files.map { (Array($0.text.utf8), $0.name) }, options: options)
    #expect(Mapped.lines(result).sorted() == twin.expected.sorted())
    #expect(result.findings.filter { $0.severity == .error } == [])
    #expect(result.diaries.flatMap(\.inputs).allSatisfy { $0.format == twin.preset })
  }

  @Test func everyPresetIsReadAndTested() throws {
    #expect(MappingPresets.all.map(\.name) == MappingPresets.texts.map(\.name))
    #expect(Set(PresetTwins.all.map(\.preset)) == Set(MappingPresets.texts.map(\.name)))
    for (name, text) in MappingPresets.texts {
      _ = try Mapping(yaml: "\(text)", file: name)
      #expect(MappingPresets.yaml(name)?.hasPrefix("reintro-mapping: 1\n") == true)
    }
    #expect(MappingPresets.yaml("no-such") == nil)
  }

  @Test(arguments: ["daylio", "track-and-graph", "loop-habit-tracker", "flaredown"])
  func presetsThatAssumeSaySo(_ name: String) throws {
    let twin = try #require(PresetTwins.all.first { $0.preset == name })
    let result = try Importer.read(twin.files.map { (Array($0.text.utf8), $0.name) })
    let notice = try #require(result.findings.first { $0.id == "mapping-notice" })
    #expect(notice.severity == .warning)
    #expect(notice.remedy.contains("reintro mapping --preset \(name)"))
  }

  /// Counted with Python's `csv` module: rows by category and name, activities by splitting at `|`.
  @Test(
    .enabled(if: Fixtures.hasShared),
    arguments: [
      // 24 rows: 13 symptoms, 10 of measurements, sleep and how the day was spent, 1 infection of 0.
      SampleCount("visible/export.csv", rows: 24, [.symptom: 13, .context: 10]),
      // 32 moods of the five default words, 25 activities, 4 notes.
      SampleCount("daylio/staticf0x_test_data.csv", rows: 32, [.context: 57, .note: 4]),
      // 3 moods of own words, 24 activities of which 1 is alcohol and 2 are stomachache.
      SampleCount(
        "daylio/MichaelCurrin_sample.csv", rows: 3, [.note: 3, .food: 1, .symptom: 2, .context: 21]),
      // 2 default moods, 5 own, 7 activities.
      SampleCount(
        "daylio/MichaelCurrin_sample_multiple_moods.csv", rows: 7, [.context: 9, .note: 5]),
      // 3 meals with 5 nutrients each that are read.
      SampleCount("myfitnesspal/dawndrain_nutrition_2025.csv", rows: 3, [.context: 15]),
    ])
  func samples(_ sample: SampleCount) throws {
    let path = try #require(Fixtures.shared("samples/" + sample.path))
    let result = try Importer.read([path])
    let entries = result.diaries.flatMap(\.entries)
    for kind in EntryKind.allCases {
      #expect(entries.count { $0.kind == kind } == sample.counts[kind, default: 0], "\(kind)")
    }
    #expect(result.diaries.flatMap(\.inputs).map(\.rows) == [sample.rows])
    #expect(result.diaries.flatMap(\.inputs).map(\.rowsUnread) == [0])
  }
}

/// How many entries of which kind a real export has.
struct SampleCount: CustomTestStringConvertible {
  var path: String
  var rows: Int
  var counts: [EntryKind: Int]
  var testDescription: String { path }

  init(_ path: String, rows: Int, _ counts: [EntryKind: Int]) {
    self.path = path
    self.rows = rows
    self.counts = counts
  }
}
