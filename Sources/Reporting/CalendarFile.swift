// SPDX-License-Identifier: Apache-2.0

public import DiaryAnalysis
public import DiaryModel
internal import Markup

/// The next experiments as a calendar: RFC 5545, all-day events, no clock and no time zone.
struct CalendarFile: Sendable {
  let results: AnalysisResults
  let experiments: [Experiment]
  let words: any Catalogue
  /// How many days later than the results have them the experiments stand.
  private let shift: Int

  /// Prepares the calendar of the experiments that no gate forbids; the results must be rounded.
  ///
  /// The first day is `start`, else the one that the results have; never one of the diary.
  init(results: AnalysisResults, language: ReportLanguage, start: CivilDate? = nil) {
    self.results = results
    let page = ReportPage(results: results, findings: [], language: language)
    experiments = page.experiments
    words = page.words
    let planned = experiments.map(\.start.dayNumber).min() ?? 0
    shift = max(start?.dayNumber ?? planned, results.period.end.dayNumber + 1) - planned
  }

  /// The most octets of a line, without its end.
  static let lineOctets = 75

  /// One event: the days from `first` to before `end`.
  private struct Event {
    var first: CivilDate
    var days: Int
    var summary: String
    var text: String
  }

  /// The file; `nil` where there is nothing to put into it: a calendar holds at least one event.
  func bytes() -> [UInt8]? {
    let events = experiments.flatMap(events)
    guard !events.isEmpty else { return nil }
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0",
      "PRODID:-//reintro//next experiments//" + words.language.uppercased(),
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + Self.escaped(words.calendarName),
    ]
    for (place, event) in events.enumerated() { lines += self.lines(event, place) }
    lines.append("END:VCALENDAR")
    return lines.flatMap(Self.folded)
  }

  private func events(_ experiment: Experiment) -> [Event] {
    var events: [Event] = []
    func add(_ offset: Int, _ days: Int, _ summary: String, _ text: String) {
      guard days > 0 else { return }
      events.append(
        Event(
          first: experiment.start.advanced(by: shift + offset), days: days, summary: summary,
          text: text))
    }
    let washout = max(experiment.washoutDays, 0)
    if let group = experiment.group {
      let name = words.inner(group).shortened(to: 80)
      let steps = words.steps(experiment) + "\n" + words.calendarShift
      add(0, washout, words.calendarWashout(name), steps)
      for dose in experiment.days {
        add(
          washout + dose.day, 1,
          words.calendarDose(name, words.measure(dose, of: experiment.food)), steps)
      }
      let after = washout + (experiment.days.map { $0.day + 1 }.max() ?? 0)
      add(after, experiment.watchDays, words.calendarWatch(name), steps)
    }
    add(
      0, experiment.length, words.calendarWrite,
      words.calendarWriteText + "\n" + words.calendarShift)
    return events
  }

  private func lines(_ event: Event, _ place: Int) -> [String] {
    let content = [
      "DTSTART;VALUE=DATE:" + Self.compact(event.first),
      "DTEND;VALUE=DATE:" + Self.compact(event.first.advanced(by: event.days)),
      "SUMMARY:" + Self.escaped(event.summary), "DESCRIPTION:" + Self.escaped(event.text),
    ]
    let key = ([results.participant, String(place)] + content).joined(separator: "\n")
    return [
      "BEGIN:VEVENT", "UID:" + Self.identifier(key) + "@reintro",
      // No clock: the stamp is the diary's last day.
      "DTSTAMP:" + Self.compact(results.period.end) + "T000000Z",
    ] + content + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  /// `YYYYMMDD`.
  private static func compact(_ date: CivilDate) -> String {
    date.description.split(separator: "-").joined()
  }

  /// A text value (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends escaped, other control
  /// characters left out, and so are those that turn the writing direction.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: escaped.append(contentsOf: "\\n".unicodeScalars)
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        break
      case 0x5C, 0x3B, 0x2C:
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// A line with its end, folded so that no part is longer than 75 octets (RFC 5545, 3.1), never within
  /// a character's bytes.
  static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let octets = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      if length + octets.count > lineOctets {
        bytes += [13, 10, 32]
        length = 1
      }
      bytes += octets
      length += octets.count
    }
    return bytes + [13, 10]
  }

  /// 128 bits of a text in hexadecimal digits: FNV-1a from two starting points.
  static func identifier(_ text: String) -> String {
    [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142].map { (start: UInt64) in
      let hash = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

extension Report {
  /// The next experiments as an iCalendar file; `nil` where none is proposed.
  ///
  /// The first of its days is `start`, else the day after the diary's last; never a day of the diary.
  public static func calendar(
    _ results: AnalysisResults, language: ReportLanguage = .english, start: CivilDate? = nil
  ) -> [UInt8]? {
    CalendarFile(results: results.rounded(), language: language, start: start).bytes()
  }

  /// Why there is no calendar, in one sentence.
  public static func reasonWithoutCalendar(
    _ results: AnalysisResults, language: ReportLanguage = .english
  ) -> String {
    language.catalogue().withoutCalendar(results.experiments)
  }

  /// What to say after the summary: where the report is, and the calendar where one was asked for.
  public static func closing(
    _ results: AnalysisResults, report: String, tables: String? = nil, calendar: String?,
    hasCalendar: Bool,
    language: ReportLanguage = .english
  ) -> String {
    let words = language.catalogue()
    var place = "\n\(words.reportAt): \(report)"
    if let tables { place += "\n\(words.tablesAt): \(tables)" }
    guard let calendar else { return place }
    return place + "\n"
      + (hasCalendar
        ? "\(words.calendarAt): \(calendar)"
        : "\(words.noCalendar): \(words.withoutCalendar(results.experiments))")
  }
}
