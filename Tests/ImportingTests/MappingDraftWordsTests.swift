// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("What drafts of mappings know by its name")
struct MappingDraftWordsTests {
  /// From none to unbearable, as the languages say it.
  @Test(arguments: [
    ["none", "slight", "medium", "strong", "unbearable"],
    ["keine", "leicht", "mittel", "stark", "unerträglich"],
    ["aucune", "légère", "modérée", "sévère", "insupportable"],
    ["ninguna", "leve", "moderada", "grave", "insoportable"],
    ["nessuna", "lieve", "moderata", "grave", "insopportabile"],
    ["geen", "licht", "matig", "ernstig", "ondraaglijk"],
    ["Kein", "Gering", "Mäßig", "Schwer", "Sehr stark"],
  ])
  func wordsOfSeverity(_ words: [String]) throws {
    let rows = words.enumerated().map { "2026-01-0\($0.offset + 1),Ache,\($0.element)\n" }
    let result = try Drafted.read("Date,Symptom,Severity\n" + rows.joined())
    let entries = result.diaries.flatMap(\.entries)
    #expect(entries.map(\.value) == (0...4).map { .number(Double($0)) })
    #expect(Set(entries.map(\.unit)) == ["0-4"])
    #expect(result.findings.filter { $0.id == "mapping-word-unknown" }.isEmpty)
  }

  @Test func wordsBesideNumbersAreOnTheirScale() throws {
    let rows = ["8", "keine", "stark"].enumerated().map {
      "2026-01-0\($0.offset + 1),Ache,\($0.element)\n"
    }
    let entries = try Drafted.read("Date,Symptom,Severity\n" + rows.joined()).diaries.flatMap(
      \.entries)
    #expect(entries.map(\.value) == [.number(8), .number(0), .number(7.5)])
    #expect(Set(entries.map(\.unit)) == ["0-10"])
  }

  @Test(
    "Forms of stool are a symptom on the Bristol scale",
    arguments: [
      ("Bristol", ["4", "1", "7"]), ("Stool type", ["4", "", "2"]), ("BSS (1-7)", ["3", "0", "5"]),
      ("Bristol stool form", ["Type 4", "type 6", "4"]),
      ("Stuhlform", ["Typ 2", "Typ 4", "Typ 7"]),
    ])
  func stoolForms(_ name: String, _ cells: [String]) throws {
    let rows = cells.enumerated().map { "2026-01-0\($0.offset + 1),milk,2,\($0.element)\n" }
    let text = "Date,Food,Bloating (0-10),\(name)\n" + rows.joined()
    #expect(try !Drafted.yaml(text).contains("# DOUBT"))
    let entries = try Drafted.read(text).diaries.flatMap(\.entries).filter {
      $0.name == "Bristol stool form"
    }
    let forms = cells.compactMap { Double($0.filter(\.isNumber)) }.filter { $0 > 0 }
    #expect(entries.compactMap(\.value?.number) == forms)
    #expect(Set(entries.map(\.unit)) == ["1-7"])
    #expect(Set(entries.map(\.kind)) == [.symptom])
  }

  @Test func wordsThatAreLeftOpenAreTold() throws {
    let rows = ["stark", "komisch", "komisch", "ja"].enumerated().map {
      "2026-01-0\($0.offset + 1),Ache,\($0.element)\n"
    }
    let findings = try Drafted.read("Date,Symptom,Severity\n" + rows.joined()).findings
      .filter { $0.id == "mapping-word-unknown" }
    #expect(findings.map(\.line) == [3])
    #expect(findings.first?.summary.contains("“komisch”") == true)
    #expect(findings.first?.severity == .note)
    let yaml = """
      time: "{Date}"
      entries:
        - {kind: symptom, name: ache, value: "{V}", scale: 0-10, words: {keine: unknown, ja: unknown}}
      """
    let own = try Mapped.read("Date,V\n2026-01-01,keine\n2026-01-02,ja\n", yaml).findings
      .filter { $0.id == "mapping-word-unknown" }
    #expect(own.map(\.severity) == [.warning])
    #expect(own.first?.summary.contains("“keine”") == true)
  }

