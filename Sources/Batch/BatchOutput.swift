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
  static func refuseInputs(
    of units: BatchUnits, of input: String, in output: String
  ) throws(FileError) {
    guard let folder = FileSystem.resolved(output) else { return }
    let source = FileSystem.resolved(input) ?? input
    let outputs = Set(outputPaths(in: folder).compactMap { FileSystem.identity(of: $0) })
    for place in units.indices {
      if units.isPlainFile(at: place) {
        let path = source + "/" + units.name(at: place)
        try refuse(path, askedFor: units.path(at: place), of: folder, outputs)
        continue
      }
      let unit = units[place]
      if let place = FileSystem.resolved(unit.path), folder.hasPrefix(place + "/") {
        throw refusal(output, "it lies inside the input \(unit.path); give a folder outside")
      }
      for file in unit.inputs.files {
        try refuse(FileSystem.resolved(file.path), askedFor: file.path, of: folder, outputs)
      }
    }
  }

  /// Refuses an input that a batch would write over; `place` is its path without links.
  private static func refuse(
    _ place: String?, askedFor path: String, of folder: String, _ outputs: Set<FileIdentity>
  ) throws(FileError) {
    if let place, isOwn(place, of: folder) {
      throw refusal(place, "it is an input by the name \(path)")
    }
    // On a first run there is nothing that an input could be.
    guard !outputs.isEmpty, let identity = FileSystem.identity(of: path) else { return }
    if outputs.contains(identity) {
      let output = outputPaths(in: folder).first { FileSystem.identity(of: $0) == identity }
      throw refusal(output ?? path, "it is an input, and inputs are never overwritten")
    }
  }

  /// The places of the tables, and of all reports that are there.
  private static func outputPaths(in folder: String) -> some Sequence<String> {
    let reports = (try? FolderNames(folder + "/reports"))?.names ?? TextList()
    return (0..<(tables.count + reports.count)).lazy.map { place in
      place < tables.count
        ? folder + "/" + tables[place]
        : folder + "/reports/" + reports.text(at: place - tables.count)
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
