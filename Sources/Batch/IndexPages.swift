// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import FoundationEssentials
internal import Reporting

/// The pages of the index, each written when its lines are complete: those with a safety note first, the most
/// urgent before others.
struct IndexPages {
  /// The most lines on a page, which a browser shows in a second.
  static let size = 10_000

  private let output: String
  private let summary: BatchIndexSummary
  private let pages: Int
  private let language: ReportLanguage
  /// The lines of the pages that are not complete, by page and place.
  private var waiting: [Int: [(place: Int, entry: BatchIndexEntry)]] = [:]
  /// The place in the index of each participant, in the order of ids.
  private let order: [Int]
  private var added = 0

  init(output: String, places: BatchPlaces, language: ReportLanguage) {
    self.language = language
    self.output = output
    let count = places.participants.count
    let safety = places.participants.count { $0.who.hasSafety }
    summary = BatchIndexSummary(
      participants: count, safety: safety,
      likely: places.participants.count { $0.who.hasLikely }, failures: places.failures.count)
    pages = max(1, (count + Self.size - 1) / Self.size)
    order = SafetyOrder.places(of: places.participants)
  }

  /// Adds a participant's line; called in the order of ids.
  mutating func add(_ line: [UInt8]) throws(FileError) {
    guard order.indices.contains(added),
      let entry = try? JSONDecoder().decode(BatchIndexEntry.self, from: Data(line))
    else {
      throw FileError(
        kind: .notReadable, path: output + "/.reintro", reason: "a record's line cannot be read")
    }
    let place = order[added]
    added += 1
    let page = place / Self.size
    waiting[page, default: []].append((place, entry))
    let full = min(Self.size, summary.participants - page * Self.size)
    if waiting[page]?.count == full { try write(page) }
  }

  private mutating func write(_ page: Int) throws(FileError) {
    let lines = (waiting.removeValue(forKey: page) ?? []).sorted { $0.place < $1.place }
    let name = page == 0 ? "index.html" : "index-\(page + 1).html"
    let bytes = Report.indexHTML(
      lines.map(\.entry), summary: summary, page: page + 1, of: pages, language: language)
    try FileSystem.write(bytes, to: output + "/" + name)
  }

  /// Writes what is left; returns how many pages there are.
  mutating func finish() throws(FileError) -> Int {
    if summary.participants == 0 { try write(0) }
    for page in waiting.keys.sorted() { try write(page) }
    return pages
  }
}
