// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Writes a Swift file that declares one `StaticString` for each text file named.
///
/// usage: `embed-text OUTPUT.swift INPUT…`
///
/// Style sheets lose comments and blanks that mean nothing: every page carries them.
@main
struct EmbedText {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let output = arguments.first else {
      FileHandle.standardError.write(Data("usage: embed-text OUTPUT.swift INPUT…\n".utf8))
      exit(64)
    }
    do {
      let members = try arguments.dropFirst().map { try member(for: $0) }
      let source = "enum Embedded {\n" + members.joined() + "}\n"
      try source.write(toFile: output, atomically: true, encoding: .utf8)
    } catch {
      FileHandle.standardError.write(Data("embed-text: \(error)\n".utf8))
      exit(66)
    }
  }

  /// A style sheet without comments, line breaks and the blanks around its marks.
  ///
  /// It must hold no such blanks in strings.
  private static func withoutBlanks(_ style: String) -> String {
    var text = style
    while let start = text.range(of: "/*"),
      let end = text.range(of: "*/", range: start.upperBound..<text.endIndex)
    {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    text = text.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    let marks = [
      (": ", ":"), ("; ", ";"), (" {", "{"), ("{ ", "{"), (", ", ","), (" }", "}"), ("{\n", "{"),
      (";\n", ";"), (",\n", ","), (";}", "}"),
    ]
    for (blank, mark) in marks { text = text.replacingOccurrences(of: blank, with: mark) }
    return text
  }

  /// The declaration for one file, in a raw literal with as many `#` as its text calls for.
  private static func member(for path: String) throws -> String {
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    let text = path.hasSuffix(".css") ? withoutBlanks(whole) : whole
    var hashes = "#"
    while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
    let name = URL(fileURLWithPath: path).lastPathComponent.map {
      $0.isLetter || $0.isNumber ? $0 : "_"
    }
    return
      "  static let \(String(name)): StaticString = \(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)\n"
  }
}
