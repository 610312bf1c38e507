// SPDX-License-Identifier: Apache-2.0

internal import Markup

extension Double {
  /// One decimal, or as many as it takes that a number below a relevant rise does not read as one.
  var decimalsBelowRelevance: Int {
    // Only what is within half a tenth can be rounded up to it.
    guard (Thresholds.relevantRise - 0.06..<Thresholds.relevantRise).contains(magnitude) else {
      return 1
    }
    let decimals = (1...4).first { decimals in
      let text = NumberText.fixed(magnitude, decimals: decimals)
      return Double(text).map { $0 < Thresholds.relevantRise } ?? true
    }
    return decimals ?? 4
  }

  /// The number as it is written with those decimals.
  var asWritten: Double {
    Double(NumberText.fixed(self, decimals: decimalsBelowRelevance)) ?? self
  }
}

/// The limits that the page draws or states.
enum Thresholds {
  /// The smallest rise that people tend to notice, in points of 0–10; the upper end of the range
  /// that the model calls relevant.
  static let relevantRise = 1.0
  /// The smallest rise that the patient's part says in halves of a point: less is nearer to none.
  static let saidRise = 0.25
  /// The chance, 0…1, from which a set of groups without a clear answer is named: that from which one
  /// group is a possible trigger.
  static let unsettled = 0.30
  /// The chance, 0…1, from which symptoms are said to follow a set of groups: that of a likely trigger.
  static let likelySet = 0.75
  /// The chance, 0…1, from which a group is named all of whose tests symptoms followed.
  static let followed = 0.20
  /// The most days in one row of the timeline while the diary is short.
  static let daysPerRow = 136
  /// The days in one row of the timeline on a phone.
  static let daysPerNarrowRow = 28
  /// The most days of which the timeline has a form for phones.
  static let narrowDays = 190
  /// The most tolerated groups that a phone lists of each participant of a batch.
  static let listedTolerated = 5
  /// The most findings listed one by one.
  static let findings = 200
  /// The most groups shown in full.
  static let focusedGroups = 10
  /// The groups shown in full where nothing in the diary singles any out.
  static let fewestGroups = 3
  /// The days with a group up to which too few is what an answer lacks.
  static let fewDays = 4
  /// The last days of a diary that tell whether gluten is eaten now.
  static let glutenDays = 14
  /// The most foods before a sign of an immediate allergy that are named.
  static let foodsBefore = 12
  /// The most other groups in the table before the rest is folded.
  static let otherGroups = 6
  /// The most challenges of a possible or likely trigger with a picture.
  static let drawnChallenges = 6
  /// The most challenges of any other group with a picture.
  static let drawnChallengesOfOthers = 4
  /// The most challenges of a group in its table.
  static let listedChallenges = 24
  /// The most days of a group with their doses and rows.
  static let listedExposures = 31
  /// The most foods of a group that are listed, and the most days of each.
  static let listedFoods = 40
  static let listedFoodDays = 12
  /// The most signs of a safety gate that are listed beyond the first six; `results.json` holds all.
  static let furtherSigns = 500
  /// The most symptoms with a column each in the table of days.
  static let symptomColumns = 8
  /// The expected gain, in bits, from which a test is said to tell much: an answer to an even question that
  /// is right two times in three is worth 0.08 bit, so that less hardly moves one.
  static let tellingGain = 0.1
  /// The most exceptions on the dietitian's page; the others follow among the details.
  static let firstExceptions = 3
  /// The gates from which their lines on the dietitian's page name fewer rows and foods.
  static let manyGates = 4
  /// The most next tests described one by one.
  static let nextSteps = 3
  /// The most days of the calendar of symptoms: two years.
  static let calendarDays = 731
  /// The most food lanes in the timeline.
  static let lanes = 8
  /// The most lanes of other factors in the timeline.
  static let factorLanes = 6
  /// The stretches of days and the rows that one line of a table names.
  static let stretches = 6
}
