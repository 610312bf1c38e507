// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import Markup

extension English {
  /// A sentence of the analysis with names in the place of identifiers.
  func plain(_ sentence: String) -> String {
    let own = Dictionary(
      labels.map { (Array($0.key.utf8), Array($0.value.shortened(to: 80).utf8)) },
      uniquingKeysWith: { first, _ in first })
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sentence.utf8.count + 16)
    var word: [UInt8] = []
    func close() {
      bytes.append(contentsOf: (word.count < 24 ? Self.names[word] : nil) ?? own[word] ?? word)
      word.removeAll(keepingCapacity: true)
    }
    for byte in sentence.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x2D, 0x80...: word.append(byte)
      default:
        close()
        bytes.append(byte)
      }
    }
    close()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands for an identifier of the analysis within a sentence, both as UTF-8.
  private static let names: [[UInt8]: [UInt8]] = {
    var names: [[UInt8]: [UInt8]] = [:]
    for name in groupNames.keys.sorted() {
      names[Array(name.utf8)] = Array(English().inner(GroupID(rawValue: name)).utf8)
    }
    for (name, text) in confounders.sorted(by: { $0.key < $1.key }) {
      names[Array(name.utf8)] = Array(text.utf8)
    }
    return names
  }()

  func reason(_ reason: String) -> String { plain(reason) }
  func nextStep(_ sentence: String) -> String { plain(sentence) }
  func testFood(_ separation: AnalysisResults.Separation) -> String { plain(separation.testFood) }
  func evidence(_ gate: AnalysisResults.SafetyGate) -> String { gate.evidence }
  func exclusion(_ reason: String) -> String { reason }

  /// Names in the place of identifiers; warnings that list foods stay as they are.
  func warning(_ warning: AnalysisResults.Warning) -> String {
    let holdsTexts = ["possible-foods", "scale-changed", "medical-event"].contains(warning.code)
    return holdsTexts ? warning.text : plain(warning.text).capitalizedFirst
  }

  func finding(_ finding: Finding) -> String {
    finding.summary + (finding.remedy.isEmpty ? "" : " " + finding.remedy)
  }

  func setting(_ name: String) -> String {
    name.replacingHyphens.capitalizedFirst.shortened(to: 60)
  }
  func settingValue(_ name: String, _ value: String) -> String { value }
}
