// SPDX-License-Identifier: Apache-2.0

internal import FileAccess

/// How ids and names of files are shown in outputs.
public enum NamePolicy: Hashable, Sendable {
  /// As they are.
  case kept
  /// Codes as they are, all else replaced by a hash of the id and of the input's bytes.
  case replaced
  /// Codes as they are, all else replaced by a hash of the id and of a secret.
  case salted([UInt8])
}

/// Replaces what may be a person's name.
struct Pseudonyms: Sendable {
  let policy: NamePolicy
  /// Names of files that are as harmless as codes, such as the pseudonyms in these files.
  var harmless: Set<String> = []

  /// The id under which a participant stands in outputs.
  ///
  /// An id that the content names is a pseudonym by the format, so that anything plain with a digit is
  /// taken for a code (`isNamed`). `content` is the hash of the input's bytes and names, which is in no
  /// output; `known` is what earlier runs gave.
  func published(
    _ id: String, isNamed: Bool, content: String, known: [String: String]
  ) -> String {
    switch policy {
    case .kept: id
    case _ where Self.isCode(id) || (isNamed && Self.isNumbered(id)): id
    case .salted(let salt): "p-" + Self.keyed(salt, id)
    case .replaced:
      known[id] ?? "p-" + Self.keyed(Array("pseudonym \(content)".utf8), id)
    }
  }

  /// How a unit is called in outputs.
  func label(ofUnit name: String, content: String) -> String {
    switch policy {
    case .kept: name
    case _ where isHarmless(name): name
    case .salted(let salt): "input-" + Self.keyed(salt, "unit " + name) + Self.ending(of: name)
    case .replaced:
      "input-" + Self.keyed(Array("unit \(content)".utf8), name) + Self.ending(of: name)
    }
  }

  /// How a file is called in outputs, the part of its path inside the unit.
  func label(ofFile path: String, number: Int? = nil) -> String {
    if policy == .kept { return path }
    let parts = path.split(separator: "/").map(String.init)
    return parts.enumerated().map { place, part in
      if isHarmless(part) { return part }
      let isLast = place == parts.count - 1
      return "file" + (isLast ? number.map { "-\($0)" } ?? "" : "") + Self.ending(of: part)
    }.joined(separator: "/")
  }

  /// Whether a file's or folder's name without its ending is a code.
  private func isHarmless(_ name: String) -> Bool {
    let stem = String(name.dropLast(Self.ending(of: name).count))
    return harmless.contains(stem) || Self.isCode(stem, needsDigit: false)
  }

  /// The ending of a name that is of a kind that is read, with its dot; else nothing.
  private static func ending(of name: String) -> String {
    for ending in [".csv", ".xml", ".zip", ".tsv", ".txt"]
    where name.lowercased().hasSuffix(ending) {
      return String(name.suffix(ending.count))
    }
    return ""
  }

  /// Whether an id is plain and has a digit.
  private static func isNumbered(_ id: String) -> Bool {
    (1...40).contains(id.utf8.count) && id.utf8.allSatisfy(isPlain) && !id.hasPrefix(".")
      && id.utf8.contains { (48...57).contains($0) }
  }

  /// Whether an id is a code rather than a name.
  static func isCode(_ id: String) -> Bool { isCode(id, needsDigit: true) }

  private static func isCode(_ id: String, needsDigit: Bool) -> Bool {
    let bytes = Array(id.utf8)
    guard (1...40).contains(bytes.count), bytes.allSatisfy(isPlain),
      bytes.first != UInt8(ascii: "."), bytes.first != UInt8(ascii: "-")
    else { return false }
    let runs = bytes.split { !isLetter($0) }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    let hasDigit = bytes.contains { (48...57).contains($0) }
    let hasWord = runs.contains { words.contains($0) }
    guard hasDigit || hasWord || !needsDigit || bytes.count <= 2 else { return false }
    return runs.allSatisfy { $0.utf8.count <= 2 || words.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte) || "-_.".utf8.contains(byte)
  }

  /// Words of studies, exports and months, which are no one's name.
  private static let words: Set<String> = [
    "participant", "participants", "patient", "patienten", "patients", "person", "subject", "sub",
    "pat", "case", "fall", "site", "arm", "group", "study", "studie", "proband", "teilnehmer",
    "pid", "sim", "demo", "test", "sample", "visit", "week", "day", "diary", "diaries", "tagebuch",
    "food", "foods", "meal", "meals", "symptom", "symptoms", "symptome", "essen", "data", "daten",
    "export", "log", "notes", "context", "phases", "profile", "protocol", "protokoll", "part",
    "apple", "health", "cda", "cronometer", "servings", "biometrics", "exercises",
    "dailysummary", "mysymptoms", "cara", "bowelle", "foodmarble", "headache", "events", "csv",
    "xml", "zip", "txt",
  ]

  /// Twelve digits and letters of a keyed hash.
  private static func keyed(_ key: [UInt8], _ text: String) -> String {
    let inner = SHA256.hexadecimal(of: key + [0] + Array(text.utf8))
    let outer = SHA256.hexadecimal(of: key + [1] + Array(inner.utf8))
    guard var number = UInt64(outer.prefix(15), radix: 16) else { return inner }
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var text: [UInt8] = []
    for _ in 0..<12 {
      text.append(digits[Int(number & 31)])
      number >>= 5
    }
    return String(decoding: text, as: UTF8.self)
  }
}
