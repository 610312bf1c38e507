// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import FoundationEssentials
internal import Reporting

/// The pages of the index: those with a safety note first, the most urgent before others.
///
/// Lines come in the order of ids and are put aside by the rank of their gate, so that memory does not grow with
/// them.
struct IndexPages {
  /// The most lines on a page, which a browser shows in a second.
  static let size = 10_000

  private let output: String
  private let summary: BatchIndexSummary
  private let language: ReportLanguage
  /// The lines of each rank, in the order of ids.
  private let ranks: [SpillFile]
  /// The first rank with lines that were not read back.
  private var rank = 0

  /// Starts the index of an output folder; lines are put aside in the folder `spills`.
  init(output: String, summary: BatchIndexSummary, spills: String, language: ReportLanguage) {
    self.language = language
    self.output = output
    self.summary = summary
    ranks = (0...SafetyOrder.none).map { _ in SpillFile(folder: spills) }
  }

  /// Adds a participant's line; called in the order of ids.
  func add(_ line: ArraySlice<UInt8>, rank: UInt8) throws(FileError) {
    try ranks[min(Int(rank), ranks.count - 1)].append(line)
  }

  /// Writes the pages; returns how many there are.
  mutating func finish() throws(FileError) -> Int {
    let pages = max(1, (summary.participants + Self.size - 1) / Self.size)
    for page in 1...pages {
      var fault: FileError?
      var left = Self.size
      let bytes = Report.indexHTML(
        summary: summary, page: page, of: pages, language: language
      ) {
        guard left > 0, fault == nil else { return nil }
        left -= 1
        do throws(FileError) {
          return try next()
        } catch {
          fault = error
          return nil
        }
      }
      if let fault { throw fault }
      let name = page == 1 ? "index.html" : "index-\(page).html"
      try FileSystem.write(bytes, to: output + "/" + name)
    }
    return pages
  }

  /// The next line of the index; `nil` behind the last.
  private mutating func next() throws(FileError) -> BatchIndexEntry? {
    while rank < ranks.count {
      guard let line = try ranks[rank].next() else {
        rank += 1
        continue
      }
      guard let entry = try? JSONDecoder().decode(BatchIndexEntry.self, from: Data(line)) else {
        throw FileError(
          kind: .notReadable, path: output + "/.reintro", reason: "a record's line cannot be read")
      }
      return entry
    }
    return nil
  }
}
