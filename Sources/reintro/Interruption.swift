// SPDX-License-Identifier: Apache-2.0

internal import Glibc
internal import Synchronization

/// Whether somebody asked the program to stop: Ctrl-C, or SIGTERM from a system that shuts down.
///
/// The first time work in hand is finished; the second time the program ends at once.
struct Interruption: Sendable {
  /// What arrived; a signal handler can reach nothing but what is global.
  private static let arrived = Atomic<Int32>(0)

  /// The signal that arrived; `nil` while none has.
  var signal: Int32? {
    let number = Self.arrived.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Starts to watch for signals.
  static func watching() -> Interruption {
    // Made before a handler can run.
    arrived.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { Interruption.note($0) }
      action.sa_flags = SA_RESTART | Int32(bitPattern: UInt32(SA_RESETHAND))
      unsafe sigemptyset(&action.sa_mask)
      unsafe sigaction(number, &action, nil)
    }
    return Interruption()
  }

  private static func note(_ number: Int32) {
    arrived.store(number, ordering: .relaxed)
  }
}
