// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The table of truths that goes with simulated diaries.
public enum TruthTable {
  /// The header row of `truth.csv`, with its line end.
  public static let header = "participant,kind,group,exposed,trigger,effect\n"

  /// The rows of one diary; `exposed` and `trigger` as 0 or 1, effects with three decimals.
  public static func rows(of diary: SimulatedDiary) -> String {
    diary.truths.map { truth in
      let cells = [
        diary.diary.participant ?? "", diary.kind, truth.group.rawValue, truth.exposed ? "1" : "0",
        truth.trigger ? "1" : "0", thousandths(truth.effect),
      ]
      return cells.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The whole of `truth.csv`.
  public static func text(_ diaries: some Sequence<SimulatedDiary>) -> String {
    diaries.reduce(into: header) { $0 += rows(of: $1) }
  }

  private static func thousandths(_ value: Double) -> String {
    let number = Int(clipped(value * 1000, 0, 1e6).rounded())
    let decimals = String(1000 + number % 1000).dropFirst()
    return "\(number / 1000).\(decimals)"
  }
}
