// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FileAccess

/// What an output of `analyze` holds, so that its name does not say that it holds something else.
enum OutputKind: CaseIterable {
  case report, results, calendar, foods

  private var endings: Set<String> {
    switch self {
    case .report: ["html", "htm", "xhtml"]
    case .results: ["json"]
    case .calendar: ["ics"]
    case .foods: ["yaml", "yml"]
    }
  }

  private var isCalled: String {
    switch self {
    case .report: "the report, a web page"
    case .results: "the results as JSON"
    case .calendar: "a calendar"
    case .foods: "foods in YAML"
    }
  }

  private var option: String {
    switch self {
    case .report: "-o"
    case .results: "--json"
    case .calendar: "--calendar"
    case .foods: "--unknown-foods"
    }
  }

  /// Endings of what is written by no option, with what to do.
  private static let others: [String: String] = [
    "csv": "For tables say --tables FOLDER; for the diary as CSV use reintro import.",
    "xml": "For the diary as XML use reintro import.",
    "pdf": "Open the report in a browser and print it to a PDF file.",
    "zip": "Give a name that ends in .html.", "docx": "Give a name that ends in .html.",
    "xlsx": "For tables say --tables FOLDER.", "md": "Give a name that ends in .html.",
    "txt": "The summary is on standard output.",
  ]

  /// Refuses a name whose ending says that the file holds something else.
  func check(_ path: String?) throws {
    guard let path else { return }
    let parts = FileSystem.name(of: path).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last?.lowercased(), !endings.contains(ending) else {
      return
    }
    let other = Self.allCases.first { $0.endings.contains(ending) }
    let advice = other.map { "For \($0.isCalled) say \($0.option) \(path)." } ?? Self.others[ending]
    guard let advice else { return }
    throw ValidationError(
      "\(option) writes \(isCalled), and '\(path)' ends in .\(ending). \(advice)")
  }
}
