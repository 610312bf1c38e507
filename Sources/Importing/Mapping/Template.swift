// SPDX-License-Identifier: Apache-2.0

/// The columns and paths that a table names.
struct FieldList: Hashable, Sendable {
  /// One column, by any of some names, or one path.
  struct Field: Hashable, Sendable {
    /// The text as it stands in the mapping, such as `Meal|Type`.
    var text: String
    var isOptional: Bool
    /// The line that names it first.
    var line: Int
    /// The table and the column of another file, as in `foods.name`.
    var join: JoinedField?
  }

  struct JoinedField: Hashable, Sendable {
    var table: String
    var column: String
  }

  private(set) var fields: [Field] = []
  /// Tables that are joined, by name.
  var joined: Set<String> = []

  /// The place of a field, which is added where it is new.
  mutating func place(of text: String, line: Int) -> Int {
    let isOptional = text.hasSuffix("?")
    let name = (isOptional ? String(text.dropLast()) : text).trimmed
    if let place = fields.firstIndex(where: { $0.text == name }) {
      if !isOptional && fields[place].isOptional {
        fields[place].isOptional = false
        fields[place].line = line
      }
      return place
    }
    var field = Field(text: name, isOptional: isOptional, line: line)
    if let dot = name.firstIndex(of: "."), joined.contains(String(name[..<dot])) {
      field.join = JoinedField(
        table: String(name[..<dot]), column: String(name[name.index(after: dot)...]))
    }
    fields.append(field)
    return fields.count - 1
  }
}

/// A text with places for columns: `meal: {Meal}`.
///
/// Where all its columns are empty, the whole text is.
struct Template: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    /// A column, and a table of words that its text is looked up in.
    case field(Int, [String: String]?)
    /// A part of the item at hand.
    case local(Local)
  }

  /// The parts of an item of a list, or of one column of many.
  enum Local: String, CaseIterable, Sendable { case item, label, column, cell, level }

  /// The texts of these parts.
  struct Locals: Hashable {
    var item = ""
    var label = ""
    var column = ""
    var cell: String?
    var level = ""

    subscript(local: Local) -> String {
      switch local {
      case .item: item
      case .label: label
      case .column: column
      case .cell: cell ?? ""
      case .level: level
      }
    }
  }

  var parts: [Part] = []

  /// Whether it has no column.
  var isConstant: Bool {
    parts.allSatisfy { if case .text = $0 { true } else { false } }
  }

  /// The text for a record.
  func text(_ values: [String], _ locals: Locals = Locals()) -> String {
    if parts.count == 1 {
      switch parts[0] {
      case .field(let place, nil): return values.indices.contains(place) ? values[place] : ""
      case .text(let text): return text
      case .local(let local): return locals[local]
      case .field: break
      }
    }
    var output = ""
    var hasField = false
    var isFilled = false
    for part in parts {
      var value: String
      switch part {
      case .text(let text):
        output += text
        continue
      case .field(let place, let table):
        value = values.indices.contains(place) ? values[place] : ""
        if let table { value = table[value.folded] ?? value }
      case .local(let local): value = locals[local]
      }
      hasField = true
      if !value.isEmpty { isFilled = true }
      output += value
    }
    return hasField && !isFilled ? "" : output.trimmed
  }
}

/// What is known while the templates of a mapping are read.
struct TemplateContext {
  var fields: FieldList
  var lookups: [String: [String: String]]
  /// The parts of an item that stand for themselves where the reading is; elsewhere these names
  /// are columns.
  var locals: Set<Template.Local> = []

  /// Reads a template, and takes note of its columns.
  mutating func template(_ node: MappingNode) throws(MappingFault) -> Template {
    try template(try node.text(), node)
  }

  mutating func template(_ text: String, _ node: MappingNode) throws(MappingFault) -> Template {
    var parts: [Template.Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw node.fault(
          "The brace in “\(text.shortened)” is never closed.", "Write columns as {Column}.")
      }
      let inner = String(rest[rest.index(after: open)..<close]).trimmed
      guard !inner.isEmpty else {
        throw node.fault(
          "“\(text.shortened)” has braces without a column.", "Write columns as {Column}.")
      }
      parts.append(try part(inner, node))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return Template(parts: parts)
  }

  private mutating func part(_ inner: String, _ node: MappingNode) throws(MappingFault)
    -> Template.Part
  {
    if let local = Template.Local(rawValue: inner), locals.contains(local) {
      return .local(local)
    }
    let pieces = inner.split(separator: "->", maxSplits: 1).map { String($0).trimmed }
    guard pieces.count == 2 else { return .field(fields.place(of: inner, line: node.line), nil) }
    guard let table = lookups[pieces[1]] else {
      throw node.fault(
        "There is no list “\(pieces[1].shortened)” under “lookups”.",
        lookups.isEmpty
          ? "The mapping has none: list the words there, such as lookups: {\(pieces[1].shortened): "
            + "{a: b}}."
          : "The lists are \(lookups.keys.sorted().joined(separator: ", ")).")
    }
    return .field(fields.place(of: pieces[0], line: node.line), table)
  }
}

extension String {
  /// The text without case, with single blanks, and none at its ends: for comparing names.
  var folded: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case 0x80...: return foldedByCharacter
      case 65...90: bytes.append(byte | 0x20)
      case 0x20, 0x09...0x0D: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      default: bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var foldedByCharacter: String {
    lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The text without a last part in brackets, such as a unit; the text where there is none.
  var withoutUnit: String {
    guard hasSuffix(")"), let open = lastIndex(of: "("), open > startIndex else { return self }
    return String(self[..<open]).trimmed
  }
}
