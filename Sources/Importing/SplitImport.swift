// SPDX-License-Identifier: Apache-2.0

package import DiaryModel
internal import FileAccess

/// Diaries of one input, given out one after the other.
///
/// A file with more entries than are to be held is read several times: first for what concerns all of it
/// (findings, unreadable rows, who is in it), then for the entries. A diary is given out as
/// soon as its last entry was read, so that of participants who stand one after the other only one is
/// held. Where they are mixed, as many are held as have `mostTogether` entries together, and
/// the file is read once more for the others.
package struct SplitImport {
  /// The most entries that are held before a file is read in parts.
  package static let mostAtOnce = 100_000
  /// The most entries of mixed participants that are held together.
  package static let mostTogether = 500_000

  /// The participants; `nil` for the one without a name.
  package let participants: [String?]
  /// What the owner should know, in the order of inputs and lines.
  package let findings: [Finding]

  private enum Content {
    case diaries([Diary])
    case file(SplitFile)
  }

  private let content: Content

  /// Reads inputs as `Importer.read` does.
  ///
  /// - Throws: `ImportError` as `Importer.read` does.
  package init(
    _ inputs: InputFiles, options: ImportOptions, mostAtOnce: Int = Self.mostAtOnce,
    mostTogether: Int = Self.mostTogether
  ) throws(ImportError) {
    let version = SplitFile.version(of: inputs)
    let keeping: EntryKeeping = version == nil ? .all : .most(mostAtOnce)
    var session = try Importer.session(inputs, options, keeping)
    let isCounted = session.lacksEntries || (session.isCounted && session.failure == nil)
    if isCounted, !session.lacksEntries,
      let file = SplitFile(session.takeFiles().first, version, options, mostTogether)
    {
      participants = file.participants
      findings = session.findings + file.findings
      content = .file(file)
      return
    }
    let result =
      isCounted ? try Importer.read(inputs, options: options) : try Importer.joined(session)
    participants = result.diaries.map(\.participant)
    findings = result.findings
    content = .diaries(result.diaries)
  }

  /// Creates one of no diary, with what was found.
  package init(findings: [Finding]) {
    self.findings = findings
    participants = []
    content = .diaries([])
  }

  /// Whether diaries are read from the file again rather than held.
  package var isInParts: Bool { if case .file = content { true } else { false } }

  /// Gives out each diary once, in any order, until `take` returns `false`.
  ///
  /// - Throws: `ImportError` where the file changed or went meanwhile; what was given out before is
  ///   then not to be used.
  package func forEach(_ take: (Diary) -> Bool) throws(ImportError) {
    switch content {
    case .diaries(let diaries):
      for diary in diaries { guard take(diary) else { return } }
    case .file(let file): try file.forEach(take)
    }
  }
}
