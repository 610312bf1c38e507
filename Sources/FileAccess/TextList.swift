// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// Many short texts in one piece of memory: eight bytes each beside their own.
///
/// A list of a hundred thousand names as an array of `String` takes several times as much.
public struct TextList: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []

  /// Creates an empty list.
  public init() {}

  /// How many texts there are.
  public var count: Int { ends.count }

  /// Makes room for so many texts, so that the list does not take more than it needs.
  public mutating func reserveCapacity(_ count: Int) { ends.reserveCapacity(count) }

  /// Adds a text at the end.
  public mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// The UTF-8 of a text; none where there is no such text.
  public func utf8(at place: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(place) else { return [] }
    return bytes[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
  }

  /// A text; empty where there is no such text.
  public func text(at place: Int) -> String { String(decoding: utf8(at: place), as: UTF8.self) }

  /// How the bytes of two texts compare: below 0 where the first precedes, 0 where they are equal.
  public func compare(_ one: Int, _ other: Int) -> Int {
    Self.compare(utf8(at: one), utf8(at: other))
  }

  /// How the bytes of a text and of another one compare.
  public func compare(_ place: Int, to other: [UInt8]) -> Int {
    Self.compare(utf8(at: place), other[...])
  }

  private static func compare(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    let order = unsafe one.withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other -> Int32 in
        guard let first = one.baseAddress, let second = other.baseAddress else { return 0 }
        return unsafe memcmp(first, second, min(one.count, other.count))
      }
    }
    return order == 0 ? one.count - other.count : Int(order)
  }

  /// The same texts, sorted by their bytes.
  public func sorted() -> TextList {
    var list = TextList()
    list.bytes.reserveCapacity(bytes.count)
    list.ends.reserveCapacity(ends.count)
    for place in sortedPlaces() { list.append(utf8(at: place)) }
    return list
  }

  /// The places of the texts in the order of their bytes, equal ones in the order of the list.
  public func sortedPlaces() -> [Int] {
    ends.indices.sorted { one, other in
      let order = compare(one, other)
      return order == 0 ? one < other : order < 0
    }
  }
}
