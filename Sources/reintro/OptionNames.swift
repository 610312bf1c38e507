// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryModel

/// The options of commands, for telling which one somebody meant.
enum OptionNames {
  /// What is said of an option that the command lacks, with the nearest one that it has; `nil` where
  /// all are known, or none is near.
  static func misspelt(_ arguments: [String]) -> String? {
    let name = arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    let command = Reintro.configuration.subcommands.first { command in
      name == command._commandName || name.map(command.configuration.aliases.contains) == true
    }
    let known = names(of: command)
    for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let option = String(argument.prefix { $0 != "=" })
      guard !known.contains(option), let meant = nearest(to: option, among: known) else { continue }
      let help = ["reintro", name, "--help"].compactMap(\.self).joined(separator: " ")
      return
        "error: '\(option)' is no option. Did you mean '\(meant)'? See '\(help)' for all of them."
    }
    return nil
  }

  /// The long options of a command, or of the program.
  static func names(of command: (any ParsableCommand.Type)?) -> [String] {
    let help =
      command.map { Reintro.helpMessage(for: $0, columns: 200) }
      ?? Reintro.helpMessage(columns: 200)
    return help.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("-") }
      .flatMap { line in
        line.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter {
          $0.hasPrefix("--") && $0.count > 2
        }.map(String.init)
      }
  }

  /// The option that one starts or that starts it, where it is the only one; else the nearest.
  private static func nearest(to option: String, among known: [String]) -> String? {
    let longer = Set(known.filter { $0.hasPrefix(option) || option.hasPrefix($0 + "-") })
    if option.count > 3, longer.count == 1 { return longer.first }
    return Spelling.nearest(to: option, among: known)
  }
}
