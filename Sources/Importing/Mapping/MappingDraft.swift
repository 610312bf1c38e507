// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess
internal import XMLReading

/// Writes a first mapping for a file of no known format, with its doubts as comments.
public enum MappingDraft {
  /// How much of a file is looked at.
  static let prefixSize = 4 << 20

  /// The mapping as YAML.
  ///
  /// - Throws: `ImportError` where the file is missing, empty, a folder, an archive, or neither CSV nor
  ///   XML.
  public static func yaml(ofFile path: String) throws(ImportError) -> String {
    if let error = DraftPlace.folder(path) ?? DraftPlace.archive(path) { throw error }
    var bytes: [UInt8] = []
    do throws(FileError) {
      var reader = try FileReader(path: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 18)
      var count = try reader.read(into: &buffer)
      while count > 0 && bytes.count < prefixSize {
        bytes += buffer.prefix(count)
        count = try reader.read(into: &buffer)
      }
    } catch {
      let finding = Finding(
        id: error.kind == .notFound ? "file-not-found" : "file-not-readable", severity: .error,
        summary: "The file cannot be read: \(error.reason).", remedy: "Check the path.", file: path)
      throw ImportError(kind: .notFound, findings: [finding])
    }
    return try yaml(of: bytes, name: path)
  }

  /// The mapping for a file that starts with these bytes.
  package static func yaml(of bytes: [UInt8], name: String) throws(ImportError) -> String {
    let prefix = FileStart.bytes(of: bytes[...]) ?? Array(bytes.prefix(CSVSource.prefixSize))
    if let format = knownFormat(prefix) {
      throw MappingDraft.failure(
        name, "The file is of the format “\(format)”, which is read without a mapping.",
        "Give the file itself to reintro analyze.", id: "mapping-not-needed")
    }
    if XMLProlog.rootName(inPrefix: prefix) != nil {
      return try XMLDraft(bytes, name: name).yaml()
    }
    guard !prefix.starts(with: [0x50, 0x4B, 0x03, 0x04]), !prefix.allSatisfy({ $0 <= 0x20 }) else {
      throw failure(
        name, prefix.isEmpty ? "The file is empty." : "The file is neither CSV nor XML.",
        "Unpack archives first, and save spreadsheets as CSV.")
    }
    return try CSVDraft(bytes, name: name).yaml()
  }

  /// The format of a file that is read without a mapping.
  ///
  /// A CSV that has some of the canonical columns is another one.
  private static func knownFormat(_ prefix: [UInt8]) -> String? {
    guard let format = Formats.readers.first(where: { $0.recognises(prefix) }) else { return nil }
    if format == CanonicalCSVReader.self {
      let names = CSVSniffer.header(of: prefix)
      guard ["time", "kind", "name"].allSatisfy(names.contains) else { return nil }
    }
    return format.formatName
  }

  static func failure(
    _ file: String, _ summary: String, _ remedy: String, id: String = "mapping-not-drafted"
  ) -> ImportError {
    let finding = Finding(
      id: id, severity: .error, summary: summary, remedy: remedy, file: file)
    return ImportError(kind: .unusable, findings: [finding])
  }

  /// A text in quotes for YAML, on one line.
  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": output += "\\" + String(Character(scalar))
      case _ where scalar.properties.generalCategory == .control: output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }

  /// A text for a comment: one line.
  static func comment(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
            ? " " : $0
        }))
  }
}

/// The roles that columns play in a draft, and the YAML that says so.
struct DraftRoles {
  private(set) var left: [ColumnProfile]
  private var lines: [String] = []
  private(set) var entries: [String] = []
  private let isXML: Bool
  /// The rows of a table; none of a document.
  let rows: [[String]]
  /// The keys of a time that only knows the day, where nothing about it is in doubt.
  private(set) var day: String?
  /// The column that says which meal a row belongs to, where another has its time.
  private(set) var meal: ColumnProfile?

  init(_ columns: [ColumnProfile], isXML: Bool, rows: [[String]] = []) {
    left = columns.filter { $0.filled > 0 && !$0.name.isEmpty }
    self.isXML = isXML
    self.rows = rows
  }

  mutating func take(where test: (ColumnProfile) -> Bool) -> ColumnProfile? {
    guard let place = left.firstIndex(where: test) else { return nil }
    return left.remove(at: place)
  }

