// SPDX-License-Identifier: Apache-2.0

import Foundation
import Markup
import TestSupport
import Testing

@Suite("JSON on one line")
struct JSONLineTests {
  /// The yardstick: Foundation's encoder with the same options.
  private func expected(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func written(_ value: some Encodable) throws -> String {
    String(decoding: try JSONLine.encode(value), as: UTF8.self)
  }

  private struct Inner: Encodable {
    var zebra = 1
    var apple: String?
    var empty: [Int] = []
    var flags = [true, false]
  }

  private struct Outer: Encodable {
    var text = "a/b \"c\" \\ \u{8}\t\n\u{C}\r\u{1F}\u{0}\u{7F}é\u{2028}👩‍🍳"
    var names = ["zwei": 2.5, "": 0, "äpfel": 1, "Zebra": -3, "a\u{308}x": 4, "\n\"": 5, "b": 1e30]
    var inner = [Inner(), Inner(apple: "x")]
    var optional: [Double?] = [nil, 1, -0.0]
    var small: [Int8] = [-128, 127]
    var large: UInt64 = .max
    var float: Float = 0.1
    var url: [String: [String: Inner]] = ["b": ["d": Inner(), "c": Inner()], "a": [:]]
    var nothing: [String: Int]? = nil
  }

  @Test("The bytes are those of Foundation's encoder")
  func likeFoundation() throws {
    #expect(try written(Outer()) == expected(Outer()))
    #expect(try written([Outer(), Outer()]) == expected([Outer(), Outer()]))
    #expect(try written("top") == expected("top"))
    #expect(try written(-1.5) == expected(-1.5))
    #expect(try written([Int]()) == expected([Int]()))
    #expect(try written([1: "x"]) == expected([1: "x"]))
  }

  @Test("Numbers of all sizes have the same digits")
  func numbers() throws {
    var generator = SeededGenerator(seed: 7)
    var numbers: [Double] = [
      0, -0.0, 1e-4, 9.9999e-5, 1e-5, .leastNonzeroMagnitude, 0.1 + 0.2, 1e11,
      99_999_999_999.9999, 1e15, 1e16,
      9_007_199_254_740_992, 1.8e19, .greatestFiniteMagnitude, 0.00005, 1 / 3.0,
    ]
    for _ in 0..<20_000 {
      numbers.append(Double(bitPattern: generator.next()))
      numbers.append(Double(Int64(bitPattern: generator.next()) >> 20) / 10_000)
      numbers.append(Double(Int64(bitPattern: generator.next()) >> 44) / 10_000)
      numbers.append((Double(Int64(bitPattern: generator.next()) >> 44) / 10_000).nextUp)
    }
    numbers.removeAll { !$0.isFinite }
    #expect(numbers.count > 79_000)
    let (ours, theirs) = (try written(numbers), try expected(numbers))
    #expect(ours == theirs)
    #expect(try written(numbers.map { -$0 }) == expected(numbers.map { -$0 }))
  }

  @Test("Random texts are escaped in the same way")
  func texts() throws {
    var generator = SeededGenerator(seed: 11)
    let texts = (0..<2000).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<12).compactMap { _ in
            Unicode.Scalar(UInt32(generator.next() % (generator.next() % 2 == 0 ? 128 : 0x11000)))
          }))
    }
    #expect(try written(texts) == expected(texts))
    let keyed = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: { first, _ in first })
    #expect(try written(keyed) == expected(keyed))
  }

  @Test("A number that is not finite is refused", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(number: Double) {
    #expect(throws: EncodingError.self) { try JSONLine.encode([number]) }
    #expect(throws: EncodingError.self) { try JSONLine.encode(["a": number]) }
    #expect(throws: EncodingError.self) { try JSONLine.encode([Float(number)]) }
  }

  private struct Nested: Encodable {
    enum Key: String, CodingKey { case b, a, c }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      var inner = container.nestedContainer(keyedBy: Key.self, forKey: .b)
      try inner.encode(1, forKey: .c)
      var list = container.nestedUnkeyedContainer(forKey: .a)
      try list.encode(2)
      var deep = list.nestedUnkeyedContainer()
      try deep.encodeNil()
      try list.encode("x")
      try container.encodeNil(forKey: .c)
    }
  }

  private struct Inherited: Encodable {
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Nested.Key.self)
      try Nested().encode(to: container.superEncoder(forKey: .a))
    }
  }

  private struct Silent: Encodable {
    func encode(to encoder: any Encoder) {}
  }

  @Test("Nested containers close where the outer one goes on; super encoders are refused")
  func nested() throws {
    #expect(try written([Nested(), Nested()]) == expected([Nested(), Nested()]))
    #expect(try written([Silent()]) == expected([Silent()]))
    #expect(throws: EncodingError.self) { try JSONLine.encode(Inherited()) }
  }

  @Test("Objects of any number of keys are in order, keys alike in their first bytes too")
  func manyKeys() throws {
    var generator = SeededGenerator(seed: 3)
    for count in [2, 3, 8, 47, 48, 49, 300] {
      var object: [String: [String: Int]] = [:]
      for number in 0..<count {
        let start = ["", "participant-", "ä", "a\u{1}", "Z"][Int(generator.next() % 5)]
        object[start + String(generator.next() % 10_000)] = ["b": number, "a": 1, "": 0]
      }
      #expect(try written(object) == expected(object))
    }
  }
}
