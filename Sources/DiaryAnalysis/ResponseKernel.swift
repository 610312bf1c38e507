// SPDX-License-Identifier: Apache-2.0

internal import Statistics
internal import Synchronization

/// A response time after eating: a gamma distribution, as `docs/method.md` gives it.
struct ResponseKernel: Hashable, Sendable {
  /// The mean in hours.
  let mean: Double
  /// The standard deviation in hours.
  let sd: Double
  /// The prior weight.
  let weight: Double

  /// The four kernels, fastest first.
  static let all = [
    ResponseKernel(mean: 4, sd: 3, weight: 0.30), ResponseKernel(mean: 12, sd: 7, weight: 0.27),
    ResponseKernel(mean: 26, sd: 11, weight: 0.25), ResponseKernel(mean: 44, sd: 15, weight: 0.18),
  ]

  /// The hours after which nothing of any kernel is left.
  static let reachHours = 168.0

  /// The cumulative distribution at `hours`.
  func cumulative(_ hours: Double) -> Double {
    GammaDistribution(mean: mean, sd: sd).cdf(hours)
  }
}

/// The cumulative distributions of all kernels, computed once for each minute that is asked for.
struct KernelTable: Sendable {
  private static let minuteCount = Int(ResponseKernel.reachHours * 60) + 1
  /// What was computed for diaries before; the numbers do not depend on who asks.
  private static let known = Mutex(KernelTable())

  /// Kernel after kernel; below 0 where not yet computed.
  private var minutes: [Double]
  private var widthScale: [[Int: Double]]
  private var dailyScale: [Double]
  /// How many numbers were computed.
  private var size = 0

  /// Creates an empty table.
  init() {
    minutes = Array(repeating: -1, count: ResponseKernel.all.count * Self.minuteCount)
    widthScale = [[Int: Double]](repeating: [:], count: ResponseKernel.all.count)
    dailyScale = []
  }

  /// A table with what was computed before.
  static var shared: KernelTable { known.withLock { $0 } }

  /// Lets later tables have what this one computed.
  func share() {
    Self.known.withLock { if $0.size < size { $0 = self } }
  }

  /// The share of a kernel's response that has passed after `hours`.
  mutating func cumulative(_ kernel: Int, _ hours: Double) -> Double {
    guard hours > 0 else { return 0 }
    guard hours < ResponseKernel.reachHours else { return 1 }
    let minute = (hours * 60).rounded()
    guard abs(minute - hours * 60) < 1e-6 else {
      return ResponseKernel.all[kernel].cumulative(hours)
    }
    let place = kernel * Self.minuteCount + Int(minute)
    let known = minutes[place]
    guard known < 0 else { return known }
    let value = ResponseKernel.all[kernel].cumulative(minute / 60)
    minutes[place] = value
    size += 1
    return value
  }

  /// The share of a kernel's response that falls between two times after eating.
  mutating func bracket(_ kernel: Int, _ begin: Double, _ end: Double) -> Double {
    end <= 0 ? 0 : cumulative(kernel, end) - cumulative(kernel, begin)
  }

  /// The largest daily bracket over the days after a portion eaten 8 hours into its day.
  mutating func scaleOfDay(_ kernel: Int) -> Double {
    if dailyScale.isEmpty {
      dailyScale = ResponseKernel.all.indices.map { kernel in
        (0...6).reduce(0) { best, day in
          let start = Double(day) * 24 - 8
          return max(best, bracket(kernel, start, start + 24))
        }
      }
      size += 1
    }
    return dailyScale[kernel]
  }

  /// The largest bracket of any window of `width` hours, to the quarter of an hour.
  mutating func scale(_ kernel: Int, width: Double) -> Double {
    let quarters = max(1, Int((min(max(width, 0.25), ResponseKernel.reachHours) * 4).rounded()))
    if let known = widthScale[kernel][quarters] { return known }
    let hours = Double(quarters) / 4
    var best = 0.0
    var end = 0.25
    while end <= ResponseKernel.reachHours {
      best = max(best, bracket(kernel, end - hours, end))
      end += 0.25
    }
    widthScale[kernel][quarters] = best
    size += 1
    return best
  }
}
