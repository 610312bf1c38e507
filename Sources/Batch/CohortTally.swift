// SPDX-License-Identifier: Apache-2.0

internal import Database
internal import DiaryAnalysis
internal import DiaryModel
internal import Glibc
internal import Reporting
internal import Statistics

/// Adds up what the participants of a batch show, from their rows in the order of their ids.
struct CohortTally {
  /// The level of all intervals.
  static let level = 0.9

  private struct Group {
    var diaries = 0
    var judged = 0
    var verdicts = [Int](repeating: 0, count: CohortFigures.verdicts.count)
    var probability = 0.0
    var expectedFalse = 0.0
    var challenged = 0
    var effects: [Double] = []
    var variances: [Double] = []
  }

  /// One participant's level changes of one group.
  private struct Changes {
    var weight = 0.0
    var sum = 0.0
  }

  private var participants = 0
  private var groups: [String: Group] = [:]
  private var grades: [String: Int] = [:]
  private var safety: [String: Int] = [:]
  private var warnings: [String: Int] = [:]
  private var inseparable: [String: Int] = [:]

  /// Adds one participant's rows.
  mutating func add(_ rows: [TableRow]) {
    var changes: [String: Changes] = [:]
    var gates: Set<String> = []
    var codes: Set<String> = []
    for row in rows {
      switch row.table {
      case .participants:
        participants += 1
        grades[text(row, Place.grade), default: 0] += 1
      case .groups: addGroup(row)
      case .challenges: addChallenge(row, to: &changes)
      case .safety: gates.insert(text(row, Place.gate))
      case .warnings: codes.insert(text(row, Place.code))
      case .inseparable:
        inseparable[text(row, Place.food) + " " + text(row, Place.other), default: 0] += 1
      default: break
      }
    }
    for gate in gates { safety[gate, default: 0] += 1 }
    for code in codes { warnings[code, default: 0] += 1 }
    for (group, change) in changes {
      groups[group, default: Group()].challenged += 1
      guard change.weight > 0 else { continue }
      groups[group]?.effects.append(change.sum / change.weight)
      groups[group]?.variances.append(1 / change.weight)
    }
  }

  private mutating func addGroup(_ row: TableRow) {
    let verdict = text(row, Place.verdict)
    let name = text(row, Place.food)
    var group = groups[name, default: Group()]
    group.diaries += 1
    if let place = CohortFigures.verdicts.firstIndex(of: verdict) { group.verdicts[place] += 1 }
    if let probability = real(row, Place.probability) {
      group.judged += 1
      group.probability += probability
      if verdict == Verdict.likelyTrigger.rawValue { group.expectedFalse += 1 - probability }
    }
    groups[name] = group
  }

  /// Adds a reintroduction: those of one participant are averaged by their precision.
  private func addChallenge(_ row: TableRow, to changes: inout [String: Changes]) {
    var change = changes[text(row, Place.food), default: Changes()]
    if let effect = real(row, Place.change), let low = real(row, Place.changeLow),
      let high = real(row, Place.changeHigh), let level = real(row, Place.intervalLevel),
      level > 0, level < 1, high > low
    {
      let error = (high - low) / 2 / NormalDistribution.quantile(0.5 + level / 2)
      change.weight += 1 / (error * error)
      change.sum += effect / (error * error)
    }
    changes[text(row, Place.food)] = change
  }

  /// The figures, nothing masked.
  var figures: CohortFigures {
    var figures = CohortFigures()
    figures.participants = participants
    figures.groups = groups.keys.sorted().map { self.figures(of: $0, groups[$0] ?? Group()) }
    figures.grades = ["A", "B", "C", "D"].map { .init(name: $0, participants: grades[$0] ?? 0) }
    figures.safety = counts(safety)
    figures.warnings = counts(warnings)
    figures.inseparable = counts(inseparable)
    return figures
  }

  /// The most frequent first.
  private func counts(_ counts: [String: Int]) -> [CohortFigures.Count] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { .init(name: $0.key, participants: $0.value) }
  }

  private func figures(of name: String, _ group: Group) -> CohortFigures.Group {
    let id = GroupID(rawValue: name)
    var figures = CohortFigures.Group(
      group: id, diaries: group.diaries, judged: group.judged, verdicts: group.verdicts)
    figures.frequency = share(group.probability, of: group.judged)
    figures.likelyShare = share(Double(group.verdicts.first ?? 0), of: group.judged)
    figures.expectedFalse = group.judged > 0 ? group.expectedFalse : nil
    figures.challenged = group.challenged
    let literature = LiteratureShare(of: id)
    // The control of the group's own study, as the page shows it; else that of the FODMAPs.
    figures.expectedPlacebo =
      (literature?.control ?? LiteratureShare.placebo) * Double(group.challenged)
    figures.literature = literature.map {
      .init(
        reacted: $0.reacted, control: $0.control, corrected: $0.corrected, people: $0.people,
        source: $0.source)
    }
    figures.pooled = pooled(group)
    return figures
  }

  private func share(_ hits: Double, of count: Int) -> CohortFigures.Estimate? {
    guard count > 0 else { return nil }
    let interval = scoreInterval(hits: hits, of: count, level: Self.level)
    return .init(
      value: hits / Double(count), low: interval?.lowerBound, high: interval?.upperBound)
  }

  private func pooled(_ group: Group) -> CohortFigures.Pooled? {
    guard let pooled = RandomEffects(effects: group.effects, variances: group.variances),
      let interval = pooled.interval(level: Self.level)
    else { return nil }
    let prediction = pooled.predictionInterval(level: Self.level)
    return .init(
      people: pooled.count,
      effect: .init(
        value: pooled.mean, low: interval.lowerBound, high: interval.upperBound),
      betweenVariance: pooled.betweenVariance, inconsistency: pooled.inconsistency,
      prediction: prediction.map {
        .init(value: pooled.mean, low: $0.lowerBound, high: $0.upperBound)
      })
  }

  private func text(_ row: TableRow, _ place: Int) -> String {
    guard row.values.indices.contains(place), case .text(let text) = row.values[place] else {
      return ""
    }
    return text
  }

  private func real(_ row: TableRow, _ place: Int) -> Double? {
    guard row.values.indices.contains(place) else { return nil }
    return switch row.values[place] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// The places of columns.
  private enum Place {
    static let grade = place("grade", .participants)
    static let food = place("food_group", .groups)
    static let other = place("other_group", .inseparable)
    static let verdict = place("verdict", .groups)
    static let probability = place("probability", .groups)
    static let gate = place("gate", .safety)
    static let code = place("code", .warnings)
    static let change = place("level_change", .challenges)
    static let changeLow = place("level_change_low", .challenges)
    static let changeHigh = place("level_change_high", .challenges)
    static let intervalLevel = place("interval_level", .challenges)

    private static func place(_ name: String, _ table: BatchTable) -> Int {
      table.columns.firstIndex { $0.name == name } ?? Int.max
    }
  }
}
