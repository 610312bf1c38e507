// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension English {
  var method: [String] {
    [
      "Each food text was searched for food groups. Each day's \(dayValue) was compared with what "
        + "was eaten in the days before it. The model weighs all mixes of possible trigger groups, "
        + "four response times and three shapes of dose response. It allows for good and bad spells "
        + "that carry over from day to day, for slow change, for the expectation of a test, and for "
        + "other factors in the diary such as sleep, stress or the menstrual cycle.",
      "Tests are also looked at one by one: the days of a test and a tail after it against "
        + "comparison days of the same diary, with the non-overlap of all pairs (NAP), and against "
        + "windows of the same length without a test.",
      "Groups that were nearly always eaten together cannot be told apart. All of such a set have one "
        + "verdict, by the chance that at least one of them is a trigger: none of them is a likely "
        + "trigger by itself, and none is called tolerated.",
      "A diary cannot tell a food from a cause that nobody wrote down.",
    ]
  }

  var thresholdsTitle: String { "How the verdicts are set" }
  var thresholds: [String] {
    [
      "Likely trigger: a chance of a rise of 75 in 100 or more.",
      "Possible trigger: from 30 to under 75 in 100.",
      "Tolerated so far: 6 in 100 or less, and at least a usual portion was eaten with symptom "
        + "entries in the 72 hours after it.",
      "Not clear: everything between, or too few entries.",
      "Cannot be judged: the reasons are given with the group.",
      "The shaded area of the charts: less than \(amount(Thresholds.relevantRise)) "
        + "point of 0–10.",
    ]
  }

  var filesTitle: String { "Files read" }
  var filesNone: String { "No file is named." }
  var filesCaption: String { "Input files" }
  var fileHeads: [String] {
    [
      "File", "Format", "Rows", "Not read", "Entries used", "Also in a file before",
      "SHA-256, first digits",
    ]
  }
  var settingsTitle: String { "Settings" }
  var versionLabel: String { "Version of the program" }
  var absenceLabel: String { "A day without a symptom entry" }
  func absence(_ absence: String) -> String {
    absence == "zero" ? "counts as no symptoms" : "counts as not known"
  }
  var unknownTitle: String { "Foods that were not understood" }
  var unknownNote: String {
    "What is in these is not known. They are not counted as free of anything."
  }
  var findingsTitle: String { "Notes on the files" }
  var findingsNone: String { "The files gave no cause for a note." }
  func findingsCount(_ number: Int) -> String { count(number, "note") }
  func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .note: "Note"
    case .warning: "Warning"
    case .error: "Not read"
    }
  }

  var glossary: [(String, String)] {
    [
      (
        "Baseline",
        "How you are on ordinary days, away from tests. The usual range holds 8 of 10 such days."
      ),
      ("Elimination", "A time in which foods are left out on purpose."),
      (
        "Test (challenge, reintroduction)",
        "Eating one food group again after days without it, and watching what follows."
      ),
      ("Pause (washout)", "Days after a test, until symptoms are back to usual."),
      ("Food group", "A food, or something in foods, that can be left out and brought back."),
      ("Point", "One step on a symptom scale from 0 (none) to 10 (worst)."),
      (
        "Range",
        "Where the true value most likely lies. With a 90 % range, 9 of 10 such ranges are right."
      ),
      (
        "Chance of a rise",
        "How strongly this diary, with what is known beforehand, points to a rise. It is not proof."
      ),
      (
        "Windows without a test",
        "Stretches as long as the test, elsewhere in the diary. If many look as bad, a bad test may "
          + "be chance."
      ),
      ("Placebo", "A test food with nothing in it. People can feel worse after it as well."),
      (
        "NAP",
        "How often a test day is worse than a comparison day: 0.5 is no difference, 1 always."
      ),
      ("FODMAP", "Sugars that some guts take up badly: lactose, fructose, fructans, GOS, polyols."),
      (
        "Identify, support, reset",
        "Leaving foods out and bringing them back can identify foods that provoke symptoms, and a "
          + "varied diet can support everyday immune health, but neither “resets” the immune system: "
          + "that word belongs to medical procedures such as stem-cell transplantation."
      ),
    ]
  }
}
