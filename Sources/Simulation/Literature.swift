// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// How often groups trigger symptoms in people who suspect foods, and when, as published.
///
/// Reaction rates of the FODMAP subgroups are those of blinded reintroduction (Van den Houte 2024,
/// doi:10.1053/j.gastro.2024.02.008), corrected for the reactions to glucose p0 = 0.26 as
/// (p - p0) / (1 - p0); gluten is from blinded challenges of self-reported sensitivity
/// (Molina-Infante 2017: 16 %). A rate of zero is raised to 0.02, since a rare trigger is still
/// one. The other rates are assumptions of this simulator, between 0.03 and 0.15, marked so.
/// Clocks: sugar alcohols on the same day, fructose within 5 hours, fructans and galactans into
/// the second day, lactose from 1–3 hours (Van den Houte 2024), gluten from hours to days,
/// alcohol, caffeine, capsaicin and histamine within minutes to
/// hours (assumed).
enum Literature {
  /// The share of placebo challenges that are reacted to (Van den Houte 2024: glucose 26 %).
  static let placeboReactions = 0.26

  private struct Row {
    let group: String
    let rate: Double
    let peak: ClosedRange<Double>
    let spread: Double
  }

  private static let rows: [Row] = [
    Row(group: "fructan", rate: 0.41, peak: 14...32, spread: 0.4),
    Row(group: "mannitol", rate: 0.38, peak: 3...10, spread: 0.5),
    Row(group: "gluten", rate: 0.16, peak: 12...44, spread: 0.5),
    Row(group: "gos", rate: 0.12, peak: 14...32, spread: 0.4),
    Row(group: "lactose", rate: 0.03, peak: 2...12, spread: 0.6),
    Row(group: "fructose", rate: 0.02, peak: 2...5, spread: 0.5),
    Row(group: "sorbitol", rate: 0.02, peak: 3...10, spread: 0.5),
    // Assumed rates.
    Row(group: "capsaicin", rate: 0.15, peak: 2...8, spread: 0.5),
    Row(group: "alcohol", rate: 0.10, peak: 2...12, spread: 0.5),
    Row(group: "caffeine", rate: 0.10, peak: 1...4, spread: 0.5),
    Row(group: "histamine", rate: 0.08, peak: 1...6, spread: 0.5),
    Row(group: "dairy", rate: 0.08, peak: 6...36, spread: 0.5),
    Row(group: "egg", rate: 0.05, peak: 4...30, spread: 0.5),
    Row(group: "soy", rate: 0.05, peak: 4...30, spread: 0.5),
    Row(group: "corn", rate: 0.03, peak: 4...30, spread: 0.5),
    Row(group: "nightshade", rate: 0.03, peak: 6...36, spread: 0.5),
  ]

  /// Draws 5 to 8 groups; the FODMAP subgroups and gluten are tested most.
  static func draw(_ random: inout RandomSource) -> [GroupTraits] {
    let fodmaps = random.shuffled(Array(rows.prefix(7)))
    let others = random.shuffled(Array(rows.dropFirst(7)))
    let chosen = fodmaps.prefix(random.integer(3, 6)) + others.prefix(random.integer(1, 3))
    let groups = Self.groups(chosen, &random)
    return groups.sorted { $0.group < $1.group }
  }

  /// The same groups, each with the rate and clock of another one of the table.
  static func shuffled(
    _ groups: [GroupTraits], _ random: inout RandomSource
  ) -> [GroupTraits] {
    let dealt = Self.groups(random.shuffled(rows), &random)
    return zip(groups, dealt).map { group, other in
      var traits = other
      traits.group = group.group
      return traits
    }
  }

  private static func groups(
    _ chosen: some Sequence<Row>, _ random: inout RandomSource
  ) -> [GroupTraits] {
    chosen.map { row in
      var traits = GroupTraits(group: GroupID(rawValue: row.group))
      traits.clock = .hump(
        peak: random.uniform(row.peak.lowerBound, row.peak.upperBound), spread: row.spread)
      traits.dose = .draw(&random)
      traits.frequency = random.uniform(0.06, 0.6)
      let strength = min(5, max(0.5, random.logNormal(median: 1.9, spread: 0.45)))
      traits.potency = random.bernoulli(row.rate) ? strength : 0
      return traits
    }
  }
}
