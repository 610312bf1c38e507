// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

/// A reader of a web page's events.
package protocol HTMLHandler {
  /// Takes in a start tag: its name in lower case, its attributes, and the line of its end.
  mutating func start(_ name: String, _ attributes: [(name: String, value: String)], line: Int)
  /// Takes in the end of an element, also of one that the page leaves open.
  mutating func end(_ name: String)
  /// Takes in a piece of text; neighbouring pieces belong together, scripts are left out.
  mutating func text(_ text: Span<UInt8>)
}

/// A streaming parser of web pages, as forgiving as libxml2's is.
///
/// It takes UTF-8, builds no tree, loads nothing, runs no script, prints nothing, and keeps to
/// `XMLLimits`.
@safe
package final class HTMLPushParser<Handler: HTMLHandler> {
  private let state: UnsafeMutablePointer<PageState>
  private let place: UnsafeMutablePointer<Handler>

  /// What the handler has come to.
  package var handler: Handler { unsafe place.pointee }

  /// Creates a parser of one page.
  ///
  /// - Throws: `XMLError` of kind `system` or `noLibrary`.
  package init(handler: Handler, limits: XMLLimits = .page) throws(XMLError) {
    try LibXML2.load()
    unsafe place = .allocate(capacity: 1)
    unsafe place.initialize(to: handler)
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(
      to: PageState(receiver: PageHandlerPlace(place: place), limits: limits))
    guard unsafe state.pointee.open(userData: state) else {
      throw XMLError(kind: .system, line: 1, message: "no memory for the parser")
    }
  }

  deinit {
    unsafe state.pointee.close()
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
    unsafe place.deinitialize(count: 1)
    unsafe place.deallocate()
  }

  /// Takes in a piece of the page.
  ///
  /// - Throws: `XMLError` where the page goes beyond a limit.
  package func feed(_ bytes: [UInt8]) throws(XMLError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(PageState.pieceSize)
      rest = rest.dropFirst(piece.count)
      unsafe PageState.parse(state, Array(piece))
      if let failure = unsafe state.pointee.failure { throw failure }
    }
  }

  /// Takes note of the page's end and gives back the handler.
  package func finish() throws(XMLError) -> Handler {
    if let context = unsafe state.pointee.context { unsafe htmlParseChunk(context, nil, 0, 1) }
    if let failure = unsafe state.pointee.failure { throw failure }
    return handler
  }
}

extension XMLLimits {
  /// The limits of web pages, which hold scripts.
  package static var page: XMLLimits {
    var limits = XMLLimits()
    limits.bytesBetweenTags = 4 << 20
    limits.depth = 512
    return limits
  }
}

private protocol PageReceiver {
  func start(_ name: String, _ attributes: [(name: String, value: String)], line: Int)
  func end(_ name: String)
  func text(_ text: Span<UInt8>)
}

@safe
private struct PageHandlerPlace<Handler: HTMLHandler>: PageReceiver {
  let place: UnsafeMutablePointer<Handler>

  func start(_ name: String, _ attributes: [(name: String, value: String)], line: Int) {
    unsafe place.pointee.start(name, attributes, line: line)
  }
  func end(_ name: String) { unsafe place.pointee.end(name) }
  func text(_ text: Span<UInt8>) { unsafe place.pointee.text(text) }
}

/// What the callbacks of the page parser read and write, behind one pointer.
@safe
private struct PageState {
  /// How many bytes are parsed between two looks at the limits.
  static let pieceSize = 1 << 14

  let receiver: any PageReceiver
  let limits: XMLLimits
  var context: htmlParserCtxtPtr?
  var depth = 0
  var tags = 0
  var bytesSinceTag = 0
  var failure: XMLError?

  init(receiver: any PageReceiver, limits: XMLLimits) {
    self.receiver = receiver
    self.limits = limits
    unsafe context = nil
  }

