// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Importing

extension BatchOptions {
  /// What results depend on besides the input's bytes, as one text.
  var settingsText: String {
    let phases = analysis.protocolPhases.map {
      "\($0.name) \($0.start) \($0.end) \($0.groups.map(\.rawValue).joined(separator: " "))"
    }
    let learned = analysis.learned.map { learned in
      learned.logOdds.keys.sorted().map { "\($0.rawValue) \(learned.logOdds[$0] ?? 0)" }
    }
    let parts =
      [
        "version \(version)", "zone \(importing.timeZone ?? "-")",
        "dates \(importing.dateOrder?.rawValue ?? "-")",
        "absence \(analysis.absence?.rawValue ?? "-")",
        "day starts \(analysis.dayStartMinutes)", "foods \(foodsKey)",
        "prior \(analysis.prior.rawValue)",
        "without \(analysis.groupsLeftOut.sorted().map(\.rawValue))",
        "learned \(analysis.learned?.diaries ?? 0) \(learned ?? [])",
      ] + phases
    return parts.joined(separator: "\n")
  }
}
