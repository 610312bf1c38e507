// SPDX-License-Identifier: Apache-2.0

/// A group that a user names beside the built-in ones.
public struct OwnGroup: Hashable, Sendable, Codable {
  /// The identifier, as it stands in diaries.
  public var group: GroupID
  /// What the group is called in reports.
  public var label: String

  /// Creates a group.
  public init(group: GroupID, label: String) {
    self.group = group
    self.label = label
  }
}

extension GroupID {
  /// Whether a text may name a group: a letter, then letters, digits, `_`, `-` or `.`, all ASCII; at
  /// most 40 characters, and not `none`.
  public static func isIdentifier(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 40, text != "none" else {
      return false
    }
    return text.utf8.allSatisfy {
      isLetter($0) || (48...57).contains($0) || "_-.".utf8.contains($0)
    }
  }
}
