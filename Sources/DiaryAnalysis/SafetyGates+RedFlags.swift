// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

extension SafetyGates {
  /// Signs that a doctor should look at first, NICE CG61.
  func redFlags() -> Evidence {
    var found = evidence(SafetyPhrases.redFlags)
    addWeightLoss(to: &found)
    addLooseStools(to: &found)
    return found
  }

  /// A fall of weight by 5 % or more within the diary.
  private func addWeightLoss(to found: inout Evidence) {
    var highest: (value: Double, entry: Int)?
    for index in frame.places.contexts {
      let entry = frame.entries[index]
      guard Words.normal(entry.name) == "weight", let kilograms = BodyMeasure.kilograms(entry),
        kilograms > 20, kilograms < 400
      else { continue }
      if let top = highest, kilograms <= top.value * 0.95 {
        found.add(
          "weight from \(Words.decimal(top.value)) to \(Words.decimal(kilograms)) kg", top.entry,
          Statement("weight-fall", ["from": .number(top.value), "to": .number(kilograms)]))
        found.add("", index)
        return
      }
      if kilograms > highest?.value ?? 0 { highest = (kilograms, index) }
    }
  }

  /// Over 60, with loose stools that go on for six weeks or more.
  private func addLooseStools(to found: inout Evidence) {
    guard let age = profile.age, age.oldest > 60 else { return }
    var days: [(day: Int, entry: Int)] = []
    for (index, entry) in frame.entries.enumerated() where entry.kind == .symptom {
      guard let time = entry.time else { continue }
      let loose: Bool =
        if SymptomSeverity.isStoolForm(entry) {
          (entry.value?.number).map { $0 >= 6 } ?? false
        } else {
          SafetyPhrases.any(SafetyPhrases.looseStools, in: entry.name)
            && !SymptomSeverity.read(entry, unitlessTop: 10).explicitZero
        }
      if loose { days.append((frame.axis.day(of: time.start), index)) }
    }
    guard days.count >= 6, let first = days.first, let last = days.last,
      last.day - first.day >= 41
    else { return }
    found.add(
      "\(age.text), loose stools for six weeks or more", age.entry,
      Statement("loose-stools", ["text": .text(age.text), "years": .number(age.oldest)]))
    found.add("", first.entry)
    found.add("", last.entry)
  }
}
