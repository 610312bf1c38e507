// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Turns evidence into one of the fixed verdicts, and says why in plain sentences.
struct VerdictRules: Sendable {
  /// The recalibrated probability from which a group is a likely trigger.
  static let likely = 0.75
  /// That from which it is one where another group has as much: a first alarm falls on people without
  /// any trigger as well, a second one hardly ever does.
  static let likelyBesideAnother = 0.63
  /// That from which it is a possible one.
  static let possible = 0.30
  /// That up to which it is tolerated, if enough of it was eaten.
  static let tolerated = 0.06
  /// The rise in points from which a challenge counts as followed by symptoms.
  static let reaction = 1.0

  let diary: DiaryEvidence
  let group: GroupEvidence

  /// A verdict and the sentences that speak for it.
  struct Ruling: Sendable {
    var verdict: Verdict
    var reasons: [Reason]
  }

  /// The ruling; what a safety gate names is never called tolerated.
  func ruling() -> Ruling {
    let found = ruledBySymptoms()
    guard found.verdict == .tolerated, let gate = group.namedBy else { return found }
    return Ruling(verdict: .cannotBeJudged, reasons: [Self.reason(namedBy: gate)])
  }

  /// The ruling of the symptoms alone: the first condition that holds gives the verdict.
  private func ruledBySymptoms() -> Ruling {
    if let ruling = rulingWithoutModel() { return ruling }
    guard let summary = group.summary else {
      if diary.isAllZero { return withoutSymptoms() }
      return Ruling(
        verdict: .cannotBeJudged,
        reasons: [Reason("no-answer", "The model gave no answer for this diary.")])
    }
    var reasons = challengeReasons()
    reasons += probabilityReasons(summary)
    let verdict = verdict(summary, &reasons)
    return Ruling(verdict: verdict, reasons: reasons)
  }

  // MARK: Where nothing can be said

  /// The ruling where the model need not be asked: such groups belong to no set.
  func rulingWithoutModel() -> Ruling? { untested() ?? impossible() }

  private func untested() -> Ruling? {
    guard !group.wasTested else { return nil }
    let eaten = group.exposure.certainDays.count
    var reasons =
      group.eliminatedFrom != nil && eaten > 0
      ? [
        Reason(
          "eaten-before-only", ["days": .count(eaten)],
          "It was eaten on \(Words.count(eaten, "day")) before it was left out, and never after.")
      ] : [Reason("not-eaten", "No entry shows that it was eaten.")]
    if !group.exposure.days.isEmpty, eaten == 0 {
      reasons = [Reason("possible-foods-only", "Only foods that possibly hold it were eaten.")]
    }
    guard diary.isMostlyUnknown else { return Ruling(verdict: .notTested, reasons: reasons) }
    reasons.append(unknownReason)
    return Ruling(verdict: .notClear, reasons: reasons)
  }

  private var unknownReason: Reason {
    Reason(
      "unknown-foods", ["share": .number(diary.unknownShare)],
      "Foods were not understood on \(Words.percent(diary.unknownShare)) of the days with foods, so "
        + "it may have been eaten unseen.")
  }

