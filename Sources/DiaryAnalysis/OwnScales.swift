// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// The scales on which a diary notes its symptoms, where they are others than 0–10.
enum OwnScales {
  /// The ends of the scale of each symptom all of whose entries are numbers on one scale that the diary
  /// names, such as `0-100`; `nil` where there is no such symptom.
  ///
  /// Stool forms are left out, whose values are distances from the best form, and so is 1–10, which is
  /// read as it stands.
  static func find(_ frame: DiaryFrame, _ names: [String]) -> [String: [Double]]? {
    let places = frame.places.symptoms
    guard places.contains(where: { frame.entries[$0].unit.map { $0 != "0-10" } ?? false }) else {
      return nil
    }
    var units: [String: Set<String>] = [:]
    for place in places {
      let entry = frame.entries[place]
      let name = Words.normal(entry.name)
      let isScaled = entry.value?.number != nil && !SymptomSeverity.isStoolForm(entry)
      // An empty text stands for an entry that names no scale, and so ends the search.
      units[name, default: []].insert(isScaled ? entry.unit ?? "" : "")
    }
    var scales: [String: [Double]] = [:]
    for name in names {
      guard let own = units[Words.normal(name)], own.count == 1, let unit = own.first,
        let ends = SymptomSeverity.ends(unit), ends.high != 10 || ends.low != 0 && ends.low != 1
      else { continue }
      scales[name] = [ends.low, ends.high]
    }
    return scales.isEmpty ? nil : scales
  }
}
