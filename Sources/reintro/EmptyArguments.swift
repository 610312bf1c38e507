// SPDX-License-Identifier: Apache-2.0

/// Arguments without a letter, as scripts give for a variable that is not set.
///
/// An empty path would lead to the root of the disk, or to the folder that the program stands in.
enum EmptyArguments {
  /// What is said where an option or argument is empty that may not be; `nil` where none is.
  ///
  /// Only a food's text may be.
  static func told(_ arguments: [String]) -> String? {
    let command = arguments.first { !$0.hasPrefix("-") }
    var isBehindOptions = false
    var before: String?
    for argument in arguments {
      defer { before = argument }
      if isBehindOptions {
        if argument.isEmpty && command != "foods" { return text(nil, command) }
      } else if argument == "--" {
        isBehindOptions = true
      } else if argument.isEmpty {
        let option = before.flatMap { $0.hasPrefix("-") ? $0 : nil }
        if command != "foods" || option.map(takesValue) == true { return text(option, command) }
      } else if argument.hasPrefix("-"), argument.last == "=" {
        let option = String(argument.dropLast())
        if !option.contains("=") { return text(option, command) }
      }
    }
    return nil
  }

  /// Whether an option of `foods` takes a value; before a text stand flags as well.
  private static func takesValue(_ option: String) -> Bool {
    ["--foods", "--language"].contains(option)
  }

  private static func text(_ option: String?, _ command: String?) -> String {
    let help = ["reintro", command.flatMap { $0.isEmpty ? nil : $0 }, "--help"].compactMap(\.self)
    let what = option.map { "'\($0)' is given" } ?? "An argument is"
    return "error: \(what) an empty text, expected a path or value. "
      + "See '\(help.joined(separator: " "))'."
  }
}
