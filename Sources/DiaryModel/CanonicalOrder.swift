// SPDX-License-Identifier: Apache-2.0

/// The canonical order of entries; see `Diary.sortEntries()`.
struct CanonicalOrder {
  private let entries: [Entry]
  /// Section and second of each entry in one number: all that most comparisons need.
  private let keys: [Int]

  private init(_ entries: [Entry]) {
    self.entries = entries
    // Through a span, as an entry that is handed to a closure is copied.
    let all = entries.span
    var keys: [Int] = []
    keys.reserveCapacity(all.count)
    for place in all.indices {
      let kind = all[place].kind
      let section = kind == .profile ? 0 : kind == .phase ? 1 : 2
      let second = all[place].time.map { Self.second(of: $0.start) }
      // Dates have 32 bits, so that seconds stay below 2⁵⁰ on both sides.
      keys.append(section << 56 + (second ?? -(1 << 55)))
    }
    self.keys = keys
  }

  /// The places of the entries in order; `nil` where they are in order already.
  static func places(of entries: [Entry]) -> [Int32]? {
    let order = CanonicalOrder(entries)
    let isSorted = entries.indices.dropFirst().allSatisfy { !order.precedes($0, $0 - 1) }
    guard !isSorted, let count = Int32(exactly: entries.count) else { return nil }
    return (0..<count).sorted { order.precedes(Int($0), Int($1)) }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    if keys[left] != keys[right] { return keys[left] < keys[right] }
    return Self.compare(entries[left], entries[right]) < 0
  }

  /// Below 0 where the left entry comes first, above 0 where the right one does.
  ///
  /// Both start in the same second; dates are compared without making texts of them.
  private static func compare(_ left: Entry, _ right: Entry) -> Int {
    var result = compare(left.time, right.time)
    if result != 0 { return result }
    if left.kind != right.kind { return compare(left.kind.rawValue, right.kind.rawValue) }
    result = compare(left.name, right.name)
    if result != 0 { return result }
    result = compare(left.value, right.value)
    if result != 0 { return result }
    result = compare(left.unit, right.unit)
    if result != 0 { return result }
    if left.groups != right.groups {
      return compare(left.groups.map(joined), right.groups.map(joined))
    }
    result = compare(left.note, right.note)
    if result != 0 { return result }
    result = left.origin.input - right.origin.input
    return result != 0 ? result : left.origin.line - right.origin.line
  }

  /// Compares times that start in the same second, in the order of their canonical texts.
  private static func compare(_ left: EntryTime?, _ right: EntryTime?) -> Int {
    guard let left else { return right == nil ? 0 : -1 }
    guard let right else { return 1 }
    let result = rank(left) - rank(right)
    if result != 0 { return result }
    guard case .interval(_, let one) = left, case .interval(_, let two) = right else {
      return 0
    }
    let (first, second) = (second(of: one), second(of: two))
    return first != second ? first - second : rank(.at(one)) - rank(.at(two))
  }

  private static func second(of point: TimePoint) -> Int {
    point.local?.secondsSinceEpoch ?? point.date.dayNumber * 86_400
  }

  /// The place of a time among those that start in the same second: what follows the clock time in
  /// its text, which is nothing, `+`, `-`, `/` or `Z`, and an interval after a point.
  private static func rank(_ time: EntryTime) -> Int {
    var isInterval = 0
    if case .interval = time { isInterval = 1 }
    switch time.start {
    case .day: return isInterval
    case .clock: return isInterval == 0 ? 2 : 6 << 16
    case .instant(_, let offset):
      if offset.seconds == 0 { return 8 << 16 + isInterval }
      let sign = offset.seconds > 0 ? 2 : 4
      return sign << 16 + abs(offset.seconds) / 60 * 2 + isInterval
    }
  }

  private static func joined(_ groups: [GroupID]) -> String {
    groups.map(\.rawValue).joined(separator: " ")
  }

  /// Compares bytes, so that two spellings of one letter keep an order; nothing comes first.
  private static func compare(_ left: String?, _ right: String?) -> Int {
    guard let left else { return right == nil ? 0 : -1 }
    guard let right else { return 1 }
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }

  private static func compare(_ left: EntryValue?, _ right: EntryValue?) -> Int {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right ? -1 : left > right ? 1 : 0
    case (.text(let left), .text(let right)): compare(left, right)
    default: rank(left) - rank(right)
    }
  }

  private static func rank(_ value: EntryValue?) -> Int {
    switch value {
    case nil: 0
    case .number: 1
    case .text: 2
    }
  }
}

extension [Entry] {
  /// Puts the entry at `places[n]` to place n, for all n, without a second list of entries.
  mutating func reorder(by places: [Int32]) {
    var places = places
    for start in indices where Int(places[start]) != start {
      var place = start
      while true {
        let source = Int(places[place])
        places[place] = Int32(clamping: place)
        if source == start { break }
        swapAt(place, source)
        place = source
      }
    }
  }
}
