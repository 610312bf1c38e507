// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Glibc
internal import Simulation

/// Measures how well the analysis finds the known truth of simulated diaries, beside simpler methods.
@main
struct Accuracy {
  static func main() async {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      print(Arguments.usage, terminator: "")
      exit(64)
    }
    let outcomes = await run(arguments)
    let kinds = arguments.kinds.map(\.rawValue)
    print(
      "\(arguments.participants) diaries, profile \(arguments.profile.rawValue), seed \(arguments.seed), "
        + "kinds: "
        + kinds.joined(separator: " "))
    if let file = arguments.casesFile { CaseFile.write(outcomes, to: file) }
    print(ResultTable(outcomes, kinds: kinds).text, terminator: "")
  }

  /// One diary's cases and time, by method.
  struct Outcome: Sendable {
    var kind: String
    var cases: [String: [Case]]
    var seconds: [String: Double]
  }

  /// Judges all diaries on all cores; the results come in the participants' order.
  private static func run(_ arguments: Arguments) async -> [Outcome] {
    let block = 8
    let blocks = (arguments.participants + block - 1) / block
    let parts = await withTaskGroup(of: (Int, [Outcome]).self) { group in
      for number in 0..<blocks {
        group.addTask {
          let last = min(arguments.participants, (number + 1) * block)
          return (number, ((number * block)..<last).map { outcome(of: $0, arguments) })
        }
      }
      var parts: [Int: [Outcome]] = [:]
      for await (number, outcomes) in group { parts[number] = outcomes }
      return parts
    }
    return (0..<blocks).flatMap { parts[$0] ?? [] }
  }

  private static func outcome(of participant: Int, _ arguments: Arguments) -> Outcome {
    let kind = arguments.kinds[participant % arguments.kinds.count]
    let simulator = Simulator(
      seed: arguments.seed, profile: arguments.profile,
      shufflesLiterature: arguments.shufflesLiterature)
    let simulated = simulator.diary(participant, kind: kind)
    var outcome = Outcome(kind: kind.rawValue, cases: [:], seconds: [:])
    for run in Methods(arguments.analysis).judge(simulated, quick: arguments.quick)
    where !run.judgements.isEmpty {
      outcome.seconds[run.method] = run.seconds
      outcome.cases[run.method] = simulated.truths.filter(\.exposed).map { truth in
        Case(
          participant: participant, kind: simulated.kind, trigger: truth.trigger,
          effect: truth.effect,
          judgement: run.judgements[truth.group] ?? Judgement(score: 0.25, likely: false))
      }
    }
    return outcome
  }
}
