// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis

/// How far a batch is.
public struct BatchProgress: Sendable {
  /// The units done, those that had not changed included.
  public var done: Int
  /// All units.
  public var total: Int
  /// The unit that was done last.
  public var unit: UnitOutcome

  /// Creates a progress.
  public init(done: Int, total: Int, unit: UnitOutcome = UnitOutcome(label: "")) {
    self.done = done
    self.total = total
    self.unit = unit
  }
}

/// What came of one unit, without a person's name.
public struct UnitOutcome: Hashable, Sendable {
  /// Something that could not be used.
  public struct Failure: Hashable, Sendable {
    /// The line, if there is one.
    public var line: Int?
    /// What is wrong, as an identifier.
    public var code: String
  }

  /// The unit's name in outputs that may be shared.
  public var label: String
  /// The participants with a report.
  public var participants = 0
  /// What could not be used.
  public var failures: [Failure] = []
  /// Whether it was worked on; else it had not changed.
  public var wasRedone = true

  /// Creates an outcome.
  public init(label: String) { self.label = label }

  init(_ head: UnitHead, wasRedone: Bool) {
    label = head.label
    participants = head.participants.count
    failures = head.failures.map { Failure(line: $0.line, code: $0.code) }
    self.wasRedone = wasRedone
  }
}

/// What a batch did.
public struct BatchOutcome: Sendable, Hashable {
  /// The participants with a report.
  public var participants: Int
  /// The units that were worked on; the others had not changed.
  public var unitsDone: Int
  /// The failures told in `failures.csv`.
  public var failures: Int
  /// What they are, one for each file and reason: inputs that gave no participant first.
  public var reasons: [BatchFailure] = []
  /// How many inputs gave no participant.
  public var unread = 0
  /// Folders of results that were not read though they hold what may be diaries.
  public var mixed: [BatchFailure] = []
  /// Whether any participant stands under another id than that of the input.
  public var hasPseudonyms = false
  /// What was learned from all diaries; `nil` where nothing was to be, or there were too few.
  public var learned: LearnedPrevalence?
  /// The names in the folder that were left out because they are no diaries.
  public var leftOut: [String] = []
  /// The names of links in the folder that were left out because what they lead to is an input by another name.
  public var repeated: [String] = []
  /// Whether the caller stopped it, so that the tables are still those of the run before.
  public var wasStopped = false
}
