// SPDX-License-Identifier: Apache-2.0

extension FoodIndex {
  /// Whether a dish has a part that is an entry or one of its kinds.
  func hasPart(_ entry: Int32, kindOf other: Int32, depth: Int = 0) -> Bool {
    guard depth < 5 else { return false }
    return entries[Int(entry)].parts.contains {
      isKind(parts[Int($0)].entry, of: other)
        || hasPart(parts[Int($0)].entry, kindOf: other, depth: depth + 1)
    }
  }
}

extension SharedFoodIndex {
  /// Whether an entry is the name of a group and no food of its own: gluten, dairy, lactose.
  func isGroupName(_ entry: Int32) -> Bool {
    !data.entries[Int(entry)].free.isEmpty && isOne(entry, of: groupName)
  }

  /// Whether an entry stands for an allergen, as milk and wheat do, without being a group's name.
  func isAllergen(_ entry: Int32) -> Bool { isOne(entry, of: allergen) }

  /// Whether an entry only says where something is, as "sauce" does, not what.
  func isComponent(_ entry: Int32) -> Bool { isOne(entry, of: component) }

  private func isOne(_ entry: Int32, of wider: Int32) -> Bool {
    wider >= 0 && data.entries[Int(entry)].wider.contains { data.targets[Int($0)] == wider }
  }
}
