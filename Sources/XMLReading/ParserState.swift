// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import CLibXML2

/// What libxml2's callbacks read and write, behind one pointer.
@safe
struct ParserState {
  /// The receiver, which `close` releases: this would be counted at each event.
  private let held: Unmanaged<EventReceiver>
  let limits: XMLLimits
  var context: xmlParserCtxtPtr?
  var names: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  var nameCount = 0
  var depth = 0
  var elements = 0
  var bytesSinceTag = 0
  var failure: XMLError?
  /// The namespaces in force: how many each open element has declared.
  var namespaceScopes: [(depth: Int, count: Int)] = []
  var namespaces = 0
  var validator: XMLSchemaValidator?
  /// The depth of the element that is kept from the schema; 0 where none is.
  var hiddenDepth = 0
  /// Where references have stand-ins, the values of the element at hand that had some.
  private(set) var values: UnsafeMutablePointer<StandInValues>?

  init(receiver: EventReceiver, limits: XMLLimits) {
    unsafe held = .passRetained(receiver)
    self.limits = limits
    unsafe context = nil
    unsafe names = .allocate(capacity: 1)
    unsafe values = nil
  }

  /// Makes the parser with callbacks of ours only; says whether there was memory for it.
  mutating func open(
    names wanted: [StaticString], wantsText: Bool, userData: UnsafeMutablePointer<ParserState>
  ) -> Bool {
    let wantsText = wantsText || validator != nil
    var handler = unsafe ParserState.callbacks(wantsText: wantsText)
    guard
      let context = unsafe xmlCreatePushParserCtxt(
        &handler, UnsafeMutableRawPointer(userData), nil, 0, nil)
    else { return false }
    unsafe self.context = context
    unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    unsafe names.deallocate()
    unsafe names = .allocate(capacity: max(1, wanted.count))
    nameCount = wanted.count
    // A handler that asks for text would see stand-ins.
    if !wantsText {
      unsafe values = .allocate(capacity: 1)
      unsafe values?.initialize(to: StandInValues())
    }
    for (place, name) in wanted.enumerated() {
      unsafe (names + place).initialize(
        to: xmlDictLookup(context.pointee.dict, name.utf8Start, Int32(name.utf8CodeUnitCount)))
    }
    return true
  }

  mutating func close() {
    if let context = unsafe context { unsafe xmlFreeParserCtxt(context) }
    unsafe context = nil
    unsafe names.deallocate()
    unsafe values?.deinitialize(count: 1)
    unsafe values?.deallocate()
    unsafe held.release()
  }

  var line: Int {
    guard let input = unsafe context?.pointee.input else { return 1 }
    return max(1, Int(unsafe input.pointee.line))
  }

  /// Ends the parsing with an error, unless there is one already.
  mutating func fail(_ kind: XMLError.Kind, _ message: String) {
    if failure == nil { failure = XMLError(kind: kind, line: line, message: message) }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  /// The place of an interned name among those that the handler asks for, or -1.
  ///
  /// Of a state behind a pointer, which calling a method of it would copy.
  static func place(
    of name: UnsafePointer<xmlChar>?, in state: UnsafeMutablePointer<ParserState>
  ) -> Int {
    let names = unsafe state.pointee.names
    for place in 0..<(unsafe state.pointee.nameCount) where unsafe names[place] == name {
      return place
    }
    return -1
  }
}

extension ParserState {
  /// Tells the receiver of something; of a state behind a pointer, as `place`.
  @inline(__always)
  static func tell<Result>(
    _ state: UnsafeMutablePointer<ParserState>, _ body: (EventReceiver) -> Result
  ) -> Result {
    let held = unsafe state.pointee.held
    return unsafe held._withUnsafeGuaranteedRef { body($0) }
  }

  /// Parses one piece.
  static func parse(
    _ state: UnsafeMutablePointer<ParserState>, _ piece: Span<UInt8>
  ) throws(XMLError) {
    guard let context = unsafe state.pointee.context else { return }
    if let failure = unsafe state.pointee.failure { throw failure }
    let elements = unsafe state.pointee.elements
    unsafe piece.withUnsafeBytes { bytes in
      let text = unsafe bytes.bindMemory(to: CChar.self)
      _ = unsafe xmlParseChunk(context, text.baseAddress, Int32(text.count), 0)
    }
    unsafe state.pointee.checkLimits(bytes: piece.count, sawTag: state.pointee.elements != elements)
    if let failure = unsafe state.pointee.failure { throw failure }
  }

