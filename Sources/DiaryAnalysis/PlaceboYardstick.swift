// SPDX-License-Identifier: Apache-2.0

/// What one more challenge would do to a probability, by the shares of blinded challenges.
///
/// Of 117 people with irritable bowel syndrome, blinded, 26 % reacted to glucose (Van den Houte 2024,
/// 10.1053/j.gastro.2024.02.008); that 85 % of true triggers show is assumed. The odds are multiplied by
/// 0.85/0.26 after a challenge that symptoms follow, by 0.15/0.74 after one that none follow: a prior of
/// .30 becomes .58, .82 and .94 after one, two and three. The shares are those of a group of people
/// and of one way to call a reaction; for this person and this diary they are a yardstick only.
enum PlaceboYardstick {
  static let falseShare = 0.26
  static let trueShare = 0.85
  static let source = "Van den Houte 2024, doi:10.1053/j.gastro.2024.02.008"

  static var result: GroupResult.Placebo {
    .init(share: falseShare, reactionShare: trueShare, source: source)
  }

  /// The probability after a challenge that symptoms follow.
  static func afterPositive(_ probability: Double) -> Double? {
    updated(probability, ratio: trueShare / falseShare)
  }

  /// The probability after a challenge that no symptoms follow.
  static func afterNegative(_ probability: Double) -> Double? {
    updated(probability, ratio: (1 - trueShare) / (1 - falseShare))
  }

  /// The posterior odds times a likelihood ratio, as a probability; 0 and 1 stay what they are.
  private static func updated(_ probability: Double, ratio: Double) -> Double? {
    guard probability >= 0, probability <= 1 else { return nil }
    let weight = probability * ratio
    return weight / (weight + (1 - probability))
  }
}
