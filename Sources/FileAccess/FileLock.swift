// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file that one process at a time may hold; the system lets go of it when the process ends.
public struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, and makes its file where there is none.
  ///
  /// On a file system that has no locks nothing is held.
  ///
  /// - Throws: `FileError` of kind `notWritable` where another run holds it, or the file cannot be
  ///   made.
  public init(path: String) throws(FileError) {
    descriptor = try Self.opened(path)
  }

  private static func opened(_ path: String) throws(FileError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK {
      close(descriptor)
      throw FileError(
        kind: .notWritable, path: FileSystem.folder(of: path),
        reason: "another run is writing there; wait until it has ended")
    }
    return descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Lets go of the lock.
  public consuming func release() {}
}
