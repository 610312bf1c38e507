// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A phase as a stretch of days.
struct PhaseSpan: Hashable, Sendable {
  /// `baseline`, `elimination`, `challenge` or `washout`.
  var name: String
  /// The first day.
  var first: Int
  /// The last day, not before `first`.
  var last: Int
  /// What is eliminated or challenged, in `GroupID` order.
  var groups: [GroupID]
  /// `diary`, `protocol` or `inferred`.
  var source: String
  /// The place of the entry in the frame, for a phase of the diary.
  var entry: Int?
  /// The row that declares it, as `file:line`.
  var reference: String?
  /// The name and note that it was declared with.
  var said = ""
  /// What the protocol file says of a challenge.
  var plan = Plan()

  /// Food, doses and blinding of a challenge.
  struct Plan: Hashable, Sendable {
    var food: String?
    var doses: [Double]?
    var unit: String?
    var blinded: Bool?
  }

  /// The groups with blanks between.
  var groupNames: String { groups.map(\.rawValue).joined(separator: " ") }

  /// The days that it shares with another; `nil` where there are none.
  func overlap(_ other: PhaseSpan) -> ClosedRange<Int>? {
    let (from, to) = (max(first, other.first), min(last, other.last))
    return from <= to ? from...to : nil
  }

  /// Whether a day lies in the phase.
  func contains(_ day: Int) -> Bool { first <= day && day <= last }

  /// The phase as the results show it.
  var result: Timeline.Phase {
    var phase = Timeline.Phase(
      name: name, start: CivilDate(dayNumber: first), end: CivilDate(dayNumber: last),
      groups: groups, source: source)
    phase.entry = reference
    phase.food = plan.food
    phase.doses = plan.doses
    phase.doseUnit = plan.unit
    phase.blinded = plan.blinded
    return phase
  }
}

extension [PhaseSpan] {
  /// Whether a day lies in a baseline.
  func isBaseline(_ day: Int) -> Bool {
    contains { $0.name == "baseline" && $0.contains(day) }
  }
}

/// The phases of a protocol, as declared or as the exposures show them.
enum PhaseTable {
  /// The days without a group that make their end a reintroduction, where nothing is declared.
  static let inferredEliminationDays = 14
  /// The days between the last meals of groups that were left out together: not every group is eaten
  /// every day.
  static let togetherDays = 3
  /// The longest stretch of exposure that is taken for a reintroduction.
  static let longestChallengeDays = 14

  /// The most phases of one diary; no protocol has a tenth of these.
  static let mostPhases = 1000

  /// The phases that are declared, those of the diary where a protocol file wins over them, and how
  /// many were left out because there are too many.
  struct Declared: Sendable {
    var spans: [PhaseSpan]
    var overruled: [PhaseSpan]
    var left: Int
  }

  /// The phases that the protocol file declares, else those of the diary; the first in time.
  static func declared(_ frame: DiaryFrame, options: AnalysisOptions) -> Declared {
    let fromProtocol = ofProtocol(frame, options)
    let fromDiary = ofDiary(frame)
    let all = sorted(fromProtocol.isEmpty ? fromDiary : fromProtocol)
    return Declared(
      spans: Array(all.prefix(mostPhases)),
      overruled: fromProtocol.isEmpty ? [] : Array(sorted(fromDiary).prefix(mostPhases)),
      left: max(0, all.count - mostPhases))
  }

  private static func sorted(_ spans: [PhaseSpan]) -> [PhaseSpan] {
    spans.sorted {
      ($0.first, $0.last, $0.name, $0.groupNames, $0.entry ?? -1, $0.reference ?? "")
        < ($1.first, $1.last, $1.name, $1.groupNames, $1.entry ?? -1, $1.reference ?? "")
    }
  }

  private static func ofProtocol(
    _ frame: DiaryFrame, _ options: AnalysisOptions
  ) -> [PhaseSpan] {
    let own = frame.diary.participant.flatMap { options.participantPhases[$0] } ?? []
    return (options.protocolPhases + own).compactMap { phase in
      name(phase.name).map {
        PhaseSpan(
          name: $0, first: phase.start.dayNumber,
          last: max(phase.start.dayNumber, phase.end.dayNumber),
          groups: Set(phase.groups).sorted(), source: "protocol", reference: phase.entry,
          said: phase.name,
          plan: .init(
            food: phase.food, doses: phase.doses, unit: phase.doseUnit, blinded: phase.blinded))
      }
    }
  }

