// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import FileAccess
internal import Importing

/// From any export to the canonical form.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Writes inputs as one canonical diary, CSV or XML.")

  @Argument(
    help: ArgumentHelp("Files, folders or zip archives.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write; its ending, .csv or .xml, says how.",
      valueName: "file"))
  var output: String

  @OptionGroup var foods: FoodFlags
  @OptionGroup var input: InputOptions

  func validate() throws {
    guard output.lowercased().hasSuffix(".csv") || output.lowercased().hasSuffix(".xml") else {
      throw ValidationError("-o takes a name that ends in .csv or .xml, not '\(output)'.")
    }
  }

  /// What there is to say of words that no entry was made of, in an output that keeps them.
  static func notice(of diaries: [Diary], rowsUnread count: Int, in output: String) -> Finding? {
    guard diaries.contains(where: { !$0.unreadable.isEmpty }) else { return nil }
    let kept =
      "in the output as profile items “unread”, so that later warnings still take them into account."
    guard count > 0 else {
      return Finding(
        id: "words-kept", severity: .warning,
        summary: "Words that gave no entry, such as those in columns that are not read, stand "
          + kept,
        remedy: "The findings above name them.", file: output)
    }
    return Finding(
      id: "rows-not-read", severity: .warning,
      summary: "\(count == 1 ? "1 row" : "\(count) rows") could not be read and gave no entry; the "
        + "words stand " + kept,
      remedy: "Correct the rows that are listed above, and import again.", file: output)
  }

  func run() throws {
    try OutputGuard.refuse(output, nil, overwriting: inputs + [foods.foodsFile, input.mappingFile])
    let imported = try input.read(inputs, foods: try foods.classifier(), digests: false)
    try writing { () throws(FileError) in
      try Importer.write(imported.diaries, to: output, inputs: inputs)
    }
    let notice = Self.notice(
      of: imported.diaries, rowsUnread: imported.rowsUnread, in: output)
    if let notice { input.show([notice]) }
    if !input.quiet {
      let entries = imported.diaries.reduce(0) { $0 + $1.entries.count }
      Terminal.warn("\(output): \(entries) entries of \(imported.diaries.count) participants.")
    }
  }
}
