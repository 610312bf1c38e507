// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel

@testable import Reporting

/// What a catalogue says, by the name of each of its members.
struct CatalogueMembers {
  let words: any Catalogue
  private(set) var all: [(name: String, text: String)] = []

  init(_ language: ReportLanguage) {
    words = language.catalogue()
    advice()
    advice2()
    challenges()
    cohort()
    details()
    details2()
    experiments()
    groups()
    index()
    method()
    pictures()
    opening()
    opening2()
    quality()
    statements()
  }

  /// Adds all texts of a value: a text, an optional one, or texts in tuples and arrays.
  mutating func add(_ name: String, _ value: Any) {
    if let text = value as? String { return all.append((name, text)) }
    for child in Mirror(reflecting: value).children { add(name, child.value) }
  }

  mutating func advice() {
    for item in CatalogueSamples.gates { add("safety", words.safety(item)) }
    add("safetyEvidence", words.safetyEvidence)
    for count in [1, 3] { add("safetyFurther", words.safetyFurther(count)) }
    add("safetyRows", words.safetyRows)
    add("eatenBeforeHours", words.eatenBeforeHours)
    add("eatenBeforeDay", words.eatenBeforeDay)
    add("safetyWithholdsAll", words.safetyWithholdsAll)
    add("safetyWithholds", words.safetyWithholds(CatalogueSamples.names))
    add("keepIntro", words.keepIntro)
    add("keepNone", words.keepNone)
    add("keepNote", words.keepNote(.init(rawValue: "alcohol")) as Any)
    add("keepWithheld", words.keepWithheld)
    add("keepForCoeliacTest", words.keepForCoeliacTest)
    add("keepSomeWithheld", words.keepSomeWithheld)
    add("keepHeldBack", words.keepHeldBack)
    add("noGlutenForCoeliacTest", words.noGlutenForCoeliacTest)
    add("wheatFirst", words.wheatFirst)
    for eatsGluten in [true, false] {
      var words = words
      words.eatsGluten = eatsGluten
      add("coeliacFirst", words.coeliacFirst)
    }
    add("keepAlso", words.keepAlso)
    add("keepOnly", words.keepOnly)
    add("keepBeside", words.keepBeside("A"))
    add("keepUpTo", words.keepUpTo)
    add("perDay", words.perDay)
    add("triedAsked", words.triedAsked)
    add("triedBoth", words.triedBoth)
    add("triedLeftOut", words.triedLeftOut)
    add("triedTested", words.triedTested)
    for item in [Verdict.likelyTrigger, .possibleTrigger] {
      for (isShown, isWithheld) in CatalogueSamples.standings {
        add("sawMeaning", words.sawMeaning(item, isShown: isShown, isWithheld: isWithheld))
      }
    }
    for item in [Verdict.likelyTrigger, .possibleTrigger] { add("sawRise", words.sawRise(item)) }
    for item in [0.2, 0.5, 1, 2, 2.5] { add("rise", words.rise(item)) }
    add("sawWithheld", words.sawWithheld)
    add("sawFrom", words.sawFrom)
    for item in [true, false] { add("sawNothing", words.sawNothing(item)) }
    for item in ["portions", "g lactose", "g caffeine", "g alcohol", "g fructan"] {
      add("rough", words.rough(1, item, .down))
    }
    add("sawWhich", words.sawWhich)
    add("sawNothingWithheld", words.sawNothingWithheld)
    add("sawUnsettled", words.sawUnsettled(CatalogueSamples.names))
    add("doctor", words.doctor)
    for item in Verdict.allCases { add("eatenAlong", words.eatenAlong(item)) }
    add("gateWithholdsAll", words.gateWithholdsAll)
    add("gateWithholds", words.gateWithholds(CatalogueSamples.names))
    add("othersIntro", words.othersIntro)
    add("othersCaption", words.othersCaption)
    add("othersHeads", words.othersHeads)
    add("othersMore", words.othersMore(3))
    add("othersWhy", words.othersWhy)
    add("openNothingTested", words.openNothingTested)
    add("openNone", words.openNone)
    add("inseparable", words.inseparable(CatalogueSamples.names))
    add("separatingTest", words.separatingTest(group: "A"))
    add("separationWithheld", words.separationWithheld)
    for withheld in [["A"], ["A", "B"]] {
      add("separationAskFirst", words.separationAskFirst(group: "C", withheld: withheld))
    }
    add("similarity", words.similarity)
    add("notClearIntro", words.notClearIntro)
    for lack in Lack.allCases { add("notClear", words.notClear(lack)) }
    add("notTestedIntro", words.notTestedIntro)
    add("eatenAlongHeldBack", words.eatenAlongHeldBack)
    add("cannotIntro", words.cannotIntro)
    add("nextIntro", words.nextIntro)
  }

