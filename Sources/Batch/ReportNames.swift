// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// The names of all reports of a batch: file systems that tell no `p1.html` from `P1.html` hold both.
///
/// All ids that such a system would take for one have a hash in their names, so that names do not depend
/// on who comes first. Ids with other letters than those of ASCII have one anyway.
struct ReportNames: Sendable {
  private let shared: Set<UInt64>

  /// Names without regard to others.
  init() { shared = [] }

  /// The names of the reports of all participants, by their ids in outputs.
  init(_ ids: some Sequence<String>) {
    let keys = ids.map(Self.key).sorted()
    shared = Set(zip(keys, keys.dropFirst()).filter { $0 == $1 }.map(\.0))
  }

  /// The name of a participant's report.
  func name(for id: String) -> String {
    ReportName.name(for: id, isShared: !shared.isEmpty && shared.contains(Self.key(id)))
  }

  /// A hash of an id without regard to case (FNV-1a); where two others meet in one, both have longer
  /// names than they need.
  private static func key(_ id: String) -> UInt64 {
    id.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      let letter = (65...90).contains(byte) ? byte | 0x20 : byte
      return (hash ^ UInt64(letter)) &* 0x100_0000_01B3
    }
  }
}

/// What a unit's participants and their reports are called beside all others.
struct UnitNames: Sendable {
  /// Ids to stand under, by those that they would have.
  var renames: [String: String] = [:]
  var reports = ReportNames()
}

extension BatchPlaces {
  /// The names that all reports should have.
  var reportNames: ReportNames { ReportNames(participants.lazy.map(published)) }

  /// The places of the units with a report that has another name than it should.
  func unitsToName(_ names: ReportNames) -> [Int] {
    Set(
      participants.lazy.filter { $0.hasReport && report(of: $0) != names.name(for: published($0)) }
        .map { Int($0.unit) }
    ).sorted()
  }
}

extension UnitHead {
  /// The ids that participants stand under in place of those that they would have.
  var renames: [String: String] {
    Dictionary(
      participants.filter { $0.base != $0.published }.map { ($0.base, $0.published) }
    ) { first, _ in first }
  }
}
