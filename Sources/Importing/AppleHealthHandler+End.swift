// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension AppleHealthHandler {
  /// Takes in a nutrient that stands outside foods: perhaps the only trace of one.
  mutating func takeNamedNutrient(_ draft: Draft) {
    guard let name = draft.foodName else {
      if draft.type == "HKQuantityTypeIdentifierDietaryWater" {
        noteWater(line: draft.line)
        return
      }
      foods.addUnnamed(start: draft.start, source: draft.source, line: draft.line)
      return
    }
    let (start, end): (AppleHealthDate, AppleHealthDate)
    do throws(RowFault) {
      (start, end) = try dates(draft)
    } catch {
      // A dose is a record of its own, which is refused as such; a food has many nutrients.
      guard draft.kind == .type(.nutrient),
        seen.insert(RecordKey([name, draft.start, draft.end, draft.source]))
      else { return }
      outcome.rows += 1
      refuse(draft, error)
      return
    }
    let time = clock.time(
      start, end, zone: draft.zone, line: draft.line, placeholders: [Self.midnight],
      isCounted: false)
    let food = AppleHealthFoods.Food(
      name: name, time: time, line: draft.line, hasKnownZone: clock.zone(draft.zone) != nil)
    foods.add(food, source: draft.source, type: draft.type, key: draft.namedKey, bareKey: draft.key)
  }

  private mutating func noteWater(line: Int) {
    log.tally(
      "apple-health-water", .note, line: line,
      "Water that was drunk is not read: it is in no group of foods.")
  }

  /// All that the file gave, once it has ended.
  mutating func finished() -> ReadOutcome {
    for food in foods.foodsOutsideCorrelations() {
      outcome.rows += 1
      notePlaceholder(food.name, line: food.line)
      if !food.hasKnownZone && food.time.start.local != nil {
        clock.noteClock(nil, line: food.line)
      }
      entries.append(
        Entry(
          kind: .food, time: food.time, name: food.name,
          origin: Origin(input: input, line: food.line)))
    }
    addSleep()
    noteNightsInBed()
    addProfile()
    noteUnnamed()
    noteClock()
    outcome.parts = [PartialDiary(participant: nil, entries: entries)]
    (entries, seen, seenInFoods, foods) = ([], RecordKeySet(), RecordKeySet(), AppleHealthFoods())
    outcome.findings = log.finished()
    return outcome
  }

  private mutating func addSleep() {
    for night in sleep.days() {
      guard night.hours <= 24 else {
        log.add(
          "sleep-not-possible", .warning, line: night.line,
          "The records give \(night.day) more than 24 hours of sleep; they are left out.",
          remedy: "Correct them in the app that wrote them.")
        continue
      }
      entries.append(
        Entry(
          kind: .context, time: .at(.day(night.day)), name: "sleep", value: .number(night.hours),
          unit: "h", origin: Origin(input: input, line: night.line)))
    }
  }

  private mutating func noteNightsInBed() {
    let nights = sleep.nightsOnlyInBed
    guard let first = nights.first else { return }
    log.add(
      "apple-health-only-in-bed", .note, line: first.line,
      "Of \(nights.count == 1 ? "1 night" : "\(nights.count) nights"), the first that to "
        + "\(first.day), only the time in bed is known; it was not taken for sleep.")
  }

  private mutating func noteUnnamed() {
    let meals = foods.unnamedMeals
    guard meals.count > 0 else { return }
    log.add(
      "apple-health-foods-without-name", .warning, line: meals.line,
      (meals.count == 1 ? "1 meal holds" : "\(meals.count) meals hold")
        + " nutrients without the name of a food, and cannot be read as foods.",
      remedy: "Some apps write no names to Apple Health: give their own export as well.")
  }

  private mutating func noteClock() {
    let kept = clock.keptOnPrintedClock
    guard kept.count > 0 else { return }
    log.add(
      "apple-health-export-clock", .warning, line: kept.line,
      (kept.count == 1 ? "1 time stands" : "\(kept.count) times stand")
        + " on the clock of the day of the export, which in another season or country is not the "
        + "clock of the event; they are kept as printed.",
      remedy: "Say where the person lived with --time-zone, such as --time-zone Europe/Berlin.")
  }
}
