// SPDX-License-Identifier: Apache-2.0

internal import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import FoundationEssentials
internal import Importing

/// Takes one unit from its files to what a batch learns from it.
struct EvidenceWorker: Sendable {
  let runner: BatchRunner
  let state: BatchState

  /// Works on a unit unless nothing has changed since its evidence was kept.
  ///
  /// - Returns: what there is of it; a failure only where the output cannot be written.
  func process(_ unit: BatchUnit) -> Result<UnitOutcome, FileError> {
    let key = unit.key(settings: runner.options.settingsText)
    if !runner.options.force, state.evidence(ofUnit: unit.name)?.key == key {
      return .success(outcome(false))
    }
    // A unit that cannot be used teaches nothing; `UnitWorker` tells why.
    let diaries = (try? inclusions(of: unit)) ?? []
    do throws(FileError) {
      try state.keep(UnitEvidence(key: key, diaries: diaries), of: unit)
    } catch {
      return .failure(error)
    }
    return .success(outcome(true))
  }

  /// The inclusion probabilities of each diary, by participant.
  private func inclusions(of unit: BatchUnit) throws(ImportError) -> [[String: Double]] {
    let analyzer = DiaryAnalyzer(
      options: runner.options.analysis, foods: runner.foods, version: runner.options.version)
    let imported = unit.read(runner.options.importing)
    var found: [String?: [String: Double]] = [:]
    try imported.forEach { diary in
      var named = diary
      named.participant = diary.participant ?? unit.fallbackParticipant
      let inclusion = analyzer.inclusion(named).map { ($0.key.rawValue, $0.value) }
      found[diary.participant] = Dictionary(inclusion) { first, _ in first }
      return true
    }
    return imported.participants.compactMap { found[$0] }
  }

  private func outcome(_ wasRedone: Bool) -> UnitOutcome {
    var outcome = UnitOutcome(label: "evidence")
    outcome.wasRedone = wasRedone
    return outcome
  }
}

/// What a batch learns from one unit, kept in the output folder.
struct UnitEvidence: Codable, Sendable, Hashable {
  /// What it depends on.
  var key: String
  /// For each diary, the posterior inclusion probabilities of groups by their identifiers.
  var diaries: [[String: Double]]

  /// The same by groups.
  var inclusion: [[GroupID: Double]] {
    diaries.map { diary in
      var answer: [GroupID: Double] = [:]
      for (name, value) in diary { answer[GroupID(rawValue: name)] = value }
      return answer
    }
  }

  /// The evidence as JSON.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }

  /// Reads evidence; `nil` where the text is none.
  static func decoded(_ bytes: [UInt8]) -> UnitEvidence? {
    try? JSONDecoder().decode(UnitEvidence.self, from: Data(bytes))
  }
}
