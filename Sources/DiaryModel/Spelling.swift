// SPDX-License-Identifier: Apache-2.0

/// Suggestions for misspelt names.
package enum Spelling {
  /// The candidate with the fewest edits, the first of equals; `nil` where all are too far off.
  ///
  /// Too far are more edits than a third of the longer text, or more than one for short texts.
  package static func nearest(to text: String, among candidates: [String]) -> String? {
    let wanted = Array(text.lowercased().utf8.prefix(64))
    var best: (name: String, edits: Int)?
    for candidate in candidates {
      let edits = distance(wanted, Array(candidate.lowercased().utf8))
      let allowed = max(1, max(wanted.count, candidate.utf8.count) / 3)
      if edits <= allowed && edits < best?.edits ?? Int.max { best = (candidate, edits) }
    }
    return best?.name
  }

  /// The least number of insertions, deletions and replacements between two texts.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (place, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for column in right.indices {
        let replaced = diagonal + (byte == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
