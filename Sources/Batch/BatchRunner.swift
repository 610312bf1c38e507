// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
internal import DiaryModel
public import FileAccess
public import FoodKnowledge
public import Importing
public import Reporting
internal import Synchronization

/// How a batch runs.
public struct BatchOptions: Sendable {
  /// How inputs are read.
  public var importing = ImportOptions()
  /// How diaries are analysed.
  public var analysis = AnalysisOptions()
  /// How many units are worked on at a time, at least 1.
  public var jobs = 1
  /// The language of the reports and their index.
  public var language = ReportLanguage.english
  /// Whether to redo what has not changed.
  public var force = false
  /// Whether to learn from all diaries how often each group is a trigger, before any is judged.
  public var learnsPrevalence = false
  /// What tells the user's own foods from others, such as a hash; other foods are a reason to redo.
  public var foodsKey = "-"
  /// The program's version; results of another version are redone.
  public var version: String

  /// Creates the default options of a version.
  public init(version: String) {
    self.version = version
  }
}

/// How far a batch is.
public struct BatchProgress: Sendable {
  /// The units done, those that had not changed included.
  public var done: Int
  /// All units.
  public var total: Int
}

/// What a batch did.
public struct BatchOutcome: Sendable, Hashable {
  /// The participants with a report.
  public var participants: Int
  /// The units that were worked on; the others had not changed.
  public var unitsDone: Int
  /// The failures told in `failures.csv`.
  public var failures: Int
  /// What was learned from all diaries; `nil` where nothing was to be, or there were too few.
  public var learned: LearnedPrevalence?
  /// The names in the folder that were left out because they are no diaries.
  public var leftOut: [String] = []
}

/// Analyses a folder of diaries.
///
/// Each unit (file or sub-folder) is worked on by itself: its reports first, then its record in
/// `OUT/.reintro/`. At the end the tables are put together from the records, so that a run that
/// was cut short loses at most the units it was working on.
public struct BatchRunner: Sendable {
  /// The folder of diaries.
  public var input: String
  /// The folder to write to.
  public var output: String
  /// How to run.
  public var options: BatchOptions
  /// What is in the foods.
  public var foods: FoodClassifier

  /// Creates a runner.
  public init(input: String, output: String, options: BatchOptions, foods: FoodClassifier) {
    self.input = input
    self.output = output
    self.options = options
    self.foods = foods
  }

  /// Runs the batch.
  ///
  /// - Parameter progress: called after each unit, from any thread.
  /// - Returns: what was done.
  /// - Throws: `FileError` where the input folder cannot be read or the output not written; a fault
  ///   of one unit is a failure in the outcome instead.
  public func run(
    progress: @escaping @Sendable (BatchProgress) -> Void
  ) async throws(FileError) -> BatchOutcome {
    let (units, leftOut) = try BatchUnit.units(in: input, without: output)
    guard !units.isEmpty else {
      throw FileError(
        kind: .notFound, path: input,
        reason: "the folder has no diaries: no file and no sub-folder to read")
    }
    let state = BatchState(output: output)
    try FileSystem.makeFolder(output + "/reports")
    try FileSystem.makeFolder(state.folder)
    let lock = try FileLock(path: state.folder + "/lock")
    try BatchOutput.refuseInputs(of: units, in: output)
    BatchOutput.removeAbandoned(in: output, state)
    let reports = ReportList(output: output)
    var runner = self
    if options.learnsPrevalence {
      runner.options.analysis.learned = try await learned(from: units, state, progress)
    }
    let worker = UnitWorker(runner: runner, state: state, reports: reports)
    let work = await runner.work(on: units, progress) { worker.process($0) }
    if let error = work.error { throw error }
    let assembly = try BatchAssembly(state: state, units: units)
    try assembly.write(to: output, language: options.language)
    try reports.keepOnly(assembly.reports)
    state.forgetAll(but: units)
    lock.release()
    return BatchOutcome(
      participants: assembly.participantCount, unitsDone: work.redone,
      failures: assembly.failureCount, learned: runner.options.analysis.learned,
      leftOut: leftOut)
  }

  /// Works on all units, `options.jobs` at a time, until one fails.
  private func work(
    on units: [BatchUnit], _ progress: @escaping @Sendable (BatchProgress) -> Void,
    process: @escaping @Sendable (BatchUnit) -> Result<Bool, FileError>
  ) async -> Work {
    let work = Work(count: units.count)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(options.jobs, units.count)) {
        group.addTask {
          while let index = work.next() {
            let result = process(units[index])
            progress(BatchProgress(done: work.finish(result), total: units.count))
          }
        }
      }
    }
    return work
  }

  /// What the diaries of all units teach about how often each group is a trigger.
  private func learned(
    from units: [BatchUnit], _ state: BatchState,
    _ progress: @escaping @Sendable (BatchProgress) -> Void
  ) async throws(FileError) -> LearnedPrevalence? {
    let worker = EvidenceWorker(runner: self, state: state)
    let work = await work(on: units, progress) { worker.process($0) }
    if let error = work.error { throw error }
    // In the order of the units, so that sums do not depend on who was done first.
    return LearnedPrevalence(units.flatMap { state.evidence(of: $0)?.inclusion ?? [] })
  }
}

/// The units still to do, shared by the workers.
private final class Work: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var redone = 0
    var error: FileError?
  }

  private let count: Int
  private let state = Mutex(State())

  init(count: Int) { self.count = count }

  /// The next unit's index; `nil` where none is left or the output cannot be written.
  func next() -> Int? {
    state.withLock { state in
      guard state.next < count, state.error == nil else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Takes note of a unit's end; returns how many have ended.
  func finish(_ result: Result<Bool, FileError>) -> Int {
    state.withLock { state in
      switch result {
      case .success(let wasRedone): state.redone += wasRedone ? 1 : 0
      case .failure(let error): state.error = state.error ?? error
      }
      state.done += 1
      return state.done
    }
  }

  var error: FileError? { state.withLock { $0.error } }
  var redone: Int { state.withLock { $0.redone } }
}
