// SPDX-License-Identifier: Apache-2.0

/// The parts of the model that can be left out, to measure what each brings.
package struct ModelIngredients: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Averaging over response times; without it, only the one of 12 hours.
  package static let lag = ModelIngredients(rawValue: 1 << 0)
  /// Averaging over dose shapes; without it, only the linear one.
  package static let dose = ModelIngredients(rawValue: 1 << 1)
  /// The columns of circumstances.
  package static let confounders = ModelIngredients(rawValue: 1 << 2)
  /// Noise that fades with time.
  package static let autocorrelation = ModelIngredients(rawValue: 1 << 3)
  /// The column of expectation during challenges.
  package static let nocebo = ModelIngredients(rawValue: 1 << 4)

  /// Each symptom by itself, besides the overall outcome.
  package static let symptoms = ModelIngredients(rawValue: 1 << 5)

  /// All of them.
  package static let all: ModelIngredients = [
    .lag, .dose, .confounders, .autocorrelation, .nocebo, .symptoms,
  ]
}
