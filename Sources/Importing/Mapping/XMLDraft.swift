// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// Looks at an XML document, and drafts its mapping.
struct XMLDraft {
  private let name: String
  private let census: XMLCensus

  init(_ bytes: [UInt8], name: String) throws(ImportError) {
    self.name = name
    var found: XMLCensus?
    do throws(XMLError) {
      let parser = try XMLPushParser(handler: XMLCensus())
      try parser.feed(bytes, count: bytes.count)
      // The file may go on behind the bytes that were looked at.
      found = bytes.count < MappingDraft.prefixSize ? try parser.finish() : parser.handler
    } catch {
      throw error.importError(file: name)
    }
    census = found ?? XMLCensus()
  }

  func yaml() throws(ImportError) -> String {
    for path in census.candidates {
      let columns = census.columns(of: path)
      var roles = DraftRoles(columns, isXML: true)
      guard let body = roles.yaml() else { continue }
      let file = name.split(separator: "/").last.map(String.init) ?? name
      let lines = [
        "# A first mapping, to be checked. Lines with DOUBT need an answer.", "reintro-mapping: 1",
        "name: \(MappingDraft.quoted(file.split(separator: ".").first.map(String.init) ?? file))",
        "format: xml", "xml:",
        "  # DOUBT: this element, which stands \(census.count(of: path)) times, was taken for a record.",
        "  record: \(MappingDraft.quoted(path))",
      ]
      let numbers = columns.signs.lines(delimiter: nil)
      return (lines + numbers).joined(separator: "\n") + "\n" + body
    }
    throw MappingDraft.failure(
      name, "No element that repeats holds a date and something else that can be told.",
      "Write the mapping by hand; docs/mapping.md has examples.")
  }
}

/// Counts the elements of a document, and profiles what stands in them.
private struct XMLCensus: XMLHandler {
  static let names: [StaticString] = []
  static let wantsText = true
  /// The most paths that are told apart.
  static let pathLimit = 500

  private var open: [String] = []
  private var texts: [[UInt8]] = []
  private var lines: [Int] = []
  private var counts: [String: Int] = [:]
  private var order: [String] = []
  private var leaves: [String: ColumnProfile] = [:]
  private var leafOrder: [String] = []

  mutating func start(_ element: borrowing XMLElement) {
    open.append(element.localNameText)
    texts.append([])
    lines.append(element.line)
    let path = open.joined(separator: "/")
    if counts[path] == nil {
      guard counts.count < Self.pathLimit else { return }
      order.append(path)
    }
    counts[path, default: 0] += 1
    for (name, value) in element.attributeTexts {
      note(path + "/@" + name, value.trimmedOfWhitespace, element.line)
    }
  }

  mutating func text(_ text: Span<UInt8>) {
    guard let last = texts.indices.last, texts[last].count < 4096 else { return }
    for place in text.indices.prefix(4096) { texts[last].append(text[place]) }
  }

  mutating func end(_ name: Int) {
    let text = String(decoding: texts.popLast() ?? [], as: UTF8.self).trimmedOfWhitespace
    let line = lines.popLast() ?? 1
    if !text.isEmpty { note(open.joined(separator: "/"), text, line) }
    _ = open.popLast()
  }

  private mutating func note(_ path: String, _ text: String, _ line: Int) {
    if leaves[path] == nil {
      guard leaves.count < Self.pathLimit else { return }
      leafOrder.append(path)
    }
    leaves[path, default: ColumnProfile(name: path)].add(text, line: line)
  }

  func count(of path: String) -> Int { counts[path] ?? 0 }

  /// The elements that may be records, the most frequent first, those outside before those inside.
  var candidates: [String] {
    order.filter { count(of: $0) > 1 }.enumerated().sorted {
      (-count(of: $0.element), $0.offset) < (-count(of: $1.element), $1.offset)
    }.map(\.element)
  }

  /// What a leaf is known by: its last step where that says enough by itself, such as an amount of a
  /// food, else the whole path.
  private static func header(_ path: String) -> String {
    let steps = path.split(separator: "/")
    let last = String(steps.last?.drop { $0 == "@" } ?? "")
    let own = ColumnProfile(name: last)
    let around = ColumnProfile(name: steps.suffix(2).joined(separator: "/"))
    guard !around.isNamed(DraftNames.persons), !own.isNamed(DraftNames.values) else {
      return path
    }
    let isTelling =
      own.isNamed(
        DraftNames.amounts + DraftNames.severities + DraftNames.clocks + DraftRoles.unitHints)
      || UnreadColumns.isAbout(own) || DraftNames.isSymptom(own)
      || DraftNames.context(own) != nil
    return isTelling ? last : path
  }

  /// What stands in a record, and in the elements around it, by paths from the record.
  func columns(of record: String) -> [ColumnProfile] {
    var columns: [ColumnProfile] = []
    for path in leafOrder {
      guard let profile = leaves[path] else { continue }
      if path == record {
        columns.append(profile.named("."))
      } else if path.hasPrefix(record + "/") {
        let name = String(path.dropFirst(record.count + 1))
        columns.append(profile.named(name, header: Self.header(path)))
      } else if let at = path.lastIndex(of: "@"), record.hasPrefix(path[..<at]) {
        let steps = record.dropFirst(path[..<at].count).split(separator: "/").count
        let up = String(repeating: "../", count: steps)
        columns.append(profile.named(up + path[at...], header: Self.header(path)))
      }
    }
    return columns
  }
}
