// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// Which elements of a document nobody asks for, so that they need not be parsed.
///
/// Left out are elements that are certain to be well-formed: without text, with attributes that
/// are known and quoted by `"`, and with no children but empty ones of one name. All else goes to
/// libxml2 as it stands, and all that follows a comment, a CDATA section or a processing
/// instruction. Line ends inside what is left out are kept, so that lines keep their numbers.
package struct XMLElementOmission: Sendable {
  /// The elements that may be left out.
  let element: StaticString
  /// The name of the empty elements that may stand inside them.
  let child: StaticString
  /// The attributes that both may have; the first decides.
  let attributes: [StaticString]
  /// Whether an element is asked for, by the value of the first attribute.
  let isWanted: @Sendable (Span<UInt8>) -> Bool

  /// Creates a rule.
  package init(
    element: StaticString, child: StaticString, attributes: [StaticString],
    isWanted: @escaping @Sendable (Span<UInt8>) -> Bool
  ) {
    self.element = element
    self.child = child
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
  private var position = 0
  /// The start of a tag that the last piece cut.
  private var cut: [UInt8] = []

  init(_ omission: XMLElementOmission) {
    self.omission = omission
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: byte_scan_filter())
  }

  deinit { unsafe state.deallocate() }

  /// How many elements were left out.
  var leftOut: UInt64 { unsafe state.pointee.dropped }

  /// Makes ready for a document; says whether it can be filtered.
  func open(root: String) -> Bool {
    guard omission.attributes.count <= Int(BYTE_SCAN_NAMES) else { return false }
    var names = unsafe [
      Self.set(&state.pointee.element, omission.element),
      Self.set(&state.pointee.child, omission.child),
    ]
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
    let tag = cut
    cut = []
    pass(tag, from: 0, to: tag.count, mayWait: next == end)
    if count == 0 { goOn(bytes, to: end) }
  }

  /// Goes on with the same piece; `count` is 0 at its end.
  func goOn(_ bytes: [UInt8], to end: Int) {
    count = 0
    guard position < end else { return }
    let start = position
    position = end
    pass(bytes, from: start, to: end, mayWait: true)
  }

  /// The start of a tag that the document's end cuts.
  func finish() -> [UInt8] {
    defer { cut = [] }
    return cut
  }

  private func pass(_ bytes: [UInt8], from start: Int, to end: Int, mayWait: Bool) {
    let size = end - start
    if kept.count < size { kept = [UInt8](repeating: 0, count: size) }
    var rest = 0
    count = unsafe bytes.withUnsafeBufferPointer { input in
      unsafe kept.withUnsafeMutableBufferPointer { output in
        guard let from = input.baseAddress, let to = output.baseAddress else {
          return 0
        }
        return unsafe byte_scan_filter_pass(state, from + start, size, to, &rest)
      }
    }
    guard rest > 0 else { return }
    let tail = bytes[(end - rest)..<end]
    if mayWait && rest <= Self.longestTag {
      cut = Array(tail)
    } else {
      kept.replaceSubrange(count..<count + rest, with: tail)
      count += rest
    }
  }
}
