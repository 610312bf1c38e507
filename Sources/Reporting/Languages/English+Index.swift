// SPDX-License-Identifier: Apache-2.0

internal import Markup

extension English {
  var indexTitle: String { "Diaries of this batch" }
  var indexCaption: String { "Participants; those with a safety note come first" }
  var indexHeads: [String] {
    [
      "Participant", "Safety", "Likely triggers", "Possible triggers", "Tolerated so far",
      "Not told", "Days with entries",
    ]
  }

  var indexLead: String {
    "Each line leads to a report. A verdict is about one person's own diary; "
      + "lines are not to be added up."
  }

  var indexLeadWithoutReports: String {
    "This batch was run without reports. A verdict is about one person's own diary; "
      + "lines are not to be added up."
  }

  func indexFailures(_ number: Int) -> String {
    "\(count(number, "fault")) in the inputs; what and where stands in"
  }

  func indexGroups(_ number: Int) -> String { count(number, "food group") }

  func gateName(_ gate: String) -> String { gate.replacingHyphens.shortened(to: 80) }

  func daysOf(_ logged: Int, _ all: Int) -> String { "\(logged) of \(all)" }

  var indexQuality: String {
    "Data"
  }

  var indexNothingJudged: String {
    "nothing judged"
  }

  var indexPages: String {
    "Pages"
  }

  func indexPageOf(_ page: Int, _ pages: Int) -> String {
    "Page \(page) of \(pages). Others:"
  }

  func indexAnswer(_ summary: BatchIndexSummary) -> String {
    "\(count(summary.participants, "participant")): \(summary.safety) with a safety note, "
      + "\(summary.likely) with a likely trigger."
  }

  var indexControls: [String] {
    [
      "Search", "Verdict", "all", "likely trigger", "possible trigger", "not clear",
      "cannot be judged", "judged, none likely or possible", "nothing judged", "Safety", "all",
      "with a note", "without a note", "Data", "all", "# of # on this page", "Show more",
    ]
  }
}
