// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AppleHealthHandler {
  private static let noon = 12 * 3600
  static let midnight = 0

  /// Takes in a whole record, food or workout.
  mutating func take(_ draft: Draft) {
    switch draft.kind {
    case .type(.nutrient):
      takeNamedNutrient(draft)
      return
    case .type(.fact(let fact)):
      take(fact, draft)
      return
    case .type(.caffeine), .type(.alcohol):
      if draft.foodName != nil && !draft.isInFood { takeNamedNutrient(draft) }
    default: break
    }
    guard isNew(draft) else { return }
    outcome.rows += 1
    do throws(RowFault) {
      try read(draft)
    } catch {
      refuse(draft, error)
    }
  }

  /// Counts a record that cannot be read, with what there is of it.
  mutating func refuse(_ draft: Draft, _ fault: RowFault) {
    outcome.rowsUnread += 1
    log.add(fault, line: draft.line, unread: draft.unread(input))
  }

  /// Whether a record has not been read before; some apps write one up to eight times.
  private mutating func isNew(_ draft: Draft) -> Bool {
    let key: RecordKey
    if case .food = draft.kind { key = draft.foodKey } else { key = draft.key }
    if seen.insert(key) { return true }
    if seenInFoods.contains(key) { return false }
    log.tally(
      "apple-health-duplicate", .note, line: draft.line,
      "The record stands in the file before, with the same times, value and source; read once.")
    return false
  }

  private mutating func read(_ draft: Draft) throws(RowFault) {
    let (start, end) = try dates(draft)
    switch draft.kind {
    case .food: try readFood(draft, start, end)
    case .workout: try readWorkout(draft, start, end)
    case .type(.symptom(let name)): try readSymptom(name, draft, start, end)
    case .type(.sleep): try readSleep(draft, start, end)
    case .type(.mindfulSession):
      let minutes = Double(end.secondsSinceEpoch - start.secondsSinceEpoch) / 60
      add(draft, .context, "mindful-session", tenths(minutes), "min", time(draft, start, end))
    case .type(.menstrualFlow): try readMenses(draft, start)
    case .type(.bodyMass):
      let kilograms = try quantity(
        draft, ["kg": 1, "g": 0.001, "lb": 0.453_592_37, "st": 6.350_293])
      let rounded = (kilograms * 100).rounded() / 100
      add(draft, .context, "weight", rounded, "kg", time(draft, start, end))
    case .type(.caffeine):
      let milligrams = try quantity(draft, ["mg": 1, "g": 1000, "mcg": 0.001])
      let time = time(draft, start, end, placeholders: [Self.midnight])
      add(draft, .context, "caffeine", tenths(milligrams), "mg", time)
    case .type(.alcohol):
      let drinks = try quantity(draft, ["count": 1])
      let time = time(draft, start, end, placeholders: [Self.midnight])
      add(draft, .context, "alcohol", drinks, "drinks", time)
    case .type(.nutrient), .type(.fact): break
    }
  }

  func dates(
    _ draft: Draft
  ) throws(RowFault) -> (AppleHealthDate, AppleHealthDate) {
    guard let start = draft.texts.with(.start, { AppleHealthDate($0) }) else {
      throw dateFault(draft.start)
    }
    if draft.texts.areSame(.start, .end) { return (start, start) }
    guard let end = draft.texts.with(.end, { AppleHealthDate($0) }) else {
      throw dateFault(draft.end)
    }
    guard end.secondsSinceEpoch >= start.secondsSinceEpoch else {
      throw RowFault(
        id: "interval-backwards",
        summary: "The record ends (\(draft.end.shortened)) before it starts.",
        remedy: "Correct it in the app that wrote it, or leave it out.")
    }
    return (start, end)
  }

  private func dateFault(_ text: String) -> RowFault {
    RowFault(
      id: "apple-health-date", summary: "“\(text.shortened)” is not a date of an export.",
      remedy: "Expected is a day of the calendar as 2026-02-09 08:10:00 +0100.")
  }

  private mutating func time(
    _ draft: Draft, _ start: AppleHealthDate, _ end: AppleHealthDate, placeholders: [Int] = []
  ) -> EntryTime {
    clock.time(start, end, zone: draft.zone, line: draft.line, placeholders: placeholders)
  }

  private mutating func add(
    _ draft: Draft, _ kind: EntryKind, _ name: String, _ value: Double?, _ unit: String?,
    _ time: EntryTime, note: String? = nil
  ) {
    entries.append(
      Entry(
        kind: kind, time: time, name: name, value: value.map(EntryValue.number), unit: unit,
        note: note, origin: Origin(input: input, line: draft.line)))
  }

  func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  /// The value of a record in the unit whose factor is 1.
  func quantity(
    _ draft: Draft, _ factors: [String: Double]
  ) throws(RowFault) -> Double {
    guard let value = draft.value.flatMap({ NumberText.number($0) }), value >= 0, value < 1e9 else {
      throw RowFault(
        id: "apple-health-value",
        summary: "“\((draft.value ?? "").shortened)” is no amount that can be.",
        remedy: "Correct it in the app that wrote it.")
    }
    guard let factor = factors[draft.unit ?? ""] else {
      throw RowFault(
        id: "apple-health-unit", summary: "The unit “\((draft.unit ?? "").shortened)” is not read.",
        remedy: "Expected is one of \(factors.keys.sorted().joined(separator: ", ")).")
    }
    return value * factor
  }

  private mutating func readFood(
    _ draft: Draft, _ start: AppleHealthDate, _ end: AppleHealthDate
  ) throws(RowFault) {
    guard let name = draft.foodName ?? draft.childName else {
      outcome.rows -= 1
      foods.addUnnamed(start: draft.start, source: draft.source, line: draft.line)
      return
    }
    notePlaceholder(name, line: draft.line)
    var entry = Entry(
      kind: .food, time: time(draft, start, end, placeholders: [Self.midnight]), name: name,
      origin: Origin(input: input, line: draft.line))
    var notes = draft.meal.map { ["meal: \($0)"] } ?? []
    if let amount = draft.amount, !amount.isEmpty {
      let parts = amount.split(separator: " ", maxSplits: 1)
      if let number = NumberText.number(parts[0]), number >= 0 {
        entry.value = .number(number)
        entry.unit = parts.count > 1 ? String(parts[1]).trimmed : nil
      } else {
        notes.append("amount: \(amount)")
      }
    }
    entry.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    entries.append(entry)
  }

  mutating func notePlaceholder(_ name: String, line: Int) {
    guard name == "not_set" || name == "Food" else { return }
    log.tally(
      "apple-health-placeholder-name", .warning, line: line,
      "The app gave a food no name of its own (“\(name)”): that it was eaten is kept, not what.",
      remedy: "Name it in the app and export again, or leave it.")
  }

  private mutating func readSymptom(
    _ name: String, _ draft: Draft, _ start: AppleHealthDate, _ end: AppleHealthDate
  ) throws(RowFault) {
    guard let reading = draft.texts.with(.value, { AppleHealthSeverity.read($0) }) else {
      throw categoryFault(draft, expected: "HKCategoryValueSeverityMild and the like")
    }
    let time = time(draft, start, end, placeholders: [Self.noon, Self.midnight])
    entries.append(
      Entry(
        kind: .symptom, time: time, name: name,
        value: reading.value, unit: reading.value == nil ? nil : AppleHealthSeverity.scale,
        note: reading.note, origin: Origin(input: input, line: draft.line)))
  }

  func categoryFault(_ draft: Draft, expected: String) -> RowFault {
    RowFault(
      id: "apple-health-category",
      summary: "“\((draft.value ?? "").shortened)” is not a value of \(draft.type.shortened).",
      remedy: "Expected is \(expected).")
  }

  private mutating func readSleep(
    _ draft: Draft, _ start: AppleHealthDate, _ end: AppleHealthDate
  ) throws(RowFault) {
    let prefix = "HKCategoryValueSleepAnalysis"
    guard let value = draft.value, value.hasPrefix(prefix) else {
      throw categoryFault(draft, expected: "\(prefix)Asleep and the like")
    }
    let stage = value.dropFirst(prefix.count)
    let isInBed = stage == "InBed"
    guard stage.hasPrefix("Asleep") || isInBed else { return }
    guard isInBed || end.secondsSinceEpoch - start.secondsSinceEpoch <= 24 * 3600 else {
      throw RowFault(
        id: "sleep-not-possible", summary: "The record is of more than 24 hours of sleep.",
        remedy: "Correct it in the app that wrote it.")
    }
    let zone = clock.zone(draft.zone)
    let offset = zone?.offset(atSecondsSinceEpoch: end.secondsSinceEpoch) ?? end.offset
    if isInBed {
      sleep.addInBed(end: end.secondsSinceEpoch, offset: offset, line: draft.line)
      return
    }
    clock.noteClock(zone, line: draft.line)
    sleep.add(
      start: start.secondsSinceEpoch, end: end.secondsSinceEpoch, offset: offset, line: draft.line)
  }

  private mutating func readMenses(
    _ draft: Draft, _ start: AppleHealthDate
  ) throws(RowFault) {
    let prefix = "HKCategoryValueMenstrualFlow"
    let prefixes = [prefix, "HKCategoryValueVaginalBleeding"]
    guard let value = draft.value, let known = prefixes.first(where: value.hasPrefix) else {
      throw categoryFault(draft, expected: "\(prefix)Light and the like")
    }
    let day = start.point(clock.zone(draft.zone)).date
    let isNone = value.dropFirst(known.count) == "None"
    add(draft, .context, "menses", isNone ? 0 : 1, nil, .at(.day(day)))
  }

  private mutating func readWorkout(
    _ draft: Draft, _ start: AppleHealthDate, _ end: AppleHealthDate
  ) throws(RowFault) {
    var minutes = Double(end.secondsSinceEpoch - start.secondsSinceEpoch) / 60
    if draft.value != nil { minutes = try quantity(draft, ["min": 1, "s": 1 / 60, "hr": 60]) }
    let prefix = "HKWorkoutActivityType"
    let activity = draft.type.hasPrefix(prefix) ? draft.type.dropFirst(prefix.count) : ""
    add(
      draft, .context, "exercise", tenths(minutes), "min", time(draft, start, end),
      note: activity.isEmpty ? nil : AppleHealthType.words(activity))
  }
}
