// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import Batch

@Suite("Frames from a stream")
struct FrameReaderTests {
  /// Reads all frames of a text that comes in pieces of a size.
  private func events(_ text: String, pieces: Int = 7, mostBytes: Int = 1000)
    -> [FrameReader.Event]
  {
    var rest = Array(text.utf8)[...]
    var reader = FrameReader(mostBytes: mostBytes) { block in
      let piece = rest.prefix(min(pieces, block.count))
      for (place, byte) in piece.enumerated() { block[place] = byte }
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    var events: [FrameReader.Event] = []
    while events.count < 10_000 {
      let event = reader.next()
      events.append(event)
      switch event {
      case .end, .broken: return events
      default: continue
      }
    }
    return events
  }

  private func contents(_ event: FrameReader.Event?) -> [String]? {
    guard case .frame(_, let contents) = event else { return nil }
    return contents.map { String(decoding: $0, as: UTF8.self) }
  }

  private func fault(_ event: FrameReader.Event?) -> String? {
    switch event {
    case .broken(_, let fault), .refused(_, let fault): fault.code
    default: nil
    }
  }

  @Test(arguments: [1, 2, 7, 65_536])
  func framesAreCutAtTheirLengths(pieces: Int) {
    let found = events(
      "{\"name\":\"a\",\"bytes\":3}\nx\ny{\"bytes\":0,\"name\":\"b\"}\r\n\n"
        + "{\"name\":\"c\",\"files\":[{\"name\":\"1\",\"bytes\":2},{\"name\":\"2\",\"bytes\":1}]}\npqr",
      pieces: pieces)
    #expect(found.count == 4)
    #expect(found.map(contents) == [["x\ny"], [""], ["pq", "r"], nil])
    #expect(found.last == .end)
    guard case .frame(let last, _) = found[2] else { return #expect(Bool(false)) }
    #expect(last.isFolder && last.name == "c" && last.files.map(\.path) == ["1", "2"])
  }

  @Test func nothingIsTheEnd() {
    #expect(events("") == [.end])
    #expect(events("\n\r\n\n") == [.end])
  }

  @Test(arguments: [
    "no json", "[]", "{}", "{\"name\":\"a\"}", "{\"name\":\"a\",\"bytes\":-1}",
    "{\"name\":\"a\",\"bytes\":1.5}", "{\"name\":\"a\",\"bytes\":99999999999999999999999}",
    "{\"name\":\"a\",\"bytes\":1e400}", "{\"name\":7,\"bytes\":1}", "\u{0}\u{1}",
    "{\"name\":\"a\",\"bytes\":1,\"files\":[]}",
    "{\"name\":\"a\",\"files\":[{\"name\":\"b\",\"bytes\":9223372036854775807},"
      + "{\"name\":\"c\",\"bytes\":9223372036854775807}]}",
    String(repeating: "[", count: 100_000),
  ])
  func aBrokenHeaderEndsTheStream(header: String) {
    // What follows looks like a frame and must not be taken for one.
    let found = events(header + "\n{\"name\":\"z\",\"bytes\":1}\nx")
    #expect(found.count == 1)
    #expect(fault(found.first) == "frame-header")
  }

  @Test func aHeaderWithoutEndIsNotGatheredForEver() {
    let found = events(String(repeating: "x", count: 3 << 20), pieces: 65_536)
    #expect(found.map(fault) == ["frame-header"])
  }

  @Test(arguments: ["{\"name\":\"a\",\"bytes\":3}\nxy", "{\"name\":\"a\",\"bytes\":3}\n"])
  func aFrameCutShortIsTold(text: String) {
    let found = events(text)
    #expect(found.map(fault) == ["frame-truncated"])
  }

  @Test func aHeaderCutShortIsTold() {
    #expect(events("{\"name\":\"a\",").map(fault) == ["frame-truncated"])
  }

  @Test func aHugeFrameIsPassedOverAndTheNextIsRead() {
    let found = events(
      "{\"name\":\"a\",\"bytes\":1001}\n" + String(repeating: "{", count: 1001)
        + "{\"name\":\"b\",\"bytes\":1000}\n" + String(repeating: "y", count: 1000))
    #expect(found.map(fault) == ["frame-too-large", nil, nil])
    #expect(contents(found[1])?.first?.utf8.count == 1000)
  }

  @Test func aHugeFrameThatNeverComesIsTold() {
    let found = events("{\"name\":\"a\",\"bytes\":9223372036854775807}\nabc")
    #expect(found.map(fault) == ["frame-truncated"])
  }

  @Test(arguments: [
    "{\"bytes\":1}", "{\"name\":\"\",\"bytes\":1}", "{\"name\":\"\\u0000\",\"bytes\":1}",
  ])
  func aFrameWithoutNameIsPassedOver(header: String) {
    let found = events(header + "\nx{\"name\":\"b\",\"bytes\":1}\ny")
    #expect(found.map(fault) == ["frame-name", nil, nil])
    #expect(contents(found[1]) == ["y"])
  }

  @Test(arguments: [
    ("{\"p1\":\"x\",\"p2\":\"x\"}", false), ("{\"p1\":\"\"}", false),
    ("{\"p1\":\"../../x\"}", false), ("{\"p1\":\"a\\u0000b\"}", false),
    ("{\"p1\":\"a\\u202eb\"}", false), ("{\"p1\":\".x\"}", false), ("{\"p1\":\" x\"}", false),
    ("{\"p1\":\"p1-2\",\"p2\":\"p1\"}", true), ("{\"../x\":\"../x-12\"}", true),
    ("{\"ü\":\"Ünal 3\"}", true),
  ])
  func idsThatCannotBeGivenAreRefused(rename: String, isTaken: Bool) {
    let found = events(
      "{\"name\":\"a\",\"bytes\":1,\"rename\":\(rename)}\nx{\"name\":\"b\",\"bytes\":1}\ny")
    #expect(found.map(fault) == [isTaken ? nil : "frame-rename", nil, nil])
    #expect(contents(found[1]) == ["y"])
  }

  @Test func aThousandFramesOfRandomBytesComeBackAsTheyWere() {
    var generator = SeededGenerator(seed: 20261)
    var sent: [[UInt8]] = []
    var stream: [UInt8] = []
    for number in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      sent.append(bytes)
      stream += "{\"name\":\"p\(number)\",\"bytes\":\(bytes.count)}\n".utf8 + bytes
    }
    var rest = stream[...]
    var reader = FrameReader(mostBytes: 300) { block in
      let piece = rest.prefix(min(block.count, 1 + rest.count % 4097))
      block.replaceSubrange(0..<piece.count, with: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    var got: [[UInt8]] = []
    while case .frame(let frame, let contents) = reader.next() {
      #expect(frame.name == "p\(got.count)")
      got += contents
    }
    #expect(got == sent)
  }
}
