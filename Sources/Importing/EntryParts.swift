// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// Which entries of a file are held in memory.
enum EntryKeeping {
  /// All.
  case all
  /// None: they are only counted.
  case none
  /// All of a single participant. Of several, all as long as there are no more than that many; of more
  /// none, which are then only counted.
  case most(Int)
  /// Those of as many participants at a time as have that many together, of those who are named with
  /// the number of their entries. Others are passed over.
  case parts([String?: Int], most: Int)
}

/// The local times of a participant's entries that no clock of the zone showed.
struct SkippedTimes {
  /// How many.
  var count = 0
  /// The first, as text.
  var text: String
  /// The line of the first.
  var line: Int

  /// What there is of an entry's time; `nil` where it is one that clocks showed.
  init?(_ time: EntryTime?, line: Int, _ zone: TimeZoneRules) {
    guard let time, let point = zone.skippedPoint(of: time) else { return nil }
    (text, self.line) = (point.description, line)
  }
}

/// The entries of a file by participant, as far as they are to be held.
struct EntryParts {
  /// One part per participant, in the order of their first entries or elements.
  private var parts: [PartialDiary] = []
  /// Whether entries were counted of which all would have been needed.
  private(set) var lacksEntries = false

  /// Whether entries of some participants may be passed over.
  let passesOver: Bool

  private enum Holding { case none, held, counted }

  private var keeping: EntryKeeping
  /// Whether all entries are held, which needs no looking at each.
  private var isPlain = false
  private let zone: TimeZoneRules?
  private var places: [String?: Int] = [:]
  private var holding: [Holding] = []
  private var whole: [PartialDiary] = []
  private var isCounting = false
  private var lastPlace: Int?
  private var lastCounted: Entry?
  /// What the entries that are not held say of sleep.
  private var sleep = SleepList()
  /// How many entries are held, or promised to participants who have begun.
  private var held = 0

  init(_ context: ReadContext) {
    keeping = context.keeping
    if case .all = keeping { isPlain = true }
    if case .none = keeping { isCounting = true }
    if case .parts = keeping { passesOver = true } else { passesOver = false }
    zone = context.zone
  }

  /// The entry that came last; `nil` where it is not at hand.
  var last: Entry? {
    guard let lastPlace else { return nil }
    return holding[lastPlace] == .counted ? lastCounted : parts[lastPlace].entries.last
  }

  /// Those who have a part, in the order of the parts.
  var names: [String?] { parts.map(\.participant) }
  /// How many have a part.
  var peopleCount: Int { parts.count }

  /// The place of a participant's part.
  mutating func place(of participant: String?) -> Int {
    if let place = places[participant] { return place }
    places[participant] = parts.count
    holding.append(startsHolding(participant))
    parts.append(PartialDiary(participant: participant, entries: []))
    return parts.count - 1
  }

  /// How many entries of a part are held.
  func count(at place: Int) -> Int { parts[place].entries.count }

  /// Whether entries of a participant are of use.
  func isWanted(_ place: Int) -> Bool { holding[place] != .none }

  /// Whether the entries of a participant are counted and not held.
  func isOnlyCounted(_ place: Int) -> Bool { holding[place] == .counted }

  /// Counts an entry of a part that is only counted, of which no more than its time is known.
  @inline(__always)
  mutating func count(at place: Int, _ row: byte_scan_draft, line: Int) {
    parts[place].count += 1
    if zone == nil && parts[place].firstLine != nil { return }
    parts[place].note(EntryTime(row), line: line, zone)
  }

  /// Counts an entry of a part that is only counted, which says how long somebody slept.
  mutating func count(
    sleep hours: Double, at place: Int, _ row: byte_scan_draft, time: EntryTime, line: Int
  ) {
    sleep.add(
      hours: hours, day: time.end.date.dayNumber, of: place, at: parts[place].count, line: line)
    count(at: place, row, line: line)
  }

  /// Adds an entry to a part.
  @inline(__always)
  mutating func append(_ entry: consuming Entry, to place: Int) {
    if isPlain {
      parts[place].entries.append(entry)
      lastPlace = place
    } else {
      note(entry, at: place)
    }
  }

  private mutating func note(_ entry: Entry, at place: Int) {
    switch holding[place] {
    case .none: return
    case .held:
      parts[place].entries.append(entry)
      parts[place].count += 1
    case .counted:
      sleep.add(entry, of: place, at: parts[place].count)
      parts[place].note(entry.time, line: entry.origin.line, zone)
      parts[place].count += 1
      lastCounted = entry
    }
    lastPlace = place
    settle(place)
  }

  /// Hands over all parts.
  mutating func takeAll() -> [PartialDiary] {
    sleep.settle(&parts)
    for place in parts.indices where holding[place] != .counted { parts[place].count = 0 }
    defer { parts = [] }
    return parts
  }

  /// Holds all entries, as something about them is only known at the end.
  mutating func holdAll() {
    if isCounting { lacksEntries = true }
    if case .most = keeping, !isCounting { (keeping, isPlain) = (.all, true) }
  }

  /// Hands over the parts that are whole, without which the others are held.
  mutating func takeWhole() -> [PartialDiary] {
    defer { whole = [] }
    return whole
  }

  /// Makes room for the entries of the rest of a file, where all may be held.
  mutating func reserve(after bytes: Int, of size: Int?) {
    if !passesOver { parts.reserve(after: bytes, of: size) }
  }

  private mutating func startsHolding(_ participant: String?) -> Holding {
    switch keeping {
    case .all: return .held
    case .none: return .counted
    case .most: return isCounting ? .counted : .held
    case .parts(let counts, let most):
      guard let count = counts[participant], held == 0 || held + count <= most else { return .none }
      held += count
      return .held
    }
  }

  /// Takes note of an entry that was added.
  private mutating func settle(_ place: Int) {
    switch keeping {
    case .all, .none: return
    case .most(let most):
      guard !isCounting else { return }
      held += 1
      if held > most && parts.count > 1 { startCounting() }
    case .parts(let counts, _):
      let participant = parts[place].participant
      guard let count = counts[participant], parts[place].count >= count else { return }
      whole.append(parts[place])
      parts[place].entries = []
      holding[place] = .none
      held -= count
    }
  }

  private mutating func startCounting() {
    isCounting = true
    for place in parts.indices {
      for (own, entry) in parts[place].entries.enumerated() {
        sleep.add(entry, of: place, at: own)
        parts[place].note(entry.time, line: entry.origin.line, zone)
      }
      parts[place].entries = []
      holding[place] = .counted
    }
  }
}

extension PartialDiary {
  /// Takes note of what would be asked of an entry that is not held.
  fileprivate mutating func note(_ time: EntryTime?, line: Int, _ zone: TimeZoneRules?) {
    if firstLine == nil { firstLine = line }
    guard let zone, let time = SkippedTimes(time, line: line, zone) else { return }
    skipped = skipped ?? time
    skipped?.count += 1
  }

  /// What there is to say of times that clocks of a zone never showed.
  func skippedTimes(_ zone: TimeZoneRules) -> SkippedTimes? {
    var all = skipped
    for entry in entries {
      guard let time = SkippedTimes(entry.time, line: entry.origin.line, zone) else {
        continue
      }
      all = all ?? time
      all?.count += 1
    }
    return all
  }
}
