// SPDX-License-Identifier: Apache-2.0

internal import CByteScan

/// Prepares a document's bytes for libxml2: encoding, document type, control characters.
///
/// The start of the document is held back until its root element is in sight, so that a document
/// type is known from its first byte to its last. Blanks take its place, and lines keep their
/// numbers. Control characters that XML does not allow become blanks: exports contain them.
struct XMLFeeder {
  /// A piece handed on.
  typealias Sink = (Span<UInt8>) throws(XMLError) -> Void
  /// Tells of an element that needs no parsing, behind all that was handed on before.
  typealias Finding = (XMLFoundElement) -> Void

  private enum Encoding {
    case unknown
    case ascii
    case utf16(UTF16Decoder)
  }

  private let limits: XMLLimits
  private var encoding = Encoding.unknown
  private var inProlog = true
  private var held: [UInt8] = []
  private var scanAt = 1 << 16
  private var filter: XMLElementFilter?
  private let found: Finding
  private let checkOrder: () throws(XMLError) -> Void
  private var standIns: XMLStandIns?
  /// The start of a reference that goes on in the next bytes.
  private var openReference: [UInt8] = []

  /// How many lines end in what was handed on, up to the first control character.
  private var linesBefore = 0
  /// Where the first control character stood that became a blank; `nil` where none did.
  private(set) var firstControlLine: Int?

  /// Creates a feeder.
  ///
  /// - Parameters:
  ///   - limits: how long the start of the document may be.
  ///   - filter: what leaves elements out, if anything does.
  ///   - found: is told of elements that the filter has read.
  ///   - checkOrder: throws where the parser has not yet dealt with all tags that it was handed.
  ///   - standsIn: whether references get stand-ins; see `XMLStandIns`.
  init(
    limits: XMLLimits, filter: XMLElementFilter?, found: @escaping Finding,
    checkOrder: @escaping () throws(XMLError) -> Void, standsIn: Bool
  ) {
    standIns = standsIn ? XMLStandIns() : nil
    self.limits = limits
    self.filter = filter
    self.found = found
    self.checkOrder = checkOrder
  }

  /// How many elements were left out.
  var leftOut: UInt64 { filter?.leftOut ?? 0 }

  mutating func take(_ bytes: [UInt8], count: Int, _ sink: Sink) throws(XMLError) {
    let length = min(count, bytes.count)
    if inProlog {
      if case .utf16(var decoder) = encoding {
        held.append(contentsOf: decoder.decode(bytes[..<length]))
        encoding = .utf16(decoder)
      } else {
        held.append(contentsOf: bytes[..<length])
      }
      guard held.count >= scanAt else { return }
      scanAt = held.count * 2
      try leaveProlog(atEnd: false, sink)
    } else if case .utf16(var decoder) = encoding {
      let text = decoder.decode(bytes[..<length])
      encoding = .utf16(decoder)
      try sift(text, from: 0, to: text.count, sink)
    } else {
      try sift(bytes, from: 0, to: length, sink)
    }
  }

  mutating func finish(_ sink: Sink) throws(XMLError) {
    if inProlog { try leaveProlog(atEnd: true, sink) }
    if let rest = filter?.finish(), !rest.isEmpty {
      try passOn(rest, from: 0, to: rest.count, sink)
    }
    // No reference is whole in what is left, so that it needs no stand-ins.
    let rest = openReference
    (openReference, standIns) = ([], nil)
    try passOn(rest, from: 0, to: rest.count, sink)
    if case .utf16(let decoder) = encoding, !decoder.isComplete {
      throw XMLError(
        kind: .encoding, line: 1, message: "the text in UTF-16 ends in the middle of a character")
    }
  }

  private mutating func leaveProlog(atEnd: Bool, _ sink: Sink) throws(XMLError) {
    try detectEncoding()
    let prolog = XMLProlog(held)
    if prolog.isOpen && !atEnd && held.count <= limits.prologBytes { return }
    let length = prolog.documentTypes.reduce(0) { max($0, $1.count) }
    guard length <= limits.prologBytes, !prolog.isOpen || held.count <= limits.prologBytes else {
      throw XMLError(
        kind: .limit, line: 1,
        message: "no root element within the first \(limits.prologBytes) bytes")
    }
    try check(prolog.encoding)
    var blanked = prolog.documentTypes
    // The text is in UTF-8 by now, whatever the declaration says.
    if case .utf16 = encoding, let declaration = prolog.declaration { blanked.append(declaration) }
    for range in blanked {
      for place in range where held[place] != 10 && held[place] != 13 { held[place] = 32 }
    }
    inProlog = false
    let start = held
    held = []
    // Values are only told apart by their bytes where these are UTF-8.
    var isUnicode = prolog.encoding.map { $0 == "utf-8" || $0 == "utf8" } ?? true
    if case .utf16 = encoding { isUnicode = true }
    guard isUnicode, let root = prolog.rootName, filter?.open(root: root) == true else {
      filter = nil
      try passOn(start, from: 0, to: start.count, sink)
      return
    }
    try passOn(start, from: 0, to: prolog.rootPlace, sink)
    filter?.countLines(start.span.extracting(0..<prolog.rootPlace))
    try sift(start, from: prolog.rootPlace, to: start.count, sink)
  }

