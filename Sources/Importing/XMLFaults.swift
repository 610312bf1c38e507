// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

extension XMLError {
  /// The finding's identifier; stable.
  private var findingID: String {
    switch kind {
    case .notWellFormed: "xml-not-well-formed"
    case .undefinedEntity: "xml-entity"
    case .encoding: "xml-encoding"
    case .limit: "xml-limit"
    case .system: "xml-system"
    case .noLibrary: "xml-library"
    }
  }

  private var remedy: String {
    switch kind {
    case .notWellFormed: "Export the file again, or correct it at this line."
    case .undefinedEntity:
      "Only &amp; &lt; &gt; &quot; &apos; and numbers such as &#233; are read; document types are not."
    case .encoding: "Save the file as UTF-8."
    case .limit: "No diary needs as much; check where the file comes from."
    case .system: "Close other programs and try again."
    case .noLibrary: "Install the library; files of CSV are read without it."
    }
  }

  /// The error of a file that cannot be read to its end, after what was found before it.
  func importError(file: String, after findings: [Finding] = []) -> ImportError {
    let finding = Finding(
      id: findingID, severity: .error, summary: "The XML cannot be read: \(message).",
      remedy: remedy, file: file, line: line)
    return ImportError(kind: .unusable, findings: findings + [finding])
  }
}

extension XMLPushParser {
  /// What there is to say of control characters, which were read as blanks; none where there are none.
  func controlFindings(_ file: String) -> [Finding] {
    firstControlLine.map { line in
      [
        Finding(
          id: "xml-control-character", severity: .warning,
          summary:
            "From about this line on there are control characters, such as zero bytes; each was "
            + "read as a blank.", remedy: "Check the file in a text editor.", file: file, line: line
        )
      ]
    } ?? []
  }
}
