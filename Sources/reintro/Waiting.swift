// SPDX-License-Identifier: Apache-2.0

internal import Dispatch
internal import Synchronization

/// Asynchronous work that the program's own thread waits for.
///
/// An asynchronous `main` would start three threads for every command, also for those that need
/// none: a tenth of the time that the program takes to start.
enum Waiting {
  private final class Place<Value: Sendable, Failure: Error>: Sendable {
    let result = Mutex<Result<Value, Failure>?>(nil)
  }

  /// Runs the work on the threads for tasks, and waits until it is done.
  ///
  /// It must not be called from one of these threads, of which there are as many as cores.
  static func outcome<Value: Sendable, Failure: Error>(
    of work: @escaping @Sendable () async throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let place = Place<Value, Failure>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let result: Result<Value, Failure>
      do throws(Failure) {
        result = .success(try await work())
      } catch {
        result = .failure(error)
      }
      place.result.withLock { $0 = result }
      isDone.signal()
    }
    while true {
      isDone.wait()
      if let result = place.result.withLock({ $0 }) { return try result.get() }
    }
  }
}
