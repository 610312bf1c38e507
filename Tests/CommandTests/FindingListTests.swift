// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import reintro

@Suite("Lists of findings")
struct FindingListTests {
  private func findings(_ count: Int, _ id: String, file: String) -> [Finding] {
    (1...count).map {
      Finding(id: id, severity: .error, summary: "Bad.", file: file, line: $0)
    }
  }

  @Test func whatIsNotShownIsCountedByFileAndKind() {
    var repeated = Finding(id: "c", severity: .warning, summary: "Odd.", file: "x.csv", line: 9)
    repeated.times = 4312
    let all =
      findings(98, "a", file: "x.csv") + findings(3, "b", file: "x.csv")
      + findings(2, "a", file: "y.csv") + findings(1000, "a", file: "x.csv") + [repeated]
    let lines = FindingList.lines(all, limit: 100)
    #expect(lines.count == 100 + 3 + 2)
    #expect(lines[97] == "x.csv:98: error: Bad. [a]")
    #expect(lines[99] == "x.csv:2: error: Bad. [b]")
    #expect(
      lines[100..<103].map { String($0.prefix { $0 != ";" }) } == [
        "x.csv: error: … and 1 more of kind b", "x.csv: error: … and 1,000 more of kind a",
        "x.csv: warning: … and 4,312 more of kind c",
      ])
    #expect(lines.suffix(2) == ["y.csv:1: error: Bad. [a]", "y.csv:2: error: Bad. [a]"])
  }

  @Test func errorsOfTheWholeFileAreAmongThoseShown() {
    let whole = Finding(id: "z", severity: .error, summary: "Refused.", file: "x.csv")
    let lines = FindingList.lines(findings(120, "a", file: "x.csv") + [whole], limit: 100)
    #expect(lines.count == 101)
    #expect(lines[98] == "x.csv:99: error: Bad. [a]")
    #expect(lines[99] == "x.csv: error: Refused. [z]")
    #expect(lines[100].hasPrefix("x.csv: error: … and 21 more of kind a"))
  }

  @Test func allAreShownWhereAllAreAskedFor() {
    let all = findings(1500, "a", file: "x.csv")
    #expect(FindingList.lines(all, limit: .max) == all.map(\.description))
  }

  @Test func everyFindingIsCountedOnceOrAsOftenAsItWasFound() {
    var repeated = Finding(id: "c", severity: .error, summary: "Odd.", file: "x.csv", line: 9)
    repeated.times = 1_234_567
    let all = findings(3, "a", file: "x.csv") + [repeated]
    #expect(FindingList.count(all, of: .error) == 1_234_570)
    #expect(FindingList.count(all, of: .warning) == 0)
    let rest = FindingList.lines([repeated], limit: 0)
    #expect(rest == ["x.csv: error: … and 1,234,567 more of kind c; --verbose lists them."])
  }

  /// One finding of a kind in each of some files.
  private func spread(
    _ count: Int, _ id: String, _ severity: Finding.Severity, remedy: String = ""
  ) -> [Finding] {
    (1...count).map {
      Finding(id: id, severity: severity, summary: "Odd.", remedy: remedy, file: "f\($0).csv")
    }
  }

  @Test("A kind of finding in many files is told of a few, with how many more")
  func manyFiles() {
    let all = spread(15, "w", .warning, remedy: "Do this.") + spread(1, "e", .error)
    let lines = FindingList.brief(all, limit: 20)
    #expect(
      lines == [
        "f1.csv: error: Odd. [e]", "f1.csv: warning: Odd. Do this. [w]",
        "f2.csv: warning: Odd. [w]", "f3.csv: warning: Odd. [w]",
        "warning: … and others of kind w in 12 more files; --verbose lists them.",
      ])
    #expect(FindingList.brief(all, limit: .max).count == 16)
    #expect(FindingList.brief(spread(4, "w", .warning), limit: 20).count == 4)
  }

  @Test("Several findings of one kind in a file are no more files")
  func manyRows() {
    let rows = (1...5).map {
      Finding(id: "w", severity: .warning, summary: "Odd.", file: "a.csv", line: $0)
    }
    #expect(FindingList.brief(rows, limit: 20) == rows.map(\.description))
    let cut = FindingList.brief(rows, limit: 3)
    #expect(cut.count == 4 && cut.last == "… and 2 more; --verbose shows them all.")
  }

  @Test("What lines beyond the limit leave out is counted, files too")
  func beyondTheLimit() {
    let all = spread(3, "a", .warning) + spread(10, "b", .warning)
    let lines = FindingList.brief(all, limit: 4)
    #expect(lines.count == 5)
    #expect(
      lines.last
        == "… and 2 more, and some of these kinds in 7 more files; --verbose shows them all.")
  }

  @Test("A file with several kinds of findings counts once")
  func filesOfSeveralKinds() {
    let all = spread(1, "e", .error) + spread(9, "a", .warning) + spread(9, "b", .warning)
    #expect(
      FindingList.brief(all, limit: 3).last
        == "… and 4 more, and some of these kinds in 6 more files; --verbose shows them all.")
  }

  @Test("What to do is said once of warnings, and each time of errors")
  func adviceOnce() {
    let warnings = FindingList.lines(spread(6, "w", .warning, remedy: "Do this."), limit: 100)
    #expect(warnings.count == 6 && warnings.filter { $0.contains("Do this.") }.count == 1)
    let errors = FindingList.lines(spread(6, "e", .error, remedy: "Do this."), limit: 100)
    #expect(errors.filter { $0.contains("Do this.") }.count == 6)
    let notes = FindingList.lines(spread(6, "n", .note), limit: 100)
    #expect(notes.count == 4)
    #expect(notes.last == "note: … and others of kind n in 3 more files; --verbose lists them.")
    #expect(FindingList.lines(spread(6, "n", .note, remedy: "x"), limit: .max).count == 6)
  }
}

@Suite("Names of outputs")
struct OutputKindTests {
  private func refusal(_ kind: OutputKind, _ path: String?) -> String? {
    do {
      try kind.check(path)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A name that says that it holds something else is refused with the way to say it",
    arguments: [
      (OutputKind.report, "x.json", "--json x.json"), (.report, "X.JSON", "--json X.JSON"),
      (.report, "a/x.ics", "--calendar a/x.ics"), (.report, "x.csv", "--tables"),
      (.report, "x.pdf", "print it"), (.results, "x.html", "-o x.html"),
      (.calendar, "x.html", "-o x.html"),
    ])
  func refused(_ kind: OutputKind, _ path: String, _ words: String) {
    #expect(refusal(kind, path)?.contains(words) == true)
  }

  @Test(
    "Other names are taken",
    arguments: [
      (OutputKind.report, "x.html"), (.report, "x.HTM"), (.report, "report"),
      (.report, "a.b/report"),
      (.report, "x.2026"), (.results, "x.json"), (.results, "x.txt2"), (.calendar, "x.ics"),
      (.report, ".json2"), (.foods, "x.yaml"),
    ])
  func taken(_ kind: OutputKind, _ path: String) {
    #expect(refusal(kind, path) == nil)
    #expect(refusal(kind, nil) == nil)
  }
}
