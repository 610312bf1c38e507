// SPDX-License-Identifier: Apache-2.0

/// Takes a cell that holds several items apart.
struct ItemSplitter {
  struct Piece: Hashable {
    /// The label of the list that the item stands in.
    var label: String
    var text: String
  }

  /// The most items of one cell.
  static let limit = 10_000
  /// The most lists of one cell.
  static let listLimit = 100

  private let rule: EachRule

  init(_ rule: EachRule) { self.rule = rule }

  func pieces(of cell: String) -> [Piece] {
    guard !cell.isEmpty else { return [] }
    var pieces: [Piece] = []
    for (label, list) in lists(of: cell) {
      for text in split(list) where pieces.count < Self.limit {
        pieces.append(Piece(label: label, text: rule.stripsEmoji ? Self.withoutEmoji(text) : text))
      }
    }
    return pieces
  }

  /// `Meals: a | b. Snacks: c`: the lists with their labels; all as one where there are none.
  private func lists(of cell: String) -> [(String, Substring)] {
    guard !rule.labels.isEmpty else { return [("", cell[...])] }
    var lists: [(label: String, text: Substring)] = []
    var rest = cell[...]
    while !rest.isEmpty && lists.count < Self.listLimit {
      let next = rule.labels.compactMap { label -> (String, Range<String.Index>)? in
        range(of: label, in: rest).map { (label, $0) }
      }.min { $0.1.lowerBound < $1.1.lowerBound }
      guard let (label, place) = next else { break }
      if place.lowerBound > rest.startIndex {
        lists.append((lists.last?.label ?? "", rest[..<place.lowerBound]))
      }
      rest = rest[place.upperBound...]
      let following = rule.labels.compactMap { range(of: $0, in: rest)?.lowerBound }.min()
      let end = following ?? rest.endIndex
      lists.append((label, rest[..<end]))
      rest = rest[end...]
    }
    if !rest.isEmpty { lists.append(("", rest)) }
    return lists.map { ($0.label, trimmedEnd($0.text)) }
  }

  /// The place of a label: at the start of the cell or after what ends a list.
  private func range(of label: String, in text: Substring) -> Range<String.Index>? {
    let wanted = label.hasSuffix(":") ? label : label + ":"
    if text.drop(while: \.isWhitespace).hasPrefix(wanted) {
      let start = text.firstIndex { !$0.isWhitespace } ?? text.startIndex
      return start..<text.index(start, offsetBy: wanted.count)
    }
    guard let end = rule.listEnd else { return nil }
    var rest = text
    while let found = rest.firstRange(of: wanted) {
      let before = text[..<found.lowerBound]
      if before.hasSuffix(end) || before.trimmedEnd.hasSuffix(end) { return found }
      rest = rest[found.upperBound...]
    }
    return nil
  }

  private func trimmedEnd(_ text: Substring) -> Substring {
    guard let end = rule.listEnd?.trimmed, !end.isEmpty else { return text }
    let text = text.trimmedEnd
    return text.hasSuffix(end) ? text.dropLast(end.count) : text
  }

  /// The items between separators; a separator behind the escape sign is text.
  private func split(_ text: Substring) -> [String] {
    let separators = rule.separators.map { Array($0.utf8) }
    guard !separators.isEmpty else { return [String(text).trimmedOfWhitespace] }
    let escape = rule.escape.map { Array(String($0).utf8) } ?? []
    let bytes = Array(text.utf8)
    var items: [[UInt8]] = [[]]
    var place = 0
    while place < bytes.count {
      let rest = bytes[place...]
      if !escape.isEmpty, rest.starts(with: escape),
        let separator = separators.first(where: { rest.dropFirst(escape.count).starts(with: $0) })
      {
        items[items.count - 1] += separator
        place += escape.count + separator.count
      } else if let separator = separators.first(where: { rest.starts(with: $0) }) {
        items.append([])
        place += separator.count
      } else {
        items[items.count - 1].append(bytes[place])
        place += 1
      }
    }
    return items.map { String(decoding: $0, as: UTF8.self).trimmedOfWhitespace }
      .filter { !$0.isEmpty }
  }

  /// The text without pictures before its first letter or digit.
  static func withoutEmoji(_ text: String) -> String {
    let start = text.firstIndex { letter in
      letter.unicodeScalars.first.map { first in
        !(first.properties.isEmojiPresentation || (first.properties.isEmoji && first.value > 0xFF))
          && !letter.isWhitespace && first.value != 0xFE0F
      } ?? false
    }
    return start.map { String(text[$0...]) } ?? text
  }
}

extension Substring {
  /// The text without white space at its end.
  fileprivate var trimmedEnd: Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  /// The text without white space at its ends, line ends and no-break blanks included.
  var trimmedOfWhitespace: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
