// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The texts of a diary in which a sign can stand, each read once: all words of every row, but for
/// the name and value of what was not there.
struct SpokenTexts: Sendable {
  /// Where a text stands.
  struct Place: Sendable {
    /// The entry, as one of `DiaryFrame.everyPlace`.
    let index: Int
    /// The text, as a place of `texts`.
    let text: Int
    /// Whether it is made of several cells of a row, which counts where nothing else does.
    let isJoined: Bool
  }

  private(set) var texts: [String] = []
  /// The words of each text.
  private(set) var tokens: [[String]] = []
  /// The places of all texts but empty ones, in the order of entries.
  private(set) var places: [Place] = []
  private var known: [String: Int] = [:]

  init(_ frame: DiaryFrame) {
    for index in frame.everyPlace { add(frame.anyEntry(index), index) }
  }

  private mutating func add(_ entry: Entry, _ index: Int) {
    switch entry.kind {
    case .profile:
      if ConfounderTable.isPresent(entry) { add(Self.profileText(entry), index) }
      add(entry.note, index, isJoined: true)
    case .symptom:
      if SymptomSeverity.isDenied(entry) {
        add(entry.note, index)
      } else {
        add(entry.name, index)
        add(entry.note, index)
        add(Self.joined(entry), index, isJoined: true)
      }
    case .context:
      if ConfounderTable.isPresent(entry) {
        add(entry.name + Self.valueText(entry), index)
        add(Self.joined(entry), index, isJoined: true)
      }
      add(entry.note, index)
    case .note, .food, .phase:
      add(entry.kind == .note ? entry.name + Self.valueText(entry) : entry.name, index)
      add(entry.note, index)
      if case .text(let text) = entry.value, entry.kind != .note { add(text, index) }
    }
    if let unit = entry.unit, Self.isSpoken(unit) { add(unit, index) }
  }

  private mutating func add(_ text: String?, _ index: Int, isJoined: Bool = false) {
    guard let text, !text.isEmpty else { return }
    let place: Int
    if let found = known[text] {
      place = found
    } else {
      place = texts.count
      known[text] = place
      texts.append(text)
      tokens.append(SafetyPhrases.tokens(text))
    }
    places.append(Place(index: index, text: place, isJoined: isJoined))
  }

  private static func joined(_ entry: Entry) -> String? {
    let value: String = if case .text(let text) = entry.value { text } else { "" }
    let unit: String = if let unit = entry.unit, isSpoken(unit) { unit } else { "" }
    guard entry.kind == .symptom || entry.note != nil || !unit.isEmpty else { return nil }
    return [entry.name + ": " + value, unit, entry.note ?? ""].filter { !$0.isEmpty }
      .joined(separator: ": ")
  }

  /// What a profile row says, as `Profile` has it; numbers are no words.
  private static func profileText(_ entry: Entry) -> String {
    guard profileNames.contains(Words.normal(entry.name)) else {
      return Profile.fact(entry, withNumber: false)
    }
    let value: String? = if case .text(let text) = entry.value { text } else { nil }
    return [value, entry.note].compactMap(\.self).joined(separator: " ")
  }

  /// Names of profile rows that say what the row is about, and nothing of the person.
  private static let profileNames: Set<String> = [
    "age", "height", "weight", "condition", "conditions", "diagnosis", "diagnoses", "allergy",
    "allergies", "pregnancy", "pregnant", "breast-feeding", "breastfeeding", "suspects", "sex",
    "gender",
  ]

  /// Whether a unit can hold words that are none: no scale, and no measure that is usual.
  private static func isSpoken(_ unit: String) -> Bool {
    guard unit.utf8.count > 4, let first = unit.utf8.first else { return false }
    if (48...57).contains(first), unit.utf8.count < 7 { return false }
    return unit != "mild-severe" && unit != "portion" && unit != "portions"
  }

  /// The text that a context or note has for its value.
  static func valueText(_ entry: Entry) -> String {
    if case .text(let text) = entry.value { return entry.name.isEmpty ? text : " " + text }
    return ""
  }
}
