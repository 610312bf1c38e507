// SPDX-License-Identifier: Apache-2.0

/// What an archive's directory says of one file or folder.
package struct ZipMember: Hashable, Sendable {
  /// Its name as it stands in the archive, in UTF-8; it may hold anything.
  package let name: String
  /// The bytes it is said to have when unpacked.
  package let size: UInt64
  /// The bytes it takes in the archive.
  package let packedSize: UInt64
  /// Whether it is a folder.
  package var isFolder: Bool { name.hasSuffix("/") }

  let index: UInt64
  let method: Int
  let isEncrypted: Bool
}
