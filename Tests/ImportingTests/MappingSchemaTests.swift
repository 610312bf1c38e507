// SPDX-License-Identifier: Apache-2.0

import FileAccess
import Foundation
import TestSupport
import Testing
import YAMLReading

@testable import Importing

/// As much of JSON Schema 2020-12 as `schemas/mapping.schema.json` uses.
private struct SchemaCheck {
  let root: [String: Any]

  /// What breaks the schema; empty where nothing does.
  func faults(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = reference.replacingOccurrences(of: "#/$defs/", with: "")
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(place): no definition \(name)"]
      }
      return faults(value, target, at: place)
    }
    var found: [String] = []
    if let all = schema["enum"] as? [Any], !all.contains(where: { "\($0)" == "\(value)" }) {
      found.append("\(place): \(value) is none of \(all)")
    }
    if let one = schema["const"], "\(one)" != "\(value)" { found.append("\(place): is not \(one)") }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(place): does not fit \(pattern)")
    }
    if let types = schema["type"] {
      let names = types as? [String] ?? [types as? String ?? ""]
      if !names.contains(where: { Self.isOf($0, value) }) {
        found.append("\(place): is no \(names)")
      }
    }
    for key in ["oneOf", "anyOf"] {
      guard let choices = schema[key] as? [[String: Any]] else { continue }
      let fitting = choices.count { faults(value, $0, at: place).isEmpty }
      if fitting == 0 || (key == "oneOf" && fitting > 1) {
        found.append("\(place): \(fitting) fit")
      }
    }
    if let object = value as? [String: Any] { found += members(object, schema, at: place) }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (number, item) in list.enumerated() {
        found += faults(item, items, at: "\(place)[\(number)]")
      }
    }
    return found
  }

  private func members(
    _ object: [String: Any], _ schema: [String: Any], at place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(place): lacks \($0)" }
    for (key, member) in object {
      if let known = properties[key] as? [String: Any] {
        found += faults(member, known, at: "\(place).\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        found += faults(member, others, at: "\(place).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(place): has \(key)")
      }
    }
    return found
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int
    default: value is Int || value is Double
    }
  }
}

@Suite("Schema of mappings")
struct MappingSchemaTests {
  private func schema() throws -> [String: Any] {
    let bytes = try FileSystem.contents(of: Fixtures.root + "/schemas/mapping.schema.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  /// YAML as plain values: unquoted words as the JSON values that they look like.
  private func plain(_ node: YAMLNode) -> Any {
    if let pairs = node.mapping {
      var object: [String: Any] = [:]
      for (key, value) in pairs { object[key.scalar ?? ""] = plain(value) }
      return object
    }
    if let list = node.sequence { return list.map(plain) }
    let text = node.scalar ?? ""
    if node.isQuoted { return text }
    switch text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      if let whole = Int(text) { return whole }
      return Double(text).map { $0 as Any } ?? text
    }
  }

  private func faults(_ yaml: String) throws -> [String] {
    let schema = try schema()
    let value = plain(try #require(try YAMLReader.root(of: yaml)))
    return SchemaCheck(root: schema).faults(value, schema, at: "mapping")
  }

  @Test(arguments: MappingPresets.texts.map(\.name))
  func presetsFitTheSchema(_ name: String) throws {
    #expect(try faults(try #require(MappingPresets.yaml(name))) == [])
  }

  @Test(arguments: [
    "name: x\n", "reintro-mapping: 2\n", "reintro-mapping: 1\nentreis: []\n",
    "reintro-mapping: 1\ntime: {clock: x}\n", "reintro-mapping: 1\nentries: [{kind: fod}]\n",
    "reintro-mapping: 1\nentries: [{kind: food, each: {split: x}}]\n",
    "reintro-mapping: 1\ncsv: {delimiter: colon}\n", "reintro-mapping: 1\nwhere: {a: {near: 1}}\n",
  ])
  func wrongMappingsDoNot(_ yaml: String) throws {
    #expect(try faults(yaml) != [])
  }

  /// The keys that the program reads are those of the schema, both ways.
  @Test func keysAreTheSame() throws {
    let schema = try schema()
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    func keys(_ object: [String: Any]?) -> Set<String> {
      Set((object?["properties"] as? [String: Any])?.keys.map { $0 } ?? [])
    }
    #expect(keys(schema) == Set(MappingReading.fileKeys + MappingReading.tableKeys))
    #expect(keys(definitions["table"]) == Set(MappingReading.tableKeys))
    #expect(keys(definitions["rule"]) == Set(TableReading.ruleKeys + TableReading.valueKeys))
    let time = definitions["time"]?["oneOf"] as? [[String: Any]]
    #expect(keys(time?.last) == Set(TableReading.timeKeys))
  }
}
