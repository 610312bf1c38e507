// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A writer of the canonical XML.
enum CanonicalXMLWriter: DiaryWriter {
  /// The diaries as one document: root `diary` for one, `diaries` for any other number.
  static func write<Failure: Error>(
    _ diaries: [Diary], to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var document = Document()
    if diaries.count == 1, let diary = diaries.first {
      try document.put(diary, indent: "", isRoot: true, to: put)
    } else {
      document.text += "<diaries xmlns=\"\(CanonicalXMLHandler.namespace)\">\n"
      for diary in diaries { try document.put(diary, indent: "  ", isRoot: false, to: put) }
      document.text += "</diaries>\n"
    }
    try put(Array(document.text.utf8))
  }
}

/// A document being written.
private struct Document {
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  mutating func put<Failure: Error>(
    _ diary: Diary, indent: String, isRoot: Bool, to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    text += "\(indent)<diary"
    if isRoot { self.put("xmlns", CanonicalXMLHandler.namespace) }
    self.put("participant", diary.participant)
    text += ">\n"
    for section in ["profile", "phases", "entries"] {
      let unread = section == "profile" ? diary.unreadable : []
      var isOpen = !unread.isEmpty
      if isOpen { text += "\(indent)  <\(section)>\n" }
      for row in unread { self.put(UnreadItem.entry(of: row), indent + "    ") }
      for entry in diary.entries where Self.section(of: entry) == section {
        if !isOpen { text += "\(indent)  <\(section)>\n" }
        isOpen = true
        self.put(entry, indent + "    ")
        guard text.utf8.count >= ImportSession.pieceSize else { continue }
        try put(Array(text.utf8))
        text.removeAll(keepingCapacity: true)
      }
      if isOpen { text += "\(indent)  </\(section)>\n" }
    }
    text += "\(indent)</diary>\n"
  }

  private static func section(of entry: Entry) -> String {
    switch entry.kind {
    case .profile: "profile"
    case .phase: "phases"
    default: "entries"
    }
  }

  private mutating func put(_ entry: Entry, _ indent: String) {
    let element = entry.kind == .profile ? "item" : entry.kind.rawValue
    // An element's text is read without the white space around it; an attribute's keeps it.
    let content = entry.kind == .food ? entry.name : entry.note ?? ""
    let inAttribute = content.hasSpaceAtEnds
    text += "\(indent)<\(element)"
    putTimes(entry)
    if entry.kind != .food || inAttribute { put("name", entry.name) }
    put("value", entry.value?.canonicalText)
    put(entry.kind == .symptom ? "scale" : "unit", entry.unit)
    if let groups = entry.groups {
      put("groups", groups.isEmpty ? "none" : groups.map(\.rawValue).joined(separator: " "))
    }
    if entry.kind == .food || inAttribute { put("note", entry.note) }
    if content.isEmpty || inAttribute {
      text += "/>\n"
    } else {
      text += ">"
      escape(content, inAttribute: false)
      text += "</\(element)>\n"
    }
  }

  private mutating func putTimes(_ entry: Entry) {
    guard let time = entry.time else { return }
    put(entry.kind == .phase ? "start" : "time", time.start.description)
    if case .interval(_, let end) = time { put("end", end.description) }
  }

  private mutating func put(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    text += " \(name)=\""
    escape(value, inAttribute: true)
    text += "\""
  }

  /// Writes a text so that it is read back as it is; what XML cannot hold becomes a blank, a
  /// noncharacter U+FFFD.
  private mutating func escape(_ value: String, inAttribute: Bool) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"" where inAttribute: text += "&quot;"
      case "\n" where inAttribute: text += "&#10;"
      case "\t" where inAttribute: text += "&#9;"
      case "\r": text += "&#13;"
      default:
        text.unicodeScalars.append(
          scalar.isAllowedInXML ? scalar : scalar.value < 0x20 ? " " : "\u{FFFD}")
      }
    }
  }
}

extension String {
  /// Whether the first or last character is one that XML counts as white space.
  fileprivate var hasSpaceAtEnds: Bool {
    let spaces: [UInt8] = [9, 10, 13, 32]
    return [utf8.first, utf8.last].contains { $0.map(spaces.contains) ?? false }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has the character (section 2.2, production Char).
  fileprivate var isAllowedInXML: Bool {
    value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 9 || value == 10 || value == 13
  }
}
