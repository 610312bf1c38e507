// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// The names of files that are still being written, `.reintro-PROCESS-NUMBER.tmp`.
enum TemporaryName {
  private static let start = ".reintro-"
  private static let end = ".tmp"

  /// The number in the next name; the first is drawn, as a process that was killed may have had the same id.
  private static let next = Atomic<UInt32>(UInt32.random(in: 0 ... .max))

  /// A new name.
  static func make() -> String {
    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return "\(start)\(getpid())-\(number)\(end)"
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
    var abandoned: [String] = []
    // A folder may hold many others.
    try? forEachName(inFolder: folder) { name, _ in
      guard let process = TemporaryName.process(of: name) else { return }
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone || process == getpid() { abandoned.append(name) }
    }
    for name in abandoned { remove(folder + "/" + name) }
  }
}
