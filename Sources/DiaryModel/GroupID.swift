// SPDX-License-Identifier: Apache-2.0

/// A trigger group: a food, or a substance in foods, that can be left out and brought back.
///
/// The 28 built-in groups are those of the canonical format; a user may name more.
public struct GroupID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// The identifier as it stands in files, for example `tree_nut`.
  public let rawValue: String

  /// Creates a group of this identifier, built in or not.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The built-in groups, in the order of the canonical format.
  public static let builtIn: [GroupID] =
    [
      "gluten", "dairy", "lactose", "soy", "egg", "peanut", "tree_nut", "fish", "crustacean",
      "mollusc", "sesame", "mustard", "celery", "lupin", "sulphite", "fructan", "gos", "fructose",
      "sorbitol", "mannitol", "caffeine", "alcohol", "histamine", "nightshade", "corn", "yeast",
      "capsaicin", "sweetener",
    ].map(GroupID.init(rawValue:))

  private static let positions = Dictionary(
    uniqueKeysWithValues: builtIn.enumerated().map { ($0.element.rawValue, $0.offset) })

  /// The place among the built-in groups, 0…27; `nil` for a group that a user named.
  public var builtInIndex: Int? { Self.positions[rawValue] }

  /// Built-in groups come first, in the format's order; others by name.
  public static func < (left: GroupID, right: GroupID) -> Bool {
    let places = (left.builtInIndex ?? Int.max, right.builtInIndex ?? Int.max)
    return places.0 == places.1 ? left.rawValue < right.rawValue : places.0 < places.1
  }

  /// Reads the identifier from one text value.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the identifier as one text value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

extension GroupID: CustomStringConvertible {
  /// The identifier.
  public var description: String { rawValue }
}