  /// Tells the handler of an element that was not parsed.
  static func tell(of element: XMLFoundElement, _ state: UnsafeMutablePointer<ParserState>) {
    guard let context = unsafe state.pointee.context else { return }
    let whole = unsafe XMLElement(
      element, context: context, names: UnsafePointer(state.pointee.names))
    if element.isStart { unsafe ParserState.tell(state) { $0.start(whole) } }
    if element.isEnd { unsafe ParserState.tell(state) { $0.end(element.name) } }
  }

  /// Throws where a tag that was handed on has not been parsed, as it must be before elements that
  /// come behind it are told of.
  static func checkOrder(_ state: UnsafeMutablePointer<ParserState>) throws(XMLError) {
    if let failure = unsafe state.pointee.failure { throw failure }
    guard let input = unsafe state.pointee.context?.pointee.input,
      let at = unsafe input.pointee.cur, let end = unsafe input.pointee.end,
      unsafe byte_scan_lines_in_tag(at, end - at) >= 0
    else { return }
    throw XMLError(
      kind: .notWellFormed, line: unsafe state.pointee.line,
      message: "a tag has not ended where the next element begins")
  }

  /// Takes note of the end.
  static func finish(_ state: UnsafeMutablePointer<ParserState>) throws(XMLError) {
    guard let context = unsafe state.pointee.context else { return }
    if let failure = unsafe state.pointee.failure { throw failure }
    if unsafe state.pointee.depth > 0 {
      let name = unsafe context.pointee.name.map { unsafe String(cString: $0) } ?? ""
      throw XMLError(
        kind: .notWellFormed, line: unsafe state.pointee.line,
        message: "the file is cut off: it ends inside the element “\(name)”")
    }
    if unsafe state.pointee.elements == 0 {
      throw XMLError(
        kind: .notWellFormed, line: unsafe state.pointee.line,
        message: "the file is cut off: it ends before its first element")
    }
    unsafe xmlParseChunk(context, nil, 0, 1)
    if let failure = unsafe state.pointee.failure { throw failure }
    if unsafe state.pointee.validator?.isBroken == true {
      throw XMLError(kind: .system, line: 1, message: "the schema could not be applied")
    }
  }

  private mutating func checkLimits(bytes: Int, sawTag: Bool) {
    bytesSinceTag = sawTag ? 0 : bytesSinceTag + bytes
    if bytesSinceTag > limits.bytesBetweenTags {
      fail(.limit, "more than \(limits.bytesBetweenTags) bytes without a start tag")
    }
    if let context = unsafe context,
      unsafe Int(xmlDictSize(context.pointee.dict)) > limits.names + nameCount
    {
      fail(.limit, "more than \(limits.names) different names of elements and attributes")
    }
  }

  /// Takes in libxml2's report of a fault.
  mutating func report(_ code: Int32, level: xmlErrorLevel, line: Int, message: String) {
    guard failure == nil, level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    // A reference in the name of a namespace has a stand-in, which libxml2 takes for a fault of it.
    if unsafe values != nil, UInt32(bitPattern: code) == XML_WAR_NS_URI.rawValue,
      message.unicodeScalars.contains("\u{7F}")
    {
      return
    }
    var text = String(message.prefix { $0 != "\n" }.prefix(300))
    if text.hasPrefix("internal error") { text = "there is markup where none may stand" }
    let kind: XMLError.Kind =
      switch UInt32(bitPattern: code) {
      case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue: .undefinedEntity
      case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue,
        XML_ERR_UNSUPPORTED_ENCODING.rawValue:
        .encoding
      case XML_ERR_NO_MEMORY.rawValue: .system
      default: .notWellFormed
      }
    failure = XMLError(kind: kind, line: max(1, line), message: text)
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }
}
