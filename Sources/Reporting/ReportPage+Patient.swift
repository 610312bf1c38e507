// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The part of the page for the person whose diary it is: short, in everyday words.
extension ReportPage {
  // MARK: What was tried and seen

  /// What was left out and tested, and what followed.
  func saw(_ page: inout MarkupWriter) {
    section(&page, id: "saw", title: words.sawTitle) { page in
      tried(
        &page, words.triedAsked, (results.beliefs ?? []).filter(\.believed).map(\.group))
      let (out, tested) = (declared("elimination"), declared("challenge"))
      if out == tested {
        tried(&page, words.triedBoth, out)
      } else {
        tried(&page, words.triedLeftOut, out)
        tried(&page, words.triedTested, tested)
      }
      let triggers = lines.filter(\.verdict.isTrigger)
      if triggers.isEmpty {
        let isNull = answer.isNull
        let unsettled = results.together(answer.unsettled).map(words.either)
        let texts =
          !unsettled.isEmpty
          ? [words.sawUnsettled(unsettled)]
          : isNull && withheld == nil ? [words.sawNothingWithheld] : words.sawNothing(isNull)
        for text in texts { page.element(.p, text: text) }
      } else {
        page.element(.ul, class: "saw") { page in
          for line in triggers { saw(&page, line) }
        }
        if triggers.contains(where: { $0.probability != nil }) {
          page.element(.p, class: "small", text: words.hundredNote)
        }
        if triggers.contains(where: { toldWindows($0) != nil }) {
          page.element(.p, class: "small", text: words.windowsNote)
        }
        if triggers.contains(where: { doubtsSingle($0.leading) }) {
          page.element(.p, class: "small", text: words.placebo)
        }
      }
    }
  }

  /// The groups of the declared phases of a kind, in order.
  private func declared(_ name: String) -> [GroupID] {
    let phases = results.timeline.phases.filter { $0.name == name && $0.source != "inferred" }
    return Set(phases.flatMap(\.groups)).sorted()
  }

  private func tried(_ page: inout MarkupWriter, _ intro: String, _ groups: [GroupID]) {
    guard !groups.isEmpty else { return }
    page.element(.p) { page in
      page.text(intro)
      nameList(&page, groups)
    }
  }

  private func saw(_ page: inout MarkupWriter, _ line: ReportLine) {
    page.element(.li) { page in
      page.element(.p) { sentences(&$0, line) }
      ofHundred(&page, line)
      windows(&page, line)
    }
  }

  private func sentences(_ page: inout MarkupWriter, _ line: ReportLine) {
    let result = line.leading
    page.element(.strong, class: "word " + line.verdict.rawValue) { page in
      icon(&page, line.verdict.rawValue)
      for (place, member) in line.members.enumerated() {
        if place == 0 {
          groupName(&page, member.group)
        } else {
          page.text(place == line.members.count - 1 ? words.or : ", ")
          innerName(&page, member.group)
        }
      }
      page.text(": " + words.word(line.verdict))
    }
    page.text(". ")
    let isWithheld = !line.groups.allSatisfy(maySuggest)
    // A set's words follow its tests, as those of any possible trigger.
    let meant = line.isLikely && isShown(result) ? Verdict.likelyTrigger : line.verdict
    page.text(words.sawMeaning(meant, isShown: isShown(result), isWithheld: isWithheld))
    if line.separation != nil { page.text(" " + words.sawWhich) }
    if let rise = saidRise(result) {
      let (before, after) = words.sawRise(meant)
      page.text(" " + before)
      roughly(&page, rise, words.rise(rise))
      page.text(after)
    }
    if result.verdict == .likelyTrigger, let dose = result.dose,
      let lowest = dose.lowestProvoking
    {
      page.text(" " + words.sawFrom)
      rough(&page, lowest, dose.unit, .toNearestOrAwayFromZero)
      page.text(".")
    }
    if isWithheld { page.text(" " + words.sawWithheld) }
  }

