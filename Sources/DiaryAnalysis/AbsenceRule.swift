// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What a day without a symptom entry means in a diary.
enum AbsenceRule {
  /// The share of the kept days with a symptom from which a diary rates every day.
  static let ratingShare = 0.85
  /// The days with a symptom below which nothing is concluded from days without: one attack in weeks
  /// would else make a trigger of whatever was eaten before it.
  static let fewestDays = 3

  /// The rule: what the user said; else nothing known where the diary holds explicit zeros, rates nearly
  /// every day, or has symptoms on fewer than three days; else no symptom, as in diaries that note attacks only.
  static func absence(
    _ options: AnalysisOptions, frame: DiaryFrame, symptoms: SymptomTable
  ) -> AnalysisOptions.Absence {
    if let said = options.absence { return said }
    if symptoms.hasExplicitZero || symptoms.records.isEmpty { return .missing }
    let rated = Set(symptoms.records.map(\.day))
    guard rated.count >= fewestDays else { return .missing }
    let kept = zeroDays(.zero, options, frame: frame, symptoms: symptoms)
    let allDaily = symptoms.records.allSatisfy(\.daily)
    let ratesDays = allDaily && Double(rated.count) >= ratingShare * Double(max(1, kept.count))
    return ratesDays ? .missing : .zero
  }

  /// The days that count as zero where they have no symptom entry; those that the user asks for, else
  /// those that the files with symptoms cover.
  static func zeroDays(
    _ absence: AnalysisOptions.Absence, _ options: AnalysisOptions, frame: DiaryFrame,
    symptoms: SymptomTable
  ) -> [Int] {
    guard absence == .zero, !symptoms.records.isEmpty else { return [] }
    let rated = Set(symptoms.records.map(\.day))
    let covered = options.absence == nil ? covered(frame) : frame.days
    return frame.days.filter {
      frame.hasOther($0) && covered.contains($0) || rated.contains($0)
    }
  }

  /// The days from the first to the last entry of the files that hold symptoms, and of further files of
  /// a format that holds foods beside them: before and after, a day in the file of a food app says
  /// nothing of how its person was.
  private static func covered(_ frame: DiaryFrame) -> Range<Int> {
    let inputs = frame.diary.inputs
    guard inputs.count > 1 else { return frame.days }
    let rated = Set(frame.places.symptoms.map { frame.entries[$0].origin.input })
    let fed = Set(frame.places.foods.map { frame.entries[$0].origin.input })
    // Of an app that has foods and symptoms in one file, a file may have had no symptom to note.
    let both = Set(
      rated.intersection(fed).filter(inputs.indices.contains).map { inputs[$0].format })
    let sources = rated.union(inputs.indices.filter { both.contains(inputs[$0].format) })
    var (first, last) = (Int.max, Int.min)
    for place in frame.entries.indices where sources.contains(frame.entries[place].origin.input) {
      let kind = frame.entries[place].kind
      guard kind != .phase, kind != .profile, let time = frame.entries[place].time else { continue }
      let own = frame.span(of: time)
      (first, last) = (min(first, own.lowerBound), max(last, own.upperBound))
    }
    return first <= last ? first..<last + 1 : frame.days
  }
}
