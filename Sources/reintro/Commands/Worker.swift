// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Batch
internal import FoodKnowledge
internal import Glibc

/// Diaries in frames on standard input, lines of results on standard output.
struct Worker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Analyses diaries from standard input, for programs that spread them over machines.",
    discussion: """
      Each frame is a line {"name":"p1.csv","bytes":N} and the N bytes of the file; a folder of \
      several files is {"name":"p1","files":[{"name":"a.csv","bytes":N},…]} and their bytes. Each \
      frame is answered at once: one line of results for each participant, the same bytes as in a \
      batch's results.jsonl, or {"name":…,"error":{"code":…,"line":…,"reason":…}}. A bad diary, \
      or one that is too large, never ends the worker; a header that cannot be read does.

      Exit status: 0 all frames answered; 65 a broken header or a frame cut short, told in the \
      last line; 73 nobody reads the answers.
      """)

  @Option(
    help: ArgumentHelp(
      "The most bytes of a frame; larger ones are passed over and told.", valueName: "n"))
  var maxBytes = 64 << 20

  @Flag(help: "After each frame's lines, one that says what they were, with the rows of tables.")
  var receipts = false

  @Flag(help: "Read lines of table rows instead, one participant each, and print their cohort.")
  var cohort = false

  @Flag(help: "With --cohort: leave cells of fewer than 5 participants empty.")
  var maskSmall = false

  @Flag(help: "Print the columns of the tables, and end.")
  var describe = false

  @OptionGroup var nameFlags: NameFlags
  @OptionGroup var foods: FoodFlags
  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisFlags

  func validate() throws {
    guard (1...(1 << 31)).contains(maxBytes) else {
      throw ValidationError("--max-bytes takes a number from 1 to 2147483648, not \(maxBytes).")
    }
    if maskSmall && !cohort { throw ValidationError("--mask-small goes with --cohort.") }
  }

  func run() throws {
    // A reader that has gone is status 73, not a signal.
    signal(SIGPIPE, SIG_IGN)
    if describe { return Terminal.say(WorkerCohort.description(version: Reintro.version)) }
    if cohort { return try printCohort() }
    let knowledge = try foods.classifier()
    let worker = DiaryWorker(
      analysis: try analysis.options(reading: input, foods: knowledge, foods), foods: knowledge,
      version: Reintro.version)
    let session = WorkerSession(
      worker: worker, importing: try input.importing(knowledge), names: try nameFlags.policy(),
      writesReceipts: receipts)
    var reader = FrameReader(mostBytes: maxBytes) { StandardInput.read(into: &$0) }
    let isIntact = session.run(&reader) { Terminal.say($0) }
    if !isIntact { throw ExitStatus.unusableInput }
  }

  private func printCohort() throws {
    var cohort = WorkerCohort()
    var number = 0
    var badLine: Int?
    LineInput.forEach { line in
      number += 1
      if badLine == nil, !cohort.add(Array(line)) { badLine = number }
    }
    if let badLine {
      Terminal.warn(
        "error: standard input:\(badLine): is no object of table rows, as receipts have them.")
      throw ExitStatus.unusableInput
    }
    Terminal.say(cohort.line(masksSmall: maskSmall))
  }
}
