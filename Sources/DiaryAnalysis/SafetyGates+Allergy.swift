// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

extension SafetyGates {
  /// Known allergies to foods, the groups whose tests they withhold (none where a food is not named,
  /// which stands for all), and the groups that they name.
  func knownAllergy() -> (evidence: Evidence, groups: [GroupID], named: [GroupID]) {
    var found = Evidence()
    var groups: Set<GroupID> = []
    var isGeneral = false
    for fact in foodAllergies {
      found.add(fact.text, fact.entry)
      let named = fact.groups.isEmpty ? allergens(Denial.affirmed(fact.text)) : fact.groups
      groups.formUnion(named)
      isGeneral = isGeneral || named.isEmpty
    }
    let suspected = profile.suspects.filter { Self.allergenGroups.contains($0.rawValue) }
    for fact in profile.conditions {
      if SafetyPhrases.any(SafetyPhrases.supervised, in: fact.text) {
        found.add(fact.text, fact.entry)
        groups.formUnion(allergensInWords(Denial.affirmed(fact.text)))
        isGeneral = true
      }
      guard SafetyPhrases.any(SafetyPhrases.asthma, in: fact.text) else { continue }
      if !foodAllergies.isEmpty {
        found.add(fact.text, fact.entry)
        isGeneral = true
      } else if !suspected.isEmpty {
        let names = Words.list(suspected.sorted().map(\.rawValue))
        found.add(
          "\(fact.text), suspected: \(names)", fact.entry,
          Statement(
            "suspected", ["text": .text(fact.text), "groups": .groups(suspected.sorted())]))
        groups.formUnion(suspected)
      }
    }
    return (found, isGeneral ? [] : groups.sorted(), groups.sorted())
  }

  /// The profile's allergies to foods that are not denied.
  private var foodAllergies: [Profile.Fact] {
    let allergic = profile.conditions.filter {
      SafetyPhrases.any(SafetyPhrases.allergy, in: $0.text)
    }
    return (profile.allergies + allergic).filter { fact in
      let text = Denial.affirmed(fact.text)
      if text.isEmpty { return !fact.groups.isEmpty && fact.text.isEmpty }
      return !fact.groups.isEmpty
        || !(SafetyPhrases.any(SafetyPhrases.otherAllergens, in: text) && allergens(text).isEmpty)
    }
  }

  /// The groups of the foods that a text on allergies names.
  func allergens(_ text: String) -> [GroupID] {
    let named = allergensInWords(text)
    return named.isEmpty ? foods.groups(in: foods.classify(text).certain) : named
  }

  /// The groups of the common allergens that a text names outright.
  func allergensInWords(_ text: String) -> [GroupID] {
    let tokens = Words.tokens(text).flatMap { [$0] + Self.stems($0) }
    return SafetyPhrases.allergens.filter { $0.phrases.stands(in: tokens) }.map {
      GroupID(rawValue: $0.group)
    }
  }

  /// What stands before `-allergie` and `-eiweiß` in German compounds.
  private static func stems(_ token: String) -> [String] {
    let endings = ["allergie", "allergien", "allergiker", "allergikerin", "protein", "eiweiss"]
    guard let ending = endings.first(where: { token.hasSuffix($0) && token != $0 }) else {
      return []
    }
    let stem = String(token.dropLast(ending.count))
    return [stem] + stems(stem)
  }
}
