// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Importing

/// Links in the input folder to what is an input by another name: read as well, they would count a
/// participant twice.
struct RepeatedLinks {
  /// The input folder, without links.
  private let folder: String
  /// Whether a name in the folder is that of a unit.
  private let isUnit: (String) -> Bool
  /// Where the links lead that are units.
  private var targets: Set<String> = []
  /// The places of the files of units that a link leads into, by the unit's name.
  private var files: [String: Set<String>] = [:]

  init(in folder: String, isUnit: @escaping (String) -> Bool) {
    self.folder = folder
    self.isUnit = isUnit
  }

  /// Whether what stands at `path`, which leads to `place`, is read by another name as well.
  ///
  /// Of several links to one place outside the folder the first is the unit.
  mutating func isRepeated(_ path: String, at place: String) -> Bool {
    guard targets.insert(place).inserted else { return true }
    guard place.hasPrefix(folder + "/") else { return false }
    let parts = place.dropFirst(folder.utf8.count + 1).split(separator: "/")
    guard let first = parts.first.map(String.init), isUnit(first) else { return false }
    if parts.count == 1 { return true }
    // A part of a unit, unless the unit leaves some of it out.
    let own = InputFiles([path]).files
    let taken = files[first] ?? Self.places(ofUnit: folder + "/" + first)
    files[first] = taken
    return !own.isEmpty
      && own.allSatisfy { file in FileSystem.resolved(file.path).map(taken.contains) ?? false }
  }

  private static func places(ofUnit path: String) -> Set<String> {
    Set(InputFiles([path]).files.compactMap { FileSystem.resolved($0.path) })
  }
}
