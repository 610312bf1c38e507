// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The clinical records of an Apple Health export, as far as their names tell.
struct ClinicalRecords {
  /// How many there are of each kind that is not read.
  private var counts: [String: Int] = [:]

  /// Whether there are any that are not read.
  var isEmpty: Bool { counts.isEmpty }

  /// Whether a folder is the one of clinical records.
  static func isFolder(_ name: String) -> Bool { name.lowercased() == "clinical-records" }

  /// Whether a file among the clinical records is an allergy, which is read.
  static func isAllergy(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("allergyintolerance") && name.hasSuffix(".json")
  }

  /// Counts a record that is not read.
  mutating func add(_ name: String) {
    let kind = name.prefix { $0.isASCII && $0.isLetter }
    counts[kind.isEmpty ? "?" : String(kind.prefix(40)), default: 0] += 1
  }

  /// What is said of them; `file` is the folder or the archive.
  func finding(_ file: String) -> Finding {
    let total = counts.values.reduce(0, +)
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let list = kinds.prefix(6).map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    let (records, were) =
      total == 1 ? ("1 clinical record", "was") : ("\(total) clinical records", "were")
    return Finding(
      id: "clinical-records-not-read", severity: .warning,
      summary:
        "\(records) \(were) not read: \(list)\(kinds.count > 6 ? " and others" : ""). Such records "
        + "may hold diagnoses, pregnancies, medicines and results of tests; only allergies are read.",
      remedy: "Warnings depend on these: say what holds for you in profile and context rows.",
      file: file)
  }
}
