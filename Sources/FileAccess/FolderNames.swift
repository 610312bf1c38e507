// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The names in a folder, sorted by their bytes, held in one piece of memory.
public struct FolderNames: Sendable {
  /// The names, without `.` and `..`.
  public let names: TextList
  /// What the folder itself says of each name.
  private let kinds: [UInt8]

  /// Reads a folder.
  ///
  /// - Throws: `FileError` where the folder is missing or not readable.
  public init(_ path: String) throws(FileError) {
    var list = TextList()
    var types: [UInt8] = []
    try FileSystem.forEachName(inFolder: path) { name, type in
      list.append(name.utf8)
      types.append(type)
    }
    let order = list.sortedPlaces()
    var sorted = TextList()
    sorted.reserveCapacity(order.count)
    var kinds: [UInt8] = []
    kinds.reserveCapacity(order.count)
    for place in order {
      sorted.append(list.utf8(at: place))
      kinds.append(types[place])
    }
    names = sorted
    self.kinds = kinds
  }

  /// How many names there are.
  public var count: Int { names.count }

  /// Whether a name is certainly that of a regular file and no link; many systems tell it without a look at the file.
  public func isPlainFile(_ place: Int) -> Bool {
    kinds.indices.contains(place) && kinds[place] == UInt8(DT_REG)
  }
}

extension FileSystem {
  /// Calls `body` for each name in a folder but `.` and `..`, as the system gives them, with the kind
  /// that the folder has for it.
  static func forEachName(
    inFolder path: String, _ body: (String, UInt8) -> Void
  ) throws(FileError) {
    guard let folder = unsafe opendir(path) else {
      throw FileError(
        kind: errno == ENOENT ? .notFound : .notReadable, path: path, reason: systemReason(errno))
    }
    defer { unsafe closedir(folder) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        guard errno == 0 else {
          throw FileError(kind: .notReadable, path: path, reason: systemReason(errno))
        }
        return
      }
      // A name that is no UTF-8 is given as it can be shown.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { body(name, unsafe entry.pointee.d_type) }
    }
  }
}
