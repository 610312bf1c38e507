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

  private let left = 24.0
  private let right = 252.0
  private let top = 8.0
  private let bottom = 108.0
  private var axis: Axis { Axis(domain: 0...10, start: bottom, end: top) }
  private var dayWidth: Double { (right - left) / Double(days.count) }
  private func x(_ day: Int) -> Double { left + (Double(day - days.lowerBound) + 0.5) * dayWidth }

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "challenge", width: 260, height: 162, title: title, description: description
    ) { page in
      background(&page)
      for tick in [0.0, 5, 10] {
        page.line(
          class: tick == 0 ? "axis" : "grid", x1: left, y1: axis(tick), x2: right, y2: axis(tick))
        page.label(
          x: left - 5, y: axis(tick) + 4, anchor: "end", words.number(tick, decimals: 0))
      }
      values(&page)
      doses(&page)
      dayLabels(&page)
    }
  }

  private func background(_ page: inout MarkupWriter) {
    let length = min(max(challenge.end - challenge.start, 0), days.count)
    page.rectangle(
      class: "phase challenge", x: x(0) - dayWidth / 2, y: top,
      width: min(Double(length + 1) * dayWidth, right - x(0) + dayWidth / 2), height: bottom - top)
    if let low = band?.first, let high = band?.last {
      page.rectangle(
        class: "band", x: left, y: axis(high), width: right - left,
        height: max(axis(low) - axis(high), 1.5))
    }
    if let mean = challenge.baselineMean {
      page.line(class: "mean-line", x1: left, y1: axis(mean), x2: right, y2: axis(mean))
    }
    let known = Set(challenge.values.map(\.day))
    for day in days where !known.contains(day) {
      page.rectangle(
        class: "missing", x: x(day) - dayWidth / 2, y: top, width: dayWidth, height: bottom - top)
    }
    for excluded in excludedDays.sorted() {
      page.rectangle(
        class: "left-out", x: x(excluded) - dayWidth / 2, y: bottom - 5, width: dayWidth, height: 5)
    }
  }

  private var excludedDays: Set<Int> {
    Set(challenge.excludedDays.map { $0.date - challenge.start }.filter(days.contains))
  }

  private func values(_ page: inout MarkupWriter) {
    let shown = challenge.values.filter { days.contains($0.day) }.sorted { $0.day < $1.day }
    var run: [(x: Double, y: Double)] = []
    var previous: Int?
    for value in shown {
      if let last = previous, value.day - last > 1 {
        page.curve(class: "symptom", run)
        run = []
      }
      run.append((x(value.day), axis(value.value)))
      previous = value.day
    }
    page.curve(class: "symptom", run)
    for value in shown {
      page.dot(
        class: excludedDays.contains(value.day) ? "point hollow" : "point", x: x(value.day),
        y: axis(value.value), radius: 3.2)
    }
  }

  private func doses(_ page: inout MarkupWriter) {
    let base = 144.0
    for dose in challenge.doses where days.contains(dose.day) && dose.value > 0 {
      let height = max(2.5, min(dose.value / max(highestDose, 0.01), 1) * 14)
      page.rectangle(
        class: "dose", x: x(dose.day) - min(dayWidth * 0.32, 9), y: base - height,
        width: min(dayWidth * 0.64, 18), height: height)
      guard dayWidth >= 16 else { continue }
      page.label(
        class: "label tiny", x: x(dose.day), y: base - height - 2, anchor: "middle",
        words.dose(dose.value))
    }
    page.line(class: "grid", x1: left, y1: base, x2: right, y2: base)
  }

  private func dayLabels(_ page: inout MarkupWriter) {
    let step = max(1, days.count / 8)
    for day in days where day % step == 0 {
      page.label(
        class: day == 0 ? "label strong" : "label", x: x(day), y: 158, anchor: "middle",
        words.number(Double(day), decimals: 0))
    }
  }
}