  private func impossible() -> Ruling? {
    let days = group.exposure.days.count
    if group.excludedExposureDays == days, days > 0 {
      let why = diary.event.map { "after \($0)" } ?? "on days that are left out of every comparison"
      return Ruling(
        verdict: .cannotBeJudged,
        reasons: [
          Reason(
            diary.event == nil ? "eaten-on-excluded-days" : "eaten-after-event",
            diary.event.map { ["event": .text($0)] } ?? [:], "It was eaten only \(why).")
        ])
    }
    if !diary.hasSymptoms {
      return Ruling(
        verdict: .cannotBeJudged,
        reasons: [Reason("no-symptom-entries", "The diary has no symptom entries.")])
    }
    if diary.observations < ModelRun.fewestObservations {
      let have = Words.count(diary.observations, "symptom value")
      return Ruling(
        verdict: .cannotBeJudged,
        reasons: [
          Reason(
            "few-values",
            ["values": .count(diary.observations), "needed": .count(ModelRun.fewestObservations)],
            "The diary has \(have) that can be compared; \(ModelRun.fewestObservations) are needed."
          )
        ])
    }
    if diary.isConstant, !diary.isAllZero {
      return Ruling(
        verdict: .cannotBeJudged,
        reasons: [
          diary.symptomsVary
            ? Reason(
              "worst-symptom-constant",
              "The worst symptom is equally bad at every time, so nothing in the overall outcome "
                + "can be seen to change with food.")
            : Reason(
              "symptoms-constant",
              "All symptom values are the same, so nothing can be seen to change with food.")
        ])
    }
    if group.isConstant {
      return Ruling(
        verdict: .cannotBeJudged,
        reasons: [
          Reason(
            "eaten-always",
            "It was eaten on nearly every day with foods written down, in much the same amount, so there are "
              + "no days to compare with.")
        ])
    }
    return nil
  }

  private func withoutSymptoms() -> Ruling {
    guard group.adequateEpisodes > 0 else {
      return Ruling(
        verdict: .notClear,
        reasons: [
          Reason(
            "small-portions-only",
            "No symptom was recorded, but less than one portion was eaten at a time.")
        ])
    }
    let times = Words.count(group.adequateEpisodes, "time")
    return Ruling(
      verdict: diary.isMostlyUnknown ? .notClear : .tolerated,
      reasons: [
        Reason(
          "eaten-without-any-symptom", ["times": .count(group.adequateEpisodes)],
          "It was eaten \(times) in a usual portion, and the diary records no symptom at all.")
      ] + (diary.isMostlyUnknown ? [unknownReason] : []))
  }

  // MARK: From the model

  /// Whether the group is known only from foods that possibly hold it.
  private var isOnlyPossible: Bool { group.exposure.certainDays.isEmpty }

  private func verdict(_ summary: ModelRun.GroupSummary, _ reasons: inout [Reason]) -> Verdict {
    let probability = summary.probability
    if let together = group.setProbability { return verdict(ofSet: together, &reasons) }
    if isOnlyPossible, probability > Self.tolerated {
      return probability >= Self.likely ? .possibleTrigger : .notClear
    }
    if probability >= Self.possible {
      guard probability < Self.likely else { return .likelyTrigger }
      guard diary.candidates > 1, probability >= Self.likelyBesideAnother else {
        return .possibleTrigger
      }
      reasons.append(besideAnotherReason)
      return .likelyTrigger
    }
    guard probability <= Self.tolerated else { return .notClear }
    if group.adequateEpisodes == 0 {
      reasons.append(
        Reason(
          "no-observed-portion",
          "No usual portion with two symptom values in the 72 hours after it."))
      return .notClear
    }
    if diary.isMostlyUnknown {
      reasons.append(unknownReason)
      return .notClear
    }
    return .tolerated
  }

  /// The verdict that all of a set share: which of them acts cannot be told, so none is likely by itself,
  /// and none is better off than the others.
  private func verdict(ofSet probability: Double, _ reasons: inout [Reason]) -> Verdict {
    reasons.append(setReason)
    let names = Words.list(group.inseparableFrom.map(\.rawValue))
    reasons.append(
      Reason(
        "eaten-together", ["groups": .groups(group.inseparableFrom)],
        "It was nearly always eaten together with \(names)."))
    let needed = group.isSetOnlyPossible ? Self.likely : Self.possible
    return probability >= needed ? .possibleTrigger : .notClear
  }

  /// Why less than the usual bound is enough.
  private var besideAnotherReason: Reason {
    let beside = Int((Self.likelyBesideAnother * 100).rounded())
    let alone = Int((Self.likely * 100).rounded())
    return Reason(
      "beside-another",
      ["alone": .number(Self.likely), "beside": .number(Self.likelyBesideAnother)],
      "For a single group that stands out, \(alone) in 100 would be asked. Here \(beside) in 100 are "
        + "enough, since another group reaches as much: two false alarms in one diary are rare.")
  }

