// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// Where each participant's results stand, from the heads of all records.
struct BatchPlaces: Sendable {
  /// One participant's place.
  struct Place: Sendable {
    let who: UnitHead.Participant
    let unit: Int
  }

  /// The participants by id in outputs.
  var participants: [Place] = []
  /// What could not be used, by file and line.
  private(set) var failures: [UnitHead.Failure] = []
  /// For each unit, what it is called and where the rows about it stand.
  private(set) var units: [(label: String, rows: Range<Int>)] = []
  /// The names of what gave no participant.
  private(set) var unread: Set<String> = []
  /// What all tables depend on.
  private(set) var hash = ""

  /// The names of the participants' reports.
  var reports: Set<String> {
    Set(participants.map(\.who.report).filter { !$0.isEmpty }.map(FileSystem.name(of:)))
  }

  init() {}

  /// Reads the heads of all units; `leftOut` is told beside what could not be used of them.
  init(
    state: BatchState, units: [BatchUnit], leftOut: [UnitHead.Failure] = []
  ) throws(FileError) {
    var hash = SHA256()
    for (place, unit) in units.enumerated() {
      guard let head = state.head(of: unit) else {
        throw FileError(
          kind: .notReadable, path: state.path(of: unit), reason: "the record has gone")
      }
      let line = Array(
        (FieldText.line(
          [head.unit, head.label, head.content, head.settings]
            + head.participants.map(\.published)) + "\n").utf8)
      hash.update(line, count: line.count)
      failures += head.failures
      if head.participants.isEmpty { unread.insert(head.unit) }
      participants += head.participants.map { Place(who: $0, unit: place) }
      self.units.append((head.label, head.rows))
    }
    for failure in leftOut {
      let line = Array((FieldText.line([failure.label, failure.reason]) + "\n").utf8)
      hash.update(line, count: line.count)
      failures.append(failure)
      unread.insert(failure.file)
    }
    self.hash = hash.hexadecimal()
    participants.sort { Self.precedes($0.who.published, $1.who.published) }
    noteDoubled(in: units)
    failures.sort { ($0.file, $0.line ?? 0, $0.reason) < ($1.file, $1.line ?? 0, $1.reason) }
  }

  static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The participants of each id that stands in several units.
  private var doubled: [String: [Place]] {
    Dictionary(grouping: participants) { $0.who.base }.filter { $0.value.count > 1 }
  }

  /// Says of ids that stand in several units that they do.
  private mutating func noteDoubled(in units: [BatchUnit]) {
    for (id, group) in doubled {
      let group = group.sorted { $0.unit < $1.unit }
      let names = group.map { units[$0.unit].name }.joined(separator: ", ")
      for place in group {
        failures.append(
          .init(
            file: units[place.unit].name, label: self.units[place.unit].label, line: nil,
            code: "participant-in-several-inputs",
            reason:
              "Participant \(id) stands in several inputs: \(names). Each was analysed by itself, "
              + "this one as \(place.who.published). Put the files of one person in one sub-folder, "
              + "or give each person an id of their own."))
      }
    }
  }

  /// The units with a participant that has to stand under another id than it does.
  func renames(
    in units: [BatchUnit], _ state: BatchState
  ) -> [(unit: BatchUnit, renames: [String: String])] {
    var taken = Set(participants.map(\.who.base))
    var wanted: [Int: [String: String]] = [:]
    for (id, group) in doubled.sorted(by: { Self.precedes($0.key, $1.key) }) {
      var number = 1
      for place in group.sorted(by: { $0.unit < $1.unit }) {
        while !taken.insert("\(id)-\(number)").inserted { number += 1 }
        wanted[place.unit, default: [:]][id] = "\(id)-\(number)"
      }
    }
    let stale = participants.filter {
      $0.who.published != wanted[$0.unit]?[$0.who.base] ?? $0.who.base
    }
    return Set(stale.map(\.unit)).sorted().map { (units[$0], wanted[$0] ?? [:]) }
  }
}
