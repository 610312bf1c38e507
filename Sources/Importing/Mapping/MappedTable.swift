// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// One kind of table or document, and what to make of its rows.
struct MappedTable: Sendable {
  /// What the table is called within its mapping.
  var name = ""
  /// The line of the mapping on which it starts.
  var line = 1
  var isXML = false
  var match = TableMatch()
  var csv = CSVLayout()
  var xml = XMLLayout()
  var numbers = NumberFormat()
  var participant: Template?
  var filter = RowFilter()
  /// The table's own time first, then those of single rules.
  var times: [TimeRule] = []
  /// Whether a symptom that a day's rows leave out was not there.
  var absenceIsZero = false
  /// Columns whose blank cells take the text of the row above.
  var filledDown: [String] = []
  /// Whether a row that says the same as one before is left out.
  var dropsRepeats = false
  var joins: [Join] = []
  /// The key of a table that others look up; it gives no entries of its own.
  var lookupKey: Template?
  var rules: [EntryRule] = []
  /// What to tell the owner whenever the table is read.
  var notice = ""
  /// Every column or path that the table names; templates hold places in it.
  var fields = FieldList()

  /// Another table of the same mapping whose columns are looked up.
  struct Join: Sendable, Hashable {
    var table: String
    var key: Template
    /// Where the row of the nearest time is meant, how near it must be.
    var nearest: LookupTable.Reach?
    var line: Int
  }

  /// The kind that all entries of the table are of; `nil` where they may be of several.
  var onlyKind: EntryKind? {
    let kinds = rules.map { rule -> EntryKind? in
      guard case .fixed(let kind) = rule.kind, rule.names.values.allSatisfy({ $0.kind == nil })
      else { return nil }
      return kind.kind
    }
    guard let first = kinds.first, kinds.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Whether the whole file must be seen before its first row can be read.
  var needsWholeFile: Bool {
    !joins.isEmpty || rules.contains { $0.columns?.rest == .numeric || $0.columns?.rest == .text }
  }
}

/// Which files a table is for.
struct TableMatch: Hashable, Sendable {
  /// A pattern of the file's name with `*`.
  var file: String?
  /// Columns that the header must have.
  var header: [String] = []
  /// Columns that the header must not have.
  var without: [String] = []
  /// The only other columns that the header may have; any where `nil`.
  var also: [String]?
  /// The names that the document's root element may have.
  var root: [String]?

  /// Whether nothing is asked.
  var isOpen: Bool {
    file == nil && header.isEmpty && without.isEmpty && also == nil && root == nil
  }
}

/// How the text of a CSV file is laid out.
struct CSVLayout: Hashable, Sendable {
  enum Surplus: String, CaseIterable, Sendable { case error, ignore }

  /// `nil` to tell it from the file.
  var encoding: TextEncoding?
  /// `nil` to tell it from the header.
  var delimiter: UInt8?
  /// `nil` where no quotes are used.
  var quote: UInt8? = UInt8(ascii: "\"")
  /// Lines that are left out at the top.
  var skippedLines = 0
  /// What a row that is no data starts with.
  var comment: String?
  /// Whether there is a row with the columns' names.
  var hasHeader = true
  /// The columns' names where there is no header.
  var columns: [String] = []
  var surplus = Surplus.error
}

/// Where the records of an XML document are.
struct XMLLayout: Hashable, Sendable {
  /// The path of a record from the root, or its last steps.
  var record = XMLRecordPath()
  /// The path of the element that must be complete before its records are read.
  var within: XMLRecordPath?
  /// The namespace of records; any where `nil`.
  var namespace: String?
}

/// How numbers are written.
struct NumberFormat: Hashable, Sendable {
  /// `nil` where a decimal comma is read in files that semicolons or tabs part.
  var decimal: UInt8?
  /// The sign between groups of three digits, taken out before a number is read.
  var thousands: Character?
  /// What stands for no value, in lower case.
  var missing: Set<String> = []
}
