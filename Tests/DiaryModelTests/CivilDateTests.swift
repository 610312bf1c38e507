// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  /// Days since 1970-01-01, year, month, day, ISO weekday, from Python's `datetime.date`:
  /// `toordinal() - 719163` and `isoweekday()`; the last six drawn with `random.seed(1)`.
  static let known: [(Int, Int, Int, Int, Int)] = [
    (-719162, 1, 1, 1, 1), (-141427, 1582, 10, 15, 5), (-25568, 1899, 12, 31, 7),
    (-25509, 1900, 2, 28, 3), (-25508, 1900, 3, 1, 4), (0, 1970, 1, 1, 4),
    (11016, 2000, 2, 29, 2), (19782, 2024, 2, 29, 4), (20493, 2026, 2, 9, 1),
    (47540, 2100, 2, 28, 7), (2_932_896, 9999, 12, 31, 5), (-155598, 1543, 12, 28, 2),
    (1_668_252, 6537, 7, 9, 2), (2_835_232, 9732, 8, 8, 5), (2_645_781, 9213, 11, 26, 2),
    (2_484_340, 8771, 11, 23, 2), (-454473, 725, 9, 12, 6),
  ]

  @Test(arguments: known)
  func agreesWithPython(_ number: Int, _ year: Int, _ month: Int, _ day: Int, _ weekday: Int)
    throws
  {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(date.isoWeekday == weekday)
    let back = CivilDate(dayNumber: number)
    #expect([back.year, back.month, back.day] == [year, month, day])
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    let first = try #require(CivilDate(year: 1, month: 1, day: 1))
    let last = try #require(CivilDate(year: 9999, month: 12, day: 31))
    var number = first.dayNumber
    while number < last.dayNumber {
      let (today, next) = (CivilDate(dayNumber: number), CivilDate(dayNumber: number + 1))
      let length = CivilDate.daysInMonth(year: today.year, month: today.month)
      let expected =
        today.day < length
        ? (today.year, today.month, today.day + 1)
        : today.month < 12 ? (today.year, today.month + 1, 1) : (today.year + 1, 1, 1)
      if (next.year, next.month, next.day) != expected {
        Issue.record("\(next) does not follow \(today)")
        return
      }
      number += number % 977 == 0 ? 1 : 13
    }
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "0000-01-01",
    "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", "２０２６-01-01", "", "2026-01-0x",
  ])
  func refuses(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func leapYearsFollowGregory() {
    let leap = [1600, 1996, 2000, 2024, 2400]
    let common = [1700, 1900, 2023, 2100, 2200]
    #expect(leap.allSatisfy { CivilDate.daysInMonth(year: $0, month: 2) == 29 })
    #expect(common.allSatisfy { CivilDate.daysInMonth(year: $0, month: 2) == 28 })
  }
}
