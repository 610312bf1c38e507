// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// What limits the reading: the first on the dietitian's page, the rest among the details.
extension ReportPage {
  /// What to know before the numbers are believed.
  func exceptions(_ page: inout MarkupWriter) {
    section(&page, id: "exceptions", title: words.exceptionsTitle) { page in
      let all = exceptionList
      guard !all.isEmpty else {
        page.element(
          .p, text: results.period.loggedDays > 0 ? words.exceptionsNone : words.answerNoDays)
        return
      }
      list(&page, all.prefix(Thresholds.firstExceptions))
      let rest = all.count - Thresholds.firstExceptions
      if rest > 0 { page.element(.p, class: "small along", text: words.exceptionsMore(rest)) }
    }
  }

  /// Those that the dietitian's page has no room for; nothing where there are none.
  func furtherExceptions(_ page: inout MarkupWriter) {
    let rest = exceptionList.dropFirst(Thresholds.firstExceptions)
    guard !rest.isEmpty else { return }
    section(&page, id: "further", title: words.furtherTitle) { list(&$0, rest) }
  }

  /// What is said, and the rows that it is about.
  typealias Exception = (text: String, entries: [String])

  /// Where diary and phases disagree first.
  static func exceptions(_ results: AnalysisResults, _ words: any Catalogue) -> [Exception] {
    var all: [Exception] = results.orderedWarnings.map {
      (words.warning($0), $0.entries ?? [])
    }
    let unread = results.provenance.inputs.reduce(0) { $0 &+ $1.rowsUnread }
    let rows = results.provenance.inputs.reduce(0) { $0 &+ $1.rows }
    if unread > 0 { all.append((words.rowsUnread(unread, of: rows), [])) }
    let saysAbsence = results.warnings.contains { $0.code == "absence-zero" }
    if results.outcome.absence == "zero", !saysAbsence { all.append((words.absenceZero, [])) }
    return all
  }

  private func list(_ page: inout MarkupWriter, _ exceptions: ArraySlice<Exception>) {
    page.element(.ul, class: "exceptions") { page in
      for exception in exceptions {
        page.element(.li) { page in
          page.said(exception.text, limit: 600)
          guard !exception.entries.isEmpty else { return }
          page.text(" ")
          rows(&page, Array(exception.entries.prefix(Thresholds.stretches)))
          let rest = exception.entries.count - Thresholds.stretches
          if rest > 0 { page.text(words.and + words.more(rest)) }
        }
      }
    }
  }
}