  mutating func advice2() {
    add("nextLater", words.nextLater)
    add("nextStep", words.nextStep)
    add("nextNone", words.nextNone)
    add("nextWithheld", words.nextWithheld)
    add("exceptionsNone", words.exceptionsNone)
    for item in [1, 2] { add("exceptionsMore", words.exceptionsMore(item)) }
    add("furtherTitle", words.furtherTitle)
    add("rowsUnread", words.rowsUnread(1, of: 9))
    add("rowsUnread", words.rowsUnread(2, of: 9))
    add("absenceZero", words.absenceZero)
    add("placebo", words.placebo)
  }

  mutating func challenges() {
    add("yardstick", words.yardstick)
    add("windowsBefore", words.windowsBefore)
    for (kind, count) in [("randomisation", 1), ("randomisation", 2), ("shift", 1), ("shift", 2)] {
      add("windowsAfter", words.windowsAfter(kind, count))
    }
    add("effectTable", words.effectTable)
    add("effectHeads", words.effectHeads)
    add("withoutTable", words.withoutTable)
    add("withoutHeads", words.withoutHeads)
    add("allDays", words.allDays)
    add("daysWithout", words.daysWithout)
    for isSmaller in [true, false] {
      add("differenceAgainstChance", words.differenceAgainstChance(isSmaller: isSmaller))
    }
    for values in [1, 43] { add("chanceWithout", words.chanceWithout(values: values)) }
    for item in Verdict.allCases { add("verdictWithout", words.verdictWithout(item)) }
    for item in GroupResult.ConfoundedComparison.Reading.allCases {
      add("reading", words.reading(item))
    }
    add("ledgerTable", words.ledgerTable)
    add("ledgerHeads", words.ledgerHeads)
    for item in CatalogueSamples.ledger { add("direction", words.direction(item)) }
    for item in CatalogueSamples.factors { add("factor", words.factor(item)) }
    for item in ["h", "min", "drinks"] { add("noted", words.noted(item, 2)) }
    add("noted", words.noted("drinks", 1))
    add("usually", words.usually)
    add("usualHere", words.usualHere)
    for item in ["portions", "g lactose"] { add("doseTable", words.doseTable(item)) }
    add("doseHeads", words.doseHeads)
    for item in [true, false] { add("range", words.range(isAbove: item)) }
    for item in ["portions", "g lactose"] { add("doseUnit", words.doseUnit(item)) }
    add("untestedAbove", words.untestedAbove)
    add("untestedBetween", words.untestedBetween)
    add("helpfulTable", words.helpfulTable)
    add("helpfulHeads", words.helpfulHeads)
    add("helpfulNote", words.helpfulNote)
  }

