// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel

@testable import Reporting

extension CatalogueMembers {
  mutating func groups() {
    for item in GroupID.builtIn { add("builtInName", words.builtInName(item)) }
    for item in GroupID.builtIn { add("chartName", words.chartName(item)) }
    for item in GroupID.builtIn { add("stripName", words.stripName(item)) }
    for item in GroupID.builtIn { add("examples", words.examples(item) as Any) }
    for item in GroupID.builtIn { add("inner", words.inner(item)) }
    for item in Verdict.allCases { add("word", words.word(item)) }
    for item in Verdict.allCases {
      for (isShown, isWithheld) in CatalogueSamples.standings {
        add("meaning", words.meaning(item, isShown: isShown, isWithheld: isWithheld))
      }
    }
    add("toleratedThoughFollowed", words.toleratedThoughFollowed)
    add("columnGroup", words.columnGroup)
    add("columnVerdict", words.columnVerdict)
    add("columnEffect", words.columnEffect)
    add("columnDose", words.columnDose)
    add("columnRepeats", words.columnRepeats)
    add("columnChance", words.columnChance)
    add("columnOther", words.columnOther)
    add("verdictsIntro", words.verdictsIntro)
    add("certaintyBefore", words.certaintyBefore)
    add("jointBefore", words.jointBefore(["A", "B"]))
    add("factAlone", words.factAlone)
    add("aloneNote", words.aloneNote(["A", "B"]))
    add("certaintyAfter", words.certaintyAfter)
    add("between", words.between)
    add("higher", words.higher)
    add("lower", words.lower)
    add("neither", words.neither)
    add("lessThan", words.lessThan)
    add("noEffect", words.noEffect)
    add("noRiseUpTo", words.noRiseUpTo)
    add("riseFrom", words.riseFrom)
    add("dosesDisagree", words.dosesDisagree)
    add("unit", words.unit("portions", 1))
    add("unit", words.unit("portions", 2))
    add("unit", words.unit("g lactose", 2))
    add("summaryOthers", words.summaryOthers("A"))
    add("summaryHeads", words.summaryHeads)
    for item in [0, 1, 2] { add("tests", words.tests(item, compared: item)) }
    for item in [0, 1, 2] { add("tests", words.tests(3, compared: item)) }
    add("daysEaten", words.daysEaten)
    for item in [1, 2] { add("chanceSentence", words.chanceSentence(windows: item)) }
    add("otherFactors", words.otherFactors(0, of: 2))
    add("otherFactors", words.otherFactors(1, of: 1))
    add("otherFactors", words.otherFactors(1, of: 2))
    for item in CatalogueSamples.factors { add("confounder", words.confounder(item)) }
    add("effectTitle", words.effectTitle(words.inner(CatalogueSamples.lactose)))
    add(
      "forestDescription",
      words.forestDescription(
        words.inner(CatalogueSamples.lactose), .init(mean: 1.5, low: 0.5, high: 2)))
  }

