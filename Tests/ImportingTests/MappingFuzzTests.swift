// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Damaged files and mappings")
struct MappingFuzzTests {
  /// A seeded sequence of numbers (Knuth's MMIX constants).
  private struct Source {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: (state >> 33) % UInt64(max(bound, 1)))
    }
  }

  private static let tokens = [
    "\"", ",", ";", "\n", "\r", "\u{0}", "{", "}", "[", "<", ">", "&", "|", "-1", "1e999",
    "99999999999999999999",
    ":", "00:00", "2026-02-30", "31/31/31", "\u{FEFF}", "ä", "NaN", "+99:99", "  ", "'", "#", "*",
  ]

  private func damaged(_ text: String, _ source: inout Source) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0...source.next(4) where !bytes.isEmpty {
      let place = source.next(bytes.count)
      switch source.next(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(truncatingIfNeeded: source.next(256))
      case 2:
        bytes.insert(contentsOf: Array(Self.tokens[source.next(Self.tokens.count)].utf8), at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + source.next(30)))
      }
    }
    return bytes
  }

  /// Whatever is damaged, the file is read or refused with a reason.
  @Test(arguments: PresetTwins.all)
  func files(_ twin: PresetTwin) {
    var source = Source(state: UInt64(twin.files[0].text.utf8.count))
    for _ in 0..<60 {
      let files = twin.files.map { (damaged($0.text, &source), $0.name) }
      do {
        let result = try Importer.read(files)
        #expect(!result.diaries.isEmpty)
      } catch {
        #expect(error.findings.contains { $0.severity == .error })
      }
    }
  }

  @Test(arguments: MappingPresets.texts.map(\.name))
  func mappings(_ name: String) throws {
    let yaml = try #require(MappingPresets.yaml(name))
    var source = Source(state: UInt64(yaml.utf8.count))
    for _ in 0..<60 {
      let text = String(decoding: damaged(yaml, &source), as: UTF8.self)
      do {
        _ = try Mapping(yaml: text, file: "m.yaml")
      } catch {
        #expect(error.findings.map(\.id) == ["mapping-not-readable"])
        #expect(error.findings.allSatisfy { ($0.line ?? 0) >= 1 })
      }
    }
  }

  @Test(arguments: PresetTwins.all)
  func drafts(_ twin: PresetTwin) {
    var source = Source(state: 7)
    for _ in 0..<20 {
      do throws(ImportError) {
        let yaml = try MappingDraft.yaml(of: damaged(twin.files[0].text, &source), name: "x")
        // What is drafted can be read.
        _ = try Mapping(yaml: yaml, file: "draft.yaml")
      } catch {
        #expect(error.findings.allSatisfy { $0.id != "mapping-not-readable" }, "\(error.findings)")
      }
    }
  }
}
