// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Markup

/// One effect with its interval, beside the region of rises too small to matter.
struct ForestPlot: Sendable {
  let id: String
  let effect: GroupResult.Interval
  let axis: Axis
  let title: String
  let description: String

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "forest", width: 240, height: 40, isFluid: true, title: title,
      description: description
    ) { picture in
      picture.symbol("#effects")
      range(&picture)
    }
  }

  /// What all plots of a page share: the points, and the rises too small to matter.
  static func symbol(_ page: inout MarkupWriter, axis: Axis, words: any Catalogue) {
    page.symbol("effects") { picture in
      let zero = axis(0)
      let relevant = axis(Thresholds.relevantRise)
      let left = axis(-Thresholds.relevantRise)
      picture.rectangle(class: "irrelevant", x: left, y: 2, width: relevant - left, height: 22)
      picture.line(class: "zero", x1: zero, y1: 2, x2: zero, y2: 26)
      picture.line(class: "axis", x1: axis.start, y1: 26, x2: axis.end, y2: 26)
      for tick in axis.ticks {
        picture.line(class: "axis", x1: axis(tick), y1: 26, x2: axis(tick), y2: 28.5)
      }
      for tick in axis.ticks {
        picture.tick(x: axis(tick), y: 38.5, anchor: .middle, words.number(tick, decimals: 0))
      }
    }
  }

  private func range(_ picture: inout Picture) {
    let (low, mean, high) = (axis(effect.low), axis(effect.mean), axis(effect.high))
    picture.line(class: "range", x1: low, y1: 13, x2: high, y2: 13)
    picture.line(class: "range", x1: low, y1: 9, x2: low, y2: 17)
    picture.line(class: "range", x1: high, y1: 9, x2: high, y2: 17)
    picture.diamond(class: "mean", x: mean, y: 13, radius: 6.5)
  }
}
