// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Statistics

/// Counts what a diary's grade is made of.
struct DataQualityReview: Sendable {
  /// The days in a row from which foods without symptoms, or the reverse, are a stretch.
  static let stretchDays = 3
  /// The most rows that one part names.
  static let mostRows = 50

  let frame: DiaryFrame
  let symptoms: SymptomTable
  let exposures: ExposureTable
  /// The outcome of all days, zeros for absence included.
  let daily: [Int: Double]
  let challenges: [ChallengeSpan]

  typealias Part = DataQuality.Part
  typealias Rating = DataQuality.Rating

  /// The grade of the diary and of its groups.
  func quality(values: Int) -> DataQuality {
    let parts = parts()
    let grade = DataQuality.grade(parts, hasEnoughValues: values >= ModelRun.fewestObservations)
    let groups = exposures.groups.map { group($0, diary: grade) }
    return DataQuality(grade: grade, parts: parts, groups: groups)
  }

  private func parts() -> [Part] {
    guard !frame.days.isEmpty else { return [] }
    let backfill = BackfillSearch(frame: frame, symptoms: symptoms)
    let all: [Part?] = [
      loggedDays, symptomDays, challengeDays, missingAfterBadDays, missingOnChallengeDays,
      backfill.identicalDays, backfill.identicalTimes, backfill.lateEntries,
      ScaleReview(frame: frame).part, foodOnlyDays, symptomOnlyDays, unknownFoods, clockTimes,
    ]
    return all.compactMap(\.self)
  }

  // MARK: How much there is

  private var loggedDays: Part {
    let missing = frame.days.filter { !frame.isLogged($0) }
    return share("logged-days", missing: missing, of: frame.days.count, good: 0.9, fair: 0.7)
  }

  private var symptomDays: Part {
    let missing = frame.days.filter { daily[$0] == nil }
    return share("symptom-days", missing: missing, of: frame.days.count, good: 0.8, fair: 0.6)
  }

  private var challengeDays: Part? {
    let days = Set(challenges.flatMap { Array($0.window) }).filter { frame.days.contains($0) }
    guard !days.isEmpty else { return nil }
    let missing = days.filter { daily[$0] == nil }.sorted()
    return share("challenge-days", missing: missing, of: days.count, good: 0.9, fair: 0.7)
  }

  private func share(
    _ code: String, missing: [Int], of total: Int, good: Double, fair: Double
  ) -> Part {
    let present = total - missing.count
    let value = Double(present) / Double(max(1, total))
    return Part(
      code: code, value: value, count: present, total: total,
      rating: Rating(value, good: good, fair: fair), stretches: Self.stretches(missing))
  }

  // MARK: Whether it is missing by chance

  /// Whether the day after a day above the median is missing more often than after other days.
  private var missingAfterBadDays: Part? {
    let sorted = daily.values.sorted()
    guard let median = DailyOutcome.quantile(sorted, 0.5) else { return nil }
    let days = frame.days.dropLast().filter { daily[$0] != nil }
    let bad = Set(days.filter { (daily[$0] ?? 0) > median })
    return missing("missing-after-bad-days", Array(days), next: true) { bad.contains($0) }
  }

  /// Whether a day of a challenge's window is missing more often than other days.
  private var missingOnChallengeDays: Part? {
    let tested = Set(challenges.flatMap { Array($0.window) })
    return missing("missing-on-challenge-days", Array(frame.days), next: false) {
      tested.contains($0)
    }
  }

  private func missing(
    _ code: String, _ days: [Int], next: Bool, isSuspect: (Int) -> Bool
  ) -> Part? {
    var (hits, cases, otherHits, otherCases) = (0, 0, 0, 0)
    var missing: [Int] = []
    for day in days {
      let place = next ? day + 1 : day
      let isMissing = daily[place] == nil
      if isSuspect(day) {
        cases += 1
        hits += isMissing ? 1 : 0
        if isMissing { missing.append(place) }
      } else {
        otherCases += 1
        otherHits += isMissing ? 1 : 0
      }
    }
    guard cases > 0, otherCases > 0,
      let p = fisherExactPValue(hits: hits, of: cases, otherHits: otherHits, of: otherCases)
    else { return nil }
    return Part(
      code: code, value: p, count: hits, total: cases, rating: Rating(p, good: 0.05, fair: 0.01),
      stretches: Self.stretches(missing))
  }

