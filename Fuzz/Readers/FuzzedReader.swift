// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Importing

/// What is to be fuzzed.
enum FuzzedReader {
  /// A reader by the name of its format.
  case format(String)
  /// A preset by its name.
  case preset(String)
  /// Whatever the first bytes say, archives among them.
  case any
  /// The text of a mapping.
  case mappingFile
  /// The text of a mapping, a line of equals signs, and a file that it is to read.
  case mappingAndFile
  /// The drafting of a mapping.
  case draft
  /// The text of a protocol.
  case protocolFile
  /// The text of a person's own foods.
  case userFoods

  /// What the environment names.
  static var named: FuzzedReader {
    guard let value = unsafe getenv("FUZZ_READER") else { return .any }
    let name = unsafe String(cString: value)
    return switch name {
    case "any": .any
    case "mapping-file": .mappingFile
    case "mapping-and-file": .mappingAndFile
    case "mapping-draft": .draft
    case "protocol-file": .protocolFile
    case "user-foods": .userFoods
    case _ where name.hasPrefix("preset-"): .preset(String(name.dropFirst(7)))
    case _ where Importer.formatNames.contains(name): .format(name)
    default: fatalError("FUZZ_READER names no reader: \(name)")
    }
  }
}
