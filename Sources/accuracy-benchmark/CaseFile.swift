// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Writes every case of the project's own method as a row, for a closer look.
enum CaseFile {
  private static let header =
    "participant,kind,trigger,effect,score,likely,tolerated,low,high\n"

  /// Writes the rows; a file that cannot be written ends the program.
  static func write(_ outcomes: [Accuracy.Outcome], to path: String) {
    guard let file = unsafe fopen(path, "w") else { exit(73) }
    unsafe fputs(header, file)
    for item in outcomes.flatMap({ $0.cases[Methods.names[0]] ?? [] }) {
      let interval = item.judgement.interval
      let cells = [
        String(item.participant), item.kind, item.trigger ? "1" : "0", String(item.effect),
        String(item.judgement.score), item.judgement.likely ? "1" : "0",
        item.judgement.tolerated ? "1" : "0", String(interval?.lowerBound ?? -1),
        String(interval?.upperBound ?? -1),
      ]
      unsafe fputs(cells.joined(separator: ",") + "\n", file)
    }
    unsafe fclose(file)
  }
}
