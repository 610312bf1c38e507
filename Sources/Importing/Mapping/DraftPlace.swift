// SPDX-License-Identifier: Apache-2.0

internal import Archives
internal import DiaryModel
internal import FileAccess

/// Folders and archives, of which no mapping can be drafted, but of a file in them.
enum DraftPlace {
  /// The most files that are named.
  private static let mostNamed = 20

  /// What is said of a folder; `nil` where the path is none.
  static func folder(_ path: String) -> ImportError? {
    guard FileSystem.kind(of: path) == .folder else { return nil }
    let files = InputFiles([path]).files.map(\.path)
    let advice =
      files.first.map { "Name one of its files, such as: reintro mapping \(quoted($0))" }
      ?? "Give a file."
    let names = files.map { $0.hasPrefix(path) ? String($0.dropFirst(path.count)) : $0 }
      .map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
    return MappingDraft.failure(
      path, "This is a folder; a mapping is drafted of one file. " + holding(names, "The folder"),
      advice)
  }

  /// What is said of a zip archive; `nil` where the file is none.
  static func archive(_ path: String) -> ImportError? {
    do throws(FileError) {
      var reader = try FileReader(path: path)
      var start = [UInt8](repeating: 0, count: 4)
      let count = try reader.read(into: &start)
      guard ZipReading.isArchive(Array(start.prefix(count))) else { return nil }
      return try archive(path, FileReader(path: path))
    } catch {
      return nil
    }
  }

  private static func archive(_ path: String, _ reader: borrowing FileReader) -> ImportError {
    let members: [ZipMember]
    do throws(ZipFault) {
      members = try ZipArchive(reader).members
    } catch {
      return ImportError(error.sourceFault, file: path)
    }
    if ZipReading.isSpreadsheet(members) {
      let fault = ZipReading.spreadsheet
      return MappingDraft.failure(path, fault.summary, fault.remedy)
    }
    let names = members.filter { !$0.isFolder }.map { MemberName($0.name) }
      .filter { !$0.isHidden && !$0.isNoDiary }.map(\.shown)
    let file = names.first.map { String($0.split(separator: "/").last ?? "") }
    return MappingDraft.failure(
      path,
      "This is a zip archive; a mapping is drafted of one file. " + holding(names, "The archive"),
      "Unpack it"
        + (file.map { " and name one of its files, such as: reintro mapping \(quoted($0))" } ?? "")
        + ". The mapping is good for the archive too: reintro analyze \(quoted(path)) --mapping FILE"
    )
  }

  private static func holding(_ names: [String], _ what: String) -> String {
    guard !names.isEmpty else { return "\(what) has no file that can be a diary." }
    let shown = names.prefix(mostNamed).map { "“\($0.shortened)”" }.joined(separator: ", ")
    let more = names.count > mostNamed ? " and \(names.count - mostNamed) more" : ""
    return "\(what) holds \(shown)\(more)."
  }

  /// A path as a command line takes it.
  private static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 0x20) || "/._-".utf8.contains($0)
    }
    return plain
      ? path
      : "'"
        + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
  }
}
