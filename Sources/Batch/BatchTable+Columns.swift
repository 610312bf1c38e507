// SPDX-License-Identifier: Apache-2.0

extension BatchTable {
  /// What a row is.
  var comment: String {
    switch self {
    case .run: "what the tables were made by"
    case .participants: "one row per participant"
    case .groups: "one row per participant and food group that was eaten, tested or left out"
    case .challenges: "one row per reintroduction"
    case .symptoms: "the same question asked of each symptom by itself"
    case .safety: "the safety gates that fired, in the order in which they are to be read"
    case .warnings: "what limits the analysis of a participant"
    case .quality: "what the grade of a diary is made of"
    case .inseparable: "pairs of groups that a diary cannot tell apart"
    case .findings: "what is worth knowing of the inputs"
    case .failures: "what could not be used"
    case .cohortGroups: "all participants together; never a figure about one person"
    case .cohortCounts: "numbers of participants by topic"
    }
  }

  /// The columns, in their order.
  var columns: [Column] {
    switch self {
    case .run:
      [Column("name", "TEXT NOT NULL PRIMARY KEY", "what"), Column("value", "TEXT", "its value")]
    case .participants: Self.participantColumns
    case .groups: Self.groupColumns
    case .challenges: Self.challengeColumns
    case .symptoms: Self.symptomColumns
    case .safety: Self.safetyColumns
    case .warnings: Self.warningColumns
    case .quality: Self.qualityColumns
    case .inseparable: Self.inseparableColumns
    case .findings: Self.findingColumns
    case .failures: Self.failureColumns
    case .cohortGroups: Self.cohortGroupColumns
    case .cohortCounts: Self.cohortCountColumns
    }
  }

  private static let who = Column("participant", "TEXT NOT NULL", "the pseudonym")
  private static let food = Column("food_group", "TEXT NOT NULL", "the group, such as fructan")
  private static let number = Column("number", "INTEGER NOT NULL", "counted from 1")

  private static let participantColumns = [
    Column("participant", "TEXT NOT NULL PRIMARY KEY", "the pseudonym"),
    Column("input", "TEXT NOT NULL", "the file or folder, its name replaced as ids are"),
    Column("report", "TEXT NOT NULL", "the report's path from this file; empty without reports"),
    Column("first_day", "TEXT", "the first day with an entry, as 2026-02-09"),
    Column("last_day", "TEXT", "the last one"),
    Column("days", "INTEGER", "from first to last"),
    Column("logged_days", "INTEGER", "those with an entry"),
    Column("outcome", "TEXT", "what was judged: a symptom, or overall"),
    Column("daily_mean", "REAL", "the mean of the daily worst values, 0 to 10"),
    Column("autocorrelation", "REAL", "of the daily values, lag 1"),
    Column("absence", "TEXT", "what a day without a symptom entry was taken for: zero or missing"),
    Column("grade", "TEXT", "of the data: A to D"),
    Column("safety_gates", "INTEGER", "how many fired"),
    Column("likely", "INTEGER", "likely triggers"),
    Column("possible", "INTEGER", "possible triggers"),
    Column("tolerated", "INTEGER", "groups tolerated so far"),
  ]

  private static let groupColumns = [
    who, food,
    Column("verdict", "TEXT NOT NULL", "likely-trigger, possible-trigger, not-clear, tolerated …"),
    Column("probability", "REAL", "that the group raises the outcome at all, 0 to 1"),
    Column("effect", "REAL", "mean rise in points of 0 to 10, zero included at its weight"),
    Column("effect_low", "REAL", "lower end of its 90 % interval"),
    Column("effect_high", "REAL", "upper end"),
    Column("effect_if_any", "REAL", "the same given that there is a rise"),
    Column("effect_if_any_low", "REAL", "lower end"),
    Column("effect_if_any_high", "REAL", "upper end"),
    Column("peak_hours", "REAL", "median time from eating to the peak, where times are noted"),
    Column("exposed_days", "INTEGER", "days on which it was eaten for certain"),
    Column("false_alarm_rate", "REAL", "share of windows without a challenge that looked as bad"),
    Column("highest_tolerated", "REAL", "daily dose"),
    Column("lowest_provoking", "REAL", "daily dose"),
    Column("dose_unit", "TEXT", "portions, or such as g lactose"),
    Column("grade", "TEXT", "of the data about this group: A to D"),
  ]

