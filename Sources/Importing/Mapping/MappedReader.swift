// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// What a table of a mapping waits for, or gives to others.
struct MappedOutcome {
  /// The mapping, which a table is of.
  var mapping: String
  /// Tables that are looked things up in, by their names.
  var lookups: [String: LookupTable] = [:]
  /// Records that wait for other files.
  var waiting: [WaitingTable] = []
}

/// The records of a table that joins other files, read once these are.
struct WaitingTable {
  var engine: TableEngine
  var records: [MappedRecord]

  /// The entries, now that all files are read.
  mutating func outcome(_ lookups: [String: LookupTable]) -> ReadOutcome {
    engine.lookups = lookups
    for record in records { engine.take(record) }
    records = []
    return engine.finish()
  }
}

/// A reader of the files that a mapping, or one of the presets, describes.
struct MappedReader: FormatReader {
  static let formatName = "mapping"

  /// Whether one of the presets is for a file that starts so.
  static func recognises(_ prefix: [UInt8]) -> Bool {
    MappingChoice(prefix: prefix, file: "", mappings: MappingPresets.all) != nil
  }

  private enum State {
    case undecided([UInt8])
    case csv(MappedCSV)
    case xml(XMLPushParser<MappedXMLHandler>)
  }

  private let context: ReadContext
  private var state = State.undecided([])
  private var mapping: Mapping?

  init(_ context: ReadContext) { self.context = context }

  mutating func consume(_ bytes: [UInt8], count: Int) throws(ImportError) {
    switch state {
    case .undecided(var held):
      state = .undecided([])
      held += bytes.prefix(count)
      if held.count >= CSVSource.prefixSize, FileStart.bytes(of: held[...]) != nil {
        try decide(held)
      } else {
        state = .undecided(held)
      }
    case .csv(var reader):
      // One owner at a time: a copy of the reader would copy its entries.
      state = .undecided([])
      try reader.consume(bytes, count: count)
      state = .csv(reader)
    case .xml(let parser): try feed(parser, bytes, count)
    }
  }

  mutating func finish() throws(ImportError) -> ReadOutcome {
    if case .undecided(let held) = state { try decide(held) }
    var outcome: ReadOutcome
    switch state {
    case .undecided: outcome = ReadOutcome()
    case .csv(var reader): outcome = try reader.finish()
    case .xml(let parser):
      var handler: MappedXMLHandler
      do throws(XMLError) {
        handler = try parser.finish()
      } catch {
        throw error.importError(file: context.file)
      }
      outcome = try handler.outcome()
      outcome.findings += parser.controlFindings(context.file)
    }
    outcome.format = mapping.map { $0.isPreset ? $0.name : "mapping:\($0.name)" }
    return outcome
  }

  private func feed(
    _ parser: XMLPushParser<MappedXMLHandler>, _ bytes: [UInt8], _ count: Int
  ) throws(ImportError) {
    do throws(XMLError) {
      try parser.feed(bytes, count: count)
    } catch {
      throw error.importError(file: context.file)
    }
  }

  /// Picks the table for a file whose first bytes are known.
  private mutating func decide(_ held: [UInt8]) throws(ImportError) {
    let mappings = (context.options.mapping.map { [$0] } ?? []) + MappingPresets.all
    guard
      let choice = MappingChoice(
        prefix: FileStart.bytes(of: held[...]) ?? Array(held.prefix(CSVSource.prefixSize)),
        file: context.file, mappings: mappings)
    else {
      let finding = Finding(
        id: "format-unknown", severity: .error, summary: "No mapping is for this file.",
        file: context.file)
      throw ImportError(kind: .unusable, findings: [finding])
    }
    mapping = choice.mapping
    if choice.tables[0].isXML {
      do throws(XMLError) {
        let handler = MappedXMLHandler(choice, context: context)
        let parser = try XMLPushParser(handler: handler)
        state = .xml(parser)
        try parser.feed(held, count: held.count)
      } catch {
        throw error.importError(file: context.file)
      }
    } else {
      var reader = MappedCSV(choice.tables[0], mapping: choice.mapping, context: context)
      try reader.consume(held, count: held.count)
      state = .csv(reader)
    }
  }
}

