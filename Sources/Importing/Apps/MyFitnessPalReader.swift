// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// A reader of MyFitnessPal's printable diary, a web page that was saved.
struct MyFitnessPalReader: FormatReader {
  static let formatName = "myfitnesspal-diary"

  static func recognises(_ prefix: [UInt8]) -> Bool {
    var decoder = TextDecoder(encoding: TextEncoding(prefix: prefix))
    let text = decoder.decode(prefix)
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    let page = String(decoding: text, as: UTF8.self).lowercased()
    return page.contains("<html")
      && ["printable-diary", "printable_diary"].contains { page.contains($0) }
  }

  private let context: ReadContext
  private var decoder: TextDecoder?
  private var parser: HTMLPushParser<MyFitnessPalHandler>?

  init(_ context: ReadContext) { self.context = context }

  var kept: Int? { parser?.handler.entries.count ?? 0 }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    do throws(XMLError) {
      let parser = try opened()
      let piece = Array(bytes.prefix(count))
      if decoder == nil {
        decoder = TextDecoder(
          encoding: TextEncoding(prefix: Array(piece.prefix(CSVSource.prefixSize))))
      }
      try parser.feed(decoder?.decode(piece) ?? [])
    } catch {
      throw error.importError(file: context.file, after: parser?.handler.log.finished() ?? [])
    }
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    do throws(XMLError) {
      var handler = try opened().finish()
      if let encoding = decoder?.encoding { handler.log.note(encoding) }
      return handler.outcome
    } catch {
      throw error.importError(file: context.file, after: parser?.handler.log.finished() ?? [])
    }
  }

  private mutating func opened() throws(XMLError) -> HTMLPushParser<MyFitnessPalHandler> {
    if let parser { return parser }
    let parser = try HTMLPushParser(handler: MyFitnessPalHandler(context))
    self.parser = parser
    return parser
  }
}
