// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The state of a file's bytes, as far as the system tells it.
package struct FileVersion: Hashable, Sendable {
  /// The size in bytes.
  package let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

extension FileReader {
  /// Size and time of the last change; two that differ mean that the file was written to.
  package borrowing func version() throws(FileError) -> FileVersion {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError(kind: .notReadable, path: path, reason: systemReason(errno))
    }
    return FileVersion(status)
  }

  /// Up to `count` bytes from `offset` on, wherever reading stands.
  package borrowing func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: max(0, count))
    var filled = 0
    while filled < buffer.count {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe pread(descriptor, base + filled, bytes.count - filled, offset + filled)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(kind: .notReadable, path: path, reason: systemReason(errno))
      }
      if got == 0 { break }
      filled += got
    }
    buffer.removeLast(buffer.count - filled)
    return buffer
  }

  /// A second descriptor of the file, which the caller closes; the two share their position.
  package borrowing func duplicatedDescriptor() throws(FileError) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else {
      throw FileError(kind: .notReadable, path: path, reason: systemReason(errno))
    }
    return copy
  }
}
