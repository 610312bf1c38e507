// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Looks for signs that files which were joined to one diary are of two people, or of two times that
/// have nothing in common.
struct OnePerson {
  /// What is looked at of one file.
  struct File {
    var path: String
    /// The date of birth that the file states and that no entry has.
    var birth: String?
    /// Whether it does not name its participant, so that only the folder makes it this person's.
    var isUnnamed: Bool
  }

  /// The most days between two files of one time.
  static let mostDays = 366
  /// The most statements that others are compared with.
  private static let mostKinds = 200
  /// How far two ages may be apart beside the time between the files.
  private static let mostYears = 2.0

  /// What a file says of its person, and the days that it covers.
  fileprivate struct Facts {
    var days: ClosedRange<Int>?
    var age: (age: AgeText, text: String)?
    var sex: String?
    var name: String?
  }

  private let files: [File]
  /// Whether the files are a unit of a batch, where no diary is made of those of two people.
  private let isUnit: Bool
  private var facts: [Facts]

  /// Takes the entries of a diary; `input` in their origins is the place among the files.
  init(_ entries: [Entry], files: [File], isUnit: Bool = false) {
    self.files = files
    self.isUnit = isUnit
    facts = Array(repeating: Facts(), count: files.count)
    for entry in entries where facts.indices.contains(entry.origin.input) {
      let place = entry.origin.input
      if let time = entry.time {
        let (first, last) = (time.start.date.dayNumber, time.end.date.dayNumber)
        let known = facts[place].days
        facts[place].days =
          min(known?.lowerBound ?? first, first)...max(known?.upperBound ?? last, first, last)
      }
      if entry.kind == .profile { facts[place].read(entry) }
    }
  }

  /// The findings, each about the second of two files.
  var findings: [Finding] { differences + gaps }

  /// The name of a file without its folders, as in the report.
  private func name(_ place: Int) -> String {
    files[place].path.split(separator: "/").last.map(String.init) ?? files[place].path
  }

  private var differences: [Finding] {
    var found: [Finding] = []
    // The first file of those that say the same, and how it differs from one before.
    var kinds: [Int] = []
    var known: [[String?]: (other: Int, what: String)?] = [:]
    for place in facts.indices {
      let statement = facts[place].statement(files[place].birth)
      if known[statement] == nil {
        let first = kinds.lazy.compactMap { other in
          difference(other, place).map { (other: other, what: $0) }
        }.first
        known.updateValue(first, forKey: statement)
        if kinds.count < Self.mostKinds { kinds.append(place) }
      }
      guard let told = known[statement] ?? nil else { continue }
      found.append(
        Finding(
          id: "files-of-two-people", severity: isUnit ? .error : .warning,
          summary:
            "The file and “\(name(told.other))” differ in what they say of the person: "
            + "\(told.what). They may be of two people, and "
            + (isUnit ? "no diary was made of them." : "were joined to one diary."),
          remedy: isUnit ? Self.advice : Self.adviceForOne, file: files[place].path))
    }
    return found
  }

  private static let adviceForOne =
    "Give each person's files alone, or name the participant in each; else correct what is wrong."
  private static let advice =
    "Put each person's files into one sub-folder, or name the participant in each file. Of a folder "
    + "that holds a folder for each person, give batch that folder. Of one person, correct what is "
    + "wrong."

  /// What two files say that cannot hold of one person.
  private func difference(_ first: Int, _ second: Int) -> String? {
    let (a, b) = (facts[first], facts[second])
    func both(_ own: String, _ other: String) -> String {
      "“\(other.shortened)” and “\(own.shortened)”"
    }
    if let own = files[first].birth, let other = files[second].birth, own != other {
      return "two dates of birth"
    }
    if let own = a.sex, let other = b.sex, own != other {
      return both("sex \(own)", "sex \(other)")
    }
    if let own = a.name, let other = b.name, !Self.isPart(own, of: other) {
      return both("name \(own)", "name \(other)")
    }
    guard let own = a.age, let other = b.age else { return nil }
    let day = a.days?.upperBound ?? b.days?.upperBound ?? 0
    let otherDay = b.days?.upperBound ?? day
    let (youngest, oldest) = (years(own.age, day), years(other.age, otherDay))
    let apart = max(
      youngest.lowerBound - oldest.upperBound, oldest.lowerBound - youngest.upperBound)
    let between = Double(abs(day - otherDay)) / 365.25
    return apart > between + Self.mostYears ? both(own.text, other.text) : nil
  }

  /// Whether one name may be the other one in short: `Anna` of `Anna Meier`.
  private static func isPart(_ own: String, of other: String) -> Bool {
    func words(_ name: String) -> Set<Substring> {
      Set(name.split { !$0.isLetter && !$0.isNumber })
    }
    let (own, other) = (words(own), words(other))
    return own.isSubset(of: other) || other.isSubset(of: own)
  }

  private func years(_ age: AgeText, _ day: Int) -> ClosedRange<Double> {
    let date = CivilDate(dayNumber: day)
    return age.range(from: date, to: date)
  }

  private var gaps: [Finding] {
    let spans = facts.indices.compactMap { place in
      facts[place].days.map { (place: place, days: $0) }
    }.sorted { ($0.days.lowerBound, $0.place) < ($1.days.lowerBound, $1.place) }
    guard var last = spans.first else { return [] }
    var found: [Finding] = []
    for span in spans.dropFirst() {
      let gap = span.days.lowerBound - last.days.upperBound
      if gap > Self.mostDays && (files[span.place].isUnnamed || files[last.place].isUnnamed) {
        found.append(finding(last, span))
      }
      if span.days.upperBound > last.days.upperBound { last = span }
    }
    return found
  }

  private func finding(
    _ first: (place: Int, days: ClosedRange<Int>), _ second: (place: Int, days: ClosedRange<Int>)
  ) -> Finding {
    let end = CivilDate(dayNumber: first.days.upperBound)
    let start = CivilDate(dayNumber: second.days.lowerBound)
    return Finding(
      id: "files-years-apart", severity: .warning,
      summary: "The file starts on \(start), and the last day before it is \(end) in "
        + "“\(name(first.place))”: more than a year without an entry, and no day in common.",
      remedy:
        "If they are of two people, give each alone. Else give the files of one time alone: what "
        + "was tolerated years ago says little about now.", file: files[second.place].path)
  }
}

extension OnePerson.Facts {
  private static let sexes: [String: String] = [
    "f": "female", "female": "female", "woman": "female", "w": "female", "weiblich": "female",
    "frau": "female", "femme": "female", "mujer": "female", "donna": "female", "vrouw": "female",
    "m": "male", "male": "male", "man": "male", "männlich": "male", "mann": "male",
    "homme": "male", "hombre": "male", "uomo": "male",
  ]

  /// What the file says of its person, to be compared as a whole.
  fileprivate func statement(_ birth: String?) -> [String?] { [birth, sex, name, age?.text] }

  /// Takes note of what an item says.
  fileprivate mutating func read(_ entry: Entry) {
    guard let value = entry.value else { return }
    let text = value.canonicalText
    let name = entry.name.folded
    switch name {
    case "sex", "gender", "geschlecht": sex = Self.sexes[text.folded] ?? sex
    case "name", "first name", "vorname", "full name":
      // The fuller name stays.
      if text.count > (self.name?.count ?? 0) { self.name = text.folded }
    case _ where name == "age" || AgeText.namesOfBirth.contains(name):
      if let read = AgeText(value, unit: entry.unit) { age = (read, "\(entry.name) \(text)") }
    default: break
    }
  }
}
