// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

extension AnalysisResults.SafetyGate {
  /// A food eaten shortly before a sign of an immediate allergy.
  public struct Food: Codable, Hashable, Sendable {
    /// The food as the diary names it.
    public var name: String
    /// Its rows before such signs, as `file:line`.
    public var entries: [String]
    /// The least hours, 0…2, from it to a sign; `nil` where only the day is known.
    public var hoursBefore: Double?
    /// The groups that it holds or possibly holds, in `GroupID` order.
    public var groups: [GroupID]

    /// Creates a food.
    public init(name: String, entries: [String], hoursBefore: Double?, groups: [GroupID]) {
      self.name = name
      self.entries = entries
      self.hoursBefore = hoursBefore
      self.groups = groups
    }
  }

  /// The gate under which gluten is neither brought back nor given up, whatever was tolerated.
  public static let coeliac = "coeliac-not-excluded"
}

extension AnalysisResults {
  /// The groups that a gate names and that no list of foods to keep may hold.
  ///
  /// Gluten, until coeliac disease is ruled out, is none of them: it is to be eaten until then.
  public var groupsUnderGates: Set<GroupID> {
    let gates = safety.filter { $0.withholdsRetest && $0.gate != SafetyGate.coeliac }
    return Set(gates.flatMap { $0.groups + ($0.named ?? []) })
  }

  /// The tolerated groups that may stand in a list of foods to keep, in `GroupID` order.
  public var keptGroups: [GroupID] {
    let gated = groupsUnderGates
    return groups.filter { $0.verdict == .tolerated && !gated.contains($0.group) }.map(\.group)
  }
}
