// SPDX-License-Identifier: Apache-2.0

internal import CLibXML2

extension ParserState {
  /// A table of callbacks that is all zero but for ours.
  ///
  /// libxml2's own callbacks are never used: they build trees and load what a document type names.
  static func callbacks(wantsText: Bool) -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = {
      unsafe onStart($0, $1, $3, $4, $5, $6, $8)
    }
    unsafe handler.endElementNs = { unsafe onEnd($0, $1, $2, $3) }
    if wantsText {
      unsafe handler.characters = { unsafe onText($0, $1, $2) }
      unsafe handler.ignorableWhitespace = { unsafe onText($0, $1, $2) }
      unsafe handler.cdataBlock = { unsafe onText($0, $1, $2) }
    }
    unsafe handler.internalSubset = { data, _, _, _ in
      unsafe state(data)?.pointee.fail(
        .notWellFormed, "a document type stands where none may stand")
    }
    unsafe handler.serror = { data, error in
      guard let state = unsafe state(data), let error = unsafe error?.pointee else { return }
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "not well-formed"
      unsafe state.pointee.report(
        error.code, level: error.level, line: Int(error.line), message: message)
    }
    return unsafe handler
  }
}

private func state(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<ParserState>? {
  unsafe data?.assumingMemoryBound(to: ParserState.self)
}

private typealias Name = UnsafePointer<xmlChar>?
private typealias Names = UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

private func onStart(
  _ data: UnsafeMutableRawPointer?, _ localName: Name, _ uri: Name, _ namespaceCount: Int32,
  _ namespaces: Names, _ attributeCount: Int32, _ attributes: Names
) {
  guard let state = unsafe state(data), let context = unsafe state.pointee.context else { return }
  unsafe state.pointee.elements &+= 1
  unsafe state.pointee.depth += 1
  if unsafe state.pointee.breaksLimits(namespaces: namespaceCount, attributes: attributeCount) {
    return
  }
  let element = unsafe XMLElement(
    name: ParserState.place(of: localName, in: state), context: context,
    names: UnsafePointer(state.pointee.names), localName: localName, uri: uri,
    attributes: attributes, attributeCount: Int(attributeCount), values: state.pointee.values)
  defer { unsafe state.pointee.values?.pointee.removeAll() }
  if let validator = unsafe state.pointee.validator, unsafe state.pointee.hiddenDepth == 0 {
    if unsafe !ParserState.tell(state, { $0.isForSchema(element) }) {
      unsafe state.pointee.hiddenDepth = state.pointee.depth
      unsafe ParserState.tell(state) { $0.start(element) }
      return
    }
    validator.line = element.line
    unsafe validator.start(
      localName, uri, namespaceCount, namespaces, attributeCount, attributes)
  }
  unsafe ParserState.tell(state) { $0.start(element) }
}

private func onEnd(
  _ data: UnsafeMutableRawPointer?, _ localName: Name, _ prefix: Name, _ uri: Name
) {
  guard let state = unsafe state(data) else { return }
  if let validator = unsafe state.pointee.validator, unsafe state.pointee.hiddenDepth == 0 {
    validator.line = unsafe state.pointee.line
    unsafe validator.end(localName, prefix, uri)
  }
  let name = unsafe ParserState.place(of: localName, in: state)
  unsafe ParserState.tell(state) { $0.end(name) }
  unsafe state.pointee.leaveElement()
}

private func onText(_ data: UnsafeMutableRawPointer?, _ text: Name, _ count: Int32) {
  guard let state = unsafe state(data), let text = unsafe text, count > 0 else { return }
  if let validator = unsafe state.pointee.validator, unsafe state.pointee.hiddenDepth == 0 {
    validator.line = unsafe state.pointee.line
    unsafe validator.text(text, count)
  }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
  unsafe ParserState.tell(state) { unsafe $0.text(bytes.span) }
}

extension ParserState {
  fileprivate mutating func breaksLimits(namespaces count: Int32, attributes: Int32) -> Bool {
    if depth > limits.depth {
      fail(.limit, "more than \(limits.depth) elements inside each other")
      return true
    }
    if attributes > limits.attributes {
      fail(.limit, "\(attributes) attributes on one element; the limit is \(limits.attributes)")
      return true
    }
    guard count > 0 else { return false }
    namespaces += Int(count)
    namespaceScopes.append((depth, Int(count)))
    guard namespaces > limits.namespaces else { return false }
    fail(.limit, "more than \(limits.namespaces) namespaces declared at one place")
    return true
  }

  fileprivate mutating func leaveElement() {
    if let scope = namespaceScopes.last, scope.depth == depth {
      namespaces -= scope.count
      namespaceScopes.removeLast()
    }
    if hiddenDepth == depth { hiddenDepth = 0 }
    depth -= 1
  }
}
