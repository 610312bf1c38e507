// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// The order of day, month and year in dates that do not say it themselves.
public enum DateOrder: String, CaseIterable, Sendable {
  /// Day, month, year.
  case dmy
  /// Month, day, year.
  case mdy
  /// Year, month, day.
  case ymd
}

/// What a user can say about inputs.
public struct ImportOptions: Sendable {
  /// The IANA zone whose clocks the person lived by; `nil` to keep the clocks as recorded.
  public var timeZone: String?
  /// The order of dates; `nil` to prove it from each column or stop.
  public var dateOrder: DateOrder?
  /// The groups that the user named; other identifiers that are not built in are reported.
  public var ownGroups: Set<GroupID> = []
  /// How to read tables that are of no known format.
  public var mapping: Mapping?
  /// Whether also what is of no interest to a diary is checked.
  ///
  /// It concerns the other records of an Apple Health export. The diary is the same.
  public var isThorough = false
  /// Whether `InputSummary.sha256` is computed; else it is empty.
  public var digestsInputs = true

  /// Whether the inputs are a unit of a batch, each of whose diaries gets a report of its own.
  ///
  /// Nobody reads there what is said of each file. What may have lost somebody is an error then, though
  /// others are read on, and files of two people give no diary.
  package var isUnit = false

  /// The format to read files as, whatever their first bytes say; for tests of one reader.
  package var formatName: String?

  /// Creates options.
  public init(timeZone: String? = nil, dateOrder: DateOrder? = nil, mapping: Mapping? = nil) {
    self.timeZone = timeZone
    self.dateOrder = dateOrder
    self.mapping = mapping
  }
}

/// What was read.
public struct ImportResult: Sendable {
  /// One diary per participant, by participant; inputs that name none form one diary.
  public var diaries: [Diary]
  /// What the owner should know, in the order of inputs and lines.
  public var findings: [Finding]
  /// The rows of all inputs that could not be read.
  public var rowsUnread = 0

  /// Creates a result.
  public init(diaries: [Diary], findings: [Finding], rowsUnread: Int = 0) {
    self.diaries = diaries
    self.findings = findings
    self.rowsUnread = rowsUnread
  }
}

/// An input that ends the work.
public struct ImportError: Error, Sendable {
  /// Why.
  public enum Kind: Sendable {
    /// It is missing, or may not be read: exit status 66.
    case notFound
    /// It was read, and cannot be used: exit status 65.
    case unusable
  }

  /// Why.
  public var kind: Kind
  /// The findings, at least one of severity `error`.
  public var findings: [Finding]

  /// Creates an error.
  public init(kind: Kind, findings: [Finding]) {
    self.kind = kind
    self.findings = findings
  }
}

/// Reads what apps export, by content rather than by file name.
public enum Importer {
  /// Reads files and folders as parts of one or more diaries.
  ///
  /// - Throws: `ImportError` where an input is missing, not readable, of no known format, or has
  ///   more than 5 % of unreadable rows.
  public static func read(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportResult {
    try read(InputFiles(paths), options: options)
  }

  /// The names that `ImportOptions.formatName` takes.
  package static var formatNames: [String] { Formats.readers.map { $0.formatName } }

  /// Whether the system has rules for a zone of this name.
  public static func knowsTimeZone(_ identifier: String) -> Bool {
    TimeZoneRules(identifier: identifier) != nil
  }

  /// Reads files that were looked for before, so that the caller can know which these are.
  package static func read(
    _ inputs: InputFiles, options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportResult {
    try joined(try session(inputs, options, .all))
  }

  /// Reads files one after the other.
  static func session(
    _ inputs: InputFiles, _ options: ImportOptions, _ keeping: EntryKeeping
  ) throws(ImportError) -> ImportSession {
    var session = try ImportSession(options)
    session.keeping = keeping
    for item in inputs.items {
      switch item {
      case .file(let file): session.read(file)
      case .finding(let finding): session.take(finding)
      }
    }
    if let failure = inputs.failure { session.failure = failure }
    return session
  }

  /// Reads one file that is in memory, as `read` reads it from the disk.
  package static func read(
    bytes: [UInt8], name: String, options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportResult {
    try read([(bytes, name)], options: options)
  }

  /// Reads several files that are in memory.
  package static func read(
    _ files: [(bytes: [UInt8], name: String)], options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportResult {
    var session = try ImportSession(options)
    for file in files { session.read(file.bytes, name: file.name) }
    return try joined(consume session)
  }

  /// Reads a folder that is in memory, as `read` reads one from the disk.
  package static func read(
    _ folder: MemoryFolder, options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> ImportResult {
    var session = try ImportSession(options)
    for item in folder.items {
      switch item {
      case .file(let path, let bytes): session.read(bytes, name: path, isInFolder: true)
      case .finding(let finding): session.take(finding)
      }
    }
    return try joined(consume session)
  }

  /// Makes the diaries of what was read.
  ///
  /// - Throws: `ImportError` where something cannot be used.
  static func joined(
    _ session: consuming ImportSession
  ) throws(ImportError) -> ImportResult {
    var findings = session.findings
    session.readWaiting()
    session.settle()
    findings = session.findings
    if let failure = session.failure { throw ImportError(kind: failure, findings: findings) }
    let unread = session.files.reduce(0) { $0 + $1.summary.rowsUnread }
    var joining = DiaryJoining()
    joining.isUnit = session.options.isUnit
    var files = session.takeFiles()
    findings += BearableMoods.settle(&files)
    let diaries = joining.diaries(of: consume files)
    findings += joining.findings
    guard !diaries.isEmpty else {
      // A batch tells why, once for each file.
      if !session.options.isUnit || !findings.contains(where: { $0.severity == .error }) {
        findings.append(noDiary(after: findings))
      }
      throw ImportError(kind: .unusable, findings: findings)
    }
    return ImportResult(diaries: diaries, findings: findings, rowsUnread: unread)
  }

  /// The finding where nothing was left to read, with the weightiest reason that was found.
  private static func noDiary(after findings: [Finding]) -> Finding {
    let reason = findings.first { $0.severity >= .warning } ?? findings.first
    let why = reason.map { " The first reason: \($0.summary)" } ?? ""
    return Finding(
      id: "no-diary", severity: .error, summary: "No input holds a diary.\(why)",
      remedy: "Read are \(Formats.names).", file: reason?.file ?? "inputs", line: reason?.line)
  }
}
