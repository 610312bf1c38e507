// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// A check of a stream of events against an XML Schema, without a tree.
///
/// libxml2 plugs its validator into a table of callbacks; the parser's callbacks call those.
@safe
final class XMLSchemaValidator {
  /// The line that issues are reported at.
  var line = 1

  private var schema: xmlSchemaPtr?
  private var context: xmlSchemaValidCtxtPtr?
  private var plug: xmlSchemaSAXPlugPtr?
  private var handler: xmlSAXHandlerPtr?
  private var userData: UnsafeMutableRawPointer?
  private var state: UnsafeMutablePointer<ParserState>?

  /// Compiles a schema.
  init(schema text: StaticString) throws(XMLError) {
    guard
      let parser = unsafe xmlSchemaNewMemParserCtxt(
        UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self),
        Int32(text.utf8CodeUnitCount))
    else { throw XMLSchemaValidator.unusable }
    unsafe xmlSchemaSetParserStructuredErrors(parser, { _, _ in }, nil)
    // The parser below the schema's has no channel of its own; this one is the thread's.
    unsafe xmlSetStructuredErrorFunc(nil, { _, _ in })
    unsafe schema = xmlSchemaParse(parser)
    xmlSetStructuredErrorFunc(nil, nil)
    unsafe xmlSchemaFreeParserCtxt(parser)
    guard let schema = unsafe schema, let context = unsafe xmlSchemaNewValidCtxt(schema) else {
      throw XMLSchemaValidator.unusable
    }
    unsafe self.context = context
    unsafe xmlSchemaSetValidStructuredErrors(
      context, { unsafe onIssue($0, $1?.pointee.message) },
      Unmanaged.passUnretained(self).toOpaque())
    unsafe plug = xmlSchemaSAXPlug(context, &handler, &userData)
    guard unsafe plug != nil else { throw XMLSchemaValidator.unusable }
  }

  deinit {
    if let plug = unsafe plug { unsafe xmlSchemaSAXUnplug(plug) }
    if let context = unsafe context { unsafe xmlSchemaFreeValidCtxt(context) }
    if let schema = unsafe schema { unsafe xmlSchemaFree(schema) }
  }

  private static let unusable = XMLError(
    kind: .system, line: 1, message: "the schema could not be compiled")

  /// Whether the validator itself has failed.
  var isBroken: Bool {
    guard let context = unsafe context else { return true }
    return unsafe xmlSchemaIsValid(context) < 0
  }

  func attach(to state: UnsafeMutablePointer<ParserState>) { unsafe self.state = state }

  func start(
    _ localName: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ namespaceCount: Int32,
    _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributeCount: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    unsafe handler?.pointee.startElementNs?(
      userData, localName, nil, uri, namespaceCount, namespaces, attributeCount, 0, attributes)
  }

  func end(
    _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) {
    unsafe handler?.pointee.endElementNs?(userData, localName, prefix, uri)
  }

  func text(_ text: UnsafePointer<xmlChar>, _ count: Int32) {
    unsafe handler?.pointee.characters?(userData, text, count)
  }

  fileprivate func report(_ message: String) {
    guard let state = unsafe state else { return }
    // The text is libxml2's, in the form “Element '{namespace}name', attribute 'x': …”.
    let text = String(message.prefix { $0 != "\n" }.prefix(400))
    let issue = XMLIssue(line: line, message: text.withoutNamespaces.withoutStop)
    unsafe ParserState.tell(state) { $0.issue(issue) }
  }
}

private func onIssue(_ data: UnsafeMutableRawPointer?, _ message: UnsafeMutablePointer<CChar>?) {
  guard let data = unsafe data, let message = unsafe message else { return }
  let text = unsafe String(cString: message)
  unsafe Unmanaged<XMLSchemaValidator>.fromOpaque(data).takeUnretainedValue().report(text)
}

extension String {
  /// The text without namespaces in braces, as libxml2 puts them before names.
  fileprivate var withoutNamespaces: String {
    var text = ""
    var inBraces = false
    for character in self {
      switch character {
      case "{": inBraces = true
      case "}" where inBraces: inBraces = false
      default: if !inBraces { text.append(character) }
      }
    }
    return inBraces ? self : text
  }

  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
