// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The mean of effects that differ between studies, or people, by more than chance.
///
/// The variance between them by restricted maximum likelihood (Viechtbauer 2005,
/// 10.3102/10769986030003261; Fisher scoring as in section 2), started at the estimate of DerSimonian and
/// Laird 1986 (10.1016/0197-2456(86)90046-2). The interval is that of Hartung and Knapp 2001
/// (10.1002/sim.791): with few studies the usual one is far too narrow (IntHout 2014,
/// 10.1186/1471-2288-14-25).
public struct RandomEffects: Hashable, Sendable {
  /// How many effects were pooled.
  public let count: Int
  /// The pooled mean, in the effects' unit.
  public let mean: Double
  /// Its standard error after Hartung and Knapp; `nil` for a single effect.
  public let standardError: Double?
  /// The variance between studies, τ², 0 or more.
  public let betweenVariance: Double
  /// Cochran's Q, on `count` − 1 degrees of freedom.
  public let q: Double
  /// The share of the variance that is between studies, 0…1 (Higgins and Thompson 2002, 10.1002/sim.1186,
  /// with τ² as above).
  public let inconsistency: Double

  /// Pools effects with their sampling variances; those without a finite effect and a variance above
  /// 0 are left out.
  ///
  /// - Returns: `nil` where none is left.
  public init?(effects: [Double], variances: [Double]) {
    let usable = zip(effects, variances).filter { effect, variance in
      effect.isFinite && variance.isFinite && variance > 0
    }
    guard !usable.isEmpty else { return nil }
    let data = EffectData(effects: usable.map(\.0), variances: usable.map(\.1))
    count = usable.count
    q = data.q
    betweenVariance = data.restricted()
    let fit = data.fit(betweenVariance)
    mean = fit.mean
    let typical = data.typicalVariance
    inconsistency = betweenVariance > 0 ? betweenVariance / (betweenVariance + typical) : 0
    if count > 1 {
      let spread = fit.squares / Double(count - 1) / fit.total
      standardError = spread.squareRoot()
    } else {
      standardError = nil
    }
  }

  /// The variance between studies by the method of moments (DerSimonian and Laird 1986); 0 where
  /// there is none, or fewer than two effects.
  ///
  /// - Parameters:
  ///   - effects: finite effects.
  ///   - variances: their sampling variances, above 0.
  /// - Returns: the variance, 0 or more.
  package static func momentsVariance(effects: [Double], variances: [Double]) -> Double {
    effects.count > 1 ? EffectData(effects: effects, variances: variances).moments : 0
  }

  /// The interval of the mean, by Student's t on `count` − 1 degrees of freedom.
  ///
  /// - Parameter level: between 0 and 1, such as 0.9.
  /// - Returns: `nil` for a single effect.
  public func interval(level: Double) -> ClosedRange<Double>? {
    guard let standardError, level > 0, level < 1 else { return nil }
    let t = StudentDistribution.quantile(0.5 + level / 2, degrees: Double(count - 1))
    let half = t * standardError
    guard half.isFinite else { return nil }
    return (mean - half)...(mean + half)
  }

  /// Where the effect of one more person lies (Higgins, Thompson and Spiegelhalter 2009,
  /// 10.1111/j.1467-985X.2008.00552.x), on `count` − 2 degrees of freedom.
  ///
  /// - Returns: `nil` for fewer than three effects.
  public func predictionInterval(level: Double) -> ClosedRange<Double>? {
    guard let standardError, count > 2, level > 0, level < 1 else { return nil }
    let t = StudentDistribution.quantile(0.5 + level / 2, degrees: Double(count - 2))
    let half = t * (betweenVariance + standardError * standardError).squareRoot()
    guard half.isFinite else { return nil }
    return (mean - half)...(mean + half)
  }
}

/// Effects and their sampling variances.
struct EffectData {
  let effects: [Double]
  let variances: [Double]

  /// A weighted mean, the sum of the weights, and the weighted squares around the mean.
  struct Fit {
    let mean: Double
    let total: Double
    let squares: Double
  }

  func fit(_ tau: Double) -> Fit {
    var total = 0.0
    var sum = 0.0
    for (effect, variance) in zip(effects, variances) {
      total += 1 / (variance + tau)
      sum += effect / (variance + tau)
    }
    let mean = sum / total
    var squares = 0.0
    for (effect, variance) in zip(effects, variances) {
      squares += (effect - mean) * (effect - mean) / (variance + tau)
    }
    return Fit(mean: mean, total: total, squares: squares)
  }

  var q: Double { fit(0).squares }

  /// Σw − Σw²/Σw of the weights without τ².
  private var scale: Double {
    let total = variances.reduce(0) { $0 + 1 / $1 }
    return total - variances.reduce(0) { $0 + 1 / ($1 * $1) } / total
  }

  /// The variance of a typical study, Higgins and Thompson 2002, formula 9.
  var typicalVariance: Double {
    scale > 0 ? Double(effects.count - 1) / scale : 0
  }

  /// τ² by the method of moments.
  var moments: Double {
    scale > 0 ? max(0, (q - Double(effects.count - 1)) / scale) : 0
  }

  /// τ² by restricted maximum likelihood.
  func restricted() -> Double {
    guard effects.count > 1 else { return 0 }
    var tau = moments
    for _ in 0..<200 {
      let step = step(at: tau)
      let next = max(0, tau + step)
      guard next.isFinite else { return moments }
      if abs(next - tau) <= 1e-12 * max(1e-6, tau) { return next }
      tau = next
    }
    return tau
  }

  /// A step of Fisher scoring: with P = W − Wl(l'Wl)⁻¹l'W, (y'PPy − tr P) / tr PP.
  private func step(at tau: Double) -> Double {
    let fit = fit(tau)
    var (w2, w3, squares) = (0.0, 0.0, 0.0)
    for (effect, variance) in zip(effects, variances) {
      let weight = 1 / (variance + tau)
      w2 += weight * weight
      w3 += weight * weight * weight
      squares += weight * weight * (effect - fit.mean) * (effect - fit.mean)
    }
    let trace = fit.total - w2 / fit.total
    let information = w2 - 2 * w3 / fit.total + (w2 / fit.total) * (w2 / fit.total)
    return information > 0 ? (squares - trace) / information : 0
  }
}
