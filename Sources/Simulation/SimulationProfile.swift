// SPDX-License-Identifier: Apache-2.0

/// How widely the people and the diaries of a simulation differ.
public enum SimulationProfile: String, CaseIterable, Hashable, Sendable {
  /// Wider than the method's assumptions; see `docs/simulation.md`.
  case broad
  /// Protocols of one plan, one symptom, Gaussian noise and gamma-shaped responses: what the method
  /// takes for granted, with one difficulty a kind.
  case reference
}