  @Test(arguments: [
    ("Amount (g)", "g"), ("Menge [ml]", "ml"), ("Gramm", "g"), ("Amount", "-"),
    ("Amount (per day)", "-"), ("Amount (2)", "-"),
  ])
  func unitsOfHeaders(_ header: String, _ unit: String) throws {
    let text = "Date,Food,\(header)\n2026-01-01,Rice,50\n2026-01-02,Oats,300\n"
    #expect(
      try Drafted.lines(text) == [
        "-|2026-01-01|food|Rice|50|\(unit)|-|-", "-|2026-01-02|food|Oats|300|\(unit)|-|-",
      ])
  }

  @Test func aTableWithOneRowAnItem() throws {
    let text =
      "Datum;Art;Was;Menge (g);Bemerkung\n13.02.2026;Frühstück;Haferbrei;150;\n"
      + "13.02.2026;Symptom;Kopfweh;3;nach dem langen Lauf am Morgen\n14.02.2026;Wetter;Regen;;\n"
      + "14.02.2026;Schlaf;unruhig;7;\n14.02.2026;Getränk;Saft;200;wieder einer zu viel davon\n"
    #expect(try Drafted.yaml(text).contains("# DOUBT: words that are not known stand here too"))
    let lines = try Drafted.lines(text)
    #expect(
      Set(lines).isSuperset(of: [
        "-|2026-02-13|food|Haferbrei|150|g|-|-", "-|2026-02-13|symptom|Kopfweh|3|0-3|-|-",
        "-|2026-02-14|note|-|-|-|-|Regen", "-|2026-02-14|context|sleep|7|h|-|unruhig",
        "-|2026-02-14|food|Saft|200|g|-|-",
      ]))
  }

  @Test func amountsAndSeveritiesInOneColumn() throws {
    let text =
      "Date,Type,Item,Value\n2026-01-01,meal,Rice,200 g\n2026-01-01,symptom,Ache,severe\n"
      + "2026-01-02,meal,Oats,1 bowl\n2026-01-02,symptom,Ache,none\n"
    #expect(
      try Drafted.lines(text) == [
        "-|2026-01-01|food|Rice|200|g|-|-", "-|2026-01-01|symptom|Ache|severe|mild-severe|-|-",
        "-|2026-01-02|food|Oats|1|bowl|-|-", "-|2026-01-02|symptom|Ache|none|mild-severe|-|-",
      ])
  }

  @Test func aColumnNamedItem() throws {
    let text = "date,item,label\n2026-01-01,\"Rice, Oats\",a\n2026-01-02,Milk,b\n"
    let plain = """
      time: "{date}"
      entries:
        - {kind: food, where: {item: {blank: false}}, name: "{item}", note: "{label}"}
      """
    #expect(
      Mapped.lines(try Mapped.read(text, plain)) == [
        "-|2026-01-01|food|Rice, Oats|-|-|-|a", "-|2026-01-02|food|Milk|-|-|-|b",
      ])
    let each = """
      time: "{date}"
      entries:
        - {kind: food, where: {item: {not: Milk}}, each: {of: "{item}", split: ", "}, note: "no {item}"}
      """
    #expect(
      Mapped.lines(try Mapped.read(text, each)) == [
        "-|2026-01-01|food|Oats|-|-|-|no Oats", "-|2026-01-01|food|Rice|-|-|-|no Rice",
      ])
    #expect(
      try Drafted.lines("date,item\n2026-01-01,Rice\n2026-01-02,Milk\n") == [
        "-|2026-01-01|food|Rice|-|-|-|-", "-|2026-01-02|food|Milk|-|-|-|-",
      ])
  }

  @Test func filesThatNeedNoMappingGetNone() throws {
    let entry = Entry(
      kind: .food, time: EntryTime(iso: "2026-01-01"), name: "Rice",
      origin: Origin(input: 0, line: 1))
    let diary = Diary(participant: "p", entries: [entry], inputs: [])
    for ending in ["csv", "xml"] {
      let bytes = UnreadFiles.written([diary], ending)
      do throws(ImportError) {
        _ = try MappingDraft.yaml(of: bytes, name: "d." + ending)
        Issue.record("a mapping for \(ending)")
      } catch {
        #expect(error.findings.map(\.id) == ["mapping-not-needed"])
        #expect(error.findings.first?.summary.contains("canonical") == true)
      }
    }
    // Some of the canonical columns make no canonical file.
    #expect(try Drafted.yaml("Date,Kind,Name\n2026-01-01,food,Rice\n").contains("kind: food"))
  }
}
