// SPDX-License-Identifier: Apache-2.0

internal import Database
internal import DiaryAnalysis
internal import DiaryModel
internal import Reporting

/// One participant's rows of the tables of `results.sqlite`.
struct TidyRows {
  let results: AnalysisResults
  private var who: DatabaseValue { .text(results.participant) }

  init(_ results: AnalysisResults) { self.results = results }

  /// All rows, tables in the order of `BatchTable`.
  func rows(input: String, report: String) -> [TableRow] {
    [participant(input: input, report: report)] + results.groups.map(group)
      + results.groups.flatMap(challenges) + results.groups.flatMap(symptoms) + safety + warnings
      + quality + inseparable
  }

  /// The rows of what was found in an input.
  static func rows(
    of findings: [Finding], input: String, names: NamePolicy
  ) -> [TableRow] {
    findings.map { finding in
      TableRow(
        .findings,
        [
          .text(input), .text(finding.file), DatabaseValue(finding.line),
          .text(finding.severity.rawValue), .text(finding.id), .integer(finding.times),
          .text(names == .kept ? finding.summary : finding.summaryWithoutWords),
        ])
    }
  }

  private func participant(input: String, report: String) -> TableRow {
    func count(_ verdict: Verdict) -> DatabaseValue {
      .integer(results.groups.count { $0.verdict == verdict })
    }
    return TableRow(
      .participants,
      [
        who, .text(input), .text(report), .text("\(results.period.start)"),
        .text("\(results.period.end)"), .integer(results.period.days),
        .integer(results.period.loggedDays), .text(results.outcome.name),
        .rounded(results.outcome.dailyMean), .rounded(results.outcome.autocorrelation),
        .text(results.outcome.absence), DatabaseValue(results.dataQuality?.grade.rawValue),
        .integer(results.safety.count), count(.likelyTrigger), count(.possibleTrigger),
        count(.tolerated),
      ])
  }

  private func group(_ group: GroupResult) -> TableRow {
    let grade = results.dataQuality?.groups.first { $0.group == group.group }?.grade.rawValue
    return TableRow(
      .groups,
      [
        who, .text(group.group.rawValue), .text(group.verdict.rawValue),
        .rounded(group.probability),
      ] + interval(group.effect) + interval(group.effectIfAny) + [
        .rounded(group.peakHours?.median), .integer(group.exposedDays),
        .rounded(group.falseAlarmRate), .rounded(group.dose?.highestTolerated),
        .rounded(group.dose?.lowestProvoking), DatabaseValue(group.dose?.unit),
        DatabaseValue(grade),
      ])
  }

  private func challenges(_ group: GroupResult) -> [TableRow] {
    group.challenges.enumerated().map { place, challenge in
      TableRow(
        .challenges,
        [
          who, .text(group.group.rawValue), .integer(place + 1), .text("\(challenge.start)"),
          .text("\(challenge.end)"), .text(challenge.source), .rounded(challenge.effect),
          .rounded(challenge.nap), .rounded(challenge.pValue),
        ] + interval(challenge.levelChange) + [
          .rounded(challenge.levelChange?.level), .rounded(challenge.baselineMean),
          .integer(challenge.baselineDays),
          .text(challenge.confounders.joined(separator: " ")),
          .rounded(challenge.effectWithoutConfounded),
        ])
    }
  }

  private func symptoms(_ group: GroupResult) -> [TableRow] {
    group.symptoms.enumerated().map { place, symptom in
      TableRow(
        .symptoms,
        [
          who, .text(group.group.rawValue), .integer(place + 1), .text(symptom.symptom),
          .rounded(symptom.probability),
        ] + interval(symptom.effectIfAny))
    }
  }

  private var safety: [TableRow] {
    results.safety.enumerated().map { place, gate in
      TableRow(
        .safety,
        [
          who, .integer(place + 1), .text(gate.gate), DatabaseValue(gate.withholdsRetest),
          names(gate.groups), .integer(gate.entries.count),
        ])
    }
  }

  private var warnings: [TableRow] {
    results.warnings.enumerated().map { place, warning in
      TableRow(
        .warnings,
        [
          who, .integer(place + 1), .text(warning.code), .text(warning.text),
          names(warning.groups ?? []),
        ])
    }
  }

  private var quality: [TableRow] {
    var codes: Set<String> = []
    return (results.dataQuality?.parts ?? []).filter { codes.insert($0.code).inserted }.map {
      TableRow(
        .quality,
        [
          who, .text($0.code), .rounded($0.value), .integer($0.count), .integer($0.total),
          .text($0.rating.rawValue),
        ])
    }
  }

  private var inseparable: [TableRow] {
    var pairs: Set<[GroupID]> = []
    var rows: [TableRow] = []
    for separation in results.separations {
      let groups = separation.groups.sorted()
      for (place, group) in groups.enumerated() {
        for other in groups[(place + 1)...] where pairs.insert([group, other]).inserted {
          rows.append(
            TableRow(
              .inseparable,
              [
                who, .text(group.rawValue), .text(other.rawValue),
                .rounded(separation.similarity), .text(separation.testGroup.rawValue),
              ]))
        }
      }
    }
    return rows
  }

  private func names(_ groups: [GroupID]) -> DatabaseValue {
    .text(groups.map(\.rawValue).joined(separator: " "))
  }

  private func interval(_ interval: GroupResult.Interval?) -> [DatabaseValue] {
    [.rounded(interval?.mean), .rounded(interval?.low), .rounded(interval?.high)]
  }
}

extension DatabaseValue {
  /// A number with at most 4 decimals, or nothing.
  static func rounded(_ value: Double?) -> DatabaseValue { DatabaseValue(value?.rounded4) }
}

extension Finding {
  /// The summary without words of the diary, which stand in quotation marks and may be a name.
  ///
  /// Messages of the XML library about faulty marks name elements and attributes without any quotation
  /// marks; of these nothing is kept. Its others name elements and values between apostrophes, and may
  /// be cut inside of them; of these nothing is kept from the first on.
  var summaryWithoutWords: String {
    var text = Substring(summary)
    if Self.quotesLibrary.contains(id), let colon = text.firstIndex(of: ":") {
      return text[..<colon] + ": …"
    }
    if id.hasPrefix("xml"), let start = text.firstIndex(of: "'") { text = text[..<start] + "…" }
    guard let start = text.firstIndex(of: "“") else { return String(text) }
    let rest = text.lastIndex(of: "”").map { text[$0...] } ?? "”"
    return String(text[...start]) + "…" + rest
  }

  /// The findings whose summary has a message of the XML library behind its first colon.
  private static let quotesLibrary: Set = ["xml-not-well-formed", "xml-entity"]
}
