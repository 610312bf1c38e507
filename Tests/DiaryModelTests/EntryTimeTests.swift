// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@Suite("Times as text")
struct EntryTimeTests {
  @Test(arguments: [
    "2026-02-09", "2026-02-09T08:10", "2026-02-09T08:10:59", "2026-02-09T08:10+01:00",
    "2026-02-09T23:59:59-09:30", "2026-02-09T00:00Z", "2026-02-09/2026-02-11",
    "2026-02-09T08:10/2026-02-10T09:00", "0001-01-01", "9999-12-31T23:59",
  ])
  func canonicalTextsReadAndWriteTheSame(_ text: String) throws {
    #expect(try #require(EntryTime(iso: text)).description == text)
  }

  @Test(arguments: [
    ("2026-02-09T08:10:00", "2026-02-09T08:10"), ("2026-02-09T08:10+00:00", "2026-02-09T08:10Z"),
    ("2026-02-09T08:10-00:00", "2026-02-09T08:10Z"),
  ])
  func otherFormsOfTheSameBecomeCanonical(_ text: String, _ canonical: String) throws {
    #expect(try #require(EntryTime(iso: text)).description == canonical)
  }

  @Test(arguments: [
    "2026-02-30", "2026-02-09T24:00", "2026-02-09T08:60", "2026-02-09T08:10:60",
    "2026-02-09T8:10", "2026-02-09T08:10+1:00", "2026-02-09T08:10+01:60", "2026-02-09T08:10+19:00",
    "2026-02-09T08:10 ", "2026-02-09T", "2026-02-09/", "/2026-02-09", "a/b/c", "",
    "2026-02-09T08:10:", "2026-02-09T08:1é", "é026-02-09",
  ])
  func otherTextsAreRefused(_ text: String) {
    #expect(EntryTime(iso: text) == nil)
  }

  @Test func precisionIsKept() throws {
    let day = try #require(EntryTime(iso: "2026-02-09"))
    let midnight = try #require(EntryTime(iso: "2026-02-09T00:00"))
    #expect(day != midnight)
    #expect(day.start.local == nil)
    #expect(midnight.start.local?.secondOfDay == 0)
  }

  @Test func secondsSinceEpochAgreeInBothDirections() throws {
    // Python: datetime(1969, 12, 31, 23, 59, 59, tzinfo=utc).timestamp() is -1, and
    // datetime(2026, 2, 9, 8, 10, tzinfo=utc).timestamp() is 1770624600.
    let before = LocalDateTime(secondsSinceEpoch: -1)
    #expect(before.date.description == "1969-12-31")
    #expect(before.secondOfDay == 86_399)
    let date = try #require(CivilDate(iso: "2026-02-09"))
    let time = try #require(LocalDateTime(date: date, hour: 8, minute: 10))
    #expect(time.secondsSinceEpoch == 1_770_624_600)
    #expect(LocalDateTime(secondsSinceEpoch: 1_770_624_600) == time)
  }
}
