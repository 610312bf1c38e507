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
  let words: any Catalogue

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "forest", width: 240, height: 40, title: title, description: description
    ) { page in
      let zero = axis(0)
      let relevant = axis(Thresholds.relevantRise)
      let left = axis(-Thresholds.relevantRise)
      page.rectangle(class: "irrelevant", x: left, y: 2, width: relevant - left, height: 22)
      page.line(class: "zero", x1: zero, y1: 2, x2: zero, y2: 26)
      page.line(class: "axis", x1: axis.start, y1: 26, x2: axis.end, y2: 26)
      for tick in axis.ticks {
        page.line(class: "axis", x1: axis(tick), y1: 26, x2: axis(tick), y2: 28.5)
        page.label(x: axis(tick), y: 38.5, anchor: "middle", words.number(tick, decimals: 0))
      }
      range(&page)
    }
  }

  private func range(_ page: inout MarkupWriter) {
    let (low, mean, high) = (axis(effect.low), axis(effect.mean), axis(effect.high))
    page.line(class: "range", x1: low, y1: 13, x2: high, y2: 13)
    page.line(class: "range", x1: low, y1: 9, x2: low, y2: 17)
    page.line(class: "range", x1: high, y1: 9, x2: high, y2: 17)
    page.element(.path, class: "mean") { page in
      page.attribute(.d) { value in
        value.text("M")
        value.number(mean)
        value.text(" 6.5l6 6.5-6 6.5-6-6.5Z")
      }
    }
  }
}
