// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FileAccess

/// Tells a file's format from its first bytes.
enum FormatDetection {
  /// A reader for a file that starts with these bytes.
  ///
  /// - Throws: `RowFault` that says what the file is instead; its line is the first.
  static func reader(
    for prefix: [UInt8], file: String = "", mapping: Mapping? = nil
  ) throws(RowFault) -> any FormatReader.Type {
    let mark = mark(of: prefix)
    if prefix.dropFirst(mark).allSatisfy({ $0 <= 0x20 }) {
      throw RowFault(
        id: "file-empty",
        summary: prefix.isEmpty
          ? "The file is empty."
          : prefix.count == mark
            ? "The file holds a byte order mark and nothing else."
            : "The file starts with nothing but blanks or zero bytes.",
        remedy: "Export the diary again; the export may have been interrupted.")
    }
    if let archive = archive(prefix) { throw archive }
    let own = mapping.map { [$0] } ?? []
    // A mapping that says which files it is for goes before all else.
    if MappingChoice(prefix: prefix, file: file, mappings: own, includesOpen: false) != nil {
      return MappedReader.self
    }
    for reader in Formats.readers where reader.recognises(prefix) { return reader }
    if ClinicalRecordReader.recognises(prefix, named: FileSystem.name(of: file)) {
      return ClinicalRecordReader.self
    }
    if MappingChoice(prefix: prefix, file: file, mappings: own + MappingPresets.all) != nil {
      return MappedReader.self
    }
    if let fault = mapping.flatMap({ MappingChoice.fault(prefix: prefix, mapping: $0) }) {
      throw fault
    }
    throw unknown(prefix)
  }

  /// How many bytes a byte order mark takes at the start of a file; 0 where there is none.
  private static func mark(of prefix: [UInt8]) -> Int {
    if prefix.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    return prefix.starts(with: [0xFF, 0xFE]) || prefix.starts(with: [0xFE, 0xFF]) ? 2 : 0
  }

  /// What to say of an archive where none is opened: inside another one.
  private static func archive(_ prefix: [UInt8]) -> RowFault? {
    guard ZipReading.isArchive(prefix) else { return nil }
    let start = String(decoding: prefix.prefix(128), as: UTF8.self)
    if start.contains("[Content_Types].xml") || start.contains("xl/") {
      return ZipReading.spreadsheet
    }
    return RowFault(
      id: "zip-inside-zip", summary: "The file is a zip archive inside a zip archive.",
      remedy: "Unpack the outer archive and give the folder.")
  }

  private static func unknown(_ prefix: [UInt8]) -> RowFault {
    if let fault = FileStart.fault(prefix) { return fault }
    let first = firstLine(prefix)
    if first.lowercased().hasPrefix("sep=") {
      return RowFault(
        id: "format-unknown",
        summary: "The file starts with “\(first)”, a line for spreadsheet programs alone.",
        remedy: "Take this line out, so that the columns' names are the first.")
    }
    let rows = CSVSniffer.rows(of: prefix, most: 1)
    if let row = rows.first, looksLikeData(row) {
      return RowFault(
        id: "csv-no-header",
        summary: "The first row is data (“\(first)”); expected are the columns' names.",
        remedy: "Put “\(CanonicalCSVReader.columns.joined(separator: ","))” on the first line, or "
          + "describe the file with a mapping: “reintro mapping FILE” writes a first one.")
    }
    return RowFault(
      id: "format-unknown",
      summary: "The format is not known; the file starts with “\(first)”.",
      remedy: """
        Read are \(Formats.names). Describe this file with a mapping: “reintro mapping FILE” writes \
        a first one. Or name the columns of a CSV file \
        \(CanonicalCSVReader.columns.joined(separator: ",")).
        """)
  }

  /// Whether a first row holds a kind of entry beside a time, as canonical rows do.
  private static func looksLikeData(_ row: CSVRow) -> Bool {
    let cells = (0..<min(row.count, 16)).map { row.trimmedText($0) ?? "" }
    return cells.contains { EntryTime(iso: $0) != nil || LocalizedTime($0) != nil }
      || (cells.count > 2 && cells.contains { EntryKind(rawValue: $0) == .profile })
  }

  /// The first line that is not blank, made harmless and short.
  private static func firstLine(_ prefix: [UInt8]) -> String {
    var decoder = TextDecoder(encoding: TextEncoding(prefix: Array(prefix.prefix(4096))))
    let text = decoder.decode(Array(prefix.prefix(4096)))
    let line = text.split { $0 == 0x0A || $0 == 0x0D }.first { $0.contains { $0 > 0x20 } } ?? []
    let shown = String(decoding: line, as: UTF8.self).unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? " " : Character(scalar)
    }
    return String(shown).shortened
  }
}
