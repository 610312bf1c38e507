// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import DiaryModel
import FileAccess
import FoodKnowledge
import TestSupport
import Testing

@testable import Batch

@Suite("Batches that learn")
struct PrevalenceBatchTests: BatchSuite {
  let top: String

  init() throws { top = try Self.folder() }

  /// Diaries of 40 days in which symptoms follow egg in all, and milk in none.
  private func put(_ count: Int) throws {
    for person in 0..<count {
      var text = "time,kind,name,value,unit,groups\n"
      for day in 0..<40 {
        let date = day < 31 ? "2026-01-\(two(day + 1))" : "2026-02-\(two(day - 30))"
        let egg = (day + person) % 8 == 3
        let milk = (day + 2 * person) % 8 == 6
        if egg { text += "\(date),food,omelette,1,portion,egg\n" }
        if milk { text += "\(date),food,milk,1,portion,dairy\n" }
        let noise = (day * 7 + person * 3) % 3
        text += "\(date),symptom,pain,\(egg ? 6 + noise % 2 : noise),0-10,\n"
      }
      try FileSystem.write(Array(text.utf8), to: top + "/in/p\(two(person)).csv")
    }
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func run(_ output: String, learns: Bool, jobs: Int = 1) async throws -> BatchOutcome {
    try await run(output) {
      $0.learnsPrevalence = learns
      $0.jobs = jobs
    }
  }

  @Test func aBatchLearnsAndSaysSoInEveryReport() async throws {
    try put(24)
    let outcome = try await run("out", learns: true)
    let learned = try #require(outcome.learned)
    #expect(learned.diaries == 24)
    #expect((learned.logOdds[GroupID(rawValue: "egg")] ?? 0) > 0.5)
    #expect((learned.logOdds[GroupID(rawValue: "dairy")] ?? 0) < -0.5)
    let lines = try text("out/results.jsonl").split(separator: "\n")
    #expect(lines.count == 24)
    #expect(lines.allSatisfy { $0.contains("prevalence-learned") })
    #expect(try text("out/reports/p03.html").contains("24 diaries"))
  }

  @Test func jobsAndRepeatsChangeNothing() async throws {
    try put(22)
    _ = try await run("one", learns: true, jobs: 1)
    _ = try await run("four", learns: true, jobs: 4)
    for name in ["results.jsonl", "summary.csv", "index.html"] {
      #expect(try text("one/" + name) == text("four/" + name))
    }
    #expect(try await run("one", learns: true).unitsDone == 0)
    #expect(try await run("one", learns: false).unitsDone == 22)
    #expect(!(try text("one/results.jsonl")).contains("prevalence-learned"))
  }

  @Test func tooFewDiariesTeachNothing() async throws {
    try put(3)
    let outcome = try await run("out", learns: true)
    #expect(outcome.learned == nil)
    #expect(outcome.participants == 3)
    #expect(!(try text("out/results.jsonl")).contains("prevalence-learned"))
  }
}
