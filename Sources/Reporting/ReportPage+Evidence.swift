// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// What the safety gates do to the rest of the page, and what fired them.
extension ReportPage {
  // MARK: What a gate forbids to say

  /// Whether a group's tests show what its verdict says; so does the model where none was compared.
  func isShown(_ result: GroupResult) -> Bool {
    let codes = result.reasonCodes ?? []
    return !codes.contains { $0.code == "tests-followed" && $0.whole("followed") == 0 }
  }

  /// Whether symptoms followed any of a group's compared tests.
  func wasFollowed(_ result: GroupResult) -> Bool {
    (result.reasonCodes ?? []).contains {
      $0.code == "tests-followed" && $0.whole("followed") > 0
    }
  }

  /// Whether symptoms followed tests of a trigger though no day after it was above the usual range: its
  /// highest dose is none that was fine then.
  private func roseWithinRange(_ result: GroupResult) -> Bool {
    // A dose below one after which it did rise above the range is what it says.
    let highest = result.dose?.highestTolerated ?? .infinity
    return result.verdict.isTrigger && result.dose?.lowestProvoking == nil
      && !result.doseResponses.contains { $0.isAbove && $0.dose > highest }
      && wasFollowed(result)
  }

  /// The doses of a group that go with what is said of its tests.
  func dose(_ result: GroupResult) -> GroupResult.Dose? {
    var dose = result.dose
    if roseWithinRange(result) { dose?.highestTolerated = nil }
    return dose
  }

  /// Whether a next step goes with what is said of the tests: no dose is kept to that symptoms followed.
  func hasNextStep(_ result: GroupResult) -> Bool {
    guard result.nextStep != "none", !result.nextStep.isEmpty else { return false }
    return !(roseWithinRange(result) && result.nextStepCode?.code == "stay-at-dose")
  }

  /// A group's next step; before days without foods that mostly are wheat comes the doctor, while tests
  /// for coeliac disease are open.
  func nextStep(_ result: GroupResult) -> String {
    let step = words.nextStep(result)
    let tested = testGroup(result)
    guard let code = result.nextStepCode?.code, tested.rawValue != "gluten",
      Self.leavesOut.contains(code), let first = words.before(tested)
    else { return step }
    return first + " " + step
  }

  /// The next steps that begin with days without a group.
  private static let leavesOut: Set<String> = [
    "repeat-once", "repeat-alone", "separate", "leave-out-for-now", "test-once-more",
    "leave-out-then-bring-back",
  ]

  /// Whether a single bad test is to be doubted aloud, which asks for a repeat: never under a gate.
  func doubtsSingle(_ result: GroupResult) -> Bool {
    maySuggest(result.group) && isSinglePositive(result)
  }

  /// Whether what to do with a group stands beside the coeliac gate, and nowhere else.
  func isLeftToCoeliacGate(_ group: GroupID) -> Bool {
    results.safety.contains {
      $0.gate == AnalysisResults.SafetyGate.coeliac && $0.groups.contains(group)
    }
  }

  /// Whether a tolerated group is to be eaten until coeliac disease is ruled out, and nothing else
  /// speaks against it.
  var toldToKeepGluten: Bool {
    groups(.tolerated).map(\.group).contains { isLeftToCoeliacGate($0) && !isNamedElse($0) }
  }

  /// Whether a gate other than the coeliac one withholds tests of a group.
  private func isNamedElse(_ group: GroupID) -> Bool {
    results.safety.contains { gate in
      gate.withholdsRetest && gate.gate != AnalysisResults.SafetyGate.coeliac
        && (gate.groups.isEmpty || gate.groups.contains(group))
    }
  }

  /// The groups whose symptoms did not rise and that are no foods to keep before a doctor was asked;
  /// gluten where the coeliac gate alone speaks of it has its own sentence there.
  var heldBack: [GroupID] {
    let gated = results.groupsUnderGates
    return results.groups.filter { result in
      switch result.verdict {
      case .tolerated:
        gated.contains(result.group)
          || isLeftToCoeliacGate(result.group) && isNamedElse(result.group)
      case .cannotBeJudged: isNamedByGate(result)
      default: false
      }
    }.map(\.group)
  }

  /// Whether a group cannot be judged because a safety gate names it.
  func isNamedByGate(_ result: GroupResult) -> Bool {
    (result.reasonCodes ?? []).contains { $0.code == "named-by-gate" }
  }

  // MARK: What fired a gate

  /// The diary's words, what was only inferred from it, and the foods of an allergic reaction.
  func evidence(_ page: inout MarkupWriter, _ gate: AnalysisResults.SafetyGate) {
    let (said, inferred) = divided(gate)
    let text =
      said.evidence.isEmpty ? "" : withoutTimes(words.evidence(said), unreadTimes(gate))
    if !text.isEmpty {
      page.element(.span, class: "line") { page in
        page.text(words.safetyEvidence)
        page.userText(text, limit: 1200)
      }
    }
    for fact in inferred {
      page.element(.span, class: "line") { $0.userText(words.inferred(fact), limit: 200) }
    }
    for (intro, foods) in words.eatenBefore(gate) {
      page.element(.span, class: "line") { page in
        page.text(intro)
        let shown = foods.prefix(Thresholds.foodsBefore)
        let separator = words.separator(of: shown.map(\.name))
        for (place, food) in shown.enumerated() {
          if place > 0 { page.text(separator) }
          page.userText(food.name, limit: 120)
          page.text(" (")
          rows(&page, food.entries)
          page.text(")")
        }
        let rest = foods.count - shown.count
        if rest > 0 { page.text(separator + words.more(rest)) }
      }
    }
  }

