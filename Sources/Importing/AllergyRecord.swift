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
    var words: String { text ?? coding?.lazy.compactMap(\.display).first ?? "" }
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
    isHighRisk || (reaction ?? []).contains { $0.severity?.lowercased() == "severe" }
  }
}
