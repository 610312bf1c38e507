// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// The command.
@main
struct Reintro: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reintro", abstract: "Finds which reintroduced foods symptoms follow.")
}
