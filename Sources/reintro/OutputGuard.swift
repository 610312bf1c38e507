// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FileAccess

/// Keeps outputs from overwriting inputs.
enum OutputGuard {
  /// Ends the program where one of two outputs is an input, a data file inside an input folder, a
  /// folder, or the same as the other output.
  static func refuse(_ first: String?, _ second: String?, overwriting inputs: [String?]) throws {
    let inputs = inputs.compactMap(\.self)
    for output in [first, second].compactMap(\.self) {
      if output == "-" {
        throw ValidationError(
          "An output is a file, not standard output: '-' names none. For a file of that name write ./-"
        )
      }
      if inputs.contains(where: { overwrites(output, $0) }) {
        throw refusal("\(output): is an input; an output never overwrites one. Give another name.")
      }
      if FileSystem.kind(of: output) == .folder {
        throw refusal("\(output): is a folder, expected the name of a file to write.")
      }
    }
    if let first, let second, first == second || FileSystem.areSame(first, second) {
      throw refusal("\(first): two outputs have the same name.")
    }
  }

  /// Ends the program where an output is there already, and may hold a person's own work.
  static func refuse(existing output: String) throws {
    guard FileSystem.kind(of: output) != nil else { return }
    throw refusal("\(output): is there already, and may have been edited. Give another name.")
  }

  /// Ends the program where tables would stand among the inputs, to be read as a diary next time.
  static func refuse(folder: String, inside inputs: [String]) throws {
    if let kind = FileSystem.kind(of: folder), kind != .folder {
      throw refusal("\(folder): is a file, expected a folder for the tables.")
    }
    let place = FileSystem.resolved(folder) ?? FileSystem.resolved(FileSystem.folder(of: folder))
    let isInside = inputs.contains { input in
      guard FileSystem.kind(of: input) == .folder, let place,
        let input = FileSystem.resolved(input)
      else { return false }
      return place == input || place.hasPrefix(input + "/")
    }
    if isInside {
      throw refusal("\(folder): is inside an input; give a folder beside it for the tables.")
    }
  }

  private static func overwrites(_ output: String, _ input: String) -> Bool {
    if FileSystem.areSame(output, input) { return true }
    guard let path = FileSystem.resolved(output), let folder = FileSystem.resolved(input) else {
      return false
    }
    let isData = [".csv", ".xml", ".zip"].contains { path.lowercased().hasSuffix($0) }
    return isData && path.hasPrefix(folder + "/")
  }

  private static func refusal(_ text: String) -> ExitCode {
    Terminal.warn("error: \(text)")
    return ExitStatus.noOutput
  }
}
