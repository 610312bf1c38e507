// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The HTML page of one participant.
///
/// It draws only what the results hold. A number that stands in `results.json` is written as
/// `<data value="…">`, with the value as it is there and the text as people read it.
struct ReportPage: Sendable {
  let results: AnalysisResults
  let findings: [Finding]
  let words: any Catalogue
  /// The groups, most telling verdict first.
  let groups: [GroupResult]
  /// The groups in full, and those merely eaten along the way.
  let focus: Focus
  /// The groups in full as the page speaks of them: those that cannot be told apart together.
  let lines: [ReportLine]
  /// The groups whose tests at home are not to be suggested; `nil` for all of them.
  let withheld: Set<GroupID>?
  /// The answer in a sentence.
  let answer: Answer
  /// The groups of each verdict, by its place in the verdict strip.
  private let byVerdict: [[GroupResult]]
  /// The place of each group in the results, for the anchors.
  private let places: [GroupID: Int]
  /// Whether a comma stands before decimals, asked once for the many numbers of a page.
  private let hasDecimalComma: Bool
  /// The points that the axes of all effect plots span.
  let effectAxis: Axis
  /// What limits the reading, where diary and phases disagree first.
  let exceptionList: [Exception]
  /// The first day of the timeline, and all its days as tables name them, without their year.
  private let firstDay: Int
  private let dayTexts: [String]
  /// Whether all days are of one year, so that tables need not name it.
  let isOneYear: Bool

