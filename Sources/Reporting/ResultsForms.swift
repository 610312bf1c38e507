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
    set(GroupResult.AlignedValue.self) { value, object in
      object.add("day", value.day)
      try object.add("value", value.value)
    }
    set(GroupResult.LedgerItem.self) { item, object in
      try object.add("days", count: item.days.count) { place, object in
        object.add("date", item.days[place].date.description)
        try object.add("value", item.days[place].value)
      }
      object.add("direction", item.direction.rawValue)
      object.add("entries", item.entries)
      object.add("factor", item.factor)
      object.add("isUsual", item.isUsual)
      object.add("unit", item.unit)
      try object.add("usualValue", item.usualValue)
    }
    set(GroupResult.DayRange.self) { range, object in
      object.add("end", range.end.description)
      object.add("start", range.start.description)
    }
    set(GroupResult.Interval.self) { interval, object in
      try object.add("high", interval.high)
      try object.add("level", interval.level)
      try object.add("low", interval.low)
      try object.add("mean", interval.mean)
    }
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
