// SPDX-License-Identifier: Apache-2.0

/// What values are written with by `JSONLine`.
struct JSONLineEncoder: Encoder {
  let writer: JSONLineWriter

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(
      JSONLineObject<Key>(writer: writer, depth: writer.open(isObject: true)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    JSONLineList(writer: writer, depth: writer.open(isObject: false))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONLineValue(writer: writer) }
}

/// The members of an object.
private struct JSONLineObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONLineWriter
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.writeNothing()
  }

  func encode(_ value: String, forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.write(value)
  }

  func encode(_ value: Bool, forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.write(value)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    writer.key(key.stringValue, at: depth)
    try writer.write(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.write(whole: value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    writer.key(key.stringValue, at: depth)
    try writer.write(value)
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    writer.key(key.stringValue, at: depth)
    return JSONLineEncoder(writer: writer).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    writer.key(key.stringValue, at: depth)
    return JSONLineEncoder(writer: writer).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { refused }
  func superEncoder(forKey key: Key) -> any Encoder { refused }

  private var refused: JSONLineEncoder {
    writer.isUnsupported = true
    return JSONLineEncoder(writer: writer)
  }
}

/// The elements of a list.
private struct JSONLineList: UnkeyedEncodingContainer {
  let writer: JSONLineWriter
  let depth: Int
  private(set) var count = 0

  init(writer: JSONLineWriter, depth: Int) {
    self.writer = writer
    self.depth = depth
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func next() {
    writer.next(at: depth)
    count += 1
  }

  mutating func encodeNil() {
    next()
    writer.writeNothing()
  }

  mutating func encode(_ value: String) {
    next()
    writer.write(value)
  }

  mutating func encode(_ value: Bool) {
    next()
    writer.write(value)
  }

  mutating func encode(_ value: Double) throws {
    next()
    try writer.write(value)
  }

  mutating func encode(_ value: Int) {
    next()
    writer.write(whole: value)
  }

  mutating func encode(_ value: some Encodable) throws {
    next()
    try writer.write(value)
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type
  ) -> KeyedEncodingContainer<Inner> {
    next()
    return JSONLineEncoder(writer: writer).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return JSONLineEncoder(writer: writer).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    writer.isUnsupported = true
    return JSONLineEncoder(writer: writer)
  }
}

/// A value by itself.
private struct JSONLineValue: SingleValueEncodingContainer {
  let writer: JSONLineWriter

  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.writeNothing() }
  func encode(_ value: String) { writer.write(value) }
  func encode(_ value: Bool) { writer.write(value) }
  func encode(_ value: Double) throws { try writer.write(value) }
  func encode(_ value: Float) throws { try writer.write(value) }
  func encode<Number: FixedWidthInteger & Encodable>(_ value: Number) {
    writer.write(whole: value)
  }
  func encode(_ value: some Encodable) throws { try writer.write(value) }
}
