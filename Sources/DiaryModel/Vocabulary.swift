// SPDX-License-Identifier: Apache-2.0

/// The names that the canonical format gives a meaning.
public enum Vocabulary {
  /// The phases of a protocol.
  public static let phases = ["baseline", "elimination", "challenge", "washout"]

  /// The profile items that are read; others are kept.
  public static let profile = [
    "age", "sex", "condition", "allergy", "pregnancy", "height", "weight", "suspects",
  ]

  /// The name of an entry as it is read: in small letters where only these tell it from one with a meaning.
  package static func known(_ name: String, _ kind: EntryKind) -> String {
    let names: [String]
    switch kind {
    case .phase: names = phases
    case .profile: names = profile
    case .context: names = contexts
    case .food, .symptom, .note: return name
    }
    if names.contains(name) { return name }
    let small = name.lowercased()
    return names.contains(small) ? small : name
  }

  /// The context names that are read; others are kept and listed as unused.
  public static let contexts = [
    "sleep", "sleep-quality", "stress", "mood", "energy", "exercise", "menses", "alcohol",
    "caffeine", "medication", "antibiotics", "illness", "travel", "fasting", "journaling",
    "breathing-exercise", "weight", "transplant", "chemotherapy", "immunosuppression",
  ]
}