  /// How likely one of a set acts, whatever each member's own chance is.
  private var setReason: Reason {
    let names = ([group.exposure.group] + group.inseparableFrom).sorted().map(\.rawValue)
    // Never certain, and for three and more a lower bound.
    let percent = Words.percent(min(group.setProbability ?? 0, 0.999))
    let least = names.count > 2 && !percent.hasPrefix("more") ? "at least " : ""
    return Reason(
      "one-of-set",
      [
        "groups": .texts(names), "probability": .number(min(group.setProbability ?? 0, 0.999)),
      ],
      "At least one of \(Words.list(names)) acts with a probability of \(least)\(percent); "
        + "which of them, the diary cannot tell.")
  }

  private func challengeReasons() -> [Reason] {
    let judged = group.challenges.compactMap(\.effect)
    if isOnlyPossible {
      let days = Words.count(group.exposure.days.count, "day")
      return [
        Reason(
          "possible-foods-on-days", ["days": .count(group.exposure.days.count)],
          "Only foods that possibly hold it were eaten, on \(days).")
      ]
    }
    guard !judged.isEmpty else {
      let days = Words.count(group.exposure.certainDays.count, "day")
      return [
        Reason(
          "no-test-compared", ["days": .count(group.exposure.certainDays.count)],
          "It was eaten on \(days); no test could be compared by itself.")
      ]
    }
    let followed = judged.count { $0 >= Self.reaction }
    let mean = judged.reduce(0, +) / Double(judged.count)
    var reasons = [
      Reason(
        "tests-followed",
        [
          "followed": .count(followed), "tests": .count(judged.count), "mean": .number(mean),
          "points": .number(Self.reaction),
        ],
        Self.followed(followed, of: judged.count)
          + " by symptoms at least 1 point higher; on average "
          + "\(Words.decimal(abs(mean))) points \(mean < 0 ? "lower" : "higher") than on the "
          + "comparison days.")
    ]
    if let alarms = group.falseAlarms, alarms.windows > 0, mean > 0 {
      let worse = Int((alarms.rate * Double(alarms.windows)).rounded())
      reasons.append(
        Reason(
          "false-alarms", ["windows": .count(alarms.windows), "worse": .count(worse)],
          "Of \(Words.count(alarms.windows, "window")) of this length without a test, \(worse) "
            + "looked as bad."))
    }
    let confounded = Set(group.challenges.flatMap(\.confounders)).sorted()
    if !confounded.isEmpty {
      reasons.append(
        Reason(
          "other-factors", ["factors": .texts(confounded)],
          "Other factors at those times: \(Words.list(confounded))."))
    }
    return reasons
  }

  private func probabilityReasons(_ summary: ModelRun.GroupSummary) -> [Reason] {
    guard summary.hasAtoms else {
      return [
        Reason("no-value-after-it", "No symptom value stands in the hours after it was eaten.")
      ]
    }
    return [
      Reason(
        "chance", ["probability": .number(summary.probability)],
        "Weighed together with all other foods and factors, the chance of a rise of any size is "
          + "\(Words.percent(summary.probability).split(separator: "%").joined())in 100.")
    ]
  }

  /// How many of the tests were followed, up to the word "followed".
  private static func followed(_ number: Int, of total: Int) -> String {
    if total == 1 { return "The only test was \(number == 1 ? "" : "not ")followed" }
    return "\(word(number, first: true)) of \(word(total)) tests \(number == 1 ? "was" : "were") "
      + "followed"
  }

  /// A small number as a word.
  static func word(_ number: Int, first: Bool = false) -> String {
    let words = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    guard words.indices.contains(number) else { return String(number) }
    let word = words[number]
    return first ? word.prefix(1).uppercased() + word.dropFirst() : word
  }
}
