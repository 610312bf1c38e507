// SPDX-License-Identifier: Apache-2.0

/// The one file that all rows of a table are of, so that the head of their column can name it and each
/// cell only its lines.
struct RowFile: Sendable {
  /// The file's name.
  let name: String
  private let prefix: [UInt8]

  /// `nil` where the rows are of several files, or where one of them does not say which of its parts
  /// is the line.
  init?(_ entries: some Sequence<String>) {
    var found: [UInt8] = []
    for entry in entries {
      let bytes = entry.utf8
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let line = bytes[bytes.index(after: colon)...]
      guard !line.isEmpty, line.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      if found.isEmpty { found = Array(bytes[...colon]) }
      guard bytes.starts(with: found) else { return nil }
    }
    guard found.count > 1 else { return nil }
    prefix = found
    name = String(decoding: found.dropLast(), as: UTF8.self)
  }

  /// The lines of rows of the file, in order, each once; three and more in a row as from and to.
  func lines(_ entries: [String]) -> String {
    let texts = entries.map { String(decoding: $0.utf8.dropFirst(prefix.count), as: UTF8.self) }
    let numbers = Set(texts.compactMap { Int($0) }).sorted()
    guard numbers.count == Set(texts).count else { return texts.joined(separator: ", ") }
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let run = runs.last, run.upperBound == number - 1 {
        runs[runs.count - 1] = run.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map { "\($0)" }
    }.joined(separator: ", ")
  }
}
