// SPDX-License-Identifier: Apache-2.0

internal import Foundation
import Statistics
import Testing

@testable import Inference

@Suite("Short functions against the C library")
struct FastMathTests {
  @Test("Logarithm", arguments: [1e-300, 1e-9, 0.3, 0.699, 0.7, 1, 1.3999, 1.4, 2, 17, 1e6, 1e300])
  func logarithm(x: Double) {
    #expect(abs(FastMath.log(x) - log(x)) < 1e-9 * max(1, abs(log(x))))
  }

  @Test("Exponential")
  func exponential() {
    for step in 0...2000 {
      let x = -Double(step) * 0.05
      #expect(abs(FastMath.exp(Lanes(repeating: x))[0] / exp(x) - 1) < 2e-8)
    }
    #expect(FastMath.exp(Lanes(repeating: -1e9))[0] < 1e-300)
  }

  @Test("Four numbers at a time are taken each by itself")
  func lanes() {
    let x = Lanes(0.02, 1, 3.7, 5e8)
    let logs = FastMath.log(x)
    let powers = FastMath.exp(-x)
    for k in 0..<4 {
      #expect(abs(logs[k] - log(x[k])) < 1e-7)
      #expect(abs(powers[k] - exp(-x[k])) < 1e-8)
    }
    let one = Lanes(-2, 0, 3, -1e300)
    let other = Lanes(1, -1, 4, 2)
    #expect(FastMath.larger(one, other) == Lanes(1, 0, 4, 2))
    #expect(FastMath.magnitude(one) == Lanes(2, 0, 3, 1e300))
  }

  @Test("Normal distribution in both tails")
  func normal() {
    for step in -400...400 {
      let z = Double(step) * 0.1
      let (factor, exponent) = FastMath.normalCDF(Lanes(repeating: z))
      let ours = FastMath.log(factor[0]) + exponent[0]
      #expect(abs(ours - NormalDistribution.logCDF(z)) < 3e-7)
    }
  }

  @Test("Normal distribution and density to twelve digits, four numbers at a time")
  func normalAndDensity() {
    for step in 0...370 {
      let x = Double(step) * 0.1
      let z = Lanes(x, -x, x / 3, -x / 7)
      let (cdf, density) = FastMath.cdfAndDensity(z)
      for k in 0..<4 {
        #expect(abs(cdf[k] / (0.5 * erfc(-z[k] * 0.5.squareRoot())) - 1) < 1e-11)
        #expect(abs(density[k] * exp(z[k] * z[k] / 2) * (2 * Double.pi).squareRoot() - 1) < 1e-12)
      }
    }
  }
}