  /// Makes the parser with callbacks of ours only; says whether there was memory for it.
  mutating func open(userData: UnsafeMutablePointer<PageState>) -> Bool {
    var handler = unsafe htmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElement = { unsafe onStart($0, $1, $2) }
    unsafe handler.endElement = { unsafe onEnd($0, $1) }
    unsafe handler.characters = { unsafe onText($0, $1, $2) }
    unsafe handler.ignorableWhitespace = { unsafe onText($0, $1, $2) }
    // Pages break the rules; libxml2 mends them, and would print each breach.
    unsafe handler.serror = { _, _ in }
    unsafe context = htmlCreatePushParserCtxt(
      &handler, UnsafeMutableRawPointer(userData), nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    guard let context = unsafe context else { return false }
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe htmlCtxtUseOptions(context, Int32(bitPattern: options))
    return true
  }

  mutating func close() {
    if let context = unsafe context { unsafe htmlFreeParserCtxt(context) }
    unsafe context = nil
  }

  static func parse(_ state: UnsafeMutablePointer<PageState>, _ piece: [UInt8]) {
    guard let context = unsafe state.pointee.context, unsafe state.pointee.failure == nil else {
      return
    }
    let tags = unsafe state.pointee.tags
    unsafe piece.withUnsafeBytes { bytes in
      let text = unsafe bytes.bindMemory(to: CChar.self)
      _ = unsafe htmlParseChunk(context, text.baseAddress, Int32(text.count), 0)
    }
    unsafe state.pointee.checkBytes(piece.count, sawTag: state.pointee.tags != tags)
  }

  private mutating func checkBytes(_ count: Int, sawTag: Bool) {
    bytesSinceTag = sawTag ? 0 : bytesSinceTag + count
    if bytesSinceTag > limits.bytesBetweenTags {
      fail("more than \(limits.bytesBetweenTags) bytes without a tag")
    }
    if let context = unsafe context, unsafe Int(xmlDictSize(context.pointee.dict)) > limits.names {
      fail("more than \(limits.names) different names of elements and attributes")
    }
  }

  var line: Int {
    guard let input = unsafe context?.pointee.input else { return 1 }
    return max(1, Int(unsafe input.pointee.line))
  }

  mutating func fail(_ message: String) {
    if failure == nil { failure = XMLError(kind: .limit, line: line, message: message) }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }
}

private typealias Name = UnsafePointer<xmlChar>?

private func page(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PageState>? {
  unsafe data?.assumingMemoryBound(to: PageState.self)
}

private func onStart(
  _ data: UnsafeMutableRawPointer?, _ name: Name, _ attributes: UnsafeMutablePointer<Name>?
) {
  guard let state = unsafe page(data), let name = unsafe name,
    unsafe state.pointee.failure == nil
  else { return }
  unsafe state.pointee.tags &+= 1
  unsafe state.pointee.depth += 1
  if unsafe state.pointee.depth > state.pointee.limits.depth {
    unsafe state.pointee.fail("more than \(state.pointee.limits.depth) elements inside each other")
    return
  }
  var texts: [(name: String, value: String)] = []
  if let attributes = unsafe attributes {
    var place = 0
    // Names and values in turn; a name without a value has none.
    while let key = unsafe attributes[place] {
      if unsafe texts.count >= state.pointee.limits.attributes {
        unsafe state.pointee.fail("more than \(texts.count) attributes on one element")
        return
      }
      let value = unsafe attributes[place + 1].map { unsafe String(cString: $0) } ?? ""
      texts.append((unsafe String(cString: key), value))
      place += 2
    }
  }
  let line = unsafe state.pointee.line
  unsafe state.pointee.receiver.start(String(cString: name), texts, line: line)
}

private func onEnd(_ data: UnsafeMutableRawPointer?, _ name: Name) {
  guard let state = unsafe page(data), let name = unsafe name else { return }
  unsafe state.pointee.depth -= 1
  unsafe state.pointee.tags &+= 1
  unsafe state.pointee.receiver.end(String(cString: name))
}

private func onText(_ data: UnsafeMutableRawPointer?, _ text: Name, _ count: Int32) {
  guard let state = unsafe page(data), let text = unsafe text, count > 0 else { return }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
  unsafe state.pointee.receiver.text(bytes.span)
}
