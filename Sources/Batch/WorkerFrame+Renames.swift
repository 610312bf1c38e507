// SPDX-License-Identifier: Apache-2.0

extension WorkerFrame {
  /// Why participants cannot stand under the ids that `rename` asks for; `nil` where they can.
  var renameFault: FrameFault? {
    if let odd = renames.sorted(by: { $0.key < $1.key }).first(where: {
      !Self.isUsable($0.value, for: $0.key)
    }) {
      return Self.fault(
        odd.value.isEmpty
          ? "gives an empty id" : "gives an id with signs that ids cannot have, or too long a one")
    }
    return Set(renames.values).count < renames.count ? Self.fault("gives an id twice") : nil
  }

  /// What is said where a participant would get the id of another.
  static let doubledID = fault("gives an id that another participant of the frame has")

  private static func fault(_ what: String) -> FrameFault {
    FrameFault(
      code: "frame-rename",
      reason: "“rename” \(what). Give each participant an id of its own, such as p1-2; "
        + "the frame was passed over.")
  }

  /// An id for outputs: the participant's own with a number, as a batch gives it, or a plain text.
  private static func isUsable(_ target: String, for id: String) -> Bool {
    if target.hasPrefix(id + "-"), !id.isEmpty {
      let number = target.utf8.dropFirst(id.utf8.count + 1)
      if (1...9).contains(number.count), number.allSatisfy({ (48...57).contains($0) }) {
        return true
      }
    }
    return (1...200).contains(target.utf8.count) && !target.hasPrefix(".")
      && target.first?.isWhitespace == false && target.last?.isWhitespace == false
      && target.unicodeScalars.allSatisfy { scalar in
        scalar != "/" && scalar != "\\" && !unusable.contains(scalar.properties.generalCategory)
      }
  }

  /// Signs that are no letters: they cannot be seen, turn the line round, or have no meaning yet.
  private static let unusable: Set<Unicode.GeneralCategory> = [
    .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned,
  ]
}
