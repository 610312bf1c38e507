// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import FoodKnowledge
internal import Foundation
internal import TestSupport
internal import Testing

/// Scores the classifier with the official scorer, where the shared folder is at hand.
@Suite("Score on the development rows", .enabled(if: Fixtures.hasShared))
struct DevelopmentScoreTests {
  @Test("The micro F1 does not fall")
  func microF1() throws {
    let rows = try #require(Fixtures.shared("foods/foods_dev.csv"))
    let scorer = try #require(Fixtures.shared("foods/score_foods.py"))
    let folder = try Fixtures.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let texts = try Self.texts(String(contentsOfFile: rows, encoding: .utf8))
    #expect(texts.count > 400)
    let lines = try texts.map(Self.prediction).joined(separator: "\n")
    try lines.write(toFile: folder + "/predictions.jsonl", atomically: true, encoding: .utf8)
    let result = try Self.run([
      scorer, folder + "/predictions.jsonl", "--json", folder + "/score.json",
      "--errors", ProcessInfo.processInfo.environment["FOOD_ERRORS"] ?? "0",
    ])
    print(result)
    let score = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder + "/score.json")))
    let micro = try #require((score as? [String: Any])?["micro"] as? [String: Double])
    #expect(try #require(micro["F"]) >= 0.80)
  }

  /// The second column of a CSV file with quotes and without line breaks in cells.
  private static func texts(_ csv: String) -> [String] {
    csv.split(separator: "\n").dropFirst().map { line in
      guard let comma = line.firstIndex(of: ",") else { return "" }
      let rest = line[line.index(after: comma)...]
      guard rest.first == "\"" else { return String(rest.prefix { $0 != "," }) }
      var text = ""
      var isOpen = true
      for character in rest.dropFirst() {
        if character == "\"" {
          if !isOpen { text.append("\"") }
          isOpen.toggle()
        } else if isOpen {
          text.append(character)
        } else {
          break
        }
      }
      return text
    }
  }

  private static func prediction(_ text: String) throws -> String {
    let reading = FoodClassifier().classify(text)
    let object: [String: Any] = [
      "text": text, "groups": reading.certain.groups.map(\.rawValue),
      "possible": reading.possible.groups.map(\.rawValue), "unknown": reading.unknown,
    ]
    return try String(
      decoding: JSONSerialization.data(withJSONObject: object, options: .sortedKeys),
      as: UTF8.self)
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
