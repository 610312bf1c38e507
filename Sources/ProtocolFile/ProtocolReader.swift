// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import YAMLReading

/// Turns the nodes of a YAML file into a protocol.
struct ProtocolReader {
  let document: YAMLDocument
  let ownGroups: Set<GroupID>
  /// The last day of the phase before, by participant.
  private var ends: [String?: CivilDate] = [:]
  private var blinded: Bool?

  private static let keys = ["title", "randomised", "blinded", "phases"]
  private static let phaseKeys = [
    "name", "start", "end", "days", "groups", "food", "doses", "unit", "blinded", "participant",
  ]

  init(document: YAMLDocument, ownGroups: Set<GroupID>) {
    self.document = document
    self.ownGroups = ownGroups
  }

  mutating func read(_ yaml: String) throws(YAMLFault) -> ProtocolFile {
    guard let root = try document.root(yaml) else {
      throw YAMLFault(file: document.file, line: 1, text: "is empty, expected a list 'phases'")
    }
    let fields = try document.fields(root, Self.keys, expected: "a list 'phases'")
    guard let list = fields["phases"] else { throw document.fault(root, "has no list 'phases'") }
    guard let phases = list.sequence, !phases.isEmpty else {
      throw document.fault(list, "'phases' takes a list of phases, each with a 'name'")
    }
    guard phases.count <= ProtocolFile.mostPhases else {
      throw document.fault(list, "has more than \(ProtocolFile.mostPhases) phases")
    }
    blinded = try document.flag(fields["blinded"], "blinded")
    var items: [ProtocolFile.Item] = []
    for node in phases { items.append(try item(node)) }
    return ProtocolFile(
      title: try document.text(fields["title"], "title"),
      isRandomised: try document.flag(fields["randomised"], "randomised") ?? false, items: items)
  }

  private mutating func item(_ node: YAMLNode) throws(YAMLFault) -> ProtocolFile.Item {
    let fields = try document.fields(node, Self.phaseKeys, expected: "a phase with a 'name'")
    let name = try name(fields["name"], of: node)
    let participant = try document.text(fields["participant"], "participant")
    let doses = try doses(fields["doses"])
    let (start, end) = try days(fields, node, after: participant, doses: doses.count)
    ends[participant] = end
    let groups = try groups(fields["groups"])
    guard name != "challenge" || !groups.isEmpty else {
      throw document.fault(node, "a challenge needs 'groups': what it brings back")
    }
    guard doses.isEmpty || name == "challenge" else {
      throw document.fault(fields["doses"] ?? node, "only a challenge has 'doses'")
    }
    var phase = Timeline.Phase(
      name: name, start: start, end: end, groups: groups, source: "protocol")
    phase.food = try document.text(fields["food"], "food")
    phase.doses = doses.isEmpty ? nil : doses
    let unit = try document.text(fields["unit"], "unit")
    phase.doseUnit = doses.isEmpty ? nil : unit ?? "portion"
    phase.blinded =
      name == "challenge" ? try document.flag(fields["blinded"], "blinded") ?? blinded : nil
    let file = document.file.split(separator: "/").last.map(String.init) ?? document.file
    phase.entry = "\(file):\(node.line)"
    return ProtocolFile.Item(participant: participant, phase: phase)
  }

  private func name(_ field: YAMLNode?, of node: YAMLNode) throws(YAMLFault) -> String {
    guard let field, let name = try document.text(field, "name") else {
      throw document.fault(node, "a phase without a 'name'")
    }
    guard Vocabulary.phases.contains(name) else {
      let nearest =
        Spelling.nearest(to: name, among: Vocabulary.phases)
        .map { "; did you mean '\($0)'?" } ?? ""
      throw document.fault(
        field,
        "'\(name.prefix(60))' is not a phase, expected one of "
          + Vocabulary.phases.joined(separator: ", ") + nearest)
    }
    return name
  }

