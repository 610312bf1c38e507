// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The sum over the grid of the autocorrelation.
struct PhiSum {
  let settings: ModelSettings
  let input: PreparedInput
  let prior: InclusionPrior
  let systems: [ResidualSystem]

  /// Autocorrelations this many nats below the best are searched coarsely.
  static let fineWindow = 2.5
  /// Autocorrelations this many nats below the best are left out.
  static let coarseWindow = 9.0

  /// The models that carry the posterior.
  func terms() -> ModelTerms {
    guard let first = systems.first else { return ModelTerms() }
    let fine = settings.mode == .rough ? SearchEffort.rough : .full
    var search = SubsetSearch(
      input: input, system: first, slab: firstSlab(0), prior: prior, most: fine)
    var terms = ModelTerms()
    terms.reserve()
    let evidence = screen(&search, &terms)
    let sigma = settings.sigma ?? noiseLevel(evidence: evidence, &search, &terms)
    if settings.mode == .exact, ExactSum.size(input) <= TriggerModel.exactLimit {
      return exactTerms(sigma: sigma)
    }
    let slab = slab(sigma: sigma)
    let best = evidence.max() ?? 0
    terms.removeAll()
    for phi in systems.indices where evidence[phi] >= best - Self.coarseWindow {
      let effort = evidence[phi] >= best - Self.fineWindow ? fine : .coarse
      search.collect(systems[phi], slab: slab, effort: effort, phi: phi, into: &terms)
    }
    return terms
  }

  /// Every model at every φ.
  private func exactTerms(sigma: Double) -> ModelTerms {
    var terms = ModelTerms()
    for phi in systems.indices {
      var sum = ExactSum(
        input: input, system: systems[phi], slab: slab(sigma: sigma), prior: prior, phi: phi)
      sum.collect(into: &terms)
    }
    return terms
  }

  /// A rough log evidence of each φ.
  private func screen(_ search: inout SubsetSearch, _ terms: inout ModelTerms) -> [Double] {
    systems.indices.map { phi in
      terms.removeAll()
      search.collect(
        systems[phi], slab: firstSlab(phi), effort: .screening, phi: phi, into: &terms)
      return terms.logEvidence
    }
  }

  /// The first pass: σ as the root of the posterior mean of RSS/(ν − 2).
  private func noiseLevel(
    evidence: [Double], _ search: inout SubsetSearch, _ terms: inout ModelTerms
  ) -> Double {
    let best = evidence.max() ?? 0
    terms.removeAll()
    for phi in systems.indices where evidence[phi] >= best - Self.fineWindow {
      search.collect(
        systems[phi], slab: firstSlab(phi), effort: .coarse, phi: phi, into: &terms)
    }
    return terms.noiseVariance(degrees: systems.first?.degrees ?? 1).squareRoot()
  }

  /// The prior of the effects before the noise level is known: σ from the outcome without triggers.
  private func firstSlab(_ phi: Int) -> Slab {
    slab(sigma: settings.sigma ?? (systems[phi].residual / systems[phi].degrees).squareRoot())
  }

  /// The prior of the effects at a noise level in points, at least 0.05.
  private func slab(sigma: Double) -> Slab {
    Slab(
      mean: settings.slabMean, sd: settings.slabSD,
      sigma: max(sigma, ResidualSystem.leastVariance.squareRoot()))
  }
}
