// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A recalibration of inclusion probabilities by what they rest on.
///
/// logit p′ = intercept + slope · L + bend · L², L = logit p. Where there is little noise, or where most
/// severities are 0, a few bad days make the model surer than it should be, so the slope falls; a
/// group that could act by little only is less likely a trigger than the model says.
public struct Recalibration: Hashable, Sendable {
  /// The intercept in log odds.
  public var intercept: Double
  /// The slope at even odds.
  public var slope: Double
  /// The change of the slope with the log odds, halved.
  public var bend: Double

  /// The log odds beyond which the curve goes on straight.
  private static let straight = 6.0
  /// The least slope anywhere, so that p′ rises with p.
  private static let leastSlope = 0.1

  /// Creates a recalibration.
  public init(intercept: Double, slope: Double, bend: Double = 0) {
    self.intercept = intercept
    self.slope = slope
    self.bend = bend
  }

  /// The recalibration of one group in one diary; the constants are fitted on simulated diaries, see
  /// `docs/accuracy.md`.
  ///
  /// - Parameters:
  ///   - sigma: The noise in points.
  ///   - floorShare: The share of the severities at the lower end of the scale, 0…1.
  ///   - relevance: The probability of an effect of at least 1 point, given that it is a trigger.
  public init(sigma: Double, floorShare: Double, relevance: Double) {
    let noise = log(sigma.isFinite ? min(max(sigma, 0.4), 2.5) : 1)
    let floor = floorShare.isFinite ? min(max(floorShare, 0), 1) : 0
    let strong = relevance.isFinite ? min(max(relevance, 0), 1) : Self.usualRelevance
    self.init(
      intercept: Self.constant + Self.ofNoise * noise + Self.ofFloor * floor
        + Self.ofRelevance * strong,
      slope: max(
        Self.plainSlope + Self.slopeOfNoise * noise + Self.slopeOfFloor * floor,
        Self.leastSlope - 2 * Self.plainBend * Self.straight),
      bend: Self.plainBend)
  }

  /// The relevance where the diary tells nothing: that of the prior, about.
  public static let usualRelevance = 0.75

  private static let constant = -0.613
  private static let ofNoise = 0.815
  private static let ofFloor = -0.775
  private static let ofRelevance = 0.609
  private static let plainSlope = 0.886
  private static let slopeOfNoise = 0.116
  private static let slopeOfFloor = -0.639
  private static let plainBend = -0.0062

  /// For an ordinary diary: noise of one point, no severity at 0, effects of a point or more likely.
  public static let standard = Recalibration(sigma: 1, floorShare: 0, relevance: usualRelevance)

  /// The recalibrated probability; 0 and 1 stay, NaN gives NaN.
  public func callAsFunction(_ p: Double) -> Double {
    guard p > 0 else { return p.isNaN ? p : 0 }
    guard p < 1 else { return 1 }
    let odds = log(p) - log1p(-p)
    let bent = min(max(odds, -Self.straight), Self.straight)
    let beyond = (odds - bent) * (slope + 2 * bend * bent)
    return 1 / (1 + exp(-(intercept + slope * bent + bend * bent * bent + beyond)))
  }
}
