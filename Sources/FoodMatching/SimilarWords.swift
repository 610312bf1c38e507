// SPDX-License-Identifier: Apache-2.0

/// The words of the knowledge by first letter and length, to find the one that was meant.
struct SimilarWords: Sendable {
  private static let longest = 24
  private(set) var ids: PackedList<Int32> = []
  private(set) var starts: PackedList<Int32> = []
  /// The letters of each word, in the order of `ids`: see `letters(of:)`.
  private(set) var letters: PackedList<Int32> = []

  /// Creates an empty list.
  init() {}

  /// Creates a list from its parts.
  init(ids: PackedList<Int32>, starts: PackedList<Int32>, letters: PackedList<Int32>) {
    self.ids = ids
    self.starts = starts
    self.letters = letters
  }

  /// Sorts the words of a table whose numbers pass the test.
  init(_ words: WordTable, where isWanted: (Int32) -> Bool) {
    var counts = [Int32](repeating: 0, count: 26 * Self.longest + 1)
    let bucketOf = (0..<Int32(words.count)).map { id in
      isWanted(id) ? Self.bucket(words.word(id)) ?? -1 : -1
    }
    for bucket in bucketOf where bucket >= 0 { counts[bucket + 1] += 1 }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    starts = PackedList(counts)
    var ids = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    for (id, bucket) in bucketOf.enumerated() where bucket >= 0 {
      ids[Int(counts[bucket])] = Int32(truncatingIfNeeded: id)
      counts[bucket] += 1
    }
    self.ids = PackedList(ids)
    letters = PackedList(ids.map { Self.letters(of: words.word($0)) })
  }

  /// Which letters a word has, one bit each; the last three share the bits of the first three.
  ///
  /// One change of a letter changes two bits at most, which rules most words out at a glance.
  private static func letters(of word: ArraySlice<UInt8>) -> Int32 {
    word.reduce(0) { mask, byte in mask | 1 << (Int32(byte &- UInt8(ascii: "a")) % 23) }
  }

  /// The one word within distance 1 (2 from eight letters on) of an unknown word.
  ///
  /// The first letter must agree; words of fewer than five letters and ties find nothing.
  func nearest(to word: ArraySlice<UInt8>, in words: WordTable) -> Int32? {
    guard word.count >= 5, word.count < Self.longest, let bucket = Self.bucket(word),
      !starts.isEmpty
    else { return nil }
    var limit = word.count >= 8 ? 2 : 1
    var best: Int32?
    let base = bucket - word.count
    let own = Self.letters(of: word)
    var rows = EditDistance()
    for length in max(word.count - limit, 4)...min(word.count + limit, Self.longest - 1) {
      for place in starts[base + length]..<starts[base + length + 1] {
        guard (letters[Int(place)] ^ own).nonzeroBitCount <= 2 * limit else { continue }
        let id = ids[Int(place)]
        let distance = rows.between(word, words.word(id), limit: limit)
        if distance < limit || distance == limit && best == nil {
          (best, limit) = (id, distance)
        } else if distance == limit {
          best = distance == limit ? Self.tied : best
        }
      }
    }
    return best == Self.tied ? nil : best
  }

  private static let tied: Int32 = -2

  private static func bucket(_ word: ArraySlice<UInt8>) -> Int? {
    guard let first = word.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z"),
      word.count < longest
    else { return nil }
    return Int(first - UInt8(ascii: "a")) * longest + word.count
  }
}

/// The number of letters to change between two words, with memory that many words share.
struct EditDistance {
  private var rows: [Int] = []

  /// The distance with swaps of neighbours counted as one change, or more than `limit`.
  mutating func between(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, limit: Int)
    -> Int
  {
    let (a, b) = (left.startIndex, right.startIndex)
    let width = right.count + 1
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    if rows.count < 3 * width { rows = [Int](repeating: 0, count: 3 * width) }
    // Where the rows of the last but one, the last and this letter start.
    var (before, last, row) = (0, width, 2 * width)
    for j in 0..<width { rows[last + j] = j }
    for i in 0..<left.count {
      rows[row] = i + 1
      var least = i + 1
      for j in 1..<width {
        let same = left[a + i] == right[b + j - 1]
        var cost = min(
          rows[last + j] + 1, rows[row + j - 1] + 1, rows[last + j - 1] + (same ? 0 : 1))
        if i > 0, j > 1, left[a + i] == right[b + j - 2], left[a + i - 1] == right[b + j - 1] {
          cost = min(cost, rows[before + j - 2] + 1)
        }
        rows[row + j] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
      (before, last, row) = (last, row, before)
    }
    return rows[last + width - 1]
  }
}
