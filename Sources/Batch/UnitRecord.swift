// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Reporting

/// What one unit gave, kept in the output folder so that a second run need not do it again.
///
/// A record is a file of lines: a part for each participant, then a head that says what the results
/// depend on and where each part stands. The head comes last, so that parts need not be
/// held until all are known. A run that finds nothing changed reads heads only.
struct UnitHead: Hashable, Sendable {
  /// A participant of the unit.
  struct Participant: Hashable, Sendable {
    /// The id, as the input has it.
    var id: String
    /// The id as it would be in outputs if no other unit had the same.
    var base: String
    /// The id in outputs.
    var published: String
    /// The report's path from the output folder; empty where none is written.
    var report: String
    /// The report's bytes when it was written; `nil` in records of a version that did not keep it.
    var reportSize: Int?
    /// Whether a safety gate fired.
    var hasSafety: Bool { !gate.isEmpty }
    /// Whether a group is a likely trigger.
    var hasLikely = false
    /// The most urgent safety gate that fired; empty where none did.
    var gate = ""
    /// Where the participant's part starts in the record, and its length.
    var offset = 0
    var length = 0
  }

  /// Something that could not be used.
  struct Failure: Hashable, Sendable {
    /// The file, as found in the input folder.
    var file: String
    /// The file as it is called in outputs that may be shared.
    var label: String
    /// Its line, if there is one.
    var line: Int?
    /// What is wrong, as an identifier.
    var code: String
    /// What is wrong and what to do.
    var reason: String
  }

  /// The unit's name.
  var unit: String
  /// Its name in outputs that may be shared.
  var label: String
  /// The hash of its bytes.
  var content: String
  /// The hash of the settings.
  var settings: String
  /// The pseudonyms given so far, by id; those of ids that have gone too.
  var names: [String: String] = [:]
  /// What could not be used.
  var failures: [Failure] = []
  /// Its participants, by id.
  var participants: [Participant] = []
  /// Where the rows about the unit itself stand.
  var rows = 0..<0

  fileprivate static let format = "reintro record 3"
}

/// A record on its way to a file.
struct UnitRecord: Sendable {
  /// One participant's part.
  struct Part: Sendable {
    /// The line in the index, as JSON.
    var index: ArraySlice<UInt8>
    /// The line of `results.jsonl`.
    var results: ArraySlice<UInt8>
    /// The rows of `summary.csv`, without line ends.
    var summary: [String]
    /// The rows of `results.sqlite`.
    var rows: [TableRow]
  }

  var head: UnitHead
  /// The bytes that no one has taken yet.
  private var body: [UInt8] = []
  /// How many bytes were taken before.
  private var taken = 0

  init(_ head: UnitHead) { self.head = head }

  /// Adds a participant and its part.
  mutating func add(_ participant: UnitHead.Participant, _ part: Part) {
    var participant = participant
    let start = body.count
    participant.offset = taken + start
    body += part.index
    body.append(newline)
    body += part.results
    body.append(newline)
    for row in part.summary {
      body.append(UInt8(ascii: "S"))
      FieldText.append(row, to: &body)
      body.append(newline)
    }
    add(lines: part.rows)
    participant.length = body.count - start
    head.participants.append(participant)
  }

  /// Adds the rows about the unit itself.
  mutating func add(_ rows: [TableRow]) {
    let start = taken + body.count
    add(lines: rows)
    head.rows = start..<(taken + body.count)
  }

  private mutating func add(lines rows: [TableRow]) {
    for row in rows {
      body.append(UInt8(ascii: "R"))
      row.append(to: &body)
      body.append(newline)
    }
  }

  /// Hands over the bytes so far; what is added comes behind them.
  mutating func take() -> [UInt8] {
    defer {
      taken += body.count
      body = []
    }
    return body
  }

  /// All bytes that were not taken, with the head at their end.
  func encoded() -> [UInt8] { body + Array(head.text(start: taken + body.count).utf8) }

