// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// Safety, the patient's part, and what limits the reading.
protocol AdviceTexts {
  // MARK: Safety

  /// A gate's headline and what to do; a general text where the gate has no text of its own.
  func safety(_ gate: String) -> (title: String, advice: String)
  var safetyEvidence: String { get }
  /// What unfolds the signs beyond the first.
  func safetyFurther(_ count: Int) -> String
  var safetyRows: String { get }
  /// What stands before foods eaten in the two hours before a sign.
  var eatenBeforeHours: String { get }
  /// What stands before foods of a sign's day, where a time is missing.
  var eatenBeforeDay: String { get }
  var safetyWithholdsAll: String { get }
  func safetyWithholds(_ names: [String]) -> String

  // MARK: Keep, open, next

  var keepIntro: String { get }
  var keepNone: String { get }
  /// What belongs beside a tolerated group, where more than symptoms speaks about it.
  func keepNote(_ group: GroupID) -> String?
  var keepWithheld: String { get }
  /// Gluten that was tolerated before coeliac disease is ruled out: what to do with it, and why.
  var keepForCoeliacTest: String { get }
  /// What to do before coeliac disease is ruled out where no gluten is eaten any more.
  var noGlutenForCoeliacTest: String { get }
  var keepSomeWithheld: String { get }
  /// What stands before groups that are no foods to keep before a doctor was asked.
  var keepHeldBack: String { get }
  var keepAlso: String { get }
  var keepOnly: String { get }
  func keepBeside(_ name: String) -> String
  var keepUpTo: String { get }
  var perDay: String { get }

  // MARK: What was tried and seen

  var triedAsked: String { get }
  var triedBoth: String { get }
  var triedLeftOut: String { get }
  var triedTested: String { get }
  /// That a group under a safety gate is not to be tested again.
  var sawWithheld: String { get }
  /// What a trigger's verdict means; whether its tests show it, and whether no test of it is to be
  /// suggested.
  func sawMeaning(_ verdict: Verdict, isShown: Bool, isWithheld: Bool) -> String
  /// The sentence around the size of a rise.
  func sawRise(_ verdict: Verdict) -> (String, String)
  /// A rise in points, in halves and in words.
  func rise(_ value: Double) -> String
  var sawFrom: String { get }
  /// That one of several acts, and that it is open which.
  var sawWhich: String { get }
  func sawNothing(_ isNull: Bool) -> [String]
  /// That no food stood out, and that these are not settled.
  func sawUnsettled(_ names: [String]) -> String
  /// That no food stood out, where a gate speaks against all tests.
  var sawNothingWithheld: String { get }
  /// A dose in the measures of a kitchen: a glass of milk holds about 12 g of lactose, a cup of
  /// coffee 0.09 g of caffeine, a small glass of wine 12 g of alcohol. A dose that was fine is rounded
  /// down, one that symptoms followed to the nearest measure.
  func rough(_ value: Double, _ unit: String, _ rule: FloatingPointRoundingRule) -> String
  var doctor: [String] { get }
  /// What stands before these signs where the diary has one of them.
  var doctorNoted: String { get }

  // MARK: The dietitian's page

  func eatenAlong(_ verdict: Verdict) -> String
  /// The same of groups that a safety gate names, whatever their symptoms did.
  var eatenAlongHeldBack: String { get }
  var gateWithholdsAll: String { get }
  func gateWithholds(_ names: [String]) -> String
  var othersIntro: String { get }
  var othersCaption: String { get }
  var othersHeads: [String] { get }
  func othersMore(_ number: Int) -> String
  var othersWhy: String { get }
  var openNothingTested: String { get }
  var openNone: String { get }
  func inseparable(_ names: [String]) -> String
  func separatingTest(group: String) -> (String, String)
  var separationWithheld: String { get }
  /// The sentence around the food of a test that would separate groups of which some may not be
  /// tested at home.
  func separationAskFirst(group: String, withheld: [String]) -> (String, String)
  var similarity: (String, String) { get }
  var notClearIntro: String { get }
  /// What stands before groups without a clear answer, by what they lack.
  func notClear(_ lack: Lack) -> String
  var notTestedIntro: String { get }
  var cannotIntro: String { get }
  var nextIntro: String { get }
  var nextLater: String { get }
  var nextStep: String { get }
  var nextNone: String { get }
  var nextWithheld: String { get }

  // MARK: Exceptions

  var exceptionsNone: String { get }
  /// That so many more stand under `furtherTitle`.
  func exceptionsMore(_ number: Int) -> String
  var furtherTitle: String { get }
  func rowsUnread(_ unread: Int, of rows: Int) -> String
  var absenceZero: String { get }
  var placebo: String { get }
}
