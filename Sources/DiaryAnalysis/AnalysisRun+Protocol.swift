// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AnalysisRun {
  /// What the protocol file says that cannot be used for this diary.
  func protocolWarnings() -> [Warning] {
    [participantNotNamed].compactMap(\.self) + doseUnitsNotKnown
  }

  /// That the file names other participants only.
  private var participantNotNamed: Warning? {
    let named = options.participantPhases.keys.sorted()
    guard !named.isEmpty, options.protocolPhases.isEmpty,
      !named.contains(frame.diary.participant ?? "")
    else { return nil }
    let shown = named.prefix(6).map { String($0.prefix(60)) }
    let more = named.count > 6 ? " and \(named.count - 6) more" : ""
    return Warning(
      "protocol-participant-unknown",
      "The protocol file has phases for \(shown.joined(separator: ", "))\(more), and none for "
        + "this participant, so none of its phases is used.",
      ["participants": .texts(shown), "count": .count(named.count)])
  }

  private var doseUnitsNotKnown: [Warning] {
    var seen: Set<String> = []
    return declared.compactMap { phase in
      guard phase.plan.doses != nil, let unit = phase.plan.unit else { return nil }
      let normal = Words.normal(unit)
      guard exposures.unknownDoseUnits.contains(normal), seen.insert(normal).inserted else {
        return nil
      }
      var warning = Warning(
        "dose-unit-unknown",
        "The unit \u{201C}\(unit.prefix(40))\u{201D} of a planned dose is not known: where the diary "
          + "names no food, its doses count as portions.",
        ["unit": .text(String(unit.prefix(40)))])
      warning.groups = phase.groups
      warning.entries = phase.reference.map { [$0] }
      return warning
    }
  }
}
