// SPDX-License-Identifier: Apache-2.0

/// What is wrong in a YAML file.
public struct YAMLFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong, and what was expected.
  public var text: String

  /// Creates a fault.
  public init(file: String, line: Int, text: String) {
    self.file = file
    self.line = line
    self.text = text
  }

  /// `file:line: error: what`.
  public var description: String { "\(file):\(line): error: \(text)" }
}

/// A YAML file whose faults are told with their lines.
public struct YAMLDocument: Sendable {
  /// The largest file that is read, in bytes.
  public static let largestFile = 1 << 20

  /// The file's name, for faults.
  public let file: String

  /// Names a file.
  public init(file: String) { self.file = file }

  /// The root of a text; `nil` where it is empty.
  ///
  /// - Throws: the first fault of the YAML itself.
  public func root(_ yaml: String) throws(YAMLFault) -> YAMLNode? {
    do throws(YAMLError) {
      return try YAMLReader.root(of: yaml)
    } catch {
      throw YAMLFault(file: file, line: error.line, text: "not YAML: \(error.problem)")
    }
  }

  /// A fault at a node.
  public func fault(_ node: YAMLNode, _ text: String) -> YAMLFault {
    YAMLFault(file: file, line: node.line, text: text)
  }

  /// The fields of a node, all of whose keys must be known.
  public func fields(
    _ node: YAMLNode, _ keys: [String], expected: String
  ) throws(YAMLFault) -> YAMLMapping {
    guard let fields = node.mapping else { throw fault(node, "expected \(expected)") }
    for (key, _) in fields where !keys.contains(key.scalar ?? "") {
      throw fault(
        key,
        "unknown field '\((key.scalar ?? "").prefix(60))', expected "
          + keys.joined(separator: ", "))
    }
    return fields
  }

  /// The text of a scalar; `nil` where the field is missing or empty.
  public func text(_ node: YAMLNode?, _ field: String) throws(YAMLFault) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar else { throw fault(node, "'\(field)' takes one text") }
    return scalar.isEmpty || scalar == "~" ? nil : scalar
  }

  /// A scalar or a list of scalars; none where the field is missing or empty.
  public func scalars(_ node: YAMLNode?, expected: String) throws(YAMLFault) -> [YAMLNode] {
    guard let node else { return [] }
    if let text = node.scalar { return text.isEmpty || text == "~" ? [] : [node] }
    guard let list = node.sequence, list.allSatisfy({ $0.scalar != nil }) else {
      throw fault(node, "expected \(expected)")
    }
    return list
  }

  /// `true` or `false`; `nil` where the field is missing or empty.
  public func flag(_ node: YAMLNode?, _ field: String) throws(YAMLFault) -> Bool? {
    guard let node, let text = try text(node, field) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw fault(node, "'\(field)' takes true or false, not '\(text.prefix(60))'")
    }
  }
}