  /// The first and the last day: `start` (else the day after the phase before), and `end`, `days`, or
  /// as many days as there are doses.
  private func days(
    _ fields: YAMLMapping, _ node: YAMLNode, after participant: String?, doses: Int
  ) throws(YAMLFault) -> (CivilDate, CivilDate) {
    let start: CivilDate
    if let field = fields["start"] {
      start = try date(field, "start")
    } else if let before = ends[participant] {
      start = CivilDate(dayNumber: before.dayNumber + 1)
    } else {
      throw document.fault(node, "the first phase needs a 'start' such as 2026-02-09")
    }
    let end = try end(fields, node, start: start, doses: doses)
    guard end.dayNumber - start.dayNumber < ProtocolFile.longestPhase else {
      throw document.fault(
        node, "a phase of more than \(ProtocolFile.longestPhase) days; check its dates")
    }
    guard doses <= end.dayNumber - start.dayNumber + 1 else {
      throw document.fault(fields["doses"] ?? node, "more doses than days: give one dose a day")
    }
    return (start, end)
  }

  private func end(
    _ fields: YAMLMapping, _ node: YAMLNode, start: CivilDate, doses: Int
  ) throws(YAMLFault) -> CivilDate {
    switch (fields["end"], fields["days"]) {
    case (let field?, nil):
      let end = try date(field, "end")
      guard end >= start else {
        throw document.fault(field, "'end' \(end) comes before the start \(start)")
      }
      return end
    case (nil, let field?):
      guard let days = field.scalar.flatMap({ Int($0) }),
        (1...ProtocolFile.longestPhase).contains(days)
      else {
        throw document.fault(
          field, "'days' takes a whole number from 1 to \(ProtocolFile.longestPhase)")
      }
      return CivilDate(dayNumber: start.dayNumber + days - 1)
    case (nil, nil):
      guard doses > 0 else { throw document.fault(node, "a phase needs an 'end' or 'days'") }
      return CivilDate(dayNumber: start.dayNumber + doses - 1)
    case (_?, let field?): throw document.fault(field, "give either 'end' or 'days', not both")
    }
  }

  private func date(_ node: YAMLNode, _ field: String) throws(YAMLFault) -> CivilDate {
    let text = node.scalar ?? ""
    if let date = CivilDate(iso: text) { return date }
    let shape = text.utf8.map { (48...57).contains($0) ? 48 : $0 }
    guard shape.elementsEqual("0000-00-00".utf8) else {
      throw document.fault(
        node, "'\(field)' takes a date as YYYY-MM-DD, not '\(text.prefix(60))'")
    }
    throw document.fault(node, "'\(text)' is no day of the calendar")
  }

  private func doses(_ node: YAMLNode?) throws(YAMLFault) -> [Double] {
    var doses: [Double] = []
    for item in try document.scalars(node, expected: "a list of doses, such as [0.25, 0.5, 1]") {
      guard let dose = Double(item.scalar ?? ""), dose >= 0,
        dose <= ProtocolFile.largestDose
      else {
        throw document.fault(
          item,
          "a dose takes a number from 0 to 10000, not '\((item.scalar ?? "").prefix(60))'")
      }
      doses.append(dose)
    }
    return doses
  }

  private func groups(_ node: YAMLNode?) throws(YAMLFault) -> [GroupID] {
    var groups: [GroupID] = []
    for item in try document.scalars(node, expected: "a list of groups, such as [lactose, egg]") {
      for word in (item.scalar ?? "").split(whereSeparator: \.isWhitespace) {
        let group = GroupID(rawValue: String(word))
        guard group.builtInIndex != nil || ownGroups.contains(group) else {
          throw document.fault(item, unknown(String(word)))
        }
        if !groups.contains(group) { groups.append(group) }
      }
    }
    return groups.sorted()
  }

  private func unknown(_ word: String) -> String {
    let names = GroupID.builtIn.map(\.rawValue) + ownGroups.map(\.rawValue).sorted()
    let nearest = Spelling.nearest(to: word, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return "unknown group '\(word.prefix(60))', expected one of \(names.joined(separator: ", "))"
      + nearest
  }
}
