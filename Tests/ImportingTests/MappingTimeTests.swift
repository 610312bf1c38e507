// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

/// Points 12 to 14 of what a mapping must express: dates, clocks and zones.
@Suite("Mapping times")
struct MappingTimeTests {
  private func time(
    _ yaml: String, _ cells: String, zone: String? = nil, header: String = "D,T,M"
  ) throws -> String {
    let mapping = "csv: {delimiter: semicolon}\ntime: \(yaml)\nentries: [{kind: note, note: x}]\n"
    let text = header.replacing(",", with: ";") + "\n" + cells + "\n"
    let result = try Mapped.read(text, mapping, options: ImportOptions(timeZone: zone))
    return result.diaries.first?.entries.first?.time?.description ?? "none"
  }

  // 12. Dates.
  @Test(arguments: [
    ("\"{D}\"", "22nd Sep 2020", "2020-09-22"),
    ("\"{D}\"", "Tuesday, May 1, 2018", "2018-05-01"),
    ("\"{D}\"", "2026-02-09 08:10", "2026-02-09T08:10"),
    ("\"{D}\"", "2026-02-09T08:10:00.25Z", "2026-02-09T08:10Z"),
    ("\"{D}\"", "2026-02-09 08:10:00 +0200", "2026-02-09T08:10+02:00"),
    ("\"{D}\"", "13-2-2026", "2026-02-13"),
    ("\"{D}\"", "13/02/2026 9:05 pm", "2026-02-13T21:05"),
    ("{date: \"{D}\", order: mdy}", "02/03/2026", "2026-02-03"),
    ("{date: \"{D}\", order: dmy}", "2.3.26", "2026-03-02"),
    ("{date: \"{D}\", formats: [dmy]}", "02/03/2026", "2026-03-02"),
    ("{date: \"{D}\", formats: [epoch-s], zone: utc}", "1770624600", "2026-02-09T08:10Z"),
    ("{date: \"{D}\", formats: [epoch-ms]}", "1770624600000", "2026-02-09T08:10Z"),
    // 46062 is the serial number of 2026-02-09 in spreadsheets; .25 is six in the morning.
    ("{date: \"{D}\", formats: [excel]}", "46062.25", "2026-02-09T06:00"),
    ("{date: \"{D}\", formats: [excel]}", "46062", "2026-02-09"),
    ("{date: \"{D}\", formats: [yyyyMMdd]}", "20260209", "2026-02-09"),
    (
      "{date: \"{D}\", formats: [iso, \"d. MMMM yyyy HH:mm\"], language: de}", "9. März 2026 18:05",
      "2026-03-09T18:05"
    ),
    ("{date: \"{D}\", formats: [\"do MMM yyyy\"]}", "3rd Feb 2026", "2026-02-03"),
    ("{date: \"{D}\", formats: [\"M/d/yy h:mm a\"]}", "2/3/26 12:05 AM", "2026-02-03T00:05"),
    ("{date: \"{D}\", language: fr}", "mar. 12 mai 2026", "2026-05-12"),
    (
      "{date: \"{D}\", language: [i, ii, iii, iv, v, vi, vii, viii, ix, x, xi, xii]}", "4 vi 2026",
      "2026-06-04"
    ),
  ])
  func dates(_ yaml: String, _ cell: String, _ expected: String) throws {
    #expect(try time(yaml, cell + ";;") == expected)
  }

  // 13. Clocks.
  @Test(arguments: [
    ("10:00 pm;", "2026-01-02T22:00"), ("3:04;", "2026-01-02T03:04"),
    ("14:58;", "2026-01-02T14:58"),
    (";", "2026-01-02"), ("mid;", "2026-01-02T12:00/2026-01-02T18:00"), ("all day;", "2026-01-02"),
    ("late;", "2026-01-02T22:00/2026-01-03T02:00"), (";Lunch", "2026-01-02T11:00/2026-01-02T14:00"),
    (";Tea", "2026-01-02T16:00"), (";Elevenses", "2026-01-02"), ("00:00;", "2026-01-02"),
    ("00:00;Lunch", "2026-01-02T11:00/2026-01-02T14:00"), ("01:30;", "2026-01-03T01:30"),
    ("04:00;", "2026-01-02T04:00"),
  ])
  func clocks(_ cells: String, _ expected: String) throws {
    let yaml = """
      {date: "{D}", clock: "{T}", words: {mid: "12:00-18:00", all day: day, late: "22:00-02:00"},
        meal: "{M}", meal-times: {Tea: "16:00"}, placeholders: ["00:00"], day-starts: "03:00"}
      """
    #expect(try time(yaml, "2026-01-02;" + cells) == expected)
  }

