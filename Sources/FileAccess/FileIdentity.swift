// SPDX-License-Identifier: Apache-2.0

/// A file or folder, whatever its names.
public struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let node: UInt64
}
