// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Texts that entries share: a diary names the same foods and symptoms over and over.
struct TextPool {
  /// The most texts that are kept.
  static let limit = 1 << 16

  /// A text told apart by its bytes, as two spellings of one letter must stay two.
  private struct Key: Hashable {
    var text: String

    static func == (left: Key, right: Key) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  private var texts: Set<Key> = []
  private var groupLists: [[GroupID]: [GroupID]] = [:]

  /// Lets an entry's texts and groups use the memory of equal ones that came before.
  mutating func share(_ entry: inout Entry) {
    entry.name = shared(entry.name)
    entry.unit = entry.unit.map { shared($0) }
    entry.note = entry.note.map { shared($0) }
    if case .text(let text) = entry.value { entry.value = .text(shared(text)) }
    guard let groups = entry.groups, !groups.isEmpty else { return }
    if let known = groupLists[groups] {
      entry.groups = known
    } else if groupLists.count < Self.limit {
      groupLists[groups] = groups
    }
  }

  private mutating func shared(_ text: String) -> String {
    // Shorter texts need no memory of their own.
    guard text.utf8.count > 15, text.utf8.count <= 256 else { return text }
    let key = Key(text: text)
    if texts.count < Self.limit { return texts.insert(key).memberAfterInsert.text }
    guard let place = texts.firstIndex(of: key) else { return text }
    return texts[place].text
  }
}
