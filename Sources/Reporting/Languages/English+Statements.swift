// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension English {
  /// A sentence of the analysis with names in the place of identifiers.
  func plain(_ sentence: String) -> String {
    let own = Dictionary(
      labels.map { (Array($0.key.utf8), Array($0.value.shortened(to: 80).utf8)) },
      uniquingKeysWith: { first, _ in first })
    let sentence = Array(sentence.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sentence.count + 64)
    var start = 0
    func close(_ end: Int) {
      let word = sentence[start..<end]
      let mayBeName = word.first.map { Self.lengths[Int($0)] >> word.count & 1 == 1 } ?? false
      guard mayBeName || !own.isEmpty else { return bytes.append(contentsOf: word) }
      let key = Array(word)
      bytes.append(contentsOf: (mayBeName ? Self.names[key] : nil) ?? own[key] ?? key)
    }
    for (place, byte) in sentence.enumerated() {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x2D, 0x80...: break
      default:
        close(place)
        bytes.append(byte)
        start = place + 1
      }
    }
    close(sentence.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// By the first byte of a word, a bit for each length of an identifier: most words are told from
  /// those by it.
  private static let lengths: [UInt64] = {
    var lengths = [UInt64](repeating: 0, count: 256)
    for name in names.keys {
      guard let first = name.first, name.count < 24 else { continue }
      lengths[Int(first)] |= 1 << UInt64(name.count)
    }
    return lengths
  }()

  /// What stands for an identifier of the analysis within a sentence, both as UTF-8.
  private static let names: [[UInt8]: [UInt8]] = {
    var names: [[UInt8]: [UInt8]] = [:]
    for name in groupNames.keys.sorted() {
      names[Array(name.utf8)] = Array(English().inner(GroupID(rawValue: name)).utf8)
    }
    for (name, text) in confounders.sorted(by: { $0.key < $1.key }) {
      names[Array(name.utf8)] = Array(text.utf8)
    }
    return names
  }()

  func reason(_ sentence: String, _ code: Statement?) -> String {
    guard let code, code.code == "tests-followed" else { return plain(sentence) }
    return followed(code)
  }

  /// How many tests symptoms followed, of those that could be compared: a reader may count more.
  private func followed(_ code: Statement) -> String {
    let (followed, tests) = (code.whole("followed"), code.whole("tests"))
    let mean = code.number("mean") ?? 0
    let points = code.number("points") ?? 1
    let start =
      tests == 1
      ? "The only test that could be compared was \(followed == 1 ? "" : "not ")followed"
      : "\(share(followed, of: tests)) tests that could be compared "
        + "\(followed == 1 ? "was" : "were") followed"
    return "\(start) by symptoms at least \(amount(points)) \(points == 1 ? "point" : "points") "
      + "higher; on average "
      + (mean.magnitude < 0.05
        ? "they were as high as on the comparison days."
        : "\(number(mean.magnitude, decimals: mean.decimalsBelowRelevance)) points \(mean < 0 ? "lower" : "higher") than on the comparison days.")
  }

  private func share(_ number: Int, of total: Int) -> String {
    guard number == total else {
      return "\(numeral(number).capitalizedFirst) of the \(numeral(total))"
    }
    return total == 2 ? "Both" : "All \(numeral(total))"
  }

  private func numeral(_ number: Int) -> String {
    let words = [
      "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : "\(number)"
  }

  func nextStep(_ result: GroupResult) -> String {
    guard let code = result.nextStepCode, code.code == "stay-at-dose",
      code.text("unit") == "portions", let dose = code.number("dose")
    else { return plain(fittingGluten(result.nextStep)) }
    return "Stay at or below \(atMost(dose)) a day for now. Test a little more in some weeks."
  }
  func testFood(_ separation: AnalysisResults.Separation) -> String { plain(separation.testFood) }

  /// The sentence of the analysis with its own days as people write them; those in the diary's words
  /// stay.
  func evidence(_ gate: AnalysisResults.SafetyGate) -> String {
    (gate.facts ?? []).reduce(gate.evidence) { text, fact in
      switch fact.code {
      case "left-out-from", "days-without-challenge":
        let day = fact.text("start") ?? ""
        let start = text.replacing("from \(day)", with: "from \(spoken(day))", maxReplacements: 1)
        guard let end = fact.text("end") else { return start }
        return start.replacing("to \(end)", with: "to \(spoken(end))", maxReplacements: 1)
      case "left-out": return named(text, fact, after: "without ")
      case "suspected": return named(text, fact, after: "suspected: ")
      case "fast":
        let time = fact.text("time") ?? ""
        return text.replacing(
          "fasting \(time)", with: "fasting \(spoken(time))", maxReplacements: 1)
      default: return text
      }
    }
  }

  /// A sentence with the names of a fact's groups in the place of their identifiers.
  private func named(_ text: String, _ fact: Statement, after word: String) -> String {
    let groups = fact.texts("groups")
    let names = groups.map { inner(GroupID(rawValue: $0)) }
    return text.replacing(word + list(groups), with: word + list(names), maxReplacements: 1)
  }

  func inferred(_ fact: Statement) -> String {
    let start = spoken(fact.text("start") ?? "")
    return "As far as the diary shows, "
      + (fact.code == "days-without-challenge"
        ? "\(count(fact.whole("days"), "day")) from \(start) went by without a test."
        : "foods with \(inner(GroupID(rawValue: fact.text("group") ?? ""))) were left out from \(start)"
          + (fact.text("end").map { " to \(spoken($0))." } ?? "."))
  }

  func exclusion(_ reason: String) -> String { reason }

  /// Names in the place of identifiers, and days as people write them; the diary's own words stay.
  func warning(_ warning: AnalysisResults.Warning) -> String {
    switch warning.code {
    case "possible-foods": relisted(warning, "foods")
    case "scale-changed": warning.text
    case "medical-event": spokenDays(in: warning.text)
    default: spokenDays(in: plain(warning.text).capitalizedFirst)
    }
  }

  /// A warning that ends in a list of the diary's names, parted so that one can tell them apart.
  private func relisted(_ warning: AnalysisResults.Warning, _ key: String) -> String {
    let code = Statement(warning.code, warning.arguments ?? [:])
    let names = Array(code.texts(key).prefix(8))
    guard separator(of: names) != ", ", let start = warning.text.firstRange(of: ": ") else {
      return warning.text
    }
    let rest = code.whole("count") - names.count
    return warning.text[..<start.upperBound] + names.joined(separator: "; ")
      + (rest > 0 ? "; and \(more(rest))." : ".")
  }

  func finding(_ finding: Finding) -> String {
    finding.summary + (finding.remedy.isEmpty ? "" : " " + finding.remedy)
  }

  func setting(_ name: String) -> String {
    switch name {
    case "day-starts": "A day starts at"
    case "prior": "What was believed of foods before"
    case "date-order": "Order of day, month and year"
    case "groups-left-out": "Groups not asked about"
    case "mapping-sha256": "Mapping file, SHA-256"
    case "foods-sha256": "File of own foods, SHA-256"
    default: name.replacingHyphens.capitalizedFirst.shortened(to: 60)
    }
  }
  func settingValue(_ name: String, _ value: String) -> String {
    switch (name, value) {
    case ("prior", "literature"): "as published"
    case ("prior", "neutral"): "all groups alike"
    default: value
    }
  }
}
