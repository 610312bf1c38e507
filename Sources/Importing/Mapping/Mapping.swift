// SPDX-License-Identifier: Apache-2.0

public import DiaryModel

/// A description of tables in CSV or XML that makes them readable as a diary, written in YAML.
///
/// The language is described in `docs/mapping.md` and in `schemas/mapping.schema.json`.
public struct Mapping: Sendable {
  /// A group of foods that a mapping adds to those that are built in.
  public struct OwnGroup: Hashable, Sendable {
    /// The identifier that entries carry.
    public var id: GroupID
    /// The name that people read.
    public var label: String
  }

  /// The largest mapping file that is read, in bytes.
  public static let largestFile = 1 << 20

  /// The name of what is mapped, for `InputSummary.format`.
  public internal(set) var name: String
  /// What the mapping is for, in a sentence.
  public internal(set) var about: String
  /// The groups that the mapping adds.
  public internal(set) var ownGroups: [OwnGroup]
  /// The path as the user gave it, for findings.
  let file: String
  /// Whether it is one of the presets.
  var isPreset = false
  var tables: [MappedTable]

  /// Reads a mapping from YAML.
  ///
  /// - Parameters:
  ///   - yaml: the text.
  ///   - file: the path as the user gave it, for findings.
  /// - Throws: `ImportError` of kind `unusable` with the first fault and its line.
  public init(yaml: String, file: String) throws(ImportError) {
    do throws(MappingFault) {
      self = try MappingReading.mapping(yaml: yaml, file: file)
    } catch {
      throw ImportError(kind: .unusable, findings: [error.finding(file: file)])
    }
  }

  init(name: String, about: String, groups: [OwnGroup], tables: [MappedTable], file: String) {
    self.name = name
    self.about = about
    self.ownGroups = groups
    self.tables = tables
    self.file = file
  }

  /// What the tables of this mapping look up in one of them.
  func columns(lookedUpIn table: String) -> [String] {
    var columns: [String] = []
    for field in tables.flatMap(\.fields.fields) {
      guard let join = field.join, join.table == table, !columns.contains(join.column) else {
        continue
      }
      columns.append(join.column)
    }
    return columns
  }

  /// The place of a line of this mapping, for messages.
  func place(_ line: Int) -> String {
    isPreset ? "the preset “\(name)”, line \(line)" : "\(file):\(line)"
  }
}

/// A fault in a mapping file.
struct MappingFault: Error, Hashable {
  /// The 1-based line.
  var line: Int
  /// What was found and expected, a sentence.
  var summary: String
  /// What to do.
  var remedy = ""

  func finding(file: String) -> Finding {
    Finding(
      id: "mapping-not-readable", severity: .error, summary: summary, remedy: remedy, file: file,
      line: line)
  }
}