  /// Reads a part, the rows left out where they are not asked for; `nil` where the bytes are none.
  static func part(_ bytes: [UInt8], withRows: Bool = true) -> Part? {
    guard let index = lineEnd(bytes, from: 0), let results = lineEnd(bytes, from: index + 1),
      bytes.last == newline
    else { return nil }
    var part = Part(
      index: bytes[..<index], results: bytes[(index + 1)..<results], summary: [], rows: [])
    var start = results + 1
    guard withRows else { return part }
    while let end = lineEnd(bytes, from: start) {
      let line = bytes[start..<end]
      start = end + 1
      switch line.first {
      case UInt8(ascii: "S"): part.summary.append(FieldText.unescaped(line.dropFirst()))
      case UInt8(ascii: "R"):
        guard let row = TableRow(line: line.dropFirst()) else { return nil }
        part.rows.append(row)
      default: return nil
      }
    }
    return part
  }

  /// Where the line ends that starts at a place; lines of results are long.
  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let end = unsafe memchr(base + start, Int32(newline), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(end) - base
    }
  }

  /// Reads the rows about a unit itself; `nil` where the bytes are none.
  static func rows(_ bytes: [UInt8]) -> [TableRow]? {
    var rows: [TableRow] = []
    for line in bytes.split(separator: newline) {
      guard line.first == UInt8(ascii: "R"), let row = TableRow(line: line.dropFirst()) else {
        return nil
      }
      rows.append(row)
    }
    return rows
  }
}

private let newline = UInt8(ascii: "\n")

extension UnitHead {
  /// The head as the record's last lines; the very last says where the first of them starts.
  func text(start: Int) -> String {
    var lines = [Self.format, FieldText.line(["unit", unit, label, content, settings])]
    for (id, name) in names.sorted(by: { $0.key < $1.key }) {
      lines.append(FieldText.line(["name", id, name]))
    }
    for failure in failures {
      lines.append(
        FieldText.line([
          "failure", failure.file, failure.label, failure.line.map { "\($0)" } ?? "",
          failure.code, failure.reason,
        ]))
    }
    for who in participants {
      let flags = who.hasLikely ? "l" : ""
      lines.append(
        FieldText.line([
          "participant", who.id, who.base, who.published, who.report, flags, "\(who.offset)",
          "\(who.length)", who.gate, who.reportSize.map { "\($0)" } ?? "",
        ]))
    }
    lines.append(FieldText.line(["rows", "\(rows.lowerBound)", "\(rows.upperBound)"]))
    lines.append(FieldText.line(["end", "\(start)"]))
    return lines.map { $0 + "\n" }.joined()
  }

  /// Where the head starts in a record that ends with these bytes; `nil` where they do not say.
  static func start(before tail: [UInt8]) -> Int? {
    let line = tail.dropLast()
    guard tail.last == newline, let before = line.lastIndex(of: newline) else { return nil }
    let fields = FieldText.fields(line[(before + 1)...])
    guard fields.first == "end", fields.count == 2, let start = Int(fields[1]), start >= 0
    else { return nil }
    return start
  }

  /// Reads a head; `nil` where the bytes are not a whole one.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> UnitHead? {
    var head: UnitHead?
    var start = bytes.startIndex
    var isFirst = true
    while let end = bytes[start...].firstIndex(of: newline) {
      let fields = FieldText.fields(bytes[start..<end])
      start = end + 1
      if isFirst {
        guard fields == [format] else { return nil }
        isFirst = false
      } else if fields.first == "unit", fields.count == 5 {
        head = UnitHead(
          unit: fields[1], label: fields[2], content: fields[3], settings: fields[4])
      } else if fields.first == "end" {
        return start == bytes.endIndex ? head : nil
      } else {
        guard head?.take(fields) == true else { return nil }
      }
    }
    return nil
  }

  private mutating func take(_ fields: [String]) -> Bool {
    switch (fields.first, fields.count) {
    case ("name", 3): names[fields[1]] = fields[2]
    case ("failure", 6):
      failures.append(
        Failure(
          file: fields[1], label: fields[2], line: Int(fields[3]), code: fields[4],
          reason: fields[5]))
    case ("participant", 8...10):
      guard let offset = Int(fields[6]), let length = Int(fields[7]), offset >= 0, length >= 0
      else { return false }
      participants.append(
        Participant(
          id: fields[1], base: fields[2], published: fields[3], report: fields[4],
          reportSize: fields.count > 9 ? Int(fields[9]) : nil,
          hasLikely: fields[5].contains("l"),
          gate: fields.count > 8 ? fields[8] : "", offset: offset, length: length))
    case ("rows", 3):
      guard let start = Int(fields[1]), let end = Int(fields[2]), 0 <= start, start <= end
      else { return false }
      rows = start..<end
    default: return false
    }
    return true
  }
}
