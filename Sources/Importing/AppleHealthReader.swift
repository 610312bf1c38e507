// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// A reader of Apple Health's `export.xml`, in memory that does not grow with the file.
///
/// Read are foods that have a name, the 39 symptoms, sleep (hours per waking day, no time counted
/// twice), menses, workouts, mindful sessions, body weight, caffeine and alcohol, and what the safety
/// gates ask about the person: age, height, pregnancy, breast-feeding and insulin. All else is passed
/// over. Times are brought to `--time-zone`, or to a record's own `HKTimeZone`; the clock
/// that the export prints is that of the day of the export, and is kept only where neither is
/// known, with a warning.
///
/// Records of no interest are passed over without being parsed, where it is certain that they are
/// well-formed; see `XMLElementOmission`.
struct AppleHealthReader: FormatReader {
  static let formatName = "apple-health"

  static let readsQuickly = true

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let root = XMLProlog.rootName(inPrefix: prefix)
    return root == "HealthData" || root == "ClinicalDocument"
  }

  private let context: ReadContext
  private var parser: XMLPushParser<AppleHealthHandler>?
  private var room = RoomForRest()

  init(_ context: ReadContext) { self.context = context }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    do throws(XMLError) {
      try opened().feed(bytes, count: count)
    } catch {
      throw failure(error)
    }
    if parser?.handler.isClinicalDocument == true { throw clinicalDocument }
    if let before = room.due(after: count) {
      let size = context.size
      parser?.update { $0.entries.reserve(after: before, of: size, leastBytes: 64) }
    }
  }

  var kept: Int? { parser?.handler.kept ?? 0 }

  /// How many records and correlations were passed over without being parsed, once all is read.
  private(set) var passedOver = 0

  mutating func finish() throws(ImportError) -> ReadOutcome {
    var handler: AppleHealthHandler
    do throws(XMLError) {
      handler = try opened().finish()
    } catch {
      throw failure(error)
    }
    if handler.isClinicalDocument { throw clinicalDocument }
    passedOver = parser?.leftOut ?? 0
    let control = parser?.controlFindings(context.file) ?? []
    // The parser holds the entries as well: they would be copied where more are added.
    parser = nil
    var outcome = handler.finished()
    outcome.findings += control
    return outcome
  }

  private mutating func opened() throws(XMLError) -> XMLPushParser<AppleHealthHandler> {
    if let parser { return parser }
    let parser = try XMLPushParser(
      handler: AppleHealthHandler(context),
      omission: context.isThorough ? nil : AppleHealthHandler.omission)
    self.parser = parser
    return parser
  }

  private func failure(_ error: XMLError) -> ImportError {
    if parser?.handler.isClinicalDocument == true { return clinicalDocument }
    return error.importError(file: context.file, after: parser?.handler.log.finished() ?? [])
  }

  private var clinicalDocument: ImportError {
    let finding = Finding(
      id: "apple-health-cda", severity: .error,
      summary: "The file is the clinical document of an Apple Health export, which holds no foods.",
      remedy: "Give the file beside it whose first element is HealthData, usually export.xml.",
      file: context.file)
    return ImportError(kind: .unusable, findings: [finding])
  }
}
