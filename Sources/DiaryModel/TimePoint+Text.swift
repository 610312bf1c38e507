// SPDX-License-Identifier: Apache-2.0

extension TimePoint: CustomStringConvertible {
  /// Creates a point from `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM[:SS]`, or that with `Z` or `±HH:MM`.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CivilDate(iso: text.prefix(10)) else { return nil }
    if bytes.count == 10 {
      self = .day(date)
      return
    }
    guard bytes[10] == UInt8(ascii: "T"),
      let (second, next) = Self.clock(in: bytes, from: 11),
      let time = LocalDateTime(date: date, secondOfDay: second)
    else { return nil }
    if next == bytes.count {
      self = .clock(time)
    } else if let offset = Self.offset(in: bytes[next...]) {
      self = .instant(time, offset)
    } else {
      return nil
    }
  }

  /// The point in the canonical form that `init(iso:)` reads; seconds only where there are any.
  public var description: String {
    switch self {
    case .day(let date): date.description
    case .clock(let time): Self.text(time)
    case .instant(let time, let offset): Self.text(time) + Self.text(offset)
    }
  }

  private static func clock(in bytes: [UInt8], from start: Int) -> (second: Int, next: Int)? {
    guard bytes.count >= start + 5, bytes[start + 2] == UInt8(ascii: ":"),
      let hour = CivilDate.number(bytes[start..<start + 2]), hour < 24,
      let minute = CivilDate.number(bytes[start + 3..<start + 5]), minute < 60
    else { return nil }
    guard bytes.count >= start + 8, bytes[start + 5] == UInt8(ascii: ":") else {
      return (hour * 3600 + minute * 60, start + 5)
    }
    guard let second = CivilDate.number(bytes[start + 6..<start + 8]), second < 60 else {
      return nil
    }
    return (hour * 3600 + minute * 60 + second, start + 8)
  }

  private static func offset(in bytes: ArraySlice<UInt8>) -> UTCOffset? {
    let text = Array(bytes)
    if text == [UInt8(ascii: "Z")] { return .utc }
    guard text.count == 6, text[3] == UInt8(ascii: ":"),
      text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-"),
      let hours = CivilDate.number(text[1..<3]), let minutes = CivilDate.number(text[4..<6]),
      minutes < 60
    else { return nil }
    let magnitude = hours * 3600 + minutes * 60
    return UTCOffset(seconds: text[0] == UInt8(ascii: "-") ? -magnitude : magnitude)
  }

  private static func text(_ time: LocalDateTime) -> String {
    let second = time.secondOfDay
    let clock = padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2)
    let seconds = second % 60 == 0 ? "" : ":" + padded(second % 60, 2)
    return time.date.description + "T" + clock + seconds
  }

  private static func text(_ offset: UTCOffset) -> String {
    guard offset.seconds != 0 else { return "Z" }
    let magnitude = abs(offset.seconds)
    return (offset.seconds < 0 ? "-" : "+") + padded(magnitude / 3600, 2) + ":"
      + padded(magnitude / 60 % 60, 2)
  }
}

extension EntryTime {
  /// As many bytes as the canonical form has at most, for years of four digits.
  package static var mostBytes: Int { 51 }

  /// Writes the canonical form to memory that has room for `mostBytes`.
  ///
  /// - Returns: How many bytes it has; 0 where a year has not four digits, and nothing was written.
  @unsafe
  package func put(at place: UnsafeMutablePointer<UInt8>) -> Int {
    let first = unsafe start.put(at: place)
    guard case .interval(_, let end) = self, first > 0 else { return first }
    unsafe place[first] = UInt8(ascii: "/")
    let second = unsafe end.put(at: place + first + 1)
    return second > 0 ? first + 1 + second : 0
  }
}

extension TimePoint {
  @unsafe
  fileprivate func put(at place: UnsafeMutablePointer<UInt8>) -> Int {
    let (year, month, day) = date.parts
    guard (0...9999).contains(year) else { return 0 }
    unsafe Self.put(year / 100, at: place)
    unsafe Self.put(year % 100, at: place + 2)
    unsafe Self.put("-", month, at: place + 4)
    unsafe Self.put("-", day, at: place + 7)
    guard let second = local?.secondOfDay else { return 10 }
    unsafe Self.put("T", second / 3600, at: place + 10)
    unsafe Self.put(":", second / 60 % 60, at: place + 13)
    var end = 16
    if second % 60 != 0 {
      unsafe Self.put(":", second % 60, at: place + 16)
      end = 19
    }
    guard case .instant(_, let offset) = self else { return end }
    guard offset.seconds != 0 else {
      unsafe place[end] = UInt8(ascii: "Z")
      return end + 1
    }
    let magnitude = abs(offset.seconds)
    unsafe Self.put(offset.seconds < 0 ? "-" : "+", magnitude / 3600, at: place + end)
    unsafe Self.put(":", magnitude / 60 % 60, at: place + end + 3)
    return end + 6
  }

  /// Writes a sign and two digits.
  @inline(__always)
  private static func put(
    _ sign: Unicode.Scalar, _ number: Int, at place: UnsafeMutablePointer<UInt8>
  ) {
    unsafe place[0] = UInt8(truncatingIfNeeded: sign.value)
    unsafe put(number, at: place + 1)
  }

  /// Writes two digits.
  @inline(__always)
  private static func put(_ number: Int, at place: UnsafeMutablePointer<UInt8>) {
    let number = UInt32(truncatingIfNeeded: number)
    unsafe place[0] = 48 + UInt8(truncatingIfNeeded: number / 10 % 10)
    unsafe place[1] = 48 + UInt8(truncatingIfNeeded: number % 10)
  }
}

extension EntryTime: CustomStringConvertible {
  /// Creates a time from one canonical point, or from two with a `/` between them.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let start = TimePoint(iso: parts[0]), let end = TimePoint(iso: parts[1]) {
      self = .interval(start, end)
    } else if parts.count == 1, let point = TimePoint(iso: parts[0]) {
      self = .at(point)
    } else {
      return nil
    }
  }

  /// The time in the canonical form that `init(iso:)` reads.
  public var description: String {
    switch self {
    case .at(let point): point.description
    case .interval(let start, let end): start.description + "/" + end.description
    }
  }
}
