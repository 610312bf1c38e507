// SPDX-License-Identifier: Apache-2.0

extension BatchTable {
  static let cohortGroupColumns = [
    Column("food_group", "TEXT NOT NULL PRIMARY KEY", "the group"),
    Column("masked", "INTEGER NOT NULL", "1 where cells of fewer than 5 are left empty"),
    Column("diaries", "INTEGER", "participants whose diary has the group"),
    Column("judged", "INTEGER", "those with a probability"),
    Column("likely", "INTEGER", "verdict likely-trigger"),
    Column("possible", "INTEGER", "verdict possible-trigger"),
    Column("not_clear", "INTEGER", "verdict not-clear"),
    Column("tolerated", "INTEGER", "verdict tolerated"),
    Column("cannot_be_judged", "INTEGER", "verdict cannot-be-judged"),
    Column("not_tested", "INTEGER", "verdict not-tested"),
    Column(
      "frequency", "REAL", "the mean probability of those judged: the expected trigger frequency"),
    Column("frequency_low", "REAL", "lower end of its 90 % interval (Wilson)"),
    Column("frequency_high", "REAL", "upper end"),
    Column("likely_share", "REAL", "likely / judged"),
    Column("likely_share_low", "REAL", "lower end of its 90 % interval (Wilson)"),
    Column("likely_share_high", "REAL", "upper end"),
    Column(
      "expected_false", "REAL", "likely triggers expected to be none: the sum of 1 - probability"),
    Column("challenged", "INTEGER", "participants with a reintroduction"),
    Column(
      "expected_placebo", "REAL",
      "of these, expected to react to a placebo: literature_control of them, else 26 %"),
    Column("literature_reacted", "REAL", "share that reacted in blinded challenges"),
    Column("literature_control", "REAL", "share that reacted to the control there"),
    Column("literature_corrected", "REAL", "what is left without the reactions to the control"),
    Column("literature_people", "INTEGER", "people in that study"),
    Column("literature_source", "TEXT", "the study"),
    Column("pooled_people", "INTEGER", "participants whose level change was pooled"),
    Column(
      "pooled_effect", "REAL", "random-effects mean of the level change at reintroductions, points"),
    Column("pooled_low", "REAL", "lower end of its 90 % interval (Hartung and Knapp)"),
    Column("pooled_high", "REAL", "upper end"),
    Column("between_variance", "REAL", "tau squared, by REML"),
    Column("inconsistency", "REAL", "I squared, 0 to 1"),
    Column(
      "prediction_low", "REAL", "lower end of the 90 % prediction interval of one more person"),
    Column("prediction_high", "REAL", "upper end"),
  ]

  static let cohortCountColumns = [
    Column("topic", "TEXT NOT NULL", "grade, safety, warning or inseparable"),
    Column("name", "TEXT NOT NULL", "the grade, gate, code, or pair of groups"),
    Column("masked", "INTEGER NOT NULL", "1 where the count is left empty, being small"),
    Column("participants", "INTEGER", "how many"),
    Column("total", "INTEGER", "out of how many"),
  ]
}
