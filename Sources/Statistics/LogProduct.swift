// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The logarithm of a product of positive numbers, taken once for as many as a number can hold.
package struct LogProduct {
  private var sum = 0.0
  private var product = 1.0

  /// Creates the product of no numbers.
  package init() {}

  /// Multiplies by a positive number.
  package mutating func multiply(by factor: Double) {
    let next = product * factor
    if next > 1e-200 && next < 1e200 {
      product = next
    } else {
      sum += log(product) + log(factor)
      product = 1
    }
  }

  /// Multiplies by a number that is given by its logarithm.
  package mutating func multiply(byExpOf logarithm: Double) { sum += logarithm }

  /// The logarithm of the product.
  package var logarithm: Double { product == 1 ? sum : sum + log(product) }
}