  /// The rise that this part says of a group: that of a likely trigger, or of a possible one unless no
  /// compared test was followed, and none nearer to none than to half a point.
  func saidRise(_ result: GroupResult) -> Double? {
    guard result.verdict == .likelyTrigger || result.verdict == .possibleTrigger && isShown(result),
      let effect = result.effectIfAny ?? result.effect
    else { return nil }
    return effect.mean >= Thresholds.saidRise ? effect.mean : nil
  }

  /// A number of the results, said in words.
  private func roughly(_ page: inout MarkupWriter, _ value: Double, _ text: String) {
    page.element(.data, class: "rough") { page in
      page.attribute(.value, "\(value)")
      page.text(text)
    }
  }

  /// A dose in the measures of a kitchen.
  private func rough(
    _ page: inout MarkupWriter, _ value: Double, _ unit: String, _ rule: FloatingPointRoundingRule
  ) {
    page.element(.bdi) { page in roughly(&page, value, words.rough(value, unit, rule)) }
  }

  // MARK: Foods to keep

  /// The tolerated groups: those tested on purpose as cards, the rest in one line.
  func keep(_ page: inout MarkupWriter) {
    section(&page, id: "keep", title: words.keepTitle) { page in
      let gated = results.groupsUnderGates
      let held = heldBack
      let kept = groups(.tolerated).filter {
        !isLeftToCoeliacGate($0.group) && !gated.contains($0.group)
      }.sorted { $0.group < $1.group }
      let tested = kept.filter { focus.declared.contains($0.group) }
      if !kept.isEmpty {
        page.element(.p, text: words.keepIntro)
      } else if held.isEmpty {
        page.element(.p, text: toldToKeepGluten ? words.keepSomeWithheld : words.keepNone)
      }
      if !tested.isEmpty {
        page.element(.ul, class: "cards") { page in
          for result in tested { card(&page, result) }
        }
      }
      let rest = kept.filter { !focus.declared.contains($0.group) }.map(\.group)
      if !rest.isEmpty {
        page.element(.p) { page in
          page.text(tested.isEmpty ? words.keepOnly : words.keepAlso)
          nameList(&page, rest)
          for note in rest.compactMap(words.keepNote) { page.text(" " + note) }
          for group in rest {
            guard let partner = triggerBeside(group) else { continue }
            page.text(" " + words.name(group) + ": " + words.keepBeside(words.inner(partner)))
          }
          if !rest.allSatisfy(maySuggest) { page.text(" " + words.keepWithheld) }
        }
      }
      names(&page, words.keepHeldBack, held)
    }
  }

  /// A possible or likely trigger that many foods of a tolerated group hold as well.
  private func triggerBeside(_ group: GroupID) -> GroupID? {
    let pairs = [["dairy", "lactose"], ["gluten", "fructan"], ["soy", "gos"]]
    let partner = pairs.first { $0.contains(group.rawValue) }?.first { $0 != group.rawValue }
    return focus.groups.first { $0.group.rawValue == partner && $0.verdict.isTrigger }?.group
  }

  private func card(_ page: inout MarkupWriter, _ result: GroupResult) {
    page.element(.li, class: "card tolerated") { page in
      page.element(.p, class: "word") { page in
        icon(&page, result.verdict.rawValue)
        groupName(&page, result.group)
      }
      let isOpen = results.safety.contains { $0.gate == AnalysisResults.SafetyGate.coeliac }
      if let examples =
        isOpen ? words.examplesWithoutWheat(result.group) : words.examples(result.group)
      {
        page.element(.p, class: "small examples", text: examples)
      }
      if let note = words.keepNote(result.group) {
        page.element(.p, class: "small", text: note)
      }
      if !maySuggest(result.group) {
        page.element(.p, class: "small", text: words.keepWithheld)
      } else if let partner = triggerBeside(result.group) {
        page.element(.p, class: "small", text: words.keepBeside(words.inner(partner)))
      } else if let dose = result.dose, let highest = dose.highestTolerated {
        page.element(.p, class: "small") { page in
          page.text(words.keepUpTo)
          rough(&page, highest, dose.unit, .down)
          page.text(words.perDay)
        }
      }
    }
  }

