// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// One row of the timeline: symptom line and phases above, foods and other factors in lanes below.
struct TimelineChart: Sendable {
  /// A lane of marks below the symptom line.
  struct Lane: Sendable {
    /// A bar on one day.
    struct Mark: Sendable {
      /// The day's number.
      var day: Int
      /// The bar's height, 0…1.
      var height: Double
      /// The dose, where it is to be written.
      var text: String?
      /// Whether the day belongs to a challenge.
      var tested: Bool
    }

    var name: String
    var marks: [Mark]
    var isDose: Bool

    /// What a bar of the lane stands for, as the style sheet names it.
    func kind(_ mark: Mark) -> String { isDose ? mark.tested ? "dose" : "eaten" : "factor" }
  }

  /// The picture's width; a narrow one fills a phone.
  let width: Double
  private let left: Double
  private let isNarrow: Bool

  let id: String
  let title: String
  let description: String
  let days: [Timeline.Day]
  let phases: [Timeline.Phase]
  let band: [Double]?
  let lanes: [Lane]
  let words: any Catalogue
  /// The day number of the row's first day.
  let first: Int
  /// The width of one day.
  let dayWidth: Double
  private let plotTop = 20.0
  /// The width of a letter of a label, at most, and the room between two labels.
  private static let letter = 6.9
  private static let gap = 2.0
  /// The phases that are shown, those behind first.
  private static let shaded = ["elimination", "baseline", "washout", "challenge"]
  private let plotHeight: Double

  init(
    id: String, title: String, description: String, days: [Timeline.Day],
    phases: [Timeline.Phase], band: [Double]?, lanes: [Lane], daysPerRow: Int, words: any Catalogue,
    isNarrow: Bool = false
  ) {
    self.id = id
    self.title = title
    self.description = description
    self.days = days
    self.phases = phases
    self.band = band
    self.lanes = lanes
    self.words = words
    first = days.first?.date.dayNumber ?? 0
    self.isNarrow = isNarrow
    width = isNarrow ? 360 : 1040
    left = isNarrow ? 92 : 128
    dayWidth = min(30, (width - left - (isNarrow ? 2 : 10)) / Double(max(daysPerRow, 1)))
    plotHeight = isNarrow ? 96 : daysPerRow > Thresholds.daysPerRow ? 84 : 132
  }

  private var axis: Axis { Axis(domain: 0...10, start: plotTop + plotHeight, end: plotTop) }
  private var plotBottom: Double { plotTop + plotHeight }
  private var last: Int { days.last?.date.dayNumber ?? first }
  private func laneHeight(_ lane: Lane) -> Double {
    lane.isDose ? isNarrow ? 32 : 26 : 15
  }
  private var axisTop: Double {
    lanes.reduce(plotBottom + 22) { $0 + laneHeight($1) }
  }

