// SPDX-License-Identifier: Apache-2.0

internal import Glibc

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
  /// The drafting of a mapping.
  case draft

  /// What the environment names.
  static var named: FuzzedReader {
    guard let value = unsafe getenv("FUZZ_READER") else { return .any }
    let name = unsafe String(cString: value)
    return switch name {
    case "any": .any
    case "mapping-file": .mappingFile
    case "mapping-draft": .draft
    case _ where name.hasPrefix("preset-"): .preset(String(name.dropFirst(7)))
    default: .format(name)
    }
  }
}
