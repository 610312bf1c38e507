// SPDX-License-Identifier: Apache-2.0

import Foundation
import PackagePlugin

/// Compiles the tables in a target's folder `Data` into the index that the target embeds.
@main
struct CompileFoods: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Data")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let tables = names.filter { $0.hasSuffix(".tsv") }.sorted().map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledFoods.swift")
    return [
      .buildCommand(
        displayName: "Compiling \(tables.count) food tables",
        executable: try context.tool(named: "compile-foods").url,
        arguments: [output.path()] + tables.map { $0.path() },
        inputFiles: tables,
        outputFiles: [output])
    ]
  }
}
