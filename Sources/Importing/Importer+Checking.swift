// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// What is known of inputs without holding what they say.
public struct CheckedInputs: Sendable {
  /// One diary per participant, as `Importer.read` gives them, but without entries.
  public var diaries: [Diary]
  /// What the owner should know, in the order of inputs and lines.
  public var findings: [Finding]
  /// How many entries the diaries have together.
  public var entries: Int
}

extension Importer {
  /// Reads files and folders as `read` does, checks every entry, and keeps none.
  ///
  /// The memory for one file of canonical rows does not grow with it, unless the order of its dates is
  /// only known at its end.
  ///
  /// - Throws: `ImportError` as `read` does.
  public static func check(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) throws(ImportError) -> CheckedInputs {
    let inputs = InputFiles(paths)
    if SplitFile.version(of: inputs) != nil {
      var session = try session(inputs, options, .none)
      if session.failure == nil, session.isCounted, !session.lacksEntries {
        if let checked = counted(session) { return checked }
      } else if !session.lacksEntries {
        // Entries that two held would be copied where they are put in order.
        return checked(try joined(consume session))
      }
      session = try ImportSession(options)
    }
    return checked(try read(inputs, options: options))
  }

  private static func checked(_ result: ImportResult) -> CheckedInputs {
    var result = result
    let entries = result.diaries.reduce(0) { $0 + $1.entries.count }
    for place in result.diaries.indices { result.diaries[place].entries = [] }
    return CheckedInputs(diaries: result.diaries, findings: result.findings, entries: entries)
  }

  /// What is known of the only file, whose entries were counted; `nil` where all of them are needed.
  private static func counted(_ session: ImportSession) -> CheckedInputs? {
    guard session.files.count == 1, let file = session.files.first else { return nil }
    var joining = DiaryJoining()
    guard let participants = joining.participants(of: file), !participants.isEmpty else {
      return nil
    }
    let counts = Dictionary(
      file.parts.map { ($0.participant, $0.countUsed) }, uniquingKeysWith: +)
    let diaries = participants.map { participant in
      joining.diary(
        participant, [], of: file.summary, count: counts[participant] ?? 0)
    }
    return CheckedInputs(
      diaries: diaries, findings: session.findings + joining.findings,
      entries: counts.values.reduce(0, +))
  }
}