extension TableMatch {
  /// Whether a header has the columns that it must, and none that it must not.
  func fits(_ header: [String]) -> Bool {
    guard self.header.allSatisfy({ CSVBinding.column($0, header) != nil }),
      without.allSatisfy({ CSVBinding.column($0, header) == nil })
    else { return false }
    guard let also else { return true }
    let known = Set((self.header + also).compactMap { CSVBinding.column($0, header) })
    return header.indices.allSatisfy { known.contains($0) || header[$0].isEmpty }
  }
}

/// The tables of a mapping that are for a file.
struct MappingChoice {
  let mapping: Mapping
  /// One table of CSV, or any number of XML.
  let tables: [MappedTable]

  /// Looks for the first mapping with a table that fits; of a preset's, the one that asks most.
  ///
  /// - Parameters:
  ///   - prefix: the file's first bytes.
  ///   - file: its path; patterns are held against the last part.
  ///   - mappings: the mappings, of which a user's own comes first.
  ///   - includesOpen: whether tables without “match” count as fitting.
  init?(prefix: [UInt8], file: String, mappings: [Mapping], includesOpen: Bool = true) {
    let root = XMLProlog.rootName(inPrefix: prefix)
    let name = String(file.split(separator: "/").last ?? "").folded
    var best: (mapping: Mapping, tables: [MappedTable], weight: Int)?
    var headers: [CSVLayout: [String]] = [:]
    for mapping in mappings {
      let fitting = mapping.tables.filter { table in
        guard table.isXML == (root != nil), includesOpen || !table.match.isOpen else {
          return false
        }
        if let pattern = table.match.file, !Wildcard.fits(name, pattern: pattern) { return false }
        if table.isXML { return table.match.root.map { $0.contains(root ?? "") } ?? true }
        let match = table.match
        guard !match.header.isEmpty || !match.without.isEmpty || match.also != nil else {
          return true
        }
        let header = headers[table.csv] ?? MappedCSV.header(of: prefix, table.csv)
        headers[table.csv] = header
        return match.fits(header)
      }
      guard let first = fitting.max(by: { $0.match.header.count < $1.match.header.count }) else {
        continue
      }
      let weight = mapping.isPreset ? first.match.header.count : Int.max
      if best == nil || weight > best?.weight ?? 0 {
        best = (mapping, root != nil ? fitting : [first], weight)
      }
      if !mapping.isPreset { break }
    }
    guard let best else { return nil }
    mapping = best.mapping
    tables = best.tables
  }

  /// Why no table of a mapping is for a file.
  static func fault(prefix: [UInt8], mapping: Mapping) -> RowFault? {
    let root = XMLProlog.rootName(inPrefix: prefix)
    var best: (fault: RowFault, missing: Int)?
    for table in mapping.tables where table.isXML == (root != nil) {
      let header = root == nil ? MappedCSV.header(of: prefix, table.csv) : []
      let missing = table.match.header.filter { CSVBinding.column($0, header) == nil }
      guard missing.count < best?.missing ?? Int.max else { continue }
      let what =
        missing.first.map { "its header has no column “\($0.shortened)”" }
        ?? (root == nil ? "its name or a column speaks against it" : "its root is another")
      let nearest = missing.first.flatMap { Spelling.nearest(to: $0, among: header) }
      let fault = RowFault(
        id: "mapping-not-matching",
        summary: "No table of the mapping is for this file: \(what), as “match” in "
          + "\(mapping.place(table.line)) asks.",
        remedy: (nearest.map { "Did you mean “\($0.shortened)”? " } ?? "")
          + "Change “match”, or leave it out.")
      best = (fault, missing.count)
    }
    return best?.fault
  }
}
