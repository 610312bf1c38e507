// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// A generator with a seed: SplitMix64 (Steele, Lea, Flood 2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Creates the generator of one sequence.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Diaries of a seed that hold whatever an entry can hold and the canonical formats can write.
public struct RandomDiary {
  private var generator: SeededGenerator

  /// Creates the source of one sequence of diaries.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The next diary, of 1…40 entries.
  public mutating func next() -> Diary {
    let participant = chance(0.7) ? "p" + String(int(1...999)) : nil
    var entries: [Entry] = []
    for line in 0..<int(1...40) { entries.append(entry(line: line + 2)) }
    return Diary(participant: participant, entries: entries, inputs: [])
  }

  /// The next entry.
  public mutating func entry(line: Int) -> Entry {
    var entry = Entry(
      kind: pick(EntryKind.allCases), time: time(), name: "",
      origin: Origin(input: 0, line: line))
    entry.groups = groups()
    entry.note = chance(0.4) ? text() : nil
    switch entry.kind {
    case .profile: fillProfile(&entry)
    case .phase:
      entry.name = pick(Vocabulary.phases)
      if chance(0.1) { entry.value = .text(word()) }
    case .food:
      entry.name = text()
      if chance(0.6) { entry.value = .number(abs(number())) }
      if chance(0.5) { entry.unit = pick(["g", "ml", "portion", "cup (240 ml)", "µg"]) }
    case .symptom: fillSymptom(&entry)
    case .context:
      entry.name = pick(Vocabulary.contexts.filter { $0 != "sleep" } + ["moon phase"])
      if chance(0.8) { entry.value = chance(0.8) ? .number(number()) : .text(word()) }
      if chance(0.4) { entry.unit = pick(["min", "mg", "h", "drinks"]) }
    case .note:
      if chance(0.3) { entry.name = text() }
      if entry.note == nil { entry.note = text() }
    }
    return entry
  }

  private mutating func fillProfile(_ entry: inout Entry) {
    if chance(0.7) { entry.time = nil }
    entry.name = pick(Vocabulary.profile + ["shoe size"])
    if entry.name == "age" {
      entry.value = .number(Double(int(0...130)))
    } else if chance(0.8) {
      entry.value = .text(word())
    }
  }

  private mutating func fillSymptom(_ entry: inout Entry) {
    entry.name = pick(["bloating", "abdominal pain", "migräne", "itch & \"burn\"", "腹痛"])
    switch int(0...4) {
    case 0:
      (entry.value, entry.unit) = (.number(Double(int(0...10))), "0-10")
    case 1:
      (entry.value, entry.unit) = (.number(Double(int(0...400)) / 100), "0-4")
    case 2:
      entry.value = .text(pick(["none", "mild", "moderate", "severe"]))
      entry.unit = "mild-severe"
    case 3: (entry.value, entry.unit) = (.number(Double(int(0...100))), "0-100")
    default: break
    }
  }

  private mutating func groups() -> [GroupID]? {
    switch int(0...3) {
    case 0: return []
    case 1:
      let order = GroupID.builtIn.shuffled(using: &generator)
      return Array(order.prefix(int(1...5)))
    default: return nil
    }
  }

  private mutating func time() -> EntryTime {
    let first = point(from: day())
    guard chance(0.3) else { return .at(first) }
    let later = first.date.advanced(by: int(1...30))
    return .interval(first, point(from: later.year <= 9999 ? later : first.date.advanced(by: 1)))
  }

  private mutating func day() -> CivilDate {
    let year = chance(0.9) ? int(1990...2035) : int(1...9990)
    return CivilDate(year: year, month: int(1...12), day: int(1...28)) ?? CivilDate(dayNumber: 0)
  }

  private mutating func point(from date: CivilDate) -> TimePoint {
    let seconds = chance(0.5) ? int(0...1439) * 60 : int(0...86_399)
    guard chance(0.7), let local = LocalDateTime(date: date, secondOfDay: seconds) else {
      return .day(date)
    }
    guard chance(0.5) else { return .clock(local) }
    return .instant(local, UTCOffset(seconds: int(-48...56) * 900) ?? .utc)
  }

  private mutating func number() -> Double {
    switch int(0...5) {
    case 0: 0
    case 1: Double(int(1...5)) * 1e-9
    case 2: Double(int(1...9)) * 1e21
    case 3: -Double(int(1...1000))
    case 4: Double(int(1...1_000_000)) / 7
    default: Double(int(1...500)) / 2
    }
  }

  /// A word that reads as no number, without blanks at its ends.
  private mutating func word() -> String {
    pick(["IBS-D", "low", "très élevé", "a \"b\" <c> & d", "no; yes", "x, y", "7 days", "µ—µ"])
  }

  /// A text with some of what breaks writers: quotes, signs of XML and CSV, line ends, blanks.
  ///
  /// Line ends are LF only: readers make them so.
  private mutating func text() -> String {
    var text = pick(["milk", "crème brûlée", "米飯", "🍞 bread", "O'Neil \"stout\"", "a;b,c"])
    for _ in 0..<int(0...3) {
      text += pick([
        " ", ",", "\"", "\n", "<b>", "&amp;", "]]>", "\n\n", "\t", "'", ";", " -- ", "?>", "é",
        "\u{2028}", "none", "\u{00A0}", "👩‍👩‍👧",
      ])
    }
    if chance(0.2) { text = pick([" ", "\n", "  "]) + text }
    return chance(0.2) ? text + pick([" ", "\n", "\t"]) : text
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  private mutating func int(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func pick<Choices: RandomAccessCollection>(
    _ choices: Choices
  ) -> Choices.Element where Choices.Index == Int {
    choices[Int.random(in: choices.startIndex..<choices.endIndex, using: &generator)]
  }
}