  mutating func pictures() {
    let name = words.inner(CatalogueSamples.lactose)
    add("windowsTitle", words.windowsTitle(name))
    add("windowsDetailTitle", words.windowsDetailTitle(name))
    add("windowsDescription", words.windowsDescription(squares: 1, of: 12))
    for isRead in [true, false] {
      add("windowsOfHundred", words.windowsOfHundred(name, isRead: isRead))
      for worse in [0, 3, 12] {
        add(
          "windowsCounted",
          words.windowsCounted(name, worse: worse, of: 12, isRead: isRead))
      }
    }
    add("windowsNote", words.windowsNote)
    add("windowsDetailNote", words.windowsDetailNote)
    add("hundredCaption", words.hundredCaption)
    add("hundredNote", words.hundredNote)
    add("hundredJoint", words.hundredJoint(["A", "B"]))
    add("lagTitle", words.lagTitle(CatalogueSamples.lactose))
    add("lagDescription", words.lagDescription(nil, []))
    for worst in [[9.0], [4, 26]] {
      add("lagDescription", words.lagDescription(.init(median: 9, low: 4, high: 20), worst))
      add("lagPeak", words.lagPeak(worst))
    }
    add("lagCaption", words.lagCaption)
    add("doseTitle", words.doseTitle(CatalogueSamples.lactose))
    add("doseDescription", words.doseDescription(above: 2, within: 3))
    for item in [true, false] {
      add("doseCaption", words.doseCaption("g", days: item ? 1 : 2, isScaled: item))
    }
    add("weekdays", words.weekdays)
    add("calendarTitle", words.calendarTitle)
    add("calendarName", words.calendarName(CatalogueSamples.first, CatalogueSamples.last))
    for item in [1, 2] {
      add("calendarDescription", words.calendarDescription(values: item, of: 5))
    }
    add("calendarScale", words.calendarScale)
    add("calendarMissing", words.calendarMissing)
    add("calendarEaten", words.calendarEaten)
    add("calendarCut", words.calendarCut)
  }

  mutating func index() {
    add("indexTitle", words.indexTitle)
    add("indexCaption", words.indexCaption)
    add("indexHeads", words.indexHeads)
    add("indexLead", words.indexLead)
    add("indexLeadWithoutReports", words.indexLeadWithoutReports)
    for item in [1, 2] {
      add(
        "indexAnswer",
        words.indexAnswer(.init(participants: item, safety: 1, likely: 1, failures: 0)))
    }
    add("indexQuality", words.indexQuality)
    add("indexNothingJudged", words.indexNothingJudged)
    add("indexPages", words.indexPages)
    add("indexPageOf", words.indexPageOf(1, 2))
    add("indexControls", words.indexControls)
    for item in [1, 2] { add("indexGroups", words.indexGroups(item)) }
    for item in [1, 2] { add("indexFailures", words.indexFailures(item)) }
    for item in CatalogueSamples.gates { add("gateName", words.gateName(item)) }
    add("daysOf", words.daysOf(1, 2))
  }

  mutating func method() {
    add("method", words.method)
    add("thresholdsTitle", words.thresholdsTitle)
    add("thresholds", words.thresholds)
    add("filesTitle", words.filesTitle)
    add("filesNone", words.filesNone)
    add("filesCaption", words.filesCaption)
    add("fileHeads", words.fileHeads)
    add("settingsTitle", words.settingsTitle)
    add("versionLabel", words.versionLabel)
    add("absenceLabel", words.absenceLabel)
    for item in ["zero", "missing"] { add("absence", words.absence(item)) }
    add("unknownTitle", words.unknownTitle)
    add("unknownNote", words.unknownNote)
    add("findingsTitle", words.findingsTitle)
    add("findingsNone", words.findingsNone)
    for item in [1, 2] { add("findingsCount", words.findingsCount(item)) }
    for item in [Finding.Severity.note, .warning, .error] { add("severity", words.severity(item)) }
    add("glossary", words.glossary)
  }

