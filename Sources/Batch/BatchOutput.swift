// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Importing

/// The output folder of a batch before anything is written to it.
enum BatchOutput {
  /// The files directly in the folder.
  static let tables = [
    "results.jsonl", "summary.csv", "failures.csv", "index.html", "results.sqlite", "cohort.csv",
    "cohort.html",
  ]

  /// Refuses a folder where writing would overwrite an input, by whatever links.
  ///
  /// - Throws: `FileError` of kind `notWritable` that names the file.
  static func refuseInputs(of units: [BatchUnit], in output: String) throws(FileError) {
    guard let folder = FileSystem.resolved(output) else { return }
    var inputs: Set<FileIdentity> = []
    for unit in units {
      if let place = FileSystem.resolved(unit.path), folder.hasPrefix(place + "/") {
        throw refusal(output, "it lies inside the input \(unit.path); give a folder outside")
      }
      for file in unit.inputs.files {
        if let place = FileSystem.resolved(file.path), isOwn(place, of: folder) {
          throw refusal(place, "it is an input by the name \(file.path)")
        }
        if let identity = FileSystem.identity(of: file.path) { inputs.insert(identity) }
      }
    }
    let reports = (try? FileSystem.names(inFolder: folder + "/reports")) ?? []
    for path in tables.map({ folder + "/" + $0 }) + reports.map({ folder + "/reports/" + $0 }) {
      if let identity = FileSystem.identity(of: path), inputs.contains(identity) {
        throw refusal(path, "it is an input, and inputs are never overwritten")
      }
    }
  }

  /// Whether a path is one that a batch may write in its folder.
  private static func isOwn(_ path: String, of folder: String) -> Bool {
    guard path.hasPrefix(folder + "/") else { return false }
    let name = path.dropFirst(folder.utf8.count + 1)
    return tables.contains(String(name)) || isPage(String(name)) || name.hasPrefix("reports/")
      || name.hasPrefix(".reintro/")
  }

  /// Whether a name is that of a later page of the index.
  private static func isPage(_ name: String) -> Bool {
    name.hasPrefix("index-") && name.hasSuffix(".html")
      && Int(name.dropFirst("index-".count).dropLast(".html".count)) != nil
  }

  /// Deletes the pages of an index that was longer.
  static func removePages(in output: String, after last: Int) {
    var page = last + 1
    while FileSystem.remove(output + "/index-\(page).html") { page += 1 }
  }

  private static func refusal(_ path: String, _ reason: String) -> FileError {
    FileError(kind: .notWritable, path: path, reason: reason)
  }

  /// Deletes what runs that were killed left half written.
  static func removeAbandoned(in output: String, _ state: BatchState) {
    let records = (try? FileSystem.names(inFolder: state.folder)) ?? []
    for folder in [output, output + "/reports", state.folder]
      + records.map({ state.folder + "/" + $0 })
    {
      FileSystem.removeAbandoned(inFolder: folder)
    }
  }
}