  /// Prepares a page; the results must be rounded already.
  init(results: AnalysisResults, findings: [Finding], language: ReportLanguage) {
    self.results = results
    self.findings = findings
    words = language.catalogue(for: results)
    hasDecimalComma = words.writesDecimalComma
    let ranks = results.groups.indices.map { place in
      (
        place, results.groups[place].verdict.rank, -(results.groups[place].probability ?? -1),
        results.groups[place].group
      )
    }
    let ranked = ranks.sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }
    groups = ranked.map { results.groups[$0.0] }
    var byVerdict = [[GroupResult]](repeating: [], count: Verdict.allCases.count)
    for (place, rank, _, _) in ranked { byVerdict[rank].append(results.groups[place]) }
    self.byVerdict = byVerdict
    answer = Answer(results, words)
    focus = Focus(results, sorted: groups)
    lines = ReportLine.lines(focus.groups, results)
    let gates = results.safety.filter(\.withholdsRetest)
    withheld = gates.contains { $0.groups.isEmpty } ? nil : Set(gates.flatMap(\.groups))
    places = Dictionary(
      results.groups.enumerated().map { ($0.element.group, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    effectAxis = Axis.effects(lines.compactMap(\.effect))
    exceptionList = Self.exceptions(results, words)
    let days = results.timeline.days
    isOneYear = results.period.start.year == results.period.end.year
    firstDay = days.first?.date.dayNumber ?? 0
    dayTexts = days.enumerated().map { [firstDay, words] place, day in
      day.date.dayNumber == firstDay + place ? words.shortDate(day.date) : ""
    }
  }

  /// A day without its year.
  func shortDay(_ date: CivilDate) -> String {
    let place = date.dayNumber &- firstDay
    guard dayTexts.indices.contains(place), !dayTexts[place].isEmpty else {
      return words.shortDate(date)
    }
    return dayTexts[place]
  }

  /// A day as tables name it: without its year where all days are of one.
  func day(_ date: CivilDate) -> String { isOneYear ? shortDay(date) : words.date(date) }

  /// Days as tables name them, each month once: `16`, `20 Jan`, `3 Feb`.
  func days(_ dates: some Collection<CivilDate>) -> [String] {
    let parts = dates.map(\.parts)
    return zip(parts.indices, dates).map { place, date in
      guard place + 1 < parts.count, parts[place].month == parts[place + 1].month,
        parts[place].year == parts[place + 1].year
      else { return day(date) }
      return words.dayOfMonth(parts[place].day)
    }
  }

  /// A period as tables name it.
  func period(_ start: CivilDate, _ end: CivilDate) -> String {
    guard isOneYear else { return words.period(start, end) }
    return start == end ? shortDay(start) : words.shortPeriod(start, end)
  }

  /// Whether a test of the group at home may be suggested.
  func maySuggest(_ group: GroupID) -> Bool { withheld.map { !$0.contains(group) } ?? false }

  /// The place of a group's section; group names of users never reach it.
  func anchor(_ result: GroupResult) -> String { "group-\((places[result.group] ?? 0) + 1)" }

  /// The groups with a verdict.
  func groups(_ verdict: Verdict) -> [GroupResult] { byVerdict[verdict.rank] }

  /// The groups that were tested in any way.
  var judged: [GroupResult] { groups.filter { $0.verdict != .notTested } }

  /// Writes the whole page.
  func write(_ page: inout MarkupWriter) {
    page.raw("<!DOCTYPE html>\n")
    page.element(.html) { page in
      page.attribute(.lang, words.language)
      page.attribute(.xmlns, "http://www.w3.org/1999/xhtml")
      Self.head(
        &page, title: title, policy: "; script-src '\(ReportScript.hash)'",
        style: Embedded.pictures_css, script: ReportScript.text)
      page.element(.body) { page in
        symbols(&page)
        page.element(.a, class: "skip") { page in
          page.attribute(.href, "#report")
          page.text(words.skipLink)
        }
        header(&page)
        views(&page)
        page.element(.main) { page in
          page.attribute(.id, "report")
          sections(&page)
        }
        page.element(.footer) { $0.element(.p, text: words.disclaimer) }
      }
    }
  }

  private func sections(_ page: inout MarkupWriter) {
    safety(&page)
    part(&page, id: "patient", name: words.patientPart) { page in
      keep(&page)
      saw(&page)
      open(&page)
      next(&page)
      doctor(&page)
    }
    part(&page, id: "clinic", name: words.clinicPart) { page in
      clinicHead(&page)
      verdicts(&page)
      timeline(&page)
      exceptions(&page)
      nextExperiments(&page)
    }
    part(&page, id: "more", name: words.morePart) { page in
      furtherExceptions(&page)
      groupSections(&page)
      otherGroups(&page)
      beliefs(&page)
      symptoms(&page)
      method(&page)
      glossary(&page)
      references(&page)
    }
  }

  /// A part of the page for one kind of reader.
  private func part(
    _ page: inout MarkupWriter, id: String, name: String,
    _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.div, class: "part") { page in
      page.attribute(.id, id)
      page.element(.p, class: "part-name", text: name)
      content(&page)
    }
  }

  private var title: String {
    results.participant.isEmpty
      ? words.reportTitle : words.reportTitle + " – " + results.participant.shortened(to: 80)
  }

  /// The head of a page that makes no request, and runs no script unless `policy` names one.
  static func head(
    _ page: inout MarkupWriter, title: String, policy: String = "", style: StaticString = "",
    script: StaticString? = nil
  ) {
    page.element(.head) { page in
      page.element(.meta) { $0.attribute(.charset, "utf-8") }
      page.element(.meta) { page in
        page.attribute(.httpEquiv, "Content-Security-Policy")
        page.attribute(
          .content,
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
            + "form-action 'none'" + policy)
      }
      named(&page, "viewport", "width=device-width, initial-scale=1")
      named(&page, "color-scheme", "light dark")
      named(&page, "referrer", "no-referrer")
      page.element(.title, text: title)
      page.element(.style) { page in
        page.raw(Embedded.report_css)
        page.raw(style)
      }
      if let script { page.element(.script) { $0.raw(script) } }
    }
  }

  private static func named(_ page: inout MarkupWriter, _ name: String, _ content: String) {
    page.element(.meta) { page in
      page.attribute(.name, name)
      page.attribute(.content, content)
    }
  }

  /// A section of the page with its heading; the heading's identifier is the section's own.
  func section(
    _ page: inout MarkupWriter, id: String, title: String, class name: String? = nil,
    isFolded: Bool = false, _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.section, class: name) { page in
      page.attribute(.id, id)
      page.attribute(.ariaLabelledby, id + "-title")
      if isFolded { return fold(&page, .h2, id: id + "-title", title, content) }
      page.element(.h2) { page in
        page.attribute(.id, id + "-title")
        page.text(title)
      }
      content(&page)
    }
  }

  /// A number of a long table: bare where it is said in full, else as any other.
  func plain(_ page: inout MarkupWriter, _ value: Double, decimals: Int? = nil) {
    let steps: Double = decimals == 2 ? 100 : 10
    guard (value * steps).rounded() / steps == value else {
      return data(&page, value, decimals: decimals)
    }
    page.number(
      value,
      .number(decimals: decimals ?? value.decimalsBelowRelevance, hasComma: hasDecimalComma))
  }

  /// An amount of a long table: bare where it is said in full, else as any other.
  func plainAmount(_ page: inout MarkupWriter, _ value: Double) {
    guard (value * 100).rounded() / 100 == value else { return amount(&page, value) }
    page.number(value, .amount(hasComma: hasDecimalComma))
  }

