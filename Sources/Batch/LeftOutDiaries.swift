// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess
internal import Importing

/// A folder of results in the input folder, which is not read, with files that may be diaries.
struct LeftOutDiaries: Sendable {
  /// The folder's name in the input folder.
  let name: String
  /// Its path.
  let path: String
  /// The files that no batch has written there.
  let files: [InputFile]

  /// All such folders, by name.
  static func found(in input: String) throws(FileError) -> [LeftOutDiaries] {
    var found: [LeftOutDiaries] = []
    let names = try FolderNames(input)
    for place in 0..<names.count where !names.isPlainFile(place) {
      let name = names.names.text(at: place)
      if InputFiles.isHidden(name) { continue }
      let path = input.hasSuffix("/") ? input + name : input + "/" + name
      guard BatchState.isIn(path), !BatchUnit.isLoop(path, in: FileSystem.resolved(input) ?? input)
      else { continue }
      let files = files(in: path)
      if !files.isEmpty { found.append(LeftOutDiaries(name: name, path: path, files: files)) }
    }
    return found
  }

  /// Refuses an output that is in the input folder and holds files, unless they are results.
  ///
  /// It would never be read again, so that the participant whose folder it is would be lost.
  ///
  /// - Throws: `FileError` of kind `notWritable` that names the output.
  static func refuse(_ output: String, in input: String) throws(FileError) {
    guard let place = FileSystem.resolved(output), let folder = FileSystem.resolved(input),
      FileSystem.kind(of: place) == .folder, !BatchState.isIn(place)
    else { return }
    if !place.hasPrefix(folder + "/") {
      let names = try FileSystem.names(inFolder: folder)
      guard names.contains(where: { FileSystem.resolved(folder + "/" + $0) == place }) else {
        return
      }
    }
    let isEmpty = InputFiles([place]).items.allSatisfy { item in
      if case .finding(let finding) = item { finding.id == "folder-without-files" } else { false }
    }
    guard !isEmpty else { return }
    throw FileError(
      kind: .notWritable, path: output,
      reason: "it lies in the input folder and holds files that are no results: they may be a "
        + "participant's diaries, and a folder of results is not read; give a new or empty folder")
  }

  /// What is told of it; the label is for outputs that may be shared.
  func failure(_ pseudonyms: Pseudonyms) -> UnitHead.Failure {
    var hash = SHA256()
    for file in files {
      BatchUnit.add(file, as: String(file.path.dropFirst(path.count)), to: &hash)
    }
    let names = files.prefix(3).map { String($0.path.dropFirst(path.count + 1)) }
    let more = files.count > 3 ? " and \(files.count - 3) more" : ""
    return .init(
      file: name, label: pseudonyms.label(ofUnit: name, content: hash.hexadecimal()), line: nil,
      code: "diaries-among-results",
      reason: "This folder holds results of a batch and was not read, but it also holds what may "
        + "be diaries: \(names.joined(separator: ", "))\(more). "
        + "Move them to a folder of their own.")
  }

  private static func files(in folder: String) -> [InputFile] {
    var files: [InputFile] = []
    for name in (try? FileSystem.names(inFolder: folder)) ?? [] where !InputFiles.isHidden(name) {
      let path = folder + "/" + name
      var paths = [path]
      if name == "reports" {
        // There may be many reports, none of which is worth a look.
        let names = (try? FileSystem.names(inFolder: path)) ?? []
        paths = names.filter { !$0.hasSuffix(".html") && !InputFiles.isHidden($0) }
          .map { path + "/" + $0 }
      }
      files += InputFiles(paths).files
    }
    return files.filter { mayBeDiary($0.path) }
  }

  /// Whether a file may be a diary and is none of a batch's tables.
  private static func mayBeDiary(_ path: String) -> Bool {
    let name = FileSystem.name(of: path)
    if BatchOutput.tables.contains(name), BatchState.isIn(FileSystem.folder(of: path)) {
      return false
    }
    return hasDiaryEnding(name)
      || (InputFiles.isOutputOrText(name) && !InputFiles.isLeftOut(name, path))
  }

  private static func hasDiaryEnding(_ name: String) -> Bool {
    ["csv", "tsv", "xml", "zip"].contains(InputFiles.ending(of: name))
  }
}
