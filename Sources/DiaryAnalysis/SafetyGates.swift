// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

/// Decides which safety gates fire, and on which rows; see `docs/analysis.md`.
struct SafetyGates: Sendable {
  let frame: DiaryFrame
  let profile: Profile
  let phases: [PhaseSpan]
  let exclusions: Exclusions
  let foods: FoodClassifier
  let exposures: [GroupExposure]
  private let spoken: SpokenTexts

  init(
    frame: DiaryFrame, profile: Profile, phases: [PhaseSpan], exclusions: Exclusions,
    foods: FoodClassifier, exposures: [GroupExposure] = []
  ) {
    self.frame = frame
    self.profile = profile
    self.phases = phases
    self.exclusions = exclusions
    self.foods = foods
    self.exposures = exposures
    spoken = SpokenTexts(frame)
  }

  /// What fired a gate.
  struct Evidence: Sendable {
    private(set) var entries: [Int] = []
    private(set) var texts: [String] = []
    /// What each of the texts says.
    private(set) var facts: [Statement] = []
    private var knownEntries: Set<Int> = []
    private var knownTexts: Set<String> = []

    /// Adds a row and what it says: a fact, or the diary's own words.
    mutating func add(_ text: String, _ entry: Int?, _ fact: Statement? = nil) {
      if let entry, knownEntries.insert(entry).inserted { entries.append(entry) }
      let short = text.utf8.count <= 160 ? text : String(text.prefix(160))
      if !short.isEmpty, knownTexts.insert(short).inserted {
        texts.append(short)
        facts.append(fact ?? Statement("words", ["text": .text(short)]))
      }
    }

    mutating func merge(_ other: Evidence) {
      for entry in other.entries { add("", entry) }
      for (text, fact) in zip(other.texts, other.facts) { add(text, nil, fact) }
      entries.sort()
    }

    var isEmpty: Bool { entries.isEmpty && texts.isEmpty }
  }

  /// The gates that fire, in the order in which they are to be printed.
  func gates() -> [AnalysisResults.SafetyGate] {
    let immediate = immediateAllergy()
    let known = knownAllergy()
    let withheld = WithheldGroups(exposures: exposures)
    let avoided = avoidedAllergen()
    let team = careTeam()
    var sign = gate("possible-immediate-allergy", immediate.evidence)
    sign?.foods = immediate.foods
    sign?.named = immediate.groups
    var allergy = gate("known-allergy", known.evidence, groups: withheld.with(known.groups))
    allergy?.named = known.named
    var care = gate("care-team", team.evidence, groups: withheld.with(team.groups))
    care?.named = team.groups.isEmpty ? nil : team.groups
    let results = [
      gate("row-not-read", unreadProfile()), sign, allergy,
      gate("avoided-allergen", avoided.evidence, groups: withheld.with(avoided.groups)),
      care, gate("red-flags", redFlags(), withholds: false), gate("swallowing", swallowing()),
      gate(AnalysisResults.SafetyGate.coeliac, coeliac(), groups: [GroupID(rawValue: "gluten")]),
      gate("fasting", fasting(), withholds: false),
      gate("long-elimination", longElimination(), withholds: false),
    ]
    return results.compactMap(\.self)
  }

  private func gate(
    _ name: String, _ evidence: Evidence, withholds: Bool = true, groups: [GroupID] = []
  ) -> AnalysisResults.SafetyGate? {
    guard !evidence.isEmpty else { return nil }
    let shown = evidence.texts.prefix(6).joined(separator: "; ")
    let rest = evidence.texts.count - 6
    var gate = AnalysisResults.SafetyGate(
      gate: name, withholdsRetest: withholds, groups: groups.sorted(),
      entries: evidence.entries.map { frame.reference($0) },
      evidence: rest > 0 ? shown + "; and \(rest) more" : shown)
    gate.facts = Array(evidence.facts.prefix(6))
    if rest > 0 {
      gate.facts?.append(Statement("more", ["count": .count(rest)]))
      gate.furtherEvidence = Array(evidence.texts.dropFirst(6))
      gate.furtherFacts = Array(evidence.facts.dropFirst(6))
    }
    return gate
  }