  /// The left edge of a day, within the row.
  private func x(_ day: Int) -> Double {
    left + Double(min(max(day, first), last + 1) - first) * dayWidth
  }

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: isNarrow ? "weeks" : "timeline", width: width, height: axisTop + 2,
      title: title, description: description,
      days: [left, dayWidth, Double(first), Double(last - first + 1)]
    ) { picture in
      for name in Self.shaded { shade(&picture, name) }
      names(&picture)
      baseline(&picture)
      gaps(&picture)
      frame(&picture)
      calendar(&picture)
      symptomLine(&picture)
      write(&picture, lanes)
    }
  }

  private func shade(_ picture: inout Picture, _ name: String) {
    let shown = spans(phases.filter { $0.name == name })
    for (_, start, width) in shown {
      picture.rectangle(
        class: "phase " + (Vocabulary.phases.contains(name) ? name : "other"), x: start, y: plotTop,
        width: width, height: plotHeight)
    }
    for (_, start, width) in shown {
      picture.rectangle(class: "tab " + name, x: start, y: plotTop - 3, width: width, height: 3)
    }
  }

  /// The phases of which a part is shown, with where they start and how wide they are.
  private func spans(
    _ phases: [Timeline.Phase]
  ) -> [(phase: Timeline.Phase, start: Double, width: Double)] {
    phases.map { phase in
      let start = x(phase.start.dayNumber)
      return (phase: phase, start: start, width: x(phase.end.dayNumber + 1) - start)
    }.filter { $0.width > 0 }
  }

  /// The names of phases, each up to where the next begins, which may be before it ends; of those that
  /// begin together the longest.
  private func names(_ picture: inout Picture) {
    let shown = spans(phases.filter { Self.shaded.contains($0.name) }).enumerated()
      .sorted {
        ($0.element.start, $0.element.width, $0.offset) < (
          $1.element.start, $1.element.width, $1.offset
        )
      }
      .map(\.element)
    for (place, (phase, start, whole)) in shown.enumerated() {
      let next = shown.dropFirst(place + 1).first?.start ?? .infinity
      let room = Int((min(whole, next - start) - 2 - Self.gap) / Self.letter)
      if let fitting = words.phase(phase).first(where: { $0.unicodeScalars.count <= room }) {
        picture.label(class: "name", x: start + 2, y: plotTop - 7, fitting)
      }
    }
  }

  private func baseline(_ picture: inout Picture) {
    guard let low = band?.first, let high = band?.last else { return }
    let top = axis(high)
    picture.rectangle(
      class: "band", x: left, y: top, width: x(last + 1) - left,
      height: max(axis(low) - top, 1.5))
  }

  /// Missing days are hatched, days left out of the comparison are shaded.
  private func gaps(_ picture: inout Picture) {
    runs { $0.outcome == nil }.forEach { run in
      picture.rectangle(
        class: "missing", x: x(run.lowerBound), y: plotTop,
        width: x(run.upperBound + 1) - x(run.lowerBound), height: plotHeight)
    }
    runs { $0.excluded != nil }.forEach { run in
      picture.rectangle(
        class: "left-out", x: x(run.lowerBound), y: plotBottom - 5,
        width: x(run.upperBound + 1) - x(run.lowerBound), height: 5)
    }
  }

  /// The stretches of days for which something holds.
  private func runs(_ holds: (Timeline.Day) -> Bool) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for day in days where holds(day) {
      let number = day.date.dayNumber
      if let run = runs.last, run.upperBound + 1 == number {
        runs[runs.count - 1] = run.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }

  private func frame(_ picture: inout Picture) {
    for tick in [0.0, 5, 10] {
      picture.line(
        class: tick == 0 ? "axis" : "grid", x1: left, y1: axis(tick), x2: x(last + 1),
        y2: axis(tick))
      picture.label(
        x: left - 6, y: axis(tick) + 4, anchor: .end, words.number(tick, decimals: 0))
    }
    let top = plotTop + (isNarrow ? 40 : 0)
    picture.label(class: "strong", x: 0, y: top + 5, words.symptomAxis)
    if !isNarrow { picture.label(x: 0, y: plotTop + 21, words.symptomAxisNote) }
    if let year = days.first?.date.year, let end = days.last?.date.year {
      picture.label(x: 0, y: top + (isNarrow ? 21 : 41), words.years(year, end))
    }
  }

  /// Month and day labels below the symptom line: Mondays while there is room, else first days.
  private func calendar(_ picture: inout Picture) {
    let byWeek = dayWidth >= 6
    var free = -1.0
    for day in days {
      let isMark = byWeek ? day.date.isoWeekday == 1 : day.date.day == 1
      guard isMark || day.date.dayNumber == first else { continue }
      let place = x(day.date.dayNumber)
      picture.line(class: "axis", x1: place, y1: plotBottom, x2: place, y2: plotBottom + 4)
      let text =
        byWeek || day.date.day != 1
        ? words.chartDate(day.date) : words.chartMonth(day.date.month)
      // Letters are larger on paper, where the wide form is printed.
      let letter = isNarrow ? Self.letter : Self.letter * 1.2
      guard place >= free, place + Double(text.unicodeScalars.count) * letter < width
      else { continue }
      picture.label(x: place, y: plotBottom + 16, text)
      free = place + 46
    }
  }

  private func symptomLine(_ picture: inout Picture) {
    var run: [(x: Double, y: Double)] = []
    var previous = Int.min
    for day in days {
      guard let outcome = day.outcome else { continue }
      if day.date.dayNumber - 1 != previous {
        finish(&picture, run)
        run = []
      }
      run.append((x(day.date.dayNumber) + dayWidth / 2, axis(outcome)))
      previous = day.date.dayNumber
    }
    finish(&picture, run)
    guard dayWidth >= 7 else { return }
    for day in days where day.excluded != nil {
      guard let outcome = day.outcome else { continue }
      picture.dot(
        class: "hollow", x: x(day.date.dayNumber) + dayWidth / 2, y: axis(outcome))
    }
  }

  private func finish(_ picture: inout Picture, _ run: [(x: Double, y: Double)]) {
    guard dayWidth < 7 else { return picture.marks(class: "dots", run) }
    picture.curve(class: "symptom", run)
    if run.count == 1, let point = run.first {
      picture.dot(class: "speck", x: point.x, y: point.y)
    }
  }

  /// The lanes: all lines first, then all bars of a kind, so that each kind is one path.
  private func write(_ picture: inout Picture, _ lanes: [Lane]) {
    var top = plotBottom + 22
    let placed = lanes.map { lane in
      top += laneHeight(lane)
      return (lane: lane, bottom: top - 3)
    }
    for (lane, bottom) in placed {
      picture.label(x: 0, y: bottom - 1, lane.name.shortened(to: isNarrow ? 14 : 19))
      picture.line(class: "grid", x1: left, y1: bottom, x2: x(last + 1), y2: bottom)
    }
    for kind in ["dose", "eaten", "factor"] {
      for (lane, bottom) in placed {
        for mark in lane.marks where (first...last).contains(mark.day) && lane.kind(mark) == kind {
          let height = max(2.5, min(max(mark.height, 0), 1) * (lane.isDose ? 11 : 8))
          guard kind == "eaten" else {
            picture.bar(
              class: kind + "s", x: x(mark.day) + dayWidth / 2, y: bottom, width: dayWidth * 0.72,
              height: height)
            continue
          }
          picture.rectangle(
            class: kind, x: x(mark.day) + dayWidth * 0.14, y: bottom - height,
            width: dayWidth * 0.72, height: height)
        }
      }
    }
    for (lane, bottom) in placed { doses(&picture, lane, bottom: bottom) }
  }

  /// The doses of each run of test days above its bars: all up to three, else from and to.
  private func doses(_ picture: inout Picture, _ lane: Lane, bottom: Double) {
    guard dayWidth >= 7 else { return }
    var runs: [[Lane.Mark]] = []
    for mark in lane.marks.sorted(by: { $0.day < $1.day })
    where mark.tested && (first...last).contains(mark.day) {
      if let day = runs.last?.last?.day, mark.day - day <= 1 {
        runs[runs.count - 1].append(mark)
      } else {
        runs.append([mark])
      }
    }
    var free = left - 20
    for run in runs {
      guard let start = run.first, let end = run.last else { continue }
      let texts = run.compactMap(\.text).filter { !$0.isEmpty }
      let text = texts.count <= 3 ? texts.joined(separator: " · ") : words.several(texts)
      let width = Double(text.unicodeScalars.count) * 5.2
      let middle = (x(start.day) + x(end.day + 1)) / 2
      guard !text.isEmpty, middle - width / 2 > free else { continue }
      free = middle + width / 2 + 3
      let highest = run.map(\.height).max() ?? 0
      picture.label(
        class: "tiny", x: middle, y: bottom - max(2.5, min(highest, 1) * 11) - 3,
        anchor: .middle, text)
    }
  }
}
