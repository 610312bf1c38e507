// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

/// The gates about what was left out: gluten before a test for coeliac disease, and all else for long.
extension SafetyGates {
  var isCoeliacExcluded: Bool {
    let facts = (profile.conditions + profile.allergies).map(\.text)
    let notes = frame.entries.indices.filter { frame.entries[$0].kind == .note }.map { place in
      frame.entries[place].name + " " + (frame.entries[place].note ?? "")
    }
    return (facts + notes).contains { text in
      Self.excludesCoeliac(text)
    }
  }

  /// Whether a text says that coeliac disease was ruled out.
  static func excludesCoeliac(_ text: String) -> Bool {
    let tokens = Words.tokens(text).filter { !Clause.isBreak($0) }
    guard let place = tokens.firstIndex(where: { ["coeliac", "celiac", "zoeliakie"].contains($0) })
    else { return false }
    let words: Set<String> = [
      "excluded", "negative", "ausgeschlossen", "negativ", "ruled", "no", "not", "keine", "kein",
    ]
    let around = tokens[max(0, place - 2)..<min(tokens.count, place + 7)]
    return around.contains(where: words.contains) && !around.contains("yet")
  }

  func coeliac() -> Evidence {
    var found = Evidence()
    guard !isCoeliacExcluded,
      !profile.conditions.contains(where: { SafetyPhrases.any(SafetyPhrases.coeliac, in: $0.text) })
    else { return found }
    let gluten = GroupID(rawValue: "gluten")
    for phase in phases where phase.name == "elimination" && phase.groups.contains(gluten) {
      if phase.source == "inferred" {
        addInferred(phase, gluten, to: &found)
      } else {
        found.add(
          "gluten left out from \(CivilDate(dayNumber: phase.first))", phase.entry,
          Statement("left-out-from", ["group": .text(gluten.rawValue), "start": .day(phase.first)]))
      }
    }
    for fact in profile.conditions where SafetyPhrases.any(SafetyPhrases.glutenFree, in: fact.text)
    {
      found.add(fact.text, fact.entry)
    }
    found.merge(evidence(SafetyPhrases.glutenFreeInNotes) { _, entry in entry.kind == .note })
    return found
  }

  /// Adds days without gluten that nobody declared, and the rows around them, unless gluten is eaten
  /// again: a stretch without it in a diary full of bread is no gluten-free diet.
  private func addInferred(_ phase: PhaseSpan, _ gluten: GroupID, to found: inout Evidence) {
    let meals = (exposures.first { $0.group == gluten }?.meals ?? []).filter(\.certain)
    guard !isEatenAgain(meals, after: phase.last) else { return }
    let last = CivilDate(dayNumber: phase.last)
    let before = meals.last { $0.day < phase.first }?.entry
    found.add(
      "gluten left out from \(CivilDate(dayNumber: phase.first)) to \(last)", before,
      Statement(
        "left-out-from",
        ["group": .text(gluten.rawValue), "start": .day(phase.first), "end": .day(phase.last)]))
    found.add("", meals.first { $0.day > phase.last }?.entry)
  }

  /// Whether certain meals stand on two weeks of days or more after a day, on one in seven of those
  /// with foods, and within the last two weeks.
  private func isEatenAgain(_ meals: [GroupMeal], after end: Int) -> Bool {
    let days = Set(meals.map(\.day).filter { $0 > end })
    guard end < frame.lastDay, let last = days.max() else { return false }
    let foodDays = (end + 1...frame.lastDay).count { frame.hasFood($0) }
    return days.count >= PhaseTable.inferredEliminationDays && days.count * 7 >= foodDays
      && frame.lastDay - last < PhaseTable.inferredEliminationDays
  }

  func longElimination() -> Evidence {
    var found = Evidence()
    for phase in phases where phase.name == "elimination" && isStrict(phase) {
      let firstChallenge = phases.filter { $0.name == "challenge" && phase.contains($0.first) }
        .map(\.first).min()
      let days = (firstChallenge ?? phase.last + 1) - phase.first
      if days > 56 {
        found.add(
          "\(days) days from \(CivilDate(dayNumber: phase.first)) without a challenge", phase.entry,
          Statement(
            "days-without-challenge", ["days": .count(days), "start": .day(phase.first)]))
      }
    }
    return found
  }

  /// Whether a phase is declared, or holds half of all that was found to be left out: one food that
  /// happens not to be eaten is no strict diet.
  private func isStrict(_ phase: PhaseSpan) -> Bool {
    guard phase.source == "inferred" else { return true }
    let all = phases.filter { $0.name == "elimination" && $0.source == "inferred" }
    return phase.groups.count * 2 >= Set(all.flatMap(\.groups)).count
  }
}
