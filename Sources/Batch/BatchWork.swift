// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import Synchronization

/// The units still to do, shared by the workers.
final class BatchWork: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var redone = 0
    var error: FileError?
    var isStopped = false
  }

  private let count: Int
  private let state = Mutex(State())

  init(count: Int) { self.count = count }

  /// The next unit's index; `nil` where none is left, the output cannot be written, or the caller
  /// wants to stop.
  func next(_ shouldStop: @Sendable () -> Bool) -> Int? {
    state.withLock { state in
      guard state.next < count, state.error == nil else { return nil }
      if shouldStop() { state.isStopped = true }
      guard !state.isStopped else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Takes note of a unit's end; returns how many have ended.
  func finish(_ result: Result<UnitOutcome, FileError>) -> Int {
    state.withLock { state in
      switch result {
      case .success(let unit): state.redone += unit.wasRedone ? 1 : 0
      case .failure(let error): state.error = state.error ?? error
      }
      state.done += 1
      return state.done
    }
  }

  var error: FileError? { state.withLock { $0.error } }
  var redone: Int { state.withLock { $0.redone } }
  var isStopped: Bool { state.withLock { $0.isStopped } }
}
