// SPDX-License-Identifier: Apache-2.0

/// The canonical order of entries; see `Diary.sortEntries()`.
struct CanonicalOrder {
  private let entries: [Entry]
  /// Section and second of each entry in one number: all that most comparisons need.
  private let keys: [Int]

  private init(_ entries: [Entry]) {
    self.entries = entries
    keys = entries.map { entry in
      let section = entry.kind == .profile ? 0 : entry.kind == .phase ? 1 : 2
      let start = entry.time?.start
      let second = start.map { $0.local?.secondsSinceEpoch ?? $0.date.dayNumber * 86_400 }
      // Dates have 32 bits, so that seconds stay below 2⁵⁰ on both sides.
      return section << 56 + (second ?? -(1 << 55))
    }
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
  private static func compare(_ left: Entry, _ right: Entry) -> Int {
    let steps: [() -> Int] = [
      { compare(left.time?.description, right.time?.description) },
      { compare(left.kind.rawValue, right.kind.rawValue) },
      { compare(left.name, right.name) },
      { compare(left.value, right.value) },
      { compare(left.unit, right.unit) },
      { compare(left.groups.map(joined), right.groups.map(joined)) },
      { compare(left.note, right.note) },
      { left.origin.input - right.origin.input },
      { left.origin.line - right.origin.line },
    ]
    for step in steps {
      let result = step()
      if result != 0 { return result }
    }
    return 0
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
