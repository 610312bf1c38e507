// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// Which elements of a document nobody asks for, so that they need not be parsed.
///
/// Left out are elements that are certain to be well-formed: without text, with attributes that
/// are known and quoted by `"`, and with no children but empty ones of one name. All else goes to
/// libxml2 as it stands, and all that follows a comment, a CDATA section or a processing
/// instruction. Line ends inside what is left out are kept, so that lines keep their numbers.
///
/// Elements that are asked for and just as certain are handed to the handler without being parsed, and
/// so are groups of elements, where all that they hold is certain. Of these the handler can ask for the
/// name's place, the line, and attributes by their places.
package struct XMLElementOmission: Sendable {
  /// The elements that may be left out.
  let element: StaticString
  /// The name of the empty elements that may stand inside them.
  let child: StaticString
  /// The name of elements that may hold both, not shorter than that of the first; `nil` for none.
  let group: StaticString?
  /// The attributes that all may have; the first decides.
  let attributes: [StaticString]
  /// Whether an element is asked for, by the value of the first attribute.
  let isWanted: @Sendable (Span<UInt8>) -> Bool

  /// Creates a rule.
  package init(
    element: StaticString, child: StaticString, group: StaticString? = nil,
    attributes: [StaticString],
    isWanted: @escaping @Sendable (Span<UInt8>) -> Bool
  ) {
    self.element = element
    self.child = child
    self.group = group
    self.attributes = attributes
    self.isWanted = isWanted
  }
}

/// Leaves elements out of a document's bytes.
///
/// Its handling of the document is that of `byte_scan_filter_pass`; this type cuts pieces so that
/// no tag is cut, and owns the memory.
@safe
final class XMLElementFilter {
  /// The bytes to be parsed: the first `count` of these.
  private(set) var kept: [UInt8] = []
  private(set) var count = 0

  /// The most bytes of an unfinished tag that wait for the next piece.
  private static let longestTag = 1 << 16

  private let omission: XMLElementOmission
  private let state: UnsafeMutablePointer<byte_scan_filter>
  /// The places of the names of element, child and group in the handler's names, and for each of
  /// these the place in `omission.attributes` or -1: behind a pointer, as a list's references would
  /// be counted for each element that is told of.
  private let names: [Int]
  private let places: UnsafeMutableBufferPointer<Int>
  /// What the elements that were found are in.
  private var foundIn: [UInt8] = []
  /// How much of `kept` the lines were counted of, and how many lines end before that place.
  private var countedTo = 0
  private var lines = 0
  private var position = 0
  /// The start of a tag that the last piece cut.
  private var cut: [UInt8] = []
  /// A tag that was cut, with what comes before the next one, and how much of it was dealt with.
  private var pending: [UInt8] = []
  private var pendingFrom = 0
  private var mayWait = false
  /// Where in its bytes the last pass stopped, and where it began.
  private var stoppedAt = 0
  private var foundFrom = 0
  /// Whether all of the piece has been dealt with.
  private(set) var isAtEnd = true

