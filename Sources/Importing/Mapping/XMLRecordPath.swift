// SPDX-License-Identifier: Apache-2.0

/// The path of elements from the root, or the last steps of it: `diary/entry`, `/diary/entry`.
struct XMLRecordPath: Hashable, Sendable {
  var steps: [String] = []
  /// Whether the first step is the root.
  var isFromRoot = false

  init() {}

  init(_ node: MappingNode) throws(MappingFault) {
    let text = try node.text().trimmed
    isFromRoot = text.hasPrefix("/") && !text.hasPrefix("//")
    steps = text.drop { $0 == "/" }.split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard !steps.isEmpty,
      steps.allSatisfy({ !$0.isEmpty && !$0.contains { "[]@'\"".contains($0) } })
    else {
      throw node.fault(
        "“\(text.shortened)” is not a path of elements.",
        "Write names with / between, such as diary/entry; tests belong under “where”.")
    }
  }

  /// Whether an element whose path from the root is given is meant.
  func matches(_ path: some BidirectionalCollection<String>) -> Bool {
    guard !steps.isEmpty, isFromRoot ? path.count == steps.count : path.count >= steps.count else {
      return false
    }
    return zip(path.reversed(), steps.reversed()).allSatisfy { $0 == $1 || $1 == "*" }
  }
}

/// The way from a record to a text: `@startDate`, `../@type`, `Meta[@key='meal']/@value`.
struct XMLFieldPath: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case parent
    case selfNode
    case attribute(String)
    /// Children of a name, with a path of their own that must say a text.
    case child(String, XMLFieldPath?, String)
  }

  var steps: [Step] = []

  /// Reads a path; `nil` where the text is none.
  init?(_ text: some StringProtocol, depth: Int = 0) {
    guard depth < 4 else { return nil }
    var rest = Substring(text).trimmingPrefix("./")
    while !rest.isEmpty {
      let end = Self.stepEnd(rest)
      guard let step = Self.step(rest[..<end], depth: depth) else { return nil }
      steps.append(step)
      if end == rest.endIndex { break }
      rest = rest[rest.index(after: end)...]
      if rest.isEmpty { return nil }
    }
    guard !steps.isEmpty, steps.count <= 32 else { return nil }
  }

  /// Where a step ends: at a `/` outside brackets.
  private static func stepEnd(_ text: Substring) -> Substring.Index {
    var isInBrackets = false
    for place in text.indices {
      if text[place] == "[" { isInBrackets = true }
      if text[place] == "]" { isInBrackets = false }
      if text[place] == "/" && !isInBrackets { return place }
    }
    return text.endIndex
  }

  private static func step(_ text: Substring, depth: Int) -> Step? {
    if text == ".." { return .parent }
    if text == "." || text == "text()" { return .selfNode }
    if text.hasPrefix("@") {
      return isName(text.dropFirst()) ? .attribute(bare(text.dropFirst())) : nil
    }
    guard let open = text.firstIndex(of: "[") else {
      return isName(text) ? .child(bare(text), nil, "") : nil
    }
    guard text.hasSuffix("]"), isName(text[..<open]) else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    guard let equals = inner.firstIndex(of: "="),
      let path = XMLFieldPath(String(inner[..<equals]).trimmed, depth: depth + 1)
    else { return nil }
    let value = String(inner[inner.index(after: equals)...]).trimmed
    guard value.count >= 2, let sign = value.first, sign == "'" || sign == "\"", value.last == sign
    else { return nil }
    return .child(bare(text[..<open]), path, String(value.dropFirst().dropLast()))
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && !text.contains { " []@'\"=/".contains($0) }
  }

  /// The name without its prefix: namespaces are told by `namespace`.
  private static func bare(_ text: some StringProtocol) -> String {
    String(text.split(separator: ":").last ?? "")
  }
}
