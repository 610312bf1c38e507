// SPDX-License-Identifier: Apache-2.0

internal import Archives
internal import DiaryModel

/// What the members of one archive may leave in memory, all together.
///
/// Deflate can make a thousand times as much of an archive, and all of it entries. Text formats
/// shrink to a tenth in archives, seldom to a twentieth; Apple Health to a fortieth, of which few
/// records are kept. An entry of a real diary takes several bytes of an archive: its time differs.
struct UnpackAllowance {
  /// How many times the archive's size text may have, beside `free` bytes.
  private static let ratio = 40
  private static let free = 8 << 20
  /// How many entries are kept at least, and one more for as many bytes of the archive; beyond its
  /// first megabyte, for each two.
  private static let entries = 100_000
  private static let bytesPerEntry = 5

  /// The allowance of files that are no archives.
  static let unlimited = UnpackAllowance(mostBytes: .max, mostKept: .max)

  /// Whether more was asked for.
  private(set) var isExceeded = false
  private let mostBytes: Int
  private let mostKept: Int
  private var done = (bytes: 0, kept: 0)
  private var current = (bytes: 0, kept: 0)

  /// Creates the allowance of an archive.
  init(archiveSize: Int) {
    let (product, overflows) = archiveSize.multipliedReportingOverflow(by: Self.ratio)
    self.init(
      mostBytes: overflows ? .max : product.addingReportingOverflow(Self.free).partialValue,
      mostKept: Self.entries + archiveSize / Self.bytesPerEntry + max(0, archiveSize - 1_000_000)
        / 2)
  }

  private init(mostBytes: Int, mostKept: Int) {
    self.mostBytes = mostBytes
    self.mostKept = mostKept
  }

  /// Goes on to the next member.
  mutating func goOn() {
    done = (done.bytes + current.bytes, done.kept + current.kept)
    current = (0, 0)
  }

  /// Takes note of what has come of the current member: bytes, and entries where the reader tells.
  ///
  /// - Throws: `ImportError` where all members together exceed the allowance.
  mutating func check(
    bytes: Int, kept: Int?, of format: any FormatReader.Type, file: String
  ) throws(ImportError) {
    current = (format is AppleHealthReader.Type ? 0 : bytes, kept ?? bytes / 16)
    isExceeded = done.bytes + current.bytes > mostBytes || done.kept + current.kept > mostKept
    guard isExceeded else { return }
    let fault = ZipFault(
      .tooCompressed, "it unpacks to far more text, or entries, than a diary of its size holds")
    throw ImportError(fault.sourceFault, file: file)
  }
}
