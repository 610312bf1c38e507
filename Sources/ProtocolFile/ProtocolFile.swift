// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
public import DiaryModel
public import YAMLReading

/// A protocol as a YAML file declares it; see `schemas/protocol.schema.json`.
public struct ProtocolFile: Hashable, Sendable {
  /// A phase, and the participant that it is for.
  public struct Item: Hashable, Sendable {
    /// The pseudonym; `nil` for all participants.
    public var participant: String?
    /// The phase; its `entry` names the file and line.
    public var phase: Timeline.Phase
  }

  /// The most phases of a file.
  public static let mostPhases = 10_000
  /// The longest phase in days.
  public static let longestPhase = 3_650
  /// The largest dose.
  public static let largestDose = 10_000.0

  /// What the protocol is called.
  public var title: String?
  /// Whether the order of the challenges was drawn at random.
  public var isRandomised: Bool
  /// The phases in the file's order.
  public var items: [Item]

  /// Reads a protocol.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - file: the file's name, for faults and for the phases' `entry`.
  ///   - ownGroups: the groups that are known beside the built-in ones.
  /// - Throws: the first fault, with its line.
  public init(yaml: String, file: String, ownGroups: Set<GroupID> = []) throws(YAMLFault) {
    var reader = ProtocolReader(document: YAMLDocument(file: file), ownGroups: ownGroups)
    self = try reader.read(yaml)
  }

  init(title: String?, isRandomised: Bool, items: [Item]) {
    self.title = title
    self.isRandomised = isRandomised
    self.items = items
  }

  /// Whether a file is a protocol in YAML: by its ending, or by a line that starts with `phases:`.
  public static func isYAML(name: String, text: String) -> Bool {
    let lowered = name.lowercased()
    if lowered.hasSuffix(".yaml") || lowered.hasSuffix(".yml") { return true }
    return text.utf8.prefix(1 << 16).split(whereSeparator: { $0 == 10 || $0 == 13 }).contains {
      $0.starts(with: "phases:".utf8)
    }
  }

  /// Puts the protocol in the place of the diary's own phases.
  public func apply(to options: inout AnalysisOptions) {
    options.isRandomised = isRandomised
    for item in items {
      if let participant = item.participant {
        options.participantPhases[participant, default: []].append(item.phase)
      } else {
        options.protocolPhases.append(item.phase)
      }
    }
  }
}
