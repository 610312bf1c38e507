// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis

extension GroupResult {
  /// The hours after eating at which symptoms were worst: the median, or the two response times between
  /// which it would lie where either fits much better than what is between; none where not known.
  var worstHours: [Double] {
    guard let peak = peakHours else { return [] }
    return Self.separatePeaks(timing.map(\.probability)).map {
      [timing[$0].meanHours, timing[$1].meanHours]
    }
      ?? [peak.median]
  }

  /// The same in days after eating, for diaries that note days only.
  var worstDays: [Int] {
    guard let peak = peakDays else { return [] }
    return Self.separatePeaks(peak.probabilities).map { [$0, $1] } ?? [peak.median]
  }

  /// The places of two peaks of at least a fifth each, with half as much or less at every place between;
  /// the strongest such pair.
  static func separatePeaks(_ probabilities: [Double]) -> (Int, Int)? {
    var best: (places: (Int, Int), weight: Double)?
    for first in probabilities.indices {
      for second in probabilities.indices.dropFirst(first + 2) {
        let lower = min(probabilities[first], probabilities[second])
        let between = probabilities[(first + 1)..<second].max() ?? 0
        guard lower >= 0.2, between <= lower / 2, lower > best?.weight ?? 0 else { continue }
        best = ((first, second), lower)
      }
    }
    return best?.places
  }
}
