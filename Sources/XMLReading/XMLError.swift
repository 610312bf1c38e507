// SPDX-License-Identifier: Apache-2.0

/// A document that cannot be read to its end.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a document.
  package enum Kind: Hashable, Sendable {
    /// It breaks the rules of XML 1.0, or ends too early.
    case notWellFormed
    /// It names an entity that is not predefined; those of a document type are never read.
    case undefinedEntity
    /// It is in an encoding that is not read.
    case encoding
    /// It goes beyond one of `XMLLimits`.
    case limit
    /// The system gave no memory, or the schema could not be compiled.
    case system
    /// libxml2 is not installed.
    case noLibrary
  }

  /// What is wrong.
  package var kind: Kind
  /// The 1-based line on which it was noticed.
  package var line: Int
  /// What was found, in one sentence without a final stop.
  package var message: String

  /// Creates an error.
  package init(kind: Kind, line: Int, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }

  /// The line and the message.
  package var description: String { "line \(line): \(message)" }
}

/// Something in a well-formed document that its schema does not allow.
package struct XMLIssue: Hashable, Sendable {
  /// The 1-based line of the element concerned.
  package var line: Int
  /// What was found, in one sentence without a final stop.
  package var message: String
}

/// How much a document may ask for, so that a hostile one ends early and in little memory.
package struct XMLLimits: Sendable {
  /// The bytes from one start tag to the next, text and comments included.
  package var bytesBetweenTags = 1 << 20
  /// The bytes before the root element, a document type included.
  package var prologBytes = 1 << 20
  /// The elements inside each other.
  package var depth = 256
  /// The attributes of one element.
  package var attributes = 1000
  /// The namespace declarations in force at one place.
  package var namespaces = 256
  /// The different names of elements, attributes and namespaces.
  package var names = 10_000

  /// Creates the limits that fit every diary and export known.
  package init() {}
}
