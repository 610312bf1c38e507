// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// One challenge, aligned on its first day, against the baseline band.
struct ChallengeChart: Sendable {
  let id: String
  let title: String
  let description: String
  let challenge: GroupResult.Challenge
  let band: [Double]?
  /// The days shown, the same for all challenges of a group.
  let days: ClosedRange<Int>
  /// The highest dose of the group.
  let highestDose: Double
  let words: any Catalogue

  private static let left = 24.0
  private static let right = 252.0
  private static let top = 8.0
  private static let bottom = 108.0
  /// The line on which the bars of doses stand.
  private static let base = 144.0
  private static var axis: Axis { Axis(domain: 0...10, start: bottom, end: top) }
  private var left: Double { Self.left }
  private var right: Double { Self.right }
  private var top: Double { Self.top }
  private var bottom: Double { Self.bottom }
  private var axis: Axis { Self.axis }
  private var dayWidth: Double { (right - left) / Double(days.count) }
  private func x(_ day: Int) -> Double { left + (Double(day - days.lowerBound) + 0.5) * dayWidth }

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "challenge", width: 260, height: 162, isFluid: true, title: title,
      description: description
    ) { picture in
      background(&picture)
      picture.symbol("#ground")
      picture.symbol("#" + Self.symbol(days))
      over(&picture)
      values(&picture)
      doses(&picture)
    }
  }

  private func background(_ picture: inout Picture) {
    let length = min(max(challenge.end - challenge.start, 0), days.count)
    picture.rectangle(
      class: "phase challenge", x: x(0) - dayWidth / 2, y: top,
      width: min(Double(length + 1) * dayWidth, right - x(0) + dayWidth / 2), height: bottom - top)
  }

  /// What all charts of tests share: the usual range, and both scales but for the days.
  static func symbol(_ page: inout MarkupWriter, band: [Double]?, words: any Catalogue) {
    page.symbol("ground") { picture in
      picture.band(band, axis, left: left, right: right)
      for tick in [0.0, 5, 10] {
        picture.line(
          class: tick == 0 ? "axis" : "grid", x1: left, y1: axis(tick), x2: right,
          y2: axis(tick))
      }
      picture.line(class: "grid", x1: left, y1: base, x2: right, y2: base)
      for tick in [0.0, 5, 10] {
        picture.tick(
          x: left - 5, y: axis(tick) + 4, anchor: .end, words.number(tick, decimals: 0))
      }
    }
  }

  /// The identifier of the symbol of some days.
  private static func symbol(_ days: ClosedRange<Int>) -> String {
    "days\(days.lowerBound)to\(days.upperBound)"
  }

  /// The days of tests, which all charts with the same days share.
  static func daySymbol(
    _ page: inout MarkupWriter, _ days: ClosedRange<Int>, _ words: any Catalogue
  ) {
    let width = (right - left) / Double(days.count)
    let step = days.count > 8 ? max(2, days.count / 7) : 1
    page.symbol(symbol(days)) { picture in
      for day in days where day % step == 0 {
        picture.tick(
          x: left + (Double(day - days.lowerBound) + 0.5) * width, y: 158, anchor: .middle,
          words.number(Double(day), decimals: 0), isStrong: day == 0)
      }
    }
  }

  /// What stands on the ground, below the values.
  private func over(_ picture: inout Picture) {
    if let mean = challenge.baselineMean {
      picture.line(class: "mean-line", x1: left, y1: axis(mean), x2: right, y2: axis(mean))
    }
    let known = Set(challenge.values.map(\.day))
    var missing: [ClosedRange<Int>] = []
    for day in days where !known.contains(day) {
      if let last = missing.last, last.upperBound == day - 1 {
        missing[missing.count - 1] = last.lowerBound...day
      } else {
        missing.append(day...day)
      }
    }
    for run in missing {
      picture.rectangle(
        class: "missing", x: x(run.lowerBound) - dayWidth / 2, y: top,
        width: dayWidth * Double(run.count), height: bottom - top)
    }
    for excluded in excludedDays.sorted() {
      picture.rectangle(
        class: "left-out", x: x(excluded) - dayWidth / 2, y: bottom - 5, width: dayWidth, height: 5)
    }
  }

  private var excludedDays: Set<Int> {
    Set(challenge.excludedDays.map { $0.date - challenge.start }.filter(days.contains))
  }

  private func values(_ picture: inout Picture) {
    let shown = challenge.values.filter { days.contains($0.day) }.sorted { $0.day < $1.day }
    var run: [(x: Double, y: Double)] = []
    var previous: Int?
    for value in shown {
      if let last = previous, value.day - last > 1 {
        picture.marks(class: "dots", run)
        run = []
      }
      run.append((x(value.day), axis(value.value)))
      previous = value.day
    }
    picture.marks(class: "dots", run)
    for value in shown where excludedDays.contains(value.day) {
      picture.dot(class: "hollow", x: x(value.day), y: axis(value.value))
    }
  }

  private func doses(_ picture: inout Picture) {
    let base = Self.base
    for dose in challenge.doses where days.contains(dose.day) && dose.value > 0 {
      let height = max(2.5, min(dose.value / max(highestDose, 0.01), 1) * 14)
      picture.bar(
        class: "doses", x: x(dose.day), y: base, width: min(dayWidth * 0.64, 18), height: height)
      guard dayWidth >= 16 else { continue }
      picture.label(
        class: "tiny", x: x(dose.day), y: base - height - 2, anchor: .middle,
        words.dose(dose.value))
    }
  }
}