  mutating func opening() {
    add("date", words.date(CatalogueSamples.first))
    add("shortDate", words.shortDate(CatalogueSamples.first))
    add("chartDate", words.chartDate(CatalogueSamples.first))
    for item in 1...12 { add("chartMonth", words.chartMonth(item)) }
    add("period", words.period(CatalogueSamples.first, CatalogueSamples.first))
    add("period", words.period(CatalogueSamples.first, CatalogueSamples.first.advanced(by: 1)))
    add("period", words.period(CatalogueSamples.first, CatalogueSamples.last))
    add("dayOfMonth", words.dayOfMonth(3))
    add("shortPeriod", words.shortPeriod(CatalogueSamples.first, CatalogueSamples.last))
    add(
      "shortPeriod",
      words.shortPeriod(CatalogueSamples.first, CatalogueSamples.first.advanced(by: 1)))
    add("period", words.period(CatalogueSamples.first, CatalogueSamples.last.advanced(by: 400)))
    add("hundredths", words.hundredths(0.001))
    add("hundredths", words.hundredths(0.999))
    add("list", words.list(CatalogueSamples.names))
    add("reportTitle", words.reportTitle)
    add("skipLink", words.skipLink)
    add("contents", words.contents)
    add("participant", words.participant)
    add("noParticipant", words.noParticipant)
    add("periodLabel", words.periodLabel)
    add("loggedLabel", words.loggedLabel)
    add("outcomeLabel", words.outcomeLabel)
    add("logged", words.logged(CatalogueSamples.results.period))
    add("loggedLine", words.loggedLine(CatalogueSamples.results.period))
    add("outcome", words.outcome(CatalogueSamples.results.outcome))
    add("answerNothingStoodOut", words.answerNothingStoodOut)
    add("answerNoGroups", words.answerNoGroups)
    add("answerNoDays", words.answerNoDays)
    add("answerNoOutcome", words.answerNoOutcome)
    add("answerNotYet", words.answerNotYet)
    add("answerLikely", words.answerLikely(CatalogueSamples.names, count: 1))
    add("answerLikely", words.answerLikely(CatalogueSamples.names, count: 2))
    add("answerLikelySet", words.answerLikelySet(CatalogueSamples.names))
    add("answerPossible", words.answerPossible(CatalogueSamples.names))
    add(
      "answerDetail",
      words.answerDetail(likely: 1, possible: CatalogueSamples.names, tolerated: 1, notClear: 1))
    add(
      "answerDetail",
      words.answerDetail(likely: 2, possible: CatalogueSamples.names, tolerated: 2, notClear: 2))
    add("more", words.more(2))
    add("and", words.and)
    add("or", words.or)
    add("either", words.either(["A", "B"]))
    add("safetyTitle", words.safetyTitle)
    add("patientPart", words.patientPart)
    add("clinicPart", words.clinicPart)
    add("morePart", words.morePart)
    add("sawTitle", words.sawTitle)
    add("keepTitle", words.keepTitle)
    add("verdictsTitle", words.verdictsTitle)
    add("openTitle", words.openTitle)
    add("timelineTitle", words.timelineTitle)
  }

  mutating func opening2() {
    add("exceptionsTitle", words.exceptionsTitle)
    add("nextTitle", words.nextTitle)
    add("doctorTitle", words.doctorTitle)
    add("othersTitle", words.othersTitle)
    add("groupsTitle", words.groupsTitle)
    add("symptomsTitle", words.symptomsTitle)
    add("methodTitle", words.methodTitle)
    add("glossaryTitle", words.glossaryTitle)
    add("referencesTitle", words.referencesTitle)
    add("showTable", words.showTable)
    add("sourceRows", words.sourceRows)
    add("timelineLink", words.timelineLink)
    add("viewsLabel", words.viewsLabel)
    add("dietitianView", words.dietitianView)
    add("wholeView", words.wholeView)
    add("disclaimer", words.disclaimer)
  }

  mutating func quality() {
    add("qualityTitle", words.qualityTitle)
    add("gradeLabel", words.gradeLabel)
    for item in [DataQuality.Grade.a, .b, .c, .d] { add("grade", words.grade(item)) }
    for item in [DataQuality.Grade.a, .b, .c, .d] { add("gradeMeaning", words.gradeMeaning(item)) }
    add("qualityCaption", words.qualityCaption)
    add("qualityHeads", words.qualityHeads)
    add("groupGradesCaption", words.groupGradesCaption)
    add("groupGradeHeads", words.groupGradeHeads)
    add("outOf", words.outOf)
    add("chanceIs", words.chanceIs)
    for item in [DataQuality.Rating.good, .fair, .poor] { add("rating", words.rating(item)) }
    for item in CatalogueSamples.qualityParts { add("qualityPart", words.qualityPart(item)) }
    add("phaseSources", words.phaseSources(CatalogueSamples.results.timeline.phases) as Any)
    for item in [1, 2] { add("disagreements", words.disagreements(item)) }
    for item in [CatalogueSamples.test, CatalogueSamples.settled] {
      add("longName", words.longName(item))
    }
    add("beliefsTitle", words.beliefsTitle)
    add("beliefsNote", words.beliefsNote)
    add("beliefHeads", words.beliefHeads)
    for item in [true, false] { add("believed", words.believed(item)) }
  }

