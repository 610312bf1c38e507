// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Exposures become columns for the model")
struct AtomTests {
  static let axis = TimeAxis(dayStartMinutes: 300)
  static let lactose = GroupID(rawValue: "lactose")

  static func daily(_ days: Range<Int>) -> [Observation] {
    days.map { day in
      Observation(
        hour: axis.end(of: day), begin: axis.begin(of: day), end: axis.end(of: day), day: day,
        value: 0, daily: true)
    }
  }

  static func exposure(_ meals: [(day: Int, hour: Double?, portions: Double)]) -> GroupExposure {
    GroupExposure(
      group: lactose,
      meals: meals.map { meal in
        GroupMeal(
          day: meal.day, hour: meal.hour.map { Double(meal.day) * 24 + $0 },
          portions: meal.portions, weight: 1, grams: nil, name: "milk", entry: 0)
      }, axis: axis)
  }

  static func columns(_ observations: [Observation], _ exposure: GroupExposure) -> [[Double]] {
    var builder = AtomBuilder(observations: observations, axis: axis)
    return builder.atoms(of: exposure).columns.map(\.values)
  }

  static func isClose(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-8 }
  }

  /// Brackets of the four gamma kernels from scipy.stats.gamma, divided by their largest over the
  /// days after a portion at 13:00.
  @Test("One portion at 19:00 gives the gamma kernels' daily shares")
  func portionInTheEvening() {
    let columns = Self.columns(Self.daily(0..<4), Self.exposure([(0, 19, 1)]))
    #expect(columns.count == 4)
    let expected = [
      [0.9570187781, 0.0474838433, 2.5796e-06, 1e-10],
      [0.6022863158, 0.6991450465, 0.0127985481, 9.20646e-05],
      [0.050636663, 1.058447582, 0.2827086768, 0.0139886857],
      [0.0008135895, 0.5840213271, 1.2079918953, 0.328459092],
    ]
    for (column, values) in zip(columns, expected) { #expect(Self.isClose(column, values)) }
  }

  @Test("A portion without a clock is the average of three hours")
  func portionWithoutClock() {
    let columns = Self.columns(Self.daily(0..<3), Self.exposure([(0, nil, 1)]))
    #expect(Self.isClose(columns[0], [0.9869781054, 0.0175261605, 9.351e-07]))
    #expect(Self.isClose(columns[3], [0.0309812032, 0.8880669432, 0.9992510441]))
  }

  @Test("One portion at 13:00 peaks at exactly 1, in a daily and in a stamped diary")
  func peak() {
    for column in Self.columns(Self.daily(0..<8), Self.exposure([(0, 13, 1)])) {
      #expect(abs((column.max() ?? 0) - 1) < 1e-12)
    }
    let stamped = (1..<500).map { quarter in
      let end = 13 + Double(quarter) / 4
      return Observation(
        hour: end, begin: end - 5, end: end, day: Int((end - 5) / 24), value: 0, daily: false)
    }
    for column in Self.columns(stamped, Self.exposure([(0, 13, 1)])) {
      #expect(abs((column.max() ?? 0) - 1) < 1e-9)
    }
  }

  @Test("A stamped entry six hours after the portion")
  func stamped() {
    let observation = Observation(hour: 14, begin: 9, end: 14, day: 0, value: 0, daily: false)
    let columns = Self.columns([observation], Self.exposure([(0, 8, 1)]))
    #expect(
      Self.isClose(columns.map { $0[0] }, [0.9487742202, 0.590632458, 0.0214832805, 6.65952e-05]))
  }

  @Test("Dose shapes: two half portions on a day, and three whole ones")
  func doseShapes() {
    #expect(DoseShape.linear.response(5) == 3)
    #expect(DoseShape.saturating.response(0.2) == 0.5)
    #expect(DoseShape.threshold.response(0.5) == 0)
    #expect(DoseShape.threshold.response(0.75) == 0.5)
    for shape in DoseShape.allCases { #expect(shape.response(1) == 1) }
    let whole = Self.columns(Self.daily(0..<4), Self.exposure([(0, 13, 1)]))
    let halves = Self.columns(Self.daily(0..<4), Self.exposure([(0, 13, 0.5), (0, 13, 0.5)]))
    #expect(zip(whole, halves).allSatisfy(Self.isClose))
    let three = Self.columns(Self.daily(0..<4), Self.exposure([(0, 13, 3)]))
    #expect(three.count == 8)
    #expect(Self.isClose(three[0], whole[0].map { $0 * 3 }))
    #expect(Self.isClose(three[1], whole[0]))
  }

  @Test("Equal columns are one, with the weights added; all weights sum to 1")
  func merging() {
    var builder = AtomBuilder(
      observations: Self.daily(0..<4), axis: Self.axis, prior: .neutral)
    let once = builder.atoms(of: Self.exposure([(0, 13, 1)])).columns
    #expect(once.map(\.weight).count == 4)
    #expect(abs(once.map(\.weight).reduce(0, +) - 1) < 1e-12)
    #expect(abs(once[0].weight - 0.30) < 1e-12)
    let never = builder.atoms(of: Self.exposure([(30, 13, 1)])).columns
    #expect(never.isEmpty)
  }

  @Test("The windowed sum is the plain sum", arguments: 1...4)
  func bruteForce(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let meals = (0..<40).map { _ -> (day: Int, hour: Double?, portions: Double) in
      let hour: Double? =
        Bool.random(using: &generator)
        ? Double.random(in: 5..<24, using: &generator) : nil
      return (
        Int.random(in: 0..<30, using: &generator), hour,
        Double.random(in: 0.1...2, using: &generator)
      )
    }
    let observations = Self.daily(0..<30).filter { _ in Bool.random(using: &generator) }
    let exposure = Self.exposure(meals)
    let found = Self.columns(observations, exposure)
    let plain = Self.plain(observations, exposure)
    #expect(found.count == 12)
    // What is left of a kernel after a week is not followed up.
    for (column, expected) in zip(found, plain) {
      #expect(zip(column, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  private static func plain(_ observations: [Observation], _ exposure: GroupExposure) -> [[Double]]
  {
    ResponseKernel.all.flatMap { kernel -> [[Double]] in
      func share(_ begin: Double, _ end: Double) -> Double {
        kernel.cumulative(max(end, 0)) - kernel.cumulative(max(begin, 0))
      }
      let scale = (0...6).map { share(Double($0) * 24 - 8, Double($0) * 24 + 16) }.max() ?? 1
      return DoseShape.allCases.map { shape in
        observations.map { observation in
          exposure.meals.reduce(0) { sum, meal in
            let day = exposure.meals.filter { $0.day == meal.day }.map(\.portions).reduce(0, +)
            let hours = meal.hour.map { [$0] } ?? [8, 13, 19].map { Double(meal.day) * 24 + $0 }
            let mean =
              hours.map { share(observation.begin - $0, observation.end - $0) }.reduce(0, +)
              / Double(hours.count)
            return sum + shape.response(day) * meal.portions / day * mean / scale
          }
        }
      }
    }
  }
}
