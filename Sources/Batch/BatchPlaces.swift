// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// Where each participant's results stand, from the heads of all records.
///
/// Of each participant it holds some fifty bytes, however long names and paths are.
struct BatchPlaces: Sendable {
  /// One participant's place.
  struct Place: Sendable {
    /// The place of the unit among the units.
    fileprivate(set) var unit: Int32
    /// Where the texts start: the id in outputs, then the others that are not the same.
    fileprivate var text: Int32
    /// Where the part starts in the unit's record.
    fileprivate(set) var offset: Int
    /// How long it is.
    fileprivate(set) var length: Int
    /// The rank of the most urgent safety gate that fired; `SafetyOrder.none` where none did.
    fileprivate(set) var rank: UInt8
    /// Whether a group is a likely trigger.
    fileprivate(set) var hasLikely: Bool
    /// Whether there is a report.
    fileprivate(set) var hasReport: Bool
    /// Whether the report's name is that which regards no others (`ReportNames`).
    fileprivate var hasPlainReport: Bool
    fileprivate var hasOwnBase: Bool
    fileprivate var hasOwnID: Bool
  }

  /// The participants by id in outputs.
  private(set) var participants: [Place] = []
  /// Their ids.
  private var texts = TextList()
  /// What could not be used, by file and line.
  private(set) var failures: [UnitHead.Failure] = []
  /// The units about which there are rows: what each is called and where the rows stand.
  private(set) var noted: [(unit: Int, rows: Range<Int>)] = []
  /// What those units are called in outputs that may be shared.
  private(set) var labels = TextList()
  /// The names of what gave no participant.
  private(set) var unread: Set<String> = []
  /// What all tables depend on.
  private(set) var hash = ""

  /// Whether any participant stands under another id than that of the input.
  var hasPseudonyms: Bool { participants.contains { base(of: $0) != id(of: $0) } }

  init() {}

  /// Reads the heads of all units; `leftOut` is told beside what could not be used of them.
  init(
    state: BatchState, units: BatchUnits, leftOut: [UnitHead.Failure] = []
  ) throws(FileError) {
    var hash = SHA256()
    participants.reserveCapacity(units.count)
    texts.reserveCapacity(units.count)
    for place in units.indices {
      let name = units.name(at: place)
      guard let head = state.head(ofUnit: name) else {
        throw FileError(
          kind: .notReadable, path: state.path(ofUnit: name), reason: "the record has gone")
      }
      let line = Array(
        (FieldText.line(
          [head.unit, head.label, head.content, head.settings]
            + head.participants.flatMap { [$0.published, $0.report] }) + "\n").utf8)
      hash.update(line, count: line.count)
      failures += head.failures
      if head.participants.isEmpty { unread.insert(head.unit) }
      for who in head.participants { append(who, unit: place) }
      if !head.rows.isEmpty {
        noted.append((place, head.rows))
        labels.append(head.label.utf8)
      }
    }
    for failure in leftOut {
      let line = Array((FieldText.line([failure.label, failure.reason]) + "\n").utf8)
      hash.update(line, count: line.count)
      failures.append(failure)
      unread.insert(failure.file)
    }
    self.hash = hash.hexadecimal()
    sortParticipants()
    noteDoubled(in: units, state)
    failures.sort { ($0.file, $0.line ?? 0, $0.reason) < ($1.file, $1.line ?? 0, $1.reason) }
  }

  /// Adds a participant of a unit at the end.
  mutating func append(_ who: UnitHead.Participant, unit: Int) {
    participants.append(
      Place(
        unit: Int32(clamping: unit), text: Int32(clamping: texts.count), offset: who.offset,
        length: who.length, rank: who.hasSafety ? SafetyOrder.rank(who.gate) : SafetyOrder.none,
        hasLikely: who.hasLikely, hasReport: !who.report.isEmpty,
        hasPlainReport: who.report == "reports/" + ReportName.name(for: who.published),
        hasOwnBase: who.base != who.published, hasOwnID: who.id != who.published))
    texts.append(who.published.utf8)
    if who.base != who.published { texts.append(who.base.utf8) }
    if who.id != who.published { texts.append(who.id.utf8) }
  }

