// SPDX-License-Identifier: Apache-2.0

/// Something about an input that its owner should know: a fault, a doubt, or a decision taken.
public struct Finding: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: String, Hashable, Sendable, Comparable, Codable {
    /// Something was read, and how is worth knowing.
    case note
    /// Something was left out or may be misread.
    case warning
    /// Something could not be read.
    case error

    /// Whether the left severity matters less.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The stable identifier, for example `csv-unterminated-quote`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// What was found and what was expected, in one sentence.
  public var summary: String
  /// What to do about it; empty where there is nothing to do.
  public var remedy: String
  /// The file's name or path, as the user gave it.
  public var file: String
  /// The 1-based line; `nil` where the finding is about the whole file.
  public var line: Int?
  /// How often it was found: 1, or the number of rows where only the first is told.
  public var times = 1
  /// The row that could not be read, until the diary has taken it over.
  package var unread: UnreadRow?

  /// Creates a finding.
  public init(
    id: String, severity: Severity, summary: String, remedy: String = "", file: String,
    line: Int? = nil
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.remedy = remedy
    self.file = file
    self.line = line
  }
}

extension Finding: CustomStringConvertible {
  /// The finding as `file:line: severity: text`, with its identifier at the end.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let advice = remedy.isEmpty ? "" : " \(remedy)"
    return "\(place): \(severity.rawValue): \(summary)\(advice) [\(id)]"
  }
}
