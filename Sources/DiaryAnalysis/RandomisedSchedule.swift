// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The challenges whose place in time was drawn by lot, as far as the protocol says so.
///
/// A challenge phase is randomised where its name or note says `randomised` or `blinded` (English or
/// German), or where those of a phase that is no challenge do, which then speaks for all of them; and
/// where the protocol file that declares it says so of its order.
struct RandomisedSchedule: Sendable {
  /// A challenge that could have stood in another's place.
  private struct Slot: Sendable {
    var first: Int
    var last: Int
    var groups: [GroupID]
    /// The starts that its note lists, as dates.
    var starts: [Int]
  }

  private let slots: [Slot]

  init(phases: [PhaseSpan], options: AnalysisOptions) {
    let speaksForAll = phases.contains { $0.name != "challenge" && Self.says($0.said) }
    slots = phases.filter {
      $0.name == "challenge"
        && (speaksForAll || Self.says($0.said) || options.isRandomised && $0.source == "protocol")
    }
    .map {
      Slot(first: $0.first, last: $0.last, groups: $0.groups, starts: Self.dates($0.said))
    }
  }

  /// Whether a text says that something was drawn by lot or blinded.
  static func says(_ text: String) -> Bool {
    let words: Set = [
      "randomised", "randomized", "randomly", "random", "blinded", "blind", "randomisiert",
      "verblindet", "zufaellig", "ausgelost",
    ]
    let denials: Set = ["not", "no", "non", "un", "never", "nicht", "keine", "ohne"]
    let tokens = Words.tokens(text)
    return tokens.indices.contains { place in
      words.contains(tokens[place])
        && !tokens[max(0, place - 2)..<place].contains { denials.contains($0) }
    }
  }

  /// The days of a text that are written `2026-03-01`.
  static func dates(_ text: String) -> [Int] {
    text.split { !($0.isASCII && ($0.isNumber || $0 == "-")) }
      .compactMap { CivilDate(iso: $0)?.dayNumber }
  }

  /// The days on which a challenge could have started, its own among them; `nil` where nothing says
  /// that its place was drawn, or it could stand nowhere else.
  ///
  /// Those that its note lists; else the first days of all randomised challenges, less the others
  /// of the same group.
  func starts(for span: ChallengeSpan) -> [Int]? {
    let own = slots.first {
      $0.first <= span.last && span.first <= $0.last && $0.groups.contains(span.group)
    }
    guard let own else { return nil }
    let others = slots.filter { !$0.groups.contains(span.group) }.map(\.first)
    let listed = own.starts.count > 1 ? own.starts : others
    let starts = Set(listed).subtracting([own.first]).union([span.first]).sorted()
    return starts.count > 1 ? starts : nil
  }
}
