// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// A reader of the canonical XML, which it checks against `schemas/diary.xsd` on the way.
///
/// What the schema does not allow inside a record makes that record unreadable, and is counted
/// like an unreadable row of a CSV. What it does not allow elsewhere (another root or namespace,
/// sections out of order, text between records) makes the whole file unusable. Records are held to
/// the same rules as the rows of the canonical CSV.
struct CanonicalXMLReader: FormatReader {
  static let formatName = "canonical-xml"

  static func recognises(_ prefix: [UInt8]) -> Bool {
    let root = XMLProlog.rootName(inPrefix: prefix)
    return root == "diary" || root == "diaries"
  }

  private let context: ReadContext
  private var parser: XMLPushParser<CanonicalXMLHandler>?
  private var room = RoomForRest()
  /// What ended the file before its end.
  private var cut: CutFile?

  init(_ context: ReadContext) { self.context = context }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    guard cut == nil else { return }
    do throws(XMLError) {
      try opened().feed(bytes, count: count)
    } catch {
      try stop(error)
    }
    if let outcome = parser?.handler.outcome, outcome.isHopeless { throw hopeless(outcome) }
    if let consumed = room.due(after: min(count, bytes.count)) {
      let size = context.size
      parser?.update { $0.reserve(after: consumed, of: size) }
    }
  }

  var kept: Int? { parser?.handler.outcome.rows ?? 0 }

  mutating func takeWhole() -> [PartialDiary] {
    var whole: [PartialDiary] = []
    parser?.update { whole = $0.takeWhole() }
    return whole
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    if cut == nil {
      do throws(XMLError) {
        _ = try opened().finish()
      } catch {
        try stop(error)
      }
    }
    guard var handler = parser?.handler else { return ReadOutcome() }
    var outcome = handler.outcome
    outcome.parts = handler.takeAll()
    outcome.findings = handler.log.finished() + (parser?.controlFindings(context.file) ?? [])
    if handler.isUnusable { throw ImportError(kind: .unusable, findings: outcome.findings) }
    if !handler.passesOver { try cut?.end(&outcome) }
    return outcome
  }

  private mutating func opened() throws(XMLError) -> XMLPushParser<CanonicalXMLHandler> {
    if let parser { return parser }
    let parser = try XMLPushParser(
      handler: CanonicalXMLHandler(context), schema: Embedded.diary_xsd)
    self.parser = parser
    return parser
  }

  /// Ends the reading at a fault, after which those who stand whole before it may be kept.
  private mutating func stop(_ error: XMLError) throws(ImportError) {
    let failure = failure(error)
    guard context.keepsBeforeFault, error.kind == .notWellFormed, let handler = parser?.handler,
      !handler.isUnusable
    else { throw failure }
    cut = handler.cut(by: failure)
  }

  private func failure(_ error: XMLError) -> ImportError {
    let found = parser?.handler.log.finished() ?? []
    return error.importError(file: context.file, after: found)
  }

  /// Ends the reading of a file that is not worth its schema errors.
  private func hopeless(_ outcome: ReadOutcome) -> ImportError {
    let finding = Finding(
      id: "too-many-unreadable-rows", severity: .error,
      summary: "\(outcome.rowsUnread) of the first \(outcome.rows) records cannot be read; "
        + "reading stopped there.",
      remedy: "Mend the records, starting with the first findings.", file: context.file)
    return ImportError(
      kind: .unusable, findings: (parser?.handler.log.finished() ?? []) + [finding])
  }
}
