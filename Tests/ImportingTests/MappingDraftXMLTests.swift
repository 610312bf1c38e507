// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import Testing

@testable import Importing

@Suite("Drafts of XML whose elements have a text and attributes")
struct MappingDraftXMLTests {
  @Test(
    "The text is the food, an attribute its amount",
    arguments: [
      ("day", "meal", "food", "amount"), ("day", "meal", "item", "quantity"),
      ("day", "sit", "item", "amount"), ("tag", "mahlzeit", "speise", "menge"),
    ])
  func amounts(_ day: String, _ meal: String, _ food: String, _ amount: String) throws {
    let text = """
      <log>
      <\(day) date="2026-02-13"><\(meal) time="08:10"><\(food) \(amount)="1.5 cups">Milk</\(food)>\
      <\(food)>Bread</\(food)></\(meal)></\(day)>
      <\(day) date="2026-02-14"><\(meal) time="18:10"><\(food) \(amount)="200 g">Rice</\(food)>\
      </\(meal)></\(day)>
      </log>
      """
    #expect(
      try Drafted.lines(text, name: "a.xml") == [
        "-|2026-02-13T08:10|food|Bread|-|-|-|-", "-|2026-02-13T08:10|food|Milk|1.5|cups|-|-",
        "-|2026-02-14T18:10|food|Rice|200|g|-|-",
      ])
  }

  @Test("Kinds of entries with an amount and a severity of their own")
  func amountAndSeverity() throws {
    let text = """
      <log>
      <entry date="2026-02-13" time="08:10" kind="food" quantity="200 ml">Milk</entry>
      <entry date="2026-02-13" time="09:10" kind="symptom" severity="3">Pain</entry>
      <entry date="2026-02-14" time="18:10" kind="food" quantity="1">Egg</entry>
      </log>
      """
    #expect(
      try Drafted.lines(text, name: "a.xml") == [
        "-|2026-02-13T08:10|food|Milk|200|ml|-|-", "-|2026-02-13T09:10|symptom|Pain|3|0-3|-|-",
        "-|2026-02-14T18:10|food|Egg|1|-|-|-",
      ])
    let table =
      "Date,Type,Item,Amount,Severity\n2026-02-13,food,Milk,200 ml,\n2026-02-13,symptom,Pain,,3\n"
    #expect(
      try Drafted.lines(table) == [
        "-|2026-02-13|food|Milk|200|ml|-|-", "-|2026-02-13|symptom|Pain|3|0-3|-|-",
      ])
  }

  @Test("An attribute that is only called a value says nothing by itself")
  func values() throws {
    let text =
      "<a><r><subject value=\"p1\"/><day value=\"2026-02-13\"/><food value=\"Milk\"/></r>"
      + "<r><subject value=\"p1\"/><day value=\"2026-02-14\"/><food value=\"Rice\"/></r></a>"
    #expect(
      try Drafted.lines(text, name: "a.xml") == [
        "p1|2026-02-13|food|Milk|-|-|-|-", "p1|2026-02-14|food|Rice|-|-|-|-",
      ])
  }
}
