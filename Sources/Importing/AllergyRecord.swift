// SPDX-License-Identifier: Apache-2.0

/// What is read of a FHIR resource: an allergy or intolerance, in DSTU 2, STU 3 or R4.
struct AllergyRecord: Decodable {
  /// A concept: words, and codes with words of their own.
  struct Concept: Decodable {
    struct Coding: Decodable {
      var code: String?
      var display: String?
    }

    var text: String?
    var coding: [Coding]?

    /// The words, else those of the first code that has any.
    var words: String {
      ([text] + (coding ?? []).map(\.display)).lazy.compactMap { $0?.trimmed.nonEmpty }.first ?? ""
    }
    var codes: [String] { coding?.compactMap(\.code) ?? [] }
  }

  /// A status or a category: a code alone, several, or a concept with codes.
  struct Codes: Decodable {
    var all: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let code = try? value.decode(String.self) {
        all = [code]
      } else if let codes = try? value.decode([String].self) {
        all = codes
      } else {
        all = try value.decode(Concept.self).codes
      }
      all = all.map { $0.lowercased() }
    }
  }

  struct Reaction: Decodable {
    var severity: String?
    var manifestation: [Concept]?

    private enum CodingKeys: String, CodingKey { case severity, manifestation }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      severity = (try? members.decode(String.self, forKey: .severity))?.trimmed.lowercased()
      manifestation = try? members.decode([Concept].self, forKey: .manifestation)
    }

    /// Whether it is one that may come back and kill.
    var isSevere: Bool {
      if severity == "severe" { return true }
      let words = (manifestation ?? []).map { $0.words.lowercased() }
      return words.contains { sign in AllergyRecord.severeSigns.contains { sign.contains($0) } }
    }
  }

  /// Parts of words for reactions that need an ambulance (EAACI 2021, signs of anaphylaxis).
  fileprivate static let severeSigns = [
    "anaphyla", "angioedem", "angio-oedem", "angiooedem", "quincke", "throat", "airway", "laryn",
    "breath", "dyspn", "wheez", "bronchosp", "hypotens", "shock", "schock", "collapse", "syncop",
    "tongue", "atemnot", "kehlkopf", "kreislauf", "bewusstlos",
  ]
  /// What says that no allergy is known, as SNOMED CT and people have it.
  private static let none = [
    "no known", "no allerg", "none known", "nkda", "nkfa", "not known", "no history of",
    "keine bekannt", "keine allerg",
  ]

  private enum CodingKeys: String, CodingKey {
    case resourceType, code, substance, clinicalStatus, verificationStatus, status, type, category
    case criticality, reaction
  }

  /// Takes what has the shape that FHIR gives it; the rest is left out.
  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func member<Value: Decodable>(_ key: CodingKeys) -> Value? {
      try? members.decode(Value.self, forKey: key)
    }
    resourceType = try members.decode(String.self, forKey: .resourceType)
    (code, substance) = (member(.code), member(.substance))
    (clinicalStatus, verificationStatus) = (member(.clinicalStatus), member(.verificationStatus))
    (status, type, category) = (member(.status), member(.type), member(.category))
    (criticality, reaction) = (member(.criticality), member(.reaction))
  }

  var resourceType: String
  /// R4 and STU 3.
  var code: Concept?
  /// DSTU 2.
  var substance: Concept?
  /// R4 as a concept, STU 3 as a code.
  var clinicalStatus: Codes?
  var verificationStatus: Codes?
  /// DSTU 2, both in one.
  var status: Codes?
  var type: Codes?
  var category: Codes?
  var criticality: String?
  var reaction: [Reaction]?

  /// What one is allergic to.
  var name: String {
    let words = code?.words ?? ""
    return words.isEmpty ? substance?.words ?? "" : words
  }

  /// Why it is no allergy to a food that holds now; `nil` where it may be one.
  var reasonToLeaveOut: String? {
    let states = (clinicalStatus?.all ?? []) + (verificationStatus?.all ?? []) + (status?.all ?? [])
    if states.contains("entered-in-error") { return "marked as entered in error" }
    if states.contains("refuted") { return "marked as refuted" }
    let words = name.lowercased()
    if !isSevere, Self.none.contains(where: words.hasPrefix) {
      return "the statement that there is none"
    }
    let categories = category?.all ?? []
    let drugs: Set = ["medication", "biologic"]
    if !categories.isEmpty && categories.allSatisfy(drugs.contains) { return "one to a medicine" }
    // What is said to be over may not be: an immediate reaction comes back.
    if states.contains("resolved") && !isSevere { return "marked as resolved" }
    return nil
  }

  /// Whether it is to be taken for an allergy: all that is not said to be a mere intolerance.
  var isAllergy: Bool { isSevere || type?.all.contains("intolerance") != true }

  /// Words about it: its reactions, and how grave it is.
  var remarks: [String] {
    var remarks = (reaction ?? []).map { reaction in
      let signs = (reaction.manifestation ?? []).map(\.words).filter { !$0.isEmpty }
      let words = signs.joined(separator: ", ")
      let severity = reaction.severity.map { words.isEmpty ? $0 : " (\($0))" } ?? ""
      return words + severity
    }
    if isHighRisk { remarks.append("high risk") }
    if category?.all.contains("environment") == true { remarks.append("environment") }
    return remarks
  }

  private var isHighRisk: Bool {
    ["high", "crith"].contains(criticality?.lowercased() ?? "")
  }

  private var isSevere: Bool {
    isHighRisk || (reaction ?? []).contains(where: \.isSevere)
  }
}
