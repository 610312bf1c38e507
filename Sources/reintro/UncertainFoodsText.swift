// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel

/// The foods that are not wholly known, for people and as a file to fill in.
enum UncertainFoodsText {
  /// One line of the list.
  static func line(_ food: UncertainFood) -> String {
    let days = food.days == 1 ? "1 day" : "\(food.days) days"
    var line = "\(food.name) (\(days))"
    if !food.unknownWords.isEmpty {
      line += ", not understood: \(food.unknownWords.prefix(8).joined(separator: ", "))"
    }
    if !food.possible.isEmpty {
      line += ", possibly \(food.possible.map(\.rawValue).joined(separator: ", "))"
    }
    return line
  }

  /// A file for `--foods` with what is known so far.
  static func yaml(_ foods: [UncertainFood]) -> String {
    var lines = [
      "# Foods that were not wholly understood, those that matter most first.",
      "# Correct 'groups' (for certain) and 'possible', or name the 'parts'; delete what is right.",
      "# Then give this file to --foods.",
    ]
    lines.append(foods.isEmpty ? "foods: []" : "foods:")
    for food in foods {
      lines.append("  - name: \(JSONText.quoted(food.name))")
      if !food.unknownWords.isEmpty {
        let words = food.unknownWords.prefix(8).map(JSONText.quoted).joined(separator: ", ")
        lines.append("    # not understood: \(words)")
      }
      lines.append("    groups: [\(food.certain.map(\.rawValue).joined(separator: ", "))]")
      lines.append("    possible: [\(food.possible.map(\.rawValue).joined(separator: ", "))]")
      lines.append("    parts: []")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
