// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

@Suite("Drafts of mappings for folders and archives say what to do")
struct MappingDraftPlaceTests {
  private func finding(_ path: String) throws -> Finding {
    do throws(ImportError) {
      _ = try MappingDraft.yaml(ofFile: path)
    } catch {
      return try #require(error.findings.first)
    }
    return Finding(id: "none", severity: .note, summary: "", file: path)
  }

  @Test func folders() throws {
    let folder = try Fixtures.temporaryFolder()
    let empty = try finding(folder)
    #expect(empty.id == "mapping-not-drafted" && empty.summary.contains("no file"))
    for name in ["b.csv", "a b.csv"] {
      try FileSystem.write(Array("x,y\n".utf8), to: folder + "/" + name)
    }
    let found = try finding(folder)
    #expect(found.summary.contains("This is a folder; a mapping is drafted of one file."))
    #expect(found.summary.contains("The folder holds “a b.csv”, “b.csv”."))
    #expect(found.remedy.contains("reintro mapping '\(folder)/a b.csv'"))
  }

  @Test(
    "Archives are told by what is in them, by no name that could do harm",
    arguments: [
      (
        "months.zip", "The archive holds “february.csv”, “january.csv”.",
        "reintro mapping february.csv"
      ),
      (
        "folders.zip", "“export/body/symptoms.csv”, “export/food/foods.csv”", "mapping symptoms.csv"
      ),
      ("unsafe-names.zip", "“etc/passwd.csv”", "--mapping FILE"),
      ("only-pictures.zip", "This is a zip archive", "Unpack it"),
      ("spreadsheet.zip", "The file is a spreadsheet", "Save the sheet as CSV"),
      ("truncated.zip", "", ""),
    ])
  func archives(_ name: String, _ summary: String, _ remedy: String) throws {
    let found = try finding(Fixtures.root + "/Tests/ZipFixtures/" + name)
    #expect(found.severity == .error && !found.summary.contains("neither CSV nor XML"))
    #expect(summary.isEmpty || found.summary.contains(summary))
    #expect(remedy.isEmpty || found.remedy.contains(remedy))
    #expect(!found.summary.contains("\u{202E}") && !found.remedy.contains(".."))
  }
}
