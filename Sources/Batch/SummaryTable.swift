// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup
internal import Reporting

/// `summary.csv`: one row per participant and group.
enum SummaryTable {
  /// The names of the columns.
  static let header = CSVText.row([
    "participant", "group", "verdict", "probability", "effect", "effect_low", "effect_high",
    "effect_if_any", "effect_if_any_low", "effect_if_any_high", "exposed_days", "challenges",
    "false_alarm_rate", "highest_tolerated", "lowest_provoking", "dose_unit", "safety_gates",
    "not_separable_from", "days", "logged_days", "report",
  ])

  /// One row for each group of one participant's results.
  static func rows(of results: AnalysisResults, report: String) -> [String] {
    let gates = results.safety.map(\.gate).joined(separator: " ")
    return results.groups.map { group in
      let rivals = results.notSeparable.filter { $0.contains(group.group) }
        .flatMap(\.self).filter { $0 != group.group }
      return CSVText.row([
        results.participant, group.group.rawValue, group.verdict.rawValue,
        number(group.probability), number(group.effect?.mean), number(group.effect?.low),
        number(group.effect?.high), number(group.effectIfAny?.mean),
        number(group.effectIfAny?.low), number(group.effectIfAny?.high),
        String(group.exposedDays), String(group.challenges.count), number(group.falseAlarmRate),
        number(group.dose?.highestTolerated), number(group.dose?.lowestProvoking),
        group.dose?.unit ?? "", gates, rivals.map(\.rawValue).joined(separator: " "),
        String(results.period.days), String(results.period.loggedDays), report,
      ])
    }
  }

  /// A number with at most 4 decimals, as `results.json` has it; empty where there is none.
  static func number(_ value: Double?) -> String {
    value?.rounded4.map(NumberText.shortest) ?? ""
  }
}
