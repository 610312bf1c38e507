// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Files and folders: what is there, whole small files, and writing that is never half done.
public enum FileSystem {
  /// What stands at a path.
  public enum Kind: Hashable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A pipe, a device or a socket.
    case other
  }

  /// What stands at `path`, links followed; `nil` where nothing does.
  public static func kind(of path: String) -> Kind? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return kind(status)
  }

  /// Whether two paths lead to the same file, by whatever links.
  public static func areSame(_ path: String, _ other: String) -> Bool {
    guard let first = identity(of: path) else { return false }
    return first == identity(of: other)
  }

  /// What stands at `path`, links followed, told apart from all else; `nil` where nothing does.
  public static func identity(of path: String) -> FileIdentity? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }

  /// Where a file is written that is to stand at a path, and what stands there: only the last part is
  /// followed where it is a link, as to resolve every part costs a call of the system each.
  static func destination(of path: String) -> (target: String, kind: Kind?) {
    guard !path.utf8.contains(0) else { return (path, nil) }
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return (path, nil) }
    guard status.st_mode & S_IFMT == S_IFLNK else { return (path, kind(status)) }
    let target = resolved(path) ?? path
    return (target, kind(of: target))
  }

  /// What a status is of.
  static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  /// The names in a folder, without `.` and `..`, sorted by their bytes.
  ///
  /// - Throws: `FileError` where the folder is missing or not readable.
  public static func names(inFolder path: String) throws(FileError) -> [String] {
    var names: [String] = []
    try forEachName(inFolder: path) { name, _ in names.append(name) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file.
  ///
  /// - Throws: `FileError`, of kind `tooLarge` where the file holds more than `limit` bytes.
  public static func contents(of path: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
    var reader = try FileReader(path: path)
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try reader.read(into: &buffer)
      if count == 0 { return contents }
      guard contents.count + count <= limit else {
        throw FileError(
          kind: .tooLarge, path: path, reason: "larger than the limit of \(limit) bytes")
      }
      contents.append(contentsOf: buffer[..<count])
    }
  }

  /// Makes a folder and those above it; does nothing where it is there.
  public static func makeFolder(_ path: String) throws(FileError) {
    if kind(of: path) == .folder { return }
    let parent = folder(of: path)
    if parent != path && kind(of: parent) == nil { try makeFolder(parent) }
    let made = unsafe mkdir(path, 0o777)
    guard made == 0 || (errno == EEXIST && kind(of: path) == .folder) else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
  }

  /// Writes a whole file: beside its place first, then renamed, so that no reader sees half of it.
  ///
  /// - Throws: `FileError` of kind `notWritable`; the old file, if any, is then as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    var writer = try AtomicFileWriter(path: path)
    try writer.append(bytes)
    try writer.finish()
  }

  /// Writes several whole files: none is put in its place before all are written beside theirs.
  ///
  /// - Throws: `FileError` of kind `notWritable`; where a file cannot be written, all old ones are
  ///   as they were.
  public static func write(
    together files: ArraySlice<(bytes: [UInt8], path: String)>
  ) throws(FileError) {
    guard let file = files.first else { return }
    var writer = try AtomicFileWriter(path: file.path)
    try writer.append(file.bytes)
    try writer.settle()
    try write(together: files.dropFirst())
    try writer.finish()
  }

  /// Adds bytes at the end of a file, which is made where there is none.
  ///
  /// - Throws: `FileError` of kind `notWritable`.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw FileError(kind: .notWritable, path: path, reason: systemReason(errno))
    }
    let failure = writeAll(bytes[...], to: descriptor)
    let closing = close(descriptor) == 0 ? 0 : errno
    guard failure == 0, closing == 0 else {
      throw FileError(
        kind: .notWritable, path: path, reason: systemReason(failure == 0 ? closing : failure))
    }
  }

  /// Deletes a file; says whether there was one.
  @discardableResult
  public static func remove(_ path: String) -> Bool {
    unsafe unlink(path) == 0
  }

  /// The path with links, `.` and `..` resolved; `nil` where nothing stands there.
  public static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// Where what a path names stands, or would stand once it is made, with links resolved, broken ones too;
  /// `nil` where that cannot be told.
  public static func place(of path: String) -> String? { place(of: path, links: 40) }

  private static func place(of path: String, links: Int) -> String? {
    if let place = resolved(path) { return place }
    guard links > 0, !path.isEmpty, path != "/", path != "." else { return nil }
    if let target = linkTarget(of: path) {
      return place(
        of: target.hasPrefix("/") ? target : folder(of: path) + "/" + target, links: links - 1)
    }
    let name = name(of: path)
    guard name != "..", let above = place(of: folder(of: path), links: links - 1) else {
      return nil
    }
    if name == "." { return above }
    return (above == "/" ? "" : above) + "/" + name
  }

  /// What a link holds; `nil` for what is no link.
  private static func linkTarget(of path: String) -> String? {
    guard !path.utf8.contains(0) else { return nil }
    var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe target.withUnsafeMutableBytes { room in
      unsafe room.baseAddress.map { base in
        unsafe readlink(path, base.assumingMemoryBound(to: CChar.self), room.count)
      } ?? -1
    }
    return count > 0 ? String(decoding: target.prefix(count), as: UTF8.self) : nil
  }

  /// The last part of a path.
  public static func name(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.last.map(String.init) ?? path
  }

  /// A name without its ending; whole where it has none, or is hidden and nothing but an ending.
  public static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The path without its last part; `.` where there is only one part.
  public static func folder(of path: String) -> String {
    var trimmed = Substring(path)
    while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }

  /// Writes all bytes; returns 0, or the system's error number.
  static func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all -> Int in
        guard let base = all.baseAddress else { return 0 }
        return unsafe Glibc.write(descriptor, base + written, all.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return 0
  }
}
