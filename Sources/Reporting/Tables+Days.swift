// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// The tables of challenges, days and phases.
extension Tables {
  var challenges: TableText {
    var columns = ["group", "challenge", "start", "end", "source", "mechanism"]
    columns += ["response_start", "response_end", "baseline_start", "baseline_end"]
    columns += ["effect", "effect_without_confounded", "baseline_mean", "baseline_days"]
    columns += ["nap", "nap_low", "nap_high", "nap_without_confounded", "tau"]
    columns += ["tau_trend_corrected", "hedges_g", "log_response_ratio"]
    columns += ["mean", "low", "high", "level"].map { "level_change_\($0)" }
    columns += ["autocorrelation", "p_value", "p_value_kind", "p_value_windows"]
    columns += ["confounders", "excluded_days", "rows"]
    return TableText(
      "challenges", columns, numbered({ [$0] }) { _, challenge in Self.row(challenge) })
  }

  private static func row(_ challenge: GroupResult.Challenge) -> [TableCell] {
    let (response, baseline) = (challenge.responseWindow, challenge.baselineWindow)
    let excluded = challenge.excludedDays.map { "\($0.date) \($0.reason)" }
    return [TableCell(challenge.start), TableCell(challenge.end)]
      + [TableCell(challenge.source), TableCell(challenge.mechanism)]
      + [response?.start, response?.end, baseline?.start, baseline?.end].map { TableCell($0) }
      + [TableCell(challenge.effect), TableCell(challenge.effectWithoutConfounded)]
      + [TableCell(challenge.baselineMean), TableCell(challenge.baselineDays)]
      + [challenge.nap, challenge.napInterval?.first, challenge.napInterval?.last].map {
        TableCell($0)
      }
      + [challenge.napWithoutConfounded, challenge.tau, challenge.tauTrendCorrected].map {
        TableCell($0)
      }
      + [TableCell(challenge.hedgesG), TableCell(challenge.logResponseRatio)]
      + interval(challenge.levelChange)
      + [TableCell(challenge.autocorrelation), TableCell(challenge.pValue)]
      + [TableCell(challenge.pValueKind), TableCell(challenge.pValueWindows)]
      + [TableCell(list: challenge.confounders), TableCell(list: excluded)]
      + [TableCell(list: challenge.entries)]
  }

  /// One row for each item of each challenge, after the group and the challenge's number from 1.
  private func numbered<Item>(
    _ items: (GroupResult.Challenge) -> [Item], row: (GroupResult.Challenge, Item) -> [TableCell]
  ) -> [[TableCell]] {
    results.groups.flatMap { group in
      group.challenges.enumerated().flatMap { index, challenge in
        items(challenge).map {
          [TableCell(group.group.rawValue), TableCell(index + 1)] + row(challenge, $0)
        }
      }
    }
  }

  var challengeDays: TableText {
    TableText(
      "challenge_days", ["group", "challenge", "day", "date", "outcome", "portions"],
      numbered({ Self.days($0) }) { challenge, day in
        [TableCell(day), TableCell(challenge.start.advanced(by: day))]
          + [TableCell(challenge.values.first { $0.day == day }?.value)]
          + [TableCell(challenge.doses.first { $0.day == day }?.value)]
      })
  }

  private static func days(_ challenge: GroupResult.Challenge) -> [Int] {
    Set(challenge.values.map(\.day) + challenge.doses.map(\.day)).sorted()
  }

  var confounders: TableText {
    TableText(
      "confounders",
      ["group", "challenge", "factor", "direction", "usual", "date", "value", "unit"]
        + ["usual_value", "rows"],
      numbered({ $0.ledger.flatMap { item in item.days.map { (item, $0) } } }) { _, noted in
        let (item, day) = noted
        return [TableCell(item.factor), TableCell(item.direction.rawValue)]
          + [TableCell(item.isUsual), TableCell(day.date), TableCell(day.value)]
          + [TableCell(item.unit), TableCell(item.usualValue), TableCell(list: item.entries)]
      })
  }

  var days: TableText {
    TableText(
      "days", ["date", "logged", "outcome", "confounders", "excluded"],
      results.timeline.days.map { day in
        [TableCell(day.date), TableCell(day.logged), TableCell(day.outcome)]
          + [TableCell(list: day.confounders), TableCell(day.excluded)]
      })
  }

  var symptomDays: TableText {
    TableText(
      "symptoms", ["date", "symptom", "severity"],
      results.timeline.days.flatMap { day in
        day.symptoms.sorted { $0.key < $1.key }.map { name, value in
          [TableCell(day.date), TableCell(name), TableCell(value)]
        }
      })
  }

  var phases: TableText {
    TableText(
      "phases", ["phase", "start", "end", "groups", "food", "doses", "dose_unit", "source", "row"],
      results.timeline.phases.map { phase in
        [TableCell(phase.name), TableCell(phase.start), TableCell(phase.end), names(phase.groups)]
          + [TableCell(phase.food), TableCell(words: (phase.doses ?? []).map { "\($0)" })]
          + [TableCell(phase.doseUnit), TableCell(phase.source), TableCell(phase.entry)]
      })
  }

  var helpfulFactors: TableText {
    TableText(
      "helpful_factors",
      ["factor", "days_with", "mean_with", "days_without", "mean_without", "difference"],
      results.helpfulFactors.map { factor in
        [TableCell(factor.factor), TableCell(factor.daysWith), TableCell(factor.meanWith)]
          + [TableCell(factor.daysWithout), TableCell(factor.meanWithout)]
          + [TableCell(factor.difference)]
      })
  }
}
