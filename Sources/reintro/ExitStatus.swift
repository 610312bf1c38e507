// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FileAccess

/// What the program tells its caller; the numbers are those of BSD's `sysexits.h`.
enum ExitStatus {
  /// Input that cannot be used.
  static let unusableInput = ExitCode(65)
  /// Input that is missing or not readable.
  static let noInput = ExitCode(66)
  /// A defect in the program.
  static let defect = ExitCode(70)
  /// Output that cannot be written.
  static let noOutput = ExitCode(73)

  /// The status that a file's fault calls for.
  static func of(_ error: FileError) -> ExitCode {
    switch error.kind {
    case .notFound, .notReadable: noInput
    case .notWritable: noOutput
    case .tooLarge: unusableInput
    }
  }
}
