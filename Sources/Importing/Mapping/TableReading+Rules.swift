// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import YAMLReading

extension TableReading {
  static let ruleKeys = [
    "where", "kind", "name", "value", "unit", "amount", "amount-pattern", "groups", "note", "time",
    "each", "columns", "names", "others", "blank",
  ]
  static let valueKeys = [
    "value-as", "scale", "words", "direction", "rescale", "multiply", "divide",
  ]
  static let nameKeys = ["name", "kind", "value", "unit", "groups", "note"]

  private enum Others: String, CaseIterable { case keep, skip }

  mutating func rules(_ node: MappingNode, hasTime: Bool) throws(MappingFault) -> [EntryRule] {
    let items = try node.items()
    guard !items.isEmpty else { throw node.fault("“entries” is empty.") }
    var seen: [(node: YAMLNode, line: Int)] = []
    var rules: [EntryRule] = []
    for item in items {
      if let other = seen.first(where: { $0.node == item.node }) {
        throw item.fault(
          "This rule stands on line \(other.line) already; its entries would count twice.",
          "Remove one of them.")
      }
      seen.append((item.node, item.line))
      rules.append(try rule(item, hasTime: hasTime))
    }
    return rules
  }

  private mutating func rule(
    _ node: MappingNode, hasTime: Bool
  ) throws(MappingFault) -> EntryRule {
    let fields = try node.fields(Self.ruleKeys + Self.valueKeys)
    var rule = EntryRule()
    rule.line = node.line
    guard let kind = fields["kind"] else {
      throw node.fault(
        "The rule has no “kind”.",
        "Expected is one of \(MappedKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    if let filter = fields["where"] { rule.filter = try RowFilter(filter, &context) }
    if let each = fields["each"] { rule.each = try eachRule(each) }
    if let columns = fields["columns"] {
      guard rule.each == nil else { throw columns.fault("“columns” does not go with “each”.") }
      rule.columns = try selection(columns)
    }
    if rule.each != nil { context.locals = [.item, .label, .level] }
    if rule.columns != nil { context.locals = [.column, .cell] }
    defer { context.locals = [] }
    rule.kind = try self.kind(kind)
    if let value = fields["value"] { rule.value = try context.template(value) }
    if let unit = fields["unit"] { rule.unit = try context.template(unit) }
    if let note = fields["note"] { rule.note = try context.template(note) }
    try readAmount(fields, &rule)
    rule.reading = try valueRule(fields, node.line)
    if let groups = fields["groups"] { rule.groups = try groupTemplate(groups) }
    try readName(fields, &rule, node)
    if let names = fields["names"] { rule.names = try nameRules(names) }
    if let others = fields["others"] { rule.skipsOthers = try others.word(Others.self) == .skip }
    rule.blank = rule.columns == nil ? .keep : .skip
    if let blank = fields["blank"] { rule.blank = try blank.word(EntryRule.Blank.self) }
    context.locals = []
    if let time = fields["time"] {
      if times.isEmpty && !hasTime { times.append(TimeRule()) }
      times.append(try timeRule(time))
      rule.time = times.count - 1
    } else if !hasTime {
      guard case .fixed(.profile) = rule.kind else {
        throw node.fault(
          "The rule has no “time”, and neither has its table.", "Such as time: \"{Date}\".")
      }
      if times.isEmpty { times.append(TimeRule()) }
    }
    return rule
  }

  private mutating func readName(
    _ fields: [String: MappingNode], _ rule: inout EntryRule, _ node: MappingNode
  ) throws(MappingFault) {
    if let name = fields["name"] {
      rule.name = try context.template(name)
    } else if rule.each != nil {
      rule.name = Template(parts: [.local(.item)])
    } else if rule.columns != nil {
      rule.name = Template(parts: [.local(.column)])
    } else if case .fixed(.note) = rule.kind {
      guard rule.note != nil else { throw node.fault("The rule has no “note”.") }
    } else {
      throw node.fault("The rule has no “name”.", "Such as name: \"{Food}\", or name: sleep.")
    }
  }

  private mutating func readAmount(
    _ fields: [String: MappingNode], _ rule: inout EntryRule
  ) throws(MappingFault) {
    guard let amount = fields["amount"] else {
      if let pattern = fields["amount-pattern"] {
        throw pattern.fault("“amount-pattern” needs “amount”.")
      }
      return
    }
    guard fields["value"] == nil else {
      throw amount.fault("“amount” does not go with “value”.", "“amount” is a number and a unit.")
    }
    rule.amount = try context.template(amount)
    for item in try fields["amount-pattern"]?.items() ?? [] {
      rule.amountPatterns.append(try CapturePattern(try item.text(), at: item))
    }
  }

  private mutating func kind(_ node: MappingNode) throws(MappingFault) -> KindRule {
    let text = try node.text()
    if text.contains("{") { return .cell(try context.template(node)) }
    return .fixed(try node.word(MappedKind.self))
  }

  /// Reads how values are read.
  func valueRule(_ fields: [String: MappingNode], _ line: Int) throws(MappingFault) -> ValueRule {
    var rule = ValueRule()
    rule.line = line
    if let form = fields["value-as"] { rule.form = try form.word(ValueRule.Form.self) }
    if let scale = fields["scale"] {
      rule.scale = try Self.scale(scale)
      rule.line = scale.line
    }
    if let words = fields["words"] {
      for (key, value) in try words.pairs() {
        let word = try Self.word(value)
        for name in key.label.split(separator: "|", omittingEmptySubsequences: false) {
          guard rule.words.updateValue(word, forKey: String(name).folded) == nil else {
            throw key.fault("The word “\(name)” stands twice under “words”.")
          }
        }
      }
    }
    if let direction = fields["direction"] {
      rule.direction = try direction.word(ValueRule.Direction.self)
      guard let scale = rule.scale, case .numbers? = SeverityScale(scale) else {
        throw direction.fault("“direction” needs “scale” in numbers.", "Such as scale: 1-5.")
      }
    }
    if let rescale = fields["rescale"] {
      guard rule.scale != nil else { throw rescale.fault("“rescale” needs “scale”.") }
      rule.rescale = try Self.scale(rescale)
    }
    if let factor = fields["multiply"] { rule.factor = try factor.number() }
    if let divisor = fields["divide"] {
      rule.divisor = try divisor.number()
      guard rule.divisor != 0 else { throw divisor.fault("“divide” takes no 0.") }
    }
    return rule
  }

  private static func scale(_ node: MappingNode) throws(MappingFault) -> String {
    let text = try node.text().trimmed
    guard SeverityScale(text) != nil else {
      throw node.fault(
        "“\(text.shortened)” is not a scale.", "Expected is LOW-HIGH, such as 0-10 or mild-severe.")
    }
    return text
  }

  private static func word(_ node: MappingNode) throws(MappingFault) -> ValueRule.Word {
    let text = try node.text()
    if let number = NumberText.number(text) { return .number(number) }
    switch text {
    case "unknown": return .unknown
    case "absent": return .absent
    case "skip": return .skip
    default: return .text(text)
    }
  }

  private mutating func groupTemplate(_ node: MappingNode) throws(MappingFault) -> Template {
    if let text = node.node.scalar, text.contains("{") { return try context.template(node) }
    return Template(parts: [.text(try groups(node).map(\.rawValue).joined(separator: " "))])
  }

  /// Group ids, built in or the mapping's own; none for `none`.
  func groups(_ node: MappingNode) throws(MappingFault) -> [GroupID] {
    var groups: [GroupID] = []
    for item in try node.items() {
      for word in try item.text().split(separator: " ").map(String.init) where word != "none" {
        let group = GroupID(rawValue: word)
        let known = GroupID.builtIn + surroundings.groups.map(\.id)
        guard known.contains(group) else {
          let names = known.map(\.rawValue)
          throw item.unknown(word, names, hint: GroupWords.hint(word, among: names))
        }
        groups.append(group)
      }
    }
    return groups
  }

  private mutating func eachRule(_ node: MappingNode) throws(MappingFault) -> EachRule {
    let fields = try node.fields([
      "of", "split", "escape", "labels", "list-end", "pattern", "strip-emoji",
    ])
    guard let of = fields["of"] else {
      throw node.fault(
        "“each” needs “of”, the cell that holds the items.", "Such as of: \"{Foods}\".")
    }
    var rule = EachRule()
    rule.of = try context.template(of)
    rule.separators = try fields["split"]?.texts().filter { !$0.isEmpty } ?? []
    if let escape = fields["escape"] {
      guard let sign = try escape.text().first, try escape.text().count == 1 else {
        throw escape.fault("“escape” takes one sign.")
      }
      rule.escape = sign
    }
    rule.labels = try fields["labels"]?.texts() ?? []
    rule.listEnd = try fields["list-end"]?.text()
    for item in try fields["pattern"]?.items() ?? [] {
      rule.patterns.append(try CapturePattern(try item.text(), at: item))
    }
    rule.stripsEmoji = try fields["strip-emoji"]?.flag() ?? false
    return rule
  }

  private mutating func selection(_ node: MappingNode) throws(MappingFault) -> ColumnSelection {
    var selection = ColumnSelection()
    selection.line = node.line
    guard node.node.mapping != nil else {
      selection.list = try node.texts()
      for item in try node.items() {
        _ = try context.template("{\(try item.text())}", item)
      }
      return selection
    }
    let fields = try node.fields(["list", "from", "to", "rest", "except", "strip-unit"])
    if let list = fields["list"] {
      selection.list = try list.texts()
      for item in try list.items() { _ = try context.template("{\(try item.text())}", item) }
    }
    selection.from = try fields["from"]?.text()
    selection.through = try fields["to"]?.text()
    if let from = fields["from"] ?? fields["to"], selection.from == nil || selection.through == nil
    {
      throw from.fault("A range of columns needs “from” and “to”.")
    }
    if let rest = fields["rest"], selection.from != nil {
      throw rest.fault("“rest” does not go with “from” and “to”.", "Make two rules of it.")
    }
    if let rest = fields["rest"] { selection.rest = try rest.word(ColumnSelection.Rest.self) }
    selection.except = try fields["except"]?.texts() ?? []
    selection.stripsUnit = try fields["strip-unit"]?.flag() ?? false
    return selection
  }

  private func nameRules(_ node: MappingNode) throws(MappingFault) -> [String: NameRule] {
    var rules: [String: NameRule] = [:]
    for (key, value) in try node.pairs() {
      let rule = try nameRule(value)
      for name in key.label.split(separator: "|") {
        guard rules.updateValue(rule, forKey: String(name).folded) == nil else {
          throw key.fault("“\(name)” stands twice under “names”.")
        }
      }
    }
    return rules
  }

  private func nameRule(_ node: MappingNode) throws(MappingFault) -> NameRule {
    var rule = NameRule()
    guard node.node.mapping != nil else {
      let text = try node.text()
      rule.isSkipped = text == "skip"
      if let kind = MappedKind(rawValue: text) { rule.kind = kind } else { rule.name = text }
      return rule
    }
    let fields = try node.fields(Self.nameKeys + Self.valueKeys)
    rule.name = try fields["name"]?.text()
    rule.kind = try fields["kind"]?.word(MappedKind.self)
    rule.value = try fields["value"].map { node throws(MappingFault) in try Self.word(node) }
    rule.unit = try fields["unit"]?.text()
    rule.groups = try fields["groups"].map { node throws(MappingFault) in try groups(node) }
    rule.note = try fields["note"]?.text()
    if Self.valueKeys.contains(where: { fields[$0] != nil }) {
      rule.reading = try valueRule(fields, node.line)
    }
    return rule
  }
}
