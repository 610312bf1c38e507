// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// Who, when, and the answer in one sentence.
  func header(_ page: inout MarkupWriter) {
    page.element(.header) { page in
      page.element(.h1, text: words.reportTitle)
      page.element(.p, class: "answer", text: answer.sentence)
      if !answer.detail.isEmpty { page.element(.p, class: "lead", text: answer.detail) }
      page.element(.dl, class: "facts") { page in
        fact(&page, words.participant) { page in
          if results.participant.isEmpty {
            page.text(words.noParticipant)
          } else {
            page.userText(results.participant, limit: 80)
          }
        }
        fact(&page, words.periodLabel) {
          $0.text(words.period(results.period.start, results.period.end))
        }
        fact(&page, words.loggedLabel) { $0.text(words.logged(results.period)) }
        if let quality = results.dataQuality {
          fact(&page, words.gradeLabel) { $0.text(quality.grade.rawValue) }
        }
        fact(&page, words.outcomeLabel) { page in
          page.text(words.outcome(results.outcome))
          if !results.outcome.symptoms.isEmpty, results.outcome.name == "overall" {
            page.text(": ")
            symptomNames(&page)
          }
        }
      }
      contents(&page)
    }
  }

  /// Links to the parts of the page.
  ///
  /// Each part has two: one to its section, while all is shown, and one to its heading, while its view
  /// alone is shown and stays so. The style sheet shows those that fit.
  private func contents(_ page: inout MarkupWriter) {
    page.element(.nav, class: "contents") { page in
      page.attribute(.ariaLabel, words.contents)
      page.element(.ul) { page in
        for (id, title, _) in words.contentLinks { content(&page, "whole", "#" + id, title) }
        for (id, title, view) in words.contentLinks {
          content(&page, view, "#\(id)-title", title)
        }
      }
    }
  }

  private func content(
    _ page: inout MarkupWriter, _ view: String, _ target: String, _ title: String
  ) {
    page.element(.li, class: view) { page in
      page.element(.a) { page in
        page.attribute(.href, target)
        page.text(title)
      }
    }
  }

  /// One part of the page at a time, or all of it.
  ///
  /// The links are all there is to it: the style sheet hides the other part while `:target` is this
  /// one or a heading in it, so that any other link shows everything again, and so does a browser that
  /// cannot do it.
  func views(_ page: inout MarkupWriter) {
    page.element(.nav, class: "views") { page in
      page.attribute(.ariaLabel, words.viewsLabel)
      for (id, title) in words.viewLinks {
        page.element(.a) { page in
          page.attribute(.href, "#" + id)
          page.text(title)
        }
        page.text(" ")
      }
    }
  }

  private func symptomNames(_ page: inout MarkupWriter) {
    let shown = Array(results.outcome.symptoms.prefix(6))
    let separator = words.separator(of: shown)
    userTexts(&page, shown, limit: 60)
    let rest = results.outcome.symptoms.count - shown.count
    if rest > 0 { page.text(separator + words.more(rest)) }
  }

  /// The diary's own names in a row.
  func userTexts(_ page: inout MarkupWriter, _ texts: [String], limit: Int) {
    let separator = texts.count > 1 ? words.separator(of: texts) : ""
    for (index, text) in texts.enumerated() {
      if index > 0 { page.text(separator) }
      page.userText(text, limit: limit)
    }
  }

  func fact(
    _ page: inout MarkupWriter, _ name: String, _ content: (inout MarkupWriter) -> Void
  ) {
    page.element(.div) { page in
      page.element(.dt, text: name)
      page.element(.dd, content)
    }
  }

  /// The safety gates; nothing where none fired.
  func safety(_ page: inout MarkupWriter) {
    guard !results.safety.isEmpty else { return }
    section(&page, id: "safety", title: words.safetyTitle, class: "safety") { page in
      for gate in results.safety { safety(&page, gate) }
    }
  }

  private func safety(_ page: inout MarkupWriter, _ gate: AnalysisResults.SafetyGate) {
    let text = words.safety(gate.gate)
    page.element(.h3) { page in
      icon(&page, "warning")
      page.text(text.title)
    }
    page.element(.p, text: text.advice)
    if gate.withholdsRetest {
      page.element(
        .p,
        text: gate.groups.isEmpty
          ? words.safetyWithholdsAll : words.safetyWithholds(gate.groups.map(words.inner)))
    }
    if gate.gate == AnalysisResults.SafetyGate.coeliac {
      if !words.eatsGluten {
        page.element(.p, text: words.noGlutenForCoeliacTest)
      } else if toldToKeepGluten {
        page.element(.p, text: words.keepForCoeliacTest)
      }
    }
    page.element(.p, class: "small") { page in
      evidence(&page, gate)
      guard !gate.entries.isEmpty else { return }
      page.text(words.safetyRows)
      rows(&page, gate.entries)
    }
    furtherEvidence(&page, gate)
  }

  /// A group's name; one that a user gave is set apart.
  func groupName(_ page: inout MarkupWriter, _ group: GroupID, isNarrow: Bool = false) {
    if group.builtInIndex == nil {
      page.userText(words.name(group))
    } else {
      page.text(isNarrow ? words.stripName(group) : words.name(group))
    }
  }

  /// A symbol beside a word that says the same.
  func icon(_ page: inout MarkupWriter, _ name: String) {
    page.element(.svg, class: "icon") { page in
      page.attribute(.ariaHidden, "true")
      page.element(.use) { $0.attribute(.href, "#icon-" + name) }
    }
  }

  /// The symbols that `icon` shows, and the hatching of missing days.
  func symbols(_ page: inout MarkupWriter) {
    page.raw(
      """
      <svg class="defs" aria-hidden="true" width="0" height="0">
      <symbol id="icon-likely-trigger" viewBox="0 0 16 16"><path d="M8 1.5 15 14H1Z"/></symbol>
      <symbol id="icon-possible-trigger" viewBox="0 0 16 16"><path class="outline" d="M8 3 13.6 13H2.4Z"/></symbol>
      <symbol id="icon-not-clear" viewBox="0 0 16 16"><circle class="outline" cx="8" cy="8" r="6.2"/><path class="outline" d="M5.9 6.2a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4"/><circle cx="8" cy="11.6" r=".9"/></symbol>
      <symbol id="icon-tolerated" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7.2"/><path class="cut" d="m4.7 8.3 2.3 2.3 4.4-4.8"/></symbol>
      <symbol id="icon-not-tested" viewBox="0 0 16 16"><circle class="outline dotted" cx="8" cy="8" r="6.2"/></symbol>
      <symbol id="icon-cannot-be-judged" viewBox="0 0 16 16"><circle class="outline" cx="8" cy="8" r="6.2"/><path class="outline" d="M3.6 12.4 12.4 3.6"/></symbol>
      <symbol id="icon-warning" viewBox="0 0 16 16"><path class="outline" d="M8 1.8 15 14.2H1Z"/><path class="outline" d="M8 6v4"/><circle cx="8" cy="12" r=".9"/></symbol>
      <marker id="dot" viewBox="-5 -5 10 10" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10"><circle class="ink" r="2.6"/></marker>
      <marker id="big-dot" viewBox="-5 -5 10 10" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10"><circle class="ink" r="3.5"/></marker>
      <marker id="ring" viewBox="-5 -5 10 10" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10"><circle class="ink" r="4.5"/><circle class="hole" r="2.8"/></marker>
      <marker id="diamond" viewBox="-5 -5 10 10" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10"><path class="worst" d="M0-5 5 0 0 5-5 0Z"/></marker>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-line" d="M0 0V5"/></pattern>
      </svg>

      """)
  }
}
