// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess
internal import Importing

/// One file or sub-folder directly below the input folder.
struct BatchUnit: Sendable {
  /// Its name in the input folder.
  let name: String
  /// Its path.
  let path: String
  /// The files that are read of it; results depend on these and no others.
  let inputs: InputFiles

  init(name: String, path: String) {
    self.name = name
    self.path = path
    inputs = InputFiles([path])
  }

  /// The participant's name where no content names one: the unit's name without its ending.
  var fallbackParticipant: String {
    let isFile = inputs.files.first.map { !$0.isInFolder } ?? false
    return isFile || FileSystem.kind(of: path) != .folder ? FileSystem.stem(of: name) : name
  }

  /// The units of a folder, by name, and the names of what is no unit.
  ///
  /// No units are results of an earlier run, files whose ending says that they are no diary, links
  /// that lead back to the folder, and links to what is a unit by another name.
  /// Hidden names and the output are in none.
  static func units(
    in folder: String, without output: String
  ) throws(FileError) -> (units: BatchUnits, leftOut: [String], repeated: [String]) {
    // On a first run nothing stands there yet.
    let outputPath = FileSystem.place(of: output)
    let own = FileSystem.resolved(folder) ?? folder
    var units = BatchUnits(folder: folder)
    var leftOut: [String] = []
    var repeated: [String] = []
    var links = RepeatedLinks(in: own) { name in
      let path = own + "/" + name
      return !InputFiles.isHidden(name) && path != outputPath && !isNoDiary(path, name: name)
    }
    let found = try FolderNames(folder)
    for place in 0..<found.count {
      let name = found.names.text(at: place)
      if InputFiles.isHidden(name) { continue }
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      // Of what the folder says to be a file, nothing but the name need be looked at.
      let isPlain = found.isPlainFile(place)
      let place = isPlain ? own + "/" + name : FileSystem.place(of: path)
      if let outputPath, place == outputPath { continue }
      let isNone =
        isPlain
        ? isNoDiaryFile(path, name: name)
        : isNoDiary(path, name: name) || isLoop(path, in: own)
      if isNone {
        leftOut.append(name)
      } else if !isPlain, let place, place != own + "/" + name, FileSystem.kind(of: path) != nil,
        links.isRepeated(path, at: place)
      {
        repeated.append(name)
      } else {
        units.append(name, isPlainFile: isPlain)
      }
    }
    return (units, leftOut, repeated)
  }

  /// Whether a path is a link to the input folder itself, or to one above it.
  static func isLoop(_ path: String, in folder: String) -> Bool {
    guard let place = FileSystem.resolved(path) else { return false }
    return (folder + "/").hasPrefix(place == "/" ? "/" : place + "/")
  }

  private static func isNoDiary(_ path: String, name: String) -> Bool {
    switch FileSystem.kind(of: path) {
    case .folder: BatchState.isIn(path)
    case .file: isNoDiaryFile(path, name: name)
    default: false
    }
  }

  private static func isNoDiaryFile(_ path: String, name: String) -> Bool {
    InputFiles.isOutputOrText(name) && InputFiles.isLeftOut(name, path)
  }

  /// The unit's diaries and findings; no diary where it cannot be used.
  func read(_ options: ImportOptions) -> SplitImport {
    var options = options
    options.isUnit = true
    do throws(ImportError) {
      return try SplitImport(inputs, options: options)
    } catch {
      return SplitImport(findings: error.findings)
    }
  }

  /// What the unit's results depend on, as a SHA-256: its content and the `settings`.
  func key(settings: String) -> String {
    SHA256.hexadecimal(of: Array((contentHash() + "\n" + settings).utf8))
  }

  /// A SHA-256 of its files' names and bytes, and of what was left out; in no output.
  func contentHash() -> String {
    var hash = SHA256()
    for item in inputs.items {
      switch item {
      case .file(let file): Self.add(file, as: name + file.path.dropFirst(path.count), to: &hash)
      case .finding(let finding):
        Self.add("\(finding.id) \(finding.file.dropFirst(path.count))", to: &hash)
      }
    }
    return hash.hexadecimal()
  }

  /// Whether any file was changed, or put there, at that moment or later, in seconds since 1970.
  func hasChanged(since moment: Int) -> Bool {
    var places: Set<String> = [path]
    for file in inputs.files {
      var place = file.path
      // The folders too: a file that was taken away changes only its folder.
      while place.utf8.count > path.utf8.count, places.insert(place).inserted {
        place = FileSystem.folder(of: place)
      }
    }
    return places.contains { (FileSystem.lastChange(of: $0) ?? .max) >= moment }
  }

  /// Adds a file's bytes, or why it cannot be read; reading it for its diary tells the user.
  static func add(_ file: InputFile, as name: String, to hash: inout SHA256) {
    add(name, to: &hash)
    do throws(FileError) {
      var reader = try FileReader(path: file.path)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try reader.read(into: &buffer)
        if count == 0 { break }
        hash.update(buffer, count: count)
      }
    } catch {
      add(error.reason, to: &hash)
    }
  }

  private static func add(_ text: String, to hash: inout SHA256) {
    let bytes = Array((text + "\n").utf8)
    hash.update(bytes, count: bytes.count)
  }
}
