// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What the cells of one column are like.
struct ColumnProfile {
  /// The name, or the path, by which a mapping calls the column.
  private(set) var name: String
  /// The name as the file has it, by which a person knows what it holds.
  private(set) var header: String
  /// The place among the columns of a table.
  let place: Int
  private(set) var filled = 0
  private(set) var numbers = 0
  private(set) var whole = 0
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  private(set) var dates = 0
  /// Dates with a clock time other than midnight, which spreadsheets write behind days.
  private(set) var datesWithClock = 0
  private(set) var clocks = 0
  private(set) var unproven = 0
  private(set) var evidence = DateOrderEvidence()
  /// The orders in which all dates can be read.
  private(set) var orders = Set(DateOrder.allCases)
  private(set) var samples: [String] = []
  private(set) var words: Set<String> = []
  private(set) var separators: [String: Int] = [:]
  private var pluses = 0
  /// What the numbers show of the signs in them.
  private(set) var signs = NumberSigns()
  /// Cells that say that nothing was there, by their words and by their count.
  private(set) var nothings: Set<String> = []
  private var nothingCount = 0
  /// The highest numbers of the scales that ratings such as `8/10` say.
  private(set) var tops: Set<Double> = []
  /// Cells that are no numbers, and cells that are no clock times: the first of each kind.
  private(set) var withoutNumber = OddCells()
  private(set) var withoutClock = OddCells()

  private static let language = DateLanguage.english

  init(name: String, header: String? = nil, place: Int = 0) {
    self.name = name
    self.header = header ?? name
    self.place = place
  }

  /// The same under another name.
  func named(_ name: String, header: String? = nil) -> ColumnProfile {
    var copy = self
    copy.name = name
    if let header { copy.header = header }
    return copy
  }

  /// Takes note of a cell.
  mutating func add(_ text: String, line: Int) {
    guard !text.isEmpty else { return }
    filled += 1
    if samples.count < 3 && !samples.contains(text) { samples.append(text.shortened) }
    if words.count < 60 { words.insert(text.folded) }
    if NothingEaten.isSaid(text.folded) {
      nothings.insert(text.folded)
      nothingCount += 1
    }
    signs.add(text)
    switch NumberText.read(text) {
    case .number(let number):
      numbers += 1
      if number == number.rounded() { whole += 1 }
      (low, high) = (min(low, number), max(high, number))
    case .comma:
      if let number = NumberText.number(String(text.map { $0 == "," ? "." : $0 })) {
        numbers += 1
        (low, high) = (min(low, number), max(high, number))
      } else {
        withoutNumber.add(text)
      }
    case .notFinite, .text:
      if let number = NumberSigns.grouped(text) {
        numbers += 1
        (low, high) = (min(low, number), max(high, number))
        break
      }
      guard let rating = RatingText(text) else {
        withoutNumber.add(text)
        break
      }
      numbers += 1
      if rating.number == rating.number.rounded() { whole += 1 }
      (low, high) = (min(low, rating.number), max(high, rating.number))
      tops.insert(rating.top)
    }
    if ClockText.secondOfDay(text) != nil { clocks += 1 } else { withoutClock.add(text) }
    if let reading = DateFormat.automatic(text, Self.language) {
      dates += 1
      if let second = reading.second, second > 0 { datesWithClock += 1 }
      if case .numbers(let numbers) = reading.day {
        unproven += 1
        orders = orders.filter(numbers.allows)
        evidence.add(numbers, text: text, line: line)
      }
    }
    if text.contains(" + ") { pluses += 1 }
    for sign in [" | ", "|", "; ", ";", ", "] where text.contains(sign) {
      separators[sign, default: 0] += 1
      break
    }
  }

  var isDate: Bool { filled > 0 && dates * 10 >= filled * 9 }
  var isClock: Bool { filled > 0 && clocks * 10 >= filled * 9 }
  /// Whether the cells are words.
  var isText: Bool { !isNumber && !isDate && !isClock }
  var isNumber: Bool { filled > 0 && numbers * 20 >= filled * 19 }

  /// The smallest usual scale that holds all numbers; `nil` where none does.
  var scale: String? {
    guard isNumber, low >= 0 else { return nil }
    if let top = tops.max() { return high <= top ? "0-\(NumberText.text(top))" : nil }
    if whole < numbers && high <= 1 { return nil }
    return [3, 4, 5, 10, 100].first { high <= $0 }.map { "0-\(NumberText.text($0))" }
  }

