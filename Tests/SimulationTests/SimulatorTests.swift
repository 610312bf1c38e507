// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Simulation

@Suite("Simulated diaries")
struct SimulatorTests {
  private static let simulator = Simulator(seed: 20_260)

  private func same(_ one: SimulatedDiary, _ other: SimulatedDiary) -> Bool {
    one.diary == other.diary && one.kind == other.kind && one.truths == other.truths
  }

  @Test func theSameSeedGivesTheSameDiaries() {
    let one = Array(Simulator(seed: 5).simulate(participants: 25))
    let other = Array(Simulator(seed: 5).simulate(participants: 25))
    #expect(one.count == 25)
    #expect(zip(one, other).allSatisfy { same($0, $1) })
  }

  @Test func anotherSeedGivesOtherDiaries() {
    let one = Simulator(seed: 5).diary(3, kind: .clean)
    let other = Simulator(seed: 6).diary(3, kind: .clean)
    #expect(one.diary != other.diary)
  }

  @Test func aParticipantDoesNotDependOnTheOthers() {
    let few = Array(Self.simulator.simulate(participants: 4))
    let many = Array(Self.simulator.simulate(participants: 21))
    #expect(zip(few, many).allSatisfy { same($0, $1) })
    let alone = Self.simulator.diary(20, kind: DiaryKind.allCases[20 % DiaryKind.allCases.count])
    #expect(same(alone, many[20]))
  }

  @Test func noParticipantsAreNone() {
    #expect(Array(Self.simulator.simulate(participants: -1)).isEmpty)
    #expect(TruthTable.text(Self.simulator.simulate(participants: 0)) == TruthTable.header)
  }

  @Test(arguments: DiaryKind.allCases)
  func everyDiaryIsWellFormed(_ kind: DiaryKind) throws {
    for participant in 0..<4 {
      let simulated = Self.simulator.diary(participant, kind: kind)
      let process = simulated.process
      #expect(process.noiseSD.isFinite)
      #expect(process.rises.allSatisfy { $0.allSatisfy { (0...10).contains($0) } })
      #expect(process.unitRises.allSatisfy { $0.allSatisfy { $0.isFinite && $0 >= 0 } })
      #expect(process.moments.allSatisfy { (0...10).contains($0.background) })
      #expect(simulated.truths.map(\.group) == simulated.truths.map(\.group).sorted())
      #expect(simulated.diary.participant == "sim00000\(participant)")
      for entry in simulated.diary.entries { try check(entry) }
    }
  }

  /// Checks one entry against the words and ranges of the canonical format.
  private func check(_ entry: Entry) throws {
    if case .number(let number)? = entry.value { #expect(number.isFinite && number >= 0) }
    if let time = entry.time {
      #expect((2021...2025).contains(time.start.date.year))
      #expect(EntryTime(iso: time.description) == time)
    }
    #expect((entry.groups ?? []).allSatisfy { $0.builtInIndex != nil })
    switch entry.kind {
    case .food:
      #expect(entry.groups != nil)
      #expect(!entry.name.isEmpty)
    case .symptom:
      let words = ["none", "mild", "moderate", "severe", "very severe"]
      let tops = ["0-10": 10.0, "0-4": 4, "0-100": 100]
      switch try #require(entry.value) {
      case .number(let number):
        #expect(number <= (try #require(tops[entry.unit ?? ""])))
        #expect(number == number.rounded())
      case .text(let text):
        #expect(entry.unit == "none-very severe")
        #expect(words.contains(text))
      }
    case .context: #expect(Vocabulary.contexts.contains(entry.name))
    case .phase: #expect(Vocabulary.phases.contains(entry.name))
    case .profile: #expect(Vocabulary.profile.contains(entry.name))
    case .note: break
    }
  }

