// SPDX-License-Identifier: Apache-2.0

/// A pattern with places to capture: `{name} - {level}`, `[ x {value} ]`.
///
/// It matches a whole text. `{value}` takes a number, every other place one character or more. Of
/// several ways to match, that is taken in which the first place is longest, then the second. Time
/// is bounded by the length of the text times that of the pattern: there is no backtracking.
struct CapturePattern: Hashable, Sendable {
  enum Place: String, CaseIterable, Hashable, Sendable {
    case name, value, unit, level, note, skip
  }

  private enum Part: Hashable, Sendable {
    case text([UInt8])
    /// One blank or more.
    case blank
    case capture(Place)
  }

  /// The longest text that is matched, in bytes.
  static let textLimit = 4096
  /// The most parts of a pattern.
  static let partLimit = 24

  private var parts: [Part] = []

  /// Reads a pattern.
  init(_ text: String, at node: MappingNode) throws(MappingFault) {
    var rest = text[...]
    while let first = rest.first {
      if first == "{" {
        guard let close = rest.firstIndex(of: "}"),
          let place = Place(rawValue: String(rest[rest.index(after: rest.startIndex)..<close]))
        else {
          throw node.fault(
            "“\(text.shortened)” is not a pattern.",
            "Places are \(Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")).")
        }
        guard place == .skip || !places.contains(place) else {
          throw node.fault("“{\(place.rawValue)}” stands twice in “\(text.shortened)”.")
        }
        parts.append(.capture(place))
        rest = rest[rest.index(after: close)...]
      } else if first.isWhitespace {
        parts.append(.blank)
        rest = rest.drop { $0.isWhitespace }
      } else {
        let literal = rest.prefix { $0 != "{" && !$0.isWhitespace }
        parts.append(.text(Array(literal.utf8)))
        rest = rest.dropFirst(literal.count)
      }
    }
    guard parts.count <= Self.partLimit, !places.isEmpty else {
      throw node.fault(
        "“\(text.shortened)” has no place to capture, or more than \(Self.partLimit) parts.",
        "Write a pattern such as “{name} ({level})”.")
    }
  }

  private var places: [Place] {
    parts.compactMap { if case .capture(let place) = $0 { place } else { nil } }
  }

  /// What the places capture; `nil` where the text does not match.
  func match(_ text: String, decimal: UInt8 = UInt8(ascii: ".")) -> [Place: String]? {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.textLimit else { return nil }
    // fits[part][from]: whether the parts from this one on match the text from there to its end.
    var fits = [[Bool]](
      repeating: [Bool](repeating: false, count: bytes.count + 1), count: parts.count + 1)
    fits[parts.count][bytes.count] = true
    for part in parts.indices.reversed() {
      fill(&fits, part, bytes, decimal)
    }
    guard fits[0][0] else { return nil }
    return captures(fits, bytes, decimal)
  }

  private func fill(_ fits: inout [[Bool]], _ part: Int, _ bytes: [UInt8], _ decimal: UInt8) {
    switch parts[part] {
    case .text(let literal):
      for from in bytes.indices where bytes[from...].starts(with: literal) {
        fits[part][from] = fits[part + 1][from + literal.count]
      }
    case .blank:
      for from in bytes.indices.reversed() where Self.isBlank(bytes[from]) {
        fits[part][from] = fits[part + 1][from + 1] || fits[part][from + 1]
      }
    case .capture(.value):
      for from in bytes.indices {
        let end = Self.numberEnd(bytes, from, decimal)
        if end > from { fits[part][from] = fits[part + 1][end] }
      }
    case .capture:
      var isPossible = false
      for from in bytes.indices.reversed() {
        if fits[part + 1][from + 1] { isPossible = true }
        fits[part][from] = isPossible
      }
    }
  }

  private func captures(
    _ fits: [[Bool]], _ bytes: [UInt8], _ decimal: UInt8
  ) -> [Place: String] {
    var found: [Place: String] = [:]
    var from = 0
    for (part, kind) in parts.enumerated() {
      switch kind {
      case .text(let literal): from += literal.count
      case .blank:
        var end = bytes.count
        while end > from + 1 && !isBlankRun(bytes, from, end, fits[part + 1]) { end -= 1 }
        from = end
      case .capture(let place):
        var end = bytes.count
        if place == .value {
          end = Self.numberEnd(bytes, from, decimal)
        } else {
          while end > from && !fits[part + 1][end] { end -= 1 }
        }
        found[place] = String(decoding: bytes[from..<end], as: UTF8.self).trimmed
        from = end
      }
    }
    return found
  }

  private func isBlankRun(_ bytes: [UInt8], _ from: Int, _ end: Int, _ next: [Bool]) -> Bool {
    next[end] && bytes[from..<end].allSatisfy(Self.isBlank)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Where the number that starts at a place ends; the place itself where there is none.
  private static func numberEnd(_ bytes: [UInt8], _ from: Int, _ decimal: UInt8) -> Int {
    var end = from
    if bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
    let digits = end
    while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
    guard end > digits else { return from }
    // A number does not start amid another.
    if digits == from, from > 0, (48...57).contains(bytes[from - 1]) { return from }
    if end + 1 < bytes.count, bytes[end] == decimal, (48...57).contains(bytes[end + 1]) {
      end += 1
      while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
    }
    return end
  }
}
