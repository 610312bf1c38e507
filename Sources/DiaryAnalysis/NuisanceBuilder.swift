// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Inference

/// Builds the columns that explain an outcome without food.
struct NuisanceBuilder: Sendable {
  let observations: [Observation]
  let confounders: ConfounderTable
  let phases: [PhaseSpan]
  let unknownDays: Set<Int>
  var ingredients = ModelIngredients.all

  /// The columns, their prior precisions and means.
  struct Columns: Sendable {
    var matrix: Matrix
    var precision: [Double]
    var mean: [Double]
    var names: [String]

    mutating func add(_ name: String, _ column: [Double], sd: Double, mean priorMean: Double = 0) {
      guard let first = column.first, column.contains(where: { abs($0 - first) > 1e-12 }) else {
        return
      }
      matrix.append(column: column)
      precision.append(1 / (sd * sd))
      mean.append(priorMean)
      names.append(name)
    }
  }

  /// All columns that vary in this diary, the intercept first.
  func columns() -> Columns {
    var columns = Columns(
      matrix: Matrix(rows: observations.count), precision: [0], mean: [0], names: ["intercept"])
    columns.matrix.append(column: [Double](repeating: 1, count: observations.count))
    columns.add("baseline diet", indicator(phases.isBaseline), sd: 0.5)
    if ingredients.contains(.nocebo) { addExpectation(to: &columns) }
    if ingredients.contains(.confounders) { addCircumstances(to: &columns) }
    columns.add(
      "foods not understood",
      indicator { unknownDays.contains($0) || unknownDays.contains($0 - 1) }, sd: 0.4)
    addDrift(to: &columns)
    return columns
  }

  /// What being challenged does by itself: the same for all challenges, and a part that differs, for a
  /// person reacts to some of their placebos only (26 % of them, Van den Houte 2024).
  private func addExpectation(to columns: inout Columns) {
    columns.add("challenge", observations.map { challengeDecay($0.day) }, sd: 0.7, mean: 0.3)
    let challenges = phases.filter { $0.name == "challenge" }
    guard challenges.count > 1 else { return }
    for (index, challenge) in challenges.prefix(Self.mostChallenges).enumerated() {
      columns.add(
        "challenge \(index + 1)", observations.map { Self.decay(of: challenge, on: $0.day) },
        sd: Self.ownExpectation)
    }
  }

  /// The standard deviation of what is expected of one challenge beside what is of all.
  ///
  /// That of a half-normal law of scale 0.6, for what is expected brings symptoms on or nothing; its
  /// mean is in that of the part which all challenges share. A wider one has room for a challenge
  /// that hides symptoms, and so for a trigger that no test showed.
  static let ownExpectation = 0.36

  /// The number of challenges that get a column of their own; it bounds the work.
  private static let mostChallenges = 40

  private func addCircumstances(to columns: inout Columns) {
    columns.add("stress", scores("stress"), sd: 0.4)
    columns.add("sleep", scores("sleep"), sd: 0.35)
    columns.add("sleep quality", scores("sleep-quality"), sd: 0.35)
    columns.add("exercise", exercise(), sd: 0.3)
    columns.add("alcohol", indicator { confounders.isAfterDrinking($0) }, sd: 0.5)
    columns.add("weekend", indicator { Self.isWeekend($0) }, sd: 0.2)
    for (name, sd) in [
      ("menses", 0.75), ("premenstrual", 0.5), ("illness", 1.5), ("medication", 0.6),
      ("travel", 0.6),
    ] {
      let days = confounders.days[name] ?? []
      columns.add(name, indicator { days.contains($0) }, sd: sd)
    }
  }

  /// How strongly a day is marked by an intended challenge: 1 on its first day, then 0.6, then 0.3.
  func challengeDecay(_ day: Int) -> Double {
    phases.lazy.filter { $0.name == "challenge" }.map { Self.decay(of: $0, on: day) }.max() ?? 0
  }

  private static func decay(of challenge: PhaseSpan, on day: Int) -> Double {
    guard challenge.contains(day) else { return 0 }
    return switch day - challenge.first {
    case 0: 1.0
    case 1: 0.6
    default: 0.3
    }
  }

  private func indicator(_ holds: (Int) -> Bool) -> [Double] {
    observations.map { holds($0.day) ? 1 : 0 }
  }

  private func scores(_ name: String) -> [Double] {
    let scores = confounders.scores(name)
    return observations.map { scores[$0.day] ?? 0 }
  }

  private func exercise() -> [Double] {
    guard let minutes = confounders.numbers["exercise"] else { return [] }
    let hours = observations.map { min((minutes[$0.day] ?? 0) / 60, 2) }
    let mean = hours.reduce(0, +) / Double(max(1, hours.count))
    return hours.map { $0 - mean }
  }

  private static func isWeekend(_ day: Int) -> Bool {
    let remainder = (day + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) >= 5
  }

  private func addDrift(to columns: inout Columns) {
    guard let first = observations.first?.hour, let last = observations.last?.hour,
      last - first >= 14 * 24, observations.count >= 10
    else { return }
    for k in 1...5 {
      let column = observations.map { cos(.pi * Double(k) * ($0.hour - first) / (last - first)) }
      columns.add("drift \(k)", column, sd: 0.3 / Double(k))
    }
  }
}
