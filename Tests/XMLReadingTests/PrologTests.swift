// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import XMLReading

@Suite("What stands before the root element")
struct PrologTests {
  @Test(
    arguments: [
      ("<diary/>", "diary"), ("<?xml version='1.0'?>\n<!-- <no> --><p:diary xmlns:p='u'>", "diary"),
      ("<!DOCTYPE HealthData [<!ELEMENT no (a)>]><HealthData locale='x'>", "HealthData"),
      ("\u{FEFF}<a>", "a"), ("time,kind,name", nil), ("", nil), ("<diar", nil), ("<!-- ", nil),
      ("PK\u{03}\u{04}<a/>", nil),
    ] as [(String, String?)])
  func rootIsRecognised(start: String, root: String?) {
    #expect(XMLProlog.rootName(inPrefix: Array(start.utf8)) == root)
  }

  @Test func rootIsRecognisedInUTF16() {
    let bytes = EventLog.utf16("<?xml version='1.0'?><a/>")
    #expect(XMLProlog.rootName(inPrefix: [0xFF, 0xFE] + bytes) == "a")
  }

  // The document type that iOS 16 wrote: one list never closed, a surplus “>” before the end.
  @Test func brokenDocumentTypeOfIOS16IsPassedOver() throws {
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE a [
      <!-- HealthKit Export Version: 12 -->
      <!ELEMENT VisionPrescription ((RightEye|LeftEye)*)>
      <!ATTLIST VisionPrescription
        type CDATA #REQUIRED
      <!ELEMENT RightEye EMPTY>
      <!ATTLIST RightEye
        sphere CDATA #IMPLIED>
      >
      ]>
      <a><b x="1"/></a>
      """
    let log = try EventLog.read(document)
    #expect(log.lines == ["12 <a> 0 of 0", "12 <b> 1 x=1 of 1", "</1>", "</0>"])
  }
}

@Suite("Checks against a schema")
struct SchemaTests {
  static let schema: StaticString = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="a">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="b" maxOccurs="unbounded">
              <xs:complexType><xs:attribute name="x" type="xs:integer"/></xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  @Test func soundDocumentHasNoIssues() throws {
    #expect(try EventLog.read("<a><b x='1'/><b/></a>", schema: Self.schema).issues.isEmpty)
  }

  @Test func everyBreachIsReportedWithItsLine() throws {
    let log = try EventLog.read("<a>\n<b x='one'/>\n<b/>\n<b z=''/>\n</a>", schema: Self.schema)
    #expect(log.issues.map(\.line) == [2, 4])
    #expect(log.issues.first?.message.contains("'one' is not a valid value") == true)
    #expect(log.issues.last?.message.contains("attribute 'z'") == true)
  }

  @Test func brokenSchemaIsAnError() {
    #expect(throws: XMLError.self) { _ = try EventLog.read("<a/>", schema: "<xs:schema") }
  }
}
