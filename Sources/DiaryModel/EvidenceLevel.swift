// SPDX-License-Identifier: Apache-2.0

extension GroupID {
  /// The groups whose effect as a group is disputed, with what says so.
  private static let disputes: [GroupID: String] = [
    GroupID(rawValue: "histamine"):
      "Histamine contents of foods vary widely, lists of foods contradict each other, and blinded "
      + "challenges were mostly not reproducible (Reese et al. 2021, Allergologie select 5:305).",
    GroupID(rawValue: "nightshade"):
      "No controlled trial shows that nightshades as a group cause symptoms; reactions to tomato, "
      + "pepper or chili have other explanations (EFSA 2020, EFSA Journal 18(8):6222, on "
      + "glycoalkaloids: acute harm from large doses of potato glycoalkaloids, no evidence of harm "
      + "from long-term intake).",
  ]

  /// Why the group's effect is disputed; `nil` where it is established for some people.
  public var dispute: String? { Self.disputes[self] }
}
