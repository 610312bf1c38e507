// SPDX-License-Identifier: Apache-2.0

public import DiaryModel
public import FileAccess

extension Importer {
  /// Writes diaries in the canonical format that the ending of `path` names, `.csv` or `.xml`.
  ///
  /// The file is complete or as it was before.
  ///
  /// - Parameters:
  ///   - diaries: What to write.
  ///   - path: Where to write.
  ///   - inputs: The paths that were read, which are never overwritten.
  /// - Throws: `FileError` of kind `notWritable` for another ending, for an input, and where the
  ///   system refuses.
  public static func write(
    _ diaries: [Diary], to path: String, inputs: [String] = []
  ) throws(FileError) {
    guard let writer = Formats.writers.first(where: { hasEnding(path, $0.ending) }) else {
      let endings = Formats.writers.map { "." + $0.ending }.joined(separator: " or ")
      throw FileError(
        kind: .notWritable, path: path, reason: "the name must end in \(endings)")
    }
    if let place = FileSystem.resolved(path),
      InputFiles(inputs).files.contains(where: { FileSystem.resolved($0.path) == place })
    {
      throw FileError(
        kind: .notWritable, path: path, reason: "it is an input, and inputs are never overwritten")
    }
    var file = try AtomicFileWriter(path: path)
    try writer.write(diaries) { (piece) throws(FileError) in try file.append(piece) }
    try file.finish()
  }

  private static func hasEnding(_ path: String, _ ending: String) -> Bool {
    path.lowercased().hasSuffix("." + ending)
  }
}
