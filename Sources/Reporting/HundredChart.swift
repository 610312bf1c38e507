// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Markup

/// A probability as a count of 100: squares for those in whom it holds, diamonds for the rest.
struct HundredChart: Sendable {
  let id: String
  let title: String
  let description: String
  /// The probability, 0…1.
  let probability: Double

  /// How many of 100 are squares; never none and never all, since no diary makes sure.
  var squares: Int {
    guard probability.isFinite else { return 1 }
    return Int((min(max(probability, 0.01), 0.99) * 100).rounded())
  }

  private let pitch = 11.0

  func write(_ page: inout MarkupWriter) {
    page.picture(
      id: id, class: "hundred", width: 110, height: 110, title: title, description: description
    ) { picture in
      for place in 0..<100 {
        let (row, column) = place.quotientAndRemainder(dividingBy: 10)
        let (x, y) = ((Double(column) + 0.5) * pitch, (Double(row) + 0.5) * pitch)
        if place < squares {
          picture.rectangle(class: "so", x: x - 4, y: y - 4, width: 8, height: 8)
        } else {
          picture.diamond(class: "not-so", x: x, y: y, radius: 3)
        }
      }
    }
  }
}
