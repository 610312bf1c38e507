// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What one entry, or one kind of entries, of a row is made of.
struct EntryRule: Sendable {
  var line = 1
  var filter = RowFilter()
  var kind = KindRule.fixed(.food)
  var name = Template()
  var value: Template?
  var unit: Template?
  /// A number and a unit in one text.
  var amount: Template?
  var amountPatterns: [CapturePattern] = []
  var reading = ValueRule()
  var groups: Template?
  var note: Template?
  /// The place in `MappedTable.times`.
  var time = 0
  var each: EachRule?
  var columns: ColumnSelection?
  /// What single items are, by their folded names.
  var names: [String: NameRule] = [:]
  /// Whether items that `names` does not list are left out.
  var skipsOthers = false
  var blank = Blank.keep

  /// What an empty value means.
  enum Blank: String, CaseIterable, Sendable { case keep, skip, zero }
}

/// The kind of entries that a rule makes.
enum KindRule: Sendable {
  case fixed(MappedKind)
  /// A kind that a cell names.
  case cell(Template)
}

/// The kinds that a mapping can name.
enum MappedKind: String, CaseIterable, Sendable {
  case food, ingredient, drink, medicine, supplement, symptom, context, wellbeing, note, phase
  case profile

  /// The kind in the diary.
  var kind: EntryKind {
    switch self {
    case .food, .ingredient, .drink: .food
    case .symptom: .symptom
    case .medicine, .supplement, .context, .wellbeing: .context
    case .note: .note
    case .phase: .phase
    case .profile: .profile
    }
  }
}

/// How a value is read.
struct ValueRule: Hashable, Sendable {
  enum Form: String, CaseIterable, Sendable { case number, text, hours, minutes }
  enum Direction: String, CaseIterable, Sendable {
    case higherIsWorse = "higher-is-worse"
    case higherIsBetter = "higher-is-better"
    case middleIsBest = "middle-is-best"
  }

  /// What a word stands for.
  enum Word: Hashable, Sendable {
    case number(Double)
    case text(String)
    /// There, with a severity that is not known.
    case unknown
    /// Not there.
    case absent
    /// No entry.
    case skip
  }

  var form = Form.number
  /// The scale's text, such as `0-4`; it is the unit of a symptom.
  var scale: String? {
    didSet { parsedScale = scale.flatMap { SeverityScale($0) } }
  }
  /// What the scale's text says.
  private(set) var parsedScale: SeverityScale?
  var words: [String: Word] = [:]
  var direction: Direction?
  /// The scale that values are brought to.
  var rescale: String?
  var factor = 1.0
  var divisor = 1.0
  var line = 1
}

/// What one item of a list, or one column of many, is.
struct NameRule: Sendable {
  var isSkipped = false
  var name: String?
  var kind: MappedKind?
  var value: ValueRule.Word?
  var unit: String?
  var reading: ValueRule?
  var groups: [GroupID]?
  var note: String?
}

/// How one cell gives several items.
struct EachRule: Sendable {
  var of = Template()
  var separators: [String] = []
  var escape: Character?
  /// The labels of lists within the cell.
  var labels: [String] = []
  /// What ends a list within the cell.
  var listEnd: String?
  var patterns: [CapturePattern] = []
  var stripsEmoji = false
}

/// Columns that are one entry each.
struct ColumnSelection: Hashable, Sendable {
  enum Rest: String, CaseIterable, Sendable { case all, numeric, text }

  var list: [String] = []
  var from: String?
  var through: String?
  var rest: Rest?
  var except: [String] = []
  /// Whether a unit in brackets at the end of a name is left out.
  var stripsUnit = false
  var line = 1
}
