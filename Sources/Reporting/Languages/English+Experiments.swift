// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The words of the next experiments: the results hold only their codes.
extension English {
  // MARK: Foods and measures

  /// A food by its code, as one and as several of its kind; `nil` for a food that only the user knows.
  private func experimentFood(_ code: String) -> (one: String, many: String)? {
    if code == "boiled-egg" { return ("boiled egg", "boiled eggs") }
    let names = [
      "wheat-gluten": "wheat gluten powder", "lactose-free-milk": "lactose-free milk",
      "lactose-powder": "milk sugar powder in water", "chilli-flakes": "chilli flakes",
      "dried-apricots": "dried apricots with sulphite", "table-top-sweetener": "the sweetener",
      "polenta": "plain polenta", "peanuts": "plain peanuts", "almonds": "plain almonds",
      "tofu": "firm tofu", "mussels": "plain mussels", "prawns": "plain prawns",
    ]
    guard code != "own-food" else { return nil }
    let name = names[code] ?? code.shortened(to: 60).replacingHyphens
    return (name, name)
  }

  /// An amount of a food: `¼ cup of milk`, `2 boiled eggs`, `8 g of wheat gluten powder`.
  func measure(_ dose: Experiment.Dose, of food: String?) -> String {
    let names = food.flatMap(experimentFood)
    let (one, many) = names ?? ("a food that holds it", "a food that holds it")
    let number = fraction(dose.dose)
    let isOne = dose.dose <= 1
    switch dose.unit {
    case "piece": return number + " " + (isOne ? one : many)
    case "g": return "\(number) g of \(one)"
    default: return "\(number) \(dose.unit)\(isOne ? "" : "s") of \(one)"
    }
  }

  /// The doses of all days in a few words: `¼, ½, 1 cup of milk`; `8 g of … on each of 7 days`.
  func measures(_ experiment: Experiment) -> String {
    guard let last = experiment.days.last else { return "" }
    let text = measure(last, of: experiment.food)
    if Set(experiment.days.map(\.dose)).count == 1 {
      return text + " on each of \(count(experiment.days.count, "day"))"
    }
    return (experiment.days.dropLast().map { fraction($0.dose) } + [text]).joined(separator: ", ")
  }

  // MARK: The patient's part

  func experimentsIntro(isTelling: Bool) -> String {
    (isTelling
      ? "These tests would tell the most."
      : "No test is likely to tell much now. These may tell a little.")
      + " Talk about them with your dietitian or doctor first. Do one "
      + "at a time. Stop a test if you feel bad."
  }

  var coeliacFirst: String { eatsGluten ? Self.testFirst : Self.askFirst }

  /// As the analysis says it, which does not ask what is eaten now.
  private static let testFirst =
    "If you have not been tested for coeliac disease: have that test first, while you still eat gluten "
    + "(NICE NG20)."
  private static let askFirst =
    "If you have not been tested for coeliac disease: ask your doctor first. That test needs gluten "
    + "(NICE NG20)."

  var wheatFirst: String {
    "Ask your doctor first: days without it leave out wheat too, and a test for coeliac disease needs "
      + "gluten (NICE NG20)."
  }

  /// A sentence of the analysis about that test, as it fits what is eaten now.
  func fittingGluten(_ sentence: String) -> String {
    sentence.replacing(Self.testFirst, with: coeliacFirst)
  }

  /// What the experiment is, where it is not a first test; then what to do, in short sentences.
  func steps(_ experiment: Experiment) -> String {
    if experiment.group == nil {
      return
        "Change nothing for \(count(experiment.watchDays, "day")). Write down what you eat and "
        + "how you feel each day, on good days too."
    }
    var parts = before(experiment).map { [$0] } ?? []
    switch experiment.kind {
    case "repeat": parts.append("Test it once more.")
    case "higher-dose": parts.append("Try a bit more than you did before.")
    case "bring-back": parts.append("You had it on most days that you wrote down.")
    default: break
    }
    parts.append("Go \(count(experiment.washoutDays, "day")) without it.")
    parts.append(doseSentence(experiment))
    parts.append("Then go \(count(experiment.watchDays, "day")) without it.")
    parts.append("Note how you feel each day.")
    return parts.joined(separator: " ")
  }

