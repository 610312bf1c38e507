// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A row that cannot be read.
struct RowFault: Error, Hashable {
  /// The finding's identifier.
  var id: String
  /// What was found and what was expected.
  var summary: String
  /// What to do about it.
  var remedy: String
}

/// The findings of one file, with repeated ones counted instead of repeated.
struct FindingLog {
  /// The most errors that are listed one by one.
  static let listedErrors = 10_000

  /// The most findings that are told apart by their key.
  static let keyLimit = 1000

  /// The path as the user gave it.
  let file: String
  private var findings: [Finding] = []
  private var tallies: [String: Int] = [:]
  private var counts: [String: Int] = [:]
  private var errors = 0
  /// How many times anything was added, counted or not.
  private(set) var additions = 0

  /// Creates an empty log.
  init(file: String) {
    self.file = file
  }

  /// Adds a row that cannot be read, with what there is of it.
  mutating func add(_ fault: RowFault, line: Int, unread: UnreadRow? = nil) {
    additions += 1
    errors += 1
    guard errors <= Self.listedErrors else {
      tally(
        "errors-not-listed", .error, key: fault.id, line: line,
        """
        More than \(Self.listedErrors) rows cannot be read; from here on those of kind \(fault.id) \
        are only counted.
        """)
      return
    }
    var finding = Finding(
      id: fault.id, severity: .error, summary: fault.summary, remedy: fault.remedy, file: file,
      line: line)
    finding.unread =
      unread
      ?? UnreadRow(
        note: fault.summary, reason: fault.id, origin: Origin(input: 0, line: line))
    finding.unread?.reason = fault.id
    findings.append(finding)
  }

  /// Adds a finding.
  mutating func add(
    _ id: String, _ severity: Finding.Severity, line: Int? = nil, _ summary: String,
    remedy: String = ""
  ) {
    additions += 1
    findings.append(
      Finding(
        id: id, severity: severity, summary: summary, remedy: remedy, file: file, line: line))
  }

  /// Adds a finding the first time that `key` comes; later times are counted.
  mutating func tally(
    _ id: String, _ severity: Finding.Severity, key: String = "", line: Int, _ summary: String,
    remedy: String = ""
  ) {
    additions += 1
    let own = id + "\u{0}" + key
    let name = tallies[own] != nil || tallies.count < Self.keyLimit ? own : id + "\u{0}…"
    counts[name, default: 0] += 1
    guard tallies[name] == nil else { return }
    tallies[name] = findings.count
    add(id, severity, line: line, summary, remedy: remedy)
  }

  /// Counts a finding once more where it came before with this key, and says whether it did: its
  /// texts, which cost more than all else of a row, need not be made again.
  mutating func repeats(_ id: String, key: String = "") -> Bool {
    let name = id + "\u{0}" + key
    guard tallies[name] != nil else { return false }
    additions += 1
    counts[name, default: 0] += 1
    return true
  }

  /// The findings by line, with the number of rows where it is more than one.
  func finished() -> [Finding] {
    var all = findings
    for (name, place) in tallies {
      guard let count = counts[name], count > 1 else { continue }
      all[place].times = count
      all[place].summary += " (\(count) rows; this is the first.)"
    }
    let ordered = all.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }
    return ordered.map(\.element)
  }
}

extension [Finding] {
  /// Takes the rows that could not be read out of the findings.
  mutating func takeUnread() -> [UnreadRow] {
    var rows: [UnreadRow] = []
    for place in indices {
      if let row = self[place].unread {
        rows.append(row)
        self[place].unread = nil
      } else if self[place].id == "errors-not-listed" {
        rows.append(
          .rest(
            reason: self[place].id, origin: Origin(input: 0, line: self[place].line ?? 0)))
      }
    }
    return rows
  }
}

extension FindingLog {
  /// Adds what the owner should know about a file's encoding, where it is not UTF-8.
  mutating func note(_ encoding: TextEncoding) {
    guard encoding != .utf8 else { return }
    let isCertain = encoding != .windows1252
    add(
      "text-encoding", isCertain ? .note : .warning,
      "The file is not UTF-8; it was read as \(encoding.rawValue).",
      remedy: isCertain ? "" : "Check letters with accents, or save the file as UTF-8.")
  }
}
