// SPDX-License-Identifier: Apache-2.0

internal import Statistics

extension Nonoverlap {
  /// The limits at which the score of Newcombe 2006 (method 5), doi:10.1002/sim.2324, is `z`.
  func scoreInterval(z: Double = 1.6448536269514722) -> [Double] {
    let pairs = Double(baselineCount) * Double(exposedCount)
    let half = Double(baselineCount + exposedCount) / 2 - 1
    func gap(_ theta: Double) -> Double {
      let spread =
        theta * (1 - theta) * (1 + half * (1 - theta) / (2 - theta) + half * theta / (1 + theta))
        / pairs
      return (estimate - theta) * (estimate - theta) - z * z * spread
    }
    func limit(_ end: Double) -> Double {
      var (near, far) = (estimate, end)
      for _ in 0..<60 {
        let middle = (near + far) / 2
        if gap(middle) <= 0 { near = middle } else { far = middle }
      }
      return (near + far) / 2
    }
    return [estimate <= 0 ? 0 : limit(0), estimate >= 1 ? 1 : limit(1)]
  }
}
