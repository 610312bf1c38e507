// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Batch
internal import FileAccess

/// How ids and names of files are shown; shared by `batch` and `worker`.
struct NameFlags: ParsableArguments {
  @Flag(help: "Show ids and file names as they are; else what may be a name is replaced.")
  var keepNames = false

  @Option(
    name: .customLong("salt"),
    help: ArgumentHelp(
      "A file with a secret of 16 bytes or more that names are replaced with.", valueName: "file"),
    completion: .file())
  var saltFile: String?

  func validate() throws {
    if keepNames && saltFile != nil {
      throw ValidationError("--keep-names replaces nothing, so that --salt has nothing to do.")
    }
  }

  /// What ids and names are replaced by; ends the program where the secret cannot be used.
  func policy() throws -> NamePolicy {
    if keepNames { return .kept }
    guard let saltFile else { return .replaced }
    do {
      let salt = try FileSystem.contents(of: saltFile, limit: 1 << 16)
      guard salt.count >= 16 else {
        Terminal.warn(
          "error: \(saltFile): holds \(salt.count) bytes, expected a secret of 16 or more, such as "
            + "from: head -c 32 /dev/urandom > \(saltFile)")
        throw ExitStatus.unusableInput
      }
      return .salted(salt)
    } catch let error as FileError {
      Terminal.warn("error: \(error)")
      throw ExitStatus.of(error)
    }
  }
}
