// SPDX-License-Identifier: Apache-2.0

internal import CByteScan
internal import DiaryModel

/// A writer of the canonical CSV.
enum CanonicalCSVWriter: DiaryWriter {
  /// The diaries as one CSV file: LF line ends, cells quoted only where they must be.
  static func write<Failure: Error>(
    _ diaries: [Diary], to put: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var output = Array((CanonicalCSVReader.columns.joined(separator: ",") + "\n").utf8)
    for diary in diaries {
      for row in diary.unreadable {
        append(UnreadItem.entry(of: row), diary.participant ?? "", to: &output)
      }
      for entry in diary.entries {
        append(entry, diary.participant ?? "", to: &output)
        guard output.count >= ImportSession.pieceSize else { continue }
        try put(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try put(output)
  }

  private static func append(_ entry: Entry, _ participant: String, to output: inout [UInt8]) {
    append(participant, to: &output)
    output.append(UInt8(ascii: ","))
    entry.time?.append(to: &output)
    append(entry.kind.rawValue, to: &output, after: ",")
    append(entry.name, to: &output, after: ",")
    append(entry.value?.canonicalText ?? "", to: &output, after: ",")
    append(entry.unit ?? "", to: &output, after: ",")
    append(groups(entry), to: &output, after: ",")
    append(entry.note ?? "", to: &output, after: ",")
    output.append(UInt8(ascii: "\n"))
  }

  private static func groups(_ entry: Entry) -> String {
    guard let groups = entry.groups else { return "" }
    return groups.isEmpty ? "none" : groups.map(\.rawValue).joined(separator: " ")
  }

  private static func append(
    _ cell: String, to output: inout [UInt8], after sign: Unicode.Scalar? = nil
  ) {
    if let sign { output.append(UInt8(truncatingIfNeeded: sign.value)) }
    guard !cell.isEmpty else { return }
    var cell = cell
    cell.withUTF8 { bytes in
      guard unsafe needsQuotes(bytes) else {
        unsafe output.append(contentsOf: bytes)
        return
      }
      output.append(UInt8(ascii: "\""))
      for place in bytes.indices {
        let byte = unsafe bytes[place]
        if byte == UInt8(ascii: "\"") { output.append(byte) }
        output.append(byte)
      }
      output.append(UInt8(ascii: "\""))
    }
  }

  /// Whether a cell holds a sign of the format, or a blank at an end that would be trimmed.
  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = unsafe bytes.first, let last = unsafe bytes.last else { return false }
    return first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09
      || (unsafe byte_scan_needs_quotes(bytes.baseAddress, bytes.count))
  }
}
