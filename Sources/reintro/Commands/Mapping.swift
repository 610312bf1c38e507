// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FileAccess
internal import Importing

/// First mappings for unknown files, and the presets.
struct MappingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mapping",
    abstract: "Writes a first mapping for a CSV or XML file that no format knows.",
    discussion: """
      Looks at FILE and prints a mapping in YAML, with its doubts as comments. Check it, then:

        reintro mapping diary.csv > diary.yaml
        reintro analyze diary.csv --mapping diary.yaml

      --preset prints one of the mappings that come with the program, to start from; --list lists \
      them. docs/mapping.md describes the language.
      """)

  @Argument(
    help: ArgumentHelp("The file to look at.", valueName: "file"),
    completion: .file())
  var file: String?

  @Option(help: ArgumentHelp("Print this preset.", valueName: "name"))
  var preset: String?

  @Flag(help: "List the presets.")
  var list = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file instead.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    guard [file != nil, preset != nil, list].count(where: { $0 }) == 1 else {
      throw ValidationError("Give one of FILE, --preset NAME and --list.")
    }
    if let preset, MappingPresets.yaml(preset) == nil {
      let names = MappingPresets.list.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no preset '\(preset)'. The presets are \(names).")
    }
  }

  func run() throws {
    if list {
      let width = MappingPresets.list.map(\.name.count).max() ?? 0
      try put(
        MappingPresets.list.map { preset in
          preset.name + String(repeating: " ", count: width + 2 - preset.name.count) + preset.about
        }.joined(separator: "\n") + "\n")
    } else if let preset {
      try put(MappingPresets.yaml(preset) ?? "")
    } else if let file {
      try put(try draft(of: file))
    }
  }

  private func draft(of file: String) throws -> String {
    do {
      return try MappingDraft.yaml(ofFile: file)
    } catch {
      Terminal.warn(error.findings, limit: Int.max)
      throw error.kind == .notFound ? ExitStatus.noInput : ExitStatus.unusableInput
    }
  }

  private func put(_ text: String) throws {
    guard let output else {
      Terminal.say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      return
    }
    try OutputGuard.refuse(output, nil, overwriting: [file])
    try OutputGuard.refuse(existing: output)
    try writing { () throws(FileError) in
      try FileSystem.write(Array(text.utf8), to: output)
    }
  }
}
