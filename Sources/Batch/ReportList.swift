// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// The names of the reports that batches have written to an output folder.
///
/// A name is on the list before its report is written, so that a report is never left behind by a
/// run that was cut short, and files that others put beside the reports are never taken for ours.
final class ReportList: Sendable {
  private let path: String
  private let folder: String
  private let file: AppendingFile

  /// The list of an output folder.
  init(output: String) {
    path = output + "/.reintro/reports.txt"
    folder = output + "/reports"
    file = AppendingFile(path: path)
  }

  /// Puts a name on the list; one that is there already may stand there twice.
  func note(_ name: String) throws(FileError) { try file.append(Array((name + "\n").utf8)) }

  /// Deletes the reports on the list that are not the participants', and takes them off it.
  func keepOnly(_ places: BatchPlaces) throws(FileError) {
    file.finish()
    var owned: [UInt64] = []
    var writer = try AtomicFileWriter(path: path)
    for place in places.participants {
      guard let name = places.report(of: place) else { continue }
      owned.append(SHA256.start(of: Array(name.utf8)))
      try writer.append((name + "\n").utf8)
    }
    owned.sort()
    let list = (try? FileSystem.contents(of: path, limit: 1 << 30)) ?? []
    for line in list.split(separator: UInt8(ascii: "\n")) {
      let name = String(decoding: line, as: UTF8.self)
      if Self.isReportName(name), !owned.holds(SHA256.start(of: Array(line))) {
        FileSystem.remove(folder + "/" + name)
      }
    }
    try writer.finish()
  }

  private static func isReportName(_ name: String) -> Bool {
    name.hasSuffix(".html") && !name.utf8.contains(UInt8(ascii: "/")) && !name.hasPrefix(".")
  }
}
