// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import XMLReading

@Suite("Hostile documents end with a clear error, soon and in little memory")
struct AttackTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: XMLError.Kind
    var make: @Sendable () -> String
    var testDescription: String { name }
  }

  /// A document that declares entities, each ten times the one before.
  private static func laughs(_ sign: String) -> String {
    let entities = (1...9).map { level in
      let text = String(repeating: "\(sign)e\(level - 1);", count: 10)
      return "<!ENTITY \(sign == "%" ? "% " : "")e\(level) \"\(text)\">"
    }
    let first = "<!ENTITY \(sign == "%" ? "% " : "")e0 \"ha\">"
    return "<!DOCTYPE a [\(first)\(entities.joined())\(sign == "%" ? "%e9;" : "")]><a>&e9;</a>"
  }

  private static func many(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).reduce(into: "") { $0 += text($1) }
  }

  /// More than any limit on bytes.
  private static func long(_ character: Character) -> String {
    String(repeating: character, count: 2_200_000)
  }

  static let attacks = [
    Attack(name: "billion laughs", kind: .undefinedEntity) { laughs("&") },
    Attack(name: "parameter entities", kind: .undefinedEntity) { laughs("%") },
    Attack(name: "quadratic blow-up", kind: .undefinedEntity) {
      "<!DOCTYPE a [<!ENTITY e \"\(many(100_000) { _ in "x" })\">]><a>\(many(30_000) { _ in "&e;" })</a>"
    },
    Attack(name: "external entity", kind: .undefinedEntity) {
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"
    },
    Attack(name: "entity in an attribute", kind: .undefinedEntity) {
      "<!DOCTYPE a [<!ENTITY e \"x\">]><a x=\"&e;\"/>"
    },
    Attack(name: "depth", kind: .limit) { many(100_000) { _ in "<a>" } },
    Attack(name: "attributes", kind: .limit) { "<a \(many(60_000) { "n\($0)='' " })/>" },
    Attack(name: "names", kind: .limit) { "<a>\(many(200_000) { "<n\($0)/>" })</a>" },
    Attack(name: "namespaces", kind: .limit) {
      many(200) { level in "<a \(many(50) { "xmlns:p\($0)='u\(level)' " })>" }
    },
    Attack(name: "long text", kind: .limit) { "<a>\(long("x"))</a>" },
    Attack(name: "long comment", kind: .limit) { "<a><!--\(long("x"))--></a>" },
    Attack(name: "long attribute", kind: .limit) { "<a x='\(long("x"))'/>" },
    Attack(name: "long tag without end", kind: .limit) { "<a \(long(" "))" },
    Attack(name: "long document type", kind: .limit) {
      "<!DOCTYPE a [\(many(100_000) { _ in "<!ENTITY e 'x'> " })]><a/>"
    },
    Attack(name: "document type without end", kind: .limit) {
      "<!DOCTYPE a [\(long(" "))"
    },
    Attack(name: "blanks without end", kind: .limit) { "<?xml version='1.0'?>\(long(" "))" },
  ]

  @Test(arguments: attacks)
  func endsWithAnError(attack: Attack) throws {
    let error = try #require(EventLog.failure(attack.make()))
    #expect(error.kind == attack.kind, "\(error)")
    #expect(!error.message.isEmpty)
  }

  // The default value would be 1,000 times 1,000 bytes; without a document type there is none.
  @Test func attributeDefaultsAreNotAdded() throws {
    let value = String(repeating: "x", count: 1000)
    let elements = String(repeating: "<b/>", count: 1000)
    let log = try EventLog.read(
      "<!DOCTYPE a [<!ATTLIST b x CDATA '\(value)'>]><a>\(elements)</a>")
    #expect(log.lines.count == 2002)
    #expect(log.lines.dropFirst().first == "1 <b> 1 of 0")
  }

  @Test func externalDocumentTypeIsNotLoaded() throws {
    let log = try EventLog.read("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">\n<a/>")
    #expect(log.lines == ["2 <a> 0 of 0", "</0>"])
  }

  @Test func namespacesOfClosedElementsDoNotAddUp() throws {
    let elements = Self.many(1000) { "<b xmlns:p='u\($0 % 5)'/>" }
    #expect(try EventLog.read("<a>\(elements)</a>").lines.count == 2002)
  }

  @Test func documentTypeIsHiddenInNoEncoding() throws {
    let text = "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"
    do throws(XMLError) {
      _ = try EventLog.read([0xFF, 0xFE] + EventLog.utf16(text))
      Issue.record("the entity was read")
    } catch {
      #expect(error.kind == .undefinedEntity)
    }
  }
}
