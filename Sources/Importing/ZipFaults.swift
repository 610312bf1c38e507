// SPDX-License-Identifier: Apache-2.0

internal import Archives

extension ZipFault {
  /// The fault as what ends the reading of an archive or of one of its members.
  var sourceFault: SourceFault {
    switch kind {
    case .damaged, .severalDisks, .tooManyMembers, .overlapping, .notReadable, .noLibrary:
      archiveFault
    default: memberFault
    }
  }

  private var archiveFault: SourceFault {
    switch kind {
    case .severalDisks:
      SourceFault(
        kind: .unusable, id: "zip-several-disks",
        summary: "The file is one part of a zip archive that was split into several.",
        remedy: "Join the parts, or unpack them, and give the folder.")
    case .tooManyMembers:
      SourceFault(
        kind: .unusable, id: "zip-too-many-members",
        summary: "The zip archive is refused: \(reason).",
        remedy: "Unpack it and give the files that hold the diary.")
    case .overlapping:
      SourceFault(
        kind: .unusable, id: "zip-bomb", summary: "The zip archive is refused: \(reason).",
        remedy: "No app makes such archives; check where the file comes from.")
    case .notReadable:
      SourceFault(
        kind: .notFound, id: "file-not-readable",
        summary: "The zip archive cannot be read: \(reason).",
        remedy: "Copy it to a local disk and try again.")
    case .noLibrary:
      SourceFault(
        kind: .unusable, id: "zip-library", summary: "The zip archive cannot be read: \(reason).",
        remedy: "Install the library, or unpack the archive and give the folder.")
    default:
      SourceFault(
        kind: .unusable, id: "zip-damaged",
        summary: "The zip archive is damaged or was cut off: \(reason).",
        remedy: "Copy or export it again; a download may have been interrupted.")
    }
  }

  private var memberFault: SourceFault {
    switch kind {
    case .encrypted:
      SourceFault(
        kind: .unusable, id: "zip-encrypted", summary: "The file in the zip archive is encrypted.",
        remedy: "Unpack the archive with its password and give the folder.")
    case .method(let number):
      SourceFault(
        kind: .unusable, id: "zip-method",
        summary: "The file in the zip archive is compressed by a method that is not read "
          + "(number \(number)); read are “stored” (0) and “deflated” (8).",
        remedy: "Unpack the archive and give the folder.")
    case .tooCompressed, .tooLarge:
      SourceFault(
        kind: .unusable, id: "zip-bomb", summary: "The zip archive is refused: \(reason).",
        remedy: "If it comes from your app, unpack it and give the folder.")
    default:
      SourceFault(
        kind: .unusable, id: "zip-member-damaged",
        summary: "The file in the zip archive is damaged: \(reason).",
        remedy: "Copy or export the archive again; none of this file was used.")
    }
  }
}
