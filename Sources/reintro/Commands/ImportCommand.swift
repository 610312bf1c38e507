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

  /// What there is to say of rows that no entry was made of.
  private func unread(of imported: ImportResult) -> Finding? {
    guard imported.diaries.contains(where: { !$0.unreadable.isEmpty }) else { return nil }
    let count = imported.rowsUnread
    let what =
      count == 0
      ? "Parts of rows" : count == 1 ? "1 row" : "\(count) rows"
    return Finding(
      id: "rows-not-read", severity: .warning,
      summary: "\(what) could not be read and gave no entry; the words stand in the output as "
        + "profile items “unread”, so that later warnings still take them into account.",
      remedy: "Correct the rows that are listed above, and import again.", file: output)
  }

  func run() throws {
    try OutputGuard.refuse(output, nil, overwriting: inputs + [foods.foodsFile, input.mappingFile])
    let imported = try input.read(inputs, foods: try foods.classifier(), digests: false)
    try writing { () throws(FileError) in
      try Importer.write(imported.diaries, to: output, inputs: inputs)
    }
    if let finding = unread(of: imported) { input.show([finding]) }
    if !input.quiet {
      let entries = imported.diaries.reduce(0) { $0 + $1.entries.count }
      Terminal.warn("\(output): \(entries) entries of \(imported.diaries.count) participants.")
    }
  }
}
