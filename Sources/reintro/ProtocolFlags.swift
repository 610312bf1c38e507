// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import FoodKnowledge
internal import Importing
internal import ProtocolFile
internal import YAMLReading

/// The protocol that a diary followed; shared by `analyze`, `batch` and `validate`.
struct ProtocolFlags: ParsableArguments {
  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      "The protocol in YAML, or a canonical CSV or XML file; its phases win over the diary's own.",
      valueName: "file"),
    completion: .file())
  var protocolFile: String?

  /// Puts the phases of the file into the options; ends the program where they cannot be used.
  func apply(
    to options: inout AnalysisOptions, reading input: InputOptions, foods: FoodClassifier
  ) throws {
    guard let protocolFile else { return }
    if let text = try Self.yaml(protocolFile) {
      do {
        let own = Set(foods.ownGroups.map(\.group))
        try ProtocolFile(yaml: text, file: protocolFile, ownGroups: own).apply(to: &options)
      } catch {
        Terminal.warn("\(error)")
        throw ExitStatus.unusableInput
      }
      return
    }
    let diaries = try input.read([protocolFile], foods: foods).diaries
    for diary in diaries {
      let phases = diary.entries.compactMap { Self.phase($0, of: diary) }
      if Self.isRandomised(diary) { options.isRandomised = true }
      // A file for one person is for whoever's diary is read with it.
      if let participant = diary.participant, diaries.count > 1 {
        options.participantPhases[participant] = phases
      } else {
        options.protocolPhases += phases
      }
    }
    guard
      !options.protocolPhases.isEmpty || options.participantPhases.contains(where: { !$1.isEmpty })
    else {
      Terminal.warn("\(protocolFile): error: holds no phases. Expected rows of kind 'phase'.")
      throw ExitStatus.unusableInput
    }
  }

  /// The text of a protocol in YAML; `nil` for other files, and for those that cannot be read.
  private static func yaml(_ path: String) throws -> String? {
    guard FileSystem.kind(of: path) != .folder else { return nil }
    guard let bytes = try? FileSystem.contents(of: path, limit: YAMLDocument.largestFile) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return ProtocolFile.isYAML(name: path, text: text) ? text : nil
  }

  /// Whether the notes of all challenges, or of a phase that is none, say that there was a draw.
  private static func isRandomised(_ diary: Diary) -> Bool {
    let phases = diary.entries.filter { $0.kind == .phase }
    let challenges = phases.filter { $0.name == "challenge" }
    func says(_ entry: Entry) -> Bool {
      AnalysisOptions.saysRandomised(entry.name + " " + (entry.note ?? ""))
    }
    return !challenges.isEmpty && challenges.allSatisfy(says)
      || phases.contains { $0.name != "challenge" && says($0) }
  }

  private static func phase(_ entry: Entry, of diary: Diary) -> Timeline.Phase? {
    guard entry.kind == .phase, let time = entry.time else { return nil }
    var phase = Timeline.Phase(
      name: entry.name, start: time.start.date, end: time.end.date, groups: entry.groups ?? [],
      source: "protocol")
    phase.entry = diary.reference(to: entry)
    return phase
  }
}
