// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension Finding {
  /// Whether it is an error of a file as a whole.
  fileprivate var isOfFile: Bool { severity == .error && line == nil }
}

/// Findings as lines, at most so many for each file, all of them counted.
enum FindingList {
  /// The most findings of a file that are shown unless all are asked for.
  static let mostShown = 100
  /// The most files that are named one by one for findings of one kind, where not each is told.
  static let mostFiles = 3

  /// A kind of finding.
  private struct Kind: Hashable {
    var id: String
    var severity: Finding.Severity

    init(_ finding: Finding) { (id, severity) = (finding.id, finding.severity) }
  }

  /// What is left of a kind in a file.
  private struct Rest: Hashable {
    var file: String
    var kind: Kind
  }

  /// The lines of `validate`: each file's findings in their order, and after them, kind by kind, how
  /// many more.
  ///
  /// Unless all are asked for, notes of one kind name a few files, and what to do about warnings and
  /// notes stands once.
  static func lines(_ findings: [Finding], limit: Int) -> [String] {
    var files: [String] = []
    var shown: [String: [String]] = [:]
    var kinds: [String: [Rest]] = [:]
    var left: [Rest: Int] = [:]
    let isWhole = limit == .max
    let (kept, more) = isWhole ? (findings, [:]) : withoutManyFiles(findings) { $0 == .note }
    var advice = Advice()
    // Errors of a file as a whole say what became of it, and are always among those shown.
    var room = Dictionary(grouping: kept.filter(\.isOfFile), by: \.file)
      .mapValues { max(limit - $0.count, 0) }
    for finding in kept {
      if shown[finding.file] == nil { files.append(finding.file) }
      let isShown = finding.isOfFile || room[finding.file, default: limit] > 0
      if !finding.isOfFile { room[finding.file] = max(room[finding.file, default: limit] - 1, 0) }
      if isShown && shown[finding.file, default: []].count < limit {
        shown[finding.file, default: []].append(
          isWhole ? finding.description : advice.description(of: finding))
        continue
      }
      let rest = Rest(file: finding.file, kind: Kind(finding))
      if left[rest] == nil { kinds[finding.file, default: []].append(rest) }
      left[rest, default: 0] += finding.times
    }
    let ownLines = files.flatMap { file in
      (shown[file] ?? [])
        + (kinds[file] ?? []).map { rest in
          "\(file): \(rest.kind.severity.rawValue): … and \(grouped(left[rest] ?? 0)) more of kind "
            + "\(rest.kind.id); --verbose lists them."
        }
    }
    return ownLines
      + more.sorted { $0.key.id < $1.key.id }.map { line(of: $0.key, files: $0.value.count) }
  }

  /// The lines of commands that only tell what they found on the way: errors first, at most so many
  /// lines, a kind of finding in many files once with how many files more, advice once.
  static func brief(_ findings: [Finding], limit: Int) -> [String] {
    let ordered = findings.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    guard limit < .max else { return ordered.map(\.description) }
    let (kept, more) = withoutManyFiles(ordered) { _ in true }
    var last: [Kind: Int] = [:]
    for (place, finding) in kept.enumerated() { last[Kind(finding)] = place }
    var advice = Advice()
    var lines: [String] = []
    for (place, finding) in kept.enumerated() {
      guard place < limit else {
        let rest = kept[place...]
        let files = Set(rest.map(Kind.init)).reduce(into: Set<String>()) {
          $0.formUnion(more[$1] ?? [])
        }
        let inFiles =
          files.isEmpty ? "" : ", and some of these kinds in \(grouped(files.count)) more files"
        lines.append("… and \(grouped(rest.count)) more\(inFiles); --verbose shows them all.")
        break
      }
      lines.append(advice.description(of: finding))
      let kind = Kind(finding)
      if last[kind] == place, let files = more[kind] {
        lines.append(line(of: kind, files: files.count))
      }
    }
    return lines
  }

  /// How often there was something of a severity.
  static func count(_ findings: [Finding], of severity: Finding.Severity) -> Int {
    findings.reduce(0) { $1.severity == severity ? $0 + $1.times : $0 }
  }

  private static func line(of kind: Kind, files: Int) -> String {
    "\(kind.severity.rawValue): … and others of kind \(kind.id) in \(grouped(files)) more files; "
      + "--verbose lists them."
  }

  /// The findings of the first few files of each kind, and in which files more each kind is.
  private static func withoutManyFiles(
    _ findings: [Finding], where isGrouped: (Finding.Severity) -> Bool
  ) -> (kept: [Finding], more: [Kind: Set<String>]) {
    var order: [Kind: [String: Int]] = [:]
    for finding in findings where isGrouped(finding.severity) {
      let kind = Kind(finding)
      if order[kind]?[finding.file] == nil {
        order[kind, default: [:]][finding.file] = order[kind]?.count ?? 0
      }
    }
    // One file more takes no more room than to say so.
    let many = order.filter { $0.value.count > mostFiles + 1 }
    let kept = findings.filter { finding in
      many[Kind(finding)].map { ($0[finding.file] ?? 0) < mostFiles } ?? true
    }
    return (kept, many.mapValues { files in Set(files.filter { $0.value >= mostFiles }.keys) })
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

  /// What to do, which is said once; of an error it is said each time.
  private struct Advice {
    private struct Text: Hashable {
      var kind: Kind
      var remedy: String
    }

    private var told: Set<Text> = []

    mutating func description(of finding: Finding) -> String {
      guard finding.severity < .error, !finding.remedy.isEmpty,
        !told.insert(Text(kind: Kind(finding), remedy: finding.remedy)).inserted
      else { return finding.description }
      var short = finding
      short.remedy = ""
      return short.description
    }
  }
}
