// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
internal import DiaryModel

extension Report {
  /// Every table of the report as a CSV file: its name with ending, and its bytes (RFC 4180, UTF-8).
  ///
  /// The same files with the same columns for every diary, also where a table has no row; the columns
  /// and their units are described in docs/report.md. Each number is the one in `results.json`.
  public static func tables(_ results: AnalysisResults) -> [(name: String, bytes: [UInt8])] {
    Tables(results: results.rounded()).all.map { ($0.name + ".csv", $0.bytes) }
  }
}

/// The tables behind the report.
struct Tables: Sendable {
  let results: AnalysisResults

  /// All tables, in the order of the report.
  var all: [TableText] {
    [
      groups, groupSymptoms, timing, doseResponses, challenges, challengeDays, confounders,
      exposures, symptomDays, days, phases, helpfulFactors, beliefs, separations, experiments,
      experimentDays, safety, warnings, dataQuality, unknownFoods, sources, settings,
    ].map { table in
      // The participant stands first, so that tables of several people can be put together.
      TableText(
        table.name, ["participant"] + table.columns,
        table.rows.map { [TableCell(results.participant)] + $0 })
    }
  }

  func names(_ groups: [GroupID]?) -> TableCell { TableCell(words: (groups ?? []).map(\.rawValue)) }

  private var groups: TableText {
    var columns = ["group", "evidence_level", "verdict", "probability"]
    for name in ["effect", "effect_if_any"] {
      columns += ["mean", "low", "high", "level"].map { "\(name)_\($0)" }
    }
    columns += ["peak_hours_median", "peak_hours_low", "peak_hours_high", "exposed_days"]
    columns += ["false_alarm_rate", "false_alarm_windows", "challenges", "dose_unit"]
    columns += ["highest_tolerated_dose", "lowest_provoking_dose", "untested_above"]
    columns += ["probability_after_positive", "probability_after_negative", "without_confounded"]
    return TableText("groups", columns, results.groups.map(Self.row))
  }

  private static func row(_ group: GroupResult) -> [TableCell] {
    [TableCell(group.group.rawValue), TableCell(group.evidenceLevel)]
      + [TableCell(group.verdict.rawValue), TableCell(group.probability)]
      + interval(group.effect) + interval(group.effectIfAny)
      + [group.peakHours?.median, group.peakHours?.low, group.peakHours?.high].map { .init($0) }
      + [TableCell(group.exposedDays), TableCell(group.falseAlarmRate)]
      + [TableCell(group.falseAlarmWindows), TableCell(group.challenges.count)]
      + [TableCell(group.dose?.unit), TableCell(group.dose?.highestTolerated)]
      + [TableCell(group.dose?.lowestProvoking), TableCell(group.dose?.untestedAbove)]
      + [TableCell(group.probabilityAfterPositive), TableCell(group.probabilityAfterNegative)]
      + [TableCell(group.verdictWithoutConfounded?.reading.rawValue)]
  }

  static func interval(_ interval: GroupResult.Interval?) -> [TableCell] {
    [interval?.mean, interval?.low, interval?.high, interval?.level].map { TableCell($0) }
  }

  /// One row for each item of each group.
  func each<Item>(
    _ items: (GroupResult) -> [Item], _ row: (GroupResult, Item) -> [TableCell]
  ) -> [[TableCell]] {
    results.groups.flatMap { group in
      items(group).map { [TableCell(group.group.rawValue)] + row(group, $0) }
    }
  }

  private var groupSymptoms: TableText {
    TableText(
      "group_symptoms",
      ["group", "symptom", "probability"]
        + ["mean", "low", "high", "level"].map { "effect_if_any_\($0)" },
      each(\.symptoms) { _, symptom in
        [TableCell(symptom.symptom), TableCell(symptom.probability)]
          + Self.interval(symptom.effectIfAny)
      })
  }

  private var timing: TableText {
    TableText(
      "timing", ["group", "mean_hours", "probability"],
      each(\.timing) { _, timing in
        [TableCell(timing.meanHours), TableCell(timing.probability)]
      })
  }

  private var doseResponses: TableText {
    TableText(
      "dose_responses",
      ["group", "date", "dose", "dose_unit", "worst_outcome", "worst_date", "above_baseline_band"],
      each(\.doseResponses) { group, response in
        [TableCell(response.date), TableCell(response.dose), TableCell(group.dose?.unit)]
          + [TableCell(response.worst), TableCell(response.worstDate), TableCell(response.isAbove)]
      })
  }

  private var exposures: TableText {
    TableText(
      "exposures", ["group", "date", "portions", "certain", "foods", "rows"],
      each(\.exposures) { _, exposure in
        [TableCell(exposure.date), TableCell(exposure.portions), TableCell(exposure.certain)]
          + [TableCell(list: exposure.foods), TableCell(list: exposure.entries)]
      })
  }

  private var beliefs: TableText {
    TableText(
      "beliefs", ["group", "believed", "verdict", "probability", "rows"],
      (results.beliefs ?? []).map { belief in
        [TableCell(belief.group.rawValue), TableCell(belief.believed)]
          + [TableCell(belief.verdict.rawValue), TableCell(belief.probability)]
          + [TableCell(list: belief.entries)]
      })
  }

  private var separations: TableText {
    TableText(
      "not_separable", ["groups", "test_group", "test_food", "similarity", "probability"],
      results.separations.map { separation in
        [names(separation.groups), TableCell(separation.testGroup.rawValue)]
          + [TableCell(separation.testFood), TableCell(separation.similarity)]
          + [TableCell(separation.probability)]
      })
  }
}
