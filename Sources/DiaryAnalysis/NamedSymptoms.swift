// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The symptoms of a diary by name.
struct NamedSymptoms {
  /// For each symptom entry, the place of its symptom; `everySymptom` where it says that there was none.
  private(set) var symptoms: [Int] = []
  /// The symptoms' names, as they are spelt most often.
  private(set) var spellings: [String] = []
  /// The largest number without a scale of each symptom that has one.
  private(set) var tops: [Double?] = []
  /// The symptoms on more than one scale.
  private(set) var changedScales: [String] = []

  /// The symptoms that an entry denies by its name, by the entry's place.
  private(set) var denied: [Int: [Int]] = [:]

  /// What a name says.
  private enum Meaning {
    case symptom
    /// There was none at all.
    case none
    /// Some were not there.
    case denial([String])

    init(_ name: String) {
      if SymptomAbsence.isName(name) {
        self = .none
      } else {
        let names = DeniedSymptoms.names(name)
        self = names.isEmpty ? .symptom : .denial(names)
      }
    }
  }

  init(_ frame: DiaryFrame) {
    var texts: [String: Int] = [:]
    var counts: [Int] = []
    var meanings: [String: Meaning] = [:]
    var denials: [Int: [String]] = [:]
    func place(of name: String) -> Int {
      let place = texts[name] ?? texts.count
      if place == counts.count {
        texts[name] = place
        counts.append(0)
      }
      counts[place] += 1
      return place
    }
    let textOf = frame.places.symptoms.enumerated().map { order, index -> Int? in
      let name = frame.entries[index].name
      let meaning = meanings[name] ?? Meaning(name)
      meanings[name] = meaning
      switch meaning {
      case .none where SymptomAbsence.isSaid(by: frame.entries[index]): return nil
      case .denial(let names) where SymptomAbsence.isSaid(by: frame.entries[index]):
        denials[order] = names
        return nil
      default: return place(of: name)
      }
    }
    let known = texts.keys.sorted()
    let matches =
      denials.isEmpty ? [:] : DeniedSymptoms.matches(denials.values.joined(), among: known)
    for name in denials.sorted(by: { $0.key < $1.key }).flatMap(\.value)
    where matches[name]?.isEmpty == true {
      _ = place(of: name)
    }
    let symptomOf = spell(texts, counts)
    symptoms = textOf.map { $0.map { symptomOf[$0] } ?? SymptomRecord.everySymptom }
    denied = denials.mapValues { names in
      let all = names.flatMap { name in
        let own = matches[name] ?? []
        return (own.isEmpty ? [name] : own).compactMap { texts[$0].map { symptomOf[$0] } }
      }
      return Set(all).sorted()
    }
    readScales(frame)
  }

  /// Brings names that differ only in case and blanks together; the symptom of each text.
  private mutating func spell(_ texts: [String: Int], _ counts: [Int]) -> [Int] {
    var spelt: [String: [String: Int]] = [:]
    for (text, place) in texts {
      let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      spelt[Words.normal(text), default: [:]][name, default: 0] += counts[place]
    }
    let keys = spelt.keys.sorted()
    spellings = keys.map { key in
      spelt[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
    }
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    var symptomOf = [Int](repeating: 0, count: counts.count)
    for (text, place) in texts { symptomOf[place] = places[Words.normal(text)] ?? 0 }
    return symptomOf
  }

  private mutating func readScales(_ frame: DiaryFrame) {
    tops = Array(repeating: nil, count: spellings.count)
    var units = [Set<String>](repeating: [], count: spellings.count)
    var known: (text: String?, name: String, hasEnds: Bool) = (nil, "", false)
    for (index, symptom) in zip(frame.places.symptoms, symptoms)
    where symptom != SymptomRecord.everySymptom {
      guard let value = frame.entries[index].value else { continue }
      let unit = frame.entries[index].unit
      if unit != known.text {
        known = (
          unit, Words.normal(unit ?? ""), unit.flatMap(SymptomSeverity.ends) != nil
        )
      }
      if !units[symptom].contains(known.name) { units[symptom].insert(known.name) }
      guard !known.hasEnds, let number = value.number, number.isFinite else { continue }
      tops[symptom] = max(tops[symptom] ?? 0, number)
    }
    changedScales = spellings.indices.filter { units[$0].count > 1 }.map { spellings[$0] }
  }
}
