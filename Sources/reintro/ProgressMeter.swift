// SPDX-License-Identifier: Apache-2.0

internal import Batch
internal import Synchronization

/// Says how far a batch is: on a terminal in one line that changes, elsewhere in a line now and then.
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

  /// The time between lines where there is no terminal.
  private static let pause = Duration.seconds(30)

  /// Shows the progress, at most ten times a second.
  func show(_ progress: BatchProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard Terminal.showsProgress else {
      line(progress, now)
      return
    }
    state.withLock { state in
      if let last = state.last, now - last < .milliseconds(100), progress.done < progress.total {
        return
      }
      state.last = now
      state.isOpen = true
      Terminal.progress(Self.text(progress, elapsed: now - start))
    }
  }

  private func line(_ progress: BatchProgress, _ now: ContinuousClock.Instant) {
    let isDue = state.withLock { state in
      guard now - (state.last ?? start) >= Self.pause else { return false }
      state.last = now
      return true
    }
    if isDue { Terminal.warn(Self.text(progress, elapsed: now - start)) }
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
    text += ", \(Int(rate.rounded())) a second, \(time(left)) left"
    return text
  }

  /// Such as `40 s`, `12 min` or `3 h 20 min`.
  private static func time(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e8 else { return "long" }
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    let minutes = (whole + 59) / 60
    return minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
