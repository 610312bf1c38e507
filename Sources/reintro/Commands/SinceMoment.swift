// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import Glibc

/// A moment that a user names: so long ago, or a day or time in UTC.
struct SinceMoment: ExpressibleByArgument, Hashable {
  /// Seconds since 1970.
  let seconds: Int

  init?(argument: String) {
    self.init(argument, now: Int(time(nil)))
  }

  /// What is wrong with it; `nil` for a moment that has been.
  func fault(now: Int) -> String? {
    guard seconds > now else { return nil }
    return "--since names a moment that is still to come; by UTC it is \(now.asUTC)."
  }

  /// Reads `90m`, `24h`, `7d`, `2026-02-09`, `2026-02-09T08:10` or the last with `Z`.
  init?(_ text: String, now: Int) {
    let units: [Character: Int] = ["m": 60, "h": 3_600, "d": 86_400]
    if let last = text.last, let unit = units[last] {
      guard let number = Int(text.dropLast()), (1...100_000).contains(number) else { return nil }
      seconds = now - number * unit
      return
    }
    let parts = (text.hasSuffix("Z") ? text.dropLast() : text[...]).split(
      separator: "T", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let day = CivilDate(iso: first)?.dayNumber
    else { return nil }
    guard parts.count == 2 else {
      seconds = day * 86_400
      return
    }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2, clock.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(clock[0]),
      let minute = Int(clock[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    seconds = day * 86_400 + hour * 3_600 + minute * 60
  }
}

extension Int {
  /// A moment in seconds since 1970, as `2026-02-09T08:10Z`.
  fileprivate var asUTC: String {
    let minute = self / 60
    let clock = [minute / 60 % 24, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(CivilDate(dayNumber: self / 86_400))T\(clock.joined(separator: ":"))Z"
  }
}
