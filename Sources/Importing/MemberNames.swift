// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

/// A name inside an archive, which may be anything, made fit to be shown and compared.
struct MemberName: Hashable {
  /// The longest path that is shown, in Unicode scalars.
  static let longest = 300

  /// The path inside the archive: never empty, relative, without `..`, backslashes and controls.
  let shown: String
  /// Whether something had to be changed, other than the length.
  let isUnsafe: Bool

  /// Whether the member is hidden, or a record that macOS adds.
  let isHidden: Bool
  /// Whether folder or name say that it is no diary.
  let isNoDiary: Bool

  /// Whether it is one of an Apple Health export's clinical records that are not read; its file's name.
  let clinicalRecord: String?

  /// Takes a name as an archive gives it.
  init(_ name: String) {
    var isUnsafe = name.hasPrefix("/") || name.hasPrefix("\\")
    var text = ""
    for scalar in name.unicodeScalars {
      if Self.isHarmful(scalar) {
        isUnsafe = true
        text.unicodeScalars.append("\u{FFFD}")
      } else {
        text.unicodeScalars.append(scalar == "\\" ? "/" : scalar)
      }
    }
    var parts = text.split(separator: "/").map(String.init)
    if parts.contains("..") || parts.first.map(Self.isDrive) == true { isUnsafe = true }
    parts.removeAll { $0 == ".." || $0 == "." }
    let path = parts.joined(separator: "/")
    shown = path.isEmpty ? "?" : String(path.unicodeScalars.suffix(Self.longest))
    self.isUnsafe = isUnsafe || path.isEmpty
    isHidden = parts.contains(where: InputFiles.isHidden)
    let file = parts.last ?? ""
    let folders = parts.dropLast()
    let isClinical = folders.contains(where: ClinicalRecords.isFolder)
    let isPassedOver = folders.contains(where: InputFiles.isNoDiaryFolder)
    let isAllergy =
      ClinicalRecords.isAllergy(file) && !isPassedOver
      && (!isClinical || folders.last.map(ClinicalRecords.isFolder) == true)
    clinicalRecord = isClinical && !isAllergy ? file : nil
    isNoDiary =
      !isAllergy
      && (InputFiles.isOutputOrText(file) && !InputFiles.isWebPage(file)
        || InputFiles.isNoDiaryFile(file)
        || isPassedOver || isClinical)
  }

  /// Whether a scalar can change what a terminal shows: controls, and marks of direction.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // The joiners belong to the spelling of some languages.
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }

  /// Whether a part is a drive of Windows, such as `C:`.
  private static func isDrive(_ part: String) -> Bool {
    part.utf8.count == 2 && part.hasSuffix(":")
  }
}

extension InputFiles {
  /// Whether a folder of an Apple Health export holds no diary: routes, heart traces.
  static func isNoDiaryFolder(_ name: String) -> Bool {
    ["workout-routes", "electrocardiograms"].contains(name.lowercased())
  }

  /// Whether a file is the clinical document of an Apple Health export, under its English name.
  static func isNoDiaryFile(_ name: String) -> Bool {
    name.lowercased() == "export_cda.xml"
  }
}
