// SPDX-License-Identifier: Apache-2.0

/// The entries that a phrase stands for, read where they stand.
struct FoodTargets: RandomAccessCollection {
  private let index: SharedFoodIndex
  private let range: Range<Int>

  /// The entries of a stretch of the index's list of targets.
  @inline(__always)
  init(_ index: SharedFoodIndex, _ range: Range<Int>) {
    self.index = index
    self.range = range
  }

  var startIndex: Int { range.lowerBound }
  var endIndex: Int { range.upperBound }

  subscript(place: Int) -> Int32 { index.data.targets[place] }
}
