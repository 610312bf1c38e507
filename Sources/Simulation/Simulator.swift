// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// Makes diaries of people whose triggers are known.
///
/// Deterministic: a seed, a participant's number and a kind give the same diary, on every machine,
/// however many participants are asked for. See `docs/simulation.md` for what is assumed.
public struct Simulator: Sendable {
  /// The seed of all draws.
  public let seed: UInt64
  /// How widely the diaries differ.
  public let profile: SimulationProfile
  /// Whether diaries of the kind `literature` deal out the published rates and clocks to the groups at
  /// random, for people whom the literature does not fit.
  public let shufflesLiterature: Bool

  /// Creates a simulator.
  public init(
    seed: UInt64, profile: SimulationProfile = .broad, shufflesLiterature: Bool = false
  ) {
    self.seed = seed
    self.shufflesLiterature = shufflesLiterature
    self.profile = profile
  }

  /// The diaries of participants 0, 1, 2, …, made one at a time as they are asked for.
  ///
  /// The kinds take turns; without any, all kinds do.
  public func simulate(
    participants: Int, kinds: [DiaryKind] = DiaryKind.allCases
  ) -> some Sequence<SimulatedDiary> & Sendable {
    let taken = kinds.isEmpty ? DiaryKind.allCases : kinds
    return SimulatedDiaries(simulator: self, count: max(0, participants), kinds: taken)
  }

  /// The diary of one participant, counted from 0.
  public func diary(_ participant: Int, kind: DiaryKind) -> SimulatedDiary {
    let number = UInt64(truncatingIfNeeded: participant)
    var random = RandomSource(seed: seed, stream: number &* 16)
    var traits =
      profile == .broad ? Traits.draw(kind, &random) : Traits.drawReference(kind, &random)
    let shuffled = kind == .literature && shufflesLiterature
    if shuffled { traits.groups = Literature.shuffled(traits.groups, &random) }
    // Some day of the years 2021 to 2024.
    let start = CivilDate(dayNumber: 18_628 + random.integer(0, 1400))
    return diary(traits, participant: participant, start: start, kind: kind)
  }

  /// The diary of given traits.
  func diary(
    _ traits: Traits, participant: Int, start: CivilDate, kind: DiaryKind
  ) -> SimulatedDiary {
    let number = UInt64(truncatingIfNeeded: participant)
    let course = Course(
      traits, seed: seed, participant: number, firstWeekday: start.isoWeekday)
    var random = RandomSource(seed: seed, stream: number &* 16 &+ 7)
    let recording = Recording(course, start: start, &random)
    let rises = Truth.rises(course)
    let diary = Diary(
      participant: Self.name(participant), entries: recording.entries, inputs: [])
    return SimulatedDiary(
      diary: diary, kind: kind.rawValue,
      truths: Truth.truths(
        course, rises: rises, exposureDays: recording.exposureDays, observed: recording.observed),
      process: Self.process(course, recording, rises, start))
  }

  private static func process(
    _ course: Course, _ recording: Recording, _ rises: [[Double]], _ start: CivilDate
  ) -> TrueProcess {
    let sample = course.noiseSample
    let moments = course.moments.indices.map { place in
      TrueProcess.Moment(
        day: course.moments[place].day, endHour: course.moments[place].end,
        outcome: recording.observed[place] ? recording.outcomes[place] : nil,
        background: course.expected(level: course.structure[place], sample))
    }
    let draws = sample.map { course.noise.values[0][$0] }
    let mean = draws.reduce(0, +) / Double(max(1, draws.count))
    let square = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return TrueProcess(
      start: start, moments: moments, rises: rises, unitRises: course.field.unit,
      noiseSD: (square / Double(max(1, draws.count - 1))).squareRoot(),
      persistence: course.traits.persistence)
  }

  /// A pseudonym whose order is that of the numbers.
  private static func name(_ participant: Int) -> String {
    let digits = String(participant)
    return "sim" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}

/// Diaries that are made as they are asked for.
private struct SimulatedDiaries: Sequence, Sendable {
  let simulator: Simulator
  let count: Int
  let kinds: [DiaryKind]

  struct Iterator: IteratorProtocol {
    let diaries: SimulatedDiaries
    var place = 0

    mutating func next() -> SimulatedDiary? {
      guard place < diaries.count else { return nil }
      defer { place += 1 }
      return diaries.simulator.diary(place, kind: diaries.kinds[place % diaries.kinds.count])
    }
  }

  func makeIterator() -> Iterator { Iterator(diaries: self) }
}