  /// What else fired a gate, folded: each sign by itself.
  func furtherEvidence(_ page: inout MarkupWriter, _ gate: AnalysisResults.SafetyGate) {
    guard let further = gate.furtherEvidence, !further.isEmpty else { return }
    let facts = gate.furtherFacts ?? []
    let times = unreadTimes(gate)
    let signs = further.enumerated().map { place, text in
      var single = gate
      single.evidence = text
      single.facts = place < facts.count ? [facts[place]] : nil
      return withoutTimes(words.evidence(single), times)
    }.filter { !$0.isEmpty }
    guard !signs.isEmpty else { return }
    details(&page, words.safetyFurther(signs.count), class: "small") { page in
      page.element(.ul) { page in
        for sign in signs.prefix(Thresholds.furtherSigns) {
          page.element(.li) { $0.userText(sign, limit: 200) }
        }
        let rest = signs.count - Thresholds.furtherSigns
        if rest > 0 { page.element(.li, text: words.more(rest)) }
      }
    }
  }

  /// A gate with what the diary says alone, and the facts that were only inferred from it.
  private func divided(
    _ gate: AnalysisResults.SafetyGate
  ) -> (said: AnalysisResults.SafetyGate, inferred: [Statement]) {
    let inferred = (gate.facts ?? []).filter(isInferred)
    var said = gate
    said.facts = gate.facts?.filter { !inferred.contains($0) }
    for fact in inferred {
      let start = fact.text("start") ?? ""
      let piece =
        fact.code == "left-out-from"
        ? "\(fact.text("group") ?? "") left out from \(start)"
          + (fact.text("end").map { " to \($0)" } ?? "")
        : "\(fact.whole("days")) days from \(start) without a challenge"
      let ways = [piece + "; ", "; " + piece, piece]
      guard let way = ways.first(where: { said.evidence.contains($0) }) else { continue }
      said.evidence = said.evidence.replacing(way, with: "", maxReplacements: 1)
    }
    return (said, inferred)
  }

  /// Whether a fact is about a phase that the diary does not name.
  private func isInferred(_ fact: Statement) -> Bool {
    guard ["left-out-from", "days-without-challenge"].contains(fact.code),
      let start = fact.text("start").flatMap({ CivilDate(iso: $0) })
    else { return false }
    let group = fact.text("group").map(GroupID.init(rawValue:))
    let phases = results.timeline.phases.filter { phase in
      phase.name == "elimination" && phase.start == start
        && (group.map(phase.groups.contains) ?? true)
    }
    return !phases.isEmpty && phases.allSatisfy { $0.source == "inferred" }
  }

  /// The words of rows without their times that could not be read: those are no words of a person.
  private func withoutTimes(_ text: String, _ times: Set<String>) -> String {
    guard !text.isEmpty, !times.isEmpty else { return text }
    let pieces = text.split(separator: "; ").map(String.init).filter { !times.contains($0) }
    return pieces.map { piece in
      // A short one could be a word or number that belongs there.
      guard let time = times.first(where: { $0.utf8.count > 3 && piece.hasSuffix(" " + $0) })
      else { return piece }
      return String(piece.dropLast(time.count + 1))
    }.joined(separator: "; ")
  }

  /// What stands in the rows of a gate where a time belongs, and is no words of a person.
  ///
  /// What holds more letters than digits is: in a row whose cells are shifted, a sign or an allergy
  /// stands there.
  private func unreadTimes(_ gate: AnalysisResults.SafetyGate) -> Set<String> {
    let rows = Set(gate.entries.compactMap(Self.lastPart))
    return Set(findings.compactMap { unreadTime($0, rows) }).filter { time in
      time.count(where: \.isLetter) < time.count(where: \.isNumber)
    }
  }

  /// The time, in quotes in a finding, that could not be read in one of these rows.
  private func unreadTime(_ finding: Finding, _ rows: Set<Substring>) -> String? {
    guard finding.id.hasPrefix("time-") || finding.id.hasPrefix("date-"),
      let line = finding.line, let row = Self.lastPart("\(finding.file):\(line)"),
      rows.contains(row), let start = finding.summary.firstIndex(of: "“"),
      let end = finding.summary[start...].firstIndex(of: "”")
    else { return nil }
    return String(finding.summary[start..<end].dropFirst())
  }

  private static func lastPart(_ path: String) -> Substring? { path.split(separator: "/").last }
}

extension AnalysisResults {
  /// Whether a food that surely holds gluten stands in the last days of the diary.
  var eatsGluten: Bool {
    let first = period.end.advanced(by: 1 - Thresholds.glutenDays)
    return groups.first { $0.group.rawValue == "gluten" }?.exposures.contains {
      $0.certain && $0.date >= first
    } ?? false
  }
}

extension Double {
  /// A dose with two decimals below 0.1, one below 10 and none above.
  func roundedDose(_ rule: FloatingPointRoundingRule) -> Double {
    rounded(self < 0.1 ? 100 : self < 10 ? 10 : 1, rule, remainder: 1e-6)
  }

  /// A dose in quarters of a measure below one, in halves above.
  func inMeasures(_ rule: FloatingPointRoundingRule) -> Double {
    let value = min(Swift.max(self, 0), 1e6)
    return value.rounded(value < 0.995 ? 4 : 2, rule, remainder: 0.005)
  }

  /// The number in steps; what is rounded down may lack a remainder of rounding.
  private func rounded(
    _ steps: Double, _ rule: FloatingPointRoundingRule, remainder: Double
  ) -> Double {
    ((self + (rule == .down ? remainder : 0)) * steps).rounded(rule) / steps
  }
}
