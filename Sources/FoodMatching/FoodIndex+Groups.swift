// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension FoodIndex {
  // MARK: Groups

  /// The names of the built-in groups, numbered by their bits.
  static let groupNames: WordTable = {
    var names = WordTable(capacity: 32)
    for group in GroupID.builtIn {
      let bytes = Array(group.rawValue.utf8)
      _ = names.intern(bytes, 0..<bytes.count)
    }
    return names
  }()

  /// The groups named in a field, blank separated.
  mutating func groupSet(_ table: Int, _ line: Int, _ field: Range<Int>) -> GroupSet {
    guard !field.isEmpty else { return [] }
    let bytes = tables[table].bytes
    var groups: GroupSet = []
    for piece in FieldCutter.pieces(bytes, field, at: 0x20) where !piece.isEmpty {
      let id = Self.groupNames.find(bytes, piece)
      if id >= 0 {
        groups.insert(GroupSet(number: Int(id)))
      } else {
        note(table, line, "unknown group '\(text(table, piece))'")
      }
    }
    return groups
  }

  /// The bit of a group, built in or the user's; `nil` for any other.
  func number(of group: GroupID) -> Int? {
    group.builtInIndex
      ?? ownGroups.firstIndex { $0.group == group }.map { $0 + GroupID.builtIn.count }
  }

  /// The group of a bit; `nil` where it stands for none.
  func group(_ number: Int) -> GroupID? {
    if GroupID.builtIn.indices.contains(number) { return GroupID.builtIn[number] }
    let place = number - GroupID.builtIn.count
    return ownGroups.indices.contains(place) ? ownGroups[place].group : nil
  }

  /// The set of some groups; those that are neither built in nor the user's are left out.
  func set(of groups: [GroupID]) -> GroupSet {
    groups.reduce(into: GroupSet()) { set, group in
      if let number = number(of: group) { set.insert(GroupSet(number: number)) }
    }
  }

  /// Works out what each entry from one on holds with its parts.
  mutating func resolve(from first: Int) {
    var state = [UInt8](repeating: 2, count: first)
    state += [UInt8](repeating: 0, count: entries.count - first)
    for entry in first..<entries.count { resolve(entry, &state) }
  }

  private mutating func resolve(_ index: Int, _ state: inout [UInt8]) {
    guard state[index] == 0 else {
      if state[index] == 1 {
        note(entries[index].table, entries[index].line, "is a part of itself")
      }
      return
    }
    state[index] = 1
    for part in entries[index].parts { resolve(Int(parts[Int(part)].entry), &state) }
    var sum = GroupSum()
    for part in entries[index].parts {
      let food = entries[Int(parts[Int(part)].entry)]
      sum.add(food.certain, food.possible, isPossible: parts[Int(part)].isPossible)
    }
    sum.override(with: entries[index])
    (entries[index].certain, entries[index].possible) = (sum.certain, sum.possible)
    state[index] = 2
  }
}
