// SPDX-License-Identifier: Apache-2.0

extension AnalysisResults {
  /// How the outcome differs between days with a factor and days without, in this diary.
  ///
  /// A covariate as it was noted: neither a cause nor advice.
  public struct FactorDifference: Codable, Hashable, Sendable {
    /// `journaling`, `breathing-exercise`, `exercise-moderate` or `good-sleep`.
    public var factor: String
    /// The days with the factor and a value.
    public var daysWith: Int
    /// The days without it, with a value.
    public var daysWithout: Int
    /// The mean outcome of the former, 0…10.
    public var meanWith: Double
    /// The mean outcome of the latter, 0…10.
    public var meanWithout: Double
    /// `meanWith` less `meanWithout`, in points; below 0 where days with the factor are better.
    public var difference: Double

    /// Creates a difference.
    public init(
      factor: String, daysWith: Int, daysWithout: Int, meanWith: Double, meanWithout: Double,
      difference: Double
    ) {
      self.factor = factor
      self.daysWith = daysWith
      self.daysWithout = daysWithout
      self.meanWith = meanWith
      self.meanWithout = meanWithout
      self.difference = difference
    }
  }
}

/// Compares days with what may help with days without.
struct HelpfulFactors: Sendable {
  /// The fewest days with a value on either side.
  static let fewestDays = 3

  let frame: DiaryFrame
  let outcome: DailyOutcome
  let confounders: ConfounderTable

  /// The differences of the factors that the diary notes, by name.
  ///
  /// Days that are left out of comparisons are left out here. A logged day without an entry of the
  /// factor is a day without it; of sleep, only nights with hours count, good ones being those of
  /// the person's mean or more.
  func differences() -> [AnalysisResults.FactorDifference] {
    let logged = outcome.days.filter { frame.isLogged($0) }
    var found: [AnalysisResults.FactorDifference?] = []
    for name in ["breathing-exercise", "journaling"] {
      let days = confounders.helpful[name, default: []]
      found.append(difference(name, logged) { days.contains($0) })
    }
    if let minutes = confounders.numbers["exercise"] {
      let moderate = logged.filter { minutes[$0, default: 0] < ConfounderTable.intenseMinutes }
      found.append(difference("exercise-moderate", moderate) { minutes[$0, default: 0] > 0 })
    }
    if let hours = confounders.numbers["sleep"], let usual = confounders.usual("sleep") {
      let nights = logged.filter { hours[$0] != nil }
      found.append(difference("good-sleep", nights) { hours[$0, default: 0] >= usual })
    }
    return found.compactMap(\.self)
  }

  private func difference(
    _ factor: String, _ days: [Int], _ holds: (Int) -> Bool
  ) -> AnalysisResults.FactorDifference? {
    let with = outcome.values(days.filter(holds))
    let without = outcome.values(days.filter { !holds($0) })
    guard with.count >= Self.fewestDays, without.count >= Self.fewestDays,
      let meanWith = ChallengeStatistics.mean(with),
      let meanWithout = ChallengeStatistics.mean(without)
    else { return nil }
    return .init(
      factor: factor, daysWith: with.count, daysWithout: without.count, meanWith: meanWith,
      meanWithout: meanWithout, difference: meanWith - meanWithout)
  }
}
