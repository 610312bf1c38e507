// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import Markup

/// How many stretches of a diary without a test looked as bad as the tests, as they are drawn and told.
struct WindowCount: Sendable {
  /// The stretches that could be compared.
  let windows: Int
  /// Those of them whose rise is at least the mean rise of the tests.
  let worse: Int
  /// Their share, 0…1, as it stands in the results.
  let rate: Double
  /// Whether it is told of 100: not of few, which would be more exact than they are, nor where none or
  /// all are as bad, which would say that of stretches that are not there.
  let isOfHundred: Bool

  /// Fewer stretches than these are not drawn.
  static let fewest = 5
  /// So many stretches and more are told of 100.
  static let enough = 20

  /// The count of a group's results; `nil` where there is none to draw.
  init?(_ result: GroupResult) {
    guard let rate = result.falseAlarmRate, let windows = result.falseAlarmWindows,
      windows >= Self.fewest, rate.isFinite, (0...1).contains(rate)
    else { return nil }
    self.rate = rate
    self.windows = windows
    worse = Int((rate * Double(windows)).rounded())
    isOfHundred = windows >= Self.enough && worse > 0 && worse < windows
  }

  /// How many signs are drawn.
  var signs: Int { isOfHundred ? 100 : min(windows, 100) }
  /// How many of them are squares.
  var squares: Int {
    if isOfHundred { return min(max(Int((rate * 100).rounded()), 1), 99) }
    return worse == windows ? signs : min(worse, signs)
  }
}

/// Stretches without a test, ten in a row: squares for those as bad as the tests, dots for calmer ones.
///
/// The signs are the dashes of a line for each row, as far apart as the style sheet says.
struct WindowChart: Sendable {
  let id: String
  let title: String
  let description: String
  let count: WindowCount

  static let pitch = 11.0
  private static let side = 8.0

  func write(_ page: inout MarkupWriter) {
    let rows = (count.signs + 9) / 10
    page.picture(
      id: id, class: "windows", width: 10 * Self.pitch, height: Double(rows) * Self.pitch,
      title: title, description: description
    ) { picture in
      for row in 0..<rows {
        let y = (Double(row) + 0.5) * Self.pitch
        let squares = min(max(count.squares - 10 * row, 0), 10)
        let signs = min(count.signs - 10 * row, 10)
        if squares > 0 {
          let start = (Self.pitch - Self.side) / 2
          picture.line(
            class: "so", x1: start, y1: y, x2: Double(squares) * Self.pitch - start, y2: y)
        }
        if signs > squares {
          // A dash without length is a dot; the line goes on beyond the last.
          picture.line(
            class: "not-so", x1: (Double(squares) + 0.5) * Self.pitch, y1: y,
            x2: (Double(signs) - 0.5) * Self.pitch + 1, y2: y)
        }
      }
    }
  }
}
