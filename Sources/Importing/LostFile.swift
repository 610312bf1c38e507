// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What may be lost with a file of a folder or an archive that is not read.
///
/// Where one person's files are given, someone reads what is said of them. In a batch nobody does, and
/// such a file may be all that there is of somebody.
enum LostFile {
  /// What a file may be.
  enum Kind {
    /// No diary: a text, a picture, a document.
    case other
    /// A table of an unknown kind: a diary, or one more table of an app's export.
    case table
    /// A diary that is damaged, empty, packed, or in a form that is not read.
    case diary
  }

  private static let tables: Set<String> = ["csv", "tab", "tsv", "xml"]
  /// Spreadsheets, and archives of other kinds than are read.
  private static let packed: Set<String> = [
    "7z", "bz2", "gz", "numbers", "ods", "rar", "tar", "tgz", "xls", "xlsb", "xlsm", "xlsx", "xz",
    "zip", "zst",
  ]
  /// What starts as a zip archive does and is none.
  private static let documents: Set<String> = [
    "apk", "docm", "docx", "dotx", "epub", "jar", "key", "odg", "odp", "odt", "pages", "pptm",
    "pptx",
  ]

  /// Tells what a file may be that was not read for that reason; `start` are its first bytes.
  static func kind(_ name: String, fault: String, start: [UInt8]) -> Kind {
    let ending = name.contains(".") ? InputFiles.ending(of: name) : ""
    switch fault {
    case "zip-without-files": return .other
    case "zip-inside-zip", "spreadsheet-not-read":
      return documents.contains(ending) ? .other : .diary
    case "csv-no-header":
      return tables.contains(ending) || ending.isEmpty || ending == "txt" ? .diary : .other
    default:
      if packed.contains(ending) { return .diary }
      guard tables.contains(ending) else { return .other }
      return fault != "file-empty" && isText(start) ? .table : .diary
    }
  }

  /// Whether something that is no regular file (a broken link, a pipe, a folder that lies too deep) may
  /// stand for a diary.
  static func mayBeDiary(_ name: String) -> Bool {
    let ending = InputFiles.ending(of: name)
    return !name.contains(".")
      || !(InputFiles.isOutputOrText(name) || documents.contains(ending) || ending == "txt")
  }

  /// Whether a file that was read is of an app's own export, which has further tables beside it.
  ///
  /// A mapping may be for such an export where it is packed; in a folder it may be for anyone's tables.
  static func isAppsOwn(_ file: InputSummary) -> Bool {
    if file.format.hasPrefix("mapping:") { return file.name.contains("/") }
    return !file.format.hasPrefix("canonical")
  }

  /// Makes a failure of what is said of a file that was left out.
  static func fail(_ finding: inout Finding) {
    finding.severity = .error
    finding.remedy += (finding.remedy.isEmpty ? "" : " ") + "If it is no diary, take it out."
  }

  /// Whether bytes are text in some encoding: without controls and without what is no character.
  private static func isText(_ start: [UInt8]) -> Bool {
    // The last character may be cut.
    var decoder = TextDecoder(encoding: TextEncoding(prefix: start))
    let text = String(decoding: decoder.decode(start), as: UTF8.self).unicodeScalars.dropLast(2)
    return text.allSatisfy { scalar in
      scalar.value >= 0x20 ? scalar != "\u{FFFD}" : [9, 10, 12, 13].contains(scalar.value)
    }
  }
}

/// What is decided of the files of a batch's unit once all of them were read.
struct UnitDoubts {
  /// Tables of an unknown kind: where the finding stands, and the file's path.
  private var tables: [(finding: Int, path: String)] = []
  /// Why the unit cannot be used as a whole, unless each of its files is of somebody else.
  private(set) var failure: ImportError.Kind?

  /// Takes note of a table that is left out unless it turns out to be a failure.
  mutating func add(table path: String, finding: Int) { tables.append((finding, path)) }

  /// Takes note of a file that cannot be used.
  mutating func add(failure kind: ImportError.Kind) { failure = failure ?? kind }

  /// Makes failures of the tables that stand beside no file of an app's export.
  func settle(_ findings: inout [Finding], files: [ImportSession.ReadFile]) {
    guard !tables.isEmpty else { return }
    let folders = Set(
      files.filter { LostFile.isAppsOwn($0.summary) }.map { Self.folder(of: $0.path) })
    for table in tables where !folders.contains(Self.folder(of: table.path)) {
      guard findings.indices.contains(table.finding) else { continue }
      LostFile.fail(&findings[table.finding])
    }
  }

  /// Whether each file is of one person who is named and has no other file: then nobody's diary lacks a
  /// part where another file cannot be used.
  ///
  /// Of one person alone that is known only where the file is named after them.
  static func areOfOneEach(_ files: [ImportSession.ReadFile]) -> Bool {
    var names: Set<String> = []
    for file in files {
      let people = Set(file.parts.filter { !$0.isEmpty }.map(\.participant))
      guard people.count == 1, let name = people.first ?? nil, names.insert(name).inserted else {
        return false
      }
    }
    guard names.count == 1, let name = names.first, let path = files.first?.path else {
      return names.count > 1
    }
    return path.split(separator: "/").suffix(2).contains { part in
      part == name || part.hasPrefix(name + ".")
    }
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[..<$0] } ?? ""
  }
}

extension ImportError {
  /// Whether it is about the file alone, so that what lies beside it may be read all the same.
  var isOfTheFileAlone: Bool {
    let wider: Set<String> = ["zip-bomb", "zip-too-many-members", "file-changed", "zip-library"]
    return kind == .unusable && !findings.contains { wider.contains($0.id) }
  }
}
