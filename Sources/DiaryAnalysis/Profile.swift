// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge

/// What the profile entries say about the person.
struct Profile: Sendable {
  /// A fact in the diary's words, and the place of its entry.
  struct Fact: Hashable, Sendable {
    var text: String
    var entry: Int
    /// The groups that the entry names.
    var groups: [GroupID] = []
  }

  /// An age, from the youngest to the oldest that the diary's words allow.
  struct Age: Sendable {
    var youngest: Double
    var oldest: Double
    var text: String
    var entry: Int
  }

  var age: Age?
  var height: (centimetres: Double, entry: Int)?
  /// All weights of the profile and of the diary.
  var weights: [(kilograms: Double, entry: Int)] = []
  var conditions: [Fact] = []
  var allergies: [Fact] = []
  var pregnancy: Fact?
  /// The groups that the person believes in.
  var suspects: Set<GroupID> { Set(suspectEntries.keys) }
  /// The entries that name each of them.
  var suspectEntries: [GroupID: [Int]] = [:]

  private let foods: FoodClassifier?
  private let days: ClosedRange<CivilDate>

  /// Reads the profile; suspicions in words, such as `milk`, are understood by what is known of foods.
  init(frame: DiaryFrame, foods: FoodClassifier? = nil) {
    self.foods = foods
    days =
      CivilDate(
        dayNumber: frame.firstDay)...CivilDate(
        dayNumber: max(frame.firstDay, frame.lastDay))
    for index in frame.everyPlace {
      let kind = frame.anyKind(index)
      if kind == .context {
        let entry = frame.anyEntry(index)
        if Words.normal(entry.name) == "weight", let kilograms = BodyMeasure.kilograms(entry) {
          weights.append((kilograms, index))
        }
      } else if kind == .profile {
        read(frame.anyEntry(index), index)
      }
    }
  }

  /// The body-mass index in kg/m² at the lowest weight; `nil` where height or weight is not given or
  /// not believable.
  var lowestBodyMassIndex: (value: Double, entry: Int)? {
    guard let height, (50...250).contains(height.centimetres) else { return nil }
    let metres = height.centimetres / 100
    return weights.map { (value: $0.kilograms / (metres * metres), entry: $0.entry) }
      .filter { (8...200).contains($0.value) }
      .min { ($0.value, $0.entry) < ($1.value, $1.entry) }
  }

  private mutating func read(_ entry: Entry, _ index: Int) {
    let text = [Self.text(entry), entry.note].compactMap(\.self).joined(separator: " ")
    let isDenied = !ConfounderTable.isPresent(entry)
    let name = Words.normal(entry.name)
    if name == "age" || AgeText.namesOfBirth.contains(name) {
      readAge(entry, index)
      return
    }
    switch name {
    case "height": if let size = BodyMeasure.centimetres(entry) { height = (size, index) }
    case "weight": if let size = BodyMeasure.kilograms(entry) { weights.append((size, index)) }
    case "condition", "diagnosis", "conditions", "diagnoses":
      conditions.append(Fact(text: text, entry: index, groups: entry.groups ?? []))
    case "allergy", "allergies":
      guard entry.value == nil || !isDenied else { return }
      allergies.append(Fact(text: text, entry: index, groups: entry.groups ?? []))
    case "pregnancy", "pregnant", "breast-feeding", "breastfeeding":
      if !isDenied, text.isEmpty || !Denial.affirmed(text).isEmpty {
        pregnancy = Fact(text: text.isEmpty ? entry.name : "\(entry.name): \(text)", entry: index)
      }
    case "suspects":
      for group in entry.groups ?? suspected(text) {
        suspectEntries[group, default: []].append(index)
      }
    default: readOther(entry, index, name: name, text: text)
    }
  }

  /// Takes an age; of several the lower for the youngest, and the higher for the oldest.
  private mutating func readAge(_ entry: Entry, _ index: Int) {
    guard let value = entry.value, let read = AgeText(value, unit: entry.unit) else { return }
    let range = read.range(from: days.lowerBound, to: days.upperBound)
    let isNumber = value.number != nil && entry.unit == nil && range.lowerBound == range.upperBound
    let said =
      isNumber
      ? Words.decimal(range.lowerBound)
      : [Self.text(entry), entry.unit].compactMap(\.self).joined(separator: " ")
    var found = Age(
      youngest: range.lowerBound, oldest: range.upperBound, text: "\(entry.name) \(said)",
      entry: index)
    if let age {
      if age.youngest <= found.youngest { (found.text, found.entry) = (age.text, age.entry) }
      found.youngest = min(age.youngest, found.youngest)
      found.oldest = max(age.oldest, found.oldest)
    }
    age = found
  }

  /// The groups of a text: identifiers, and foods for all that is none.
  private func suspected(_ text: String) -> [GroupID] {
    var groups: Set<GroupID> = []
    for piece in text.split(whereSeparator: { ",;".contains($0) }) {
      let words = piece.split(separator: " ").map { GroupID(rawValue: $0.lowercased()) }
      let known = words.filter { isGroup($0) }
      groups.formUnion(known)
      if known.isEmpty, let foods {
        groups.formUnion(foods.groups(in: foods.classify(String(piece)).certain))
      }
    }
    return groups.sorted()
  }

  private func isGroup(_ group: GroupID) -> Bool {
    group.builtInIndex != nil || foods?.ownGroups.contains { $0.group == group } == true
  }

  /// Items under other names are conditions, and allergies where the name says so.
  private mutating func readOther(_ entry: Entry, _ index: Int, name: String, text: String) {
    guard ConfounderTable.isPresent(entry), text.isEmpty || !Denial.affirmed(text).isEmpty else {
      return
    }
    let fact = Fact(text: Self.fact(entry), entry: index, groups: entry.groups ?? [])
    if name.contains("allerg") { allergies.append(fact) } else { conditions.append(fact) }
  }

  /// Values that say no more than that it is so.
  private static let plain: Set<String> = ["", "yes", "ja", "true", "1", "1.0", "x"]

  /// What an item under another name says: the name alone where its value is a plain yes; with or
  /// without a value that is a number.
  static func fact(_ entry: Entry, withNumber: Bool = true) -> String {
    let value: String? =
      switch entry.value {
      case .text(let text): text
      case .number(let number): withNumber && number != 1 ? String(number) : nil
      case nil: nil
      }
    let words = [value, entry.note].compactMap(\.self).joined(separator: " ")
    return plain.contains(Words.normal(words)) ? entry.name : "\(entry.name): \(words)"
  }

  private static func text(_ entry: Entry) -> String? {
    switch entry.value {
    case .text(let text): text
    case .number(let number): String(number)
    case nil: nil
    }
  }
}