  /// A number as it stands in the results, said with `decimals` decimals, or with one that does not
  /// round it up to a relevant rise.
  func data(
    _ page: inout MarkupWriter, _ value: Double, decimals: Int? = nil, magnitude: Bool = false
  ) {
    page.element(.data) { page in
      page.attribute(.value) { $0.shortest(value) }
      page.number(
        magnitude ? value.magnitude : value,
        .number(
          decimals: decimals ?? value.decimalsBelowRelevance, hasComma: hasDecimalComma))
    }
  }

  /// An amount as it stands in the results, as short as it can be said.
  func amount(_ page: inout MarkupWriter, _ value: Double) {
    page.element(.data) { page in
      page.attribute(.value) { $0.shortest(value) }
      page.number(value, .amount(hasComma: hasDecimalComma))
    }
  }

  /// A share of the results, said in hundredths.
  func hundredths(_ page: inout MarkupWriter, _ share: Double) {
    page.element(.data) { page in
      page.attribute(.value) { $0.shortest(share, keepsPoint: true) }
      page.text(words.hundredths(share))
    }
  }

  /// A folded part of the page.
  func details(
    _ page: inout MarkupWriter, _ summary: String, class name: String? = nil,
    isOpen: Bool = false, _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.details, class: name) { page in
      if isOpen { page.attribute(.open, "") }
      page.element(.summary, text: summary)
      content(&page)
    }
  }

  /// A part that its heading unfolds on screen; on paper it is always open.
  ///
  /// It stands behind its switch, not in it: what is in a closed `details` is not printed everywhere.
  func fold(
    _ page: inout MarkupWriter, _ heading: Tag, id: String? = nil, _ title: String,
    _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.details, class: "print fold") { page in
      page.element(.summary) { page in
        page.element(heading) { page in
          if let id { page.attribute(.id, id) }
          page.text(title)
        }
      }
    }
    page.element(.div, class: "folded", content)
  }

  /// A table that may scroll sideways in its own frame: heads, then rows of cells.
  func table(
    _ page: inout MarkupWriter, caption: String, heads: [String], class name: String? = nil,
    file: RowFile? = nil, _ rows: (inout MarkupWriter) -> Void
  ) {
    page.element(.div, class: "scroll") { page in
      page.attribute(.role, "group")
      page.attribute(.tabindex, "0")
      page.attribute(.ariaLabel, caption)
      page.element(.table, class: name) { page in
        page.element(.caption, text: caption)
        page.element(.thead) { page in
          page.element(.tr) { page in
            for head in heads.dropLast(file == nil ? 0 : 1) { columnHeading(&page, head) }
            if let file, let head = heads.last { self.file(&page, head, file) }
          }
        }
        page.element(.tbody, rows)
      }
    }
  }

  /// The head of a column of rows that are all of one file, with its name.
  private func file(_ page: inout MarkupWriter, _ head: String, _ file: RowFile) {
    page.element(.th) { page in
      page.text(head + ": ")
      page.element(.bdi, class: "row", text: file.name.shortened(to: 120))
    }
  }

  /// A cell with the head of its column, which stands above it on a phone.
  func labelled(
    _ page: inout MarkupWriter, _ heads: [String], _ column: Int,
    _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.td) { page in
      if heads.indices.contains(column) { page.attribute(.dataLabel, heads[column]) }
      content(&page)
    }
  }

  /// The heading of a row: the first cell beside others, which needs no `scope` to be known as one.
  func rowHeading(_ page: inout MarkupWriter, _ text: String) {
    page.element(.th, text: text)
  }

  /// The heading of a column: in a row of nothing but headings, which needs no `scope` either.
  func columnHeading(_ page: inout MarkupWriter, _ text: String) {
    page.element(.th, text: text)
  }

  /// References to rows, as `file:line`; lines that follow each other name their file once, and not at
  /// all those of a file that is named above them.
  func rows(_ page: inout MarkupWriter, _ entries: [String], in file: RowFile? = nil) {
    guard !entries.isEmpty else { return }
    if let file { return file.write(entries, to: &page) }
    page.element(.bdi, class: "row") { $0.rowReferences(entries) }
  }
}

extension Verdict {
  /// The place in the verdict strip.
  fileprivate var rank: Int {
    switch self {
    case .likelyTrigger: 0
    case .possibleTrigger: 1
    case .notClear: 2
    case .cannotBeJudged: 3
    case .tolerated: 4
    case .notTested: 5
    }
  }
}
