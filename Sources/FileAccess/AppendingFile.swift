// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// A file that lines are added to, by any thread, and that stays open between them.
public final class AppendingFile: Sendable {
  private let path: String
  private let descriptor = Mutex<Int32>(-1)

  /// Names a file, which is made when the first bytes are added.
  public init(path: String) { self.path = path }

  deinit {
    descriptor.withLock { if $0 >= 0 { close($0) } }
  }

  /// Adds bytes at the end: all of them, in one piece as others see it.
  ///
  /// - Throws: `FileError` of kind `notWritable`.
  public func append(_ bytes: [UInt8]) throws(FileError) {
    let failure = descriptor.withLock { descriptor -> Int32 in
      if descriptor < 0 {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
      }
      return descriptor < 0 ? errno : FileSystem.writeAll(bytes[...], to: descriptor)
    }
    guard failure == 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(failure))
    }
  }

  /// Closes the file; adding bytes opens it again.
  public func finish() {
    descriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }
  }
}
