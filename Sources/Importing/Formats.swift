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
      CSVRowReader<MySymptomsRows>.self,
      CSVRowReader<CronometerRows>.self,
      CSVRowReader<BearableRows>.self,
      CSVRowReader<FatSecretRows>.self,
      MyFitnessPalReader.self,
      ClinicalRecordReader.self,
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
    "canonical CSV or XML, Apple Health export.xml, CSV of mySymptoms, Bearable, Cronometer and "
    + "FatSecret, MyFitnessPal's printable diary, what the presets are for (`reintro mapping --list`), and any CSV or XML with a mapping"
}

/// A writer of one of the canonical formats.
protocol DiaryWriter {
  /// Writes diaries in pieces, each handed to `put`.
  static func write<Failure: Error>(
    _ diaries: [Diary], to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure)
}

extension DiaryWriter {
  /// The diaries as one file.
  static func write(_ diaries: [Diary]) -> [UInt8] {
    var all: [UInt8] = []
    write(diaries) { all += $0 }
    return all
  }
}
