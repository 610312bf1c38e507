// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file open for reading in pieces, so that its size does not matter.
public struct FileReader: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens a file, not a folder.
  ///
  /// - Throws: `FileError` where the file is missing, a folder, or not readable.
  public init(path: String) throws(FileError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileError(
        kind: errno == ENOENT ? .notFound : .notReadable, path: path, reason: systemReason(errno))
    }
    guard FileSystem.kind(of: path) != .folder else {
      throw FileError(kind: .notReadable, path: path, reason: "it is a folder")
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Fills `buffer` from its start with the next bytes of the file.
  ///
  /// - Returns: how many bytes were put there: fewer than `buffer.count` only at the end of the
  ///   file, where it returns 0.
  public mutating func read(into buffer: inout [UInt8]) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe Glibc.read(descriptor, base + filled, bytes.count - filled)
      }
      if got < 0 {
        if errno == EINTR { continue }
        throw FileError(kind: .notReadable, path: path, reason: systemReason(errno))
      }
      if got == 0 { break }
      filled += got
    }
    return filled
  }
}

/// The system's words for an error number.
func systemReason(_ number: Int32) -> String {
  guard let text = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: text)
}
