// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Glibc
internal import Markup

/// Each day's dose against the highest symptom after it, beside the usual range.
struct DoseChart: Sendable {
  let id: String
  let title: String
  let description: String
  let responses: [GroupResult.DoseResponse]
  let dose: GroupResult.Dose
  let words: any Catalogue

  private static let left = 26.0
  private static let right = 350.0
  private static let top = 40.0
  private static let bottom = 144.0
  private static var axis: Axis { Axis(domain: 0...10, start: bottom, end: top) }
  private var left: Double { Self.left }
  private var right: Double { Self.right }
  private var top: Double { Self.top }
  private var bottom: Double { Self.bottom }
  private var axis: Axis { Self.axis }
  private let lowest: Double
  private let highest: Double

  /// `nil` where there are not at least two doses to compare.
  init?(
    id: String, title: String, description: String, responses: [GroupResult.DoseResponse],
    dose: GroupResult.Dose, words: any Catalogue
  ) {
    let doses = responses.map(\.dose).filter { $0 > 0 && $0.isFinite }
    guard let lowest = doses.min(), let highest = doses.max(), lowest < highest else { return nil }
    self.id = id
    self.title = title
    self.description = description
    self.responses = responses.filter { $0.dose > 0 && $0.dose.isFinite }
    self.dose = dose
    self.words = words
    self.lowest = lowest
    self.highest = highest
  }

  /// Whether equal steps of the axis are equal factors: where doses differ tenfold and more.
  var isLogarithmic: Bool { highest / lowest >= 10 }

  /// The place of a dose.
  func x(_ dose: Double) -> Double {
    let (start, end) = (left + 14, right - 14)
    guard dose > 0 else { return start }
    guard isLogarithmic else {
      return Axis(domain: 0...highest, start: left, end: end)(dose)
    }
    let share = log2(dose / lowest) / log2(highest / lowest)
    return start + min(max(share, 0), 1) * (end - start)
  }

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "dose-response", width: 360, height: 166, title: title,
      description: description
    ) { picture in
      picture.symbol("#amounts")
      doseLabels(&picture)
      bounds(&picture)
      for isAbove in [false, true] {
        picture.marks(
          class: isAbove ? "above" : "within",
          responses.filter { $0.isAbove == isAbove }.map { (x($0.dose), axis($0.worst)) })
      }
    }
  }

  /// What all charts of doses share: the usual range and the scale of the symptoms.
  static func symbol(_ page: inout MarkupWriter, band: [Double]?, words: any Catalogue) {
    page.symbol("amounts") { picture in
      picture.band(band, axis, left: left, right: right)
      for tick in [0.0, 5, 10] {
        picture.line(
          class: tick == 0 ? "axis" : "grid", x1: left, y1: axis(tick), x2: right, y2: axis(tick))
      }
      for tick in [0.0, 5, 10] {
        picture.tick(
          x: left - 5, y: axis(tick) + 4, anchor: .end, words.number(tick, decimals: 0))
      }
    }
  }

  /// The doses tried, as far as there is room.
  private func doseLabels(_ picture: inout Picture) {
    var free = -Double.infinity
    for dose in Set(responses.map(\.dose)).sorted() {
      let text = words.amount(dose)
      let half = Double(text.unicodeScalars.count) * 3.5 + 4
      guard x(dose) - half >= free, x(dose) + half <= right + 8 else { continue }
      picture.line(class: "axis", x1: x(dose), y1: bottom, x2: x(dose), y2: bottom + 4)
      picture.label(x: x(dose), y: bottom + 18, anchor: .middle, text)
      free = x(dose) + half
    }
  }

  /// A line at a dose with its words, which stand above it.
  struct Bound: Sendable {
    let name: String
    let text: String
    /// The place of the line.
    let x: Double
    /// Whether the words end at their line rather than begin there.
    var isEnd = false
    /// Whether the words stand in the upper row.
    var isUpper = true

    /// The width of the words in a usual font.
    var width: Double { Double(text.unicodeScalars.count) * 7.5 }
    /// The room that the words take.
    var room: ClosedRange<Double> { isEnd ? (x - width)...(x + 3) : (x - 3)...(x + width) }
  }

  /// The lines of the highest dose without and the lowest with a rise, their words placed so that
  /// neither line runs through the words of the other: the upper line may, so that the lower words
  /// are put on the side where it is not.
  var bounds: [Bound] {
    let all = [
      dose.highestTolerated.map {
        Bound(name: "kept-line", text: words.noRiseUpTo + words.amount($0), x: x($0))
      },
      dose.lowestProvoking.map {
        Bound(name: "rise-line", text: words.riseFrom + words.amount($0), x: x($0))
      },
    ].compactMap(\.self)
    guard let first = all.first else { return [] }
    guard let last = all.last, all.count == 2 else { return [inside(first)] }
    for (upper, lower) in [(first, last), (last, first)] {
      for isEnd in [false, true] {
        var placed = lower
        placed.isEnd = isEnd
        placed.isUpper = false
        guard fits(placed), !placed.room.contains(upper.x) || upper.x == placed.x else { continue }
        return [inside(upper), placed]
      }
    }
    var lower = inside(last)
    lower.isUpper = false
    return [inside(first), lower]
  }

  private func fits(_ bound: Bound) -> Bool {
    bound.room.lowerBound >= 0 && bound.room.upperBound <= right + 10
  }

  /// The words on the side of their line on which they fit.
  private func inside(_ bound: Bound) -> Bound {
    var bound = bound
    bound.isEnd = !fits(bound)
    return bound
  }

  private func bounds(_ picture: inout Picture) {
    for bound in bounds {
      let y = bound.isUpper && bounds.count > 1 ? top - 26 : top - 10
      picture.line(class: bound.name, x1: bound.x, y1: y + 4, x2: bound.x, y2: bottom)
      picture.label(
        class: "strong", x: bound.isEnd ? bound.x + 3 : bound.x - 3, y: y,
        anchor: bound.isEnd ? .end : .start, bound.text)
    }
  }
}
