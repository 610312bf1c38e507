// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How a group provokes symptoms, as far as that says when.
enum Mechanism: String, Hashable, Sendable {
  /// The same day: polyols, histamine, alcohol, caffeine, capsaicin.
  case fast
  /// Within a day, but repeated doses move the peak to the third: lactose, fructose.
  case sugar
  /// Into the second day: fructans, galacto-oligosaccharides.
  case fermented
  /// Minutes to three days.
  case unknown

  init(of group: GroupID) {
    self =
      switch group.rawValue {
      case "sorbitol", "mannitol", "histamine", "alcohol", "caffeine", "capsaicin", "sweetener":
        .fast
      case "lactose", "fructose": .sugar
      case "fructan", "gos": .fermented
      default: .unknown
      }
  }

  /// The days after the last dose that still belong to a challenge.
  var tailDays: Int {
    switch self {
    case .fast, .sugar: 1
    case .fermented: 2
    case .unknown: 3
    }
  }
}
