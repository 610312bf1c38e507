// SPDX-License-Identifier: Apache-2.0

// Users of the knowledge need the classifier's types, too.
@_exported public import FoodMatching

extension FoodClassifier {
  /// Creates a classifier with the food knowledge that is compiled in.
  public init() { self.init(index: BuiltInFoods.index) }
}

/// The food knowledge that is compiled in.
private enum BuiltInFoods {
  static let index = SharedFoodIndex(FoodIndex(snapshot: CompiledFoods.index))
}
