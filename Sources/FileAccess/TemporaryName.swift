// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The names of files that are still being written, `.reintro-PROCESS-NUMBER.tmp`.
enum TemporaryName {
  private static let start = ".reintro-"
  private static let end = ".tmp"

  /// A new name.
  static func make() -> String {
    "\(start)\(getpid())-\(UInt32.random(in: 0 ... .max))\(end)"
  }

  /// The process that a name was made by; `nil` for other names.
  static func process(of name: String) -> Int32? {
    guard name.hasPrefix(start), name.hasSuffix(end) else { return nil }
    let parts = name.dropFirst(start.count).dropLast(end.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, UInt32(parts[1]) != nil, let process = Int32(parts[0]), process > 0
    else { return nil }
    return process
  }
}

extension FileSystem {
  /// Deletes what processes that no longer run have left half written in a folder.
  ///
  /// Files of this process count too, so call this before it writes to the folder.
  public static func removeAbandoned(inFolder folder: String) {
    guard let names = try? names(inFolder: folder) else { return }
    for name in names {
      guard let process = TemporaryName.process(of: name) else { continue }
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone || process == getpid() { remove(folder + "/" + name) }
    }
  }
}
