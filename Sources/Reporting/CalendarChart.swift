// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The outcome of each day on a calendar: a square that grows with the value, hatched without one.
///
/// Short diaries have a column for each week, long ones a row for each month.
struct CalendarChart: Sendable {
  let id: String
  let title: String
  let description: String
  let days: [Timeline.Day]
  /// The days with each of at most three groups, each on a side of its own.
  let eaten: [Set<Int>]
  let words: any Catalogue

  /// The side of a day.
  static let pitch = 20.0
  private var isByWeek: Bool { days.count <= Thresholds.narrowDays }
  private var left: Double { isByWeek ? 34 : 66 }
  private let top = 20.0
  private var first: CivilDate { days.first?.date ?? CivilDate(dayNumber: 0) }
  private var last: CivilDate { days.last?.date ?? first }

  /// The column and the row of a day.
  func cell(_ date: CivilDate) -> (column: Int, row: Int) {
    guard isByWeek else {
      return (date.day - 1, (date.year - first.year) * 12 + date.month - first.month)
    }
    let monday = first.dayNumber - (first.isoWeekday - 1)
    return ((date.dayNumber - monday) / 7, date.isoWeekday - 1)
  }

  /// The upper left corner of a day.
  private func corner(_ date: CivilDate) -> (x: Double, y: Double) {
    let cell = cell(date)
    return (left + Double(cell.column) * Self.pitch, top + Double(cell.row) * Self.pitch)
  }

  /// The side of the square of a value of 0…10.
  static func side(_ value: Double) -> Double { 2 + min(max(value, 0), 10) / 10 * 13 }

  /// The shade of a value of 0…10, 0…4.
  static func shade(_ value: Double) -> Int { Int(min(max(value, 0), 9.99) / 2) }

  func write(_ page: inout MarkupWriter) {
    let columns = isByWeek ? cell(last).column + 1 : 31
    let rows = isByWeek ? 7 : cell(last).row + 1
    page.picture(
      id: id, class: isByWeek ? "calendar" : "calendar months",
      width: left + Double(columns) * Self.pitch + 4,
      height: top + Double(rows) * Self.pitch + 4, title: title, description: description,
      days: [
        left, Self.pitch, Double(first.dayNumber), Double(last.dayNumber - first.dayNumber + 1),
      ]
    ) { picture in
      ground(&picture)
      for shade in 0...4 {
        for day in days {
          guard let value = day.outcome, Self.shade(value) == shade else { continue }
          let (place, side) = (corner(day.date), Self.side(value))
          picture.rectangle(
            class: "heat heat-\(shade)", x: place.x + (Self.pitch - side) / 2,
            y: place.y + (Self.pitch - side) / 2, width: side, height: side)
        }
      }
      for (side, dates) in eaten.prefix(3).enumerated() {
        for day in days where dates.contains(day.date.dayNumber) {
          Self.mark(&picture, corner(day.date), side)
        }
      }
      isByWeek ? weekLabels(&picture) : monthLabels(&picture)
    }
  }

  /// The line on the lower, upper or left side of a day.
  static func mark(_ picture: inout Picture, _ corner: (x: Double, y: Double), _ side: Int) {
    let (x, y) = corner
    switch side {
    case 0:
      picture.line(class: "ate", x1: x + 2, y1: y + pitch - 2, x2: x + pitch - 2, y2: y + pitch - 2)
    case 1: picture.line(class: "ate", x1: x + 2, y1: y + 2, x2: x + pitch - 2, y2: y + 2)
    default: picture.line(class: "ate", x1: x + 2, y1: y + 2, x2: x + 2, y2: y + pitch - 2)
    }
  }

  private func ground(_ picture: inout Picture) {
    for day in days {
      let place = corner(day.date)
      picture.rectangle(
        class: day.outcome == nil ? "missing" : "day", x: place.x + 0.5, y: place.y + 0.5,
        width: Self.pitch - 1, height: Self.pitch - 1)
    }
  }

  private func weekLabels(_ picture: inout Picture) {
    for (row, name) in words.weekdays.enumerated() where row % 2 == 0 {
      picture.label(
        x: left - 4, y: top + (Double(row) + 0.7) * Self.pitch, anchor: .end, name)
    }
    var free = -Double.infinity
    var month = 0
    for day in days where day.date.month != month {
      month = day.date.month
      let place = corner(day.date).x
      guard place >= free else { continue }
      picture.label(x: place, y: top - 6, words.chartMonth(month))
      free = place + 30
    }
  }

  private func monthLabels(_ picture: inout Picture) {
    for day in [1, 5, 10, 15, 20, 25, 30] {
      picture.label(
        x: left + (Double(day) - 0.5) * Self.pitch, y: top - 6, anchor: .middle, "\(day)")
    }
    var row = -1
    for day in days where cell(day.date).row != row {
      row = cell(day.date).row
      picture.label(
        x: left - 6, y: top + (Double(row) + 0.7) * Self.pitch, anchor: .end,
        "\(words.chartMonth(day.date.month)) \(day.date.year)")
    }
  }
}
