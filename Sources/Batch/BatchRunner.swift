// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
internal import DiaryModel
public import FileAccess
public import FoodKnowledge
public import Importing
public import Reporting

/// How a batch runs.
public struct BatchOptions: Sendable {
  /// How inputs are read.
  public var importing = ImportOptions()
  /// How diaries are analysed.
  public var analysis = AnalysisOptions()
  /// How many units are worked on at a time, at least 1.
  public var jobs = 1
  /// The language of the reports and pages.
  public var language = ReportLanguage.english
  /// Whether each participant gets a report; the tables, the index and the cohort are written anyhow.
  public var writesReports = true
  /// Whether to redo what has not changed.
  public var force = false
  /// Whether to learn from all diaries how often each group is a trigger, before any is judged.
  public var learnsPrevalence = false
  /// What tells the user's own foods from others, such as a hash; other foods are a reason to redo.
  public var foodsKey = "-"
  /// How ids and names of files are shown.
  public var names = NamePolicy.replaced
  /// Inputs that were last changed before this moment, in seconds since 1970, are not looked at again.
  public var since: Int?
  /// Whether cohort cells of fewer than 5 participants are left empty.
  public var masksSmall = false
  /// The program's version; results of another version are redone.
  public var version: String

  /// Creates the default options of a version.
  public init(version: String) {
    self.version = version
  }
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
  /// Asked before each unit whether to stop; what is done then stays done.
  public var shouldStop: @Sendable () -> Bool = { false }

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
    try LeftOutDiaries.refuse(output, in: input)
    let (units, leftOut, repeated) = try BatchUnit.units(in: input, without: output)
    let mixed = try LeftOutDiaries.found(in: input)
    guard !units.isEmpty else {
      let names = mixed.map(\.name).joined(separator: ", ")
      throw FileError(
        kind: .notReadable, path: input,
        reason: "the folder has no diaries: no file and no sub-folder to read"
          + (names.isEmpty ? "" : " besides what may be some among results: \(names)"))
    }
    let state = BatchState(output: output)
    try FileSystem.makeFolder(options.writesReports ? output + "/reports" : output)
    try FileSystem.makeFolder(state.folder)
    // It holds who is who.
    FileSystem.makePrivate(state.folder)
    let lock = try FileLock(path: state.folder + "/lock")
    try BatchOutput.refuseInputs(of: units, of: input, in: output)
    BatchOutput.removeAbandoned(in: output, state)
    let told = mixed.map { $0.failure(Pseudonyms(policy: options.names)) }
    var outcome = try await work(on: units, state, told, progress)
    let names = Set(mixed.map(\.name))
    outcome.leftOut = leftOut.filter { !names.contains($0) }
    outcome.repeated = repeated
    outcome.mixed = told.map { BatchFailure($0, isUnread: true) }
    lock.release()
    return outcome
  }

  private func work(
    on units: BatchUnits, _ state: BatchState, _ leftOut: [UnitHead.Failure],
    _ progress: @escaping @Sendable (BatchProgress) -> Void
  ) async throws(FileError) -> BatchOutcome {
    let reports = ReportList(output: output)
    var runner = self
    if options.learnsPrevalence {
      runner.options.analysis.learned = try await learned(from: units, state, progress)
    }
    let worker = UnitWorker(runner: runner, state: state, reports: reports)
    let work = await runner.work(on: units.indices, progress) { worker.process(units[$0]) }
    if let error = work.error { throw error }
    var outcome = BatchOutcome(participants: 0, unitsDone: work.redone, failures: 0)
    outcome.learned = runner.options.analysis.learned
    outcome.wasStopped = work.isStopped
    var places = BatchPlaces()
    if !work.isStopped {
      places = try BatchPlaces(state: state, units: units, leftOut: leftOut)
      let doubled = places.renames()
      if !doubled.isEmpty {
        let again = await runner.work(on: doubled.indices, { _ in }) { place in
          worker.process(units[doubled[place].unit], renames: doubled[place].renames)
        }
        if let error = again.error { throw error }
        outcome.unitsDone += again.redone
        outcome.wasStopped = again.isStopped
        if !again.isStopped {
          places = try BatchPlaces(state: state, units: units, leftOut: leftOut)
        }
      }
    }
    if !outcome.wasStopped {
      let names = places.reportNames
      let stale = places.unitsToName(names)
      if !stale.isEmpty {
        let again = await runner.work(on: stale.indices, { _ in }) { place in
          worker.process(units[stale[place]], reports: names)
        }
        if let error = again.error { throw error }
        outcome.wasStopped = again.isStopped
        if !again.isStopped {
          places = try BatchPlaces(state: state, units: units, leftOut: leftOut)
        }
      }
    }
    if outcome.wasStopped { return outcome }
    let assembly = BatchAssembly(
      output: output, options: runner.options, state: state, units: units, places: places)
    try assembly.write()
    try reports.keepOnly(places)
    state.forgetAll(but: units)
    outcome.participants = places.participants.count
    outcome.failures = places.failures.count
    outcome.reasons = places.reasons
    outcome.unread = places.unread.count
    outcome.hasPseudonyms = places.hasPseudonyms
    return outcome
  }

  /// Works on all units, `options.jobs` at a time, until one fails or the caller wants to stop.
  private func work(
    on units: Range<Int>, _ progress: @escaping @Sendable (BatchProgress) -> Void,
    process: @escaping @Sendable (Int) -> Result<UnitOutcome, FileError>
  ) async -> BatchWork {
    let work = BatchWork(count: units.count)
    let shouldStop = shouldStop
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(options.jobs, units.count)) {
        group.addTask {
          while let index = work.next(shouldStop) {
            let result = process(index)
            let done = work.finish(result)
            if case .success(let unit) = result {
              progress(BatchProgress(done: done, total: units.count, unit: unit))
            }
          }
        }
      }
    }
    return work
  }

  /// What the diaries of all units teach about how often each group is a trigger.
  private func learned(
    from units: BatchUnits, _ state: BatchState,
    _ progress: @escaping @Sendable (BatchProgress) -> Void
  ) async throws(FileError) -> LearnedPrevalence? {
    let worker = EvidenceWorker(runner: self, state: state)
    let work = await work(on: units.indices, progress) { worker.process(units[$0]) }
    if let error = work.error { throw error }
    // In the order of the units, so that sums do not depend on who was done first.
    return LearnedPrevalence(
      units.indices.flatMap { state.evidence(ofUnit: units.name(at: $0))?.inclusion ?? [] })
  }
}
