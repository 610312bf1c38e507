// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Batch
internal import DiaryAnalysis
internal import FileAccess
internal import FoodKnowledge
internal import FoundationEssentials
internal import Synchronization

/// Many participants at once.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Analyses a folder of diaries, for clinics and studies.",
    discussion: """
      Each file and each sub-folder directly below the folder is one participant; a file that \
      names several participants is several. Writes index.html, reports/, results.jsonl, \
      summary.csv and failures.csv. One bad file never stops the rest.
      """)

  @Argument(help: ArgumentHelp("The folder of diaries.", valueName: "folder"))
  var folder: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "out"))
  var output: String

  @Option(help: ArgumentHelp("How many diaries at a time; all cores if left out.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Do everything again, also what has not changed.")
  var force = false

  @Flag(help: "Learn first how often each group is a trigger among these people (20 or more).")
  var learnPrevalence = false

  @OptionGroup var reportFlags: ReportFlags
  @OptionGroup var foods: FoodFlags
  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisFlags

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  func run() async throws {
    try checkFolders()
    var options = BatchOptions(version: Reintro.version)
    let knowledge = try foods.classifier()
    options.importing = try input.importing(knowledge)
    options.analysis = try analysis.options(reading: input, foods: knowledge)
    options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    options.force = force
    options.language = reportFlags.language
    options.learnsPrevalence = learnPrevalence
    options.foodsKey = try foods.key()
    if input.mappingFile != nil { options.foodsKey += " mapping \(try input.mappingKey())" }
    let runner = BatchRunner(
      input: folder, output: output, options: options, foods: knowledge)
    let meter = ProgressMeter(isShown: Terminal.showsProgress && !input.quiet)
    let outcome: BatchOutcome
    do {
      outcome = try await runner.run { meter.show($0) }
      meter.end()
    } catch {
      meter.end()
      Terminal.warn("error: \(error)")
      throw ExitStatus.of(error)
    }
    if !input.quiet { report(outcome) }
    if outcome.failures > 0 { throw ExitStatus.unusableInput }
  }

  private func checkFolders() throws {
    guard let kind = FileSystem.kind(of: folder) else {
      Terminal.warn("error: \(folder): not found. Expected a folder of diaries.")
      throw ExitStatus.noInput
    }
    guard kind == .folder else {
      Terminal.warn(
        "error: \(folder): is a file, expected a folder of diaries. "
          + "For one person use 'reintro analyze'.")
      throw ExitStatus.noInput
    }
    if let input = FileSystem.resolved(folder), input == FileSystem.resolved(output) {
      Terminal.warn(
        "error: \(output): is the input folder. Give the results a folder of their own.")
      throw ExitStatus.noOutput
    }
  }

  private func report(_ outcome: BatchOutcome) {
    Terminal.say(
      "\(counted(outcome.participants, "participant")), "
        + "\(counted(outcome.unitsDone, "input")) worked on, "
        + "\(counted(outcome.failures, "failure")).")
    if !outcome.leftOut.isEmpty {
      let names = outcome.leftOut.prefix(5).joined(separator: ", ")
      let more = outcome.leftOut.count > 5 ? ", …" : ""
      Terminal.say("Left out, as no diaries: \(names)\(more) (\(outcome.leftOut.count))")
    }
    if learnPrevalence {
      Terminal.say(
        outcome.learned.map { "Learned from \($0.diaries) diaries how often groups are triggers." }
          ?? "Nothing learned: fewer than \(LearnedPrevalence.fewest) diaries could be judged.")
    }
    Terminal.say("Index: \(output)/index.html")
    if outcome.failures > 0 { Terminal.say("Failures: \(output)/failures.csv") }
  }

  private func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