  private mutating func sortParticipants() {
    let texts = texts
    participants.sort { one, other in
      let order = texts.compare(Int(one.text), Int(other.text))
      return order == 0 ? one.text < other.text : order < 0
    }
  }

  /// The id under which a participant stands in outputs.
  func published(_ place: Place) -> String { texts.text(at: Int(place.text)) }

  /// The id as it would be in outputs if no other unit had the same.
  func base(of place: Place) -> String { texts.text(at: baseText(of: place)) }

  private func baseText(of place: Place) -> Int { Int(place.text) + (place.hasOwnBase ? 1 : 0) }

  /// The id, as the input has it.
  func id(of place: Place) -> String {
    texts.text(
      at: Int(place.text) + (place.hasOwnID ? 1 + (place.hasOwnBase ? 1 : 0) : 0))
  }

  /// The name of a participant's report; `nil` where there is none.
  func report(of place: Place) -> String? {
    place.hasReport
      ? ReportName.name(for: published(place), isShared: !place.hasPlainReport) : nil
  }

  static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The places of participants in the order of their ids as they would be.
  private func orderByBase() -> [Int32] {
    participants.indices.map { Int32(clamping: $0) }.sorted { one, other in
      let order = texts.compare(
        baseText(of: participants[Int(one)]), baseText(of: participants[Int(other)]))
      return order == 0 ? one < other : order < 0
    }
  }

  /// The participants of each id that stands in several units, by id, each in the order of units.
  private func doubled(in order: [Int32]) -> [[Place]] {
    var groups: [[Place]] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      let first = baseText(of: participants[Int(order[start])])
      while end < order.count,
        texts.compare(first, baseText(of: participants[Int(order[end])])) == 0
      { end += 1 }
      if end - start > 1 {
        groups.append(
          order[start..<end].map { participants[Int($0)] }.sorted { $0.unit < $1.unit })
      }
      start = end
    }
    return groups
  }

  /// Says of ids that stand in several units that they do.
  private mutating func noteDoubled(in units: BatchUnits, _ state: BatchState) {
    for group in doubled(in: orderByBase()) {
      let names = group.map { units.name(at: Int($0.unit)) }
      for (place, name) in zip(group, names) {
        failures.append(
          .init(
            file: name, label: state.head(ofUnit: name)?.label ?? "", line: nil,
            code: "participant-in-several-inputs",
            reason:
              "Participant \(base(of: place)) stands in several inputs: "
              + "\(names.joined(separator: ", ")). Each was analysed by itself, "
              + "this one as \(published(place)). Put the files of one person in one sub-folder, "
              + "or give each person an id of their own."))
      }
    }
  }

  /// The units with a participant that has to stand under another id than it does, and the ids.
  func renames() -> [(unit: Int, renames: [String: String])] {
    let order = orderByBase()
    var wanted: [Int32: [String: String]] = [:]
    var added: Set<String> = []
    for group in doubled(in: order) {
      guard let id = group.first.map(base(of:)) else { continue }
      var number = 1
      for place in group {
        while hasBase("\(id)-\(number)", in: order) || !added.insert("\(id)-\(number)").inserted {
          number += 1
        }
        wanted[place.unit, default: [:]][id] = "\(id)-\(number)"
      }
    }
    var stale: Set<Int32> = []
    for place in participants where !wanted.isEmpty || place.hasOwnBase {
      let base = base(of: place)
      if published(place) != wanted[place.unit]?[base] ?? base { stale.insert(place.unit) }
    }
    return stale.sorted().map { (Int($0), wanted[$0] ?? [:]) }
  }

  /// Whether a participant would have that id if no other unit had the same.
  private func hasBase(_ id: String, in order: [Int32]) -> Bool {
    let bytes = Array(id.utf8)
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      let text = baseText(of: participants[Int(order[middle])])
      if texts.compare(text, to: bytes) < 0 { low = middle + 1 } else { high = middle }
    }
    return low < order.count
      && texts.compare(baseText(of: participants[Int(order[low])]), to: bytes) == 0
  }
}
