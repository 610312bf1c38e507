// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Markup

/// The rise after eating, hour by hour, by all response times at their weights; the worst time marked.
struct LagChart: Sendable {
  let id: String
  let title: String
  let description: String
  let timing: [GroupResult.TimingProbability]
  /// The rise at its worst hour, in points.
  let rise: Double
  let peak: GroupResult.PeakHours?
  /// The worst time, or two of which either may be it.
  let worst: [Double]
  let words: any Catalogue

  private static let left = 26.0
  private static let right = 350.0
  private static let bottom = 118.0
  private var left: Double { Self.left }
  private var right: Double { Self.right }
  private var bottom: Double { Self.bottom }
  private let top = 24.0
  /// The hours shown.
  static let hours = 0.0...96.0

  private static var time: Axis { Axis(domain: hours, start: left, end: right) }
  private var time: Axis { Self.time }
  private var points: Axis {
    Axis(domain: 0...min(10, max(1, rise.rounded(.up))), start: bottom, end: top)
  }

  /// The rise at a time, in points.
  func height(at hours: Double) -> Double { rise * ResponseShape.height(of: timing, at: hours) }

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "lag", width: 360, height: 150, title: title, description: description
    ) { picture in
      for tick in points.ticks {
        picture.line(
          class: tick == 0 ? "axis" : "grid", x1: left, y1: points(tick), x2: right,
          y2: points(tick))
        picture.label(
          x: left - 5, y: points(tick) + 4, anchor: .end, words.number(tick, decimals: 0))
      }
      picture.symbol("#hours")
      mark(&picture)
      picture.curve(
        class: "symptom",
        stride(from: 0.0, through: Self.hours.upperBound, by: 2).map {
          (time($0), points(height(at: $0)))
        })
    }
  }

  /// What all of these charts share: the hours.
  static func symbol(_ page: inout MarkupWriter, words: any Catalogue) {
    let ticks = Array(stride(from: 0.0, through: hours.upperBound, by: 24))
    page.symbol("hours") { picture in
      for tick in ticks {
        picture.line(class: "axis", x1: time(tick), y1: bottom, x2: time(tick), y2: bottom + 4)
      }
      for tick in ticks {
        picture.tick(
          x: time(tick), y: bottom + 18, anchor: tick == hours.upperBound ? .end : .middle,
          words.number(tick, decimals: 0))
      }
    }
  }

  private func mark(_ picture: inout Picture) {
    guard let peak, let last = worst.last else { return }
    picture.rectangle(
      class: "worst-range", x: time(peak.low), y: bottom - 5,
      width: max(time(peak.high) - time(peak.low), 1), height: 5)
    for x in worst.map({ time($0) }) {
      picture.line(class: "mean-line", x1: x, y1: top, x2: x, y2: bottom)
    }
    for hours in worst {
      picture.diamond(class: "worst", x: time(hours), y: bottom - 2.5, radius: 5)
    }
    let x = time(last)
    let isRight = x > (left + right) / 2
    picture.label(
      class: "strong", x: isRight ? x + 4 : x - 4, y: top - 8, anchor: isRight ? .end : .start,
      words.lagPeak(worst))
  }
}
