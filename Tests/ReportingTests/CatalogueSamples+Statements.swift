// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import Foundation
import TestSupport

/// What the analysis says as codes: every code that `docs/analysis.md` lists in section 11.
extension CatalogueSamples {
  /// The part of the section from one mark to the next, without what stands in round brackets.
  private static func part(from start: String, to end: String) -> String {
    let path = Fixtures.root + "/docs/analysis.md"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let section = text.range(of: "## 11. Codes behind"),
      let first = text.range(of: start, range: section.upperBound..<text.endIndex)
    else { return "" }
    let rest = text[first.upperBound...]
    return String(rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)])
  }

  private static func codes(in text: Substring) -> [String] {
    text.matches(of: /`([a-z]+(?:-[a-z]+)*)`/).map { String($0.1) }
  }

  /// The codes of a table: those in its first column.
  private static func table(from start: String, to end: String) -> [String] {
    part(from: start, to: end).split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap {
      codes(in: $0.split(separator: "|").first ?? "")
    }
  }

  static let reasonCodes = table(from: "**`reasonCodes`**", to: "**`nextStepCode`**")
  static let nextStepCodes = codes(
    in: part(from: "**`nextStepCode`**", to: "**`facts`**").replacing(/\([^)]*\)/, with: "")[...]
  ).filter { $0 != "none" }
  static let factCodes = codes(
    in: part(from: "**`facts`**", to: "**`arguments`**").replacing(/\([^)]*\)/, with: "")[...]
  ).filter { !["words", "row-not-read"].contains($0) }
  static let warningCodes =
    table(from: "**`arguments`**", to: "**Days left out**")
    + [
      "symptoms-only", "foods-only", "no-symptoms", "challenge-without-food",
      "challenge-before-baseline", "challenge-before-elimination", "challenge-not-declared",
      "no-washout",
    ]

  /// A value for every argument that any code has; `number` for its counts.
  private static func arguments(_ number: Double) -> [String: Statement.Argument] {
    var arguments: [String: Statement.Argument] = [
      "mean": .number(1.25), "probability": .number(0.8), "share": .number(0.4),
      "high": .number(3.5), "points": .number(1), "severity": .number(5), "dose": .number(0.5),
      "value": .number(17.5), "from": .number(70.5), "to": .number(62), "asked": "no",
      "declaredBy": "diary", "verdict": "likely-trigger", "verdictWithout": "not-clear",
      "unit": "portions", "food": "honey", "event": "transplant", "group": "lactose",
      "phase": "challenge", "other": "washout", "text": "age 16", "start": "2026-03-03",
      "time": "2026-03-03", "otherFrom": "2026-03-03", "otherTo": "2026-03-04",
      "keptFrom": "2026-03-03", "keptTo": "2026-04-03", "item": "A", "row": "a.csv:3",
      "groups": .texts(["lactose"]), "factors": .texts(["stress", "sleep"]),
      "events": .texts(["transplant"]), "symptoms": .texts(["A", "B"]), "foods": .texts(["A"]),
      "contexts": .texts(["A"]), "participants": .texts(["A"]), "starts": .texts(["2026-03-03"]),
      "means": .texts(["3.5"]),
    ]
    for name in [
      "followed", "tests", "windows", "worse", "days", "times", "values", "needed", "total",
      "count", "kept", "grams", "diaries",
    ] { arguments[name] = .number(number) }
    return arguments
  }

  static let reasons = reasonCodes.flatMap { code in
    [1.0, 3].map { ("The sentence of \(code).", Optional(Statement(code, arguments($0)))) }
  }

  static let nextSteps = nextStepCodes.map { code in
    var result = GroupResult(
      group: lactose, verdict: .notClear, nextStep: "The next step of \(code).")
    result.nextStepCode = Statement(code, arguments(1))
    return result
  }

  static let facts = factCodes.map { code in
    var gate = gate
    gate.evidence = "what the row of \(code) says"
    gate.facts = [Statement(code, arguments(20))]
    return gate
  }

  static let warnings = warningCodes.flatMap { code in
    [1.0, 3].map { number in
      var warning = AnalysisResults.Warning(code: code, text: "The warning of \(code).")
      warning.arguments = arguments(number)
      if code == "phases-overlap" {
        warning.arguments?["from"] = "2026-03-03"
        warning.arguments?["to"] = "2026-03-04"
      }
      warning.groups = [lactose]
      warning.start = first
      warning.end = last
      return warning
    }
  }
}
