// SPDX-License-Identifier: Apache-2.0

/// Why a zip archive, or a member of one, is not read.
package struct ZipFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// It is no whole archive: cut off, or with a directory that does not fit the rest.
    case damaged
    /// It is one disk of an archive of several.
    case severalDisks
    /// It has more members than any export.
    case tooManyMembers
    /// Its members are larger together than the file that holds them, so they share bytes.
    case overlapping
    /// The member is encrypted.
    case encrypted
    /// The member is compressed by a method of this number, which is neither 0 nor 8.
    case method(Int)
    /// The member is far smaller in the archive than any export.
    case tooCompressed
    /// The members are too large together.
    case tooLarge
    /// The member's bytes do not have its checksum or its size.
    case checksum
    /// The member's compressed bytes make no sense.
    case memberDamaged
    /// The system does not give the bytes.
    case notReadable
    /// libzip is not installed.
    case noLibrary
  }

  /// What is wrong.
  package var kind: Kind
  /// What was found, in words that stand after a colon.
  package var reason: String

  /// Creates a fault.
  package init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
