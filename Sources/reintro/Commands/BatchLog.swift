// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Batch
internal import FileAccess
internal import Glibc
internal import Synchronization

/// How a batch says what it does.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  /// In words.
  case text
  /// One JSON object a line.
  case json
}

/// Lines for machines on standard error: one JSON object each, with nobody's name in them.
///
/// Where lines cannot be written the batch goes on, since its results matter more, and says so at the
/// end.
final class BatchLog: Sendable {
  /// The system's error number of the first line that could not be written; 0 where all were.
  private let loss = Atomic<Int32>(0)

  /// Whether lines could not be written.
  var isLost: Bool { loss.load(ordering: .relaxed) != 0 }

  /// Says on standard output that lines are missing, where some are.
  func tellLoss() {
    let number = loss.load(ordering: .relaxed)
    guard number != 0 else { return }
    let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
    Terminal.write(
      "error: standard error: the log cannot be written: \(reason). The batch was finished.\n",
      to: STDOUT_FILENO)
  }

  /// The run has begun.
  func started() {
    say([("event", "\"started\""), ("version", JSONText.quoted(Reintro.version))])
  }

  /// A unit is done: what it is called in outputs, and what could not be used of it.
  func done(_ progress: BatchProgress) {
    let unit = progress.unit
    guard unit.wasRedone else { return }
    for failure in unit.failures { failed(unit.label, failure.line, failure.code) }
    say([
      ("event", "\"done\""), ("input", JSONText.quoted(unit.label)),
      ("participants", "\(unit.participants)"),
      ("failures", "\(unit.failures.count)"), ("number", "\(progress.done)"),
      ("total", "\(progress.total)"),
    ])
  }

  /// A folder that was not read at all, though it holds what may be diaries.
  func leftOut(_ failure: BatchFailure) { failed(failure.label, failure.line, failure.code) }

  private func failed(_ label: String, _ line: Int?, _ code: String) {
    say(
      [("event", "\"failure\""), ("input", JSONText.quoted(label))]
        + (line.map { [("line", "\($0)")] } ?? []) + [("code", JSONText.quoted(code))])
  }

  /// The run has ended.
  func finished(_ outcome: BatchOutcome, status: ExitCode) {
    say([
      ("event", outcome.wasStopped ? "\"stopped\"" : "\"finished\""),
      ("participants", "\(outcome.participants)"), ("inputsDone", "\(outcome.unitsDone)"),
      ("failures", "\(outcome.failures)"), ("status", "\(status.rawValue)"),
    ])
  }

  /// The run could not go on.
  func failed(_ error: FileError, status: ExitCode) {
    let code =
      switch error.kind {
      case .notFound: "not-found"
      case .notReadable: "not-readable"
      case .notWritable: "not-writable"
      case .tooLarge: "too-large"
      }
    say([
      ("event", "\"error\""), ("code", JSONText.quoted(code)), ("status", "\(status.rawValue)"),
    ])
  }

  private func say(_ members: [(name: String, value: String)]) {
    let text = members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",")
    let failure = Terminal.write("{\(text)}\n", to: STDERR_FILENO)
    guard failure != 0 else { return }
    _ = loss.compareExchange(expected: 0, desired: failure, ordering: .relaxed)
  }
}
