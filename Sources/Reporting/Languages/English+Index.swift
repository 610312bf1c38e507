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

  func indexAnswer(_ entries: [BatchIndexEntry]) -> String {
    let safety = entries.count { !$0.safety.isEmpty }
    let likely = entries.count { !$0.likely.isEmpty }
    return "\(count(entries.count, "participant")): \(safety) with a safety note, "
      + "\(likely) with a likely trigger."
  }

  func indexFailures(_ number: Int) -> String {
    "\(count(number, "fault")) in the inputs; what and where stands in"
  }

  func gateName(_ gate: String) -> String { gate.replacingHyphens.shortened(to: 80) }

  func daysOf(_ logged: Int, _ all: Int) -> String { "\(logged) of \(all)" }
}
