// SPDX-License-Identifier: Apache-2.0

package import DiaryModel
internal import FileAccess

/// One file to read.
package struct InputFile: Hashable, Sendable {
  /// The path: as the user gave it, or below the folder that the user gave.
  package var path: String
  /// Whether it was found in a folder rather than named.
  package var isInFolder: Bool
}

/// The files that paths stand for.
package struct InputFiles: Sendable {
  /// The deepest folder that is looked into.
  static let depthLimit = 16

  /// A file, or why there is none.
  package enum Item: Sendable {
    case file(InputFile)
    case finding(Finding)

    fileprivate var isFile: Bool { if case .file = self { true } else { false } }
  }

  /// What there is, in the order of the paths, that of a folder by name.
  package private(set) var items: [Item] = []
  /// Why a path cannot be used, where one cannot.
  private(set) var failure: ImportError.Kind?

  private var walked: Set<FileIdentity> = []
  private var above: Set<FileIdentity> = []

  /// The files.
  package var files: [InputFile] {
    items.compactMap { if case .file(let file) = $0 { file } else { nil } }
  }

  /// Looks at the paths.
  package init(_ paths: [String]) {
    for path in paths {
      switch FileSystem.kind(of: path) {
      case .file: items.append(.file(InputFile(path: path, isInFolder: false)))
      case .folder:
        let before = items.count
        let failed = failure
        walked = []
        above = Self.above(path)
        walk(path, depth: 0)
        if items[before...].allSatisfy({ !$0.isFile }) && failure == failed {
          fail(
            .unusable, "folder-without-files", path, "The folder has no files to read.",
            "Give a folder that holds exports of \(Formats.names).")
        }
      case .other:
        fail(
          .notFound, "not-a-file", path, "This is neither a regular file nor a folder.",
          "Save it to a file first.")
      case nil:
        fail(.notFound, "file-not-found", path, "Nothing stands at this path.", "Check the path.")
      }
    }
  }

  /// The folders above a folder: a link that leads up would make all of them part of it.
  private static func above(_ path: String) -> Set<FileIdentity> {
    var identities: Set<FileIdentity> = []
    guard var place = FileSystem.resolved(path) else { return [] }
    while place != "/" {
      place = FileSystem.folder(of: place)
      if let identity = FileSystem.identity(of: place) { identities.insert(identity) }
    }
    return identities
  }

  /// Takes a folder's files and folders, each folder once, so that links cannot lead in circles.
  private mutating func walk(_ folder: String, depth: Int) {
    if let identity = FileSystem.identity(of: folder) {
      if above.contains(identity) {
        note(PassedOver.upward.finding(folder))
      }
      if above.contains(identity) || !walked.insert(identity).inserted { return }
    }
    let names: [String]
    do throws(FileError) {
      names = try FileSystem.names(inFolder: folder)
    } catch {
      fail(
        .notFound, "folder-not-readable", folder, "The folder cannot be read: \(error.reason).",
        "Check its permissions.")
      return
    }
    if ClinicalRecords.isFolder(FileSystem.name(of: folder)) {
      return takeClinicalRecords(folder, names)
    }
    for name in names where !Self.isHidden(name) {
      let path = Self.path(folder, name)
      switch FileSystem.kind(of: path) {
      case .folder where Self.isNoDiaryFolder(name): note(PassedOver.folderName.finding(path))
      case .folder where depth < Self.depthLimit || ClinicalRecords.isFolder(name):
        walk(path, depth: depth + 1)
      case .file where Self.isLeftOut(name, path) && !ClinicalRecords.isAllergy(name):
        note(PassedOver.fileName.finding(path))
      case .file: items.append(.file(InputFile(path: path, isInFolder: true)))
      default: note(PassedOver.unfit.finding(path))
      }
    }
  }

  /// Takes the allergies among clinical records, and tells of the others.
  private mutating func takeClinicalRecords(_ folder: String, _ names: [String]) {
    var others = ClinicalRecords()
    for name in names where !Self.isHidden(name) {
      let path = Self.path(folder, name)
      if ClinicalRecords.isAllergy(name), FileSystem.kind(of: path) == .file {
        items.append(.file(InputFile(path: path, isInFolder: true)))
      } else {
        others.add(name)
      }
    }
    if !others.isEmpty { note(others.finding(folder)) }
  }

  private static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Whether a file or folder is hidden, or one that systems and office programs put beside others.
  package static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || isOfSystem(name)
  }

  /// The names that systems give, in small letters: what macOS adds to archives and folders, Windows
  /// to folders and drives, Linux to drives, and network drives to folders.
  private static let systemNames: Set<String> = [
    "__macosx", "icon\r", "thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin",
    "system volume information", "lost+found", "@eadir", "#recycle",
  ]

  /// Whether a name is one of a system's, or that of a file that an office program keeps while another
  /// one is open (`~$diary.xlsx`).
  private static func isOfSystem(_ name: String) -> Bool {
    name.hasPrefix("~$") || name.utf8.count < 26 && systemNames.contains(name.lowercased())
  }

  /// Whether name and, of a web page, content say that a file is no diary.
  package static func isLeftOut(_ name: String, _ path: String) -> Bool {
    isLeftOut(name) { () throws(FileError) in
      try FileReader(path: path).bytes(at: 0, count: CSVSource.prefixSize)
    }
  }

  /// The same of a file whose first bytes are at hand when they are needed.
  static func isLeftOut(
    _ name: String, start: () throws(FileError) -> [UInt8]
  ) -> Bool {
    guard isOutputOrText(name) else { return isNoDiaryFile(name) }
    guard isWebPage(name) else { return true }
    do throws(FileError) {
      return !MyFitnessPalReader.recognises(try start())
    } catch {
      return true
    }
  }

  /// The same of a file in memory, given its whole bytes.
  package static func isLeftOut(_ name: String, bytes: [UInt8]) -> Bool {
    isLeftOut(name) { Array(bytes.prefix(CSVSource.prefixSize)) }
  }

  /// Whether a file's ending says that it is a web page: a report, or a diary that was saved.
  static func isWebPage(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".html") || name.hasSuffix(".htm")
  }

  private mutating func note(_ finding: Finding) { items.append(.finding(finding)) }

  /// Whether a file's ending says that it is a report, a picture, a text, or not yet complete, and
  /// no diary.
  package static func isOutputOrText(_ name: String) -> Bool {
    [
      "crdownload", "gpx", "html", "htm", "ics", "jpeg", "jpg", "json", "jsonl", "md", "part",
      "partial", "pdf", "png", "tmp", "yaml", "yml",
    ].contains(ending(of: name))
  }

  /// What follows the last full stop of a file's name, in small letters.
  package static func ending(of name: String) -> String {
    name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  private mutating func fail(
    _ kind: ImportError.Kind, _ id: String, _ path: String, _ summary: String, _ remedy: String
  ) {
    if failure == nil { failure = kind }
    note(
      Finding(id: id, severity: .error, summary: summary, remedy: remedy, file: path))
  }
}
