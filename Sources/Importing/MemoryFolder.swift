// SPDX-License-Identifier: Apache-2.0

package import DiaryModel

/// A folder whose files are in memory: the same of them are read, in the same order, as of a folder on
/// the disk.
package struct MemoryFolder: Sendable {
  /// A file, or why one is not read.
  package enum Item: Sendable {
    case file(path: String, bytes: [UInt8])
    case finding(Finding)
  }

  /// What there is, by name.
  package private(set) var items: [Item] = []
  private var said: Set<String> = []
  private var records: [String: ClinicalRecords] = [:]

  /// Looks at the files of a folder, given their paths below it.
  package init(name: String, files: [(path: String, bytes: [UInt8])]) {
    let parted = files.map { file in
      (parts: file.path.split(separator: "/").map(String.init), bytes: file.bytes)
    }
    let sorted = parted.sorted {
      $0.parts.lexicographicallyPrecedes($1.parts) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    for file in sorted where !file.parts.contains(where: InputFiles.isHidden) {
      add(file.parts, file.bytes, below: name)
    }
    for (path, others) in records.sorted(by: { $0.key < $1.key }) {
      items.append(.finding(others.finding(path)))
    }
  }

  private mutating func add(_ parts: [String], _ bytes: [UInt8], below name: String) {
    guard let leaf = parts.last else { return }
    let folders = parts.dropLast()
    func path(_ count: Int) -> String { ([name] + parts.prefix(count)).joined(separator: "/") }
    if let place = folders.firstIndex(where: ClinicalRecords.isFolder),
      folders.prefix(place).allSatisfy({ !InputFiles.isNoDiaryFolder($0) })
    {
      if place == folders.count - 1, ClinicalRecords.isAllergy(leaf) {
        items.append(.file(path: path(parts.count), bytes: bytes))
      } else {
        let name = place == folders.count - 1 ? leaf : parts[place + 1]
        records[path(place + 1), default: ClinicalRecords()].add(name)
      }
    } else if let place = folders.firstIndex(where: InputFiles.isNoDiaryFolder) {
      note(path(place + 1), .folderName)
    } else if folders.count > InputFiles.depthLimit {
      note(path(InputFiles.depthLimit + 1), .unfit)
    } else if !ClinicalRecords.isAllergy(leaf), InputFiles.isLeftOut(leaf, bytes: bytes) {
      note(path(parts.count), .fileName)
    } else {
      items.append(.file(path: path(parts.count), bytes: bytes))
    }
  }

  /// Says so of a file or folder, once.
  private mutating func note(_ path: String, _ reason: PassedOver) {
    guard said.insert(path).inserted else { return }
    items.append(.finding(reason.finding(path)))
  }
}
