// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Findings as lines, at most so many for each file, all of them counted.
enum FindingList {
  /// The most findings of a file that are shown unless all are asked for.
  static let mostShown = 100

  /// What is left of a kind in a file.
  private struct Rest: Hashable {
    var file: String
    var id: String
    var severity: Finding.Severity
  }

  /// The lines: each file's findings in their order, and after them, kind by kind, how many more.
  static func lines(_ findings: [Finding], limit: Int) -> [String] {
    var files: [String] = []
    var shown: [String: [String]] = [:]
    var kinds: [String: [Rest]] = [:]
    var left: [Rest: Int] = [:]
    for finding in findings {
      if shown[finding.file] == nil { files.append(finding.file) }
      if shown[finding.file, default: []].count < limit {
        shown[finding.file, default: []].append(finding.description)
        continue
      }
      let rest = Rest(file: finding.file, id: finding.id, severity: finding.severity)
      if left[rest] == nil { kinds[finding.file, default: []].append(rest) }
      left[rest, default: 0] += finding.times
    }
    return files.flatMap { file in
      (shown[file] ?? [])
        + (kinds[file] ?? []).map { rest in
          "\(file): \(rest.severity.rawValue): … and \(grouped(left[rest] ?? 0)) more of kind "
            + "\(rest.id); --verbose lists them."
        }
    }
  }

  /// How often there was something of a severity.
  static func count(_ findings: [Finding], of severity: Finding.Severity) -> Int {
    findings.reduce(0) { $1.severity == severity ? $0 + $1.times : $0 }
  }

  /// A number with its thousands parted by commas.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
