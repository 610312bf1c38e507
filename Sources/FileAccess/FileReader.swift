// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file open for reading in pieces, so that its size does not matter.
public struct FileReader: ~Copyable, Sendable {
  let descriptor: Int32
  let path: String

  /// Opens a file, not a folder.
  ///
  /// - Throws: `FileError` where the file is missing, a folder, or not readable.
  public init(path: String) throws(FileError) {
    self.path = path
    descriptor = try Self.opened(path)
  }

  private static func opened(_ path: String) throws(FileError) -> Int32 {
    guard !path.utf8.contains(0) else {
      throw FileError(kind: .notFound, path: path, reason: "the name holds a NUL")
    }
    // Without O_NONBLOCK, a pipe that nobody writes to would stop the program here.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw FileError(
        kind: errno == ENOENT ? .notFound : .notReadable, path: path, reason: systemReason(errno))
    }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let kind = isKnown ? FileSystem.kind(status) : .other
    guard kind == .file else {
      close(descriptor)
      let reason = kind == .folder ? "it is a folder" : "it is not a regular file"
      throw FileError(kind: .notReadable, path: path, reason: reason)
    }
    return descriptor
  }

  deinit {
    close(descriptor)
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

  /// Goes back to the first byte of the file.
  public mutating func restart() throws(FileError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw FileError(kind: .notReadable, path: path, reason: systemReason(errno))
    }
  }
}

/// The system's words for an error number.
func systemReason(_ number: Int32) -> String {
  guard let text = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: text)
}
