// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("What drafts of mappings make of tables with a column of symptoms")
struct MappingDraftLongTests {
  private func symptoms(_ text: String) throws -> [String] {
    try Drafted.lines(text).filter { $0.contains("|symptom|") }
  }

  @Test(
    "Words and numbers beside names of symptoms say how strong these were",
    arguments: [
      ("Symptom", "How bad"), ("Complaint", "How bad was it?"), ("Beschwerde", "Stärke"),
      ("Beschwerden", "Wie stark"), ("Beschwerde", "Schmerzstärke"), ("Symptom", "Schweregrad"),
      ("Reaction", "Strength"), ("Symptôme", "Intensité"), ("Síntoma", "Gravedad"),
      ("Sintomi", "Gravità"), ("Symptom", "Xyz"),
    ])
  func severities(_ names: String, _ header: String) throws {
    let words = "Date,Food,\(names),\(header)\n2026-01-13,Rice,,\n2026-01-13,,Cramps,mild\n"
    #expect(
      try symptoms(words + "2026-01-14,,Cramps,moderate\n2026-01-15,,Rash,severe\n") == [
        "-|2026-01-13|symptom|Cramps|mild|mild-severe|-|-",
        "-|2026-01-14|symptom|Cramps|moderate|mild-severe|-|-",
        "-|2026-01-15|symptom|Rash|severe|mild-severe|-|-",
      ])
    let numbers = "Date,Food,\(names),\(header)\n2026-01-13,Rice,,\n2026-01-13,,Cramps,2\n"
    #expect(
      try symptoms(numbers + "2026-01-14,,Cramps,8\n") == [
        "-|2026-01-13|symptom|Cramps|2|0-10|-|-", "-|2026-01-14|symptom|Cramps|8|0-10|-|-",
      ])
  }

  @Test("A column that is filled elsewhere too, or is about another thing, is no severity")
  func otherColumns() throws {
    let text =
      "Date,Food,Symptom,Stress level,Xyz\n2026-01-13,Rice,,2,1\n2026-01-13,,Cramps,8,2\n"
      + "2026-01-14,,Rash,3,1\n"
    #expect(
      try symptoms(text) == [
        "-|2026-01-13|symptom|Cramps|-|-|-|-", "-|2026-01-14|symptom|Rash|-|-|-|-",
      ])
    #expect(try Drafted.yaml(text).contains("DOUBT: no column says how strong it was"))
  }

  @Test(
    "Sleep and other contexts beside names of symptoms are read",
    arguments: [("Schlaf (h)", "sleep|7|h"), ("Slept", "sleep|7|h"), ("Mood", "mood|7|-")])
  func contexts(_ header: String, _ entry: String) throws {
    let text =
      "Date,Food,Symptom,Severity,\(header)\n2026-01-13,Rice,,,\n2026-01-13,,Cramps,2,7\n"
      + "2026-01-14,,Rash,3,7\n"
    let contexts = try Drafted.lines(text).filter { $0.contains("|context|") }
    #expect(contexts == ["13", "14"].map { "-|2026-01-\($0)|context|\(entry)|-|-" })
  }

  @Test(
    "Columns of foods are known by their names",
    arguments: [
      "Gegessen", "Was gegessen", "Was ich gegessen habe", "Mahlzeit", "Mahlzeiten", "Essen",
      "Verzehrt", "Ate", "What I ate", "What did you eat?", "Eaten", "Meal", "Foods eaten", "Repas",
      "Ce que j'ai mangé", "Plats", "Comido", "Qué he comido", "Platos", "Mangiato", "Pasti",
      "Gegeten",
    ])
  func foods(_ header: String) throws {
    let text =
      "Date,\(header),Symptom,Severity\n2026-01-13,Rice,,\n2026-01-13,,Cramps,2\n"
      + "2026-01-14,Oats,,\n2026-01-15,Milk,,\n"
    let lines = try Drafted.lines(text).filter { $0.contains("|food|") }
    #expect(
      lines == [
        "-|2026-01-13|food|Rice|-|-|-|-", "-|2026-01-14|food|Oats|-|-|-|-",
        "-|2026-01-15|food|Milk|-|-|-|-",
      ])
  }

  /// Whatever `validate` sends back to the draft as a food, the draft makes a food.
  @Test func noCircle() throws {
    let asFoods = DraftNames.eaten.filter { !$0.hasPrefix("*") }.map {
      $0.hasSuffix("*") ? String($0.dropLast()) : $0
    }
    let names = asFoods.filter { !UnreadColumns([$0]).foods.isEmpty }
    #expect(names.count > 60)
    for name in names {
      let text = "Date,\(name),Symptom\n2026-01-13,Rice,Rash\n2026-01-14,Oats,Rash\n"
      let ids = Set(try Drafted.read(text).findings.map(\.id))
      #expect(!ids.contains("diary-column-not-read"), "\(name)")
    }
  }

  @Test("Sleep beside a list of events is read")
  func besideEvents() throws {
    let text =
      "Date,Type,Item,Value,Sleep\n2026-01-13,meal,Rice,200,\n2026-01-13,symptom,Rash,3,6h30\n"
      + "2026-01-14,meal,Oats,50,7 h\n"
    let lines = try Drafted.lines(text).filter { $0.contains("|context|") }
    #expect(
      lines == ["-|2026-01-13|context|sleep|6.5|h|-|-", "-|2026-01-14|context|sleep|7|h|-|-"])
  }

  @Test func foodsInOneCell() throws {
    let text =
      "Date,Food\n2026-01-13,\"Rice, peas + oil\"\n2026-01-14,\"Oats, milk + figs\"\n2026-01-15,A+B\n"
    #expect(try Drafted.yaml(text).contains("split: [\", \", \" + \"]"))
    #expect(
      try Drafted.lines(text).map { $0.split(separator: "|")[3] } == [
        "Rice", "oil", "peas", "Oats", "figs", "milk", "A+B",
      ])
  }

  @Test func aColumnThatMayHoldFoodsIsShown() throws {
    let text =
      "Date,Verköstigung,Symptom,Severity\n2026-01-13,Rice,,\n2026-01-13,,Cramps,2\n"
      + "2026-01-14,Oats,,\n2026-01-15,Milk,,\n"
    let yaml = try Drafted.yaml(text)
    #expect(yaml.contains("  # - kind: food\n  #   where: {\"Verköstigung\": {blank: false}}"))
    #expect(try symptoms(text) == ["-|2026-01-13|symptom|Cramps|2|0-3|-|-"])
    let places = try Drafted.yaml(text.split(separator: "Verköstigung").joined(separator: "Ort"))
    #expect(places.contains("kind: food") == false)
  }

  @Test("Several symptoms in one cell are parted")
  func symptomsInOneCell() throws {
    let text =
      "Date,Food,Symptoms\n2026-02-13,Milk,Bloating; cramps\n2026-02-14,Egg,none\n"
      + "2026-02-15,Rice,none\n2026-02-16,Rice,none\n2026-02-17,Rice,Bloating\n"
    #expect(
      try symptoms(text).prefix(2) == [
        "-|2026-02-13|symptom|Bloating|-|-|-|-", "-|2026-02-13|symptom|cramps|-|-|-|-",
      ])
    let rated = text.replacing("Symptoms\n", with: "Symptoms,Severity\n")
      .replacing("cramps\n", with: "cramps,6\n")
    #expect(
      try symptoms(rated).prefix(2) == [
        "-|2026-02-13|symptom|Bloating|6|0-10|-|-", "-|2026-02-13|symptom|cramps|6|0-10|-|-",
      ])
    #expect(try Drafted.yaml(rated).contains("# DOUBT: where a cell names several"))
    // How strong one was is no symptom.
    let strong = text.replacing("Bloating; cramps", with: "Bloating; strong")
    #expect(try symptoms(strong).first == "-|2026-02-13|symptom|Bloating; strong|-|-|-|-")
  }

  @Test("Sleep among the rows of a list is a length", arguments: ["7:30", "7h 30m", "7,5 h"])
  func lengthsOfSleep(_ cell: String) throws {
    let text =
      "Date;Type;Item;Value\n2026-02-13 08:10;Food;Milk;200 ml\n2026-02-13 10:10;Symptom;Rash;6/10\n"
      + "2026-02-13 10:10;Sleep;;\(cell)\n"
    #expect(try Drafted.yaml(text).contains("    value-as: hours\n"))
    #expect(
      try Drafted.lines(text).contains("-|2026-02-13T10:10|context|sleep|7.5|h|-|-"))
  }
}
