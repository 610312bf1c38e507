// SPDX-License-Identifier: Apache-2.0

// How the index's rows are kept in the binary; the order of the numbers is theirs alone.

extension FoodEntry: PackedElement {
  static var width: Int { 26 }

  @inline(__always)
  init(_ row: PackedRow) {
    self.init(
      table: Int(row[0]), line: Int(row[1]), source: row[2])
    doses = Range(row, at: 3)
    parts = Range(row, at: 5)
    replaces = Range(row, at: 7)
    wider = Range(row, at: 9)
    ownCertain = GroupSet(row, at: 11)
    ownPossible = GroupSet(row, at: 13)
    absent = GroupSet(row, at: 15)
    free = GroupSet(row, at: 17)
    certain = GroupSet(row, at: 19)
    possible = GroupSet(row, at: 21)
    portion = PackedFraction.value(row, at: 23)
    head = row[25]
  }

  var numbers: [Int] {
    let ranges = [doses, parts, replaces, wider].flatMap(\.numbers)
    let sets = [ownCertain, ownPossible, absent, free, certain, possible].flatMap(\.numbers)
    return [table, line, Int(source)] + ranges + sets + PackedFraction.numbers(portion)
      + [Int(head)]
  }
}

extension FoodPart: PackedElement {
  static var width: Int { 1 }

  @inline(__always)
  init(_ row: PackedRow) {
    let number = row[0]
    self.init(entry: number >> 1, isPossible: number & 1 == 1)
  }

  var numbers: [Int] { [Int(entry) * 2 + (isPossible ? 1 : 0)] }
}

extension FoodDose: PackedElement {
  static var width: Int { 4 }

  @inline(__always)
  init(_ row: PackedRow) {
    self.init(
      group: Int(row[0]), gramsPer100: PackedFraction.value(row, at: 1), source: row[3])
  }

  var numbers: [Int] { [group] + PackedFraction.numbers(gramsPer100) + [Int(source)] }
}

extension FoodRule: PackedElement {
  static var width: Int { 8 }

  @inline(__always)
  init(_ row: PackedRow) {
    self.init(
      role: Role(number: row[0]), groups: GroupSet(row, at: 2),
      possible: GroupSet(row, at: 4), source: row[1],
      unitGrams: PackedFraction.value(row, at: 6))
  }

  var numbers: [Int] {
    [Role.allCases.firstIndex(of: role) ?? 0, Int(source)] + groups.numbers + possible.numbers
      + PackedFraction.numbers(unitGrams)
  }
}

extension FoodRule.Role {
  /// The role of a number, in the order of `allCases`.
  @inline(__always)
  fileprivate init(number: Int32) {
    self =
      switch number {
      case 0: .stop
      case 1: .with
      case 2: .and
      case 3: .or
      case 4: .nor
      case 5: .but
      case 6: .negation
      case 7: .without
      case 8: .exclusion
      case 9: .traces
      case 10: .exchange
      case 11: .removed
      case 12: .free
      case 13: .remove
      case 14: .lower
      case 15: .add
      case 16: .flavour
      case 17: .category
      default: .unit
      }
  }
}

extension WordTraits: PackedElement {
  static var width: Int { 1 }

  @inline(__always)
  init(_ row: PackedRow) { self.init(rawValue: row[0]) }

  var numbers: [Int] { [Int(rawValue)] }
}

extension FoodIndex.Citation: PackedElement {
  static var width: Int { 2 }

  @inline(__always)
  init(_ row: PackedRow) { self.init(id: row[0], citation: row[1]) }

  var numbers: [Int] { [Int(id), Int(citation)] }
}

extension Meaning: PackedElement {
  static var width: Int { 4 }

  @inline(__always)
  init(_ row: PackedRow) {
    let flags = row[0]
    self.init(
      isRule: flags & 1 != 0, language: UInt8(truncatingIfNeeded: flags >> 3),
      isStrict: flags & 2 != 0, isOwn: flags & 4 != 0, first: row[1],
      count: row[2], next: row[3])
  }

  var numbers: [Int] {
    let flags = (isRule ? 1 : 0) + (isStrict ? 2 : 0) + (isOwn ? 4 : 0) + Int(language) * 8
    return [flags, Int(first), Int(count), Int(next)]
  }
}

extension PhraseTrie.Edge: PackedElement {
  static var width: Int { 3 }

  @inline(__always)
  init(_ row: PackedRow) {
    self.init(node: row[0], word: row[1], child: row[2])
  }

  var numbers: [Int] { [Int(node), Int(word), Int(child)] }
}
