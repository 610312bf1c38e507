// SPDX-License-Identifier: Apache-2.0

import FoodMatching
import Foundation

/// Compiles food tables into a Swift file that holds their index as text.
///
/// usage: `compile-foods OUTPUT.swift TABLE.tsv…`
@main
struct CompileFoods {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let output = arguments.first else {
      warn("usage: compile-foods OUTPUT.swift TABLE.tsv…")
      exit(64)
    }
    do {
      let tables = try arguments.dropFirst().map { path in
        let url = URL(fileURLWithPath: path)
        return FoodTable(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
      }
      let index = FoodIndex(tables)
      for problem in index.problems { warn("warning: \(problem)") }
      let snapshot = String(decoding: try index.snapshot(), as: UTF8.self)
      let source = """
        enum CompiledFoods {
          static let index: StaticString = \(literal(snapshot))
        }

        """
      try source.write(toFile: output, atomically: true, encoding: .utf8)
    } catch {
      warn("compile-foods: \(error)")
      exit(66)
    }
  }

  /// A raw string literal of a text of one line.
  private static func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
    return hashes + "\"" + text + "\"" + hashes
  }

  private static func warn(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
