// SPDX-License-Identifier: Apache-2.0

internal import Database
internal import DiaryModel
internal import Reporting

/// `cohort.csv` and the cohort's tables in `results.sqlite`.
enum CohortTable {
  /// The text of `cohort.csv`: the columns of `cohort_groups`.
  static func csv(_ cohort: CohortFigures) -> [UInt8] {
    let header = CSVText.row(BatchTable.cohortGroups.columns.map(\.name))
    let rows = cohort.groups.map { group in
      CSVText.row(
        values(of: group).map { value in
          switch value {
          case .null: ""
          case .integer(let number): "\(number)"
          case .real(let number): SummaryTable.number(number)
          case .text(let text): text
          }
        })
    }
    return Array(([header] + rows).map { $0 + "\n" }.joined().utf8)
  }

  /// The rows of the two tables.
  static func rows(_ cohort: CohortFigures) -> [TableRow] {
    let topics = [
      ("grade", cohort.grades), ("inseparable", cohort.inseparable), ("safety", cohort.safety),
      ("warning", cohort.warnings),
    ]
    let counts = topics.flatMap { topic, counts in
      counts.sorted { BatchPlaces.precedes($0.name, $1.name) }.map { count in
        TableRow(
          .cohortCounts,
          [
            .text(topic), .text(count.name), DatabaseValue(count.participants == nil),
            DatabaseValue(count.participants), DatabaseValue(cohort.participants),
          ])
      }
    }
    return cohort.groups.map { TableRow(.cohortGroups, values(of: $0)) } + counts
  }

  private static func values(of group: CohortFigures.Group) -> [DatabaseValue] {
    let counts = [
      DatabaseValue(group.diaries), DatabaseValue(group.judged),
    ]
    let pooled = group.pooled
    let literature = group.literature
    return [.text(group.group.rawValue), DatabaseValue(group.isMasked)] + counts
      + group.verdicts.map { DatabaseValue($0) } + values(of: group.frequency)
      + values(of: group.likelyShare) + [
        .rounded(group.expectedFalse), DatabaseValue(group.challenged),
        .rounded(group.expectedPlacebo), .rounded(literature?.reacted),
        .rounded(literature?.control),
        .rounded(literature?.corrected), DatabaseValue(literature?.people),
        DatabaseValue(literature?.source), DatabaseValue(pooled?.people),
      ] + values(of: pooled?.effect) + [
        .rounded(pooled?.betweenVariance), .rounded(pooled?.inconsistency),
        .rounded(pooled?.prediction?.low), .rounded(pooled?.prediction?.high),
      ]
  }

  private static func values(of estimate: CohortFigures.Estimate?) -> [DatabaseValue] {
    [.rounded(estimate?.value), .rounded(estimate?.low), .rounded(estimate?.high)]
  }
}
