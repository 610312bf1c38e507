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

  @Test("Of many signs six stand in the evidence, and all others beside it")
  func manySigns() throws {
    var builder = DiaryBuilder.short()
    for day in 0..<9 { builder.note(day, 9, "wheeze number \(day)") }
    let gate = try #require(builder.results().gate("possible-immediate-allergy"))
    #expect(gate.evidence.hasSuffix("wheeze number 5; and 3 more"))
    #expect(gate.furtherEvidence == (6..<9).map { "wheeze number \($0)" })
    #expect(gate.furtherFacts?.map { $0.text("text") } == gate.furtherEvidence)
    #expect(gate.entries.count == 9)
    var few = DiaryBuilder.short()
    few.note(3, 9, "wheeze")
    #expect(few.results().gate("possible-immediate-allergy")?.furtherEvidence == nil)
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
    "Emergency care beside a denial or work that is not plain",
    arguments: [
      "did not want to go to the ER but they took me", "did not go to the ER but should have",
      "did not go to the ER, but I should have", "did not go to the ER until the next day",
      "did not make it to the ER in time", "if I had not gone to the ER, I would have died",
      "why did I not go to the ER", "should I not go to the ER?", "had never been to the ER before",
      "was not in the emergency room long", "not once but twice in the emergency room",
      "I regret that I did not go to the ER", "decided not to go to the ER",
      "did not go to the ER. I should have", "No, went to the ER", "no milk, went to the ER",
      "nicht in die Notaufnahme, sondern zum Hausarzt mit Nesselsucht",
      "ich hätte nicht in die Notaufnahme gehen sollen", "nicht nur in der Notaufnahme",
      "nach der Nachtschicht in der Notaufnahme gelandet", "after my shift in the ER with a rash",
      "worked all day, then to the ER", "after work to the ER", "from work to the emergency room",
      "worked in the ER. Later taken to the ER", "the ER nurse gave me antihistamines",
      "kollabierte bei der Arbeit, Notaufnahme", "on night shift, in the emergency room",
      "nicht geschlafen, Notaufnahme", "did not sleep, went to the ER",
      "did not need the ER this time, only the ambulance came",
      "nicht mehr in die Notaufnahme geschafft", "did not go to A&E but should have",
      "should have gone to A&E", "after work in A&E again",
    ])
  func emergencyStays(text: String) {
    #expect(gates(note: text).contains("possible-immediate-allergy"))
  }

  @Test(
    "Nobody was a patient of the emergency department",
    arguments: [
      "did not go to the ER", "didn't go to the ER", "We did not have to go to the ER today.",
      "ER was not needed", "I never went to the emergency room", "no ER visit",
      "Stomach pain at night. Did not go to the ER.", "ging nicht in die Notaufnahme",
      "nicht in die Notaufnahme", "musste nicht in die Notaufnahme", "war nicht in der Notaufnahme",
      "bin nicht in die Notaufnahme gegangen", "Notaufnahme war nicht nötig",
      "worked in the ER", "long night shift in the emergency room", "I work in an ER",
      "Nachtschicht in der Notaufnahme", "hatte Dienst in der Notaufnahme",
      "heute in der Notaufnahme gearbeitet", "worked in the ER last night, tired",
      "Praktikum in der Notaufnahme",
      "did not go to A&E", "We did not have to go to A & E", "worked in A&E",
    ])
  func noPatient(text: String) {
    #expect(!gates(note: text).contains("possible-immediate-allergy"))
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
      "BMI 18,4", "BMI 17,9", "BMI von 18,45", "BMI 18", "BMI 18, gestern gemessen",
      "I am only 45 kg", "bin nur noch 44,5 kg schwer", "weigh just 42 kg", "Gewicht nur 43,5 kg",
      "wiege nur noch 45 kg", "weight: only 41 kg", "down to 44,9 kg",
    ])
  func thinness(text: String) {
    #expect(gates(note: text).contains("care-team"))
  }

  @Test(
    "A weight that went down by so much is a loss; one that went down to so much is low as well",
    arguments: [
      ("I'm down 30 kg since May", true, false), ("down 30 kg", true, false),
      ("I am down about 40 kg since the surgery", true, false), ("weight down 30 kg", true, false),
      ("down another 3 kg", true, false), ("down 2 stone since Easter", true, false),
      ("I'm down 12 lbs in three weeks", true, false), ("down by 4,5 kg", true, false),
      ("bin 30 kg runter", true, false), ("down more than 28 kg this year", true, false),
      ("down to 38 kg", false, true), ("I'm down to 41 kg", false, true),
      ("weight down to 44 kg", false, true), ("weight is down to 38,5 kilos", false, true),
      ("runter auf 42 kg", false, true), ("Gewicht auf 40 kg gesunken", false, true),
      ("Gewicht gesunken auf 40 kg", false, true), ("down 6 kg, now only 43 kg", true, true),
      ("I am at 43 kg", false, true), ("weight only 43 kg", false, true),
      ("down to 70 kg", false, false), ("put down 40 kg", false, false),
      ("lat pull down 40 kg", false, false), ("carried down 30 kg of coal", false, false),
      ("not down 3 kg", false, false), ("price down 3 pounds", false, false),
      ("broke down 2 km from home", false, false), ("calmed down at 30 minutes", false, false),
    ])
  func weightDown(text: String, isLoss: Bool, isLow: Bool) {
    let found = gates(note: text)
    #expect(found.contains("red-flags") == isLoss)
    #expect(found.contains("care-team") == isLow)
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
      "BMI 18,7", "BMI 18,5", "BMI: 18,75", "BMI von 19,5", "only 45 kg", "only 45 kg of potatoes",
      "lifted only about 40 kg", "Koffer wiegt nur 25 kg", "my dog weighs only 30 kg",
      "bench pressed only about 40 kg", "nur noch 40 kg Kartoffeln im Keller",
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
