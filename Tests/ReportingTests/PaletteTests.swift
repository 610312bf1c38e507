// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("The palette")
struct PaletteTests {
  /// The colours of the light, dark and print palettes, by name, as the style sheet has them.
  private static let palettes: [(String, [String: String])] = {
    let path = Fixtures.root + "/Sources/Reporting/Style/report.css"
    guard let style = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    let blocks = style.components(separatedBy: ":root {").dropFirst()
    return zip(["light", "dark", "print"], blocks).map { name, block in
      let body = block.prefix { $0 != "}" }
      var colours: [String: String] = [:]
      for part in body.split(separator: ";") {
        let pair = part.split(separator: ":").map {
          $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if pair.count == 2, pair[0].hasPrefix("--"), pair[1].hasPrefix("#") {
          colours[String(pair[0].dropFirst(2))] = pair[1]
        }
      }
      return (name, colours)
    }
  }()

  /// The relative luminance of a colour (WCAG 2.2).
  private func luminance(_ colour: String) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("The measure is that of the guideline")
  func measure() throws {
    #expect(abs(try contrast("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.48) < 0.005)
  }

  @Test("Text is at least 4.5 to 1 on every ground, marks at least 3 to 1", arguments: [0, 1, 2])
  func contrasts(palette: Int) throws {
    try #require(Self.palettes.count == 3)
    let (name, colours) = Self.palettes[palette]
    func colour(_ key: String) throws -> String { try #require(colours[key], "\(name) \(key)") }
    let grounds = ["paper", "wash", "safety-wash"]
    for ground in grounds {
      for text in ["ink", "soft", "accent", "likely", "possible", "open", "kept", "safety"] {
        let ratio = try contrast(try colour(text), try colour(ground))
        #expect(ratio >= 4.5, "\(name): \(text) on \(ground) is \(ratio)")
      }
    }
    for ground in ["paper", "band", "phase-out", "phase-test", "phase-pause"] {
      for mark in ["ink", "bar", "possible"] {
        let ratio = try contrast(try colour(mark), try colour(ground))
        #expect(ratio >= 3, "\(name): \(mark) on \(ground) is \(ratio)")
      }
    }
  }
}
