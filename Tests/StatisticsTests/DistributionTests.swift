// SPDX-License-Identifier: Apache-2.0

import Statistics
import Testing

/// Whether two numbers agree to a relative tolerance.
func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  abs(a - b) <= tolerance * max(1e-300, abs(b)) || abs(a - b) <= 1e-15
}

@Suite("Distributions against SciPy 1.17.1")
struct DistributionTests {
  @Test(
    "Log of the normal distribution function",
    arguments: [
      (-40, -804.6084420137539), (-12, -75.41067300156881), (-5.5, -17.779376352625263),
      (-1, -1.8410216450092634), (0.3, -0.4814101615884813), (6, -9.86587645524372e-10),
    ])
  func logCDF(x: Double, expected: Double) {
    #expect(close(NormalDistribution.logCDF(x), expected))
  }

  @Test(
    "The normal distribution function, by mpmath with 40 digits",
    arguments: [
      (-37, 5.7255712225245768e-300), (-20.3, 6.4292444676983463e-92),
      (-8.25, 7.9197263146424773e-17), (-3.75, 8.8417285200803868e-5), (-1, 0.15865525393145705),
      (-0.125, 0.45026177516988711), (0.5, 0.6914624612740131), (1.75, 0.95994084313618291),
      (3, 0.99865010196836991), (6, 0.99999999901341235),
    ])
  func cdf(x: Double, expected: Double) {
    #expect(abs(NormalDistribution.cdf(x) - expected) <= 1e-14 * expected)
  }

  @Test(
    "The inverse Mills ratio, by mpmath with 40 digits",
    arguments: [
      (-1e6, 1_000_000.000001), (-200, 200.00499975003124), (-40, 40.024968847207264),
      (-8.25, 8.3678869605835899), (-1.5, 1.9386771666225432), (-0.125, 0.87912789575663399),
      (0, 0.79788456080286536), (0.5, 0.50916043383703349), (2, 0.055247862678989959),
      (6, 6.0758828558176764e-9), (12, 2.1463837356630603e-32),
    ])
  func inverseMillsRatio(x: Double, expected: Double) {
    #expect(abs(NormalDistribution.inverseMillsRatio(x) - expected) <= 1e-14 * expected)
  }

  @Test("The normal distribution function at its ends")
  func normalEnds() {
    #expect(NormalDistribution.cdf(-.infinity) == 0)
    #expect(NormalDistribution.cdf(.infinity) == 1)
    #expect(NormalDistribution.cdf(.nan).isNaN)
    #expect(NormalDistribution.cdf(-1e200) == 0)
    #expect(NormalDistribution.inverseMillsRatio(1e200) == 0)
  }

  @Test(
    "Normal quantiles",
    arguments: [
      (1e-20, -9.262340089798409), (1e-5, -4.264890793922825), (0.025, -1.9599639845400545),
      (0.3, -0.5244005127080409), (0.5, 0), (0.975, 1.959963984540054),
      (0.9999, 3.719016485455709),
    ])
  func quantile(p: Double, expected: Double) {
    #expect(close(NormalDistribution.quantile(p), expected))
  }

  @Test("Quantiles at the ends")
  func quantileEnds() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(1.5).isNaN)
  }

  @Test("The log distribution function joins where its formulas change")
  func joins() {
    for x in [-30.0, 5.0] {
      let step = NormalDistribution.logCDF(x + 1e-9) - NormalDistribution.logCDF(x - 1e-9)
      #expect(abs(step - 2e-9 * NormalDistribution.inverseMillsRatio(x)) < 1e-12)
    }
    #expect(NormalDistribution.logCDF(-1e100).isFinite)
  }

  @Test(
    "Gamma distribution by mean and sd",
    arguments: [
      (4, 3, 1, 0.10881512061532829), (4, 3, 10, 0.9527265534431326),
      (12, 7, 12, 0.5776042577670837), (26, 11, 5, 0.0018020479071536653),
      (26, 11, 60, 0.9923574419123865), (44, 15, 44, 0.5453559108825435),
      (44, 15, 120, 0.9998596490219881), (1, 10, 0.001, 0.8963367982671969),
    ])
  func gamma(mean: Double, sd: Double, x: Double, expected: Double) {
    let value = GammaDistribution(mean: mean, sd: sd).cdf(x)
    #expect(close(value, expected, 1e-11))
  }

  @Test("The gamma distribution at its ends")
  func gammaEnds() {
    let lag = GammaDistribution(mean: 4, sd: 3)
    #expect(lag.cdf(-1) == 0)
    #expect(lag.cdf(0) == 0)
    #expect(lag.cdf(.infinity) == 1)
  }

  @Test(
    "Log gamma",
    arguments: [
      (0.01, 4.599479878042022), (0.5, 0.5723649429247), (1, 0), (2, 0), (3.7, 1.428072326665388),
      (14.9, 24.924132002217277), (1000, 5905.220423209181),
    ])
  func logGammaValues(x: Double, expected: Double) {
    #expect(abs(logGamma(x) - expected) < 1e-13 * max(1, abs(expected)) * 10)
  }

  @Test("The positive quadrant of two normals correlated a half holds a third")
  func orthant() {
    var mean = [0.0, 0.0]
    var covariance = [1, 0.5, 0.5, 1]
    let value = logOrthantProbability(
      mean: &mean, covariance: &covariance, count: 2, stride: 2)
    // 1/4 + asin(1/2)/2π; the sequential approximation is a little off.
    #expect(abs(value - -1.0986122886681098) < 0.01)
  }

  @Test("The orthant of independent normals is the product")
  func independentOrthant() {
    var mean = [0.3, -1, 2]
    var covariance: [Double] = [1, 0, 0, 0, 4, 0, 0, 0, 0.25]
    let value = logOrthantProbability(
      mean: &mean, covariance: &covariance, count: 3, stride: 3)
    let product = [0.3, -0.5, 4].map(NormalDistribution.logCDF).reduce(0, +)
    #expect(close(value, product))
  }

  @Test("The orthant of many unlikely normals is the product, below what a number can hold")
  func unlikelyOrthant() {
    let count = 80
    var mean = (0..<count).map { -4 - Double($0) * 0.5 }
    var covariance = (0..<count * count).map { $0 % (count + 1) == 0 ? 1.0 : 0 }
    let product = mean.map(NormalDistribution.logCDF).reduce(0, +)
    let value = logOrthantProbability(
      mean: &mean, covariance: &covariance, count: count, stride: count)
    #expect(close(value, product))
  }

  @Test("The orthant does not depend on the order of the components")
  func orderOfOrthant() {
    let means = [0.4, -0.9, 1.3, 0.1]
    let factors = [1.0, -0.5, 0.8, 0.3]
    func value(_ order: [Int]) -> Double {
      var mean = order.map { means[$0] }
      var covariance = order.flatMap { i in
        order.map { j in factors[i] * factors[j] + (i == j ? 0.5 + 0.1 * Double(i) : 0) }
      }
      return logOrthantProbability(mean: &mean, covariance: &covariance, count: 4, stride: 4)
    }
    let first = value([0, 1, 2, 3])
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1], [0, 2, 1, 3], [1, 0, 3, 2]] {
      #expect(close(value(order), first))
    }
  }
}
