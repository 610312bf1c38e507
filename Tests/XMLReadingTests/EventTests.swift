// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import XMLReading

@Suite("Events of a document")
struct EventTests {
  static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a ' quote and <HealthData in a comment -->
    <!DOCTYPE a [
      <!-- ]> is not the end -->
      <!ENTITY e "]>">
      <?pi ]> ?>
    ]>
    <a xmlns="urn:one" x="1 &amp; 2 &lt; &#233;">
      <!-- <b/> -->
      <b
         x="&amp;#38;"
         y='two'/>text &gt; <![CDATA[<raw> & ]]>end
      <p:c xmlns:p="urn:two" p:x="not ours">é</p:c><?target <b/> ?>
    </a>
    <!-- after -->

    """

  // Written by hand from the document above, by the XML recommendation.
  static let expected = [
    "8 <a> 0 in urn:one x=1 & 2 < é of 1",
    "10 <b> 1 in urn:one x=&#38; y=two of 2",
    "</1>",
    "text > <raw> & end\n  ",
    "13 <c> -1 in urn:two of 1",
    "é",
    "</-1>",
    "</0>",
  ]

  @Test(arguments: [1, 2, 3, 7, 64, 1000, 65_536])
  func doNotDependOnPieces(size: Int) throws {
    let log = try EventLog.read(Array(Self.document.utf8), pieces: size)
    #expect(log.lines == Self.expected)
  }

  @Test(arguments: [1, 3, 65_536])
  func areTheSameInUTF16(size: Int) throws {
    let text = Self.document.replacing("UTF-8", with: "UTF-16")
    let little = EventLog.utf16(text)
    let big = EventLog.utf16(text, bigEndian: true)
    #expect(try EventLog.read([0xFF, 0xFE] + little, pieces: size).lines == Self.expected)
    #expect(try EventLog.read([0xFE, 0xFF] + big, pieces: size).lines == Self.expected)
    #expect(try EventLog.read(little, pieces: size).lines == Self.expected)
  }

  @Test(arguments: [1001, 65_536, 300_000])
  func areTheSameAfterALongPrologInUTF16(size: Int) throws {
    let comment = "<!-- " + String(repeating: "é", count: 150_000) + " -->"
    let bytes = [0xFF, 0xFE] + EventLog.utf16(comment + "\n<a x='é'/>")
    let log = try EventLog.read(bytes, pieces: size)
    #expect(log.lines == ["2 <a> 0 x=é of 1", "</0>"])
  }

  @Test func areTheSameWithByteOrderMarkAndCRLF() throws {
    let text = Self.document.replacing("\n", with: "\r\n")
    let log = try EventLog.read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(log.lines == Self.expected)
  }

  @Test func readsOtherEncodingsThatContainASCII() throws {
    let start = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a x='".utf8)
    let log = try EventLog.read(start + [0xE9] + Array("'/>".utf8))
    #expect(log.lines == ["1 <a> 0 x=é of 1", "</0>"])
  }

  @Test func blanksControlCharacters() throws {
    let log = try EventLog.read("<a x='one\u{0B}two'>three\u{01}four</a>")
    #expect(log.lines == ["1 <a> 0 x=one two of 1", "three four", "</0>"])
  }

  // 70,000 lines: libxml2's trees end their line numbers at 65,535, its streams do not.
  @Test func countsLinesBeyond65535() throws {
    let document = "<a>" + String(repeating: "\n<b/>", count: 70_000) + "</a>"
    let log = try EventLog.read(document)
    #expect(log.lines.contains("70001 <b> 1 of 0"))
  }

  // Every place to cut the document at, but for those after the root's end tag.
  @Test func everyTruncationIsAnErrorWithItsLine() throws {
    let bytes = Array(Self.document.utf8)
    let end = bytes.count - "</a>\n<!-- after -->\n".utf8.count + "</a>".utf8.count
    for length in 0..<end {
      let start = String(decoding: bytes[..<length], as: UTF8.self)
      let error = try #require(EventLog.failure(start), "cut after \(length) bytes")
      let lines = start.utf8.count { $0 == 10 } + 1
      #expect((1...lines).contains(error.line), "\(error) of \(lines) lines")
    }
  }

  @Test func namesTheElementThatIsCutOff() throws {
    let error = try #require(EventLog.failure("<a>\n<b>\n<x>text"))
    #expect(error.line == 3)
    #expect(error.message == "the file is cut off: it ends inside the element “x”")
  }
}

@Suite("Faults of a document")
struct FaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var document: String
    var kind: XMLError.Kind
    var line: Int
    var words: String
    var testDescription: String { words }
  }

  static let faults = [
    Fault(document: "", kind: .notWellFormed, line: 1, words: "empty"),
    Fault(document: "time,kind\n", kind: .notWellFormed, line: 1, words: "start with"),
    Fault(document: "<a>\n<b></a>", kind: .notWellFormed, line: 2, words: "b"),
    Fault(document: "<a>\n\n&who;</a>", kind: .undefinedEntity, line: 3, words: "who"),
    Fault(document: "<a x='1'\n x='2'/>", kind: .notWellFormed, line: 2, words: "x"),
    Fault(document: "<a/>\n<b/>", kind: .notWellFormed, line: 2, words: "Extra content"),
    Fault(document: "<a>\n<p:b/></a>", kind: .notWellFormed, line: 2, words: "p"),
    Fault(
      document: "<?xml version='1.0' encoding='UTF-7'?><a/>", kind: .encoding, line: 1,
      words: "utf-7"),
    Fault(
      document: "<?xml version='1.0'\(String(repeating: " ", count: 2000))encoding='UTF-7'?><a/>",
      kind: .encoding, line: 1, words: "1000 bytes"),
    Fault(document: "<a>\n<!DOCTYPE a></a>", kind: .notWellFormed, line: 2, words: "markup"),
  ]

  @Test(arguments: faults)
  func haveKindLineAndWords(fault: Fault) throws {
    for size in [1, 65_536] {
      let error = try #require(EventLog.failure(fault.document, pieces: size))
      #expect(error.kind == fault.kind)
      #expect(error.line == fault.line, "\(error)")
      #expect(error.message.contains(fault.words), "\(error)")
    }
  }

  @Test func invalidUTF8HasALine() {
    #expect(throws: XMLError.self) {
      _ = try EventLog.read(Array("<a>\n".utf8) + [0xFF, 0xC3, 0x28] + Array("</a>".utf8))
    }
  }
}
