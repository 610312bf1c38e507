// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Inference

@Suite("Recalibration of inclusion probabilities")
struct RecalibrationTests {
  /// Values of the formula in docs/method.md, worked out apart from this program.
  @Test(
    "The formula of the method",
    arguments: [
      (0.75, 1.0, 0.0, 0.75, 0.6920322319535557), (0.1, 1.0, 0.0, 0.75, 0.1059377913354882),
      (0.9, 0.5, 0.6, 0.4, 0.37716703491931647), (0.99995, 2.0, 0.1, 0.9, 0.999856179657473),
    ])
  func formula(p: Double, sigma: Double, floor: Double, relevance: Double, expected: Double) {
    let recalibration = Recalibration(sigma: sigma, floorShare: floor, relevance: relevance)
    #expect(abs(recalibration(p) - expected) < 1e-12)
  }

  @Test("It rises with the probability, whatever the diary is like, and keeps 0 and 1")
  func rises() {
    for sigma in [0.0, 0.05, 0.7, 1, 3, .infinity, .nan] {
      for floor in [-1.0, 0, 0.5, 0.95, 1, .nan] {
        for relevance in [0.0, 0.5, 1, .nan] {
          let recalibration = Recalibration(
            sigma: sigma, floorShare: floor, relevance: relevance)
          let values = [1e-12, 1e-4, 0.01, 0.1, 0.3, 0.5, 0.75, 0.9, 0.99, 0.9999, 1 - 1e-10]
            .map { recalibration($0) }
          #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
          #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
          #expect(recalibration(0) == 0 && recalibration(1) == 1)
        }
      }
    }
  }

  @Test("Evidence counts for less where most severities are 0, and where the noise is small")
  func trust() {
    let usual = Recalibration.standard(0.97)
    #expect(Recalibration(sigma: 1, floorShare: 0.7, relevance: 0.75)(0.97) < usual)
    #expect(Recalibration(sigma: 0.5, floorShare: 0, relevance: 0.75)(0.97) < usual)
    #expect(Recalibration(sigma: 1, floorShare: 0, relevance: 0.2)(0.97) < usual)
  }
}
