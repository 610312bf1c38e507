// SPDX-License-Identifier: Apache-2.0

import FileAccess
import TestSupport
import Testing

@testable import Batch

@Suite("Where participants of a batch stand")
struct BatchPlacesTests {
  private func who(_ base: String, _ published: String? = nil, id: String? = nil, gate: String = "")
    -> UnitHead.Participant
  {
    var who = UnitHead.Participant(
      id: id ?? base, base: base, published: published ?? base,
      report: "reports/\(published ?? base).html")
    who.gate = gate
    who.offset = base.utf8.count
    who.length = 7
    return who
  }

  @Test func keepsAllThreeIDs() {
    var places = BatchPlaces()
    places.append(who("p1"), unit: 0)
    places.append(who("p2", "p2-1"), unit: 1)
    places.append(who("p-abc", id: "Anna"), unit: 2)
    places.append(who("p-abd", "p-abd-1", id: "Anne", gate: "fasting"), unit: 3)
    let all = places.participants
    #expect(all.map(places.published) == ["p1", "p2-1", "p-abc", "p-abd-1"])
    #expect(all.map(places.base(of:)) == ["p1", "p2", "p-abc", "p-abd"])
    #expect(all.map(places.id(of:)) == ["p1", "p2", "Anna", "Anne"])
    #expect(all.map(\.unit) == [0, 1, 2, 3])
    #expect(all.map(\.offset) == [2, 2, 5, 5])
    #expect(all.map(\.rank) == [SafetyOrder.none, SafetyOrder.none, SafetyOrder.none, 8])
    #expect(places.report(of: all[1]) == "p2-1.html")
    #expect(places.hasPseudonyms)
  }

  @Test func anIDOfSeveralUnitsIsNumberedPastThoseThatAreTaken() {
    var places = BatchPlaces()
    // As the first round leaves them: each under the id that it would have.
    for (unit, id) in ["p1", "q", "p1", "p1-1", "p1"].enumerated() {
      places.append(who(id), unit: unit)
    }
    let renames = places.renames()
    #expect(renames.map(\.unit) == [0, 2, 4])
    #expect(renames.map { $0.renames["p1"] } == ["p1-2", "p1-3", "p1-4"])
  }

  @Test func whoIsNoLongerDoubledGoesBack() {
    var places = BatchPlaces()
    places.append(who("p1", "p1-2"), unit: 0)
    places.append(who("p2"), unit: 1)
    let renames = places.renames()
    #expect(renames.map(\.unit) == [0])
    #expect(renames.first?.renames.isEmpty == true)
    places = BatchPlaces()
    places.append(who("p1", "p1-1"), unit: 0)
    places.append(who("p1", "p1-2"), unit: 1)
    #expect(places.renames().isEmpty)
  }

  @Test func sortedNumbersAreFound() {
    let numbers: [UInt64] = [2, 4, 4, 9]
    #expect((0...10).filter { numbers.holds($0) } == [2, 4, 9])
    #expect(!numbers.holds(nil) && ![UInt64]().holds(1))
  }
}
