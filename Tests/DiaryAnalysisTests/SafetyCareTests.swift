// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("Plain words for danger fire, and their harmless twins do not")
struct SafetyCareTests {
  /// The gates of a short diary with one more note, or with one symptom before any food.
  private func gates(note: String) -> Set<String> {
    var diary = DiaryBuilder.short().diary
    diary.entries.append(
      Entry(
        kind: .note, time: .at(.day(DiaryBuilder.date(16))), name: "", note: note,
        origin: Origin(input: 0, line: 999)))
    return Set(
      DiaryAnalyzer(options: AnalysisOptions(), foods: FoodClassifier(), version: "test")
        .analyze(diary).safety.map(\.gate))
  }

  @Test("A short diary fires none of these gates by itself")
  func quiet() {
    let found = gates(note: "an ordinary day")
    let gates: Set = ["possible-immediate-allergy", "red-flags", "care-team", "fasting"]
    #expect(found.isDisjoint(with: gates))
  }

  @Test(
    "Emergency care",
    arguments: [
      "rushed to ER by ambulance", "had to go to A&E", "Notaufnahme nach dem Essen",
      "Rettungswagen gerufen", "went to the emergency room after this", "ended up in A & E",
      "we called an ambulance", "mit dem Krankenwagen abgeholt", "called 999",
      "Notarzt musste gerufen werden", "in the emergency department", "aux urgences après le repas",
      "ended up in an ER", "112 gerufen", "Notruf 112 gewählt", "Notruf abgesetzt",
    ])
  func emergency(text: String) {
    #expect(gates(note: text).contains("possible-immediate-allergy"))
  }

  @Test(
    "Hives whose own text says what they followed",
    arguments: [
      "hives 10 minutes after egg", "Nesselsucht 10 min nach Ei",
      "Quaddeln am ganzen Körper sofort nach dem Essen", "urticaria within 30 min of eating",
      "10 minutes after egg hives", "hives shortly after peanuts",
    ])
  func hives(text: String) {
    let phrases = PhraseList(SafetyPhrases.quickHives)
    #expect(phrases.stands(in: SafetyPhrases.tokens(text)))
    #expect(gates(note: text).contains("possible-immediate-allergy"))
  }

  @Test("Hives after exercise are none that a text gives to a food")
  func otherHives() {
    let phrases = PhraseList(SafetyPhrases.quickHives)
    for text in ["hives 10 minutes after exercise", "10 minutes after exercise hives"] {
      #expect(!phrases.stands(in: SafetyPhrases.tokens(text)))
    }
  }

  @Test(
    "Blood",
    arguments: [
      "pooped blood", "blood when I wiped", "vomit like coffee grounds",
      "Erbrochenes wie Kaffeesatz", "passed blood this morning", "Blut beim Abwischen",
      "threw up coffee grounds", "threw up some coffee grounds", "lost 4,5 kg in a month",
    ])
  func blood(text: String) {
    #expect(gates(note: text).contains("red-flags"))
  }

  @Test(
    "Underweight, and vomiting to lose weight",
    arguments: [
      "BMI 17", "BMI: 17.4", "my BMI is now 16", "BMI 18,2", "nur noch 43 kg bei 1,70",
      "nur noch 43,5 kg", "wiege nur 42,5 kg",
      "down to 41.5 kg", "habe mich übergeben damit ich nicht zunehme",
      "habe mich übergeben, damit ich nicht zunehme", "made myself throw up",
      "threw up on purpose", "absichtlich erbrochen",
    ])
  func thinness(text: String) {
    #expect(gates(note: text).contains("care-team"))
  }

  @Test(
    "Days without food are a fast",
    arguments: [
      "habe 3 Tage nichts gegessen", "ate nothing for 2 days", "nothing to eat for two days",
      "haven't eaten for 36 hours", "seit zwei Tagen nichts gegessen", "2 days without food",
      "I was ill and ate nothing for 3 days", "5 days without eating because of the cramps",
    ])
  func fast(text: String) {
    #expect(gates(note: text).contains("fasting"))
  }

  @Test(
    "Harmless twins",
    arguments: [
      "no hives", "no hives 10 minutes after egg", "blood test",
      "passed blood test", "coffee grounds in the compost", "vomited after coffee",
      "A & E numbers of additives", "allergic to A & E numbers", "rich in A & E",
      "vitamins A and E", "ambulance drove by", "Rettungswagen fuhr vorbei", "er war da",
      "no ambulance called", "an emergency meeting", "A&E with a broken wrist is on TV",
      "BMI 22", "BMI 24 at 17:00", "BMI 170", "bought 3 kg of rice", "only 70 kg", "nur 2 kg",
      "ate nothing but rice for 3 days", "3 Tage nichts gegessen außer Reis",
      "nothing eaten for 6 hours", "ate for 2 days at home", "no food allergies for 2 days",
      "nichts mit Milch gegessen", "3 Tage nichts gegessen, was Laktose enthält",
      "3 days with food poisoning", "2 days of eating well", "5 days without eating dairy",
      "5 days no food poisoning", "bad pain for 3 weeks, ate nothing for 4 hours",
      "2 days ago ate nothing for 6 hours", "BMI 18,9", "Arzt rief an, er sagte alles gut",
      "der Hund fing an, er bellte", "L-Thyroxin 112 abgesetzt", "Euthyrox 112 µg gebraucht",
      "cleaned up coffee grounds", "picked up coffee grounds for the compost",
      "visited bee hives before lunch",
    ])
  func harmless(text: String) {
    let found = gates(note: text)
    let gates: Set = ["possible-immediate-allergy", "red-flags", "care-team", "fasting"]
    #expect(found.isDisjoint(with: gates))
  }
}
