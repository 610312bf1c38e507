// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// A streaming parser: fed with pieces of any size, it tells a handler what it reads.
///
/// It reads no document type, loads nothing from elsewhere, prints nothing, and keeps to
/// `XMLLimits`. Events do not depend on the size of the pieces, except that text may come in
/// several.
@safe
package final class XMLPushParser<Handler: XMLHandler> {
  private let state: UnsafeMutablePointer<ParserState>
  private let handlerPlace: UnsafeMutablePointer<Handler>
  private let schema: XMLSchemaValidator?
  private var feeder: XMLFeeder

  /// What the handler has come to.
  package var handler: Handler { unsafe handlerPlace.pointee }

  /// Lets the handler be changed between pieces.
  package func update(_ body: (inout Handler) -> Void) { unsafe body(&handlerPlace.pointee) }

  /// Creates a parser of one document.
  ///
  /// - Parameters:
  ///   - handler: what is told of the events.
  ///   - schema: the text of an XML Schema that the document is checked against on the way.
  ///   - omission: elements that need not be parsed, where no schema and no text is asked for. The
  ///     limits do not count them, and where the document turns out to have an error, it must be
  ///     parsed again without for the exact line.
  ///   - limits: how much the document may ask for.
  /// - Throws: `XMLError` of kind `system` or `noLibrary`.
  package init(
    handler: Handler, schema: StaticString? = nil, omission: XMLElementOmission? = nil,
    limits: XMLLimits = XMLLimits()
  ) throws(XMLError) {
    try LibXML2.load()
    unsafe handlerPlace = .allocate(capacity: 1)
    unsafe handlerPlace.initialize(to: handler)
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: ParserState(receiver: HandlerPlace(handlerPlace), limits: limits))
    let readsTagsOnly = schema == nil && !Handler.wantsText
    let state = unsafe state
    feeder = XMLFeeder(
      limits: limits,
      filter: readsTagsOnly ? omission.map { XMLElementFilter($0, names: Handler.names) } : nil,
      found: { unsafe ParserState.tell(of: $0, state) },
      checkOrder: { () throws(XMLError) in try unsafe ParserState.checkOrder(state) },
      standsIn: readsTagsOnly)
    self.schema = try schema.map { text throws(XMLError) in try XMLSchemaValidator(schema: text) }
    unsafe state.pointee.validator = self.schema
    let opened = unsafe state.pointee.open(
      names: Handler.names, wantsText: Handler.wantsText, userData: state)
    guard opened else {
      throw XMLError(kind: .system, line: 1, message: "no memory for the parser")
    }
    if let schema = self.schema { unsafe schema.attach(to: state) }
  }

  deinit {
    unsafe state.pointee.close()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
    unsafe handlerPlace.deinitialize(count: 1)
    unsafe handlerPlace.deallocate()
  }

  /// Takes in the first `count` bytes of `bytes`.
  ///
  /// - Throws: `XMLError` where the document cannot be read; the parser is then of no more use.
  package func feed(_ bytes: [UInt8], count: Int) throws(XMLError) {
    let leftOut = feeder.leftOut
    try feeder.take(bytes, count: count) { piece throws(XMLError) in
      try unsafe ParserState.parse(state, piece)
    }
    // What was left out began with tags, so that the next one is not far from the last.
    if feeder.leftOut > leftOut { unsafe state.pointee.bytesSinceTag = 0 }
  }

  /// Where the first control character stood that was read as a blank; `nil` where none was.
  package var firstControlLine: Int? { feeder.firstControlLine }

  /// How many elements were left out without being parsed.
  package var leftOut: Int { Int(clamping: feeder.leftOut) }

  /// Takes note of the document's end and gives back the handler.
  ///
  /// - Throws: `XMLError` where the document is not complete.
  package func finish() throws(XMLError) -> Handler {
    try feeder.finish { piece throws(XMLError) in try unsafe ParserState.parse(state, piece) }
    try unsafe ParserState.finish(state)
    if feeder.leftOut > 0, unsafe state.pointee.elements < 2 {
      // The root may have been empty, and what was left out may have come after it.
      throw XMLError(
        kind: .notWellFormed, line: 1, message: "the document has no element but those left out")
    }
    return handler
  }
}

/// The library, which is loaded when the first parser is made.
enum LibXML2 {
  /// Loads and starts it, once, as its manual asks of programs with threads.
  static func load() throws(XMLError) {
    guard libxml2_load() else {
      let package = unsafe String(cString: libxml2_package())
      throw XMLError(
        kind: .noLibrary, line: 1, message: "libxml2 is not installed (apt install \(package))")
    }
  }
}

/// What the C callbacks talk to, whatever the handler's type.
///
/// A class, as calling a method of an existential behind a pointer copies it each time.
class EventReceiver {
  func isForSchema(_ element: borrowing XMLElement) -> Bool { true }
  func start(_ element: borrowing XMLElement) {}
  func end(_ name: Int) {}
  func text(_ text: Span<UInt8>) {}
  func issue(_ issue: XMLIssue) {}
}

@safe
private final class HandlerPlace<Handler: XMLHandler>: EventReceiver {
  private let place: UnsafeMutablePointer<Handler>

  init(_ place: UnsafeMutablePointer<Handler>) { unsafe self.place = place }

  override func isForSchema(_ element: borrowing XMLElement) -> Bool {
    unsafe place.pointee.isForSchema(element)
  }
  override func start(_ element: borrowing XMLElement) { unsafe place.pointee.start(element) }
  override func end(_ name: Int) { unsafe place.pointee.end(name) }
  override func text(_ text: Span<UInt8>) { unsafe place.pointee.text(text) }
  override func issue(_ issue: XMLIssue) { unsafe place.pointee.issue(issue) }
}
