// SPDX-License-Identifier: Apache-2.0

import DiaryModel

@testable import Importing

/// Reads texts by mappings, and shows entries as one line each.
enum Mapped {
  static func read(
    _ text: String, _ yaml: String? = nil, name: String = "diary.csv",
    options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    try read([(text, name)], yaml, options: options)
  }

  static func read(
    _ files: [(String, String)], _ yaml: String? = nil, options: ImportOptions = ImportOptions()
  ) throws -> ImportResult {
    var options = options
    if let yaml {
      options.mapping = try Mapping(yaml: "reintro-mapping: 1\n" + yaml, file: "m.yaml")
    }
    return try Importer.read(files.map { (Array($0.0.utf8), $0.1) }, options: options)
  }

  /// The entries in the diary's order: time, kind, name, value, unit, note; `-` for none.
  static func lines(_ result: ImportResult) -> [String] {
    result.diaries.flatMap { diary in
      diary.entries.map { entry in
        let groups = entry.groups.map { "[" + $0.map(\.rawValue).joined(separator: " ") + "]" }
        return [
          diary.participant, entry.time?.description, entry.kind.rawValue, entry.name,
          entry.value?.canonicalText, entry.unit, groups, entry.note,
        ].map { $0.flatMap { $0.isEmpty ? nil : $0 } ?? "-" }.joined(separator: "|")
      }
    }
  }

  static func lines(
    _ text: String, _ yaml: String? = nil, name: String = "diary.csv",
    options: ImportOptions = ImportOptions()
  ) throws -> [String] {
    lines(try read(text, yaml, name: name, options: options))
  }

  /// The findings of a reading that fails or not.
  static func findings(
    _ text: String, _ yaml: String, options: ImportOptions = ImportOptions()
  ) -> [Finding] {
    do {
      return try read(text, yaml, options: options).findings
    } catch let error as ImportError {
      return error.findings
    } catch {
      return []
    }
  }
}

/// Drafts mappings of tables, and reads the tables by them as they stand.
enum Drafted {
  static func yaml(_ text: String, name: String = "my.csv") throws -> String {
    try MappingDraft.yaml(of: Array(text.utf8), name: name)
  }

  static func read(_ text: String, name: String = "my.csv") throws -> ImportResult {
    let mapping = try Mapping(yaml: try yaml(text, name: name), file: "m.yaml")
    return try Importer.read(
      bytes: Array(text.utf8), name: name, options: ImportOptions(mapping: mapping))
  }

  static func lines(_ text: String, name: String = "my.csv") throws -> [String] {
    Mapped.lines(try read(text, name: name))
  }
}
