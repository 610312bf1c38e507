// SPDX-License-Identifier: Apache-2.0

internal import Simulation

/// The arguments of the benchmark.
struct Arguments {
  var participants = 1000
  var seed: UInt64 = 7
  var kinds = DiaryKind.allCases

  static let usage = """
    usage: accuracy-benchmark [--participants N] [--seed S] [--kinds a,b,…]
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
      default: return nil
      }
    }
  }
}
