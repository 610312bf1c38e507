// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// One file or sub-folder directly below the input folder.
struct BatchUnit: Sendable {
  /// Its name in the input folder.
  let name: String
  /// Its path.
  let path: String

  /// The participant's name where no content names one: the unit's name without its ending.
  var fallbackParticipant: String {
    guard FileSystem.kind(of: path) != .folder, let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return name }
    return String(name[..<dot])
  }

  /// The units of a folder, by name; hidden names and the output folder are left out.
  static func units(in folder: String, without output: String) throws(FileError) -> [BatchUnit] {
    let outputPath = FileSystem.resolved(output)
    return try FileSystem.names(inFolder: folder).compactMap { name in
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      if name.hasPrefix(".") || FileSystem.resolved(path) == outputPath { return nil }
      return BatchUnit(name: name, path: path)
    }
  }

  /// What the unit's results depend on, as a SHA-256: its bytes and the `settings`.
  func key(settings: String) throws(FileError) -> String {
    var hash = SHA256()
    try add(path, as: name, to: &hash, depth: 0)
    let bytes = Array(settings.utf8)
    hash.update(bytes, count: bytes.count)
    return hash.hexadecimal()
  }

  private func add(
    _ path: String, as name: String, to hash: inout SHA256, depth: Int
  ) throws(FileError) {
    let label = Array((name + "\n").utf8)
    hash.update(label, count: label.count)
    if FileSystem.kind(of: path) == .folder {
      // Deeper folders than this are not read either; a link to itself must end somewhere.
      guard depth < 8 else { return }
      for inner in try FileSystem.names(inFolder: path) {
        try add(path + "/" + inner, as: name + "/" + inner, to: &hash, depth: depth + 1)
      }
      return
    }
    var reader = try FileReader(path: path)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try reader.read(into: &buffer)
      if count == 0 { return }
      hash.update(buffer, count: count)
    }
  }
}
