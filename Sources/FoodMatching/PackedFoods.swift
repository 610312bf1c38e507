// SPDX-License-Identifier: Apache-2.0

// How the index's rows are kept in the binary; the order of the numbers is theirs alone.

extension FoodEntry: PackedElement {
  static var width: Int { 25 }

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    self.init(
      table: Int(numbers[place]), line: Int(numbers[place + 1]), source: numbers[place + 2])
    doses = Range(numbers, at: place + 3)
    parts = Range(numbers, at: place + 5)
    replaces = Range(numbers, at: place + 7)
    wider = Range(numbers, at: place + 9)
    ownCertain = GroupSet(numbers, at: place + 11)
    ownPossible = GroupSet(numbers, at: place + 13)
    absent = GroupSet(numbers, at: place + 15)
    free = GroupSet(numbers, at: place + 17)
    certain = GroupSet(numbers, at: place + 19)
    possible = GroupSet(numbers, at: place + 21)
    portion = PackedFraction.value(numbers, at: place + 23)
  }

  var numbers: [Int] {
    let ranges = [doses, parts, replaces, wider].flatMap(\.numbers)
    let sets = [ownCertain, ownPossible, absent, free, certain, possible].flatMap(\.numbers)
    return [table, line, Int(source)] + ranges + sets + PackedFraction.numbers(portion)
  }
}

extension FoodPart: PackedElement {
  static var width: Int { 1 }

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    let number = numbers[place]
    self.init(entry: number >> 1, isPossible: number & 1 == 1)
  }

  var numbers: [Int] { [Int(entry) * 2 + (isPossible ? 1 : 0)] }
}

extension FoodDose: PackedElement {
  static var width: Int { 3 }

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    self.init(
      group: Int(numbers[place]), gramsPer100: PackedFraction.value(numbers, at: place + 1))
  }

  var numbers: [Int] { [group] + PackedFraction.numbers(gramsPer100) }
}

extension FoodRule: PackedElement {
  static var width: Int { 8 }

  private static let roles = Role.allCases

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    self.init(
      role: Self.roles[Int(numbers[place])], groups: GroupSet(numbers, at: place + 2),
      possible: GroupSet(numbers, at: place + 4), source: numbers[place + 1],
      unitGrams: PackedFraction.value(numbers, at: place + 6))
  }

  var numbers: [Int] {
    [Self.roles.firstIndex(of: role) ?? 0, Int(source)] + groups.numbers + possible.numbers
      + PackedFraction.numbers(unitGrams)
  }
}

extension FoodIndex.Citation: PackedElement {
  static var width: Int { 2 }

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    self.init(id: numbers[place], citation: numbers[place + 1])
  }

  var numbers: [Int] { [Int(id), Int(citation)] }
}

extension Meaning: PackedElement {
  static var width: Int { 4 }

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    let flags = numbers[place]
    self.init(
      isRule: flags & 1 != 0, language: UInt8(truncatingIfNeeded: flags >> 3),
      isStrict: flags & 2 != 0, isOwn: flags & 4 != 0, first: numbers[place + 1],
      count: numbers[place + 2], next: numbers[place + 3])
  }

  var numbers: [Int] {
    let flags = (isRule ? 1 : 0) + (isStrict ? 2 : 0) + (isOwn ? 4 : 0) + Int(language) * 8
    return [flags, Int(first), Int(count), Int(next)]
  }
}

extension PhraseTrie.Edge: PackedElement {
  static var width: Int { 3 }

  @inline(__always)
  init(_ numbers: PackedNumbers, at place: Int) {
    self.init(node: numbers[place], word: numbers[place + 1], child: numbers[place + 2])
  }

  var numbers: [Int] { [Int(node), Int(word), Int(child)] }
}
