// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The days that are left out of comparisons, and why.
struct Exclusions: Sendable {
  /// The shortest fast that counts, in hours.
  static let fastHours = 24.0
  /// The days of refeeding after a fast.
  static let refeedingDays = 2
  /// The days after antibiotics that are left out as well.
  static let antibioticTailDays = 14

  /// The reason for each day that is left out of the challenges' comparisons.
  private(set) var reasons: [Int: String] = [:]
  /// The days that are left out of the model as well.
  private(set) var outOfModel: Set<Int> = []
  /// The places of the entries of fasts of a day or more.
  private(set) var fasts: [Int] = []
  /// The first medical event after which nothing is interpreted: its day, name and entry.
  private(set) var event: (day: Int, name: String, entry: Int)?

  init(frame: DiaryFrame, confounders: ConfounderTable) {
    addMedicalEvent(frame)
    addFasts(frame)
    for day in (confounders.days["antibiotics"] ?? []).sorted() {
      exclude(day, "antibiotics", model: true)
    }
    for day in (confounders.days["antibiotics"] ?? []).sorted() {
      for tail in 1...Self.antibioticTailDays {
        exclude(day + tail, "after antibiotics", model: true)
      }
    }
    for name in ["illness", "travel"] {
      let days = confounders.days[name] ?? []
      let logged = frame.logged.count { $0 }
      guard days.count * 2 <= logged else { continue }
      for day in days.sorted() { exclude(day, name, model: false) }
    }
  }

  /// Whether a day is left out of the challenges' comparisons.
  func contains(_ day: Int) -> Bool { reasons[day] != nil || isAfterEvent(day) }

  /// Why a day is left out; `nil` where it is not.
  func reason(_ day: Int) -> String? {
    if isAfterEvent(day), let event { return "after \(event.name)" }
    return reasons[day]
  }

  /// Whether a day is left out of the model.
  func leavesModel(_ day: Int) -> Bool { outOfModel.contains(day) || isAfterEvent(day) }

  /// Whether a day is that of the medical event or comes after it.
  func isAfterEvent(_ day: Int) -> Bool { event.map { day >= $0.day } ?? false }

  private mutating func exclude(_ day: Int, _ reason: String, model: Bool) {
    if reasons[day] == nil { reasons[day] = reason }
    if model { outOfModel.insert(day) }
  }

  private mutating func addMedicalEvent(_ frame: DiaryFrame) {
    let names = ["transplant", "chemotherapy", "immunosuppression"]
    for (index, entry) in frame.entries.enumerated() where entry.kind == .context {
      let name = Words.normal(entry.name)
      guard names.contains(name), ConfounderTable.isPresent(entry), let time = entry.time else {
        continue
      }
      let day = frame.axis.day(of: time.start)
      if event.map({ day < $0.day }) ?? true { event = (day, name, index) }
    }
  }

  private mutating func addFasts(_ frame: DiaryFrame) {
    var refeeding: [Int] = []
    for (index, entry) in frame.entries.enumerated() {
      guard entry.kind == .context, Words.normal(entry.name) == "fasting", let time = entry.time,
        ConfounderTable.isPresent(entry), let hours = Self.hours(entry, time, frame.axis),
        hours >= Self.fastHours
      else { continue }
      fasts.append(index)
      let span = frame.span(of: time)
      let length = Int(min((hours / 24).rounded(.up), 400))
      let last = max(span.upperBound, span.lowerBound + length - 1)
      for day in span.lowerBound...min(last, span.lowerBound + 400) {
        exclude(day, "fast", model: true)
      }
      refeeding += (1...Self.refeedingDays).map { last + $0 }
    }
    for day in refeeding { exclude(day, "refeeding", model: true) }
  }

  /// The hours of a fast: its value, or how long its interval is; whole days where no clock is given.
  static func hours(_ entry: Entry, _ time: EntryTime, _ axis: TimeAxis) -> Double? {
    if let number = entry.value?.number, number.isFinite, number > 1 || entry.unit == "h" {
      return Words.normal(entry.unit ?? "h").hasPrefix("d") ? number * 24 : number
    }
    guard case .interval(let start, let end) = time else { return nil }
    if let begin = axis.hour(of: start), let stop = axis.hour(of: end) { return stop - begin }
    return Double(end.date.dayNumber - start.date.dayNumber + 1) * 24
  }
}
