// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The results in about twenty lines of plain text.
struct Summary: Sendable {
  let results: AnalysisResults
  let colour: Bool
  let words: any Catalogue
  private let page: ReportPage
  /// The findings of the import that a reader must know of.
  let findings: [Finding]

  init(
    results: AnalysisResults, colour: Bool, findings: [Finding] = [], language: ReportLanguage
  ) {
    self.results = results
    self.colour = colour
    self.findings = findings
    page = ReportPage(results: results, findings: [], language: language)
    words = page.words
  }

  /// The most rows of the verdict table and of the lists around it.
  private static let mostGroups = 12
  private static let mostNotes = 5

  func text() -> String {
    var lines: [String] = []
    let answer = Answer(results, words)
    for gate in results.safety {
      lines.append(
        emphasised("! " + words.safety(gate.gate).title.terminalText) + rows(gate.entries))
      for (intro, foods) in words.eatenBefore(gate) {
        lines.append("  " + intro + words.few(foods.map { clean($0.name) }, limit: 6))
      }
    }
    if !results.safety.isEmpty { lines.append("") }
    let name = results.participant.isEmpty ? words.noParticipant : clean(results.participant)
    lines.append(
      "\(name), \(words.period(results.period.start, results.period.end)), "
        + words.loggedLine(results.period))
    if let quality = results.dataQuality { lines.append(words.grade(quality.grade)) }
    lines.append(emphasised(answer.sentence.terminalText))
    if !answer.detail.isEmpty { lines.append(answer.detail.terminalText) }
    lines += table()
    lines += notes()
    lines += ["", words.disclaimer]
    return lines.joined(separator: "\n") + "\n"
  }

  private func table() -> [String] {
    let shown = page.lines.prefix(Self.mostGroups)
    guard !shown.isEmpty else { return [] }
    let rows = [words.summaryHeads] + shown.map(row)
    let widths = (0..<words.summaryHeads.count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    var lines = [""]
    for row in rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      lines.append("  " + cells.joined(separator: "  ").trimmedEnd)
    }
    let rest = page.focus.others.map { clean(words.inner($0.group)) }
    if !rest.isEmpty {
      lines.append(words.summaryOthers(words.few(rest, limit: 4)))
    }
    return lines
  }

  private func row(_ line: ReportLine) -> [String] {
    let effect = line.effect.map {
      $0.isNothing
        ? words.lessThan + words.number(GroupResult.Interval.least)
        : "\(words.number($0.mean)) (\(words.number($0.low))\(words.between)\(words.number($0.high)))"
    }
    let chance = line.probability.map { words.hundredths($0) + words.certaintyAfter }
    return [
      clean(words.either(line.groups).capitalizedFirst), words.word(line.verdict),
      effect ?? words.notKnown, chance ?? words.notKnown, "\(line.leading.challenges.count)",
    ]
  }

  private func notes() -> [String] {
    var lines: [String] = []
    for set in results.notSeparable.prefix(Self.mostNotes) {
      lines.append("- " + words.inseparable(set.map { clean(words.inner($0)) }))
    }
    for finding in findings.filter({ $0.id == "group-unknown" }).prefix(Self.mostNotes) {
      let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
      lines.append("- " + clean("\(place): \(words.finding(finding))", limit: 240))
    }
    for warning in results.orderedWarnings.prefix(Self.mostNotes) {
      lines.append("- " + clean(words.warning(warning), limit: 200))
    }
    let rest = results.warnings.count - Self.mostNotes
    if rest > 0 { lines.append("- " + words.more(rest)) }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func rows(_ entries: [String]) -> String {
    guard !entries.isEmpty else { return "" }
    let shown = entries.prefix(3).map { clean($0) }
    let rest = entries.count > 3 ? ", …" : ""
    return " (" + shown.joined(separator: ", ") + rest + ")"
  }

  private func clean(_ text: String, limit: Int = 60) -> String {
    text.shortened(to: limit).terminalText
  }

  private func emphasised(_ text: String) -> String {
    colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

extension String {
  /// The text without anything that could steer a terminal.
  fileprivate var terminalText: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
            "\u{FFFD}"
          default: scalar
          }
        }))
  }

  /// The text without blanks at its end.
  fileprivate var trimmedEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
