// SPDX-License-Identifier: Apache-2.0

/// The worst outcome of each day that may be compared, with sums for windows of days.
struct DailyOutcome: Sendable {
  /// All days of the period.
  let days: Range<Int>
  private let values: [Double?]
  private let sums: [Double]
  private let counts: [Int]

  /// Creates the outcome of a period from values by day, without those that are left out.
  init(days: Range<Int>, values byDay: [Int: Double], excluded: (Int) -> Bool) {
    self.days = days
    let values = days.map { excluded($0) ? nil : byDay[$0] }
    var sums = [0.0]
    var counts = [0]
    for value in values {
      sums.append((sums.last ?? 0) + (value ?? 0))
      counts.append((counts.last ?? 0) + (value == nil ? 0 : 1))
    }
    self.values = values
    self.sums = sums
    self.counts = counts
  }

  /// The value of a day; `nil` where it is missing, left out, or outside the period.
  subscript(_ day: Int) -> Double? { days.contains(day) ? values[day - days.lowerBound] : nil }

  /// The mean over the days of a window that have a value, and their number.
  func mean(_ window: ClosedRange<Int>) -> (mean: Double, count: Int)? {
    let first = max(window.lowerBound, days.lowerBound)
    let last = min(window.upperBound, days.upperBound - 1)
    guard first <= last else { return nil }
    let (low, high) = (first - days.lowerBound, last - days.lowerBound + 1)
    let count = counts[high] - counts[low]
    return count == 0 ? nil : ((sums[high] - sums[low]) / Double(count), count)
  }

  /// The values of those days that have one.
  func values(_ days: some Sequence<Int>) -> [Double] { days.compactMap { self[$0] } }

  /// The value below which a share of sorted values lies, by linear interpolation (type 7).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
    quantile(sorted[...], share)
  }

  /// That of a part of a sorted list.
  static func quantile(_ sorted: ArraySlice<Double>, _ share: Double) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = Double(sorted.startIndex) + share * Double(sorted.count - 1)
    let low = Int(place.rounded(.down))
    guard low + 1 < sorted.endIndex else { return last }
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }

  /// The correlation of each day's value with the next day's; `nil` with fewer than 5 pairs.
  static func autocorrelation(_ daily: [Int: Double]) -> Double? {
    let pairs = daily.keys.sorted().compactMap { day -> (Double, Double)? in
      guard let here = daily[day], let next = daily[day + 1] else { return nil }
      return (here, next)
    }
    let all = daily.keys.sorted().compactMap { daily[$0] }
    guard pairs.count >= 5 else { return nil }
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
    guard variance > 1e-12 else { return nil }
    let product = pairs.reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) } / Double(pairs.count)
    return min(max(product / variance, -1), 1)
  }
}
