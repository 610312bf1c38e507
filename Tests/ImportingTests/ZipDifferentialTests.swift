// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import Foundation
import TestSupport
import Testing

@testable import Importing

/// Python, which makes the archives.
private enum Python {
  static let isThere =
    FileSystem.kind(of: "/usr/bin/env") == .file && runs(["-c", "import zipfile"])

  static func runs(_ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// The fixtures of the repository, once as folders and once as archives that Python makes of them.
@Suite("Archives and folders say the same", .enabled(if: Python.isThere))
struct ZipDifferentialTests {
  @Test(
    arguments: [
      "apple-health-gut", "cronometer-and-symptoms", "demo", "formats", "lactose-clean",
      "mysymptoms-dairy",
    ])
  func aFixtureIsTheSameZipped(name: String) throws {
    let folder = Fixtures.path(name)
    let archive = try Fixtures.temporaryFolder() + "/\(name).zip"
    #expect(Python.runs(["-m", "zipfile", "-c", archive, folder]))
    let (plain, zipped) = (try Importer.read([folder]), try Importer.read([archive]))
    #expect(!plain.diaries.isEmpty)
    #expect(zipped.diaries.map(\.participant) == plain.diaries.map(\.participant))
    for (one, other) in Swift.zip(plain.diaries, zipped.diaries) {
      #expect(one.entries == other.entries)
      #expect(one.inputs.map(\.sha256) == other.inputs.map(\.sha256))
      #expect(one.inputs.map(\.rows) == other.inputs.map(\.rows))
      #expect(other.inputs.map(\.name) == one.inputs.map { "\(name).zip/\(name)/\($0.name)" })
    }
    let kinds = { (result: ImportResult) in
      result.findings.filter { $0.id != "file-skipped" }.map {
        "\($0.id) \($0.line ?? 0) \($0.summary)"
      }
    }
    #expect(kinds(zipped) == kinds(plain))
  }
}
