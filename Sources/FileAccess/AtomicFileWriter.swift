// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file written in pieces beside its place and put there only when it is whole.
///
/// A link is followed, so that it stays a link. What is not a regular file, such as a pipe, cannot
/// be replaced and is written directly.
public struct AtomicFileWriter: ~Copyable {
  private let path: String
  /// Where the bytes go until `finish()`; `nil` where they go to their place directly.
  private let temporary: String?
  private let target: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isDone = false
  private var isClosed = false

  /// Starts a file that will stand at `path`.
  ///
  /// - Throws: `FileError` of kind `notWritable`.
  public init(path: String) throws(FileError) {
    self.path = path
    let place = FileSystem.destination(of: path)
    let opened = try Self.opened(place.target, place.kind, askedFor: path)
    target = place.target
    temporary = opened.temporary
    descriptor = opened.descriptor
  }

  private static func opened(
    _ target: String, _ kind: FileSystem.Kind?, askedFor path: String
  ) throws(FileError) -> (descriptor: Int32, temporary: String?) {
    guard !path.utf8.contains(0) else {
      throw FileError(kind: .notWritable, path: path, reason: "the name holds a NUL")
    }
    var temporary: String?
    let descriptor: Int32
    switch kind {
    case .folder: throw FileError(kind: .notWritable, path: path, reason: "it is a folder")
    case .other: descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    case .file, nil:
      // Short, so that it fits wherever the name itself fits.
      let name = TemporaryName.make()
      let place = FileSystem.folder(of: target) + "/" + name
      temporary = place
      descriptor = unsafe open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
    return (descriptor, temporary)
  }

  deinit {
    guard !isDone else { return }
    if !isClosed { close(descriptor) }
    if let temporary { unsafe unlink(temporary) }
  }

  /// Adds bytes at the end.
  ///
  /// - Throws: `FileError` of kind `notWritable`; the old file, if any, is then as it was.
  public mutating func append(_ bytes: some Sequence<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Adds bytes at the end; many at once go out as they stand, without a copy.
  ///
  /// - Throws: `FileError` of kind `notWritable`; the old file, if any, is then as it was.
  public mutating func append(_ bytes: [UInt8]) throws(FileError) { try append(bytes[...]) }

  /// Adds bytes at the end; many at once go out as they stand, without a copy.
  ///
  /// - Throws: `FileError` of kind `notWritable`; the old file, if any, is then as it was.
  public mutating func append(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    guard bytes.count >= 1 << 14 else {
      buffer += bytes
      if buffer.count >= 1 << 18 { try flush() }
      return
    }
    try flush()
    try write(bytes)
  }

  /// Writes all bytes out, without putting the file in its place; does nothing the second time.
  ///
  /// - Throws: `FileError` of kind `notWritable`; the old file, if any, is then as it was.
  public mutating func settle() throws(FileError) {
    guard !isClosed else { return }
    try flush()
    isClosed = true
    guard close(descriptor) == 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `FileError` of kind `notWritable`; the old file, if any, is then as it was.
  public mutating func finish() throws(FileError) {
    try settle()
    if let temporary, unsafe rename(temporary, target) != 0 {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
    isDone = true
  }

  private mutating func flush() throws(FileError) {
    guard !buffer.isEmpty else { return }
    try write(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }

  private func write(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    let failure = FileSystem.writeAll(bytes, to: descriptor)
    guard failure == 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(failure))
    }
  }
}
