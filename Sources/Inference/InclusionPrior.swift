// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Statistics

/// The beta-binomial prior of which groups are triggers.
struct InclusionPrior {
  /// log B(a + s, b + K − s)/B(a, b) for each number s of triggers.
  var logSize: [Double]
  /// The log odds of one group alone, log a/b.
  var logOddsAlone: Double

  /// Creates the prior for a number of groups.
  init(a: Double, b: Double, groups: Int) {
    logSize = (0...groups).map { s in
      logBeta(a + Double(s), b + Double(groups - s)) - logBeta(a, b)
    }
    logOddsAlone = log(a / b)
  }

  /// The prior probability of one group with these added log odds.
  func probability(logOdds: Double) -> Double {
    1 / (1 + exp(-(logOddsAlone + logOdds)))
  }
}
