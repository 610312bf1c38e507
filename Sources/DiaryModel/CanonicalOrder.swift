// SPDX-License-Identifier: Apache-2.0

/// The canonical order of entries; see `Diary.sortEntries()`.
struct CanonicalOrder {
  private let entries: [Entry]
  /// Section and second of each entry: all that most comparisons need.
  private let keys: [(section: Int, second: Int)]

  init(_ entries: [Entry]) {
    self.entries = entries
    keys = entries.map { entry in
      let start = entry.time?.start
      let second = start.map { $0.local?.secondsSinceEpoch ?? $0.date.dayNumber * 86_400 }
      return (entry.kind == .profile ? 0 : entry.kind == .phase ? 1 : 2, second ?? Int.min)
    }
  }

  /// Whether no entry comes before the one in front of it.
  var isSorted: Bool {
    entries.indices.dropFirst().allSatisfy { !precedes($0, $0 - 1) }
  }

  /// The places of the entries in order.
  var sortedIndices: [Int] { entries.indices.sorted(by: precedes) }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    if keys[left].section != keys[right].section { return keys[left].section < keys[right].section }
    if keys[left].second != keys[right].second { return keys[left].second < keys[right].second }
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
