// SPDX-License-Identifier: Apache-2.0

/// Writes values as JSON on one line, keys in order, straight into bytes.
///
/// The bytes are those of Foundation's `JSONEncoder` with sorted keys and slashes as they are, for
/// values whose `encode(to:)` asks for one container and for no super encoder.
package enum JSONLine {
  /// The value as UTF-8.
  ///
  /// - Throws: `EncodingError` where a number is not finite or a super encoder is asked for.
  package static func encode(_ value: some Encodable) throws -> [UInt8] {
    let writer = JSONLineWriter()
    try writer.write(value)
    guard !writer.isUnsupported else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "super encoders are not supported"))
    }
    return writer.bytes
  }
}

/// What all encoders of one value write into.
///
/// The bytes stand behind a pointer that never changes, so that no access to them is checked while
/// the program runs. No access lasts while a value encodes itself.
@safe
final class JSONLineWriter {
  private let line: UnsafeMutablePointer<JSONLineBytes>

  init() {
    unsafe line = .allocate(capacity: 1)
    unsafe line.initialize(to: JSONLineBytes())
  }

  deinit {
    unsafe line.deinitialize(count: 1)
    unsafe line.deallocate()
  }

  /// Whether something was asked for that cannot be written.
  var isUnsupported: Bool {
    get { unsafe line.pointee.isUnsupported }
    set { unsafe line.pointee.isUnsupported = newValue }
  }

  /// What was written.
  var bytes: [UInt8] { unsafe line.pointee.bytes.array }

  /// Opens an object or a list; returns how deep it stands.
  func open(isObject: Bool) -> Int { unsafe line.pointee.open(isObject: isObject) }

  /// Starts a member of the object at a depth; what stands deeper ends.
  func key(_ key: String, at depth: Int) { unsafe line.pointee.key(key, at: depth) }

  /// Starts an element of the list at a depth; what stands deeper ends.
  func next(at depth: Int) { unsafe line.pointee.next(at: depth) }

  /// Writes a value of any kind, and `{}` where it says nothing.
  func write<Value: Encodable>(_ value: Value) throws {
    let (depth, start) = unsafe line.pointee.place
    try value.encode(to: JSONLineEncoder(writer: self))
    unsafe line.pointee.finishValue(depth, start)
  }

  func write(_ text: String) { unsafe line.pointee.bytes.appendJSON(text) }
  func write(_ flag: Bool) {
    unsafe line.pointee.bytes.append(flag ? "true" : "false")
  }
  func writeNothing() { unsafe line.pointee.bytes.append("null") }

  func write(_ number: Double) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: [], debugDescription: "the number is not finite"))
    }
    unsafe line.pointee.bytes.appendShortest(number)
  }

  func write(_ number: Float) throws {
    guard number.isFinite else { return try write(Double(number)) }
    unsafe line.pointee.bytes.append(description: number.description)
  }

  func write(whole number: some FixedWidthInteger) {
    unsafe line.pointee.write(whole: number)
  }
}
