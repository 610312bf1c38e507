// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Simulation

/// The arguments of the benchmark.
struct Arguments {
  var participants = 1000
  var seed: UInt64 = 7
  var kinds = DiaryKind.allCases
  var profile = SimulationProfile.broad
  /// Whether only the project's own method and the oracle are run.
  var quick = false
  /// Whether, in `literature`, rates and clocks are dealt out to the groups at random.
  var shufflesLiterature = false
  var analysis = AnalysisOptions()
  /// A file to which every case is written, for a closer look.
  var casesFile: String?

  static let usage = """
    usage: accuracy-benchmark [--participants N] [--seed S] [--kinds a,b,…]
      [--profile broad|reference] [--prior literature|neutral] [--shuffle-literature yes]
      [--without lag|dose|confounders|ar|nocebo|priors|symptoms] [--quick yes] [--cases FILE]
    kinds: \(DiaryKind.allCases.map(\.rawValue).joined(separator: " "))

    """

  /// Reads the arguments; `nil` where they cannot be understood.
  init?(_ texts: [String]) {
    var rest = texts[...]
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch option {
      case "--participants":
        guard let number = Int(value), number > 0 else { return nil }
        participants = number
      case "--seed":
        guard let number = UInt64(value) else { return nil }
        seed = number
      case "--kinds":
        let named = value.split(separator: ",").map { DiaryKind(rawValue: String($0)) }
        kinds = named.compactMap { $0 }
        guard !kinds.isEmpty, kinds.count == named.count else { return nil }
      case "--profile":
        guard let named = SimulationProfile(rawValue: value) else { return nil }
        profile = named
      case "--prior":
        guard let named = AnalysisOptions.Prior(rawValue: value) else { return nil }
        analysis.prior = named
      case "--without":
        guard leaveOut(value) else { return nil }
      case "--shuffle-literature": shufflesLiterature = value == "yes"
      case "--quick": quick = value == "yes"
      case "--cases": casesFile = value
      default: return nil
      }
    }
  }

  private mutating func leaveOut(_ name: String) -> Bool {
    switch name {
    case "lag": analysis.ingredients.remove(.lag)
    case "dose": analysis.ingredients.remove(.dose)
    case "confounders": analysis.ingredients.remove(.confounders)
    case "ar": analysis.ingredients.remove(.autocorrelation)
    case "nocebo": analysis.ingredients.remove(.nocebo)
    case "symptoms": analysis.ingredients.remove(.symptoms)
    case "priors": analysis.prior = .neutral
    default: return false
    }
    return true
  }
}