  init(_ omission: XMLElementOmission, names: [StaticString]) {
    self.omission = omission
    let same = { (one: StaticString, other: StaticString) in one.description == other.description }
    let own = [omission.element, omission.child, omission.group ?? omission.element]
    self.names = own.map { name in names.firstIndex { same($0, name) } ?? -1 }
    let places = names.map { name in omission.attributes.firstIndex { same($0, name) } ?? -1 }
    unsafe self.places = .allocate(capacity: places.count)
    _ = unsafe self.places.initialize(from: places)
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: byte_scan_filter())
    unsafe state.pointee.finds = self.names.allSatisfy { $0 >= 0 }
    for place in places where place >= 0 { unsafe state.pointee.asked |= 1 << UInt32(place) }
  }

  /// How many elements the last piece held that the handler is to be told of.
  var foundCount: Int { Int(unsafe state.pointee.found_count) }

  /// Counts the lines of a part of the document that goes to the parser unfiltered.
  func countLines(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { raw in
      guard let base = raw.baseAddress else { return }
      lines += unsafe byte_scan_lines(base, raw.count)
    }
  }

  /// Counts the lines of the last piece up to a place.
  private func countLines(to place: Int) {
    guard place > countedTo else { return }
    countLines(kept.span.extracting(countedTo..<place))
    countedTo = place
  }

  /// Counts the lines of the last piece, before the next one is taken.
  func finishPiece() { countLines(to: count) }

  /// Tells of an element that was found in the last piece.
  func withFound(_ number: Int, _ body: (XMLFoundElement) -> Void) {
    guard let element = unsafe byte_scan_found_element(state, number) else { return }
    unsafe countLines(to: Int(element.pointee.output))
    let line = unsafe lines + Int(element.pointee.lines) + 1
    unsafe foundIn.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe body(
        XMLFoundElement(
          name: names[Int(element.pointee.name)], line: line, bytes: base + foundFrom,
          element: element, places: UnsafeBufferPointer(places)))
    }
  }

  deinit {
    unsafe state.deallocate()
    unsafe places.deallocate()
  }

  /// How many elements were left out.
  var leftOut: UInt64 { unsafe state.pointee.dropped }

  /// Makes ready for a document; says whether it can be filtered.
  func open(root: String) -> Bool {
    let groupSize = omission.group?.utf8CodeUnitCount ?? .max
    guard omission.attributes.count <= Int(BYTE_SCAN_NAMES),
      groupSize >= omission.element.utf8CodeUnitCount
    else { return false }
    var names = unsafe [
      Self.set(&state.pointee.element, omission.element),
      Self.set(&state.pointee.child, omission.child),
    ]
    if let group = omission.group { names.append(unsafe Self.set(&state.pointee.group, group)) }
    var root = root
    names.append(
      root.withUTF8 {
        unsafe byte_scan_set_name(&state.pointee.root, $0.baseAddress, $0.count)
      })
    unsafe withUnsafeMutablePointer(to: &state.pointee.attributes) { tuple in
      unsafe tuple.withMemoryRebound(
        to: byte_scan_name.self, capacity: Int(BYTE_SCAN_NAMES)
      ) { all in
        for (place, name) in omission.attributes.enumerated() {
          names.append(unsafe Self.set(&all[place], name))
        }
      }
    }
    unsafe state.pointee.attribute_count = UInt32(clamping: omission.attributes.count)
    unsafe state.pointee.context = Unmanaged.passUnretained(self).toOpaque()
    unsafe state.pointee.is_wanted = { bytes, count, context in
      guard let context = unsafe context else { return true }
      let filter = unsafe Unmanaged<XMLElementFilter>.fromOpaque(context).takeUnretainedValue()
      let value = unsafe UnsafeBufferPointer(start: bytes, count: count)
      return unsafe filter.omission.isWanted(value.span)
    }
    return !names.contains(false)
  }

  private static func set(_ name: inout byte_scan_name, _ text: StaticString) -> Bool {
    unsafe byte_scan_set_name(&name, text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Takes in a piece of a document; what is to be parsed of it is then in `kept`.
  func take(_ bytes: [UInt8], from start: Int, to end: Int) {
    position = start
    guard !cut.isEmpty else {
      goOn(bytes, to: end)
      return
    }
    // The tag that was cut goes alone, with what comes before the next one.
    let next = bytes[start..<end].firstIndex(of: UInt8(ascii: "<")) ?? end
    cut.append(contentsOf: bytes[start..<next])
    position = next
    pending = cut
    cut = []
    mayWait = next == end
    pendingFrom = 0
    goOn(bytes, to: end)
  }

  /// Goes on with the same piece; `isAtEnd` tells where there is nothing more of it.
  func goOn(_ bytes: [UInt8], to end: Int) {
    count = 0
    unsafe state.pointee.found_count = 0
    isAtEnd = false
    if pendingFrom < pending.count {
      let tag = pending
      pass(tag, from: pendingFrom, to: tag.count, mayWait: mayWait)
      pendingFrom = stoppedAt
    } else if position < end {
      pass(bytes, from: position, to: end, mayWait: true)
      position = stoppedAt
    } else {
      isAtEnd = true
      foundIn = []
      pending = []
      pendingFrom = 0
    }
  }

  /// The start of a tag that the document's end cuts.
  func finish() -> [UInt8] {
    defer { cut = [] }
    return cut
  }

  private func pass(_ bytes: [UInt8], from start: Int, to end: Int, mayWait: Bool) {
    let size = end - start
    if kept.count < size { kept = [UInt8](repeating: 0, count: size) }
    var (taken, rest) = (0, 0)
    (foundIn, foundFrom, countedTo) = (bytes, start, 0)
    count = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe kept.withUnsafeMutableBufferPointer { output in
        guard let from = input.baseAddress, let to = output.baseAddress else {
          return 0
        }
        return unsafe byte_scan_filter_pass(state, from + start, size, to, &taken, &rest)
      }
    }
    stoppedAt = start + taken
    guard rest > 0 else { return }
    stoppedAt = end
    let tail = bytes[(end - rest)..<end]
    if mayWait && rest <= Self.longestTag {
      cut = Array(tail)
    } else {
      kept.replaceSubrange(count..<count + rest, with: tail)
      count += rest
    }
  }
}

/// An element, or a tag of it, that was read without the parser; alive only while a handler is told
/// of it.
@safe
struct XMLFoundElement {
  /// The place of its name in the handler's names.
  let name: Int
  /// The 1-based line on which it starts.
  let line: Int
  private let bytes: UnsafePointer<UInt8>
  private let element: UnsafePointer<byte_scan_element>
  private let places: UnsafeBufferPointer<Int>

  init(
    name: Int, line: Int, bytes: UnsafePointer<UInt8>, element: UnsafePointer<byte_scan_element>,
    places: UnsafeBufferPointer<Int>
  ) {
    self.name = name
    self.line = line
    unsafe self.bytes = bytes
    unsafe self.element = element
    unsafe self.places = places
  }

  /// Whether it is to be told of as a start, and as an end.
  var isStart: Bool { (unsafe element.pointee.parts) & UInt8(BYTE_SCAN_START) != 0 }
  var isEnd: Bool { (unsafe element.pointee.parts) & UInt8(BYTE_SCAN_END) != 0 }

  /// How many attributes it has.
  var attributeCount: Int { (unsafe element.pointee.present).nonzeroBitCount }

  /// The value of the attribute at a place in the handler's names.
  func value(_ name: Int) -> UnsafeBufferPointer<UInt8>? {
    guard unsafe places.indices.contains(name) else { return nil }
    let place = unsafe places[name]
    guard place >= 0, unsafe element.pointee.present & (1 << UInt32(place)) != 0 else { return nil }
    var count = 0
    let start = unsafe byte_scan_value(element, bytes, place, &count)
    return unsafe UnsafeBufferPointer(start: start, count: count)
  }
}