  @Test(arguments: DiaryKind.allCases)
  func theTruthFollowsFromTheTrueRises(_ kind: DiaryKind) {
    for participant in 10..<13 {
      let simulated = Self.simulator.diary(participant, kind: kind)
      let first = simulated.process.start
      for (place, truth) in simulated.truths.enumerated() {
        let dates = Set(
          simulated.diary.entries.filter {
            $0.kind == .food && ($0.groups ?? []).contains(truth.group)
          }.compactMap { $0.time?.start.date })
        #expect(truth.exposed == !dates.isEmpty)
        #expect(truth.effect >= 0 && truth.effect <= 10)
        if !truth.trigger { #expect(truth.effect == 0) }
        if truth.trigger {
          #expect(truth.exposed)
          #expect(simulated.process.rises[place].contains { $0 > 0 })
        }
        guard truth.trigger else { continue }
        let expected = bruteForce(
          dates.map { $0 - first }, simulated.process.moments, simulated.process.rises[place])
        #expect(abs(truth.effect - expected) < 1e-12)
      }
    }
  }

  /// The effect by its definition, day by day, without the episode function.
  private func bruteForce(
    _ days: [Int], _ moments: [TrueProcess.Moment], _ rises: [Double]
  ) -> Double {
    var peaks: [Double] = []
    let sorted = days.sorted()
    for day in sorted where !sorted.contains(day - 1) && !sorted.contains(day - 2) {
      var end = day
      while let next = sorted.first(where: { $0 > end && $0 <= end + 2 }) { end = next }
      let seen = zip(moments, rises).filter {
        $0.0.outcome != nil && $0.0.day >= day && $0.0.day <= end + 3
      }
      if let peak = seen.map(\.1).max() { peaks.append(peak) }
    }
    return peaks.isEmpty ? 0 : peaks.reduce(0, +) / Double(peaks.count)
  }

  @Test func diariesWithoutTriggersHaveNone() {
    for participant in 0..<20 {
      let simulated = Self.simulator.diary(participant, kind: .notriggers)
      #expect(simulated.truths.allSatisfy { !$0.trigger && $0.effect == 0 })
      #expect(simulated.process.rises.allSatisfy { $0.allSatisfy { $0 == 0 } })
    }
  }

  @Test func aboutAQuarterOfTheGroupsAreTriggers() {
    var groups = 0
    var triggers = 0
    var without = 0
    var participants = 0
    for diary in Simulator(seed: 99).simulate(participants: 240, kinds: [.clean, .freeliving]) {
      let exposed = diary.truths.filter(\.exposed)
      groups += exposed.count
      triggers += exposed.count(where: \.trigger)
      participants += 1
      if !exposed.contains(where: \.trigger) { without += 1 }
    }
    let share = Double(triggers) / Double(groups)
    #expect(share > 0.18 && share < 0.32)
    let shareWithout = Double(without) / Double(participants)
    #expect(shareWithout > 0.1 && shareWithout < 0.35)
  }

  @Test func kindsAreWhatTheirNamesSay() {
    let missing = share(.missing40) { diary in
      let moments = diary.process.moments
      return Double(moments.count { $0.outcome == nil }) / Double(moments.count)
    }
    #expect(missing > 0.3 && missing < 0.5)
    let twelve = share(.twelve) { Double($0.truths.count) }
    #expect(twelve == 12)
    let stamped = share(.stamped) { diary in
      let symptoms = diary.diary.entries.filter { $0.kind == .symptom }
      return Double(symptoms.count { $0.time?.start.local != nil }) / Double(symptoms.count)
    }
    #expect(stamped == 1)
    let quiet = share(.zeroinflated) { diary in
      let outcomes = diary.process.moments.compactMap(\.outcome)
      return Double(outcomes.count { $0 == 0 }) / Double(outcomes.count)
    }
    #expect(quiet > 0.4)
    let unplanned = share(.freeliving) { diary in
      diary.diary.entries.contains { $0.kind == .phase } ? 0 : 1
    }
    #expect(unplanned == 1)
  }

  /// The mean of a number over 20 diaries of a kind.
  private func share(_ kind: DiaryKind, _ number: (SimulatedDiary) -> Double) -> Double {
    (0..<20).reduce(0) { $0 + number(Self.simulator.diary($1, kind: kind)) } / 20
  }

  @Test func theTruthTableHoldsARowPerGroup() {
    let diaries = Array(Self.simulator.simulate(participants: 6))
    let lines = TruthTable.text(diaries).split(separator: "\n")
    #expect(lines.count == 1 + diaries.reduce(0) { $0 + $1.truths.count })
    #expect(lines.allSatisfy { $0.split(separator: ",").count == 6 })
  }
}
