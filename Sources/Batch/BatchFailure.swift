// SPDX-License-Identifier: Apache-2.0

/// What could not be used of a file, for one reason.
public struct BatchFailure: Hashable, Sendable {
  /// The file as in `failures.csv`: as it is called in the input folder.
  public var file: String
  /// The file as it is called in outputs that may be shared.
  public var label: String
  /// The first line, if there is one.
  public var line: Int?
  /// What is wrong, as an identifier.
  public var code: String
  /// How many rows of `failures.csv` say so.
  public var count = 1
  /// Whether its input gave no participant.
  public var isUnread = false
}

extension BatchFailure {
  init(_ failure: UnitHead.Failure, isUnread: Bool) {
    file = CSVText.visible(failure.file)
    label = failure.label
    line = failure.line
    code = failure.code
    self.isUnread = isUnread
  }
}

extension BatchOutcome {
  /// The lines that say what could not be used: at most `limit` files and reasons, inputs that gave no
  /// participant first.
  public func failureLines(limit: Int) -> [String] {
    let shown = reasons.prefix(limit)
    var lines = shown.map { failure in
      let line = failure.line.map { ", line \($0)" } ?? ""
      let count = failure.count > 1 ? " (\(failure.count) times)" : ""
      return "  \(failure.file)\(line): \(failure.code)\(count)"
        + (failure.isUnread ? ", no participant" : "")
    }
    let rest = failures - shown.reduce(0) { $0 + $1.count }
    if rest > 0 { lines.append("  and \(rest) more in failures.csv") }
    return lines
  }
}

extension BatchPlaces {
  /// The failures, one for each file and reason: inputs that gave no participant first, then by file.
  var reasons: [BatchFailure] {
    var places: [[String]: Int] = [:]
    var reasons: [BatchFailure] = []
    for failure in failures {
      if let place = places[[failure.file, failure.code]] {
        reasons[place].count += 1
        continue
      }
      places[[failure.file, failure.code]] = reasons.count
      let unit = String(failure.file.prefix { $0 != "/" })
      reasons.append(BatchFailure(failure, isUnread: unread.contains(unit)))
    }
    return reasons.filter(\.isUnread) + reasons.filter { !$0.isUnread }
  }
}
