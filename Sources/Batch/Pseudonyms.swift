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
  /// An id that is not a code for certain (`StudyCode`) may be a name, wherever it comes from.
  /// `content` is the hash of the input's bytes and names, which is in no output; `known` is what
  /// earlier runs gave.
  func published(_ id: String, content: String, known: [String: String]) -> String {
    switch policy {
    case .kept: id
    case _ where StudyCode.isID(id): id
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
    return harmless.contains(stem) || StudyCode.isName(stem)
  }

  /// The ending of a name that is of a kind that is read, with its dot; else nothing.
  private static func ending(of name: String) -> String {
    for ending in [".csv", ".xml", ".zip", ".tsv", ".txt"]
    where name.lowercased().hasSuffix(ending) {
      return String(name.suffix(ending.count))
    }
    return ""
  }

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
