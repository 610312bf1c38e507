// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension English {
  // MARK: Safety

  func safety(_ gate: String) -> (title: String, advice: String) {
    Self.gates[gate]
      ?? (
        gate.replacingHyphens.shortened(to: 80).capitalizedFirst,
        "Talk to your doctor or dietitian about this before you change your diet."
      )
  }

  private static let gates: [String: (String, String)] = [
    "row-not-read": (
      "Something about you could not be read",
      "Your diary has a row that this program cannot read. It may say that food tests are not safe for "
        + "you. Mend the row and run the report again, or ask your doctor before any test."
    ),
    "possible-immediate-allergy": (
      "Possible immediate allergy",
      "Do not eat again what you ate before this. Ask your doctor for an allergy clinic. If breathing gets "
        + "hard, or the throat or tongue swells, call emergency services at once."
    ),
    "known-allergy": (
      "A known allergy, FPIES, or asthma with a suspected food",
      "Test these foods only under medical supervision."
    ),
    "avoided-allergen": (
      "A food that was left out for a long time",
      "After a long time without a food, the body can react more strongly. Get medical advice before "
        + "the first taste."
    ),
    "care-team": (
      "Only with your care team",
      "Your diary names something that makes diet tests a matter for your care team. Do not leave "
        + "out or bring back foods without them."
    ),
    "red-flags": (
      "See a doctor",
      "Your diary notes signs that a doctor should look at. Food is not the first question."
    ),
    "swallowing": (
      "Food sticks, or swallowing is hard",
      "This can be an inflamed gullet (eosinophilic oesophagitis). Only a tissue sample can tell. "
        + "See a doctor first."
    ),
    "coeliac-not-excluded": (
      "Coeliac disease has not been ruled out",
      "Blood tests for coeliac disease work only while you eat gluten: in more than one meal a day "
        + "for 6 weeks (NICE NG20). Talk to your doctor before you change how much gluten you eat."
    ),
    "fasting": (
      "A fast of a day or more",
      "Its days and the 48 hours after it are left out of every comparison. Start eating again "
        + "slowly, and with advice."
    ),
    "long-elimination": (
      "A strict diet for more than 8 weeks",
      "That is longer than such a diet should last. Plan with a dietitian how to bring foods back."
    ),
  ]

  func safetyFurther(_ count: Int) -> String { "Show \(self.count(count, "more sign"))" }
  var safetyEvidence: String { "Your diary says: " }
  var safetyRows: String { "Rows: " }
  var eatenBeforeHours: String { "Eaten in the 2 hours before: " }
  var eatenBeforeDay: String { "Eaten that day, with no time noted: " }
  var safetyWithholdsAll: String {
    "Because of this, this report suggests no new food tests at home."
  }
  func safetyWithholds(_ names: [String]) -> String {
    "Because of this, this report suggests no new tests at home of: \(list(names))."
  }

  // MARK: Keep, open, next

  var keepIntro: String {
    "You ate enough of these, and symptoms did not rise. Keep them on your plate. The goal is to eat "
      + "as many kinds of food as you can."
  }
  var keepNone: String {
    "No food group has been tested well enough yet to say that it can stay. That does not mean that "
      + "they are bad for you."
  }
  func keepNote(_ group: GroupID) -> String? {
    group.rawValue == "alcohol" ? "This is about symptoms only, not a reason to drink more." : nil
  }
  var keepForCoeliacTest: String {
    "Symptoms did not rise with gluten. Keep eating gluten until your tests for coeliac disease are "
      + "done. Without it, they can miss the disease."
  }
  var noGlutenForCoeliacTest: String {
    "The last \(Thresholds.glutenDays) days of your diary hold no sure gluten. Do not start to eat it again "
      + "by yourself. The tests need gluten: ask your doctor about a gluten challenge."
  }
  var keepWithheld: String {
    "Go on eating it as you do now. Ask your doctor before any new test of it."
  }
  var keepSomeWithheld: String { "Some need care first: see “\(safetyTitle)”." }
  var keepHeldBack: String { "Ask your doctor about these first (see “\(safetyTitle)”):" }
  var keepAlso: String { "You also ate these, and symptoms did not rise: " }
  var keepOnly: String { "You ate these along the way: " }
  func keepBeside(_ name: String) -> String {
    "But many of these foods hold \(name) too. Choose those without."
  }
  var keepUpTo: String { "Fine so far, up to " }
  var perDay: String { " a day" }

  // MARK: What was tried and seen

  var triedAsked: String { "You wondered about: " }
  var triedBoth: String { "You left these out and tested them: " }
  var triedLeftOut: String { "You left out: " }
  var triedTested: String { "You tested: " }
  var sawWithheld: String {
    "Do not test this again by yourself. Speak with your doctor first."
  }
  func sawMeaning(_ verdict: Verdict, isShown: Bool, isWithheld: Bool) -> String {
    if verdict == .likelyTrigger {
      return "Your symptoms rose after it. Chance alone does not explain that well."
    }
    guard isShown else {
      return "Its tests did not show it, but the diary cannot rule it out."
    }
    return "Your symptoms may have gone up after it."
      + (isWithheld ? "" : " It could still be chance.")
  }
  func sawRise(_ verdict: Verdict) -> (String, String) {
    verdict == .likelyTrigger
      ? ("They were ", " higher on the scale from 0 to 10.")
      : ("If it is the cause, they were ", " higher on the scale from 0 to 10.")
  }
  var sawFrom: String { "They rose from " }
  var sawWhich: String { "Which of them it is, this diary cannot tell." }

  func sawNothing(_ isNull: Bool) -> [String] {
    isNull
      ? [
        "No food in this diary stood out. That is a real answer, and a good one: you may not have to "
          + "leave out foods.",
        "It does not mean that your symptoms are not real. Something else may be behind them. Show "
          + "this report to your doctor or dietitian.",
      ]
      : [
        "This diary cannot yet say which foods you feel well with. To find out, write down what you "
          + "eat and how you feel each day. Do so on good days too."
      ]
  }

  func sawUnsettled(_ names: [String]) -> String {
    "No food stood out clearly. But your symptoms may have to do with \(list(names)). This is not "
      + "settled yet. Write down when you leave a food out and when you test it: that helps."
  }

  var sawNothingWithheld: String {
    "No food stood out in the numbers. That does not answer what stands under “\(safetyTitle)”. "
      + "Speak with your doctor about it first."
  }

  func rise(_ value: Double) -> String {
    switch halves(value) {
    case let half where half.hasSuffix("half") && !half.contains(" and "): half + " a point"
    case "about 1": "about 1 point"
    case let some: some + " points"
    }
  }

  /// A number in halves, in words.
  private func halves(_ value: Double) -> String {
    let halves = Int((min(max(value, 0), 1000) * 2).rounded())
    let whole = halves / 2
    if halves == 0 { return "less than half" }
    if halves == 1 { return "about half" }
    return halves % 2 == 0 ? "about \(whole)" : "about \(whole) and a half"
  }

  func rough(_ value: Double, _ unit: String, _ rule: FloatingPointRoundingRule) -> String {
    switch unit {
    case "portions": measures(value, "portion", "portions", rule)
    case "g lactose": measures(value / 12, "glass of milk", "glasses of milk", rule)
    case "g caffeine": measures(value / 0.09, "cup of coffee", "cups of coffee", rule)
    case "g alcohol": measures(value / 12, "small glass of wine", "small glasses of wine", rule)
    default:
      "about " + amount(value.roundedDose(rule)) + " "
        + plain(unit.shortened(to: 40))
    }
  }

  /// Portions as an upper bound: `half a portion`.
  func atMost(_ portions: Double) -> String {
    let text = measures(portions, "portion", "portions", .down)
    return text.hasPrefix("about ") ? String(text.dropFirst(6)) : text
  }

  private func measures(
    _ value: Double, _ one: String, _ many: String, _ rule: FloatingPointRoundingRule
  ) -> String {
    switch value.inMeasures(rule) {
    case 0: "a taste of a " + one
    case 0.25: "about a quarter of a " + one
    case 0.5: "about half a " + one
    case 0.75: "about three quarters of a " + one
    case 1: "about one " + one
    case 1.5: "about one and a half " + many
    case let some: halves(some) + " " + many
    }
  }

  var doctorNoted: String {
    "Your diary has one of these signs. Do not wait: see “\(safetyTitle)”."
  }
  var doctor: [String] {
    [
      "See a doctor soon if you lose weight without trying, see blood when you go to the toilet, "
        + "have a fever, wake up at night from symptoms, find it hard to swallow (or food sticks), or "
        + "have anaemia. Over 60? Go if stools are looser for six weeks.",
      "Call for help at once if your throat or tongue swells, you find it hard to breathe, or you faint.",
    ]
  }

  // MARK: The dietitian's page

  func eatenAlong(_ verdict: Verdict) -> String {
    "Eaten along the way, \(word(verdict)):"
  }
  var eatenAlongHeldBack: String { "Eaten along the way, named by a safety note:" }
  var gateWithholdsAll: String { "No tests at home are suggested." }
  func gateWithholds(_ names: [String]) -> String {
    "No tests at home are suggested of: \(few(names, limit: 6))."
  }
  var othersIntro: String {
    "These were not tested on purpose. The chance of a rise is weighed together with all other foods."
  }
  var othersCaption: String { "Other food groups" }
  var othersHeads: [String] {
    ["Food group", "Verdict", "Chance of a rise", "Days eaten", "Highest in a day, portions"]
  }
  func othersMore(_ number: Int) -> String { "Show \(number) more" }
  var othersWhy: String { "Show the reasons" }

  var openNothingTested: String { "No food group was tested in this diary." }
  var openNone: String { "Every food group that was tested got an answer." }
  func inseparable(_ names: [String]) -> String {
    "\(list(names)) were eaten at the same times, so the diary cannot tell which one matters."
      .capitalizedFirst
  }
  func separatingTest(group: String) -> (String, String) {
    ("One test would tell: ", " – it holds \(group) and none of the others.")
  }
  func separationAskFirst(group: String, withheld: [String]) -> (String, String) {
    (
      "Ask your doctor first, as tests of \(list(withheld)) are held back. Then a test of ",
      " may tell more: it holds \(group) and none of the others."
    )
  }
  var separationWithheld: String {
    "Do not test these again by yourself. Speak with your doctor first."
  }
  var similarity: (String, String) {
    ("They were eaten on much the same days: ", " of 100 are alike.")
  }
  var notClearIntro: String { "No clear answer yet:" }
  func notClear(_ lack: Lack) -> String {
    switch lack {
    case .amount: "Not eaten enough to tell:"
    case .sureFood: "Eaten perhaps, in foods that may or may not hold it:"
    case .knownFoods: "No answer, as too many of your foods are not known here:"
    }
  }
  var notTestedIntro: String { "Not brought back in this diary:" }
  var cannotIntro: String { "Cannot be judged:" }

  var nextIntro: String { "Ideas to bring to your dietitian or doctor. One food at a time." }
  var nextLater: String { "Later, one at a time: " }
  var nextStep: String { "Next: " }
  var nextNone: String { "This diary suggests no further test." }
  var nextWithheld: String { "Some ideas are held back: see “\(safetyTitle)”." }

  // MARK: Exceptions

  var exceptionsNone: String { "Nothing in this diary limits the reading." }
  func exceptionsMore(_ number: Int) -> String {
    "\(more(number)) \(number == 1 ? "stands" : "stand") under “\(furtherTitle)”."
  }
  var furtherTitle: String { "More to keep in mind" }
  func rowsUnread(_ unread: Int, of rows: Int) -> String {
    "\(unread) of \(count(rows, "row")) could not be read; see “\(methodTitle)”."
  }
  var absenceZero: String {
    "Days without a symptom entry, but with other entries, were counted as days without symptoms."
  }
  var placebo: String {
    "About one person in four reacts to a placebo, a test food with nothing in it. In a blinded "
      + "trial it was 26 %. So one bad test is weak evidence. A repeat makes it strong."
  }
}
