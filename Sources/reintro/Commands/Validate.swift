// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryAnalysis
internal import DiaryModel
internal import Importing

/// Checks inputs and changes nothing.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks inputs against their format, and prints every problem.",
    discussion: "Prints 'file:line: severity: text', at most 100 for each file.")

  @Argument(
    help: ArgumentHelp("Files, folders or zip archives.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @OptionGroup var foods: FoodFlags
  @OptionGroup var protocolFlags: ProtocolFlags
  @OptionGroup var input: InputOptions

  func run() throws {
    let knowledge = try foods.classifier()
    var options = AnalysisOptions()
    try protocolFlags.apply(to: &options, reading: input, foods: knowledge)
    var missing = false
    var unusable = false
    var findings: [Finding] = []
    var diaries: [Diary] = []
    var entries = 0
    var importing = try input.importing(knowledge)
    importing.isThorough = true
    importing.digestsInputs = false
    do {
      let result = try Importer.check(inputs, options: importing)
      (findings, diaries, entries) = (result.findings, result.diaries, result.entries)
      Participants.finding(diaries, inputs: inputs).map { findings.append($0) }
    } catch {
      findings = error.findings
      missing = error.kind == .notFound
      unusable = error.kind == .unusable
    }
    FindingList.lines(findings, limit: input.verbose ? .max : FindingList.mostShown)
      .forEach { Terminal.say($0) }
    if input.verbose { InputTable.lines(diaries).forEach { Terminal.warn($0) } }
    if !input.quiet {
      let errors = FindingList.count(findings, of: .error)
      let warnings = FindingList.count(findings, of: .warning)
      Terminal.warn("\(entries) entries read, \(errors) errors, \(warnings) warnings.")
    }
    if missing { throw ExitStatus.noInput }
    if unusable || findings.contains(where: { $0.severity == .error }) {
      throw ExitStatus.unusableInput
    }
  }
}
