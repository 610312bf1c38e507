// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import Importing
internal import Reporting

extension BatchOptions {
  /// What results depend on besides the input's bytes, as one text.
  var settingsText: String {
    let own = analysis.participantPhases.sorted { $0.key < $1.key }
    let phases =
      analysis.protocolPhases.map { Self.text($0) }
      + own.flatMap { name, phases in phases.map { "\(name): \(Self.text($0))" } }
      + (analysis.isRandomised ? ["randomised"] : [])
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
        "language \(language.rawValue)",
        "learned \(analysis.learned?.diaries ?? 0) \(learned ?? [])", "names \(namesText)",
        // Records from before it lack what the index is ordered by.
        "index by gate",
        // Nor do they tell of files that may have lost somebody.
        "one person each",
      ] + phases + (writesReports ? [] : ["without reports"])
    return parts.joined(separator: "\n")
  }

  private var namesText: String {
    switch names {
    case .kept: "kept"
    case .replaced: "replaced"
    case .salted(let salt): "salted " + SHA256.hexadecimal(of: Array("settings".utf8) + salt)
    }
  }

  /// All that a phase of a protocol file says.
  private static func text(_ phase: Timeline.Phase) -> String {
    let plan = [
      phase.food ?? "-", phase.doses.map { "\($0)" } ?? "-", phase.doseUnit ?? "-",
      phase.blinded.map { "\($0)" } ?? "-", phase.entry ?? "-",
    ]
    return "\(phase.name) \(phase.start) \(phase.end) "
      + (phase.groups.map(\.rawValue) + plan).joined(separator: " ")
  }
}
