// SPDX-License-Identifier: Apache-2.0

internal import XMLReading

/// The first bytes of a file, by which its format is told.
enum FileStart {
  /// Those that are looked at; `nil` where more of the file is needed.
  ///
  /// It is told by the root element of a document, before which a long document type may stand. What
  /// comes before the root is left out then.
  static func bytes(of held: ArraySlice<UInt8>) -> [UInt8]? {
    let prefix = Array(held.prefix(CSVSource.prefixSize))
    guard XMLProlog.isOpen(inPrefix: prefix) else { return prefix }
    if let root = XMLProlog.fromRoot(inPrefix: Array(held)) {
      return Array(root.prefix(CSVSource.prefixSize))
    }
    return held.count > XMLLimits().prologBytes ? prefix : nil
  }

  /// What to say of a document whose root element is not among its first bytes.
  static func fault(_ prefix: [UInt8]) -> RowFault? {
    guard prefix.count >= CSVSource.prefixSize, XMLProlog.isOpen(inPrefix: prefix) else {
      return nil
    }
    return RowFault(
      id: "xml-limit",
      summary:
        "The file starts as XML, but its first \(XMLLimits().prologBytes) bytes, such as those "
        + "of a document type, hold no root element.",
      remedy: "No diary needs as much before it; take the document type out of the file.")
  }
}
