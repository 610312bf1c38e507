// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The scale of the moods of Bearable's exports, which say none: the app has one to 5 and one to 10.
///
/// The app exports a month at a time, so that all of a person's files together show it.
enum BearableMoods {
  /// Gives moods the scale that all files of an import show; returns what was assumed.
  static func settle(_ files: inout [ImportSession.ReadFile]) -> [Finding] {
    var (count, high) = (0, 0.0)
    var first: (file: String, line: Int)?
    let own = files.indices.filter { files[$0].summary.format == BearableRows.formatName }
    for file in own {
      for entry in files[file].parts.flatMap(\.entries) where isWithoutScale(entry) {
        first = first ?? (files[file].path, entry.origin.line)
        (count, high) = (count + 1, max(high, entry.value?.number ?? 0))
      }
    }
    guard let first else { return [] }
    let scale = high > 5 ? "1-10" : "1-5"
    for file in own {
      for part in files[file].parts.indices {
        for place in files[file].parts[part].entries.indices
        where isWithoutScale(files[file].parts[part].entries[place]) {
          files[file].parts[part].entries[place].unit = scale
        }
      }
    }
    return [finding(count, high, scale, first)]
  }

  private static func isWithoutScale(_ entry: Entry) -> Bool {
    entry.kind == .context && entry.name == "mood" && entry.unit == nil
      && entry.value?.number != nil
  }

  private static func finding(
    _ count: Int, _ high: Double, _ scale: String, _ first: (file: String, line: Int)
  ) -> Finding {
    Finding(
      id: "bearable-mood-scale", severity: high > 5 ? .note : .warning,
      summary: "Bearable does not say on which scale moods are; \(count) up to "
        + "\(NumberText.text(high)) were read as \(scale).",
      remedy: high > 5
        ? "" : "If they are on 1-10, give the months in which a mood was above 5 with these.",
      file: first.file, line: first.line)
  }
}
