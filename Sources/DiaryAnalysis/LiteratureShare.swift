// SPDX-License-Identifier: Apache-2.0

package import DiaryModel

/// How many people reacted to a group in blinded challenges, for a cohort to be set beside.
package struct LiteratureShare: Hashable, Sendable {
  /// The share that reacted to the group; `nil` where only the corrected one is known.
  package let reacted: Double?
  /// The share that reacted to the control.
  package let control: Double
  /// The share that reacts to the group and not to the control.
  package let corrected: Double
  /// The people in the study.
  package let people: Int
  /// The study.
  package let source: String

  /// What is published of a group; `nil` where nothing is.
  package init?(of group: GroupID) {
    guard let rate = LiteraturePrior(of: group).rate else { return nil }
    corrected = rate
    if let share = Self.fodmaps[group.rawValue] {
      (reacted, control, people) = (share, PlaceboYardstick.falseShare, 117)
      source = PlaceboYardstick.source
    } else if group.rawValue == "gluten" {
      (reacted, control, people) = (nil, 0.40, 231)
      source = "Molina-Infante 2017, doi:10.1016/j.cgh.2016.08.007"
    } else {
      return nil
    }
  }

  /// The share of people who react to a placebo.
  package static let placebo = PlaceboYardstick.falseShare

  /// Van den Houte 2024 (doi:10.1053/j.gastro.2024.02.008): the shares before correction.
  private static let fodmaps: [String: Double] = [
    "fructan": 0.56, "mannitol": 0.54, "gos": 0.35, "lactose": 0.28, "fructose": 0.27,
    "sorbitol": 0.23,
  ]
}
