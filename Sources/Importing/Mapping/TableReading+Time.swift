// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import YAMLReading

extension TableReading {
  static let timeKeys = [
    "date", "clock", "formats", "order", "language", "words", "meal", "meal-times",
    "placeholders", "end", "duration", "duration-unit", "zone", "offset", "offset-base",
    "offset-of", "day-starts",
  ]

  private enum Base: String, CaseIterable { case local, utc }
  private enum OffsetOf: String, CaseIterable { case event, export }
  private enum DurationUnit: String, CaseIterable { case s, min, h }

  /// Reads `time:`, a template of a date or keys.
  mutating func timeRule(_ node: MappingNode) throws(MappingFault) -> TimeRule {
    var rule = TimeRule()
    rule.line = node.line
    rule.language = .english
    guard node.node.mapping != nil else {
      rule.start.date = try context.template(node)
      return rule
    }
    let fields = try node.fields(Self.timeKeys)
    guard let date = fields["date"] else {
      throw node.fault("“time” needs “date”.", "Such as date: \"{Date}\".")
    }
    rule.start.date = try context.template(date)
    if let clock = fields["clock"] { rule.start.clock = try context.template(clock) }
    if let end = fields["end"] { rule.end = try endPoint(end, of: rule) }
    try readFormats(fields, &rule)
    try readClock(fields, &rule)
    try readZone(fields, &rule)
    if let duration = fields["duration"] { rule.duration = try context.template(duration) }
    if let unit = fields["duration-unit"] {
      switch try unit.word(DurationUnit.self) {
      case .s: rule.durationUnit = 1 / 60
      case .min: rule.durationUnit = 1
      case .h: rule.durationUnit = 60
      }
    }
    return rule
  }

  private mutating func endPoint(
    _ node: MappingNode, of rule: TimeRule
  ) throws(MappingFault) -> TimeRule.Point {
    guard node.node.mapping != nil else {
      return TimeRule.Point(date: try context.template(node))
    }
    let fields = try node.fields(["date", "clock"])
    var point = TimeRule.Point(date: rule.start.date)
    if let date = fields["date"] { point.date = try context.template(date) }
    if let clock = fields["clock"] { point.clock = try context.template(clock) }
    return point
  }

  private mutating func readFormats(
    _ fields: [String: MappingNode], _ rule: inout TimeRule
  ) throws(MappingFault) {
    for item in try fields["formats"]?.items() ?? [] {
      let text = try item.text()
      if let named = DateFormat.names.first(where: { $0.0 == text }) {
        rule.formats.append(named.1)
      } else if let pattern = DatePattern(text) {
        rule.formats.append(.pattern(pattern))
      } else {
        throw item.fault(
          "“\(text.shortened)” is not a format of dates.",
          "Expected is one of \(DateFormat.names.map(\.0).joined(separator: ", ")), or a pattern "
            + "with a day, a month and a year, such as d.M.yyyy or do MMM yyyy HH:mm.")
      }
    }
    if let order = fields["order"] { rule.order = try order.word(DateOrder.self) }
    guard let language = fields["language"] else { return }
    if language.node.sequence != nil {
      let months = try language.texts()
      guard months.count == 12 else {
        throw language.fault("“language” lists \(months.count) months, expected are 12.")
      }
      rule.language = DateLanguage(months: months)
    } else {
      guard let known = DateLanguage.named[try language.text()] else {
        throw language.unknown(try language.text(), DateLanguage.named.keys.sorted())
      }
      rule.language = known
    }
  }

  private mutating func readClock(
    _ fields: [String: MappingNode], _ rule: inout TimeRule
  ) throws(MappingFault) {
    if let words = fields["words"] { rule.words = try Self.clockWords(words) }
    if let meal = fields["meal"] {
      rule.meal = try context.template(meal)
      rule.mealTimes = TimeRule.usualMeals
    }
    if let times = fields["meal-times"] {
      guard rule.meal != nil else { throw times.fault("“meal-times” needs “meal”.") }
      rule.mealTimes.merge(try Self.clockWords(times)) { $1 }
    }
    for item in try fields["placeholders"]?.items() ?? [] {
      guard let second = ClockText.secondOfDay(try item.text()) else {
        throw item.fault("“\(try item.text().shortened)” is not a clock time.", "Write \"00:00\".")
      }
      rule.placeholders.append(second)
    }
    if let start = fields["day-starts"] {
      guard let second = ClockText.secondOfDay(try start.text()), second < 43_200 else {
        throw start.fault("“day-starts” takes a time before noon.", "Write \"04:00\".")
      }
      rule.dayStart = second
    }
  }

  /// Words with `HH:MM`, `HH:MM-HH:MM` or `day`.
  private static func clockWords(
    _ node: MappingNode
  ) throws(MappingFault) -> [String: TimeRule.ClockWord] {
    var words: [String: TimeRule.ClockWord] = [:]
    for (key, value) in try node.pairs() {
      let text = try value.text()
      let ends = text.split(separator: "-").map { part in
        ClockText.secondOfDay(part) ?? (part == "24:00" ? 86_400 : nil)
      }
      let word: TimeRule.ClockWord
      switch (text, ends.count, ends.first ?? nil, ends.last ?? nil) {
      case ("day", _, _, _): word = .day
      case ("00:00-24:00", _, _, _): word = .day
      case (_, 1, let second?, _): word = .clock(second)
      case (_, 2, let from?, let to?): word = .between(from, to)
      default:
        throw value.fault(
          "“\(text.shortened)” is no time of “\(key.label)”.",
          "Write \"06:00-12:00\", \"08:30\", or day.")
      }
      for name in key.label.split(separator: "|") { words[String(name).folded] = word }
    }
    return words
  }

  private mutating func readZone(
    _ fields: [String: MappingNode], _ rule: inout TimeRule
  ) throws(MappingFault) {
    if let zone = fields["zone"] {
      let text = try zone.text()
      if text == "local" {
        rule.zone = .local
      } else if let offset = OffsetText.read(text) {
        rule.zone = .fixed(offset)
      } else if TimeZoneRules(identifier: text) != nil {
        rule.zone = .named(text)
      } else {
        throw zone.fault(
          "“\(text.shortened)” is no zone that this system knows.",
          "Expected is local, utc, an offset such as +02:00, or a name such as Europe/Berlin.")
      }
    }
    if let offset = fields["offset"] { rule.offset = try context.template(offset) }
    if let base = fields["offset-base"] {
      guard rule.offset != nil else { throw base.fault("“offset-base” needs “offset”.") }
      rule.offsetBaseIsUTC = try base.word(Base.self) == .utc
    }
    if let of = fields["offset-of"] {
      rule.offsetIsOfExport = try of.word(OffsetOf.self) == .export
    }
  }
}
