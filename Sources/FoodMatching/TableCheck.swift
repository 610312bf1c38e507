// SPDX-License-Identifier: Apache-2.0

/// Checks the food tables; for tests and for those who write tables.
enum TableCheck {
  /// All faults: `file:line: what`.
  static func problems(in index: FoodIndex) -> [String] {
    var problems = index.problems
    let sources = Set(index.citations.map { index.text($0.id) })
    for entry in index.entries {
      let place = "\(index.tables[entry.table].name):\(entry.line): "
      let both = entry.ownCertain.intersection(entry.ownPossible.union(entry.absent))
      if !both.isEmpty {
        problems.append(place + "both certain and possible or not: \(both.groups)")
      }
      let text = index.text(entry.source)
      if text.isEmpty { problems.append(place + "no source") }
      for id in text.split(separator: ";") where !sources.contains(String(id)) {
        problems.append(place + "unknown source '\(id)'")
      }
    }
    return problems + clashes(index)
  }

  /// Phrases that two foods of any language claim, unless the foods hold the same.
  private static func clashes(_ index: FoodIndex) -> [String] {
    var problems: [String] = []
    for first in index.trie.firstMeaning where first >= 0 {
      var place = first
      var foods: [Int32] = []
      while place >= 0 {
        let meaning = index.trie.meanings[Int(place)]
        if !meaning.isRule, meaning.language == 0 {
          foods.append(index.targets[Int(meaning.first)])
        }
        place = meaning.next
      }
      guard let kept = foods.first else { continue }
      for other in foods.dropFirst() where other != kept {
        let (a, b) = (index.entries[Int(kept)], index.entries[Int(other)])
        if a.certain == b.certain, a.possible == b.possible { continue }
        problems.append(
          "\(index.tables[b.table].name):\(b.line): a phrase of '\(index.name(other))' already "
            + "means '\(index.name(kept))' (\(index.tables[a.table].name):\(a.line))")
      }
    }
    return problems
  }
}
