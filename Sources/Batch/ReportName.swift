// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// Names of report files for pseudonyms that may be anything.
///
/// A name is plain ASCII, and not that of a device before its first dot (`NUL.csv`), which some systems
/// refuse.
enum ReportName {
  /// The pseudonym with `.html`, where that is a plain file name that nobody shares (`ReportNames`);
  /// else a plain stem and a hash.
  static func name(for participant: String, isShared: Bool = false) -> String {
    let plain = participant.utf8.allSatisfy(isPlain)
    if plain && !isShared && (1...100).contains(participant.utf8.count)
      && !participant.hasPrefix(".")
      && !reserved.contains(participant.prefix { $0 != "." }.lowercased())
    {
      return participant + ".html"
    }
    let stem = String(
      decoding: participant.utf8.prefix(40).map { isPlain($0) ? $0 : UInt8(ascii: "_") },
      as: UTF8.self)
    let hash = SHA256.hexadecimal(of: Array(participant.utf8)).prefix(12)
    return "_\(stem)-\(hash).html"
  }

  /// Names that some systems keep for devices.
  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
