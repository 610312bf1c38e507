// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// The tables of what comes next, of what limits the reading, and of where it comes from.
extension Tables {
  private var proposals: [(place: Int, experiment: Experiment)] {
    results.experiments.proposals.enumerated().map { ($0.offset + 1, $0.element) }
  }

  var experiments: TableText {
    var columns = ["experiment", "group", "kind", "reason", "food", "food_also_holds", "start"]
    columns += ["washout_days", "watch_days", "expected_gain", "probability"]
    columns += ["probability_if_positive", "probability_if_negative", "chance_of_positive"]
    return TableText(
      "experiments", columns,
      proposals.map { place, experiment in
        [TableCell(place), TableCell(experiment.group?.rawValue), TableCell(experiment.kind)]
          + [TableCell(experiment.reason), TableCell(experiment.food)]
          + [names(experiment.foodAlsoHolds), TableCell(experiment.start)]
          + [TableCell(experiment.washoutDays), TableCell(experiment.watchDays)]
          + [TableCell(experiment.expectedGain), TableCell(experiment.probability)]
          + [TableCell(experiment.probabilityIfPositive)]
          + [TableCell(experiment.probabilityIfNegative)]
          + [TableCell(experiment.chanceOfPositive)]
      })
  }

  var experimentDays: TableText {
    TableText(
      "experiment_days", ["experiment", "day", "dose", "unit", "portions", "size"],
      proposals.flatMap { place, experiment in
        experiment.days.map { day in
          [TableCell(place), TableCell(day.day), TableCell(day.dose), TableCell(day.unit)]
            + [TableCell(day.portions), TableCell(day.size)]
        }
      })
  }

  var safety: TableText {
    TableText(
      "safety", ["gate", "withholds_retest", "groups", "evidence", "rows"],
      results.safety.map { gate in
        [TableCell(gate.gate), TableCell(gate.withholdsRetest), names(gate.groups)]
          + [TableCell(gate.evidence), TableCell(list: gate.entries)]
      })
  }

  var warnings: TableText {
    TableText(
      "warnings", ["code", "groups", "start", "end", "rows"],
      results.orderedWarnings.map { warning in
        [TableCell(warning.code), names(warning.groups), TableCell(warning.start)]
          + [TableCell(warning.end), TableCell(list: warning.entries ?? [])]
      })
  }

  /// The parts of the grade: those of the whole diary, then those of each group.
  var dataQuality: TableText {
    let columns = ["group", "grade", "part", "value", "count", "total", "rating", "days", "rows"]
    guard let quality = results.dataQuality else { return TableText("data_quality", columns) }
    func rows(_ group: GroupID?, _ grade: DataQuality.Grade, _ parts: [DataQuality.Part])
      -> [[TableCell]]
    {
      parts.map { part in
        [TableCell(group?.rawValue), TableCell(grade.rawValue), TableCell(part.code)]
          + [TableCell(part.value), TableCell(part.count), TableCell(part.total)]
          + [TableCell(part.rating.rawValue)]
          + [TableCell(words: part.stretches.map { "\($0.start)/\($0.end)" })]
          + [TableCell(list: part.entries)]
      }
    }
    return TableText(
      "data_quality", columns,
      rows(nil, quality.grade, quality.parts)
        + quality.groups.flatMap { rows($0.group, $0.grade, $0.parts) })
  }

  var unknownFoods: TableText {
    TableText(
      "unknown_foods", ["food", "entries"],
      results.unknownFoods.map { [TableCell($0.name), TableCell($0.count)] })
  }

  var sources: TableText {
    TableText(
      "sources",
      ["file", "format", "rows", "rows_unread", "entries_used", "entries_repeated", "sha256"],
      results.provenance.inputs.map { input in
        [TableCell(input.name), TableCell(input.format), TableCell(input.rows)]
          + [TableCell(input.rowsUnread), TableCell(input.entriesUsed)]
          + [TableCell(input.entriesRepeated), TableCell(input.sha256)]
      })
  }

  var settings: TableText {
    TableText(
      "settings", ["setting", "value"],
      [[TableCell("version"), TableCell(results.provenance.version)]]
        + results.provenance.settings.sorted { $0.key < $1.key }.map {
          [TableCell($0.key), TableCell($0.value)]
        })
  }
}
