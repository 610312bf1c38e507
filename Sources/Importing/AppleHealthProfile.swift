// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What an Apple Health export says about the person, for the warnings that depend on it.
///
/// Of each fact the last record counts. The day of birth becomes an age on the day of the export:
/// what a person may try now depends on the age now, and a day of birth is kept nowhere.
struct AppleHealthProfile {
  /// A fact that records give.
  enum Fact: Hashable, Sendable, CaseIterable {
    case pregnancy, pregnancyTest, lactation, insulin, height
  }

  /// The last record of a fact.
  struct Record {
    var start: AppleHealthDate
    var end: AppleHealthDate
    var line: Int
    /// A height in centimetres.
    var value: Double?
  }

  /// The day of birth as it stands in the file, and its line.
  var birth: (text: String, line: Int)?
  /// When the export was made.
  var exported: AppleHealthDate?
  private var records: [Fact: Record] = [:]

  /// For so many days after it ended, a pregnancy is one that may still matter.
  private static let daysAfter = 365

  /// Takes in a record.
  mutating func add(_ fact: Fact, _ record: Record) {
    if let known = records[fact], known.end.secondsSinceEpoch > record.end.secondsSinceEpoch {
      return
    }
    records[fact] = record
  }

  /// A fact of records, as it is told.
  struct Item {
    var entry: Entry
    /// Whether it is so long ago that it says nothing of today.
    var isPast: Bool
  }

  /// The items of all records.
  func items(input: Int) -> [Item] {
    Fact.allCases.compactMap { fact in
      records[fact].map { record in
        var entry = Self.entry(fact, record)
        entry.origin = Origin(input: input, line: record.line)
        if fact != .height { entry.note = span(record) }
        return Item(entry: entry, isPast: isPast(fact, record))
      }
    }
  }

  /// The age on the day of the export, or the day of birth where that day is not known.
  ///
  /// - Throws: `RowFault` where the day of birth is none, or gives no age.
  func age(input: Int) throws(RowFault) -> Entry? {
    guard let birth, !birth.text.isEmpty else { return nil }
    var entry = Entry(
      kind: .profile, time: nil, name: "date of birth", value: .text(birth.text),
      origin: Origin(input: input, line: birth.line))
    let day = CivilDate(iso: birth.text)
    if let day, let today = exported?.local.date {
      let isBefore = (today.month, today.day) < (day.month, day.day)
      entry.name = "age"
      entry.value = .number(Double(today.year - day.year - (isBefore ? 1 : 0)))
    }
    guard day != nil, let value = entry.value, AgeText(value) != nil else {
      throw RowFault(
        id: "age-not-readable", summary: "The date of birth “\(birth.text.shortened)” is not one.",
        remedy: "Correct it in Apple Health: warnings for children depend on it.")
    }
    return entry
  }

  private static func entry(_ fact: Fact, _ record: Record) -> Entry {
    var entry = Entry(
      kind: .profile, time: nil, name: "condition", origin: Origin(input: 0, line: record.line))
    switch fact {
    case .pregnancy: (entry.name, entry.value) = ("pregnancy", .text("yes"))
    case .pregnancyTest: (entry.name, entry.value) = ("pregnancy", .text("positive test"))
    case .lactation: entry.value = .text("breast-feeding")
    case .insulin: entry.value = .text("insulin")
    case .height:
      (entry.name, entry.value) = ("height", record.value.map(EntryValue.number))
      entry.unit = "cm"
    }
    return entry
  }

  private func span(_ record: Record) -> String {
    let (first, last) = (record.start.local.date, record.end.local.date)
    if first == last { return "\(first)" }
    let isOver = exported.map { record.end.secondsSinceEpoch < $0.secondsSinceEpoch } ?? false
    return isOver ? "\(first) to \(last)" : "since \(first)"
  }

  private func isPast(_ fact: Fact, _ record: Record) -> Bool {
    guard let exported else { return false }
    switch fact {
    case .pregnancy, .pregnancyTest, .lactation:
      return exported.local.date - record.end.local.date > Self.daysAfter
    case .insulin, .height: return false
    }
  }
}

extension AppleHealthHandler {
  /// Takes in a record of a fact about the person.
  mutating func take(_ fact: AppleHealthProfile.Fact, _ draft: Draft) {
    outcome.rows += 1
    do throws(RowFault) {
      let (start, end) = try dates(draft)
      var record = AppleHealthProfile.Record(start: start, end: end, line: draft.line)
      switch fact {
      case .pregnancy, .lactation: break
      case .pregnancyTest: guard try isPositive(draft) else { return }
      // An amount that is no number was given all the same.
      case .insulin: if draft.value.flatMap({ NumberText.number($0) }) == 0 { return }
      case .height:
        let size = try quantity(draft, ["cm": 1, "m": 100, "in": 2.54, "ft": 30.48])
        record.value = tenths(size)
      }
      profile.add(fact, record)
    } catch {
      refuse(draft, error)
    }
  }

  private func isPositive(_ draft: Draft) throws(RowFault) -> Bool {
    let prefix = "HKCategoryValuePregnancyTestResult"
    switch draft.value {
    case prefix + "Positive": return true
    case prefix + "Negative", prefix + "Indeterminate": return false
    default: throw categoryFault(draft, expected: "\(prefix)Positive and the like")
    }
  }

  /// Adds what the file says about the person, where it says anything else.
  mutating func addProfile() {
    guard outcome.rows > 0 else { return }
    outcome.birth = profile.birth?.text.nonEmpty
    do throws(RowFault) {
      if let age = try profile.age(input: input) {
        outcome.rows += 1
        entries.append(age)
      }
    } catch {
      let line = profile.birth?.line ?? 1
      log.add(
        error, line: line,
        unread: UnreadRow(
          kind: .profile, name: "date of birth", value: profile.birth?.text ?? "", reason: "",
          origin: Origin(input: input, line: line)))
    }
    for item in profile.items(input: input) {
      guard item.isPast else {
        entries.append(item.entry)
        continue
      }
      let said = [item.entry.name, item.entry.value?.canonicalText, item.entry.note]
      log.add(
        "apple-health-fact-past", .note, line: item.entry.origin.line,
        "“\(said.compactMap(\.self).joined(separator: " "))” ended more than a year before the "
          + "export, and is not kept as a fact about the person.",
        remedy: "If it is so again, say it in a profile row of a file of your own.")
    }
  }
}
