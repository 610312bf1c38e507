// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import FoundationEssentials
internal import Reporting

/// What one unit gave, kept in the output folder so that a second run need not do it again.
struct UnitRecord: Codable, Sendable {
  /// A participant of the unit.
  struct Participant: Codable, Sendable {
    /// The rows for `summary.csv`, without line ends.
    var summary: [String]
    /// The line in the index.
    var index: BatchIndexEntry

    /// The pseudonym.
    var id: String { index.participant }
  }

  /// Something that could not be used.
  struct Failure: Codable, Sendable, Hashable {
    /// The file, as found in the input folder.
    var file: String
    /// Its line, if there is one.
    var line: Int?
    /// What is wrong and what to do.
    var reason: String
  }

  /// What the results depend on.
  var key: String
  /// The unit's name.
  var unit: String
  /// Its participants, by pseudonym.
  var participants: [Participant] = []
  /// What could not be used.
  var failures: [Failure] = []

  /// The record and its result lines as one text: the record's line first.
  func encoded(resultLines: [[UInt8]]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Array(try encoder.encode(self))
    for line in resultLines {
      bytes.append(UInt8(ascii: "\n"))
      bytes += line
    }
    return bytes
  }

  /// Reads a record; `nil` where the text is not one, as after a change of version.
  static func decoded(_ bytes: [UInt8]) -> (record: UnitRecord, resultLines: [ArraySlice<UInt8>])? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first,
      let record = try? JSONDecoder().decode(UnitRecord.self, from: Data(first)),
      record.participants.count == lines.count - 1
    else { return nil }
    return (record, Array(lines.dropFirst()))
  }
}
