// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Whose diaries inputs hold, by pseudonym.
enum Participants {
  /// The most participants, and the most files of one, that are named.
  private static let mostNamed = 5

  /// Each participant with the files that are theirs: `a (a.csv, b.csv), b (c.csv)`.
  static func list(_ diaries: [Diary]) -> String {
    let shown = diaries.prefix(mostNamed).map { diary in
      let files = diary.inputs.map(\.name)
      let more = files.count > mostNamed ? ", …" : ""
      let names = files.prefix(mostNamed).joined(separator: ", ") + more
      return (diary.participant ?? "no name") + (names.isEmpty ? "" : " (\(names))")
    }
    return shown.joined(separator: ", ") + (diaries.count > mostNamed ? ", …" : "")
  }

  /// What `validate` tells of inputs that `analyze` refuses: a warning where several files are, a
  /// note where one file names several people, as those for `batch` do.
  static func finding(_ diaries: [Diary], inputs: [String]) -> Finding? {
    guard diaries.count > 1 else { return nil }
    let files = Set(diaries.flatMap { $0.inputs.map(\.name) })
    return Finding(
      id: "several-participants", severity: files.count > 1 ? .warning : .note,
      summary: "Here are \(diaries.count) participants: \(list(diaries)).",
      remedy: "“reintro batch” is for several people; “reintro analyze” takes the files of one.",
      file: inputs.joined(separator: ", "))
  }
}