  // MARK: What could not be told

  /// The groups without an answer, and what would give one.
  func open(_ page: inout MarkupWriter) {
    section(&page, id: "open", title: words.openTitle) { page in
      let cannot = groups(.cannotBeJudged).filter { !isNamedByGate($0) }
      let (notClear, notTested) = (groups(.notClear), groups(.notTested))
      let unanswered = notClear + cannot + notTested
      if unanswered.isEmpty, results.notSeparable.isEmpty {
        page.element(.p, text: judged.isEmpty ? words.openNothingTested : words.openNone)
      }
      for set in results.notSeparable { inseparable(&page, set) }
      let lacking = Dictionary(grouping: notClear, by: lack)
      names(&page, words.notClearIntro, (lacking[nil] ?? []).map(\.group))
      names(&page, words.cannotIntro, cannot.map(\.group))
      names(&page, words.notTestedIntro, notTested.map(\.group))
      for lack in Lack.allCases {
        names(&page, words.notClear(lack), (lacking[lack] ?? []).map(\.group))
      }
    }
  }

  /// What a group merely eaten along the way lacks for an answer, by the codes of its reasons; `nil`
  /// where it was eaten often enough and the answer is open all the same, or where it is in focus.
  private func lack(_ result: GroupResult) -> Lack? {
    guard focus.others.contains(where: { $0.group == result.group }) else { return nil }
    let codes = Set((result.reasonCodes ?? []).map(\.code))
    if !codes.isDisjoint(with: ["possible-foods-only", "possible-foods-on-days"]) {
      return .sureFood
    }
    if codes.contains("unknown-foods") { return .knownFoods }
    let isLittle = !codes.isDisjoint(with: ["no-observed-portion", "small-portions-only"])
    return isLittle || result.exposedDays <= Thresholds.fewDays ? .amount : nil
  }

  private func inseparable(_ page: inout MarkupWriter, _ set: [GroupID]) {
    page.element(.div, class: "callout") { page in
      page.element(.p) { page in
        page.element(.strong, text: words.inseparable(set.map(words.inner)))
      }
      let separation = results.separations.first { $0.groups == set }
      guard let separation else { return }
      page.element(.p) { page in
        guard maySuggest(separation.testGroup) else {
          page.text(words.separationWithheld)
          return
        }
        let group = words.inner(separation.testGroup)
        let withheld = set.filter { !maySuggest($0) }.map(words.inner)
        let (before, after) =
          withheld.isEmpty
          ? words.separatingTest(group: group)
          : words.separationAskFirst(group: group, withheld: withheld)
        page.text(before)
        page.element(.strong) { $0.said(words.testFood(separation)) }
        page.text(after)
      }
      page.element(.p, class: "small") { page in
        page.text(words.similarity.0)
        hundredths(&page, separation.similarity)
        page.text(words.similarity.1)
      }
    }
  }

  /// The names of groups, after what holds for them; nothing for none.
  func names(
    _ page: inout MarkupWriter, _ intro: String, _ list: [GroupID], class name: String? = nil
  ) {
    guard !list.isEmpty else { return }
    page.element(.p, class: name) { page in
      page.element(.strong, text: intro)
      page.text(" ")
      nameList(&page, list)
    }
  }

  /// The names of groups within a sentence, and a full stop.
  func nameList(_ page: inout MarkupWriter, _ list: [GroupID]) {
    let most = 40
    let shown = list.prefix(most)
    for (index, group) in shown.enumerated() {
      let isLast = index == shown.count - 1 && index > 0 && list.count <= most
      if index > 0 { page.text(isLast ? words.and : ", ") }
      innerName(&page, group)
    }
    if list.count > most { page.text(words.and + words.more(list.count - most)) }
    page.text(".")
  }

