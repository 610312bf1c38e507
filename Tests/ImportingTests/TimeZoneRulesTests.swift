// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("Time zones")
struct TimeZoneRulesTests {
  /// 1985-07-01T12:00, 2017-06-15T00:00, 2017-10-29T00:59:59 and T01:00, 2024-03-31T00:59:59 and
  /// T01:00, 2026-02-10T06:50, all UTC.
  static let instants = [
    489_067_200, 1_497_484_800, 1_509_238_799, 1_509_238_800, 1_711_846_799, 1_711_846_800,
    1_770_706_200,
  ]

  /// What Python's `zoneinfo` gives: `int(t.astimezone(ZoneInfo(z)).utcoffset().total_seconds())`.
  static let known: [(String, [Int])] = [
    ("Europe/Berlin", [7200, 7200, 7200, 3600, 3600, 7200, 3600]),
    ("Asia/Jerusalem", [10800, 10800, 7200, 7200, 10800, 10800, 7200]),
    ("America/New_York", [-14400, -14400, -14400, -14400, -14400, -14400, -18000]),
    ("Australia/Lord_Howe", [37800, 37800, 39600, 39600, 39600, 39600, 39600]),
    ("America/Sao_Paulo", [-10800, -10800, -7200, -7200, -10800, -10800, -10800]),
    ("Asia/Kolkata", [19800, 19800, 19800, 19800, 19800, 19800, 19800]),
    ("Pacific/Apia", [-39600, 46800, 50400, 50400, 46800, 46800, 46800]),
    ("Europe/Dublin", [3600, 3600, 3600, 0, 0, 3600, 0]),
    ("America/Santiago", [-14400, -14400, -10800, -10800, -10800, -10800, -10800]),
  ]

  private static let hasZones = FileSystem.kind(of: "/usr/share/zoneinfo/Europe/Berlin") != nil

  @Test(.enabled(if: hasZones), arguments: known)
  func agreesWithPython(_ name: String, _ offsets: [Int]) throws {
    let zone = try #require(TimeZoneRules(identifier: name, folder: "/usr/share/zoneinfo"))
    #expect(Self.instants.map { zone.offset(atSecondsSinceEpoch: $0).seconds } == offsets)
  }

  /// 2038-01-15T00:00, 2038-03-28T00:59:59 and T01:00, 2038-07-01T12:00, 2038-10-31T00:59:59 and
  /// T01:00, 2400-02-29T12:00, 2400-04-01T12:00, 2399-12-31T23:59:59, all UTC.
  static let farInstants = [
    2_147_126_400, 2_153_350_799, 2_153_350_800, 2_161_598_400, 2_172_099_599, 2_172_099_600,
    13_574_606_400, 13_577_371_200, 13_569_465_599,
  ]

  /// What Python's `ZoneInfo.from_file` gives for a file with this footer and no changes after 1938.
  static let footers: [(String, [Int])] = [
    ("CET-1CEST,M3.5.0,M10.5.0/3", [3600, 3600, 7200, 7200, 7200, 3600, 3600, 7200, 3600]),
    (
      "EST5EDT,M3.2.0,M11.1.0",
      [-18000, -14400, -14400, -14400, -14400, -14400, -18000, -14400, -18000]
    ),
    (
      "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
      [39600, 39600, 39600, 37800, 39600, 39600, 39600, 39600, 39600]
    ),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", [0, 0, 3600, 3600, 3600, 0, 0, 3600, 0]),
    (
      "<-04>4<-03>,M9.1.6/24,M4.1.6/24",
      [-10800, -10800, -10800, -14400, -10800, -10800, -10800, -10800, -10800]
    ),
    ("IST-2IDT,M3.4.4/26,M10.5.0", [7200, 10800, 10800, 10800, 7200, 7200, 7200, 10800, 7200]),
    (
      "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
      [-7200, -7200, -3600, -3600, -3600, -7200, -7200, -3600, -7200]
    ),
    ("IST-5:30", [Int](repeating: 19800, count: 9)),
    (
      "AAA3BBB,J60/0,J300",
      [-10800, -7200, -7200, -7200, -10800, -10800, -10800, -7200, -10800]
    ),
    (
      "AAA3BBB,59/0,299",
      [-10800, -7200, -7200, -7200, -10800, -10800, -7200, -7200, -10800]
    ),
  ]

  @Test(arguments: footers)
  func rulesForFarYearsAgreeWithPython(_ footer: String, _ offsets: [Int]) throws {
    let rule = try #require(PosixZoneRule(footer))
    #expect(Self.farInstants.map(rule.offset) == offsets)
  }

  @Test(arguments: [
    "", "UTC", "CE-1", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.5.0",
    "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-200", "<+01-1",
  ])
  func faultyRulesAreRefused(_ text: String) {
    #expect(PosixZoneRule(text) == nil)
  }

  @Test(arguments: [
    "", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "Europe/../Europe/Berlin", "Europe",
    "Europe/", "tzdata.zi", "right/UTC", "Europe//Berlin", "Europe/Berlin\u{0}", "zone.tab",
  ])
  func otherNamesAreNoZones(_ name: String) {
    #expect(TimeZoneRules(identifier: name) == nil)
  }

  @Test(.enabled(if: hasZones))
  func damagedFilesAreNoZones() throws {
    let folder = try Fixtures.temporaryFolder()
    let bytes = try FileSystem.contents(of: "/usr/share/zoneinfo/Europe/Berlin")
    for length in [0, 3, 43, 44, 100, bytes.count / 2] {
      try FileSystem.write(Array(bytes.prefix(length)), to: folder + "/Cut")
      #expect(TimeZoneRules(identifier: "Cut", folder: folder) == nil)
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<8 {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        damaged[place] = UInt8.random(in: 0...255, using: &generator)
      }
      // It is read or refused, and whatever is read gives offsets of a clock.
      let offsets = Self.instants.compactMap { TZifTable(damaged)?.offset(at: $0) }
      #expect(offsets.allSatisfy { abs($0) <= 700_000 })
    }
  }

  @Test(.enabled(if: hasZones))
  func aSummerEventInAWinterExportKeepsItsInstant() throws {
    let zone = try #require(TimeZoneRules(identifier: "Europe/Berlin"))
    // Printed 07:00 +0100 by an export in winter; the clock on the wall showed 08:00.
    let date = try #require(CivilDate(iso: "2025-07-15"))
    let printed = try #require(LocalDateTime(date: date, hour: 7, minute: 0))
    let offset = try #require(UTCOffset(seconds: 3600))
    #expect(zone.instant(printed, offset).description == "2025-07-15T08:00+02:00")
  }

  @Test(.enabled(if: hasZones))
  func instantsAtTheEndOfTheCalendarStay() throws {
    let zone = try #require(TimeZoneRules(identifier: "Asia/Kolkata"))
    let date = try #require(CivilDate(iso: "9999-12-31"))
    let time = try #require(LocalDateTime(date: date, hour: 23, minute: 0))
    #expect(zone.instant(time, .utc) == .instant(time, .utc))
  }
}
