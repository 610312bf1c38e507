// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

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
    guard let value, let rounded = rounded(value) else { return "" }
    let text = String(rounded)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number with at most 4 decimals; `nil` where it is not finite.
  static func rounded(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    let rounded = abs(value) < 1e11 ? (value * 10_000).rounded() / 10_000 : value
    return rounded == 0 ? 0 : rounded
  }
}
