// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Synchronization

/// The names of the reports that batches have written to an output folder.
///
/// A name is on the list before its report is written, so that a report is never left behind by a
/// run that was cut short, and files that others put beside the reports are never taken for ours.
final class ReportList: Sendable {
  private let path: String
  private let folder: String
  private let names: Mutex<Set<String>>

  /// Reads the list of an output folder; an empty one where there is none.
  init(output: String) {
    path = output + "/.reintro/reports.txt"
    folder = output + "/reports"
    let bytes = (try? FileSystem.contents(of: path, limit: 1 << 30)) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    names = Mutex(Set(lines.filter(Self.isReportName)))
  }

  /// Puts a name on the list, on the disk too.
  func note(_ name: String) throws(FileError) {
    let isNew = names.withLock { $0.insert(name).inserted }
    if isNew { try FileSystem.append(Array((name + "\n").utf8), to: path) }
  }

  /// Deletes the reports on the list that are not among `owned`, and takes them off it.
  func keepOnly(_ owned: Set<String>) throws(FileError) {
    let stale = names.withLock { names in
      let stale = names.subtracting(owned)
      names = owned
      return stale
    }
    for name in stale { FileSystem.remove(folder + "/" + name) }
    let text = owned.sorted().map { $0 + "\n" }.joined()
    try FileSystem.write(Array(text.utf8), to: path)
  }

  private static func isReportName(_ name: String) -> Bool {
    name.hasSuffix(".html") && !name.utf8.contains(UInt8(ascii: "/")) && !name.hasPrefix(".")
  }
}
