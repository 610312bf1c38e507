// SPDX-License-Identifier: Apache-2.0

internal import Batch
internal import Synchronization

/// A line on the terminal that says how far a batch is.
final class ProgressMeter: Sendable {
  private struct State {
    var last: ContinuousClock.Instant?
    var isOpen = false
  }

  private let isShown: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// Creates a meter, which shows nothing unless `isShown`.
  init(isShown: Bool) { self.isShown = isShown }

  /// Shows the progress, at most ten times a second.
  func show(_ progress: BatchProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if let last = state.last, now - last < .milliseconds(100), progress.done < progress.total {
        return
      }
      state.last = now
      state.isOpen = true
      Terminal.progress(Self.text(progress, elapsed: now - start))
    }
  }

  /// Clears the line.
  func end() {
    state.withLock { state in
      if state.isOpen { Terminal.progress("") }
      state.isOpen = false
    }
  }

  /// Such as `120 of 500, 240 a second, 2 s left`.
  static func text(_ progress: BatchProgress, elapsed: Duration) -> String {
    let parts = elapsed.components
    let seconds = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    var text = "\(progress.done) of \(progress.total)"
    guard seconds > 0.5, progress.done > 0 else { return text }
    let rate = Double(progress.done) / seconds
    let left = Double(progress.total - progress.done) / rate
    text += ", \(Int(rate.rounded())) a second, \(Int(left.rounded(.up))) s left"
    return text
  }
}
