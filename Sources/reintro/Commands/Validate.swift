// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel
internal import Importing

/// Checks inputs and changes nothing.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks inputs against their format, and prints every problem.",
    discussion: "Prints 'file:line: severity: text', at most 100 for each file.")

  @Argument(help: ArgumentHelp("Files or folders.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var input: InputOptions

  func run() throws {
    var missing = false
    var unusable = false
    var findings: [Finding] = []
    var entries = 0
    let options = try input.importing()
    do {
      let result = try Importer.read(inputs, options: options)
      findings = result.findings
      entries = result.diaries.reduce(0) { $0 + $1.entries.count }
    } catch {
      findings = error.findings
      missing = error.kind == .notFound
      unusable = error.kind == .unusable
    }
    show(findings)
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    if !input.quiet {
      Terminal.warn("\(entries) entries read, \(errors) errors, \(warnings) warnings.")
    }
    if missing { throw ExitStatus.noInput }
    if unusable || errors > 0 { throw ExitStatus.unusableInput }
  }

  private func show(_ findings: [Finding]) {
    var shown: [String: Int] = [:]
    for finding in findings {
      let count = shown[finding.file, default: 0]
      shown[finding.file] = count + 1
      if count < 100 || input.verbose { Terminal.say(finding.description) }
    }
    for (file, count) in shown.sorted(by: { $0.key < $1.key }) where count > 100 {
      if !input.verbose {
        Terminal.say("\(file): note: \(count - 100) more problems; --verbose shows them all.")
      }
    }
  }
}
