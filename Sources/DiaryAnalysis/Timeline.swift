// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// What happened in a diary, day by day.
public struct Timeline: Codable, Hashable, Sendable {
  /// Every day of the period, in order.
  public var days: [Day]
  /// The phases, declared or inferred, in order.
  public var phases: [Phase]

  /// Creates a timeline.
  public init(days: [Day], phases: [Phase]) {
    self.days = days
    self.phases = phases
  }

  /// One day.
  public struct Day: Codable, Hashable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Whether it has any entry.
    public var logged: Bool
    /// The worst outcome of the day, 0…10; `nil` where it is missing.
    public var outcome: Double?
    /// The worst value of each symptom with one.
    public var symptoms: [String: Double]
    /// The confounders that stand on the day, such as `menses` or `sleep`.
    public var confounders: [String]
    /// Why the day is left out of every comparison; `nil` where it is not.
    public var excluded: String?

    /// Creates a day.
    public init(
      date: CivilDate, logged: Bool, outcome: Double?, symptoms: [String: Double],
      confounders: [String], excluded: String?
    ) {
      self.date = date
      self.logged = logged
      self.outcome = outcome
      self.symptoms = symptoms
      self.confounders = confounders
      self.excluded = excluded
    }
  }

  /// A phase of the protocol.
  public struct Phase: Codable, Hashable, Sendable {
    /// `baseline`, `elimination`, `challenge` or `washout`.
    public var name: String
    /// Its first day.
    public var start: CivilDate
    /// Its last day.
    public var end: CivilDate
    /// What is eliminated or challenged.
    public var groups: [GroupID]
    /// `diary`, `protocol` or `inferred`.
    public var source: String
    /// The row that declares it, as `file:line`; `nil` for an inferred one.
    public var entry: String?
    /// The food that is tested, as the protocol file names it.
    public var food: String?
    /// The doses of a challenge's days, in order, as the protocol file gives them.
    public var doses: [Double]?
    /// The unit of the doses, such as `portion` or `g`.
    public var doseUnit: String?
    /// Whether the person did not know what was tested; `nil` where nothing says so.
    public var blinded: Bool?
    /// Of a washout that a challenge follows, whether symptoms were back in the baseline band when
    /// that began; `nil` where it is not known.
    public var resolved: Bool?

    /// Creates a phase.
    public init(
      name: String, start: CivilDate, end: CivilDate, groups: [GroupID], source: String
    ) {
      self.name = name
      self.start = start
      self.end = end
      self.groups = groups
      self.source = source
    }
  }
}
