// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Simulation

/// A diary as a table of days, as a spreadsheet would hold it; for the methods compared with.
struct DailyTable {
  /// The worst outcome of each day on 0–10; `nil` where the diary holds none.
  var outcome: [Double?]
  /// By group: portions a day.
  var doses: [GroupID: [Double]]
  /// Circumstances by name, `nil` where not written down.
  var context: [String: [Double?]]
  /// Whether the day is a Saturday or Sunday.
  var weekend: [Bool]

  /// Reads the foods and circumstances of the diary; the outcome by day is given with it.
  init(_ simulated: SimulatedDiary) {
    let start = simulated.process.start
    let days = (simulated.process.moments.last?.day ?? -1) + 1
    outcome = Array(repeating: nil, count: days)
    for moment in simulated.process.moments where moment.outcome != nil {
      outcome[moment.day] = max(outcome[moment.day] ?? 0, moment.outcome ?? 0)
    }
    var doses: [GroupID: [Double]] = [:]
    var context: [String: [Double?]] = [:]
    for entry in simulated.diary.entries {
      guard let date = entry.time?.start.date else { continue }
      let day = date - start
      guard (0..<days).contains(day) else { continue }
      if entry.kind == .food {
        for group in entry.groups ?? [] {
          doses[group, default: Array(repeating: 0, count: days)][day] += entry.value?.number ?? 1
        }
      } else if entry.kind == .context {
        context[entry.name, default: Array(repeating: nil, count: days)][day] =
          entry.value?.number ?? 1
      }
    }
    self.doses = doses
    self.context = context
    weekend = (0..<days).map { start.advanced(by: $0).isoWeekday >= 6 }
  }
}
