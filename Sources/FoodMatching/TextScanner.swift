// SPDX-License-Identifier: Apache-2.0

/// Cuts a text into folded words and numbers in one pass over its bytes.
///
/// Hyphens count as blanks, `&` as "and", `/` as "or", `w/` as "with", `w/o` as "without".
struct TextScanner {
  /// The text.
  private(set) var bytes: [UInt8] = []
  /// Its words and numbers.
  private(set) var list = TokenList()
  private var end = 0
  private var position = 0
  private var clause = 0
  private var section = 0
  /// The mark that opened the clause.
  private var clauseMark: UInt8 = 0
  /// Where the word being read starts in the folded letters and in the bytes.
  private var open: (letters: Int, source: Int)?

  /// The tokens of a stretch of bytes.
  static func tokens(_ bytes: [UInt8], _ range: Range<Int>) -> TokenList {
    var scanner = TextScanner()
    scanner.read(bytes[range])
    return scanner.list
  }

  /// The tokens of a text.
  static func tokens(_ text: String) -> (bytes: [UInt8], list: TokenList) {
    var scanner = TextScanner()
    scanner.read(Array(text.utf8)[...])
    return (scanner.bytes, scanner.list)
  }

  /// Reads a text; what was read before is forgotten, its memory used again.
  mutating func read(_ text: ArraySlice<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text)
    list.fold(bytes)
    (position, end) = (0, bytes.count)
    (clause, section, clauseMark, open) = (0, 0, 0, nil)
    scan()
  }

  private mutating func scan() {
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        letters()
      case 0x20:
        closeWord(at: position)
        position += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
      case 0x80...: wide()
      default: mark(byte)
      }
    }
    closeWord(at: position)
  }

  // MARK: Words

  /// Reads a run of ASCII letters; a word that is no more than that stays where it stands.
  private mutating func letters() {
    let start = position
    var stop = start + 1
    while stop < end, Self.isASCIILetter(bytes[stop]) { stop += 1 }
    position = stop
    if open == nil, stop >= end || Self.endsWord(bytes[stop]) {
      append(start..<stop, source: start..<stop, number: nil)
    } else {
      let first = list.folded.count
      if open == nil { open = (first, start) }
      list.folded.append(contentsOf: bytes[start..<stop])
      for place in first..<list.folded.count { list.folded[place] |= 0x20 }
    }
  }

  @inline(__always)
  private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether a mark or digit ends a word, whatever the word is.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x80...:
      false
    default: true
    }
  }

  private mutating func closeWord(at sourceEnd: Int) {
    guard let start = open else { return }
    open = nil
    let letters = start.letters..<list.folded.count
    guard !letters.isEmpty else { return }
    append(letters, source: start.source..<sourceEnd, number: nil)
  }

  private mutating func append(_ letters: Range<Int>, source: Range<Int>, number: Double?) {
    let stem = number == nil ? appendStem(letters) : letters
    list.tokens.append(
      Token(
        letters: letters, stem: stem, source: source, clause: clause, section: section,
        number: number, mark: clauseMark))
  }

  /// The stem of letters; written behind all letters where it is not their beginning.
  private mutating func appendStem(_ letters: Range<Int>) -> Range<Int> {
    let cut = Self.stem(list.folded, letters)
    if !cut.endsInY { return letters.lowerBound..<cut.end }
    let start = list.folded.count
    for index in letters.lowerBound..<cut.end - 1 { list.folded.append(list.folded[index]) }
    list.folded.append(UInt8(ascii: "i"))
    return start..<list.folded.count
  }

  /// Where a word's stem ends: before a final s, then before a final e; a final y counts as i.
  static func stem(_ bytes: [UInt8], _ letters: Range<Int>) -> (end: Int, endsInY: Bool) {
    var end = letters.upperBound
    let start = letters.lowerBound
    let isPlural =
      end - start >= 4 && bytes[end - 1] == UInt8(ascii: "s")
      && bytes[end - 2] != UInt8(ascii: "s") && bytes[end - 2] != UInt8(ascii: "u")
      && bytes[end - 2] != UInt8(ascii: "i")
    if isPlural { end -= 1 }
    if end - start >= 4, bytes[end - 1] == UInt8(ascii: "e") { end -= 1 }
    return (end, end - start >= 4 && bytes[end - 1] == UInt8(ascii: "y"))
  }

  /// Whether a phrase has only lower-case ASCII letters and blanks.
  static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }

  /// Appends a word that stands for a mark, such as "and" for `&`.
  private mutating func insert(_ word: StaticString, source: Range<Int>) {
    let start = list.folded.count
    appendFolded(word)
    append(start..<list.folded.count, source: source, number: nil)
  }

  private mutating func appendFolded(_ word: StaticString) {
    word.withUTF8Buffer { buffer in unsafe list.folded.append(contentsOf: buffer) }
  }

  // MARK: Numbers

  private mutating func number() {
    closeWord(at: position)
    let (first, start) = (list.folded.count, position)
    var value = digits()
    let mark = position < end ? bytes[position] : 0
    let isDecimal = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",")
    if isDecimal, isDigit(position + 1) {
      value += fraction()
    } else if mark == UInt8(ascii: "/"), isDigit(position + 1) {
      position += 1
      let below = digits()
      value = below > 0 ? value / below : value
    }
    if position < end, bytes[position] == UInt8(ascii: "%") {
      if value == 0 { list.folded.append(UInt8(ascii: "%")) }
      position += 1
    }
    append(first..<list.folded.count, source: start..<position, number: value)
  }

  /// Reads digits, at most 15 of which count.
  private mutating func digits() -> Double {
    var value = 0.0
    var count = 0
    while position < end, isDigit(position) {
      if count < 15 { value = value * 10 + Double(bytes[position] - UInt8(ascii: "0")) }
      if count < 15 { list.folded.append(bytes[position]) }
      count += 1
      position += 1
    }
    return value
  }

  /// Reads a decimal mark and the digits after it.
  private mutating func fraction() -> Double {
    list.folded.append(UInt8(ascii: "."))
    position += 1
    let before = list.folded.count
    var value = digits()
    for _ in before..<list.folded.count { value /= 10 }
    return value
  }

  private func isDigit(_ index: Int) -> Bool {
    index < end && bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9")
  }

  private func isLetter(_ index: Int) -> Bool {
    index < end
      && (bytes[index] | 0x20 >= UInt8(ascii: "a")
        && bytes[index] | 0x20
          <= UInt8(ascii: "z")
        || bytes[index] >= 0x80)
  }

  // MARK: Marks

  private mutating func mark(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): apostrophe(width: 1)
    case UInt8(ascii: "-"): dash(width: 1)
    case UInt8(ascii: "/"): slash()
    case UInt8(ascii: "&"):
      closeWord(at: position)
      insert("and", source: position..<position + 1)
      position += 1
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
      breakHere(width: 1, strong: false)
    case UInt8(ascii: ";"), UInt8(ascii: "+"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      breakHere(width: 1, strong: true)
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stop()
    default:
      closeWord(at: position)
      position += 1
    }
  }

  private mutating func breakHere(width: Int, strong: Bool) {
    closeWord(at: position)
    clauseMark = bytes[position]
    clause += 1
    if strong { section += 1 }
    position += width
  }

  /// A full stop breaks after a word of three letters or more that a blank follows.
  private mutating func stop() {
    let length = open.map { list.folded.count - $0.letters } ?? 0
    let isBreak = length > 2 && (position + 1 >= end || bytes[position + 1] == UInt8(ascii: " "))
    if isBreak {
      breakHere(width: 1, strong: true)
    } else {
      closeWord(at: position)
      position += 1
    }
  }

  /// A dash between blanks breaks; any other counts as a blank.
  private mutating func dash(width: Int) {
    let isSpaced = open == nil && position + width < end && bytes[position + width] == 0x20
    if isSpaced, position > 0 {
      breakHere(width: width, strong: false)
    } else {
      let isAfterWord = open != nil
      closeWord(at: position)
      position += width
      if isAfterWord, !list.tokens.isEmpty {
        list.tokens[list.tokens.count - 1].hyphen = isLetter(position) ? .joined : .hanging
      }
    }
  }

  /// An apostrophe ends an elided article (d'amande) and is dropped in other words.
  private mutating func apostrophe(width: Int) {
    if let start = open, isLetter(position + width) {
      let word = list.folded[start.letters...]
      let isElided =
        word.count == 1 && word.first.map { "dljcsmnt".utf8.contains($0) } == true
        || ["qu", "dell", "all", "sull", "nell", "un"].contains { word.elementsEqual($0.utf8) }
      if isElided { closeWord(at: position) }
    }
    position += width
  }

  private mutating func slash() {
    guard let start = open else {
      position += 1
      return
    }
    let isWith =
      list.folded.count - start.letters == 1 && list.folded[start.letters] == UInt8(ascii: "w")
    if isWith {
      let isWithout =
        position + 1 < end && bytes[position + 1] | 0x20 == UInt8(ascii: "o")
        && !isLetter(position + 2)
      list.folded.removeSubrange(start.letters...)
      appendFolded(isWithout ? "without" : "with")
      position += isWithout ? 2 : 1
      closeWord(at: position)
    } else {
      closeWord(at: position)
      if isLetter(position + 1) { insert("or", source: position..<position + 1) }
      position += 1
    }
  }

  // MARK: Beyond ASCII

  private mutating func wide() {
    let (scalar, width) = decode()
    if let letters = LatinFolding.letters(scalar) {
      if open == nil { open = (list.folded.count, position) }
      appendFolded(letters)
      position += width
      return
    }
    switch ScalarClass(scalar) {
    case .letter: copy(width)
    case .diaeresis:
      if open != nil, let last = list.folded.last, "aou".utf8.contains(last) {
        list.folded.append(UInt8(ascii: "e"))
      }
      position += width
    case .ignored: position += width
    case .apostrophe: apostrophe(width: width)
    case .dash: dash(width: width)
    case .comma: breakHere(width: width, strong: false)
    case .bullet: breakHere(width: width, strong: true)
    case .blank:
      closeWord(at: position)
      position += width
    case .symbol:
      closeWord(at: position)
      open = (list.folded.count, position)
      copy(width)
      closeWord(at: position)
    case .fraction(let value):
      closeWord(at: position)
      let start = list.folded.count
      list.folded.append(contentsOf: bytes[position..<position + width])
      append(
        start..<list.folded.count, source: position..<position + width, number: value)
      position += width
    }
  }

  private mutating func copy(_ width: Int) {
    if open == nil { open = (list.folded.count, position) }
    list.folded.append(contentsOf: bytes[position..<position + width])
    position += width
  }

  /// The scalar here and its bytes; a stray byte counts as one of its own.
  private func decode() -> (scalar: UInt32, width: Int) {
    let lead = bytes[position]
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard width > 1, position + width <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(width))
    for index in position + 1..<position + width {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (scalar, width)
  }
}
