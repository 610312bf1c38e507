// SPDX-License-Identifier: Apache-2.0

/// How values of some types are written without a container: those that come by the hundred, for which
/// `Codable` looks up types and makes boxes.
///
/// A form must give the bytes that the type's `encode(to:)` would give: members in the order of their
/// keys' bytes, absent ones left out.
@safe
package struct JSONLineForms: Sendable {
  typealias Form = @Sendable (UnsafeRawPointer, JSONLineWriter) throws -> Void

  private var forms: [ObjectIdentifier: Form] = unsafe [:]

  /// Creates forms of no type.
  package init() {}

  /// Sets how objects of a type are written.
  package mutating func set<Value>(
    _ type: Value.Type, _ write: @escaping @Sendable (Value, JSONLineMembers) throws -> Void
  ) {
    unsafe forms[ObjectIdentifier(type)] = { place, writer in
      let value = unsafe place.assumingMemoryBound(to: Value.self).pointee
      try JSONLineMembers(writer: writer).object { try write(value, $0) }
    }
  }

  /// How values of a type are written, if there is a form of it.
  func form(of type: Any.Type) -> Form? { unsafe forms[ObjectIdentifier(type)] }
}

/// The members of an object that is written by its form.
package struct JSONLineMembers {
  let writer: JSONLineWriter

  /// Adds a number.
  package func add(_ key: StaticString, _ value: Double) throws {
    writer.key(key)
    try writer.write(value)
  }

  /// Adds a number, if there is one.
  package func add(_ key: StaticString, _ value: Double?) throws {
    if let value { try add(key, value) }
  }

  /// Adds a whole number.
  package func add(_ key: StaticString, _ value: Int) {
    writer.key(key)
    writer.write(whole: value)
  }

  /// Adds a whole number, if there is one.
  package func add(_ key: StaticString, _ value: Int?) {
    if let value { add(key, value) }
  }

  /// Adds a truth value.
  package func add(_ key: StaticString, _ value: Bool) {
    writer.key(key)
    writer.write(value)
  }

  /// Adds a text.
  package func add(_ key: StaticString, _ value: String) {
    writer.key(key)
    writer.write(value)
  }

  /// Adds a text, if there is one.
  package func add(_ key: StaticString, _ value: String?) {
    if let value { add(key, value) }
  }

  /// Adds texts.
  package func add(_ key: StaticString, _ values: [String]) {
    writer.key(key)
    writer.write(list: values)
  }

  /// Adds an object of numbers, its keys put in order.
  package func add(_ key: StaticString, _ values: [String: Double]) throws {
    writer.key(key)
    writer.append("{")
    var isFirst = true
    let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (name, value) in sorted {
      if !isFirst { writer.append(",") }
      isFirst = false
      writer.write(name)
      writer.append(":")
      try writer.write(value)
    }
    writer.append("}")
  }

  /// Adds numbers, if there are any.
  package func add(_ key: StaticString, _ values: [Double]?) throws {
    guard let values else { return }
    writer.key(key)
    try list(values) { try writer.write($0) }
  }

  /// Adds a list of objects.
  package func add<Value>(
    _ key: StaticString, _ values: [Value], _ write: (Value, JSONLineMembers) throws -> Void
  ) throws {
    writer.key(key)
    try list(values) { value in try object { try write(value, $0) } }
  }

  /// Adds an object, if there is one.
  package func add<Value>(
    _ key: StaticString, _ value: Value?, _ write: (Value, JSONLineMembers) throws -> Void
  ) throws {
    guard let value else { return }
    writer.key(key)
    try object { try write(value, $0) }
  }

  /// Adds an object with these keys, put in order; `write` writes the value of each.
  package func add(
    _ key: StaticString, keys: [String], _ write: (String) throws -> Void
  ) throws {
    writer.key(key)
    writer.append("{")
    let sorted = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (place, key) in sorted.enumerated() {
      if place > 0 { writer.append(",") }
      writer.write(key)
      writer.append(":")
      try write(key)
    }
    writer.append("}")
  }

  /// Writes a number as a value.
  package func write(_ value: Double) throws { try writer.write(value) }
  /// Writes a text as a value.
  package func write(_ value: String) { writer.write(value) }
  /// Writes texts as a value.
  package func write(_ values: [String]) { writer.write(list: values) }

  private func list<Value>(_ values: [Value], _ write: (Value) throws -> Void) rethrows {
    writer.append("[")
    var isFirst = true
    for value in values {
      if !isFirst { writer.append(",") }
      isFirst = false
      try write(value)
    }
    writer.append("]")
  }

  func object(_ write: (JSONLineMembers) throws -> Void) throws {
    writer.append("{")
    try write(self)
    writer.append("}")
  }
}
