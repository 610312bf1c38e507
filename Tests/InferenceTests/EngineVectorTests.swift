// SPDX-License-Identifier: Apache-2.0

import Inference
import TestSupport
import Testing

@Suite("The model against an independent full enumeration", .enabled(if: Fixtures.hasShared))
struct EngineVectorTests {
  @Test("The exact sum agrees", arguments: 0..<8)
  func exactSum(_ number: Int) throws {
    let vector = try #require(try EngineVector.all().dropFirst(number).first)
    let posterior = TriggerModel(settings: vector.settings(.exact)).posterior(vector.input)
    #expect(deviation(posterior.inclusion, vector.exact.pip) < 3e-4)
    #expect(deviation(posterior.inclusionByAtom(vector), vector.exact.atom_posterior) < 3e-4)
    #expect(deviation(posterior.phi, vector.exact.phi_posterior) < 1e-4)
    #expect(deviation(posterior.meanGivenTrigger, vector.exact.mean_given_trigger) < 1e-3)
    #expect(abs(posterior.logEvidence - vector.exact.log_evidence_up_to_const) < 1e-3)
  }

  @Test("The fast sum is near", arguments: 0..<8)
  func fastSum(_ number: Int) throws {
    let vector = try #require(try EngineVector.all().dropFirst(number).first)
    let posterior = TriggerModel(settings: vector.settings(.fast)).posterior(vector.input)
    #expect(deviation(posterior.inclusion, vector.exact.pip) < 0.03)
    #expect(deviation(posterior.meanGivenTrigger, vector.exact.mean_given_trigger) < 0.15)
  }
}

extension Posterior {
  /// The probability that each atom is in the model.
  func inclusionByAtom(_ vector: EngineVector) -> [Double] {
    zip(atomProbability, vector.group).map { $0 * inclusion[$1] }
  }
}
