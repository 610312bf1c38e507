// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoundationEssentials

/// A reader of a clinical record that lies in an Apple Health export: FHIR in JSON, one resource a file.
///
/// Only `AllergyIntolerance` is read, in the shapes of DSTU 2, STU 3 and R4, for an allergy is what
/// warnings depend on most. It becomes an item of the profile.
struct ClinicalRecordReader: FormatReader {
  static let formatName = "clinical-record"
  /// The most bytes of a record that is read.
  static let largest = 1 << 20

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let text = unicode(prefix)
    guard beginsObject(text) else { return false }
    return String(decoding: text, as: UTF8.self).contains("\"resourceType\"")
  }

  /// Whether a file that goes on behind these bytes is one by its name.
  ///
  /// Members stand in any order, and what kind of resource it is may stand behind a long text.
  static func recognises(_ prefix: [UInt8], named name: String) -> Bool {
    prefix.count >= CSVSource.prefixSize && ClinicalRecords.isAllergy(name)
      && beginsObject(unicode(prefix))
  }

  private static func beginsObject(_ text: [UInt8]) -> Bool {
    text.first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// The UTF-8 form of a record, without byte order mark.
  private static func unicode(_ bytes: [UInt8]) -> [UInt8] {
    let encoding = TextEncoding(prefix: bytes)
    guard encoding != .windows1252 else { return bytes }
    var decoder = TextDecoder(encoding: encoding)
    return decoder.decode(bytes) + decoder.finish()
  }

  private let context: ReadContext
  private var bytes: [UInt8] = []
  private var isTooLong = false
  private var log: FindingLog

  init(_ context: ReadContext) {
    self.context = context
    log = FindingLog(file: context.file)
  }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    guard self.bytes.count + count <= Self.largest else {
      isTooLong = true
      return
    }
    self.bytes += bytes.prefix(count)
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    var outcome = ReadOutcome()
    outcome.rows = 1
    let record =
      isTooLong
      ? nil : try? JSONDecoder().decode(AllergyRecord.self, from: Data(Self.unicode(bytes)))
    if let record {
      if let entry = entry(record) {
        outcome.parts = [PartialDiary(participant: nil, entries: [entry])]
      }
    } else {
      log.add(
        "clinical-record-not-readable", .warning,
        "The clinical record \(isTooLong ? "is too long" : "is not JSON as FHIR has it") and was not "
          + "read.",
        remedy: "If it says that you have an allergy to a food, say it in a profile row: warnings "
          + "depend on it.")
    }
    outcome.findings = log.finished()
    return outcome
  }

  private mutating func entry(_ record: AllergyRecord) -> Entry? {
    guard record.resourceType == "AllergyIntolerance" else {
      log.add(
        "clinical-record-not-kept", .note,
        "The clinical record is of the kind “\(Self.plain(record.resourceType))”, which is not read.",
        remedy: "Of clinical records only allergies are.")
      return nil
    }
    let name = Self.plain(record.name)
    guard !name.isEmpty else {
      log.add(
        "clinical-record-not-readable", .warning, "The allergy in the clinical record has no name.",
        remedy: "If it is one to a food, say it in a profile row: warnings depend on it.")
      return nil
    }
    if let why = record.reasonToLeaveOut {
      log.add(
        "clinical-record-not-kept", .note, "“\(name)” is not kept as an allergy: it is \(why).",
        remedy: "If it is one to a food all the same, say it in a profile row.")
      return nil
    }
    var entry = Entry(
      kind: .profile, time: nil, name: record.isAllergy ? "allergy" : "condition",
      value: .text(record.isAllergy ? name : "intolerance: \(name)"),
      origin: Origin(input: context.input, line: 1))
    entry.note =
      record.remarks.map(Self.plain).filter { !$0.isEmpty }.joined(separator: "; ")
      .nonEmpty
    return entry
  }

  /// A text on one line, and short.
  private static func plain(_ text: String) -> String {
    String(MappingDraft.comment(text).trimmed.prefix(200)).trimmed
  }
}
