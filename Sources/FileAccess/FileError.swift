// SPDX-License-Identifier: Apache-2.0

/// A file or folder that could not be used.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What failed.
  public enum Kind: Hashable, Sendable {
    /// Nothing stands at the path.
    case notFound
    /// It is there, but cannot be read.
    case notReadable
    /// It cannot be written.
    case notWritable
    /// It is larger than the caller allows.
    case tooLarge
  }

  /// What failed.
  public var kind: Kind
  /// The path as the caller gave it.
  public var path: String
  /// The system's own words.
  public var reason: String

  /// Creates an error.
  public init(kind: Kind, path: String, reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  /// The path, what failed, and why.
  public var description: String {
    switch kind {
    case .notFound: "\(path): not found"
    case .notReadable: "\(path): cannot be read: \(reason)"
    case .notWritable: "\(path): cannot be written: \(reason)"
    case .tooLarge: "\(path): \(reason)"
    }
  }
}
