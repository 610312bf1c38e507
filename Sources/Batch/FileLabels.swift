// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import Importing

/// What the files of a unit are called in outputs that may be shared.
struct FileLabels: Sendable {
  private let unit: (name: String, path: String)
  private let label: String
  private let pseudonyms: Pseudonyms

  init(_ unit: BatchUnit, _ label: String, _ pseudonyms: Pseudonyms) {
    self.init(name: unit.name, path: unit.path, label, pseudonyms)
  }

  /// Labels of a unit that is called so and stands, or would stand, at that path.
  init(name: String, path: String, _ label: String, _ pseudonyms: Pseudonyms) {
    unit = (name, path)
    self.label = label
    self.pseudonyms = pseudonyms
  }

  /// A finding with its file called by that name.
  func labelled(_ finding: Finding) -> Finding {
    guard finding.file.hasPrefix(unit.path) else { return finding }
    var finding = finding
    let inner = finding.file.dropFirst(unit.path.count).drop { $0 == "/" }
    finding.file = inner.isEmpty ? label : label + "/" + pseudonyms.label(ofFile: String(inner))
    return finding
  }

  /// Calls inputs by those names; a reference to a row then names them so too.
  func label(_ inputs: inout [InputSummary]) {
    for place in inputs.indices {
      let name = inputs[place].name
      inputs[place].name =
        name == unit.name
        ? label
        : name.hasPrefix(unit.name + "/")
          ? label + "/"
            + pseudonyms.label(
              ofFile: String(name.dropFirst(unit.name.count + 1)), number: place + 1)
          : pseudonyms.label(ofFile: name, number: place + 1)
    }
  }
}