  private static func ofDiary(_ frame: DiaryFrame) -> [PhaseSpan] {
    frame.entries.indices.compactMap { index in
      guard frame.entries[index].kind == .phase else { return nil }
      let entry = frame.entries[index]
      guard let time = entry.time, let name = name(entry.name) else { return nil }
      let days = frame.span(of: time)
      return PhaseSpan(
        name: name, first: days.lowerBound, last: days.upperBound,
        groups: Set(entry.groups ?? []).sorted(), source: "diary", entry: index,
        reference: frame.reference(index), said: entry.name + " " + (entry.note ?? ""))
    }
  }

  private static func name(_ text: String) -> String? {
    if Words.contains(text, "reintro") { return "challenge" }
    return Vocabulary.phases.first { Words.contains(text, $0) }
  }

  /// The phases that the exposures show: a group that was left out for two weeks or more and came
  /// back for two weeks at most.
  static func inferred(_ frame: DiaryFrame, exposures: ExposureTable) -> [PhaseSpan] {
    var eliminations: [(first: Int, last: Int, group: GroupID)] = []
    var challenges: [PhaseSpan] = []
    for exposure in exposures.groups {
      let episodes = Episode.all(exposure.certainDays)
      var previousEnd = frame.firstDay - 1
      var found = false
      for episode in episodes {
        let gap = episode.first - previousEnd - 1
        let known = (previousEnd + 1..<max(previousEnd + 1, episode.first)).count {
          frame.hasFood($0)
        }
        if gap >= inferredEliminationDays, known * 2 >= gap, !found {
          found = true
          eliminations.append((previousEnd + 1, episode.first - 1, exposure.group))
        }
        if found, gap >= 3, episode.last - episode.first < longestChallengeDays {
          challenges.append(
            PhaseSpan(
              name: "challenge", first: episode.first, last: episode.last,
              groups: [exposure.group], source: "inferred"))
        }
        previousEnd = episode.last
      }
    }
    return assembled(frame, eliminations, challenges)
  }

  /// The groups that were left out together as one elimination, on the days on which all of them were;
  /// every other group by itself, on its own days.
  ///
  /// Together are those that were last eaten within `togetherDays` of each other, as long as they share
  /// two weeks.
  private static func together(
    _ eliminations: [(first: Int, last: Int, group: GroupID)]
  ) -> [PhaseSpan] {
    let sorted = eliminations.sorted {
      ($0.first, $1.last, $0.group) < ($1.first, $0.last, $1.group)
    }
    var spans: [PhaseSpan] = []
    var starts: [Int] = []
    for item in sorted {
      let place = spans.indices.last { place in
        item.first - starts[place] <= togetherDays
          && min(spans[place].last, item.last) - item.first + 1 >= inferredEliminationDays
      }
      guard let place else {
        starts.append(item.first)
        spans.append(
          PhaseSpan(
            name: "elimination", first: item.first, last: item.last, groups: [item.group],
            source: "inferred"))
        continue
      }
      spans[place].first = max(spans[place].first, item.first)
      spans[place].last = min(spans[place].last, item.last)
      spans[place].groups = (spans[place].groups + [item.group]).sorted()
    }
    return spans.sorted { ($0.first, $0.last, $0.groupNames) < ($1.first, $1.last, $1.groupNames) }
  }

  private static func assembled(
    _ frame: DiaryFrame, _ eliminations: [(first: Int, last: Int, group: GroupID)],
    _ challenges: [PhaseSpan]
  ) -> [PhaseSpan] {
    guard let first = eliminations.map(\.first).min() else { return [] }
    var spans: [PhaseSpan] = []
    if first > frame.firstDay {
      spans.append(
        PhaseSpan(
          name: "baseline", first: frame.firstDay, last: first - 1, groups: [], source: "inferred"))
    }
    spans += together(eliminations)
    let sameDays = Dictionary(grouping: challenges) { [$0.first, $0.last] }
    for key in sameDays.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      let groups = (sameDays[key] ?? []).flatMap(\.groups)
      spans.append(
        PhaseSpan(
          name: "challenge", first: key[0], last: key[1], groups: groups.sorted(),
          source: "inferred"))
    }
    return spans
  }
}

/// A run of exposure days at most two days apart.
struct Episode: Hashable, Sendable {
  /// The first exposure day.
  var first: Int
  /// The last exposure day.
  var last: Int

  /// The episodes of sorted days.
  static func all(_ days: [Int]) -> [Episode] {
    days.reduce(into: []) { episodes, day in
      if let last = episodes.last, day - last.last <= 2 {
        episodes[episodes.count - 1].last = day
      } else {
        episodes.append(Episode(first: day, last: day))
      }
    }
  }
}