  mutating func details() {
    add("disputed", words.disputed)
    add("symptomAxis", words.symptomAxis)
    add("symptomAxisNote", words.symptomAxisNote)
    add("timelineName", words.timelineName(CatalogueSamples.first, CatalogueSamples.last))
    add("timelineDescription", words.timelineDescription(CatalogueSamples.results))
    add("legend", words.legend)
    add("lanesCut", words.lanesCut)
    add("phase", words.phase(CatalogueSamples.test))
    for item in CatalogueSamples.phases { add("phaseName", words.phaseName(item)) }
    for item in ["diary", "protocol", "inferred"] { add("source", words.source(item)) }
    add("dayTable", words.dayTable)
    add("dayTableHeads", words.dayTableHeads([]))
    add("phaseTable", words.phaseTable)
    add("phaseTableHeads", words.phaseTableHeads)
    for item in [1, 2] { add("daysWithoutEntries", words.daysWithoutEntries(item)) }
    add("factEffect", words.factEffect)
    add("factEffectIfAny", words.factEffectIfAny)
    add("percentRange", words.percentRange)
    add("numbersDiffer", words.numbersDiffer)
    add("numbersDifferHalves", words.numbersDifferHalves)
    add("factPeak", words.factPeak)
    for item in [1.0, 9] { add("hoursAfter", words.hoursAfter(item)) }
    for day in 0...2 { add("dayAfter", words.dayAfter(day)) }
    add("hours", words.hours)
    add("about", words.about)
    add("timingTitle", words.timingTitle)
    add("timingNote", words.timingNote)
    add("groupSymptomsTitle", words.groupSymptomsTitle)
    add("groupSymptomsNote", words.groupSymptomsNote)
    add("groupSymptomsHeads", words.groupSymptomsHeads)
    add("foodTable", words.foodTable)
    add("foodHeads", words.foodHeads)
    add("exposureTable", words.exposureTable)
    add("furtherExposures", words.furtherExposures)
    add("exposuresAbove", words.exposuresAbove)
    for item in [1, 2] { add("valuesOn", words.valuesOn(item)) }
    add("ownScale", words.ownScale("0", "100"))
    add("ownPoint", words.ownPoint("10", "0", "100"))
    add("doctorNoted", words.doctorNoted)
    add("examplesWithoutWheat", words.examplesWithoutWheat(GroupID(rawValue: "fructan")) ?? "")
    add("exposureHeads", words.exposureHeads)
    add("possibly", words.possibly)
    for item in [1, 2] { add("challengesTitle", words.challengesTitle(item)) }
    add("challengesNote", words.challengesNote)
    for item in [1, 2] { add("challengesCut", words.challengesCut(item)) }
    add("exposuresCut", words.exposuresCut(2, of: 5))
    add("challengeName", words.challengeName(CatalogueSamples.lactose, 2))
    add("challengeDescription", words.challengeDescription(CatalogueSamples.challenge))
    add("comparedBefore", words.comparedBefore)
    add("moreOrLess", words.moreOrLess)
    for item in [1, 2] { add("comparedAfter", words.comparedAfter(item)) }
    add("noComparison", words.noComparison)
    add("alsoThen", words.alsoThen)
    add("withoutThoseDays", words.withoutThoseDays)
    add("leftOut", words.leftOut(CatalogueSamples.first))
    add("challengeTable", words.challengeTable)
    add("challengeHeads", words.challengeHeads)
  }

  mutating func details2() {
    add("valueTable", words.valueTable)
    add("valueTableHead", words.valueTableHead)
    add("valueRow", words.valueRow(CatalogueSamples.first))
    add("doseRow", words.doseRow(CatalogueSamples.first))
    add("symptomsIntro", words.symptomsIntro(CatalogueSamples.results.outcome))
    add("factMean", words.factMean)
    add("factMedian", words.factMedian)
    add("factBand", words.factBand)
    add("factAutocorrelation", words.factAutocorrelation)
    add("otherSymptoms", words.otherSymptoms)
    add("symptomTableHint", words.symptomTableHint)
    add(
      "symptomDescription", words.symptomDescription(CatalogueSamples.first, CatalogueSamples.last))
  }

  mutating func experiments() {
    for item in CatalogueSamples.doses { add("measure", words.measure(item.1, of: item.0)) }
    for item in CatalogueSamples.experiments { add("measures", words.measures(item)) }
    for isTelling in [true, false] {
      add("experimentsIntro", words.experimentsIntro(isTelling: isTelling))
      add("experimentsNote", words.experimentsNote(isTelling: isTelling))
    }
    add("tellsLittle", words.tellsLittle)
    for item in CatalogueSamples.experiments { add("steps", words.steps(item)) }
    for item in CatalogueSamples.plans { add("waiting", words.waiting(item) as Any) }
    add("experimentsTitle", words.experimentsTitle)
    add("experimentsHeads", words.experimentsHeads)
    for item in CatalogueSamples.experiments { add("experimentKind", words.experimentKind(item)) }
    for item in CatalogueSamples.experiments { add("experimentDays", words.experimentDays(item)) }
    add("experimentAlso", words.experimentAlso(CatalogueSamples.names))
    add("experimentNow", words.experimentNow)
    add("experimentIfRise", words.experimentIfRise)
    add("experimentIfNone", words.experimentIfNone)
    add("noGroup", words.noGroup)
    add("calendarName", words.calendarName)
    add("calendarShift", words.calendarShift)
    add("calendarWashout", words.calendarWashout("A"))
    add("calendarDose", words.calendarDose("A", "B"))
    add("calendarWatch", words.calendarWatch("A"))
    add("calendarWrite", words.calendarWrite)
    add("calendarWriteText", words.calendarWriteText)
    add("reportAt", words.reportAt)
    add("tablesAt", words.tablesAt)
    add("calendarAt", words.calendarAt)
    add("noCalendar", words.noCalendar)
    for item in CatalogueSamples.plans { add("withoutCalendar", words.withoutCalendar(item)) }
  }
}
