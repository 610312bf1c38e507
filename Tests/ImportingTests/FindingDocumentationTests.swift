// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@Suite("Findings and their documentation")
struct FindingDocumentationTests {
  private static let folder = Fixtures.root + "/Sources/Importing"

  /// The identifiers that the sources give to findings.
  private func identifiers() throws -> Set<String> {
    let patterns = [
      #/id: (?:[a-zA-Z ]+== 0\s*\? |isMissing \? )?"([a-z0-9-]+)"/#,
      #/"([a-z0-9]+(?:-[a-z0-9]+)+)", \.(?:note|warning|error)/#,
    ]
    var found: Set<String> = []
    let inner = try ["Apps", "Mapping"].flatMap { part in
      try FileSystem.names(inFolder: Self.folder + "/" + part).map { part + "/" + $0 }
    }
    for name in try FileSystem.names(inFolder: Self.folder) + inner where name.hasSuffix(".swift") {
      let bytes = try FileSystem.contents(of: Self.folder + "/" + name)
      let text = String(decoding: bytes, as: UTF8.self)
      for pattern in patterns { found.formUnion(text.matches(of: pattern).map { String($0.1) }) }
    }
    return found
  }

  @Test func everyFindingIsInTheDocumentation() throws {
    let bytes = try FileSystem.contents(of: Fixtures.root + "/docs/formats.md")
    let page = String(decoding: bytes, as: UTF8.self)
    let found = try identifiers()
    #expect(found.count > 50)
    for id in found.sorted() {
      #expect(page.contains("`\(id)`"), "docs/formats.md does not name \(id)")
    }
  }
}
