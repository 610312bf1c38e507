// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension JSONLineForms {
  /// The parts of results that most of a line is made of.
  static let results: JSONLineForms = {
    var forms = JSONLineForms()
    forms.addChallenges()
    forms.addDays()
    forms.set(Statement.self) { statement, object in
      try object.add("arguments", keys: Array(statement.arguments.keys)) { key in
        switch statement.arguments[key] {
        case .number(let number): try object.write(number)
        case .text(let text): object.write(text)
        case .texts(let texts): object.write(texts)
        case nil: break
        }
      }
      object.add("code", statement.code)
    }
    return forms
  }()

  private mutating func addChallenges() {
    set(GroupResult.AlignedValue.self, Self.write)
    set(GroupResult.LedgerItem.self, Self.write)
    set(GroupResult.DayRange.self, Self.write)
    set(GroupResult.Interval.self, Self.write)
    set(GroupResult.Challenge.self) { challenge, object in
      try object.add("autocorrelation", challenge.autocorrelation)
      object.add("baselineDays", challenge.baselineDays)
      try object.add("baselineMean", challenge.baselineMean)
      try object.add("baselineWindow", challenge.baselineWindow, Self.write)
      object.add("confounders", challenge.confounders)
      try object.add("doses", challenge.doses, Self.write)
      try object.add("effect", challenge.effect)
      try object.add("effectWithoutConfounded", challenge.effectWithoutConfounded)
      object.add("end", challenge.end.description)
      object.add("entries", challenge.entries)
      try object.add("excludedDays", challenge.excludedDays) { day, object in
        object.add("code", day.code)
        object.add("date", day.date.description)
        object.add("reason", day.reason)
      }
      try object.add("hedgesG", challenge.hedgesG)
      try object.add("ledger", challenge.ledger, Self.write)
      try object.add("levelChange", challenge.levelChange, Self.write)
      try object.add("logResponseRatio", challenge.logResponseRatio)
      object.add("mechanism", challenge.mechanism)
      try object.add("nap", challenge.nap)
      try object.add("napInterval", challenge.napInterval)
      try object.add("napWithoutConfounded", challenge.napWithoutConfounded)
      try object.add("pValue", challenge.pValue)
      object.add("pValueKind", challenge.pValueKind)
      object.add("pValueWindows", challenge.pValueWindows)
      try object.add("responseWindow", challenge.responseWindow, Self.write)
      object.add("source", challenge.source)
      object.add("start", challenge.start.description)
      try object.add("tau", challenge.tau)
      try object.add("tauTrendCorrected", challenge.tauTrendCorrected)
      try object.add("values", challenge.values, Self.write)
    }
  }

  private static func write(
    _ value: GroupResult.AlignedValue, _ object: JSONLineMembers
  ) throws {
    object.add("day", value.day)
    try object.add("value", value.value)
  }

  private static func write(_ item: GroupResult.LedgerItem, _ object: JSONLineMembers) throws {
    try object.add("days", item.days) { day, object in
      object.add("date", day.date.description)
      try object.add("value", day.value)
    }
    object.add("direction", item.direction.rawValue)
    object.add("entries", item.entries)
    object.add("factor", item.factor)
    object.add("isUsual", item.isUsual)
    object.add("unit", item.unit)
    try object.add("usualValue", item.usualValue)
  }

  private static func write(_ range: GroupResult.DayRange, _ object: JSONLineMembers) {
    object.add("end", range.end.description)
    object.add("start", range.start.description)
  }

  private static func write(_ interval: GroupResult.Interval, _ object: JSONLineMembers) throws {
    try object.add("high", interval.high)
    try object.add("level", interval.level)
    try object.add("low", interval.low)
    try object.add("mean", interval.mean)
  }

  private mutating func addDays() {
    set(GroupResult.Exposure.self) { exposure, object in
      object.add("certain", exposure.certain)
      object.add("date", exposure.date.description)
      object.add("entries", exposure.entries)
      object.add("foods", exposure.foods)
      try object.add("portions", exposure.portions)
    }
    set(GroupResult.DoseResponse.self) { response, object in
      object.add("date", response.date.description)
      try object.add("dose", response.dose)
      object.add("isAbove", response.isAbove)
      try object.add("worst", response.worst)
      object.add("worstDate", response.worstDate.description)
    }
    set(GroupResult.TimingProbability.self) { timing, object in
      try object.add("meanHours", timing.meanHours)
      try object.add("probability", timing.probability)
    }
    set(Timeline.Day.self) { day, object in
      object.add("confounders", day.confounders)
      object.add("date", day.date.description)
      object.add("excluded", day.excluded)
      object.add("logged", day.logged)
      try object.add("outcome", day.outcome)
      try object.add("symptoms", day.symptoms)
    }
  }
}
