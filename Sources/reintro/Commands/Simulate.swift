// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import FileAccess
internal import Importing
internal import Simulation

/// Diaries with known truth.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Writes made-up diaries with known truth, for tests and benchmarks.",
    discussion: advice)

  /// Where the diaries go, and what to do with them.
  static let advice = """
    Writes one diary each to FOLDER/diaries and what is true of them to FOLDER/truth.csv, which is \
    no diary. Analyse them with: reintro batch FOLDER/diaries -o OUT
    """

  @Option(help: ArgumentHelp("How many diaries.", valueName: "n"))
  var participants: Int

  @Option(help: ArgumentHelp("The seed; the same seed gives the same diaries.", valueName: "s"))
  var seed: UInt64

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output: String

  func validate() throws {
    guard (1...1_000_000).contains(participants) else {
      throw ValidationError("--participants takes a number from 1 to 1,000,000.")
    }
  }

  func run() throws {
    let diaries = output + "/diaries"
    try writing { () throws(FileError) in
      try FileSystem.makeFolder(diaries)
      var truth = try AtomicFileWriter(path: output + "/truth.csv")
      try truth.append(TruthTable.header.utf8)
      for simulated in Simulator(seed: seed).simulate(participants: participants) {
        let name = simulated.diary.participant ?? "diary"
        try Importer.write([simulated.diary], to: "\(diaries)/\(name).csv")
        try truth.append(TruthTable.rows(of: simulated).utf8)
      }
      try truth.finish()
    }
  }
}
