// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The measurements of a Cronometer export, `biometrics.csv`.
enum CronometerBiometrics {
  static func entries(
    _ row: CronometerRow, log: inout FindingLog
  ) throws(RowFault) -> [Entry] {
    let metric = try row.text("metric", "measurement has no metric")
    let unit = row.cell("unit")
    var entry = row.entry(.context, try row.time(), metric, unit: unit)
    entry.value = EntryValue(
      canonical: row.format.pointed(row.cell("amount"), line: row.origin.line, log: &log))
    entry.keepOddNumberAsNote(&log)
    translate(&entry, base: base(metric), unit: unit.lowercased())
    if case .numbers? = SeverityScale(unit) { try takeRating(&entry, metric, log: &log) }
    let isUnused = entry.kind == .context && !Vocabulary.contexts.contains(entry.name)
    if isUnused, !log.repeats("context-unused", key: metric) {
      log.tally(
        "context-unused", .note, key: metric, line: row.origin.line,
        "The metric “\(metric.shortened)” is kept, and not used by the analysis.")
    }
    return [entry]
  }

  /// The metric without the device in brackets, in lower case.
  private static func base(_ metric: String) -> String {
    metric.split(separator: "(", maxSplits: 1).first.map { String($0).trimmed.lowercased() } ?? ""
  }

  private static func translate(_ entry: inout Entry, base: String, unit: String) {
    switch base {
    case "sleep" where DraftNames.hours.contains(unit):
      (entry.name, entry.unit) = ("sleep", "h")
    case "sleep" where DraftNames.minutes.contains(unit):
      guard let minutes = entry.value?.number else { return }
      (entry.name, entry.value, entry.unit) = ("sleep", .number(minutes / 60), "h")
    case "weight" where unit == "kg": (entry.name, entry.unit) = ("weight", "kg")
    case "weight" where unit == "lbs" || unit == "lb":
      guard let pounds = entry.value?.number else { return }
      (entry.name, entry.value, entry.unit) = ("weight", .number(pounds * 0.453_592_37), "kg")
    default: break
    }
  }

  /// Makes a symptom of a metric that a person made for one, whose unit is a scale; one named as a
  /// context is, such as `Mood`, becomes that.
  private static func takeRating(
    _ entry: inout Entry, _ metric: String, log: inout FindingLog
  ) throws(RowFault) {
    let column = ColumnProfile(name: metric)
    let context = DraftNames.context(column).map { $0 == "sleep" ? "sleep-quality" : $0 }
    if let context, ["mood", "energy", "stress", "sleep-quality"].contains(context) {
      entry.name = context
    } else if DraftNames.isSymptom(column) {
      entry.kind = .symptom
      log.tally(
        "cronometer-metric-rated", .note, key: metric, line: entry.origin.line,
        "The metric “\(metric.shortened)” was read as a symptom, the more the worse.")
    } else {
      return
    }
    var rules = EntryRules()
    rules.isOfApp = true
    try rules.check(entry, log: &log)
  }
}
