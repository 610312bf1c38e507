// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FoodKnowledge
import Testing

@testable import DiaryAnalysis

@Suite("A warning sign fires wherever it is written")
struct SafetySignTests {
  /// The gates of a short diary with one more row, which may be one that cannot be read.
  private func gates(
    _ kind: EntryKind, name: String = "", value: EntryValue? = nil, unit: String? = nil,
    note: String? = nil
  ) -> Set<String> {
    var diary = DiaryBuilder.short().diary
    let day = TimePoint.day(DiaryBuilder.date(16))
    diary.entries.append(
      Entry(
        kind: kind, time: kind == .profile ? nil : .at(day), name: name, value: value, unit: unit,
        note: note, origin: Origin(input: 0, line: 999)))
    return names(diary)
  }

  private func gates(unread text: String) -> Set<String> {
    var diary = DiaryBuilder.short().diary
    diary.unreadable = [UnreadRow(note: text, reason: "test", origin: Origin(input: 0, line: 999))]
    return names(diary)
  }

  private func names(_ diary: Diary) -> Set<String> {
    Set(
      DiaryAnalyzer(options: AnalysisOptions(), foods: FoodClassifier(), version: "test")
        .analyze(diary).safety.map(\.gate))
  }

  /// The places of a diary in which a text does not fire a gate, of all where people write it.
  private func placesWithout(_ gate: String, _ text: String) -> [String] {
    let found = [
      ("note", gates(.note, note: text)),
      ("symptom", gates(.symptom, name: "sign", value: .number(4), note: text)),
      ("symptom's name", gates(.symptom, name: text, value: .number(4))),
      ("condition", gates(.profile, name: "condition", value: .text(text))),
      ("unread", gates(unread: text)),
    ]
    return found.filter { !$0.1.contains(gate) }.map(\.0)
  }

  @Test(
    "Immediate signs",
    arguments: [
      "throat swells after milk", "carries an EpiPen", "hives after milk",
      "milk makes my throat close", "wheeze after milk", "konnte nicht atmen",
      "konnte kaum atmen", "bekam schlecht Luft", "could hardly breathe",
      "I wasn't able to breathe", "asthma attack after peanut", "Asthmaanfall nach Erdnuss",
      "musste Notfallset benutzen", "Engegefühl im Hals", "Kreislaufkollaps", "laryngeal oedema",
      "ohnmachtig", "ana-phylaxis", "ana\u{200B}phylaxis", "ana\u{AD}phylaxis",
      "\u{FF57}\u{FF48}\u{FF45}\u{FF45}\u{FF5A}\u{FF45} after milk", "throat<br>swelling",
    ])
  func immediate(text: String) {
    #expect(placesWithout("possible-immediate-allergy", text) == [])
  }

  @Test(
    "Words in pointed brackets or beside an ampersand are words where they are no mark of HTML",
    arguments: [
      "BP <low, fainted, pulse >120", "after milk <throat swelling>", "<anaphylaxis>",
      "</anaphylaxis>", "<b anaphylaxis>", "<p fainted>", "<a title=x fainted>", "<br fainted=",
      "<b low= fainted>", "pulse <i=60 fainted >", "milk&wheeze;", "&fainted;", "&#faint wheeze;",
      "hives <after milk>", "<B>fainted</B>", "<u fainted/>",
    ])
  func pointedBrackets(text: String) {
    #expect(placesWithout("possible-immediate-allergy", text) == [])
  }

  @Test(
    "Marks of HTML inside a sign",
    arguments: [
      "throat<br>swelling", "throat&nbsp;swelling", "throat<BR/>swelling", "throat<br />swelling",
      "<p class=\"x\" style='a: b'>throat</p>swelling", "throat<font size=2>swelling",
      "throat&#160;swelling", "throat&#xA0;swelling", "thr&shy;oat swelling", "<h1>fainted</h1>",
      "short<a href=\"x?a=b>c\" />of breath", "short</span\t>of&NBSP;breath",
      "throat &bull; swelling", "short&thinsp;of breath", "shortness&ensp;of breath",
      "throat <img src=\"a.png\" alt=\"x\"> swelling", "short<center>of breath",
      "short<del>of breath", "short<h5>of breath", "short<tbody>of breath",
      "short<strike>of breath", "short<wbr>of breath", "short</blockquote>of breath",
    ])
  func marks(text: String) {
    #expect(placesWithout("possible-immediate-allergy", text) == [])
  }

  @Test(
    "Entities of HTML that stand for letters, apostrophes and marks of no width",
    arguments: [
      "Hals pl&ouml;tzlich geschwollen", "Hals &uuml;ber Nacht geschwollen",
      "Hals &Uuml;ber Nacht geschwollen", "Hals &#252;ber Nacht geschwollen",
      "Kehle w&auml;hrend des Essens zugeschwollen", "throat&rsquo;s swollen", "can&#39;t breathe",
      "couldn&apos;t breathe", "can&rsquo;t breathe", "can&#x27;t breathe", "can&#8217;t breathe",
      "ohnm&auml;chtig", "OHNM&AUML;CHTIG", "ohnm&#xE4;chtig", "ohnma&#776;chtig",
      "langue gonfl&eacute;e", "&#102;ainted", "&#xFF46;ainted", "ana&#173;phylaxis",
      "ana&#8203;phylaxis", "throat&#8203;swelling", "throat&#178; swelling",
    ])
  func entities(text: String) {
    #expect(placesWithout("possible-immediate-allergy", text) == [])
  }

