// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension ReportPage {
  /// How the results were made, and from what.
  func method(_ page: inout MarkupWriter) {
    section(&page, id: "method", title: words.methodTitle, class: "wide", isFolded: true) { page in
      for paragraph in words.method { page.element(.p, text: paragraph) }
      page.element(.h3, text: words.thresholdsTitle)
      page.element(.ul) { page in
        for threshold in words.thresholds { page.element(.li, text: threshold) }
      }
      dataQuality(&page)
      page.element(.h3, text: words.filesTitle)
      files(&page)
      settings(&page)
      unknownFoods(&page)
      findingList(&page)
    }
  }

  private func files(_ page: inout MarkupWriter) {
    guard !results.provenance.inputs.isEmpty else {
      page.element(.p, text: words.filesNone)
      return
    }
    table(&page, caption: words.filesCaption, heads: words.fileHeads) { page in
      for input in results.provenance.inputs {
        page.element(.tr) { page in
          page.element(.th) { $0.userText(input.name) }
          page.element(.td) { $0.userText(input.format, limit: 40) }
          page.element(.td) { plainAmount(&$0, Double(input.rows)) }
          page.element(.td) { plainAmount(&$0, Double(input.rowsUnread)) }
          for number in [input.entriesUsed, input.entriesRepeated] {
            page.element(.td) { page in
              guard let number else { return page.text(words.notKnown) }
              plainAmount(&page, Double(number))
            }
          }
          page.element(.td) { page in
            page.element(.span, class: "row", text: input.sha256.shortened(to: 12))
          }
        }
      }
    }
  }

  private func settings(_ page: inout MarkupWriter) {
    page.element(.h3, text: words.settingsTitle)
    page.element(.dl, class: "facts") { page in
      fact(&page, words.versionLabel) { $0.userText(results.provenance.version, limit: 40) }
      fact(&page, words.absenceLabel) { $0.text(words.absence(results.outcome.absence)) }
      // What days without an entry meant stands above, as it was told from the diary.
      let settings = results.provenance.settings.filter { $0.key != "symptoms-absent" }
      for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
        fact(&page, words.setting(name)) {
          $0.said(words.settingValue(name, value), limit: 200)
        }
      }
    }
  }

  private func unknownFoods(_ page: inout MarkupWriter) {
    guard !results.unknownFoods.isEmpty else { return }
    page.element(.h3, text: words.unknownTitle)
    page.element(.p, text: words.unknownNote)
    page.element(.ul, class: "columns") { page in
      for food in results.unknownFoods.prefix(100) {
        page.element(.li) { page in
          page.userText(food.name, limit: 80)
          page.text(" × ")
          amount(&page, Double(food.count))
        }
      }
    }
    let rest = results.unknownFoods.count - 100
    if rest > 0 { page.element(.p, class: "small", text: words.more(rest)) }
  }

  private func findingList(_ page: inout MarkupWriter) {
    page.element(.h3, text: words.findingsTitle)
    guard !findings.isEmpty else {
      page.element(.p, text: words.findingsNone)
      return
    }
    details(&page, words.findingsCount(findings.count)) { page in
      page.element(.ul, class: "findings") { page in
        for finding in findings.prefix(Thresholds.findings) {
          page.element(.li) { page in
            page.element(.strong, text: words.severity(finding.severity))
            page.text(" ")
            page.element(.bdi, class: "row") { page in
              page.text(finding.file.lastPathPart.shortened(to: 120))
              if let line = finding.line { page.text(":\(line)") }
            }
            page.text(" ")
            page.said(words.finding(finding), limit: 800)
          }
        }
      }
      let rest = findings.count - Thresholds.findings
      if rest > 0 { page.element(.p, text: words.more(rest)) }
    }
  }

  /// The words that need saying what they mean here.
  func glossary(_ page: inout MarkupWriter) {
    section(&page, id: "glossary", title: words.glossaryTitle, isFolded: true) { page in
      page.element(.dl, class: "glossary") { page in
        for (word, meaning) in words.glossary {
          page.element(.div) { page in
            page.element(.dt, text: word)
            page.element(.dd, text: meaning)
          }
        }
      }
    }
  }

  /// The publications that the page's statements rest on.
  func references(_ page: inout MarkupWriter) {
    section(&page, id: "references", title: words.referencesTitle, isFolded: true) { page in
      page.element(.ol, class: "references") { page in
        page.attribute(.lang, "en")
        for reference in Reference.all {
          page.element(.li) { page in
            page.text(reference.text + " ")
            page.element(.a) { page in
              page.attribute(.href, reference.address)
              page.attribute(.rel, "noreferrer")
              page.text(reference.label)
            }
          }
        }
      }
    }
  }
}

extension String {
  /// What follows the last slash, so that no folder of the user's machine is shown.
  fileprivate var lastPathPart: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
