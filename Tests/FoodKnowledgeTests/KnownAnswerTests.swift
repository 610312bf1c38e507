// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Testing

internal import FoodKnowledge

@Suite("Texts with known answers")
struct KnownAnswerTests {
  /// One line of the list.
  struct Answer: Sendable, CustomTestStringConvertible {
    var text: String
    var certain: GroupSet
    var excluded: GroupSet

    var testDescription: String { text }

    init?(_ line: Substring) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 3 else { return nil }
      func groups(_ cell: Substring) -> GroupSet {
        GroupSet(cell.split(separator: " ").map { GroupID(rawValue: String($0)) })
      }
      text = cells[0].split(separator: " ").joined(separator: " ")
      certain = groups(cells[1])
      excluded = cells[2].contains("*") ? GroupSet(GroupID.builtIn) : groups(cells[2])
    }
  }

  private static func answers(_ list: String) -> [Answer] {
    list.split(separator: "\n").compactMap(Answer.init)
  }

  private static let lists = [
    KnownAnswers.lookAlikes, KnownAnswers.negations, KnownAnswers.everyday,
    KnownLookAlikes.english, KnownForeignNames.all, KnownNegations.all, KnownScopes.all,
    KnownMisleadingNames.all, KnownLeftOut.all, KnownSoundAlikes.names, KnownSoundAlikes.drinks,
    KnownStandInNames.all, KnownLists.lists, KnownLists.names, KnownLists.negations,
  ]

  @Test("Every line of the lists is read, and there are enough")
  func everyLine() {
    for list in Self.lists {
      #expect(Self.answers(list).count == list.split(separator: "\n").count)
    }
    let traps = Self.lists.reduce(0) { $0 + Self.answers($1).count }
    #expect(traps >= 1_500)
  }

  @Test("Groups are held and excluded as the list says", arguments: lists.flatMap(answers))
  func knownAnswer(_ answer: Answer) {
    let reading = FoodClassifier().classify(answer.text)
    let missing = answer.certain.subtracting(reading.certain)
    #expect(missing.isEmpty, "missing in '\(answer.text)': \(missing.groups)")
    let wrong = answer.excluded.intersection(reading.certain)
    #expect(wrong.isEmpty, "wrong in '\(answer.text)': \(wrong.groups)")
  }
}
