// SPDX-License-Identifier: Apache-2.0

import Foundation
import PackagePlugin

/// Compiles the text files that a target's `embed.txt` names into the target.
///
/// Each line of `embed.txt` is a path from the package's root; the generated file declares one
/// `StaticString` a file in `enum Embedded`, named after the file (`diary.xsd` → `diary_xsd`).
@main
struct EmbedText: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let list = target.directoryURL.appending(path: "embed.txt")
    let names = try String(contentsOf: list, encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.isEmpty && !$0.hasPrefix("#") }
    let inputs = names.map { root.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(names.count) text files in \(target.name)",
        executable: try context.tool(named: "embed-text").url,
        arguments: [output.path()] + inputs.map { $0.path() },
        inputFiles: inputs + [list],
        outputFiles: [output])
    ]
  }
}