  /// The YAML behind the layout; `nil` where no column holds dates.
  mutating func yaml() -> String? {
    guard let date = takeDate() else { return nil }
    let person = take {
      $0.isNamed(DraftNames.persons) && $0.words.count < 60
    }
    if let person { lines.append("participant: \(cell(person))") }
    if standsOnce(date) {
      lines += [
        "# DOUBT: rows without a date were taken for further ones of the day above.",
        "fill-down: [\(key(date))]",
      ]
    }
    lines.append("time:")
    lines.append("  date: \(cell(date))   # such as \(sample(date))")
    if date.unproven > 0 { lines += order(date) }
    let clock = takeClock(beside: date)
    let meals = take(where: \.isMeals)
    if let clock = clock ?? (date.datesWithClock * 2 < date.dates ? meals : nil) {
      lines += clockLines(clock)
      if clock.name != meals?.name { meal = meals }
    } else {
      day = dayKeys(date)
      meal = meals
    }
    let note = take {
      $0.isNamed(["note*", "notiz*", "comment*", "kommentar*", "bemerkung*", "remark*"])
        && !$0.isNumber
    }
    if let list = EventListDraft(&self) {
      entries += list.lines(self)
      if !list.hasSymptoms { readSymptoms() }
      readContexts { ["sleep", "sleep-quality", "stress", "mood", "energy"].contains($0) }
    }
    if entries.isEmpty {
      readFoods()
      let hasFoods = !entries.isEmpty
      readSymptoms()
      if entries.isEmpty && !isXML { guessFood() } else if !hasFoods { noteFood() }
    }
    if let note {
      entries += [
        "  - kind: note", "    where: {\(key(note)): {blank: false}}", "    note: \(cell(note))",
      ]
    }
    guard !entries.isEmpty else { return nil }
    lines.append("entries:")
    lines += entries
    if !left.isEmpty {
      lines.append("# Left out; add a rule for each that matters:")
      lines += left.flatMap(leftLines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is said of a column that no rule reads.
  private func leftLines(_ column: ColumnProfile) -> [String] {
    let line = "#   \(MappingDraft.comment(called(column))): such as \(sample(column))"
    guard DraftNames.isSymptom(column) else { return [line] }
    return [
      line,
      "#     DOUBT: it is named as a symptom, but its cells are no severities that are known.",
    ]
  }

  /// A column as a person calls it, with how the mapping does where that differs.
  private func called(_ column: ColumnProfile) -> String {
    guard column.name != column.header, column.name.hasPrefix("#") else { return column.name }
    let name = column.header.isEmpty ? "column \(column.place + 1), without a name" : column.header
    return "\(name) (here {\(column.name)})"
  }

  private mutating func takeDate() -> ColumnProfile? {
    let hints = [
      "date*", "datum*", "day", "tag", "time*", "when", "fecha", "data", "giorno", "jour",
    ]
    return take { $0.isDate && $0.isNamed(hints) } ?? take { $0.isDate && !$0.isNumber }
  }

  /// Whether a date stands on the first row of a day only: in many rows it is blank, in the first it
  /// is not.
  private func standsOnce(_ date: ColumnProfile) -> Bool {
    guard let first = rows.first, first.indices.contains(date.place), !first[date.place].isEmpty
    else { return false }
    let blank = rows.count { !$0.indices.contains(date.place) || $0[date.place].isEmpty }
    return blank * 5 >= rows.count
  }

  /// The keys of a rule's own time on a date; `nil` where the order of dates is not known.
  private func dayKeys(_ date: ColumnProfile) -> String? {
    let day = "date: \(cell(date))"
    guard date.unproven > 0 else { return day }
    do throws(CSVFault) {
      return "\(day), order: \(try date.evidence.order(stated: nil).rawValue)"
    } catch {
      return nil
    }
  }

  private func order(_ date: ColumnProfile) -> [String] {
    do throws(CSVFault) {
      let order = try date.evidence.order(stated: nil)
      return ["  # proven by the column, as some number is above 12", "  order: \(order.rawValue)"]
    } catch {
      let orders = DateOrder.allCases.filter(date.orders.contains)
      guard orders.count > 1 else {
        return [
          "  # DOUBT: the dates are written in several orders. Write all in one, such as YYYY-MM-DD."
        ]
      }
      let firsts = orders.map { $0 == .dmy ? "the day" : $0 == .mdy ? "the month" : "the year" }
      let list = firsts.dropLast().joined(separator: ", ") + " or \(firsts.last ?? "")"
      return [
        "  # DOUBT: no date shows whether \(list) comes first. Take the # away from one:"
      ] + orders.map { "  # order: \($0.rawValue)" }
    }
  }

  /// Takes the column of texts that differ most for foods, where no name says more.
  private mutating func guessFood() {
    let texts = left.filter { !$0.isNumber && !$0.isDate && !$0.isClock }
    guard let most = texts.max(by: { $0.words.count < $1.words.count }) else { return }
    left.removeAll { $0.name == most.name }
    entries += [
      "  # DOUBT: no column is named as foods or symptoms are; this one has the most different texts.",
      "  - kind: food", "    where: {\(key(most)): {blank: false}}",
      "    name: \(cell(most))   # such as \(sample(most))",
    ]
  }

  mutating func add(_ lines: [String]) { entries += lines }

  func cell(_ column: ColumnProfile) -> String { MappingDraft.quoted("{\(column.name)}") }

  func key(_ column: ColumnProfile) -> String { MappingDraft.quoted(column.name) }

  func sample(_ column: ColumnProfile) -> String {
    column.samples.map { "“\(MappingDraft.comment($0))”" }.joined(separator: ", ")
  }
}
