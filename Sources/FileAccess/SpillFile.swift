// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Lines that are put aside in a file and read back in their order, so that memory does not grow with them.
///
/// The file has no name from its start on, so that nothing is left of it whatever ends the program.
public final class SpillFile {
  private let folder: String
  private var descriptor: Int32 = -1
  private var written: [UInt8] = []
  private var isReading = false
  private var read: [UInt8] = []
  private var place = 0
  private static let pieceSize = 1 << 16

  /// Puts lines aside in a folder; there is no file before they are many.
  public init(folder: String) { self.folder = folder }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Adds a line, which holds no line feed; not after the first was read back.
  ///
  /// - Throws: `FileError` of kind `notWritable`.
  public func append(_ line: ArraySlice<UInt8>) throws(FileError) {
    written += line
    written.append(UInt8(ascii: "\n"))
    if written.count >= Self.pieceSize { try flush() }
  }

  private func flush() throws(FileError) {
    if descriptor < 0 {
      let path = folder + "/" + TemporaryName.make()
      descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw fault(.notWritable, errno) }
      unsafe unlink(path)
    }
    let failure = FileSystem.writeAll(written[...], to: descriptor)
    guard failure == 0 else { throw fault(.notWritable, failure) }
    written.removeAll(keepingCapacity: true)
  }

  /// The next line, without its end; `nil` behind the last.
  ///
  /// - Throws: `FileError` where the lines cannot be read back.
  public func next() throws(FileError) -> [UInt8]? {
    if !isReading { try startReading() }
    var searched = place
    while true {
      if let end = read[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { place = end + 1 }
        return Array(read[place..<end])
      }
      read.removeFirst(place)
      place = 0
      searched = read.count
      guard try fill() else { return nil }
    }
  }

  private func startReading() throws(FileError) {
    isReading = true
    guard descriptor >= 0 else {
      read = written
      written = []
      return
    }
    try flush()
    written = []
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw fault(.notReadable, errno) }
  }

  /// Reads the next piece; says whether there was one.
  private func fill() throws(FileError) -> Bool {
    guard descriptor >= 0 else { return false }
    let before = read.count
    read += repeatElement(0, count: Self.pieceSize)
    while true {
      let got = unsafe read.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe Glibc.read(descriptor, base + before, Self.pieceSize)
      }
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw fault(.notReadable, errno) }
      read.removeLast(Self.pieceSize - got)
      return got > 0
    }
  }

  private func fault(_ kind: FileError.Kind, _ number: Int32) -> FileError {
    FileError(kind: kind, path: folder, reason: systemReason(number))
  }
}
