// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc

/// What publications say of a group before the diary is read: how often it is a trigger, and when
/// its responses come.
///
/// Both are believed by `belief` only: the rest is what holds for any group, so that a person whom
/// the literature does not fit loses little. See `docs/accuracy.md`.
struct LiteraturePrior: Sendable {
  /// The weight of the literature's rates against what holds for any group.
  static let belief = 0.3
  /// The share of triggers among groups of which nothing is known.
  static let usualRate = 0.25
  /// That in a diary mostly of published groups: a little below their mean of .16, as simulated diaries
  /// asked for, in which the groups beside them are assumed to be rarer.
  static let studiedRate = 0.135

  /// The share of people who react to the group and not to a control; `nil` where unknown.
  let rate: Double?
  /// The weights of the four response times; `nil` where unknown.
  let kernels: [Double]?

  /// What is known of a group.
  init(of group: GroupID) {
    rate = Self.rates[group.rawValue]
    kernels = Self.clocks[group.rawValue].map(\.weights)
  }

  /// What to add to the log odds of each of a diary's groups.
  ///
  /// A diary mostly of groups with published rates is one of a protocol such as those studied, where
  /// fewer groups are triggers; then all of its groups are expected to be so a little less often.
  static func logOdds(of groups: [GroupID]) -> [Double] {
    let priors = groups.map { LiteraturePrior(of: $0) }
    let known = Double(priors.count { $0.rate != nil }) / Double(max(priors.count, 1))
    let studied = min(max((known - 0.4) / 0.2, 0), 1)
    let usual = (1 - studied) * usualRate + studied * studiedRate
    return priors.map { prior in
      let expected = prior.rate.map { belief * $0 + (1 - belief) * usual } ?? usual
      return logit(expected) - logit(usualRate)
    }
  }

  /// The prior weights of the four response times.
  var kernelWeights: [Double] {
    let usual = ResponseKernel.all.map(\.weight)
    guard let kernels else { return usual }
    return zip(kernels, usual).map { Self.clockBelief * $0 + (1 - Self.clockBelief) * $1 }
  }

  /// The weight of the literature's response times.
  static let clockBelief = 0.5

  private static func logit(_ p: Double) -> Double { log(p / (1 - p)) }

  /// Rates of reaction in blinded challenges, corrected for the reactions to the control.
  ///
  /// FODMAPs: Van den Houte 2024 (doi:10.1053/j.gastro.2024.02.008), 117 patients: fructans 56 %,
  /// mannitol 54 %, GOS 35 %, lactose 28 %, fructose 27 %, sorbitol 23 %, glucose 26 %; as
  /// (p − .26)/(1 − .26), at least 0. Gluten: Molina-Infante 2017, 16 % of 231.
  private static let rates: [String: Double] = [
    "fructan": 0.41, "mannitol": 0.38, "gos": 0.12, "lactose": 0.03, "fructose": 0.01,
    "sorbitol": 0, "gluten": 0.16,
  ]

  /// When responses come, as weights of the response times of 4, 12, 26 and 44 hours.
  private enum Clock {
    /// Within 5 hours: fructose.
    case hours
    /// The same day: sorbitol, mannitol (Van den Houte 2024); histamine, alcohol, caffeine,
    /// capsaicin, sweeteners, where it is common knowledge.
    case sameDay
    /// From 1–3 hours, but to the third day with repeated doses: lactose (Van den Houte 2024).
    case sugar
    /// Into the second day: fructans, galacto-oligosaccharides (Van den Houte 2024).
    case secondDay
    /// Hours to days: gluten without coeliac disease.
    case days

    var weights: [Double] {
      switch self {
      case .hours: [0.70, 0.24, 0.05, 0.01]
      case .sameDay: [0.55, 0.36, 0.08, 0.01]
      case .sugar: [0.48, 0.28, 0.16, 0.08]
      case .secondDay: [0.08, 0.32, 0.48, 0.12]
      case .days: [0.16, 0.26, 0.34, 0.24]
      }
    }
  }

  private static let clocks: [String: Clock] = [
    "fructose": .hours, "sorbitol": .sameDay, "mannitol": .sameDay, "histamine": .sameDay,
    "alcohol": .sameDay, "caffeine": .sameDay, "capsaicin": .sameDay, "sweetener": .sameDay,
    "lactose": .sugar, "fructan": .secondDay, "gos": .secondDay, "gluten": .days,
  ]
}
