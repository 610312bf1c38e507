// SPDX-License-Identifier: Apache-2.0

internal import Glibc

extension FileSystem {
  /// When a file was last changed, in its content or its place, in seconds since 1970; `nil` where
  /// nothing stands at the path.
  public static func lastChange(of path: String) -> Int? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return max(status.st_mtim.tv_sec, status.st_ctim.tv_sec)
  }

  /// The bytes of a regular file, links followed; `nil` where there is none.
  public static func size(of path: String) -> Int? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0, kind(status) == .file else { return nil }
    return Int(status.st_size)
  }

  /// The size of a file and the moment of its last change, as one text; `nil` where there is none.
  public static func state(of path: String) -> String? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)"
  }

  /// Lets no one but the owner look into a folder or read a file, as far as the file system has such rights.
  public static func makePrivate(_ path: String) {
    _ = unsafe chmod(path, kind(of: path) == .folder ? 0o700 : 0o600)
  }

  /// A name beside a file's place, for a writer that cannot write in pieces; a run that was killed
  /// leaves it to `removeAbandoned`.
  public static func temporaryPath(beside path: String) -> String {
    folder(of: resolved(path) ?? path) + "/" + TemporaryName.make()
  }

  /// Puts a whole file in its place; a link there stays a link.
  ///
  /// - Throws: `FileError` of kind `notWritable`.
  public static func replace(_ path: String, by temporary: String) throws(FileError) {
    guard unsafe rename(temporary, resolved(path) ?? path) == 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
  }
}
