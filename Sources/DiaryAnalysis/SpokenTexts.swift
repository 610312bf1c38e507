// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The texts of a diary in which a sign can stand, each read once: symptoms that were there, contexts,
/// the names of foods, and all notes.
struct SpokenTexts: Sendable {
  /// Where a text stands.
  struct Place: Sendable {
    /// The entry, as a place of `DiaryFrame.everyEntry`.
    let index: Int
    /// The text, as a place of `texts`.
    let text: Int
    /// Whether it is a food's name.
    let isFood: Bool
    /// Whether it is a symptom joined with its value and note, which counts where nothing else does.
    let isJoined: Bool
  }

  private(set) var texts: [String] = []
  /// The words of each text.
  private(set) var tokens: [[String]] = []
  /// The places of all texts but empty ones, in the order of entries.
  private(set) var places: [Place] = []
  private var known: [String: Int] = [:]

  init(_ frame: DiaryFrame) {
    var index = 0
    for entry in frame.entries {
      add(entry, index)
      index += 1
    }
    for entry in frame.beside {
      add(entry, index)
      index += 1
    }
  }

  private mutating func add(_ entry: Entry, _ index: Int) {
    switch entry.kind {
    case .profile: return
    case .symptom:
      if !SymptomSeverity.isDenied(entry) {
        add(entry.name, index)
        add(entry.note, index)
        add(Self.joined(entry), index, isJoined: true)
        return
      }
    case .context:
      if ConfounderTable.isPresent(entry) { add(entry.name + Self.valueText(entry), index) }
    case .note: add(entry.name + Self.valueText(entry), index)
    case .food:
      add(entry.note, index)
      add(entry.name, index, isFood: true)
      return
    case .phase: break
    }
    add(entry.note, index)
  }

  private mutating func add(
    _ text: String?, _ index: Int, isFood: Bool = false, isJoined: Bool = false
  ) {
    guard let text, !text.isEmpty else { return }
    let place: Int
    if let found = known[text] {
      place = found
    } else {
      place = texts.count
      known[text] = place
      texts.append(text)
      tokens.append(Words.tokens(text))
    }
    places.append(Place(index: index, text: place, isFood: isFood, isJoined: isJoined))
  }

  private static func joined(_ entry: Entry) -> String {
    let value: String = if case .text(let text) = entry.value { text } else { "" }
    return entry.name + ": " + value + ": " + (entry.note ?? "")
  }

  /// The text that a context or note has for its value.
  static func valueText(_ entry: Entry) -> String {
    if case .text(let text) = entry.value { return entry.name.isEmpty ? text : " " + text }
    return ""
  }
}