  private static let challengeColumns = [
    who, food, number,
    Column("first_day", "TEXT", "the first exposure day"),
    Column("last_day", "TEXT", "the last exposure day"),
    Column("source", "TEXT", "diary, protocol or inferred"),
    Column("effect", "REAL", "response days above comparison days, in points"),
    Column("nap", "REAL", "non-overlap of all pairs, 0 to 1"),
    Column("p_value", "REAL", "share of windows at least as bad"),
    Column("level_change", "REAL", "from a regression with AR(1) errors, in points"),
    Column("level_change_low", "REAL", "lower end of its interval"),
    Column("level_change_high", "REAL", "upper end"),
    Column("interval_level", "REAL", "the interval's level, such as 0.9"),
    Column("baseline_mean", "REAL", "of the comparison days"),
    Column("baseline_days", "INTEGER", "how many there are"),
    Column("confounders", "TEXT", "what else stood in the window, blank separated"),
    Column("effect_without_confounded", "REAL", "without the days on which that stood"),
  ]

  private static let symptomColumns = [
    who, food, number,
    Column("symptom", "TEXT", "as the diary names it"),
    Column("probability", "REAL", "that the group raises it"),
    Column("effect_if_any", "REAL", "given a rise, in points"),
    Column("effect_if_any_low", "REAL", "lower end of its 90 % interval"),
    Column("effect_if_any_high", "REAL", "upper end"),
  ]

  private static let safetyColumns = [
    who, number,
    Column("gate", "TEXT NOT NULL", "such as possible-immediate-allergy"),
    Column("withholds_retest", "INTEGER", "1 where no test at home is to be suggested"),
    Column("food_groups", "TEXT", "for which groups, blank separated; empty for all"),
    Column("entries", "INTEGER", "the rows of the diary that fired it"),
  ]

  private static let warningColumns = [
    who, number,
    Column("code", "TEXT NOT NULL", "such as missing-days"),
    Column("text", "TEXT", "the limit in words"),
    Column("food_groups", "TEXT", "blank separated"),
  ]

  private static let qualityColumns = [
    who,
    Column("code", "TEXT NOT NULL", "what was counted, such as logged-days"),
    Column("value", "REAL", "the share, or a p-value where the code starts with missing-"),
    Column("count", "INTEGER", "how many"),
    Column("total", "INTEGER", "out of how many"),
    Column("rating", "TEXT", "good, fair or poor"),
  ]

  private static let inseparableColumns = [
    who, food,
    Column("other_group", "TEXT NOT NULL", "after food_group in the alphabet"),
    Column("similarity", "REAL", "of the exposures, 0 to 1"),
    Column("test_group", "TEXT", "the group to test by itself"),
  ]

  private static let findingColumns = [
    Column("finding", "INTEGER PRIMARY KEY", "the number"),
    Column("input", "TEXT NOT NULL", "as participants.input"),
    Column("file", "TEXT", "the file, its name replaced as ids are"),
    Column("line", "INTEGER", "counted from 1"),
    Column("severity", "TEXT", "note, warning or error"),
    Column("code", "TEXT", "such as csv-unterminated-quote"),
    Column("times", "INTEGER", "how often"),
    Column("text", "TEXT", "what was found; words of the diary only with --keep-names"),
  ]

  private static let failureColumns = [
    Column("failure", "INTEGER PRIMARY KEY", "the number"),
    Column("input", "TEXT NOT NULL", "as participants.input"),
    Column("file", "TEXT", "the file, its name replaced as ids are"),
    Column("line", "INTEGER", "counted from 1"),
    Column("code", "TEXT", "such as format-unknown"),
  ]
}
