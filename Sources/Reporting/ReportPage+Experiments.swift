// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

/// The next experiments, for both readers.
extension ReportPage {
  /// The experiments that no gate forbids: looked at again here, whatever the analysis said.
  var experiments: [Experiment] {
    results.experiments.proposals.filter { experiment in
      guard let group = experiment.group else { return withheld != nil }
      return maySuggest(group) && experiment.foodAlsoHolds.allSatisfy(maySuggest)
    }
  }

  // MARK: The patient's part

  /// One experiment as a step of the list.
  func step(_ page: inout MarkupWriter, _ experiment: Experiment) {
    page.element(.li) { page in
      if let group = experiment.group {
        page.element(.strong) { groupName(&$0, group) }
        page.text(": ")
      }
      page.text(words.steps(experiment))
      if !experiment.isTelling, experiments.contains(where: \.isTelling) {
        page.text(" " + words.tellsLittle)
      }
    }
  }

  // MARK: The dietitian's page

  /// The experiments in a table: what, how long, and what each is expected to tell.
  func nextExperiments(_ page: inout MarkupWriter) {
    let shown = experiments
    let waiting = words.waiting(results.experiments)
    guard !shown.isEmpty || waiting != nil else { return }
    section(&page, id: "experiments", title: words.experimentsTitle) { page in
      if let waiting { return page.element(.p, text: waiting) }
      page.element(
        .p, class: "note",
        text: words.experimentsNote(isTelling: shown.contains(where: \.isTelling)))
      table(
        &page, caption: words.experimentsTitle, heads: words.experimentsHeads,
        class: "experiments stacked"
      ) { page in
        for experiment in shown { row(&page, experiment) }
      }
    }
  }

  private func row(_ page: inout MarkupWriter, _ experiment: Experiment) {
    page.element(.tr) { page in
      page.element(.th) { page in
        page.attribute(.scope, "row")
        if let group = experiment.group {
          groupName(&page, group)
        } else {
          page.text(words.noGroup)
        }
      }
      let heads = words.experimentsHeads
      labelled(&page, heads, 1) { page in
        page.text(words.experimentKind(experiment))
        if !experiment.days.isEmpty { page.text(": " + words.measures(experiment)) }
        if let first = words.before(experiment) { page.text(". " + first) }
        guard !experiment.foodAlsoHolds.isEmpty else { return }
        page.text(" (" + words.experimentAlso(experiment.foodAlsoHolds.map(words.inner)) + ")")
      }
      labelled(&page, heads, 2) { $0.text(words.experimentDays(experiment)) }
      labelled(&page, heads, 3) { chances(&$0, experiment) }
      labelled(&page, heads, 4) { data(&$0, experiment.expectedGain, decimals: 2) }
    }
  }

  private func chances(_ page: inout MarkupWriter, _ experiment: Experiment) {
    guard let now = experiment.probability, let risen = experiment.probabilityIfPositive,
      let not = experiment.probabilityIfNegative
    else { return page.text(words.notKnown) }
    for (text, value) in [
      (words.experimentNow, now), (words.experimentIfRise, risen), (words.experimentIfNone, not),
    ] {
      page.text(text)
      hundredths(&page, value)
    }
    page.text(words.certaintyAfter)
  }
}

extension Experiment {
  /// Whether it is expected to tell much.
  var isTelling: Bool { expectedGain >= Thresholds.tellingGain }
}
