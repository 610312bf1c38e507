// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// The answer of a report in a sentence, and what belongs beside it.
struct Answer: Sendable {
  let sentence: String
  let detail: String
  /// Whether foods were judged and none stood out.
  let isNull: Bool
  /// Groups of which none stood out, but whose tests or joint chance forbid to call that an answer.
  let unsettled: [GroupID]

  init(_ results: AnalysisResults, _ words: any Catalogue) {
    // A group is many values: its place is looked at, not a copy of it.
    func places(_ verdict: Verdict) -> [Int] {
      results.groups.indices.filter { results.groups[$0].verdict == verdict }
    }
    func names(_ verdict: Verdict) -> [String] {
      let all = results.together(places(verdict).map { results.groups[$0].group })
        .map(words.either)
      return all.count > 6 ? all.prefix(5) + [words.more(all.count - 5)] : all
    }
    func number(_ verdict: Verdict) -> Int { places(verdict).count }
    let likely = names(.likelyTrigger)
    let possible = names(.possibleTrigger)
    let judged = number(.tolerated) + number(.notClear)
    unsettled = likely.isEmpty && possible.isEmpty ? Self.unsettled(results) : []
    isNull =
      results.period.loggedDays > 0 && !results.outcome.symptoms.isEmpty && likely.isEmpty
      && possible.isEmpty && judged > 0
    if results.period.loggedDays == 0 {
      sentence = words.answerNoDays
    } else if results.outcome.symptoms.isEmpty {
      sentence = words.answerNoOutcome
    } else if results.groups.isEmpty {
      sentence = words.answerNoGroups
    } else if !likely.isEmpty {
      sentence = words.answerLikely(likely, count: number(.likelyTrigger))
    } else if let set = Self.likelySet(results) {
      sentence = words.answerLikelySet(set.map(words.inner))
    } else if !possible.isEmpty {
      sentence = words.answerPossible(possible)
    } else if !unsettled.isEmpty {
      sentence = words.answerPossible(results.together(unsettled).map(words.either))
    } else {
      sentence = judged > 0 ? words.answerNothingStoodOut : words.answerNotYet
    }
    detail =
      results.groups.isEmpty
      ? ""
      : words.answerDetail(
        likely: number(.likelyTrigger), possible: likely.isEmpty ? [] : possible,
        tolerated: results.keptGroups.count, notClear: number(.notClear))
  }

  /// Groups without a clear answer that are told by no one's own chance: sets of which at least one acts
  /// with a chance of a possible trigger, and groups all of whose two tests or more symptoms followed.
  private static func unsettled(_ results: AnalysisResults) -> [GroupID] {
    let open = results.groups.filter { result in
      result.verdict == .notClear
        && !(result.reasonCodes ?? []).contains { $0.code == "possible-foods-only" }
    }
    let sets = results.separations.filter { ($0.probability ?? 0) >= Thresholds.unsettled }
      .flatMap(\.groups)
    return open.filter { result in
      sets.contains(result.group)
        || (result.probability ?? 0) >= Thresholds.followed
          && (result.reasonCodes ?? []).contains { code in
            code.code == "tests-followed" && code.whole("tests") >= 2
              && code.whole("followed") == code.whole("tests")
          }
    }.map(\.group)
  }

  /// The groups that cannot be told apart, and of which at least one likely acts.
  private static func likelySet(_ results: AnalysisResults) -> [GroupID]? {
    results.separations.first { ($0.probability ?? 0) >= Thresholds.likelySet }?.groups
  }
}
