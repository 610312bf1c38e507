// SPDX-License-Identifier: Apache-2.0

internal import FileAccess
internal import FoundationEssentials

/// What a frame's header says.
package struct WorkerFrame: Hashable, Sendable {
  /// A file of the frame.
  package struct File: Hashable, Sendable {
    /// Its path below the frame's folder; empty where the frame is a single file.
    package var path: String
    /// How many bytes of it follow.
    package var size: Int
  }

  /// What the caller calls it: the name of a file or folder.
  package var name: String
  /// Its files, in the order of their bytes.
  package var files: [File]
  /// Whether it stands for a folder.
  package var isFolder: Bool
  /// Ids that participants shall stand under in outputs, by those they would have.
  package var renames: [String: String]

  /// The participant's id where no content names one: the name without its ending.
  var fallbackParticipant: String {
    isFolder ? name : FileSystem.stem(of: name)
  }
}

/// Why a frame, or what it holds, cannot be used.
package struct FrameFault: Hashable, Sendable, Codable {
  /// A stable identifier such as `frame-truncated`.
  package var code: String
  /// The line of the input, counted from 1; `nil` where it is about all of it.
  package var line: Int?
  /// What is wrong and what to do.
  package var reason: String
}

/// Frames from a stream: a header of one JSON line each, then as many bytes as it says.
///
/// No more than `mostBytes` are ever held. What follows a broken header is not searched for another:
/// a diary could hold text that looks like one.
package struct FrameReader {
  /// What comes next in the stream.
  package enum Event: Hashable, Sendable {
    /// A frame and the bytes of its files.
    case frame(WorkerFrame, [[UInt8]])
    /// A frame that was passed over.
    case refused(name: String?, FrameFault)
    /// The stream cannot be followed further.
    case broken(name: String?, FrameFault)
    /// The end, at the border of a frame.
    case end
  }

  /// The longest header.
  static let longestHeader = 1 << 20
  private static let blockSize = 1 << 16
  private static let newline = UInt8(ascii: "\n")

  private let mostBytes: Int
  private let fill: (inout [UInt8]) -> Int
  private var block: [UInt8]
  private var place = 0
  private var count = 0

  /// Creates a reader; `fill` puts the next bytes at the start of a block and returns how many, 0 at
  /// the end.
  package init(mostBytes: Int, fill: @escaping (inout [UInt8]) -> Int) {
    self.mostBytes = mostBytes
    self.fill = fill
    block = [UInt8](repeating: 0, count: Self.blockSize)
  }

  /// The next frame, or why there is none; empty lines between frames are passed over.
  package mutating func next() -> Event {
    var header: [UInt8] = []
    var isEnded = false
    while !isEnded {
      header = []
      switch readHeader(into: &header) {
      case .whole: isEnded = true
      case .ended:
        guard header.isEmpty else {
          return .broken(name: nil, Self.truncated("inside a header"))
        }
        return .end
      case .tooLong:
        return .broken(
          name: nil, Self.badHeader("is longer than \(Self.longestHeader) bytes"))
      }
      if header.last == 0x0D { header.removeLast() }
      if header.isEmpty { isEnded = false }
    }
    return frame(header)
  }

  private enum HeaderEnd { case whole, ended, tooLong }

  private mutating func readHeader(into header: inout [UInt8]) -> HeaderEnd {
    while hasMore() {
      let rest = block[place..<count]
      let end = rest.firstIndex(of: Self.newline)
      let piece = rest[..<(end ?? count)]
      guard header.count + piece.count <= Self.longestHeader else { return .tooLong }
      header += piece
      place = end.map { $0 + 1 } ?? count
      if end != nil { return .whole }
    }
    return .ended
  }

  private struct Header: Decodable {
    struct File: Decodable {
      var name: String
      var bytes: Int
    }
    var name: String?
    var bytes: Int?
    var files: [File]?
    var rename: [String: String]?
  }

  private mutating func frame(_ text: [UInt8]) -> Event {
    guard let header = try? JSONDecoder().decode(Header.self, from: Data(text)) else {
      return .broken(
        name: nil, Self.badHeader("is no such JSON object: \(Self.shown(text))"))
    }
    let files: [WorkerFrame.File]
    switch (header.bytes, header.files) {
    case (let bytes?, nil): files = [.init(path: "", size: bytes)]
    case (nil, let list?): files = list.map { .init(path: $0.name, size: $0.bytes) }
    default:
      return .broken(
        name: header.name, Self.badHeader("needs either \"bytes\" or \"files\""))
    }
    var size = 0
    for file in files {
      let (sum, overflows) = size.addingReportingOverflow(file.size)
      guard file.size >= 0, !overflows else {
        return .broken(
          name: header.name, Self.badHeader("gives an impossible number of bytes: \(file.size)"))
      }
      size = sum
    }
    let frame = WorkerFrame(
      name: header.name ?? "", files: files, isFolder: header.files != nil,
      renames: header.rename ?? [:])
    if let fault = fault(of: frame, size: size) {
      guard skip(size) else { return .broken(name: header.name, Self.truncated("inside a frame")) }
      return .refused(name: header.name, fault)
    }
    return read(frame)
  }

  /// Why a frame is passed over, if it is.
  private func fault(of frame: WorkerFrame, size: Int) -> FrameFault? {
    if size > mostBytes {
      return FrameFault(
        code: "frame-too-large",
        reason: "The frame has \(size) bytes, allowed are \(mostBytes). "
          + "Allow more with --max-bytes, or give each participant a frame.")
    }
    let names = frame.isFolder ? [frame.name] + frame.files.map(\.path) : [frame.name]
    if names.contains(where: { $0.isEmpty || $0.utf8.count > 4096 || $0.utf8.contains(0) }) {
      return FrameFault(
        code: "frame-name",
        reason: "A name is missing, empty, longer than 4096 bytes or holds a NUL. "
          + "Name the frame and each of its files.")
    }
    return frame.renameFault
  }

  private mutating func read(_ frame: WorkerFrame) -> Event {
    var contents: [[UInt8]] = []
    for file in frame.files {
      // Grows with what comes, not with what is promised.
      var bytes: [UInt8] = []
      while bytes.count < file.size {
        guard hasMore() else {
          return .broken(name: frame.name, Self.truncated("inside a frame"))
        }
        let end = min(count, place + (file.size - bytes.count))
        bytes += block[place..<end]
        place = end
      }
      contents.append(bytes)
    }
    return .frame(frame, contents)
  }

  /// Passes over bytes without holding them; returns whether there were as many.
  private mutating func skip(_ size: Int) -> Bool {
    var left = size
    while left > 0 {
      guard hasMore() else { return false }
      let step = min(left, count - place)
      place += step
      left -= step
    }
    return true
  }

  private mutating func hasMore() -> Bool {
    if place < count { return true }
    place = 0
    count = max(0, min(fill(&block), block.count))
    return count > 0
  }

  private static func badHeader(_ what: String) -> FrameFault {
    FrameFault(
      code: "frame-header",
      reason:
        "The header \(what). Expected is a line such as {\"name\":\"p1.csv\",\"bytes\":1234}. "
        + "What follows was not read.")
  }

  private static func truncated(_ place: String) -> FrameFault {
    FrameFault(
      code: "frame-truncated", reason: "The input ended \(place). Send it again as a whole.")
  }

  private static func shown(_ text: [UInt8]) -> String {
    "“" + String(decoding: text.prefix(60), as: UTF8.self) + (text.count > 60 ? "…" : "") + "”"
  }
}