  private func doseSentence(_ experiment: Experiment) -> String {
    let doses = experiment.days.map { measure($0, of: experiment.food) }
    if Set(doses).count == 1, let dose = doses.first {
      return "Then have \(dose) a day for \(count(doses.count, "day"))."
    }
    let names = experiment.food.flatMap(experimentFood)
    let days = experiment.days.map { dose in
      let unit = dose.unit == "piece" ? "" : " " + dose.unit + (dose.dose <= 1 ? "" : "s")
      return "\(fraction(dose.dose))\(dose.unit == "g" ? " g" : unit) on day \(dose.day + 1)"
    }
    return "Then have \(names?.many ?? "a food that holds it"): \(list(days))."
  }

  /// Why no test is proposed now; `nil` where the section has other words for it.
  func waiting(_ plan: ExperimentPlan) -> String? {
    let what: String? =
      switch plan.status {
      case "wait-fast": "a fast"
      case "wait-antibiotics": "a time with antibiotics"
      case "wait-illness": "an illness"
      case "wait-travel": "a journey"
      default: nil
      }
    guard let what else { return nil }
    let when = plan.waitUntil.map { "A test can tell something from \(date($0)) on." }
    return "Wait with new tests. Your diary ends with \(what). "
      + (when ?? "Start when it is over and you feel as you mostly do.")
  }

  // MARK: The dietitian's page

  var experimentsTitle: String { "Next experiments" }
  var tellsLittle: String { "It may tell only a little." }

  func experimentsNote(isTelling: Bool) -> String {
    (isTelling
      ? "Those that are expected to tell the most"
      : "None is expected to tell much; those that tell a little")
      + ", one after the other from any day on. A gain of 1 bit "
      + "settles what stood at 50 in 100."
  }
  var experimentsHeads: [String] {
    ["Food group", "Test", "Days", "Chance of a rise", "Bits"]
  }
  func experimentKind(_ experiment: Experiment) -> String {
    let kinds = [
      "first-test": "test by itself", "repeat": "repeat", "higher-dose": "higher dose than tried",
      "separate": "tells apart what was eaten together",
      "bring-back": "bring back after a long break", "baseline-week": "entries without a test",
    ]
    return kinds[experiment.kind] ?? experiment.kind.shortened(to: 40).replacingHyphens
  }
  /// `3 without · 3 with · 2 watching`.
  func experimentDays(_ experiment: Experiment) -> String {
    [
      (experiment.washoutDays, "without"), (experiment.days.count, "with"),
      (experiment.watchDays, "watching"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
  func experimentAlso(_ names: [String]) -> String { "also holds \(list(names))" }
  var experimentNow: String { "now " }
  var experimentIfRise: String { "; with a rise " }
  var experimentIfNone: String { ", without " }
  var noGroup: String { "None" }

  // MARK: The calendar

  var calendarName: String { "Next food tests" }
  var calendarShift: String {
    "You can shift all of these days to any later start. Stop a test if you feel bad. If breathing "
      + "gets hard, or the throat or tongue swells, call emergency services at once."
  }
  func calendarWashout(_ name: String) -> String { "No \(name) today" }
  func calendarDose(_ name: String, _ dose: String) -> String { "Test of \(name): \(dose)" }
  func calendarWatch(_ name: String) -> String { "No \(name); watch how you feel" }
  var calendarWrite: String { "Write down your symptoms" }
  var calendarWriteText: String {
    "Write down what you eat and how you feel each day. Write 0 on days without symptoms."
  }
}

extension English {
  var reportAt: String { "Report" }
  var tablesAt: String { "Tables" }
  var calendarAt: String { "Calendar" }
  var noCalendar: String { "No calendar is written" }
  func withoutCalendar(_ plan: ExperimentPlan) -> String {
    if let waiting = waiting(plan) { return waiting }
    switch plan.status {
    case "no-days": return "the diary holds no day"
    case "nothing-open": return "no answer is missing that a test would give"
    default: return "no test at home is suggested; see “\(safetyTitle)” in the report"
    }
  }
}