  func evidence(
    _ phrases: PhraseList, where holds: (Int, Entry) -> Bool = { _, _ in true }
  ) -> Evidence {
    var found = Evidence()
    let fires = spoken.tokens.map { phrases.stands(in: $0) }
    guard fires.contains(true) else { return found }
    var last: Int?
    for place in spoken.places where fires[place.text] {
      if place.isJoined, last == place.index { continue }
      guard holds(place.index, frame.anyEntry(place.index)) else { continue }
      last = place.index
      let text = spoken.texts[place.text]
      found.add(text, place.index, unreadWords(text, place.index))
    }
    return found
  }

  /// The words of a row that could not be read, and why it could not: among them may be a time that is
  /// none, such as `tonight`; `nil` for rows that were read.
  private func unreadWords(_ text: String, _ index: Int) -> Statement? {
    let place = index - frame.place(ofUnread: 0)
    guard frame.diary.unreadable.indices.contains(place) else { return nil }
    let reason = frame.diary.unreadable[place].reason
    return Statement(
      "words",
      [
        "text": .text(text.utf8.count <= 160 ? text : String(text.prefix(160))),
        "row": .text(frame.reference(index)), "reason": .text(reason.isEmpty ? "unread" : reason),
      ])
  }

  /// The groups that hold the allergens whose tolerance can be lost.
  static let allergenGroups: Set<String> = [
    "dairy", "egg", "peanut", "tree_nut", "fish", "crustacean", "mollusc", "soy", "sesame",
    "gluten", "mustard", "celery", "lupin",
  ]

  private func avoidedAllergen() -> (evidence: Evidence, groups: [GroupID]) {
    var found = Evidence()
    var groups: Set<GroupID> = []
    var reasons = profile.conditions.filter {
      SafetyPhrases.any(SafetyPhrases.eczema, in: $0.text)
    }
    if let age = profile.age, age.youngest < 18 {
      reasons.append(.init(text: age.text, entry: age.entry))
    }
    let rash = evidence(SafetyPhrases.eczema) { _, entry in entry.kind == .symptom }
    if let entry = rash.entries.first, let text = rash.texts.first {
      reasons.append(.init(text: text, entry: entry))
    }
    guard !reasons.isEmpty else { return (found, []) }
    for phase in phases where phase.name == "elimination" && phase.last - phase.first >= 13 {
      let allergens = phase.groups.filter { Self.allergenGroups.contains($0.rawValue) }
      guard !allergens.isEmpty else { continue }
      groups.formUnion(allergens)
      found.add(
        "without \(Words.list(allergens.map(\.rawValue))) for \(phase.last - phase.first + 1) days",
        phase.entry,
        Statement(
          "left-out", ["groups": .groups(allergens), "days": .count(phase.last - phase.first + 1)]))
    }
    if !found.isEmpty { for reason in reasons { found.add(reason.text, reason.entry) } }
    return (found, groups.sorted())
  }

  private func careTeam() -> (evidence: Evidence, groups: [GroupID]) {
    var found = Evidence()
    if let age = profile.age, age.youngest < 18 {
      found.add(
        age.text, age.entry,
        Statement("age", ["text": .text(age.text), "years": .number(age.youngest)]))
    }
    if let index = profile.lowestBodyMassIndex, index.value < 18.5 {
      found.add(
        "body-mass index \(Words.decimal(index.value))", index.entry,
        Statement("body-mass-index", ["value": .number(index.value)]))
    }
    if let pregnancy = profile.pregnancy { found.add(pregnancy.text, pregnancy.entry) }
    let stated = evidence(SafetyPhrases.careTeam) { _, entry in
      entry.kind == .profile || entry.kind == .context
    }
    found.merge(stated)
    found.merge(evidence(SafetyPhrases.careTeamInNotes))
    guard found.isEmpty else { return (found, []) }
    for fact in profile.conditions
    where SafetyPhrases.any(SafetyPhrases.coeliac, in: fact.text) && !isCoeliacExcluded {
      found.add(fact.text, fact.entry)
    }
    return (found, [GroupID(rawValue: "gluten")])
  }

  private func swallowing() -> Evidence {
    evidence(SafetyPhrases.swallowing)
  }

  private func fasting() -> Evidence {
    var found = Evidence()
    for index in exclusions.fasts {
      let when = frame.entries[index].time.map(\.description) ?? ""
      found.add("fasting \(when)", index, Statement("fast", ["time": .text(when)]))
    }
    return found
  }
}
