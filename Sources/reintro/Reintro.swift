// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel

/// The command and what its subcommands share.
@main
struct Reintro: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "reintro",
    abstract: "Finds which reintroduced foods your symptoms follow.",
    discussion: """
      reintro reads what food and symptom apps export, compares each reintroduction with your own \
      ordinary days, and writes a report to take to a dietitian or doctor. Nothing leaves this \
      computer.

        reintro analyze my-diary.csv         for one person
        reintro batch diaries/ -o results/   for a folder of people

      Exit status: 0 done, 64 wrong usage, 65 input that cannot be used, 66 input not found, \
      73 output cannot be written, 70 a defect in the program.
      """,
    version: version,
    subcommands: [
      Analyze.self, BatchCommand.self, Worker.self, ImportCommand.self, Validate.self, Foods.self,
      MappingCommand.self, Simulate.self,
    ])

  /// The names of all commands, with their other names.
  static var commandNames: [String] {
    configuration.subcommands.flatMap { command in
      [command.configuration.commandName].compactMap { $0 } + command.configuration.aliases
    }
  }

  /// Runs the command that is named; a name that is none gets the nearest one told.
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    // Making the parser takes longer than all else that this needs.
    if arguments == ["--version"] {
      Terminal.say(version)
      return
    }
    let names = commandNames
    if let name = arguments.first, !name.hasPrefix("-"), name != "help", !names.contains(name) {
      let nearest = Spelling.nearest(to: name, among: names).map { " Did you mean '\($0)'?" }
      Terminal.warn(
        "error: '\(name)' is no command.\(nearest ?? "") See 'reintro --help' for all of them.")
      exit(withError: ExitCode.validationFailure)
    }
    if let told = EmptyArguments.told(Array(arguments)) {
      Terminal.warn(told)
      exit(withError: ExitCode.validationFailure)
    }
    do {
      var command = try parseAsRoot(Array(arguments))
      try command.run()
    } catch {
      if exitCode(for: error) == .validationFailure,
        let told = OptionNames.misspelt(Array(arguments))
      {
        Terminal.warn(told)
        exit(withError: ExitCode.validationFailure)
      }
      exit(withError: error)
    }
  }
}
