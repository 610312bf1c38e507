// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import DiaryAnalysis
internal import DiaryModel
internal import FileAccess
internal import FoodKnowledge
public import Importing
public import Reporting
internal import UserFoods

extension DateOrder: ExpressibleByArgument {}
extension AnalysisOptions.Absence: ExpressibleByArgument {}
extension AnalysisOptions.Prior: ExpressibleByArgument {}
extension ReportLanguage: ExpressibleByArgument {}

/// How inputs are read; shared by all commands that read any.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The zone whose clocks the person lived by, such as Europe/Berlin.", valueName: "iana"))
  var timeZone: String?

  @Option(help: "The order of day, month and year where a file leaves it open.")
  var dateOrder: DateOrder?

  @Option(
    name: .customLong("mapping"),
    help: ArgumentHelp(
      "How to read tables of no known format, in YAML; see 'reintro mapping'.", valueName: "file"),
    completion: .file())
  var mappingFile: String?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Show every finding.")
  var verbose = false

  func validate() throws {
    if let timeZone, !Importer.knowsTimeZone(timeZone) {
      throw ValidationError(
        "--time-zone takes an IANA name such as Europe/Berlin that this system knows (on Debian "
          + "from the package tzdata), not '\(timeZone)'.")
    }
  }

  /// The options for the importer, given the groups that the user named; ends the program where the
  /// mapping cannot be read.
  func importing(_ foods: FoodClassifier) throws -> ImportOptions {
    var options = ImportOptions(
      timeZone: timeZone, dateOrder: dateOrder, mapping: try mapping())
    options.ownGroups = Set(foods.ownGroups.map(\.group))
    return options
  }

  /// The mapping that the user gives, if any.
  func mapping() throws -> Importing.Mapping? {
    guard let mappingFile else { return nil }
    do {
      let bytes = try FileSystem.contents(of: mappingFile, limit: Importing.Mapping.largestFile)
      return try Importing.Mapping(
        yaml: String(decoding: bytes, as: UTF8.self), file: mappingFile)
    } catch let error as FileError {
      Terminal.warn("error: \(error)")
      throw ExitStatus.of(error)
    } catch let error as ImportError {
      Terminal.warn(error.findings, limit: Int.max)
      throw ExitStatus.unusableInput
    }
  }

  /// What of the reading changes results, for their provenance.
  func settings() throws -> [String: String] {
    var settings: [String: String] = [:]
    settings["time-zone"] = timeZone
    settings["date-order"] = dateOrder?.rawValue
    if mappingFile != nil { settings["mapping-sha256"] = try mappingKey() }
    return settings
  }

  /// A hash of the mapping; `-` where there is none.
  func mappingKey() throws -> String {
    guard let mappingFile else { return "-" }
    return SHA256.hexadecimal(
      of: try FileSystem.contents(of: mappingFile, limit: Importing.Mapping.largestFile))
  }

  /// Reads inputs and shows what was found; ends the program where they cannot be used.
  func read(
    _ paths: [String], foods: FoodClassifier, digests: Bool = true
  ) throws -> ImportResult {
    var options = try importing(foods)
    options.digestsInputs = digests
    do {
      let result = try Importer.read(paths, options: options)
      show(result.findings)
      if verbose { InputTable.lines(result.diaries).forEach { Terminal.warn($0) } }
      return result
    } catch {
      Terminal.warn(error.findings, limit: verbose ? Int.max : 20)
      throw error.kind == .notFound ? ExitStatus.noInput : ExitStatus.unusableInput
    }
  }

  /// Shows findings as far as the user wants them.
  func show(_ findings: [Finding]) {
    let shown = findings.filter {
      verbose || (quiet ? $0.severity == .error : $0.severity >= .warning)
    }
    Terminal.warn(shown, limit: verbose ? Int.max : 20)
  }
}

/// How reports are written; shared by `analyze` and `batch`.
struct ReportFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of reports, summaries and calendars: en or de. Diaries may be in any language.",
      valueName: "code"))
  var language = ReportLanguage.english
}

/// What is known of foods; shared by `analyze`, `batch` and `foods`.
struct FoodFlags: ParsableArguments {
  @Option(
    name: .customLong("foods"),
    help: ArgumentHelp(
      "Your own foods and dishes in YAML; they win over what is built in.", valueName: "file"),
    completion: .file())
  var foodsFile: String?

  /// What of the foods changes results, for their provenance.
  func settings() throws -> [String: String] {
    foodsFile == nil ? [:] : ["foods-sha256": try key()]
  }

  /// A hash of the user's own foods; `-` where there are none.
  func key() throws -> String {
    guard let foodsFile else { return "-" }
    return SHA256.hexadecimal(
      of: try FileSystem.contents(of: foodsFile, limit: UserFoods.largestFile))
  }

  /// The knowledge, with the user's own foods where there are any.
  func classifier() throws -> FoodClassifier {
    guard let foodsFile else { return FoodClassifier() }
    do {
      let bytes = try FileSystem.contents(of: foodsFile, limit: UserFoods.largestFile)
      return try UserFoods.classifier(
        yaml: String(decoding: bytes, as: UTF8.self), file: foodsFile)
    } catch let error as FileError {
      Terminal.warn("error: \(error)")
      throw ExitStatus.of(error)
    } catch {
      Terminal.warn("\(error)")
      throw ExitStatus.unusableInput
    }
  }
}

/// How diaries are analysed; shared by `analyze` and `batch`.
struct AnalysisFlags: ParsableArguments {
  @OptionGroup var protocolFlags: ProtocolFlags

  @Option(
    help: ArgumentHelp(
      "When a day starts; what comes before belongs to the day before.",
      valueName: "hh:mm"))
  var dayStarts = "05:00"

  @Option(help: "What a day without a symptom entry means; told from the diary if left out.")
  var symptomsAbsent: AnalysisOptions.Absence?

  @Flag(help: "Leave out the groups whose effect is disputed: histamine and nightshade.")
  var withoutDisputed = false

  @Option(help: "What is believed of foods before the diary is read: as published, or all alike.")
  var prior = AnalysisOptions.Prior.literature

  func validate() throws {
    guard dayStartMinutes != nil else {
      throw ValidationError("--day-starts takes a time from 00:00 to 11:59, not '\(dayStarts)'.")
    }
  }

  /// The options for the analyzer.
  func options(
    reading input: InputOptions, foods: FoodClassifier, _ foodFlags: FoodFlags
  ) throws -> AnalysisOptions {
    var options = AnalysisOptions()
    options.readingSettings = try input.settings().merging(foodFlags.settings()) { own, _ in own }
    options.absence = symptomsAbsent
    if withoutDisputed {
      options.groupsLeftOut = Set(GroupID.builtIn.filter { $0.dispute != nil })
    }
    options.prior = prior
    options.dayStartMinutes = dayStartMinutes ?? options.dayStartMinutes
    try protocolFlags.apply(to: &options, reading: input, foods: foods)
    return options
  }

  private var dayStartMinutes: Int? {
    let parts = dayStarts.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<12).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}

/// Ends the program with the right status where writing fails.
func writing(_ body: () throws(FileError) -> Void) throws {
  do {
    try body()
  } catch {
    Terminal.warn("error: \(error)")
    throw ExitStatus.of(error)
  }
}
