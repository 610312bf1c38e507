// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension SafetyGates {
  /// Profile items that no gate asks for.
  private static let withoutGate: Set<String> = ["sex", "gender", "geschlecht", "suspects"]

  /// Words by which a row of unknown kind is taken for one of the profile.
  private static let profileWords: Set<String> = [
    "profile", "age", "allergy", "allergies", "pregnancy", "pregnant", "breast-feeding",
    "breastfeeding", "height", "condition", "conditions", "diagnosis", "diagnoses",
  ]

  /// The rows about the person that could not be read, and rows whose words were not all kept.
  ///
  /// What they say decides whether tests at home may be suggested, so that without it none are.
  func unreadProfile() -> Evidence {
    var found = Evidence()
    for (place, row) in frame.diary.unreadable.enumerated() where hidesSafety(row) {
      let index = frame.place(ofUnread: place)
      let words = row.text.isEmpty ? row.reason : row.text
      found.add(
        words, index,
        Statement(
          "row-not-read",
          [
            "row": .text(frame.reference(index)), "item": .text(String(row.name.prefix(60))),
            "reason": .text(row.reason), "text": .text(String(words.prefix(160))),
          ]))
    }
    return found
  }

  private func hidesSafety(_ row: UnreadRow) -> Bool {
    if row.isCut { return true }
    if row.kind == .profile {
      return !Self.withoutGate.contains(Words.normal(row.name))
        && (row.value.isEmpty || !Denial.holds(row.value))
    }
    guard row.kind == nil else { return false }
    let pieces = [row.name] + row.note.split(separator: ";").map(String.init)
    return pieces.contains { Self.profileWords.contains(Words.normal($0)) }
      || Words.normal(row.name) == "weight"
      || AgeText.namesOfBirth.contains(Words.normal(row.name))
  }

  /// The rows about symptoms or the person that could not be read, as places in `everyPlace`.
  static func unreadRows(_ frame: DiaryFrame) -> [Int] {
    frame.diary.unreadable.indices.filter { place in
      switch frame.diary.unreadable[place].kind {
      case .symptom, .profile, nil: true
      case .food, .context, .phase, .note: false
      }
    }.map(frame.place(ofUnread:))
  }
}
