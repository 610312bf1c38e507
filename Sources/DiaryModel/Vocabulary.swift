// SPDX-License-Identifier: Apache-2.0

/// The names that the canonical format gives a meaning.
public enum Vocabulary {
  /// The phases of a protocol.
  public static let phases = ["baseline", "elimination", "challenge", "washout"]

  /// The profile items that are read; others are kept.
  public static let profile = [
    "age", "sex", "condition", "allergy", "pregnancy", "height", "weight", "suspects",
  ]

  /// The context names that are read; others are kept and listed as unused.
  public static let contexts = [
    "sleep", "sleep-quality", "stress", "mood", "energy", "exercise", "menses", "alcohol",
    "caffeine", "medication", "antibiotics", "illness", "travel", "fasting", "journaling",
    "breathing-exercise", "weight", "transplant", "chemotherapy", "immunosuppression",
  ]
}
