// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// A simulated diary, and what is true of the person who kept it.
public struct SimulatedDiary: Sendable {
  /// The diary, as an importer would give it.
  public var diary: Diary
  /// What kind of diary it is.
  public var kind: String
  /// The truth of each group that the person could have eaten, in the order of the groups.
  public var truths: [GroupTruth]
  /// How the severities came about, for a judge who may know everything but the triggers.
  public var process: TrueProcess
}

/// What is true of one group in one diary.
public struct GroupTruth: Hashable, Sendable {
  /// The group.
  public var group: GroupID
  /// Whether the diary holds at least one exposure.
  public var exposed: Bool
  /// Whether what the diary holds of it raised the outcome.
  public var trigger: Bool
  /// The mean over exposure episodes of the largest true rise within 72 hours, in points of 0–10;
  /// 0 for what is no trigger.
  public var effect: Double
  /// The exposure episodes with at least one entry within 72 hours; 0 leaves nothing to see.
  public var episodes: Int
}

/// How the severities of a simulated diary came about.
public struct TrueProcess: Sendable {
  /// A time at which the outcome is, or would have been, written down.
  public struct Moment: Sendable {
    /// The day, from 0.
    public var day: Int
    /// The end of the period spoken of, in hours since the first midnight.
    public var endHour: Double
    /// The worst recorded severity on 0–10; `nil` where the diary holds none.
    public var outcome: Double?
    /// The expected outcome without any food effect, with the circumstances of the moment.
    public var background: Double
  }

  /// The first day of the diary: day 0 of the moments.
  public var start: CivilDate
  /// The moments in order.
  public var moments: [Moment]
  /// By group, then by moment: the true rise of the outcome by the group, in points.
  public var rises: [[Double]]
  /// By group, then by moment: the rise if the group were a trigger of one point a portion.
  public var unitRises: [[Double]]
  /// The standard deviation of the noise, in points.
  public var noiseSD: Double
  /// The correlation of the noise over 24 hours.
  public var persistence: Double
}
