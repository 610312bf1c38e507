// SPDX-License-Identifier: Apache-2.0

/// The encodings of text files that are read.
enum TextEncoding: String {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"

  /// Tells the encoding from a file's first bytes.
  ///
  /// A byte order mark decides; without one, zero bytes at every other place mean UTF-16. Text that
  /// is not UTF-8 anywhere counts as Windows-1252 if it has only letters and signs that such text
  /// has; anything else is UTF-8, and its faults are found row by row.
  init(prefix: [UInt8]) {
    switch (prefix.first, prefix.dropFirst().first) {
    case (0xFF, 0xFE): self = .utf16LittleEndian
    case (0xFE, 0xFF): self = .utf16BigEndian
    default: self = Self.withoutMark(prefix)
    }
  }

  private static func withoutMark(_ prefix: [UInt8]) -> TextEncoding {
    let sample = prefix.prefix(1024)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    if sample.count >= 8 && zeros.count * 3 >= sample.count {
      let odd = zeros.count { $0 % 2 == 1 }
      if odd == zeros.count { return .utf16LittleEndian }
      if odd == 0 { return .utf16BigEndian }
    }
    return looksLikeWindows1252(prefix) ? .windows1252 : .utf8
  }

  /// Whether there are bytes above 127, none of them in a UTF-8 sequence, all of them usual.
  private static func looksLikeWindows1252(_ prefix: [UInt8]) -> Bool {
    var found = false
    for (place, byte) in prefix.enumerated() where byte >= 0x80 {
      let next = place + 1 < prefix.count ? prefix[place + 1] : nil
      if byte >= 0xC2, let next, (0x80..<0xC0).contains(next) { return false }
      guard isUsual(byte) else { return false }
      if next != nil { found = true }
    }
    return found
  }

  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80, 0x85, 0x8A, 0x8C, 0x8E, 0x91...0x97, 0x9A, 0x9C, 0x9E, 0x9F, 0xA0, 0xB0...0xB5,
      0xBA...0xBF:
      true
    case 0xC0...0xFE: byte != 0xD7 && byte != 0xF7
    default: false
    }
  }
}

/// Turns text of a known encoding into UTF-8, piece by piece.
struct TextDecoder {
  /// The encoding that is read.
  let encoding: TextEncoding
  private var pending: [UInt8] = []
  private var highSurrogate: UInt16?
  private var isAtStart = true

  /// Creates a decoder.
  init(encoding: TextEncoding) {
    self.encoding = encoding
  }

  /// The UTF-8 form of a piece, without byte order marks at its start.
  mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: withoutMark(bytes)
    case .windows1252: Self.fromWindows1252(bytes)
    case .utf16LittleEndian, .utf16BigEndian: fromUTF16(bytes)
    }
  }

  /// What is left at the end: a replacement character for half a character.
  mutating func finish() -> [UInt8] {
    let isCut = !pending.isEmpty || highSurrogate != nil
    pending = []
    highSurrogate = nil
    return isCut ? Array("\u{FFFD}".utf8) : []
  }

  private mutating func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    guard isAtStart else { return bytes }
    isAtStart = false
    // Programs that join files leave several marks behind each other.
    var rest = bytes[...]
    while rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    return rest.count == bytes.count ? bytes : Array(rest)
  }

  private mutating func fromUTF16(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for byte in bytes {
      pending.append(byte)
      guard pending.count == 2 else { continue }
      let (one, two) = (UInt16(pending[0]), UInt16(pending[1]))
      pending.removeAll(keepingCapacity: true)
      let unit = encoding == .utf16LittleEndian ? one | two << 8 : one << 8 | two
      take(unit, into: &output)
    }
    return output
  }

  private mutating func take(_ unit: UInt16, into output: inout [UInt8]) {
    if isAtStart && unit == 0xFEFF { return }
    isAtStart = false
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        Self.append(value, to: &output)
        return
      }
      Self.append(0xFFFD, to: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      Self.append(UTF16.isTrailSurrogate(unit) ? 0xFFFD : UInt32(unit), to: &output)
    }
  }

  private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else {
        append(byte < 0xA0 ? windows1252[Int(byte - 0x80)] : UInt32(byte), to: &output)
      }
    }
    return output
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output.append(contentsOf: Array(String(Character(scalar)).utf8))
  }

  /// The characters of the bytes 0x80…0x9F (WHATWG Encoding, index windows-1252).
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
