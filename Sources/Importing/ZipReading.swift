// SPDX-License-Identifier: Apache-2.0

internal import Archives
internal import DiaryModel
internal import FileAccess

/// What can be told of zip archives from their first bytes and their members' names.
enum ZipReading {
  /// The most members that are read of one archive.
  static let mostRead = 10_000

  /// Whether a file starts as archives do: with a member, with the end of an empty one, or with
  /// the mark of one that was split.
  static func isArchive(_ prefix: [UInt8]) -> Bool {
    [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x07, 0x08]]
      .contains { prefix.starts(with: $0) }
  }

  /// What is said of a spreadsheet.
  static var spreadsheet: RowFault {
    RowFault(
      id: "spreadsheet-not-read", summary: "The file is a spreadsheet, not text.",
      remedy: "Save the sheet as CSV (UTF-8) and give that file.")
  }

  /// What is said of a file that is an archive by its name only.
  static var notAnArchive: RowFault {
    RowFault(
      id: "zip-damaged",
      summary: "The file is named as a zip archive, but does not start as one.",
      remedy: "Copy or export it again; a download may have been interrupted.")
  }

  /// Whether an archive is a spreadsheet, of Excel or OpenDocument.
  static func isSpreadsheet(_ members: [ZipMember]) -> Bool {
    let names = Set(members.map(\.name))
    return names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")
      || names.contains("mimetype") && names.contains("content.xml")
  }

  /// Whether an archive is a document: a letter, slides, a book.
  static func isDocument(_ members: [ZipMember]) -> Bool {
    let names = Set(members.map(\.name))
    return names.contains("[Content_Types].xml")
      || names.contains("mimetype") && names.contains { $0.hasPrefix("META-INF/") }
  }
}

extension ImportSession {
  /// Reads the members of an archive that a file holds.
  mutating func readArchive(_ reader: borrowing FileReader, at place: Place) {
    do throws(ZipFault) {
      var source = ReadingAhead(MemberSource(try ZipArchive(reader)))
      readMembers(&source, of: place)
    } catch {
      fail(ImportError(error.sourceFault, file: place.path), at: place)
    }
  }

  /// Reads the members of an archive that is in memory.
  mutating func readArchive(_ bytes: [UInt8], at place: Place) {
    do throws(ZipFault) {
      var source = ReadingAhead(MemberSource(try ZipArchive(bytes)))
      readMembers(&source, of: place)
    } catch {
      fail(ImportError(error.sourceFault, file: place.path), at: place)
    }
  }

  private mutating func readMembers(_ source: inout ReadingAhead<MemberSource>, of place: Place) {
    let (all, archiveSize) = source.withBase { ($0.archive.members, $0.archive.size) }
    if ZipReading.isSpreadsheet(all) {
      notRecognised(ZipReading.spreadsheet, at: place)
      return
    }
    isInDocument = ZipReading.isDocument(all)
    defer { isInDocument = false }
    let names = all.map { $0.isFolder ? nil : MemberName($0.name) }
    let wanted = all.indices.filter { names[$0].map { !$0.isHidden && !$0.isNoDiary } ?? false }
    noteNames(names.compactMap(\.self), of: place)
    guard !wanted.isEmpty else {
      notRecognised(
        RowFault(
          id: "zip-without-files", summary: "The zip archive holds no file that can be a diary.",
          remedy: "Give an archive that holds exports of \(Formats.names)."), at: place)
      return
    }
    guard wanted.count <= ZipReading.mostRead else {
      let fault = ZipFault(
        .tooManyMembers,
        "\(wanted.count) files in it would be read, more than \(ZipReading.mostRead)")
      fail(ImportError(fault.sourceFault, file: place.path), at: place)
      return
    }
    var allowance = UnpackAllowance(archiveSize: archiveSize)
    for index in wanted {
      guard let name = names[index] else { continue }
      let own = Place(
        path: place.path + "/" + name.shown, name: place.name + "/" + name.shown, isInFolder: true)
      do throws(ZipFault) {
        try source.withBase { base throws(ZipFault) in try base.archive.open(all[index]) }
      } catch {
        fail(ImportError(error.sourceFault, file: own.path), at: own)
        // What refuses one member of a bomb refuses all: there is no use in saying it of each.
        if error.isBomb { return }
        continue
      }
      allowance.goOn()
      read(&source, at: own, &allowance)
      if allowance.isExceeded { return }
    }
  }

  /// Says which members were left out for their names, and which have names that could do harm.
  private mutating func noteNames(_ names: [MemberName], of place: Place) {
    var records = ClinicalRecords()
    for name in names where !name.isHidden { name.clinicalRecord.map { records.add($0) } }
    if !records.isEmpty { findings.append(records.finding(place.path)) }
    let left = names.filter { $0.isNoDiary && !$0.isHidden && $0.clinicalRecord == nil }
    if let first = left.first {
      let what = left.count == 1 ? "1 file" : "\(left.count) files"
      findings.append(
        Finding(
          id: "file-skipped", severity: .note,
          summary: """
            \(what) in the archive, such as “\(first.shown.shortened)”, \
            \(left.count == 1 ? "was" : "were") not read: name or folder say that this is no diary.
            """, file: place.path))
    }
    let unsafe = names.filter { $0.isUnsafe && !$0.isHidden }
    if let first = unsafe.first {
      let what = unsafe.count == 1 ? "1 name" : "\(unsafe.count) names"
      findings.append(
        Finding(
          id: "zip-name-unsafe", severity: .warning,
          summary: """
            \(what) in the archive, such as “\(first.shown.shortened)”, could lead out of a folder \
            or change what a terminal shows; they are shown without what could. Nothing was unpacked.
            """,
          remedy: "No app writes such names; check where the file comes from.", file: place.path))
    }
  }
}

extension ImportError {
  /// The error of bytes that do not come to their end.
  init(_ fault: SourceFault, file: String) {
    let finding = Finding(
      id: fault.id, severity: .error, summary: fault.summary, remedy: fault.remedy, file: file)
    self.init(kind: fault.kind, findings: [finding])
  }
}

extension ZipFault {
  /// Whether the archive as a whole asks for too much.
  var isBomb: Bool { kind == .tooCompressed || kind == .tooLarge }
}
