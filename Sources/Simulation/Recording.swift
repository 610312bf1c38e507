// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// What of a course is written down, and how.
struct Recording {
  private let course: Course
  private let start: CivilDate
  /// By moment: whether the diary tells the outcome.
  private(set) var observed: [Bool]
  /// By moment: the worst severity as it would be written, on 0–10.
  private(set) var outcomes: [Double]
  /// By group: the days with an exposure in the diary.
  private(set) var exposureDays: [[Int]]
  private(set) var entries: [Entry] = []

  /// Writes a diary that starts on a date.
  init(_ course: Course, start: CivilDate, _ random: inout RandomSource) {
    self.course = course
    self.start = start
    outcomes = course.moments.indices.map { moment in
      let level = course.structure[moment] + course.rises(at: moment)
      return course.traits.symptoms.indices.map {
        let severity = course.severity($0, level: level, noiseOf: moment)
        return Severity(severity, course.traits.scale).onTen
      }.max() ?? 0
    }
    exposureDays = Array(repeating: [], count: course.traits.groups.count)
    observed = []
    let missing = Self.missingDays(course, outcomes, &random)
    observed = course.moments.map { !missing[$0.day] }
    writeProfile(&random)
    writePhases()
    writeFoods(missing, &random)
    writeSymptoms()
    writeCircumstances(missing)
  }

  private static func missingDays(
    _ course: Course, _ outcomes: [Double], _ random: inout RandomSource
  ) -> [Bool] {
    var worst = Array(repeating: 0.0, count: course.schedule.days)
    for (moment, outcome) in zip(course.moments, outcomes) {
      worst[moment.day] = max(worst[moment.day], outcome)
    }
    var before = false
    return worst.map { outcome in
      let badness = clipped((outcome - max(0, course.traits.level)) / 4, 0, 1)
      let chance = course.traits.missing + course.traits.missingOnBadDays * badness
      before = random.bernoulli(0.75 * chance + (before ? 0.25 : 0))
      return before
    }
  }

  private func time(_ minute: Int) -> EntryTime {
    let date = start.advanced(by: minute / 1440)
    guard let time = LocalDateTime(date: date, secondOfDay: minute % 1440 * 60) else {
      return .at(.day(date))
    }
    return .at(.clock(time))
  }

  private func day(_ day: Int) -> EntryTime { .at(.day(start.advanced(by: day))) }

  private func groups(_ places: [Int]) -> [GroupID] {
    places.map { course.traits.groups[$0].group }.sorted()
  }

  private mutating func write(
    _ kind: EntryKind, _ time: EntryTime?, _ name: String, value: EntryValue? = nil,
    unit: String? = nil, groups: [GroupID]? = nil, note: String? = nil
  ) {
    let origin = Origin(input: 0, line: entries.count + 2)
    entries.append(
      Entry(
        kind: kind, time: time, name: name, value: value, unit: unit, groups: groups, note: note,
        origin: origin))
  }
}

extension Recording {
  private mutating func writeProfile(_ random: inout RandomSource) {
    write(.profile, nil, "age", value: .number(Double(random.integer(19, 69))))
    let sex = course.traits.context.menstruates || random.bernoulli(0.4) ? "female" : "male"
    write(.profile, nil, "sex", value: .text(sex))
    let condition = random.pick(["IBS", "IBS-D", "IBS-C", "eczema", "migraine"], else: "IBS")
    write(.profile, nil, "condition", value: .text(condition))
    if !course.traits.suspects.isEmpty {
      write(.profile, nil, "suspects", groups: groups(course.traits.suspects))
    }
  }

  private mutating func writePhases() {
    guard course.traits.phasesRecorded else { return }
    for phase in course.schedule.phases {
      let first = TimePoint.day(start.advanced(by: phase.first))
      let last = TimePoint.day(start.advanced(by: phase.last))
      let named = phase.groups.isEmpty ? nil : groups(phase.groups)
      write(.phase, .interval(first, last), phase.name, groups: named)
    }
  }

  private mutating func writeFoods(_ missing: [Bool], _ random: inout RandomSource) {
    let plain = ["rice", "chicken", "potatoes", "carrots", "beef", "olive oil", "quinoa", "lamb"]
    for day in missing.indices {
      let logged = !missing[day] || course.traits.foodsOnMissingDays
      let name = random.pick(plain, else: "rice")
      let minute = day * 1440 + random.integer(700, 1200)
      if logged { write(.food, time(minute), name, groups: []) }
    }
    for meal in course.schedule.meals {
      let clock = random.bernoulli(course.traits.clockShare)
      let amount = random.bernoulli(course.traits.amountShare)
      guard meal.known, !missing[meal.day] || course.traits.foodsOnMissingDays else { continue }
      let held = groups(meal.groups)
      let name = held.map { $0.rawValue.split(separator: "_").joined(separator: " ") }
        .joined(separator: " and ")
      write(
        .food, clock ? time(meal.minute) : day(meal.day), name,
        value: amount ? .number(meal.saidDose) : nil, unit: amount ? "portion" : nil, groups: held)
      for group in meal.groups { exposureDays[group].append(meal.day) }
    }
  }

  private mutating func writeSymptoms() {
    for (place, moment) in course.moments.enumerated() where observed[place] {
      let level = course.structure[place] + course.rises(at: place)
      for (index, symptom) in course.traits.symptoms.enumerated() {
        let severity = Severity(
          course.severity(index, level: level, noiseOf: place), course.traits.scale)
        if course.traits.attacksOnly, severity.onTen == 0 { continue }
        let time = moment.minute.map { self.time($0) } ?? day(moment.day)
        write(.symptom, time, symptom.name, value: severity.value, unit: severity.unit)
      }
    }
  }

  private mutating func writeCircumstances(_ missing: [Bool]) {
    let all = course.circumstances
    for index in missing.indices where !missing[index] && all.recorded[index] {
      let time = day(index)
      write(.context, time, "stress", value: .number(all.stress[index]), unit: "0-10")
      write(.context, time, "sleep", value: .number(all.sleepHours[index]), unit: "h")
      if all.menses[index] { write(.context, time, "menses", value: .number(1)) }
      if all.illness[index] { write(.context, time, "illness", value: .number(1)) }
      if all.alcohol[index] > 0 {
        write(
          .context, time, "alcohol", value: .number(Double(all.alcohol[index])), unit: "drinks")
      }
      if all.exerciseMinutes[index] > 0 {
        let minutes = Double(all.exerciseMinutes[index])
        write(
          .context, time, "exercise", value: .number(minutes), unit: "min", note: "moderate")
      }
    }
  }
}

/// A severity as it is written on one of the scales.
struct Severity {
  /// The value as written.
  let value: EntryValue
  /// The scale as written.
  let unit: String
  /// The same on 0–10.
  let onTen: Double

  /// Rounds a severity of 0…10 to a scale.
  init(_ severity: Double, _ scale: Traits.Scale) {
    switch scale {
    case .tenth:
      onTen = severity.rounded()
      value = .number(onTen)
      unit = "0-10"
    case .hundred:
      let whole = (severity * 10).rounded()
      onTen = whole / 10
      value = .number(whole)
      unit = "0-100"
    case .five:
      let step = (severity * 0.4).rounded()
      onTen = step * 2.5
      value = .number(step)
      unit = "0-4"
    case .words:
      let step = (severity * 0.4).rounded()
      let words = ["none", "mild", "moderate", "severe", "very severe"]
      onTen = step * 2.5
      value = .text(words[min(4, max(0, Int(step)))])
      unit = "none-very severe"
    }
  }
}