  @Test func intervals() throws {
    #expect(
      try time("{date: \"{D}\", clock: \"{T}\", end: {clock: \"{M}\"}}", "2026-01-02;10:00;11:30")
        == "2026-01-02T10:00/2026-01-02T11:30")
    #expect(
      try time("{date: \"{D}\", clock: \"{T}\", duration: \"{M}\"}", "2026-01-02;23:30;1:15")
        == "2026-01-02T23:30/2026-01-03T00:45")
    #expect(
      try time(
        "{date: \"{D}\", clock: \"{T}\", duration: \"{M}\", duration-unit: h}", "2026-01-02;10:00;2"
      )
        == "2026-01-02T10:00/2026-01-02T12:00")
  }

  // 14. Zones. Berlin is at +02:00 in July and at +01:00 in January; New York at -05:00 in January.
  @Test(
    arguments: [
      ("{date: \"{D}\", zone: Europe/Berlin}", "2026-07-01 08:00;;", nil, "2026-07-01T08:00+02:00"),
      (
        "{date: \"{D}\", zone: Europe/Berlin}", "2026-01-01 08:00;;", "America/New_York",
        "2026-01-01T02:00-05:00"
      ),
      ("{date: \"{D}\", zone: \"+05:30\"}", "2026-01-01 08:00;;", nil, "2026-01-01T08:00+05:30"),
      ("{date: \"{D}\"}", "2026-01-01 08:00;;", "Europe/Berlin", "2026-01-01T08:00"),
      (
        "{date: \"{D}\", offset: \"{T}\", offset-base: utc}", "2025-09-11 17:07;UTC+0530;", nil,
        "2025-09-11T22:37+05:30"
      ),
      (
        "{date: \"{D}\", offset: \"{T}\"}", "2025-09-11 17:07;UTC-04:00;", nil,
        "2025-09-11T17:07-04:00"
      ),
      // A summer breakfast at 08:00 in Berlin, printed in a winter export.
      (
        "{date: \"{D}\", offset-of: export}", "2026-07-01 07:00:00 +0100;;", "Europe/Berlin",
        "2026-07-01T08:00+02:00"
      ),
    ] as [(String, String, String?, String)])
  func zones(_ yaml: String, _ cells: String, _ zone: String?, _ expected: String) throws {
    #expect(try time(yaml, cells, zone: zone) == expected)
  }

  @Test func exportOffsetsWithoutZoneAreDoubted() {
    let yaml = "time: {date: \"{D}\", offset-of: export}\nentries: [{kind: note, note: x}]\n"
    let found = Mapped.findings("D\n2026-07-01 07:00:00 +0100\n", yaml)
    #expect(found.contains { $0.id == "mapping-clock" && $0.severity == .warning && $0.line == 2 })
  }

  @Test func ambiguousDatesStop() throws {
    let yaml = "time: \"{D}\"\nentries: [{kind: note, note: x}]\n"
    let found = Mapped.findings("D\n01/02/2026\n03/04/2026\n", yaml)
    let fault = try #require(found.first { $0.id == "date-order-ambiguous" })
    #expect(fault.line == 2)
    #expect(fault.remedy.contains("--date-order") && fault.remedy.contains("m.yaml:2"))
    let mixed = Mapped.findings("D\n13/02/2026\n03/24/2026\n", yaml)
    #expect(mixed.contains { $0.id == "date-order-mixed" })
    let stated = try Mapped.read("D\n01/02/2026\n", yaml, options: ImportOptions(dateOrder: .mdy))
    #expect(stated.diaries.first?.entries.first?.time?.description == "2026-01-02")
    let xml = "xml: {record: e}\ntime: \"{@d}\"\nentries: [{kind: note, note: x}]\n"
    let document = "<r><e d=\"01/02/2026\"/></r>"
    #expect(Mapped.findings(document, xml).contains { $0.id == "date-order-ambiguous" })
    let proven = try Mapped.lines(
      "<r><e d=\"01/02/2026\"/><e d=\"01/20/2026\"/></r>", xml, name: "a.xml")
    #expect(proven.map { String($0.prefix(12)) } == ["-|2026-01-02", "-|2026-01-20"])
  }
}