  /// Whether the cells are few words that name kinds of entries in some language: all of them, or
  /// some, with a food or a symptom among them, in a column that is named so.
  var isKind: Bool {
    let kinds = words.compactMap(DraftKinds.kind)
    guard filled > 0, words.count < 20, !kinds.isEmpty else { return false }
    let isCalledSo = isNamed([
      "type", "kind", "category", "art", "typ", "kategorie", "categoria", "categoría", "catégorie",
      "tipo", "soort", "categorie", "genre",
    ])
    return kinds.count == words.count
      || isCalledSo && kinds.contains { ["food", "drink", "symptom"].contains($0) }
  }

  /// Whether the cells say which meal of the day a row belongs to, and nothing else.
  var isMeals: Bool {
    guard !words.isEmpty, !isNumber, !DraftNames.isSymptom(self), scaleOfName == nil else {
      return false
    }
    return words.allSatisfy(DraftTimes.isMeal)
      || isNamed(DraftNames.meals) && words.allSatisfy { DraftTimes.meaning($0) != nil }
  }

  /// The scale that the name states, or all ratings do; `nil` for none, or one that a number is not on.
  var statedScale: String? {
    if let scale = scaleOfName { return scale }
    guard tops.count == 1, let top = tops.first, low >= 0, high <= top else { return nil }
    return "0-\(NumberText.text(top))"
  }

  /// The scale that the name states, such as `Pain (0-10)`; `nil` for none, or one that a number is
  /// not on.
  var scaleOfName: String? {
    guard let end = header.last, end == ")" || end == "]",
      let open = header.lastIndex(where: { $0 == "(" || $0 == "[" })
    else { return nil }
    let text = header[header.index(after: open)...].dropLast()
      .map { "–—".contains($0) ? "-" : String($0) }.filter { $0 != " " }.joined()
    guard case .numbers(let from, let to)? = SeverityScale(text), from >= 0,
      numbers == 0 || from <= low && high <= to || from > 0 && low == 0 && high <= to
    else { return nil }
    return text
  }

  /// The unit that the name gives in brackets at its end, such as `Amount (g)`; `nil` for none.
  var unit: String? {
    guard let last = header.last, let first = [")": "(", "]": "["][last],
      let open = header.lastIndex(of: Character(first))
    else { return isNamed(["grams", "gramm"]) ? "g" : nil }
    let text = String(header[header.index(after: open)...].dropLast()).trimmed
    let isUnit =
      text.contains(where: \.isLetter) && !text.contains { $0.isNumber || "{}".contains($0) }
    return isUnit && text.count <= 10 && !text.contains(where: \.isWhitespace) ? text : nil
  }

  /// Whether the file names it.
  var isNamed: Bool { !header.isEmpty }

  /// Whether a word of the name is one of these, starts with one that ends in `*`, or ends with one
  /// that starts with it.
  func isNamed(_ hints: [String]) -> Bool {
    let parts = (header.isEmpty ? name : header).folded.split { !$0.isLetter && !$0.isNumber }
    return hints.contains { hint in
      if hint.hasSuffix("*") { return parts.contains { $0.hasPrefix(hint.dropLast()) } }
      if hint.hasPrefix("*") { return parts.contains { $0.hasSuffix(hint.dropFirst()) } }
      return parts.contains { $0 == hint }
    }
  }

  /// The signs that part items in a third or more of the cells that name some.
  var itemSigns: [String] {
    let naming = filled - nothingCount
    let sign = separators.filter { $0.value * 3 >= naming }
      .max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    return [sign, naming > 0 && pluses * 3 >= naming ? " + " : nil].compactMap(\.self)
  }
}

/// Some cells that are not as most of their column are.
struct OddCells {
  /// The most that are kept.
  static let most = 30

  /// Those that differ, in the order in which they came.
  private(set) var texts: [String] = []
  /// Whether there are more.
  private(set) var hasMore = false
  private var folded: Set<String> = []

  /// Adds a cell.
  mutating func add(_ text: String) {
    guard !hasMore, folded.insert(text.folded).inserted else { return }
    if texts.count < Self.most { texts.append(text) } else { hasMore = true }
  }

  /// The first few in quotes.
  var sample: String {
    let shown = texts.prefix(3).map { "“\(MappingDraft.comment($0.shortened))”" }
    return shown.joined(separator: ", ") + (texts.count > 3 || hasMore ? " and others" : "")
  }
}