  /// A group's name within a sentence.
  private func innerName(_ page: inout MarkupWriter, _ group: GroupID) {
    if group.builtInIndex == nil {
      page.userText(words.inner(group))
    } else {
      page.text(words.inner(group))
    }
  }

  // MARK: What comes next

  /// What to do next, as far as nothing forbids it.
  func next(_ page: inout MarkupWriter) {
    section(&page, id: "next", title: words.nextTitle) { page in
      if let waiting = words.waiting(results.experiments) {
        return page.element(.p, text: waiting)
      }
      let tests = Array(experiments.prefix(Thresholds.nextSteps))
      var tested = Set(tests.compactMap(\.group))
      let steps = candidates.filter { $0.verdict != .tolerated && hasNextStep($0) }
      let allowed = steps.filter { maySuggest($0.group) && maySuggest(testGroup($0)) }
      let shown = allowed.filter { tested.insert(testGroup($0)).inserted }.map { result in
        (group: testGroup(result), step: separatingStep(of: testGroup(result), allowed) ?? result)
      }
      // What to do about what stood out comes first, however much any other test would tell.
      let triggers = shown.filter { $0.step.verdict == .likelyTrigger }
      nextSteps(&page, .ul, triggers)
      let others = shown.filter { $0.step.verdict != .likelyTrigger }
      let room = Thresholds.nextSteps - tests.count
      let intro =
        tests.isEmpty
        ? words.nextIntro : words.experimentsIntro(isTelling: tests.contains(where: \.isTelling))
      if shown.isEmpty && tests.isEmpty {
        page.element(.p, text: words.nextNone)
      } else if !others.isEmpty || !tests.isEmpty {
        page.element(.p, text: intro)
      }
      nextSteps(&page, .ol, Array(others.prefix(room)), after: tests)
      let later = others.dropFirst(room).filter { $0.step.nextStepCode?.code != "note-symptoms" }
      if !later.isEmpty {
        page.element(.p) { page in
          page.text(words.nextLater)
          nameList(&page, later.map { $0.group })
        }
      }
      let isEmpty = shown.isEmpty && tests.isEmpty
      if !steps.allSatisfy({ maySuggest($0.group) }) || isEmpty && withheld?.isEmpty != true {
        page.element(.p, text: words.nextWithheld)
      }
    }
  }

  private func nextSteps(
    _ page: inout MarkupWriter, _ list: Tag, _ items: [(group: GroupID, step: GroupResult)],
    after tests: [Experiment] = []
  ) {
    guard !items.isEmpty || !tests.isEmpty else { return }
    page.element(list, class: "steps") { page in
      for experiment in tests { step(&page, experiment) }
      for item in items {
        page.element(.li) { page in
          page.element(.strong) { groupName(&$0, item.group) }
          page.text(": ")
          page.said(nextStep(item.step), limit: 400)
        }
      }
    }
  }

  /// The group that a next step tests: of groups eaten together, the one that would tell.
  func testGroup(_ result: GroupResult) -> GroupID {
    guard let code = result.nextStepCode, code.code == "separate", let name = code.text("group")
    else { return result.group }
    return GroupID(rawValue: name)
  }

  /// The step that tells a group apart from others, wherever it stands.
  private func separatingStep(of group: GroupID, _ steps: [GroupResult]) -> GroupResult? {
    steps.first { $0.nextStepCode?.code == "separate" && testGroup($0) == group }
  }

  /// The groups for which a next step is worth a line: those in full, and those left out for good.
  private var candidates: [GroupResult] {
    let focused = Set(focus.groups.map(\.group))
    return focus.groups + groups(.notTested).filter { !focused.contains($0.group) }
  }

  /// The signs with which nobody should wait.
  func doctor(_ page: inout MarkupWriter) {
    section(&page, id: "doctor", title: words.doctorTitle) { page in
      if results.safety.contains(where: { $0.gate == "red-flags" }) {
        page.element(.p) { $0.element(.strong, text: words.doctorNoted) }
      }
      for text in words.doctor { page.element(.p, text: text) }
    }
  }
}
