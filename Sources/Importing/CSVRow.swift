// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// One row of a CSV file: the bytes of its cells, unquoted, and where each ends.
struct CSVRow {
  /// The 1-based line on which the row starts; rows with quoted newlines span several lines.
  var line = 1
  /// The 1-based number of the row, blank lines not counted.
  var number = 0
  /// Whether a control character was replaced by a blank.
  var hasControlCharacters = false
  /// Whether U+FFFE or U+FFFF was replaced by U+FFFD.
  var hasNoncharacters = false
  /// Whether text followed a closing quote.
  var hasTextAfterQuote = false

  /// The place in `bytes` where the first such quote was dropped, with the blanks behind it.
  var droppedQuote: (place: Int, hasBlank: Bool)?

  /// How many blanks stood before the quote of the first cell; they are not in its bytes.
  var blanksBeforeQuote = 0

  /// The cells' bytes, one after the other.
  var bytes: [UInt8] = []
  /// The end of each cell in `bytes`.
  var ends: [Int] = []
  /// Whether each cell was quoted.
  var quoted: [Bool] = []

  /// The number of cells.
  var count: Int { ends.count }

  /// The bytes of a cell; none where the row has no such cell.
  func cell(_ index: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(index) else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The text of a cell, trimmed of blanks unless it was quoted; `nil` where it is not UTF-8.
  func text(_ index: Int) -> String? {
    let all = cell(index)
    if all.isEmpty { return "" }
    return String(validating: quoted[index] ? all : all.trimmingBlanks(), as: UTF8.self)
  }

  /// The text of a cell without blanks at its ends; `nil` where it is not UTF-8.
  func trimmedText(_ index: Int) -> String? {
    String(validating: cell(index).trimmingBlanks(), as: UTF8.self)
  }

  /// Whether a cell that was not quoted has blanks at its ends, which reading drops.
  var hasBlanksAtEnds: Bool {
    var start = 0
    for (cell, end) in ends.enumerated() {
      defer { start = end }
      guard end > start, !quoted[cell] else { continue }
      if Self.isBlank(bytes[start]) || Self.isBlank(bytes[end - 1]) { return true }
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether all cells from an index on are empty or blank.
  func isBlank(from index: Int = 0) -> Bool {
    guard index < count else { return true }
    return bytes[(index == 0 ? 0 : ends[index - 1])...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Whether every byte of the cells is valid UTF-8.
  var isValid: Bool {
    let isASCII = unsafe bytes.withUnsafeBufferPointer {
      unsafe byte_scan_is_ascii($0.baseAddress, $0.count)
    }
    return isASCII || String(validating: bytes, as: UTF8.self) != nil
  }

  /// Replaces U+FFFE and U+FFFF, which no XML can hold, by U+FFFD, which is as long.
  mutating func replaceNoncharacters() {
    var place = 0
    while let found = bytes[place...].firstIndex(of: 0xEF) {
      place = found + 1
      if found + 2 < bytes.count, bytes[found + 1] == 0xBF, bytes[found + 2] >= 0xBE {
        bytes[found + 2] = 0xBD
        hasNoncharacters = true
      }
    }
  }

  /// Makes the row empty, to be filled again.
  mutating func clear(line: Int) {
    self.line = line
    hasControlCharacters = false
    hasNoncharacters = false
    hasTextAfterQuote = false
    droppedQuote = nil
    blanksBeforeQuote = 0
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    quoted.removeAll(keepingCapacity: true)
  }
}
