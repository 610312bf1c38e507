// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A thread that does one piece of work beside its creator's.
///
/// The creator waits for its end, so that no thread outlives what it works for.
package struct WorkerThread: ~Copyable {
  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private let thread: pthread_t

  /// Starts the work; `nil` where the system gives no thread.
  package init?(_ run: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(run))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      return nil
    }
    self.thread = thread
  }

  deinit { pthread_join(thread, nil) }
}
