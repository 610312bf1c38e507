// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// Files that are so large that a thread reads them ahead.
@Suite("Large files and archives")
struct LargeArchiveTests {
  /// An export of three megabytes, with a wanted record in each hundred.
  private static let export: [UInt8] = {
    var text = "<HealthData>\n"
    for number in 0..<24_000 {
      let clock = "\(10 + number / 144 % 10):\(10 + number / 3 % 48):00"
      let day = "2026-01-\(10 + number / 1440) \(clock) +0100"
      let isWanted = number % 100 == 7
      text +=
        isWanted
        ? "<Record type=\"HKCategoryTypeIdentifierNausea\" value=\"HKCategoryValueSeverityMild\""
        : "<Record type=\"HKQuantityTypeIdentifierStepCount\" value=\"\(number)\""
      text += " startDate=\"\(day)\" endDate=\"\(day)\"/>\n"
    }
    return Array((text + "</HealthData>\n").utf8)
  }()

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = (0..<UInt32(256)).map { start in
      (0..<8).reduce(start) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 255)] }
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// An archive of one member that is stored as it stands.
  private static func archive(_ bytes: [UInt8], checksum: UInt32, directorySize: Int) -> [UInt8] {
    let name = Array("export.xml".utf8)
    func header(_ size: Int) -> [UInt8] {
      little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(Int(checksum), 4)
        + little(bytes.count, 4) + little(size, 4) + little(name.count, 2) + little(0, 2)
    }
    var all = little(0x0403_4B50, 4) + header(bytes.count) + name + bytes
    let start = all.count
    all += little(0x0201_4B50, 4) + little(20, 2) + header(directorySize) + little(0, 2)
    all += little(0, 2) + little(0, 2) + little(0, 4) + little(0, 4) + name
    let size = all.count - start
    return all + little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2)
      + little(size, 4) + little(start, 4) + little(0, 2)
  }

  private func written(_ bytes: [UInt8], _ name: String) throws -> String {
    let path = try Fixtures.temporaryFolder() + "/" + name
    var file = try AtomicFileWriter(path: path)
    try file.append(bytes)
    try file.finish()
    return path
  }

  @Test func anArchiveSaysWhatItsFileSays() throws {
    let export = Self.export
    #expect(export.count > 3_000_000)
    let inMemory = try Importer.read(bytes: export, name: "export.xml")
    let onDisk = try Importer.read([try written(export, "export.xml")])
    let sound = Self.archive(
      export, checksum: Self.checksum(export), directorySize: export.count)
    let unpacked = try Importer.read([try written(sound, "export.zip")])
    let entries = try #require(inMemory.diaries.first).entries
    #expect(entries.count == 240)
    #expect(onDisk.diaries.map(\.entries) == [entries])
    #expect(unpacked.diaries.map(\.entries) == [entries])
    #expect(onDisk.diaries.first?.inputs == inMemory.diaries.first?.inputs)
    #expect(
      unpacked.diaries.first?.inputs.first?.sha256 == inMemory.diaries.first?.inputs.first?.sha256)
  }

  @Test func aMemberThatIsBrokenIsRefused() throws {
    let export = Self.export
    let broken = Self.archive(
      export, checksum: ~Self.checksum(export), directorySize: export.count)
    let error = #expect(throws: ImportError.self) {
      try Importer.read([try written(broken, "export.zip")])
    }
    #expect(error?.kind == .unusable)
    #expect(error?.findings.map(\.id).first == "zip-member-damaged")
  }

  @Test func anErrorBehindManyBlocksHasItsLine() throws {
    var export = Self.export
    export.removeLast("</HealthData>\n".utf8.count)
    export += Array("<Record type=\"x\" value=\"1\" value=\"2\"/>\n</HealthData>\n".utf8)
    export += [UInt8](repeating: 10, count: 3 << 20)
    let error = #expect(throws: ImportError.self) {
      try Importer.read([try written(export, "export.xml")])
    }
    #expect(error?.findings.map(\.line) == [24_002])
  }
}
