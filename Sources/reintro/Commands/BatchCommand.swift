// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Batch
internal import DiaryAnalysis
internal import FileAccess
internal import FoodKnowledge
internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Many participants at once.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Analyses a folder of diaries, for clinics and studies.",
    discussion: """
      Each file and each sub-folder directly below the folder is one participant; a file that \
      names several participants is several. Writes index.html, reports/, results.jsonl, \
      summary.csv, failures.csv, results.sqlite, cohort.html and cohort.csv. One bad file never \
      stops the rest. Stopped with Ctrl-C or killed, a second run goes on where it was.

      Exit status: 0 done; 65 done, with failures; 66 no input; 73 output not written; \
      130 or 143 stopped.
      """)

  @Argument(
    help: ArgumentHelp("The folder of diaries.", valueName: "folder"), completion: .directory)
  var folder: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "out"),
    completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("How many diaries at a time; all cores if left out.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Do everything again, also what has not changed.")
  var force = false

  @Flag(help: "Learn first how often each group is a trigger among these people (20 or more).")
  var learnPrevalence = false

  @Flag(help: "Write no reports, only the tables, the index and the cohort: for large studies.")
  var withoutReports = false

  @OptionGroup var nameFlags: NameFlags

  @Flag(help: "Leave cohort cells of fewer than 5 participants empty.")
  var maskSmall = false

  @Option(
    help: ArgumentHelp(
      "Look again only at inputs changed since then: 24h, 7d, 2026-02-09 or 2026-02-09T08:10Z.",
      valueName: "when"))
  var since: SinceMoment?

  @Option(help: "Lines for people (text) or one JSON object a line on standard error (json).")
  var log = LogFormat.text

  @OptionGroup var reportFlags: ReportFlags
  @OptionGroup var foods: FoodFlags
  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisFlags

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
    if let fault = since?.fault(now: Int(time(nil))) { throw ValidationError(fault) }
  }

  func run() throws {
    // A reader that has gone is status 73, not a signal.
    signal(SIGPIPE, SIG_IGN)
    try checkFolders()
    var options = BatchOptions(version: Reintro.version)
    let knowledge = try foods.classifier()
    options.importing = try input.importing(knowledge)
    options.analysis = try analysis.options(reading: input, foods: knowledge, foods)
    options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    options.force = force
    options.writesReports = !withoutReports
    options.language = reportFlags.language
    options.learnsPrevalence = learnPrevalence
    options.foodsKey = try foods.key()
    if input.mappingFile != nil { options.foodsKey += " mapping \(try input.mappingKey())" }
    options.names = try nameFlags.policy()
    options.masksSmall = maskSmall
    options.since = since?.seconds
    var runner = BatchRunner(
      input: folder, output: output, options: options, foods: knowledge)
    let interruption = Interruption.watching()
    runner.shouldStop = { interruption.signal != nil }
    let log = log == .json ? BatchLog() : nil
    log?.started()
    let meter = ProgressMeter(isShown: !input.quiet && log == nil)
    let outcome: BatchOutcome
    do throws(FileError) {
      outcome = try Waiting.outcome { [runner] () async throws(FileError) in
        try await runner.run { progress in
          log?.done(progress)
          meter.show(progress)
        }
      }
      meter.end()
    } catch {
      meter.end()
      let status = ExitStatus.of(error)
      log?.failed(error, status: status)
      if log == nil { Terminal.warn("error: \(error)") }
      throw status
    }
    for failure in outcome.mixed { log?.leftOut(failure) }
    var status = status(of: outcome, interruption.signal, log)
    log?.finished(outcome, status: status)
    // The last line may be the first that is lost.
    status = self.status(of: outcome, interruption.signal, log)
    log?.tellLoss()
    if !input.quiet && log == nil { warn(of: outcome.mixed) }
    if !input.quiet && log == nil { report(outcome) }
    if status.rawValue != 0 { throw status }
  }

  private func status(of outcome: BatchOutcome, _ signal: Int32?, _ log: BatchLog?) -> ExitCode {
    if outcome.wasStopped { return ExitCode(128 + (signal ?? 0)) }
    if log?.isLost == true { return ExitStatus.noOutput }
    return outcome.failures > 0 ? ExitStatus.unusableInput : ExitCode.success
  }

  private func checkFolders() throws {
    guard output != "-" else {
      throw ValidationError("The output is a folder, not standard output: '-' names none.")
    }
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

  private func tellLeftOut(_ names: [String], as reason: String) {
    guard !names.isEmpty else { return }
    let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    Terminal.say("Left out, as \(reason): \(shown) (\(names.count))")
  }

  private func report(_ outcome: BatchOutcome) {
    if outcome.wasStopped {
      let reports = withoutReports ? "The" : "The reports so far are in \(output)/reports; the"
      Terminal.warn(
        "Stopped: \(counted(outcome.unitsDone, "input")) worked on. "
          + "\(reports) same command goes on from here and then writes the tables.")
      return
    }
    Terminal.say(
      "\(counted(outcome.participants, "participant")), "
        + "\(counted(outcome.unitsDone, "input")) worked on, "
        + "\(counted(outcome.failures, "failure")).")
    tellLeftOut(outcome.leftOut, as: "no diaries")
    tellLeftOut(outcome.repeated, as: "links to other inputs")
    if learnPrevalence {
      Terminal.say(
        outcome.learned.map { "Learned from \($0.diaries) diaries how often groups are triggers." }
          ?? "Nothing learned: fewer than \(LearnedPrevalence.fewest) diaries could be judged.")
    }
    Terminal.say("Index: \(output)/index.html")
    if outcome.hasPseudonyms {
      Terminal.say("Who is who: \(output)/.reintro/key.csv; --keep-names shows names as they are.")
    }
    guard outcome.failures > 0 else { return }
    let unread = "\(counted(outcome.unread, "input")) gave no participant"
    Terminal.say("Failures: \(output)/failures.csv" + (outcome.unread > 0 ? "; \(unread)" : ""))
    for line in outcome.failureLines(limit: 5) { Terminal.say(line) }
  }

  /// Says which folders were not read although a participant may be in them.
  private func warn(of mixed: [BatchFailure]) {
    for failure in mixed {
      Terminal.warn(
        "warning: \(folder)/\(failure.file): holds results of a batch and was not read, but also what "
          + "may be diaries. Move them to a folder of their own.")
    }
  }

  private func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
