// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Why a file or folder below a folder is not read.
enum PassedOver: String {
  case upward = "This was not read: it is a link to a folder above."
  case folderName = "The folder was not read: its name says that it holds no diary."
  case fileName = "The file was not read: its name says that it is no diary."
  case unfit = "This was not read: it is no regular file, a broken link, or lies too deep."

  /// What is said of it.
  func finding(_ path: String) -> Finding {
    Finding(
      id: "file-skipped", severity: self == .unfit ? .warning : .note, summary: rawValue,
      file: path)
  }
}