  mutating func statements() {
    for item in CatalogueSamples.reasons { add("reason", words.reason(item.0, item.1)) }
    for item in CatalogueSamples.nextSteps { add("nextStep", words.nextStep(item)) }
    for item in CatalogueSamples.warnings { add("warning", words.warning(item)) }
    for item in CatalogueSamples.facts { add("evidence", words.evidence(item)) }
    for code in ["left-out-from", "days-without-challenge"] {
      let days = Statement(code, ["group": "lactose", "start": "2026-03-03", "days": 60])
      add("inferred", words.inferred(days))
    }
    for item in [
      "fast", "refeeding", "antibiotics", "after antibiotics", "illness", "travel",
      "before transplant",
    ] { add("exclusion", words.exclusion(item)) }
    add("testFood", words.testFood(CatalogueSamples.results.separations[0]))
    add(
      "finding",
      words.finding(
        .init(id: "note-empty", severity: .note, summary: "The note has no text.", file: "a")))
    for item in [
      "day-starts", "prior", "symptoms-absent", "protocol-phases", "protocol-order", "date-order",
      "groups-left-out", "mapping-sha256", "foods-sha256",
      "learned-prevalence",
    ] { add("setting", words.setting(item)) }
    add("settingValue", words.settingValue("prior", "literature"))
    add("settingValue", words.settingValue("prior", "neutral"))
    add("settingValue", words.settingValue("symptoms-absent", "zero"))
    add("settingValue", words.settingValue("symptoms-absent", "missing"))
    add("settingValue", words.settingValue("protocol-order", "randomised"))
  }

  mutating func cohort() {
    add("cohortTitle", words.cohortTitle)
    add("cohortLead", words.cohortLead)
    for item in [nil, 1, 2] { add("cohortAnswer", words.cohortAnswer(item)) }
    add("cohortMasked", words.cohortMasked)
    add("cohortMaskedNote", words.cohortMaskedNote)
    add("cohortFrequencyTitle", words.cohortFrequencyTitle)
    add("cohortFrequencyNote", words.cohortFrequencyNote)
    add("cohortFrequencyHeads", words.cohortFrequencyHeads)
    add("cohortFalseTitle", words.cohortFalseTitle)
    add("cohortFalseNote", words.cohortFalseNote)
    add("cohortFalseHeads", words.cohortFalseHeads)
    add("cohortPooledTitle", words.cohortPooledTitle)
    add("cohortPooledNote", words.cohortPooledNote)
    add("cohortPooledHeads", words.cohortPooledHeads)
    add("cohortVerdictTitle", words.cohortVerdictTitle)
    add("cohortGroup", words.cohortGroup)
    add("cohortGradeTitle", words.cohortGradeTitle)
    add("cohortGradeHeads", words.cohortGradeHeads)
    add("cohortWarningHeads", words.cohortWarningHeads)
    add("cohortWarningTitle", words.cohortWarningTitle)
    add("cohortSafetyTitle", words.cohortSafetyTitle)
    add("cohortSafetyHeads", words.cohortSafetyHeads)
    add("cohortInseparableTitle", words.cohortInseparableTitle)
    add("cohortInseparableHeads", words.cohortInseparableHeads)
    add("cohortNothing", words.cohortNothing)
    add("cohortIndexLink", words.cohortIndexLink)
  }
}