  /// Hands bytes on but for the elements that nobody asks for.
  private mutating func sift(
    _ bytes: [UInt8], from start: Int, to end: Int, _ sink: Sink
  ) throws(XMLError) {
    guard let filter else {
      try passOn(bytes, from: start, to: end, sink)
      return
    }
    filter.take(bytes, from: start, to: end)
    while !filter.isAtEnd {
      try passOn(filter.kept, from: 0, to: filter.count, sink)
      if filter.foundCount > 0 {
        try checkOrder()
        for number in 0..<filter.foundCount { filter.withFound(number, found) }
      }
      filter.finishPiece()
      filter.goOn(bytes, to: end)
    }
  }

  private mutating func detectEncoding() throws(XMLError) {
    guard case .unknown = encoding else { return }
    switch (held.first, held.dropFirst().first) {
    case (0xFF, 0xFE), (0x3C, 0): encoding = .utf16(UTF16Decoder(bigEndian: false))
    case (0xFE, 0xFF), (0, 0x3C): encoding = .utf16(UTF16Decoder(bigEndian: true))
    case (nil, _): throw XMLError(kind: .notWellFormed, line: 1, message: "the file is empty")
    default: encoding = .ascii
    }
    if case .utf16(var decoder) = encoding {
      held = decoder.decode(held[...])
      encoding = .utf16(decoder)
    }
    let blanks: [UInt8] = [9, 10, 13, 32]
    let body = held.starts(with: [0xEF, 0xBB, 0xBF]) ? held.dropFirst(3) : held[...]
    guard body.first(where: { !blanks.contains($0) }) == UInt8(ascii: "<") else {
      throw XMLError(
        kind: .notWellFormed, line: 1, message: "the file does not start with “<” as XML does")
    }
  }

  /// Lets through only encodings in which a byte below 128 is always an ASCII character.
  private func check(_ name: String?) throws(XMLError) {
    guard let name else { return }
    if case .utf16 = encoding { return }
    let known = ["utf-8", "utf8", "us-ascii", "ascii", "latin1"]
    let families = ["iso-8859-", "iso8859-", "windows-125", "cp125"]
    guard known.contains(name) || families.contains(where: name.hasPrefix) else {
      guard !name.hasPrefix("utf-16") else {
        throw XMLError(
          kind: .encoding, line: 1,
          message: "it says that it is in \(name.prefix(40)), and its bytes are not")
      }
      throw XMLError(
        kind: .encoding, line: 1,
        message: "the encoding “\(name.prefix(40))” is not read; UTF-8, UTF-16, ISO 8859 and "
          + "Windows code pages are")
    }
  }

  /// Hands bytes on in pieces of at most 64 KiB, control characters replaced.
  private mutating func passOn(
    _ bytes: [UInt8], from start: Int, to end: Int, _ sink: Sink
  ) throws(XMLError) {
    guard openReference.isEmpty else {
      let joined = openReference + bytes[start..<end]
      openReference = []
      return try passOn(joined, from: 0, to: joined.count, sink)
    }
    let pieceSize = 1 << 16
    var start = start
    while start < end {
      var size = min(pieceSize, end - start)
      if standIns != nil {
        size = XMLStandIns.whole(bytes.span.extracting(start..<start + size))
        if size == 0 {
          openReference = Array(bytes[start..<end])
          return
        }
      }
      let piece = bytes.span.extracting(start..<start + size)
      let isAffected = ControlBytes.occur(in: piece)
      if firstControlLine == nil { count(piece, isAffected: isAffected) }
      if isAffected {
        let clean = bytes[start..<start + size].map { ControlBytes.isForbidden($0) ? 32 : $0 }
        try handOn(clean.span, sink)
      } else {
        try handOn(piece, sink)
      }
      start += size
    }
  }

  private mutating func handOn(_ piece: Span<UInt8>, _ sink: Sink) throws(XMLError) {
    if standIns == nil { try sink(piece) } else { try standIns?.put(into: piece, sink) }
  }
}

extension XMLFeeder {
  /// Counts the lines of a piece up to its first control character, where it has one.
  private mutating func count(_ piece: Span<UInt8>, isAffected: Bool) {
    linesBefore += unsafe piece.withUnsafeBufferPointer { raw in
      guard let base = raw.baseAddress else { return 0 }
      let end = isAffected ? unsafe byte_scan_control(base, raw.count) : raw.count
      return unsafe byte_scan_lines(base, end)
    }
    if isAffected { firstControlLine = linesBefore + 1 }
  }
}

/// The control characters below U+0020 that XML 1.0 does not allow.
enum ControlBytes {
  static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 32 && byte != 9 && byte != 10 && byte != 13
  }

  /// Whether any is among the bytes.
  static func occur(in bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { raw in
      unsafe byte_scan_control(raw.baseAddress, raw.count) < raw.count
    }
  }
}

/// Turns UTF-16 that comes in pieces into UTF-8.
struct UTF16Decoder {
  let bigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt16?
  private var atStart = true

  init(bigEndian: Bool) { self.bigEndian = bigEndian }

  /// Whether no character is half read.
  var isComplete: Bool { oddByte == nil && highSurrogate == nil }

  mutating func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      append(
        bigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first), &text)
    }
    return text
  }

  private mutating func append(_ unit: UInt16, _ text: inout [UInt8]) {
    defer { atStart = false }
    if atStart && unit == 0xFEFF { return }
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(unit - 0xDC00)
        put(Unicode.Scalar(value), &text)
        return
      }
      put(nil, &text)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      put(Unicode.Scalar(unit), &text)
    }
  }

  private func put(_ scalar: Unicode.Scalar?, _ text: inout [UInt8]) {
    text.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
