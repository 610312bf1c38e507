// SPDX-License-Identifier: Apache-2.0

import DiaryAnalysis
import FileAccess
import FoodKnowledge
import Foundation
import Importing
import TestSupport
import Testing

@testable import Batch

@Suite("Answers to frames")
struct WorkerSessionTests {
  private let top: String

  init() throws { top = try Fixtures.temporaryFolder() }

  /// A diary of a month in which pain follows egg.
  private static func diary(_ person: String = "", shift: Int = 0) -> String {
    var text = "participant,time,kind,name,value,unit,groups\n"
    for day in 1...31 {
      let date = "2026-01-\(day < 10 ? "0" : "")\(day)"
      let egg = (day + shift) % 8 == 3
      if egg { text += "\(person),\(date),food,omelette,1,portion,egg\n" }
      text += "\(person),\(date),symptom,pain,\(egg ? 6 : (day * 7) % 3),0-10,\n"
    }
    return text
  }

  private func session(_ names: NamePolicy = .replaced, receipts: Bool = false) -> WorkerSession {
    WorkerSession(
      worker: DiaryWorker(analysis: AnalysisOptions(), foods: FoodClassifier(), version: "1"),
      importing: ImportOptions(), names: names, writesReceipts: receipts)
  }

  /// The answers to a stream, one text for each, and whether the stream was whole.
  private func run(_ stream: [UInt8], _ session: WorkerSession) -> ([String], Bool) {
    var rest = stream[...]
    var reader = FrameReader(mostBytes: 100_000) { block in
      let piece = rest.prefix(block.count)
      block.replaceSubrange(0..<piece.count, with: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    var answers: [String] = []
    let isWhole = session.run(&reader) { answers.append(String(decoding: $0, as: UTF8.self)) }
    return (answers, isWhole)
  }

  private func frame(_ name: String, _ text: String) -> [UInt8] {
    Array("{\"name\":\"\(name)\",\"bytes\":\(text.utf8.count)}\n\(text)".utf8)
  }

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test(arguments: [NamePolicy.kept, .replaced, .salted(Array("a secret of many bytes".utf8))])
  func theLinesAreThoseOfABatch(names: NamePolicy) async throws {
    let single = ["anna.csv": Self.diary(), "p2.csv": Self.diary("p-two-2", shift: 1)]
    let several = ["both.csv": Self.diary("c1") + Self.diary("c2", shift: 2).dropHeader]
    let folder = [
      "a.csv": Self.diary(shift: 3), "b/c.csv": "time,kind,name\n2026-01-05,food,milk\n",
    ]
    try FileSystem.makeFolder(top + "/in/ben/b")
    for (name, text) in single.merging(several, uniquingKeysWith: { one, _ in one }) {
      try FileSystem.write(Array(text.utf8), to: top + "/in/" + name)
    }
    for (name, text) in folder {
      try FileSystem.write(Array(text.utf8), to: top + "/in/ben/" + name)
    }
    try FileSystem.write(Array("not read".utf8), to: top + "/in/ben/notes.md")
    var options = BatchOptions(version: "1")
    options.names = names
    _ = try await BatchRunner(
      input: top + "/in", output: top + "/out", options: options, foods: FoodClassifier()
    ).run { _ in }
    let expected = String(
      decoding: try FileSystem.contents(of: top + "/out/results.jsonl"), as: UTF8.self)
    let files = folder.merging(["notes.md": "not read"]) { one, _ in one }.sorted {
      $0.key > $1.key
    }
    let list = files.map { "{\"name\":\"\($0.key)\",\"bytes\":\($0.value.utf8.count)}" }
    var stream = Array("{\"name\":\"ben\",\"files\":[\(list.joined(separator: ","))]}\n".utf8)
    for file in files { stream += Array(file.value.utf8) }
    for (name, text) in single { stream += frame(name, text) }
    for (name, text) in several { stream += frame(name, text) }
    let (answers, isWhole) = run(stream, session(names))
    #expect(isWhole)
    let lines = answers.flatMap { $0.split(separator: "\n") }
    #expect(lines.count == 5)
    #expect(Set(lines) == Set(expected.split(separator: "\n")))
  }

  @Test func badDiariesAreToldAndTheRestGoesOn() throws {
    let stream =
      frame("empty.csv", "") + frame("text.csv", "hello") + frame("good.csv", Self.diary())
      + frame("notes.md", "# notes") + frame("../x", "\u{0}\u{1}\u{2}")
      + frame("bad.xml", "<diary xmlns=\"urn:reintro:diary:1\"><open>")
    let (answers, isWhole) = run(stream, session())
    #expect(isWhole)
    let objects = try answers.map { try object($0) }
    #expect(
      objects.map { $0["name"] as? String }
        == ["empty.csv", "text.csv", nil, "notes.md", "../x", "bad.xml"])
    for (place, object) in objects.enumerated() where place != 2 {
      let error = try #require(object["error"] as? [String: Any])
      #expect((error["code"] as? String)?.isEmpty == false)
      #expect((error["reason"] as? String)?.isEmpty == false)
    }
    #expect(objects[2]["participant"] as? String != nil)
    #expect(answers.allSatisfy { $0.hasSuffix("\n") && $0.split(separator: "\n").count == 1 })
  }

  @Test func aBrokenStreamEndsWithAnErrorLine() throws {
    let (answers, isWhole) = run(frame("a.csv", "x") + Array("{\"name\":\"b\"\n".utf8), session())
    #expect(!isWhole)
    #expect(answers.count == 2)
    let error = try object(answers[1])["error"] as? [String: Any]
    #expect(error?["code"] as? String == "frame-header")
  }

  @Test func aThousandFramesHaveAThousandAnswersInTheirOrder() throws {
    var stream: [UInt8] = []
    for number in 0..<1000 { stream += frame("f\(number)", number % 2 == 0 ? "" : "x,y\n1") }
    let (answers, isWhole) = run(stream, session())
    #expect(isWhole)
    #expect(try answers.map { try object($0)["name"] as? String } == (0..<1000).map { "f\($0)" })
  }

  @Test func receiptsCountTheLinesAndHoldTheirRows() throws {
    let text = Self.diary("c1") + Self.diary("c2", shift: 2).dropHeader
    var stream = frame("both.csv", text) + frame("bad.csv", "x")
    stream += Array(
      "{\"name\":\"both.csv\",\"bytes\":\(text.utf8.count),\"rename\":{\"c2\":\"c2-1\"}}\n\(text)"
        .utf8)
    let (answers, _) = run(stream, session(receipts: true))
    let lines = answers.map { $0.split(separator: "\n") }
    #expect(lines.map(\.count) == [3, 2, 3])
    let receipts = try lines.map {
      try #require(try object($0[$0.count - 1])["receipt"] as? [String: Any])
    }
    let people = receipts.map { ($0["people"] as? [[String: Any]]) ?? [] }
    #expect(
      people.map { $0.map { $0["participant"] as? String } } == [
        ["c1", "c2"], [], ["c1", "c2-1"],
      ])
    #expect(people[2].map { $0["base"] as? String } == ["c1", "c2"])
    #expect(receipts.map { ($0["failures"] as? [Any])?.count } == [0, 1, 0])
    let tables = try #require(people[0][0]["tables"] as? [String: [[String: Any]]])
    let groups = try #require(try object(lines[0][0])["groups"] as? [[String: Any]])
    #expect(
      tables["groups"]?.map { $0["food_group"] as? String }
        == groups.map { $0["group"] as? String })
    #expect(tables["participants"]?.first?["logged_days"] as? Int == 31)
  }

  @Test func noTwoParticipantsGetOneID() throws {
    let text = Self.diary("c1") + Self.diary("c2", shift: 2).dropHeader
    var stream: [UInt8] = []
    for rename in ["{\"c1\":\"c2\"}", "{\"c1\":\"c2\",\"c2\":\"c1\"}"] {
      stream += Array(
        "{\"name\":\"f\",\"bytes\":\(text.utf8.count),\"rename\":\(rename)}\n\(text)".utf8)
    }
    let (answers, isWhole) = run(stream, session())
    #expect(isWhole && answers.count == 2)
    let error = try object(answers[0])["error"] as? [String: Any]
    #expect(error?["code"] as? String == "frame-rename")
    let lines = try answers[1].split(separator: "\n").map { try object($0) }
    #expect(lines.map { $0["participant"] as? String } == ["c2", "c1"])
  }

  @Test func theCohortOfTheRowsIsThatOfABatch() async throws {
    try FileSystem.makeFolder(top + "/in")
    var stream: [UInt8] = []
    for number in 10..<20 {
      let text = Self.diary(shift: number)
      try FileSystem.write(Array(text.utf8), to: top + "/in/p\(number).csv")
      stream += frame("p\(number).csv", text)
    }
    _ = try await BatchRunner(
      input: top + "/in", output: top + "/out", options: BatchOptions(version: "1"),
      foods: FoodClassifier()
    ).run { _ in }
    var cohort = WorkerCohort()
    for answer in run(stream, session(receipts: true)).0 {
      let last = try #require(answer.split(separator: "\n").last)
      let receipt = try #require(try object(last)["receipt"] as? [String: Any])
      for person in (receipt["people"] as? [[String: Any]]) ?? [] {
        let tables = try #require(person["tables"])
        let isTaken = cohort.add(Array(try JSONSerialization.data(withJSONObject: tables)))
        #expect(isTaken)
      }
    }
    let csv = try object(String(decoding: cohort.line(masksSmall: false), as: UTF8.self))["csv"]
    let expected = try FileSystem.contents(of: top + "/out/cohort.csv")
    #expect(csv as? String == String(decoding: expected, as: UTF8.self))
    let takesOthers = cohort.add(Array("[1]".utf8))
    #expect(!takesOthers)
  }
}

extension String {
  /// A table without its first line.
  fileprivate var dropHeader: String {
    firstIndex(of: "\n").map { String(self[index(after: $0)...]) } ?? ""
  }
}
