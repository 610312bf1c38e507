// SPDX-License-Identifier: Apache-2.0

/// Writes values as JSON on one line, keys in order, straight into bytes.
///
/// The bytes are those of Foundation's `JSONEncoder` with sorted keys and slashes as they are, for
/// values whose `encode(to:)` asks for one container and for no super encoder.
package enum JSONLine {
  /// The value as UTF-8; values of the types that there are forms of are written by them.
  ///
  /// - Throws: `EncodingError` where a number is not finite or a super encoder is asked for.
  package static func encode(
    _ value: some Encodable, forms: JSONLineForms = JSONLineForms()
  ) throws -> [UInt8] {
    let writer = JSONLineWriter(forms: forms)
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
  private let forms: JSONLineForms

  init(forms: JSONLineForms) {
    self.forms = forms
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
    // Most values are of these kinds, and need no container.
    if let text = Self.as(String.self, value) { return write(text) }
    if let texts = Self.as([String].self, value) { return write(list: texts) }
    if let number = Self.as(Double.self, value) { return try write(number) }
    if let numbers = Self.as([Double].self, value), numbers.allSatisfy(\.isFinite) {
      return unsafe line.pointee.write(list: numbers)
    }
    if let form = unsafe forms.form(of: Value.self) {
      return try unsafe withUnsafePointer(to: value) { try unsafe form($0, self) }
    }
    let (depth, start) = unsafe line.pointee.place
    try value.encode(to: JSONLineEncoder(writer: self))
    unsafe line.pointee.finishValue(depth, start)
  }

  /// The value, where it is of this very type; a cast would look for conformances first.
  @inline(__always)
  private static func `as`<Value, Other>(_ type: Other.Type, _ value: Value) -> Other? {
    guard Value.self == Other.self else { return nil }
    return unsafe unsafeBitCast(value, to: Other.self)
  }

  func write(_ text: String) { unsafe line.pointee.bytes.appendJSON(text) }
  func write(_ flag: Bool) {
    unsafe line.pointee.bytes.append(flag ? "true" : "false")
  }
  func write(list texts: [String]) { unsafe line.pointee.write(list: texts) }
  func append(_ text: StaticString) { unsafe line.pointee.bytes.append(text) }

  /// Starts a member of an object that is written by its form.
  func key(_ key: StaticString) {
    unsafe line.pointee.bytes.append(key: key)
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
