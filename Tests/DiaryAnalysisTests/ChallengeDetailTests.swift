// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import DiaryAnalysis

@Suite("Effect sizes, p-values, doses and the yardstick of challenges")
struct ChallengeDetailTests {
  /// Lactose on days 30 to 32 in rising doses; a level of 0 and 1 in turn, and 4, 6, 8, 2 after it.
  static func rising() -> DiaryBuilder {
    var diary = DiaryBuilder()
    for day in 0..<40 {
      diary.food(day, 12, "rice", groups: [])
      let window: [Int: Double] = [30: 4, 31: 6, 32: 8, 33: 2]
      diary.symptom(day, nil, "pain", window[day] ?? Double(day % 2))
    }
    for day in 30...32 {
      diary.food(day, 8, "capsule", portions: Double(day - 29), groups: ["lactose"])
    }
    return diary
  }

  @Test("Effect sizes by hand: 14 days of 0 and 1 against 4, 6, 8, 2")
  func effectSizes() throws {
    let challenge = try #require(Self.rising().results().group("lactose")?.challenges.first)
    #expect(challenge.mechanism == "sugar")
    #expect(
      challenge.responseWindow
        == .init(start: DiaryBuilder.date(30), end: DiaryBuilder.date(33)))
    #expect(
      challenge.baselineWindow
        == .init(start: DiaryBuilder.date(16), end: DiaryBuilder.date(29)))
    #expect(challenge.tau == 1)
    // The median of the 91 slopes is that of days of one kind: 0.
    #expect(challenge.tauTrendCorrected == 1)
    // Squares 3.5 over 13 and 20 over 3 degrees; J = 1 − 3/63.
    let deviation: Double = (23.5 / 16).squareRoot()
    let g = 4.5 / deviation * 60 / 63
    let foundG = try #require(challenge.hedgesG)
    #expect(abs(foundG - g) < 1e-12)
    // log(5/0.5), and the shares 20/3 of 4·25 and 3.5/13 of 14·0.25.
    let shares: Double = 20.0 / 300 - 1.0 / 13
    let ratio = 2.302585092994046 + 0.5 * shares
    let foundRatio = try #require(challenge.logResponseRatio)
    #expect(abs(foundRatio - ratio) < 1e-12)
    let change = try #require(challenge.levelChange)
    #expect(change.low < change.mean && change.mean < change.high && change.level == 0.9)
    #expect((2...7).contains(change.mean))
    #expect(challenge.pValueKind == "shift" && challenge.pValueWindows == 37)
    #expect(challenge.ledger.isEmpty && challenge.napWithoutConfounded == nil)
  }

  @Test("Doses: every day's response, and what was not tried")
  func doses() throws {
    let group = try #require(Self.rising().results().group("lactose"))
    #expect(group.doseResponses.map(\.dose) == [1, 2, 3])
    #expect(group.doseResponses.map(\.worst) == [4, 6, 8])
    #expect(group.doseResponses.map(\.isAbove) == [true, true, true])
    #expect(group.doseResponses.last?.worstDate == DiaryBuilder.date(32))
    #expect(group.dose?.untestedAbove == 3)
    let clean = try #require(DiaryBuilder.clean().results().group("egg"))
    #expect(clean.doseResponses.count == 6)
    #expect(clean.doseResponses.allSatisfy { !$0.isAbove && $0.dose == 1 })
    #expect(clean.dose?.untestedAbove == 1 && clean.dose?.untestedBetween == nil)
  }

  @Test("Between a tolerated and a provoking dose lies what was not tried")
  func betweenDoses() throws {
    var diary = DiaryBuilder()
    let doses = [20: 0.5, 30: 2.0, 40: 0.5, 50: 2, 60: 0.5, 70: 2]
    for day in 0..<84 {
      diary.food(day, 12, "rice", groups: [])
      let high = [30, 50, 70].contains(day) || [30, 50, 70].contains(day - 1)
      diary.symptom(day, nil, "pain", Double(day % 2) + (high ? 6 : 0))
      if let dose = doses[day] {
        diary.food(day, 8, "capsule", portions: dose, groups: ["lactose"])
      }
    }
    let group = try #require(diary.results().group("lactose"))
    #expect(group.verdict == .likelyTrigger)
    #expect(group.dose?.untestedBetween == [0.5, 2])
    #expect(group.dose?.untestedAbove == 2)
  }

  @Test("The yardstick's arithmetic: .30 becomes .58, .82, .94")
  func yardstick() throws {
    var probability = 0.3
    for expected in [0.58, 0.82, 0.94] {
      probability = try #require(PlaceboYardstick.afterPositive(probability))
      #expect(abs(probability - expected) < 0.005)
    }
    // Odds 3/7 times 15/74.
    let after = try #require(PlaceboYardstick.afterNegative(0.3))
    #expect(abs(after - 45.0 / 563) < 1e-12)
    #expect(PlaceboYardstick.afterPositive(0) == 0 && PlaceboYardstick.afterNegative(1) == 1)
    let group = try #require(Self.rising().results().group("lactose"))
    let now = try #require(group.probability)
    #expect(group.placebo?.share == 0.26)
    #expect(try #require(group.probabilityAfterPositive) > now)
    #expect(try #require(group.probabilityAfterNegative) < now)
  }

  /// Four challenges of three days, of which the second is followed by symptoms.
  private func fourTests(note: String?, first: String? = nil) -> DiaryBuilder {
    var diary = DiaryBuilder()
    let groups = ["lactose", "egg", "soy", "fish"]
    for (place, group) in groups.enumerated() {
      let start = 14 + 10 * place
      diary.phase(
        "challenge", start, start + 2, groups: [group], note: place == 1 ? first ?? note : note)
      for day in start...start + 2 { diary.food(day, 8, "capsule", portions: 1, groups: [group]) }
    }
    for day in 0..<60 {
      diary.food(day, 12, "rice", groups: [])
      diary.symptom(day, nil, "pain", Double(day % 2) + ((24...27).contains(day) ? 6 : 0))
    }
    return diary
  }

  @Test("Where the order was drawn by lot, p counts the places that the test could have had")
  func randomised() throws {
    let drawn = fourTests(note: "order randomised, double-blind").results()
    let egg = try #require(drawn.group("egg")?.challenges.first)
    #expect(egg.pValueKind == "randomisation" && egg.pValueWindows == 4)
    #expect(egg.pValue == 0.25)
    let soy = try #require(drawn.group("soy")?.challenges.first)
    // Its window of six days: worse than lactose's, perhaps, but never than egg's.
    #expect(try #require(soy.pValue) >= 0.5)
    let open = try #require(fourTests(note: "not blinded").results().group("egg")?.challenges.first)
    #expect(open.pValueKind == "shift")
    #expect(try #require(open.pValueWindows) > 40)
  }

  @Test("Starts that a note lists are the candidates")
  func listedStarts() throws {
    let starts = [24, 27, 40].map { "\(DiaryBuilder.date($0))" }.joined(separator: ", ")
    let results = fourTests(note: nil, first: "Start drawn at random from \(starts)").results()
    let egg = try #require(results.group("egg")?.challenges.first)
    #expect(egg.pValueKind == "randomisation" && egg.pValueWindows == 3)
    #expect(egg.pValue == 1.0 / 3)
    #expect(results.group("soy")?.challenges.first?.pValueKind == "shift")
  }

  @Test(
    "What says that a schedule was randomised",
    arguments: [
      ("randomised", true), ("Order Randomized by the clinic", true), ("double-blind", true),
      ("verblindet", true), ("unblinded", false), ("not randomised", false),
      ("non-randomised", false), ("nicht verblindet", false), ("blinding headache", false),
      ("", false),
    ])
  func says(text: String, expected: Bool) {
    #expect(RandomisedSchedule.says(text) == expected)
  }
}
