// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import FoodKnowledge

/// What is in a food, and why.
struct Foods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows which trigger groups a food text holds, and why.",
    discussion: """
      Each argument is one food text. Without arguments, and with --jsonl, texts are read from \
      standard input, one a line.
      """)

  @Argument(help: ArgumentHelp("Food texts, each in quotes.", valueName: "text"))
  var texts: [String] = []

  @Flag(help: "Print one JSON object a text instead of an explanation.")
  var jsonl = false

  func run() throws {
    let classifier = FoodClassifier()
    if texts.isEmpty {
      while let line = readLine() { show(line, classifier) }
    } else {
      for text in texts { show(text, classifier) }
    }
  }

  private func show(_ text: String, _ classifier: FoodClassifier) {
    let reading = classifier.classify(text)
    Terminal.say(jsonl ? Self.json(text, reading) : Self.explanation(text, reading))
  }

  /// `{"text": …, "groups": […], "possible": […], "unknown": […]}`.
  static func json(_ text: String, _ reading: FoodReading) -> String {
    func list(_ items: [String]) -> String {
      "[" + items.map(JSONText.quoted).joined(separator: ", ") + "]"
    }
    let groups = list(reading.certain.groups.map(\.rawValue))
    let possible = list(reading.possible.groups.map(\.rawValue))
    return "{\"text\": \(JSONText.quoted(text)), \"groups\": \(groups), "
      + "\"possible\": \(possible), \"unknown\": \(list(reading.unknown))}"
  }

  private static func explanation(_ text: String, _ reading: FoodReading) -> String {
    func list(_ set: GroupSet) -> String {
      set.groups.isEmpty ? "none" : set.groups.map(\.rawValue).joined(separator: ", ")
    }
    var lines = [text, "  certain   \(list(reading.certain))"]
    lines.append("  possible  \(list(reading.possible))")
    if !reading.unknown.isEmpty {
      let words = reading.unknown.joined(separator: ", ")
      lines.append("  not understood: \(words) (so it may hold more than this)")
    }
    for evidence in reading.evidence {
      let certain = list(evidence.certain)
      let possible = evidence.possible.isEmpty ? "" : "; possibly \(list(evidence.possible))"
      lines.append("  “\(evidence.span)” → \(evidence.entry): \(certain)\(possible)")
      if !evidence.source.isEmpty { lines.append("      source: \(evidence.source)") }
    }
    let doses = reading.dosePerPortion.sorted { $0.key < $1.key }.map {
      "\($0.key) \(($0.value * 10).rounded() / 10) g"
    }
    if !doses.isEmpty { lines.append("  in a usual portion: " + doses.joined(separator: ", ")) }
    return lines.joined(separator: "\n")
  }
}
