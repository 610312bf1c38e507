// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Importing

/// The units of a folder, by name.
///
/// Names only are held, one after the other: the files of a unit are looked up when it is asked for, so that
/// memory hardly grows with the folder.
struct BatchUnits: Sendable, RandomAccessCollection {
  private let folder: String
  private var names = TextList()
  /// Whether each is a file directly in the folder, not a link and not a folder.
  private var plain: [Bool] = []

  /// Creates an empty list of units of a folder.
  init(folder: String) { self.folder = folder.hasSuffix("/") ? folder : folder + "/" }

  /// Adds the unit of that name.
  mutating func append(_ name: String, isPlainFile: Bool) {
    names.append(name.utf8)
    plain.append(isPlainFile)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { names.count }

  /// A unit, with the files that it has now.
  subscript(place: Int) -> BatchUnit { BatchUnit(name: name(at: place), path: path(at: place)) }

  /// The name of a unit in the folder.
  func name(at place: Int) -> String { names.text(at: place) }

  /// The path of a unit.
  func path(at place: Int) -> String { folder + name(at: place) }

  /// Whether a unit was a file, not a link and not a folder, when the folder was read.
  func isPlainFile(at place: Int) -> Bool { plain.indices.contains(place) && plain[place] }
}
