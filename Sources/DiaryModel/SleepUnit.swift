// SPDX-License-Identifier: Apache-2.0

/// In what entries say how long somebody slept.
package enum SleepUnit: Sendable {
  case hours, minutes

  /// The unit that an entry names; hours where it names none, as the canonical format has it.
  package init(_ unit: String?) {
    let name = unit?.lowercased() ?? ""
    self = ["min", "mins", "minute", "minutes"].contains(name) ? .minutes : .hours
  }

  /// A number of the unit, in hours.
  package func hours(_ number: Double) -> Double { self == .minutes ? number / 60 : number }
}

extension Entry {
  /// The hours that an entry of sleep gives; `nil` where its value is no number.
  package var hoursSlept: Double? { value?.number.map(SleepUnit(unit).hours) }
}
