// SPDX-License-Identifier: Apache-2.0

/// What an entry is about.
public enum EntryKind: String, CaseIterable, Hashable, Sendable, Codable {
  /// Something about the person: `age`, `sex`, `condition`, `allergy`, `pregnancy`, …
  case profile
  /// A stretch of the protocol: `baseline`, `elimination`, `challenge`, `washout`.
  case phase
  /// Something eaten or drunk.
  case food
  /// A symptom and its severity.
  case symptom
  /// Something else that can change symptoms: `sleep`, `stress`, `menses`, `antibiotics`, …
  case context
  /// Free text.
  case note
}

/// A value as the diary gives it.
public enum EntryValue: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// A word, such as a severity on the scale `mild-severe`, or a condition.
  case text(String)

  /// The number, where the value is one.
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// Where an entry came from.
public struct Origin: Hashable, Sendable {
  /// The place of the file in `Diary.inputs`.
  public var input: Int {
    get { Int(inputStorage) }
    set { inputStorage = Int32(clamping: newValue) }
  }

  /// The 1-based line in that file on which the entry starts.
  public var line: Int {
    get { Int(lineStorage) }
    set { lineStorage = Int32(clamping: newValue) }
  }

  private var inputStorage: Int32
  private var lineStorage: Int32

  /// Creates an origin.
  public init(input: Int, line: Int) {
    inputStorage = Int32(clamping: input)
    lineStorage = Int32(clamping: line)
  }
}

/// One record of a diary.
///
/// One flat shape serves all kinds, as the canonical CSV does, so that nothing is lost on the way
/// through the program; `kind` says how to read the rest.
public struct Entry: Hashable, Sendable {
  /// What the entry is about.
  public var kind: EntryKind
  /// When; `nil` only for profile entries that hold throughout.
  public var time: EntryTime?
  /// The name; of a food its free text, of a note usually empty.
  public var name: String
  /// Amount, severity, context value, or profile value.
  public var value: EntryValue?
  /// The unit of the value; of a symptom, its scale, such as `0-10`.
  public var unit: String?
  /// The groups given with the entry: `nil` where none are given, empty for the word `none`.
  public var groups: [GroupID]?
  /// Free text.
  public var note: String?
  /// Where the entry came from.
  public var origin: Origin

  /// Creates an entry.
  public init(
    kind: EntryKind, time: EntryTime?, name: String, value: EntryValue? = nil,
    unit: String? = nil, groups: [GroupID]? = nil, note: String? = nil, origin: Origin
  ) {
    self.kind = kind
    self.time = time
    self.name = name
    self.value = value
    self.unit = unit
    self.groups = groups
    self.note = note
    self.origin = origin
  }

  /// Whether two entries say the same, wherever they came from.
  public func saysTheSame(as other: Entry) -> Bool {
    var copy = other
    copy.origin = origin
    return self == copy
  }
}
