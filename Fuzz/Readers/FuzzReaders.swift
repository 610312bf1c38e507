// SPDX-License-Identifier: Apache-2.0

internal import CFuzzer
internal import DiaryModel
internal import Importing
internal import ProtocolFile
internal import UserFoods

/// Feeds one reader with what libFuzzer makes up; the reader is named by `FUZZ_READER`.
///
/// A reader may refuse any input with findings; it may not crash, hang, or take much memory. What
/// is read quickly must say the same when it is read thoroughly.
@main
enum FuzzReaders {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv
    // libFuzzer takes the pointers as never empty; the types are the same in memory.
    _ = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
      unsafe FuzzReaders.read(Array(UnsafeBufferPointer(start: data, count: size)))
      return 0
    }
  }

  private static let reader = FuzzedReader.named

  private static func read(_ bytes: [UInt8]) {
    switch reader {
    case .mappingFile: _ = try? Mapping(yaml: text(bytes), file: "m")
    case .mappingAndFile: readMapped(bytes)
    case .protocolFile: _ = try? ProtocolFile(yaml: text(bytes), file: "p")
    case .userFoods: _ = try? UserFoods.classifier(yaml: text(bytes), file: "f")
    case .draft: _ = try? MappingDraft.yaml(of: bytes, name: "input.csv")
    case .format(let name):
      var options = ImportOptions(timeZone: bytes.count % 2 == 0 ? nil : "Europe/Berlin")
      options.formatName = name
      compare(bytes, options)
    case .preset(let name):
      guard let yaml = MappingPresets.yaml(name) else { fatalError("no preset \(name)") }
      var options = ImportOptions()
      options.mapping = try? Mapping(yaml: yaml, file: name)
      _ = try? Importer.read(bytes: bytes, name: "input", options: options)
    case .any: _ = try? Importer.read(bytes: bytes, name: "input")
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Reads what stands behind the first line of equals signs as the mapping before it says.
  private static func readMapped(_ bytes: [UInt8]) {
    let line = Array("\n===\n".utf8)
    var parted = bytes.startIndex
    while parted < bytes.count, !bytes[parted...].starts(with: line) { parted += 1 }
    guard parted < bytes.count,
      let mapping = try? Mapping(yaml: text(Array(bytes[..<parted])), file: "m")
    else { return }
    let file = Array(bytes[(parted + line.count)...])
    _ = try? Importer.read(
      bytes: file, name: "input", options: ImportOptions(mapping: mapping))
  }

  private static func compare(_ bytes: [UInt8], _ options: ImportOptions) {
    let quick = try? Importer.read(bytes: bytes, name: "input", options: options)
    guard options.formatName == "apple-health" else { return }
    var options = options
    options.isThorough = true
    let thorough = try? Importer.read(bytes: bytes, name: "input", options: options)
    precondition(quick?.diaries == thorough?.diaries, "the quick reading says something else")
  }
}
