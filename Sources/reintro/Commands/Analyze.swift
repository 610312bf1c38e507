// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import FoodKnowledge
internal import Importing
internal import Reporting

/// One participant: from exports to a report.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyses one person's diary and writes a report.",
    discussion: """
      All inputs are parts of one diary: a food app, a symptom app and a sleep tracker together, \
      for example. A folder stands for the files in it.
      """, aliases: ["analyse"])

  @Argument(
    help: ArgumentHelp("Files, folders or zip archives of one person.", valueName: "input"),
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the report goes; beside the first input if left out.",
      valueName: "report.html"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Where to write the results as JSON.", valueName: "results.json"),
    completion: .file())
  var json: String?

  @Option(
    help: ArgumentHelp(
      "Where to write the foods that were not understood, ready to fill in for --foods.",
      valueName: "file"),
    completion: .file())
  var unknownFoods: String?

  @Option(
    help: ArgumentHelp(
      "Where to write the next experiments as a calendar.", valueName: "experiments.ics"),
    completion: .file())
  var calendar: String?

  @Option(
    help: ArgumentHelp(
      "The first day of the calendar, such as 2026-03-01; the day after the diary's last if left out.",
      valueName: "date"))
  var calendarStart: String?

  @Option(
    help: ArgumentHelp(
      "A folder for every table of the report as a CSV file.", valueName: "folder"),
    completion: .directory)
  var tables: String?

  @OptionGroup var reportFlags: ReportFlags
  @OptionGroup var foods: FoodFlags
  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisFlags

  func validate() throws {
    guard let calendarStart else { return }
    guard calendar != nil else {
      throw ValidationError("--calendar-start needs --calendar FILE.")
    }
    guard CivilDate(iso: calendarStart) != nil else {
      throw ValidationError(
        "'\(calendarStart)' is not a day, expected one such as 2026-03-01 for --calendar-start.")
    }
  }

  func run() throws {
    let report = output ?? Self.reportPath(besides: inputs.first ?? "diary")
    try refuseOutputs(report)
    let knowledge = try foods.classifier()
    let options = try analysis.options(reading: input, foods: knowledge, foods)
    let imported = try input.read(inputs, foods: knowledge)
    let diary = try theOnlyDiary(of: imported)
    let analyzer = DiaryAnalyzer(
      options: options, foods: knowledge, version: Reintro.version)
    let results = analyzer.analyze(diary)

    let language = reportFlags.language
    let start = try calendarStart(after: results.period.end)
    let page = Report.html(results, findings: imported.findings, language: language)
    let numbers = try json == nil ? [] : Report.resultsJSON(results)
    let days = calendar == nil ? nil : Report.calendar(results, language: language, start: start)
    try writing { () throws(FileError) in
      var files = [(bytes: page, path: report)]
      if let json { files.append((numbers, json)) }
      if let calendar, let days { files.append((days, calendar)) }
      try FileSystem.write(together: files[...])
    }
    if let tables { try write(Report.tables(results), into: tables, keeping: kept) }
    if let calendar, days == nil { Self.removeStaleCalendar(calendar) }
    if unknownFoods != nil || input.verbose {
      try tellUncertainFoods(analyzer.uncertainFoods(in: diary))
    }
    if !input.quiet {
      Terminal.say(
        Report.summary(results, findings: imported.findings, language: language))
      Terminal.say(
        Report.closing(
          results, report: report, tables: tables, calendar: calendar, hasCalendar: days != nil,
          language: language)
      )
    }
  }

  /// The files that are read.
  private var kept: [String?] {
    inputs + [analysis.protocolFlags.protocolFile, foods.foodsFile, input.mappingFile]
  }

  /// Refuses outputs that would overwrite an input or each other, or whose names say something else.
  private func refuseOutputs(_ report: String) throws {
    let kept = kept
    try OutputGuard.refuse(report, json, overwriting: kept)
    if let unknownFoods {
      try OutputGuard.refuse(unknownFoods, report, overwriting: kept + [json])
    }
    try OutputGuard.refuse(calendar, report, overwriting: kept)
    try OutputGuard.refuse(calendar, json, overwriting: [unknownFoods])
    if let tables { try OutputGuard.refuse(folder: tables, inside: inputs) }
    try OutputKind.report.check(output)
    try OutputKind.results.check(json)
    try OutputKind.calendar.check(calendar)
    try OutputKind.foods.check(unknownFoods)
  }

  /// Writes the tables into a folder, which is made where it is not there.
  private func write(
    _ files: [(name: String, bytes: [UInt8])], into folder: String, keeping inputs: [String?]
  ) throws {
    let files = files.map { (bytes: $0.bytes, path: "\(folder)/\($0.name)") }
    for file in files { try OutputGuard.refuse(file.path, nil, overwriting: inputs) }
    try writing { () throws(FileError) in
      try FileSystem.makeFolder(folder)
      try FileSystem.write(together: files[...])
    }
  }

  /// The first day of the calendar, where one is given; the diary's own days are gone.
  private func calendarStart(after last: CivilDate) throws -> CivilDate? {
    guard let start = calendarStart.flatMap({ CivilDate(iso: $0) }) else { return nil }
    guard start > last else {
      throw ValidationError(
        "--calendar-start \(start) is not after the diary's last day, \(last). Give a later day.")
    }
    return start
  }

  /// Takes away a calendar of an earlier run, whose tests this diary no longer suggests.
  private static func removeStaleCalendar(_ path: String) {
    guard FileSystem.kind(of: path) == .file,
      let bytes = try? FileSystem.contents(of: path, limit: 1 << 20),
      String(decoding: bytes.prefix(200), as: UTF8.self).contains("PRODID:-//reintro//")
    else { return }
    FileSystem.remove(path)
  }

  private func tellUncertainFoods(_ list: [UncertainFood]) throws {
    if let unknownFoods {
      try writing { () throws(FileError) in
        try FileSystem.write(Array(UncertainFoodsText.yaml(list).utf8), to: unknownFoods)
      }
    }
    guard input.verbose, !list.isEmpty else { return }
    Terminal.say("Foods that are not wholly known, those that matter most first:")
    for food in list { Terminal.say("  " + UncertainFoodsText.line(food)) }
  }

  private func theOnlyDiary(of imported: ImportResult) throws -> Diary {
    if let diary = imported.diaries.first, imported.diaries.count == 1 { return diary }
    Terminal.warn(
      """
      error: \(inputs.joined(separator: ", ")): holds \(imported.diaries.count) participants, \
      expected one: \(Participants.list(imported.diaries)). \
      For several people use 'reintro batch'.
      """)
    throw ExitStatus.unusableInput
  }

  /// `diary.csv` → `diary.report.html`, in the same folder; the same for a folder's name.
  static func reportPath(besides input: String) -> String {
    let path = FileSystem.resolved(input) ?? input
    let name = FileSystem.name(of: path)
    let stem = FileSystem.kind(of: path) == .folder ? name : FileSystem.stem(of: name)
    let folder = FileSystem.folder(of: FileSystem.kind(of: input) == .folder ? path : input)
    return folder == "." ? "\(stem).report.html" : "\(folder)/\(stem).report.html"
  }
}
