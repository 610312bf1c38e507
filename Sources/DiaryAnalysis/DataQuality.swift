// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// How far a diary can carry conclusions: a grade, and the counts that it is made of.
///
/// The rules are listed in `docs/analysis.md`, section 9.
public struct DataQuality: Codable, Hashable, Sendable {
  /// How good one part, or the whole, is.
  public enum Rating: String, Codable, Hashable, Sendable, CaseIterable {
    /// As good as it needs to be.
    case good
    /// Usable, with care.
    case fair
    /// A reason to doubt.
    case poor
  }

  /// The grade of a diary, or of what it holds of one group.
  public enum Grade: String, Codable, Hashable, Sendable, CaseIterable, Comparable {
    /// Nothing speaks against it.
    case a = "A"
    /// Small gaps.
    case b = "B"
    /// Gaps that weaken the verdicts.
    case c = "C"
    /// Hardly usable.
    case d = "D"

    /// Whether the left grade is the better one.
    public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
  }

  /// A run of days, both ends included.
  public struct Stretch: Codable, Hashable, Sendable {
    /// The first day.
    public var start: CivilDate
    /// The last day.
    public var end: CivilDate

    /// Creates a stretch.
    public init(start: CivilDate, end: CivilDate) {
      self.start = start
      self.end = end
    }
  }

  /// One thing that was counted.
  public struct Part: Codable, Hashable, Sendable {
    /// The stable identifier, such as `logged-days`.
    public var code: String
    /// The share that `count` is of `total`, 0…1; of the codes `missing-…` the p-value of Fisher's
    /// exact test, one-sided.
    public var value: Double
    /// How many there are: days, entries or symptoms, as the code says.
    public var count: Int
    /// Out of how many.
    public var total: Int
    /// How good that is.
    public var rating: Rating
    /// The days that stand out.
    public var stretches: [Stretch]
    /// The rows that stand out, as `file:line`; at most 50.
    public var entries: [String]

    /// Creates a part.
    public init(
      code: String, value: Double, count: Int, total: Int, rating: Rating,
      stretches: [Stretch] = [], entries: [String] = []
    ) {
      self.code = code
      self.value = value
      self.count = count
      self.total = total
      self.rating = rating
      self.stretches = stretches
      self.entries = entries
    }
  }

  /// What holds for one group.
  public struct Group: Codable, Hashable, Sendable {
    /// The group.
    public var group: GroupID
    /// The grade: that of the diary, or a worse one.
    public var grade: Grade
    /// What was counted for this group.
    public var parts: [Part]

    /// Creates a group's grade.
    public init(group: GroupID, grade: Grade, parts: [Part]) {
      self.group = group
      self.grade = grade
      self.parts = parts
    }
  }

  /// The grade of the whole diary.
  public var grade: Grade
  /// What it is made of, in a fixed order; what cannot be counted in this diary is not there.
  public var parts: [Part]
  /// The groups that were eaten, in `GroupID` order.
  public var groups: [Group]

  /// Creates a quality.
  public init(grade: Grade, parts: [Part], groups: [Group]) {
    self.grade = grade
    self.parts = parts
    self.groups = groups
  }
}

extension DataQuality {
  /// The parts without which nothing can be judged.
  static let keyCodes: Set<String> = [
    "symptom-days", "challenge-days", "identical-days", "unknown-foods",
  ]

  /// The grade of a diary by its parts.
  ///
  /// D: too few values for the model, two key parts poor, or three parts poor; C: a key part poor, or two
  /// parts poor; B: one part poor, or three fair; A: all else.
  static func grade(_ parts: [Part], hasEnoughValues: Bool) -> Grade {
    let poor = parts.filter { $0.rating == .poor }
    let key = poor.count { keyCodes.contains($0.code) }
    let fair = parts.count { $0.rating == .fair }
    if !hasEnoughValues || key >= 2 || poor.count >= 3 { return .d }
    if key == 1 || poor.count == 2 { return .c }
    return poor.count == 1 || fair >= 3 ? .b : .a
  }

  /// The grade of a group by its own parts: two poor ones make D, one C, two fair ones B.
  static func grade(ofGroup parts: [Part]) -> Grade {
    let poor = parts.count { $0.rating == .poor }
    let fair = parts.count { $0.rating == .fair }
    return poor >= 2 ? .d : poor == 1 ? .c : fair >= 2 ? .b : .a
  }
}

extension DataQuality.Rating {
  /// Good from `good` on, fair from `fair` on.
  init(_ value: Double, good: Double, fair: Double) {
    self = value >= good ? .good : value >= fair ? .fair : .poor
  }

  /// Good up to `good`, fair up to `fair`.
  init(_ value: Double, upTo good: Double, fair: Double) {
    self = value <= good ? .good : value <= fair ? .fair : .poor
  }
}