  // MARK: What goes with what

  private var foodOnlyDays: Part? {
    let days = Self.runs(frame.days.filter { frame.hasFood($0) && daily[$0] == nil })
    return only("food-only-days", days)
  }

  private var symptomOnlyDays: Part? {
    let rated = Set(symptoms.records.map(\.day))
    let days = Self.runs(frame.days.filter { rated.contains($0) && !frame.hasFood($0) })
    return only("symptom-only-days", days)
  }

  private func only(_ code: String, _ runs: [ClosedRange<Int>]) -> Part {
    let long = runs.filter { $0.count >= Self.stretchDays }
    let count = long.reduce(0) { $0 + $1.count }
    let value = Double(count) / Double(max(1, frame.days.count))
    return Part(
      code: code, value: value, count: count, total: frame.days.count,
      rating: Rating(value, upTo: 0.1, fair: 0.25), stretches: long.map(Self.stretch))
  }

  private var unknownFoods: Part? {
    let foodDays = frame.foodLogged.count { $0 }
    guard foodDays > 0 else { return nil }
    let days = exposures.unknownDays.sorted()
    let value = min(1, Double(days.count) / Double(foodDays))
    return Part(
      code: "unknown-foods", value: value, count: days.count, total: foodDays,
      rating: Rating(value, upTo: 0.05, fair: 0.25), stretches: Self.stretches(days),
      entries: exposures.unknown.keys.sorted().prefix(Self.mostRows).map { frame.reference($0) })
  }

  /// Entries by the day alone are no fault, so that they are fair at the least.
  private var clockTimes: Part? {
    let timed = frame.places.foods + frame.places.symptoms
    guard !timed.isEmpty else { return nil }
    let count = timed.count { frame.entries[$0].time?.start.local != nil }
    let value = Double(count) / Double(timed.count)
    return Part(
      code: "clock-times", value: value, count: count, total: timed.count,
      rating: Rating(value, good: 0.8, fair: 0))
  }

  // MARK: Group by group

  private func group(_ exposure: GroupExposure, diary: DataQuality.Grade) -> DataQuality.Group {
    let days = exposure.episodeDays
    let tail = Mechanism(of: exposure.group).tailDays
    let window = Set(days.flatMap { Array($0...$0 + tail) }).filter { frame.days.contains($0) }
    let missing = window.filter { daily[$0] == nil }.sorted()
    let values = share(
      "window-days", missing: missing, of: window.count, good: 0.9, fair: 0.7)
    let certain = exposure.certainDays.count
    let certainShare = Double(certain) / Double(max(1, exposure.days.count))
    let sure = Part(
      code: "certain-foods", value: certainShare, count: certain, total: exposure.days.count,
      rating: Rating(certainShare, good: 0.5, fair: 0.2))
    let episodes = Episode.all(days)
    let seen = episodes.count { episode in
      (episode.first...episode.last + tail).count { daily[$0] != nil } >= 2
    }
    let repeats = Part(
      code: "repeats", value: Double(seen) / Double(max(1, episodes.count)), count: seen,
      total: episodes.count, rating: Rating(Double(seen), good: 3, fair: 2))
    let parts = [values, sure, repeats]
    return DataQuality.Group(
      group: exposure.group, grade: max(diary, DataQuality.grade(ofGroup: parts)), parts: parts)
  }

  // MARK: Days in a row

  /// The runs of sorted days.
  static func runs(_ days: [Int]) -> [ClosedRange<Int>] {
    days.reduce(into: []) { runs, day in
      if let last = runs.last, day == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
  }

  static func stretches(_ days: [Int]) -> [DataQuality.Stretch] { runs(days).map(stretch) }

  static func stretch(_ run: ClosedRange<Int>) -> DataQuality.Stretch {
    .init(
      start: CivilDate(dayNumber: run.lowerBound), end: CivilDate(dayNumber: run.upperBound))
  }
}
