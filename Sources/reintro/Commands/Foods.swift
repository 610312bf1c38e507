// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import FoodKnowledge

/// The languages that food texts may be in.
enum FoodLanguage: String, CaseIterable, ExpressibleByArgument {
  case en, de, fr, es, it, nl
}

/// What is in a food, and why.
struct Foods: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "foods",
    abstract: "Shows which trigger groups a food text holds, and why.",
    discussion: """
      Each argument is one food text. Without arguments, and with --jsonl, texts are read from \
      standard input, one a line.
      """)

  @Argument(help: ArgumentHelp("Food texts, each in quotes.", valueName: "text"))
  var texts: [String] = []

  @Flag(help: "Print one JSON object a text instead of an explanation.")
  var jsonl = false

  @Option(
    help: ArgumentHelp(
      "The language of the food texts, for words that several have, such as pain: en, de, fr, es, it "
        + "or nl. Clear words of a text win.", valueName: "code"))
  var language = FoodLanguage.en

  @OptionGroup var foods: FoodFlags

  func run() throws {
    let classifier = try foods.classifier().reading(language: language.rawValue)
    var reader = FoodGroupReader(classifier)
    var output = LineOutput()
    func show(_ line: ArraySlice<UInt8>) {
      if jsonl {
        Self.appendJSON(line, &reader, classifier, to: &output.bytes)
      } else {
        let text = String(decoding: line, as: UTF8.self)
        output.bytes += Array(FoodExplanation(text, classifier).text.utf8)
        output.bytes.append(0x0A)
      }
      output.writeIfLarge()
    }
    if texts.isEmpty {
      LineInput.forEach(show)
    } else {
      for text in texts { show(ArraySlice(text.utf8)) }
    }
    output.write()
  }

  /// The names of the groups in quotes, each with a comma.
  private static let quotedGroups = GroupID.builtIn.map { Array("\"\($0)\", ".utf8) }

  /// `{"text": …, "groups": […], "possible": […], "unknown": […]}`.
  static func appendJSON(
    _ given: ArraySlice<UInt8>, _ reader: inout FoodGroupReader, _ classifier: FoodClassifier,
    to out: inout [UInt8]
  ) {
    // Bytes that are no UTF-8 are replaced, as JSON has none.
    let text =
      JSONText.isASCII(given) ? given : Array(String(decoding: given, as: UTF8.self).utf8)[...]
    let groups = reader.groups(of: text)
    JSONText.append("{\"text\": ", to: &out)
    JSONText.append(text, to: &out)
    JSONText.append(", \"groups\": ", to: &out)
    append(groups.certain, classifier, to: &out)
    JSONText.append(", \"possible\": ", to: &out)
    append(groups.possible, classifier, to: &out)
    JSONText.append(", \"unknown\": [", to: &out)
    for (number, place) in groups.unknown.enumerated() {
      if number > 0 { JSONText.append(", ", to: &out) }
      let start = text.startIndex + place.lowerBound
      JSONText.append(text[start..<start + place.count], to: &out)
    }
    JSONText.append("]}\n", to: &out)
  }

  private static func append(
    _ set: GroupSet, _ classifier: FoodClassifier, to out: inout [UInt8]
  ) {
    out.append(UInt8(ascii: "["))
    let start = out.count
    var rest = set.rawValue & 0xFFF_FFFF
    while rest != 0 {
      out += quotedGroups[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    if set.rawValue > 0xFFF_FFFF {
      // The identifiers of own groups are letters, digits and a few signs; see `GroupID.isIdentifier`.
      for group in classifier.groups(in: set) where group.builtInIndex == nil {
        out += "\"\(group)\", ".utf8
      }
    }
    if out.count > start { out.removeLast(2) }
    out.append(UInt8(ascii: "]"))
  }
}
