// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess

/// The formats that are read and written; a new one is added here and nowhere else.
enum Formats {
  /// The readers, in the order in which they are asked whether a file is theirs.
  static var readers: [any FormatReader.Type] {
    [
      CanonicalXMLReader.self,
      AppleHealthReader.self,
      CanonicalCSVReader.self,
      MySymptomsReader.self,
      CronometerReader<CronometerServings>.self,
      CronometerReader<CronometerBiometrics>.self,
      CronometerReader<CronometerExercises>.self,
      CronometerReader<CronometerNotes>.self,
    ]
  }

  /// The writers of the canonical format, by the ending of the file's name.
  static let writers: [(ending: String, write: Writing)] = [
    ("csv", { (diaries, put) throws(FileError) in try CanonicalCSVWriter.write(diaries, to: put) }),
    ("xml", { (diaries, put) throws(FileError) in try CanonicalXMLWriter.write(diaries, to: put) }),
  ]

  /// Writes diaries, piece by piece.
  typealias Writing =
    @Sendable ([Diary], ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void

  /// The formats as people know them, for messages.
  static let names =
    "canonical CSV or XML, mySymptoms CSV, Apple Health export.xml, Cronometer CSV, what the presets "
    + "are for (`reintro mapping --list`), and any CSV or XML with a mapping"
}
