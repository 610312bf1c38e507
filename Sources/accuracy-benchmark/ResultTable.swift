// SPDX-License-Identifier: Apache-2.0

/// The measured figures as one table of text.
struct ResultTable {
  private let outcomes: [Accuracy.Outcome]
  private let kinds: [String]

  init(_ outcomes: [Accuracy.Outcome], kinds: [String]) {
    self.outcomes = outcomes
    self.kinds = kinds
  }

  private static let columns = [
    "kind", "method", "groups", "triggers", "AUC", "prec", "recall", "FAP", "ECE", "Brier",
    "cover", "toler", "tol-trig", "tol>=1.5", "ms",
  ]

  /// The table: all kinds together, then each kind.
  var text: String {
    var rows = [Self.columns]
    for method in Methods.names { rows += row("all", method, outcomes) }
    for kind in kinds where kinds.count > 1 {
      let some = outcomes.filter { $0.kind == kind }
      for method in Methods.names { rows += row(kind, method, some) }
    }
    let widths = Self.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column < 2 ? cell + space : space + cell
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// One row, or none where the method judged nothing.
  private func row(_ kind: String, _ method: String, _ outcomes: [Accuracy.Outcome]) -> [[String]] {
    let scores = Scores(cases: outcomes.flatMap { $0.cases[method] ?? [] })
    guard !scores.cases.isEmpty else { return [] }
    let seconds = outcomes.compactMap { $0.seconds[method] }
    let milliseconds = 1000 * seconds.reduce(0, +) / Double(seconds.count)
    return [
      [
        kind, method, String(scores.cases.count), String(scores.cases.count(where: \.trigger)),
        digits(scores.auc), digits(scores.precision), digits(scores.recall),
        digits(scores.falseAlarms), digits(scores.calibrationError), digits(scores.brier),
        digits(scores.coverage), digits(scores.tolerated),
        digits(scores.toleratedTriggers(atLeast: 0)),
        digits(scores.toleratedTriggers(atLeast: 1.5)), digits(milliseconds, places: 2),
      ]
    ]
  }

  /// A number with a fixed count of decimals; a dash where there is none.
  private func digits(_ value: Double, places: Int = 3) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "-" }
    let factor = places == 2 ? 100 : 1000
    let whole = Int((abs(value) * Double(factor)).rounded())
    let decimals = String(factor + whole % factor).dropFirst()
    return (value < 0 ? "-" : "") + "\(whole / factor).\(decimals)"
  }
}