  @Test("An entity stands for the letter that its name or number says")
  func letters() throws {
    func letter(_ text: String) -> String? {
      MarkupMark.letter(in: Array(text.unicodeScalars), at: 0).map { "\($0.scalar)\($0.end)" }
    }
    // Names and numbers as in the HTML standard's list of named character references.
    let letters = [
      "&uuml;": "ü5", "&Uuml;x": "ü5", "&szlig;": "ß6", "&#223;": "ß5", "&#xdf;": "ß5",
      "&#XDF;": "ß5", "&oelig;": "œ6", "&frac34;": "¾7", "&#190;": "¾5", "&apos;": "'5",
      "&#0039;": "'6", "&#65;": "A4", "&#49;": "14",
    ]
    for (text, expected) in letters { #expect(letter(text) == expected, "\(text)") }
    let none = [
      "&", "&;", "&#;", "&#x;", "&uuml", "uuml;", "&nbsp;", "&bull;", "&#160;", "&#46;", "&#-65;",
      "&#+65;", "&#xD800;", "&#x110000;", "&#9999999;", "&#6A;", "&u uml;", "&#178;",
    ]
    for text in none { #expect(letter(text) == nil, "\(text)") }
  }

  @Test("A known mark of HTML ends where it ends, and parts words or does not")
  func markEnds() throws {
    func mark(_ text: String) -> MarkupMark? { MarkupMark(in: Array(text.unicodeScalars), at: 0) }
    #expect(mark("<br>x")?.end == 3)
    #expect(mark("</td >x")?.end == 5)
    #expect(mark("<a b='>' c=d/>x")?.end == 13)
    #expect(mark("&amp;x")?.end == 4)
    #expect(mark("&shy;")?.isInvisible == true)
    #expect(mark("&nbsp;")?.isInvisible == false)
    let none = [
      "<", "<>", "</>", "<b", "<bx>", "<b x>", "<b x=>", "<b x='>", "< b>", "<b/x>", "&", "&;",
      "&#;",
      "&#x;", "&nbsp", "&uuml;", "&#1 2;", "&#9-1;", "b>", "<ｂ>",
    ]
    for text in none { #expect(mark(text) == nil, "\(text)") }
  }

  @Test(
    "Swallowing",
    arguments: [
      "konnte nicht mehr schlucken", "Probleme beim Schlucken", "Schluckstörungen",
      "steak lodged in gullet", "choked on bread", "EoE", "piece of meat got stuck",
      "struggled to swallow", "swallowing is painful",
    ])
  func swallowing(text: String) {
    #expect(placesWithout("swallowing", text) == [])
  }

  @Test(
    "Red flags",
    arguments: [
      "stool with blood", "stool was bloody", "Stuhl mit Blut", "Stuhl blutig",
      "Blut und Schleim im Stuhl", "vomiting blood", "Teerstuhl", "black tarry stools",
      "Eisenmangelanämie", "ungewollt abgenommen", "blood<br>in stool", "blood, in stool",
      "lost 3&frac12; stone", "lost 3&#189; stone", "lost 3,5 kg",
    ])
  func redFlags(text: String) {
    #expect(placesWithout("red-flags", text) == [])
  }

  @Test(
    "States for the care team",
    arguments: [
      "Ich habe eine Essstörung", "my eating disorder is back", "anorexia relapse",
      "Magersucht wieder schlimmer", "schwanger", "schwanger seit 8 Wochen", "pregnant 8 weeks",
      "I am a type 1 diabetic", "nach meiner Transplantation", "I nurse my baby", "SSW 12",
      "Ess-Störung", "Prograf", "laxative abuse",
    ])
  func careTeam(text: String) {
    #expect(placesWithout("care-team", text) == [])
  }

  @Test(
    "Cells that hold other things",
    arguments: [
      (EntryKind.profile, "age"), (.profile, "height"), (.profile, "suspects"),
      (.profile, "allergy"), (.profile, "pregnancy"), (.food, "rice"), (.context, "sleep"),
      (.phase, "baseline"),
    ])
  func notes(kind: EntryKind, name: String) {
    let value: EntryValue? = name == "pregnancy" ? .text("no") : nil
    let found = gates(kind, name: name, value: value, note: "correction: I am 12 weeks pregnant")
    #expect(found.contains("care-team"))
  }

  @Test("Values, units and names", arguments: EntryKind.allCases)
  func cells(kind: EntryKind) {
    let sign = "food stuck in my throat, blood in stool"
    let expected: Set = ["swallowing", "red-flags"]
    #expect(gates(kind, name: "rice", value: .text(sign)).isSuperset(of: expected))
    #expect(gates(kind, name: "rice", value: .number(3), unit: sign).isSuperset(of: expected))
    #expect(gates(kind, name: "rice (\(sign))").isSuperset(of: expected))
  }

  @Test(
    "What is denied, or of another, does not fire",
    arguments: [
      "did not need EpiPen", "denies throat swelling, hives, wheeze", "zero wheezing", "0 hives",
      "free of wheezing", "my dog was wheezing", "passed out leaflets",
      "kein Essen steckengeblieben", "anaemia ruled out", "bread got stuck in the toaster",
      "anaemia was ruled out", "Blut im Stuhl: negativ",
      "pregnancy test negative", "no longer pregnant", "my friend had a kidney transplant",
      "blood test and stool sample", "weight loss shake",
    ])
  func silent(text: String) {
    #expect(gates(.note, note: text).isEmpty, "note")
    #expect(gates(.profile, name: "condition", value: .text(text)).isEmpty, "condition")
  }

  @Test(
    "A denial does not reach too far",
    arguments: [
      "dairy free, wheezing", "denies fever. Throat swelling", "denies fever but throat swelling",
      "bloating 0 hives: throat swelling", "zero milk, throat swelling",
    ])
  func reach(text: String) {
    #expect(gates(.note, note: text).contains("possible-immediate-allergy"))
  }
}
