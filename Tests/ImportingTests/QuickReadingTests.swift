// SPDX-License-Identifier: Apache-2.0

import DiaryModel
import FileAccess
import TestSupport
import Testing

@testable import Importing

/// Exports that hold what real ones do, what odd ones may, and what none should.
private struct RandomExport {
  var generator: SeededGenerator

  private static let times =
    #"creationDate="2026-02-09 08:10:00 +0100" startDate="2026-02-09 08:10:00 +0100""#
    + #" endDate="2026-02-09 08:20:00 +0100""#
  private static let watch =
    #"sourceName="Ana’s Watch" sourceVersion="10" device="&lt;&lt;HKDevice: 0x2&gt;, name:W&gt;""#

  /// Whole elements.
  private static let whole = [
    #"<Record type="HKQuantityTypeIdentifierHeartRate" \#(watch) unit="count/min" \#(times) value="61"/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" sourceName="a>b" \#(times) value="9"/>"#,
    "<Record type=\"HKQuantityTypeIdentifierStepCount\"\n  sourceName=\"two\nlines\" \(times)\n/>",
    #"<Record type="HKQuantityTypeIdentifierStepCount" sourceName='odd "quote"' \#(times)/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" sourceName = "blanks" value="1" />"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" value="1" value="2"/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" other="1"/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" value="&unknown;"/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" value="&#233;&#xE9;&amp;&apos;&quot;"/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount" xmlns="urn:x" value="1"/>"#,
    #"<Record type="HKQuantityTypeIdentifierStepCount"value="1"/>"#,
    #"<Record value="1" type="HKQuantityTypeIdentifierStepCount"/>"#,
    #"<Record value="1"/>"#, #"<Record/>"#, #"<Record type=""/>"#,
    #"<Record type="HKCategoryTypeIdentifier&#66;loating" \#(times) value="HKCategoryValueSeverityMild"/>"#,
    #"<Record type=" HKCategoryTypeIdentifierBloating" \#(times) value="HKCategoryValueSeverityMild"/>"#,
    #"<Record type="HKCategoryTypeIdentifierBloating" \#(watch) \#(times) value="HKCategoryValueSeverityMild"/>"#,
    #"<Record type="HKCategoryTypeIdentifierHeadache" \#(times) value="HKCategoryValueSeverityOdd"/>"#,
    #"<Record type="HKCategoryTypeIdentifierSleepAnalysis" \#(times) value="HKCategoryValueSleepAnalysisAsleepREM"/>"#,
    #"<Record type="HKQuantityTypeIdentifierBodyMass" \#(times) unit="kg" value="61,5"/>"#,
    #"<Recording type="HKQuantityTypeIdentifierStepCount"/>"#,
    #"<Workout workoutActivityType="HKWorkoutActivityTypeYoga" duration="20" durationUnit="min" \#(times)/>"#,
    #"<MetadataEntry key="HKFoodType" value="oat milk"/>"#,
    #"<MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>"#,
    #"<MetadataEntry key="HKFoodType" value="rye &amp; oats"/>"#,
    #"<Record type="HKCategoryTypeIdentifierHeadache" sourceName="a &amp; b" \#(times) value="HKCategoryValueSeverityMild"/>"#,
    "<Record type=\"HKCategoryTypeIdentifierHeadache\"\n \(times)\n value=\"HKCategoryValueSeverityMild\"/>",
    "<Record type=\"HKCategoryTypeIdentifierHeadache\" sourceName=\"two\nlines\" \(times) value=\"HKCategoryValueSeverityMild\"/>",
    #"<Record type="HKCategoryTypeIdentifierAcne" \#(times) value="HKCategoryValueSeverityMild" other="x"/>"#,
    #"<Record type="HKQuantityTypeIdentifierDietaryCaffeine" \#(times) unit="mg" value="80"/>"#,
    #"<Record type="HKQuantityTypeIdentifierDietaryProtein" \#(times) unit="g" value="3"/>"#,
    "<!-- <Record type=\"HKQuantityTypeIdentifierStepCount\"/> > -->", "<![CDATA[ <Record ]]>",
    "<?target <Record?>", "text & more", "text &amp; more", "\u{1}", "\u{B}", "é", "<", ">", "\n\n",
    #"<Record type="HKCategoryTypeIdentifierAcne" \#(times) value="HKCategoryValueSeverityMild" value="x"/>"#,
    #"<Record type="HKQuantityTypeIdentifierInsulinDelivery" \#(watch) unit="IU" \#(times) value="4"/>"#,
  ]
  /// The places of those that most exports hold.
  private static let usual = [0, 1, 2, 17, 19, 23, 26, 27, 29, whole.count - 1]

  /// Elements with content: starts and ends.
  private static let open = [
    (#"<Record type="HKQuantityTypeIdentifierHeartRate" \#(watch) \#(times)>"#, "</Record>"),
    (#"<Record type="HKQuantityTypeIdentifierHeartRate" value="1">"#, "</Record >"),
    (
      #"<Record type="HKCategoryTypeIdentifierNausea" \#(times) value="HKCategoryValueSeverityMild">"#,
      "</Record>"
    ),
    (
      #"<Record type="HKQuantityTypeIdentifierDietarySugar" unit="g" value="4" \#(times)>"#,
      "</Record>"
    ),
    (#"<Correlation type="HKCorrelationTypeIdentifierFood" \#(times)>"#, "</Correlation>"),
    (#"<Correlation type="HKCorrelationTypeIdentifierBloodPressure">"#, "</Correlation>"),
    (#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" \#(times)>"#, "</Workout>"),
    ("<MetadataEntry key=\"a\" value=\"b\">", "</MetadataEntry>"),
    ("<Me HKCharacteristicTypeIdentifierDateOfBirth=\"2010-05-01\">", "</Me>"),
    (#"<Record type="HKCategoryTypeIdentifierPregnancy" value="x" \#(times)>"#, "</Record>"),
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func int(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// A record as those before it but for its values, which are mostly of one length.
  private mutating func similar() -> String { similar(odd: int(0..<25) == 0) }

  /// A record that is well-formed.
  mutating func soundRecord() -> String { similar(odd: false) }

  private mutating func similar(odd: Bool) -> String {
    let sources = odd ? ["ab<de", "ab\"de", "ab&de", "ab\nde", "ab\u{1}de", "&lx;e"] : []
    let source = (["abcde", "Phone", "äbcd", "a’d", "&lt;e", "e&lt;", "a>b'c", "&amp;"] + sources)
    let types = ["HKQuantityTypeIdentifierStepCount", "HKCategoryTypeIdentifierNausea"]
    let words = ["Mild", "None", "Odd", "Severe", "NotPresent", "Mi&#108;d"]
    let time = "2026-0\(int(1..<4))-1\(int(0..<10)) 0\(int(0..<10)):10:00 +0\(int(0..<3))00"
    let isWanted = int(0..<3) == 0
    let value =
      isWanted ? "HKCategoryValueSeverity" + words[int(0..<words.count)] : "\(int(0..<300))"
    return
      "<Record type=\"\(types[isWanted ? 1 : 0])\" sourceName=\"\(source[int(0..<source.count)])\""
      + (int(0..<4) == 0 ? " unit=\"\(source[int(0..<5)])\"" : "")
      + " startDate=\"\(time)\" endDate=\"\(time)\" value=\"\(value)\"/>"
  }

  /// What a food's correlation or a nutrient may hold beside what it mostly holds.
  private static let oddParts = [
    "<!-- > -->", "<![CDATA[ </Record> ]]>", "<?p >?>", "text", "&amp;", "<MetadataEntry/>",
    "<MetadataEntry key=\"HKFoodType\" value=\"split pea\"></MetadataEntry>",
    "<MetadataEntry value='single' key='HKFoodType'/>", "<MetadataEntry value=\"no key\"/>",
    "<MetadataEntry key=\"HKFoodType\" value=\"a\" key=\"HKFoodType\"/>",
    "<MetadataEntry key=\"HKFoodType\" value=\"rye &amp; oats\"/>",
    "<MetadataEntry key=\"HK&#70;oodType\" value=\"plum\"/>",
    "<MetadataEntry\n key=\"HKFoodType\"\n value=\"two\nlines\" />", "</Record>", "</Correlation>",
    "<MetadataEntry other=\"x\" key=\"HKFoodType\" value=\"pear\"/>", "<MetadataEntrys key=\"a\"/>",
    "<MetadataEntry key=\"HKFoodType\" value=\"\u{1}\"/>", "<Record/>", "<Correlation/>", "<",
    "<Correlation type=\"HKCorrelationTypeIdentifierFood\"/>", "<Me/>",
    "<Record type=\"a\"><Me/></Record>",
    "<Record type=\"HKQuantityTypeIdentifierDietaryFiber\" value=\"1\"><Record type=\"a\"/></Record>",
    "<Correlation type=\"HKCorrelationTypeIdentifierFood\"></Correlation>",
  ]

  /// One of them, seldom.
  private mutating func oddPart(_ space: String) -> String {
    int(0..<30) > 0 ? "" : Self.oddParts[int(0..<Self.oddParts.count)] + space
  }

  /// Attributes, mostly in this order.
  private mutating func attributes(_ all: [String]) -> String {
    " " + (int(0..<10) == 0 ? all.shuffled(using: &generator) : all).joined(separator: " ")
  }

  /// What metadata say of a food, most often its name.
  private mutating func metadata() -> String {
    let keys = ["HKFoodType", "HKFoodType", "HKTimeZone", "foodAmount", "meal", "own", "HKOther"]
    let values = ["oat milk", "Crème", "1 cup", "lunch", "Europe/Paris", "", "a'b>c"]
    return "<MetadataEntry"
      + attributes([
        "key=\"\(keys[int(0..<keys.count)])\"", "value=\"\(values[int(0..<values.count)])\"",
      ]) + "/>"
  }

  /// A record, mostly of a nutrient, with what it holds.
  private mutating func nutrient(_ time: String, _ space: String) -> String {
    let types = ["DietaryProtein", "DietarySugar", "DietaryCaffeine", "HeartRate", "DietaryFiber"]
    let type = types[int(0..<types.count)]
    var text =
      "<Record"
      + attributes([
        "type=\"HKQuantityTypeIdentifier\(type)\"",
        "sourceName=\"\(int(0..<8) == 0 ? "Ours &amp; yours" : "Plates")\"",
        "unit=\"\(type == "DietaryCaffeine" ? "mg" : "g")\"", time, "value=\"\(int(1..<4))\"",
      ])
    guard int(0..<4) > 0 else { return text + "/>" + space }
    text += ">" + space
    for _ in 0..<int(0..<3) { text += metadata() + space + oddPart(space) }
    return text + (int(0..<60) == 0 ? "" : "</Record>") + space
  }

  /// A food: nutrients by themselves, and most of them again in a correlation.
  private mutating func food() -> String {
    let space = ["", "\n  ", " "][int(0..<3)]
    let at = "2026-02-0\(int(1..<9)) 08:10:00 +0100"
    let time = attributes(["startDate=\"\(at)\"", "endDate=\"\(at)\""])
    let count = int(0..<60) == 0 ? 150 : int(0..<5)
    let nutrients = (0..<count).map { _ in nutrient(time, space) }
    var text = int(0..<2) == 0 ? "" : nutrients.joined()
    let type = int(0..<5) == 0 ? "BloodPressure" : "Food"
    text +=
      "<Correlation" + attributes(["type=\"HKCorrelationTypeIdentifier\(type)\"", time]) + ">"
      + space
    if int(0..<3) > 0 { text += metadata() + space }
    for nutrient in nutrients where int(0..<6) > 0 { text += oddPart(space) + nutrient }
    text +=
      oddPart(space) + (int(0..<60) == 0 ? "" : "</Correlation\(int(0..<9) == 0 ? "\n" : "")>")
    return text + (int(0..<4) == 0 ? nutrients.joined() : "")
  }

  /// The next export; three in four with bytes changed, lost or added at random.
  mutating func next() -> [UInt8] {
    let prologs = [
      "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "<?xml version=\"1.0\"?>",
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n", "<!-- <Record -->\n",
      "<!DOCTYPE HealthData [\n<!ENTITY a \"<Record/>\">\n]>\n",
    ]
    var text = int(0..<3) == 0 ? prologs[int(0..<prologs.count)] : ""
    text += int(0..<40) == 0 ? "<HealthData/>" : "<HealthData locale=\"de_DE\">\n"
    text += content(depth: 0) + "</HealthData>\n"
    if int(0..<20) == 0 { text += content(depth: 3) }
    var bytes = Array(text.utf8)
    guard int(0..<4) > 0 else { return bytes }
    for _ in 0..<int(1..<4) { change(&bytes) }
    return bytes
  }

  private mutating func content(depth: Int) -> String {
    var text = ""
    for _ in 0..<int(1..<(depth == 0 ? 12 : 4)) {
      if int(0..<3) == 0 {
        for _ in 0..<int(1..<6) { text += similar() + "\n " }
      } else if int(0..<5) == 0 {
        text += food()
      } else if depth < 3, int(0..<3) == 0 {
        let (start, end) = Self.open[int(0..<Self.open.count)]
        text += start + (int(0..<2) == 0 ? "\n  " : "") + content(depth: depth + 1) + end
      } else {
        // What makes a document unusable is rare, so that most are read.
        let count = int(0..<12) == 0 ? Self.whole.count : 33
        let odd = int(0..<3) == 0 ? int(0..<count) : Self.usual[int(0..<Self.usual.count)]
        text += Self.whole[odd]
      }
      if int(0..<4) > 0 { text += "\n " }
    }
    return text
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = int(0..<bytes.count)
    let other = min(bytes.count, place + int(1..<40))
    switch int(0..<6) {
    case 0: bytes[place] = UInt8(int(0..<256))
    case 1: bytes.insert(Array("<>&\"'/ \n=!?-".utf8)[int(0..<12)], at: place)
    case 2: bytes.removeSubrange(place..<other)
    case 3: bytes.insert(contentsOf: bytes[place..<other], at: int(0..<bytes.count))
    case 4: bytes.removeLast(bytes.count - other)
    default: bytes.insert(contentsOf: Self.whole[int(0..<Self.whole.count)].utf8, at: place)
    }
    if bytes.isEmpty { bytes = [0x3C] }
  }
}

/// What a reader makes of pieces; `nil` where it refuses them.
private func outcome(
  of bytes: [UInt8], pieces: Int, isThorough: Bool
) -> (outcome: ReadOutcome, passedOver: Int)? {
  let starts = stride(from: 0, to: bytes.count, by: pieces)
  return outcome(
    ofPieces: starts.map { Array(bytes[$0..<min(bytes.count, $0 + min(pieces, bytes.count))]) },
    isThorough: isThorough)
}

/// What a reader makes of pieces; `nil` where it refuses them.
private func outcome(
  ofPieces pieces: [[UInt8]], isThorough: Bool
) -> (outcome: ReadOutcome, passedOver: Int)? {
  var context = ReadContext(file: "export.xml", input: 0, options: ImportOptions(), zone: nil)
  context.isThorough = isThorough
  var reader = AppleHealthReader(context)
  do throws(ImportError) {
    for piece in pieces { try reader.consume(piece, count: piece.count) }
    return (try reader.finish(), reader.passedOver)
  } catch {
    return nil
  }
}

@Suite("An export read quickly and one parsed in full say the same")
struct QuickReadingTests {
  @Test(arguments: UInt64(1)...8)
  func onRandomExports(seed: UInt64) {
    var random = RandomExport(seed: seed)
    var (read, passedOver) = (0, 0)
    for number in 0..<500 {
      let bytes = random.next()
      let pieces = [7, 64, 500, 1 << 20][random.int(0..<4)]
      guard let quick = outcome(of: bytes, pieces: pieces, isThorough: false) else { continue }
      read += 1
      passedOver += quick.passedOver
      let text = String(decoding: bytes, as: UTF8.self)
      guard let full = outcome(of: bytes, pieces: 1 << 20, isThorough: true) else {
        Issue.record(
          "case \(number): read quickly, refused in full, in pieces of \(pieces):\n\(text)")
        return
      }
      #expect(quick.outcome.parts.map(\.entries) == full.outcome.parts.map(\.entries), "\(text)")
      #expect(quick.outcome.findings == full.outcome.findings, "\(text)")
      #expect(quick.outcome.rows == full.outcome.rows, "\(text)")
      #expect(quick.outcome.rowsUnread == full.outcome.rowsUnread, "\(text)")
    }
    // Most cases are to be read, and the shortcut is to be taken, or nothing is compared.
    #expect(read > 100)
    #expect(passedOver > 200)
  }

  @Test func onFixtures() throws {
    for name in ["apple-health-gut"] {
      let quick = try Importer.read([Fixtures.path(name)])
      var options = ImportOptions()
      options.isThorough = true
      let full = try Importer.read([Fixtures.path(name)], options: options)
      #expect(quick.diaries == full.diaries)
      #expect(quick.findings == full.findings)
    }
  }

  @Test func anErrorIsToldWithItsLine() throws {
    let unwanted = "<Record type=\"HKQuantityTypeIdentifierStepCount\" value=\"1\"/>\n"
    let wanted =
      "<Record type=\"HKCategoryTypeIdentifierNausea\" startDate=\"2026-02-09 08:10:00 +0100\""
      + " endDate=\"2026-02-09 08:10:00 +0100\" value=\"HKCategoryValueSeverityMild\"/>\n"
    let start = "<HealthData>\n" + String(repeating: unwanted, count: 1000) + wanted
    let broken = start + "<Record type=\"x\" value=\"1\" value=\"2\"/>\n</HealthData>\n"
    #expect(throws: ImportError.self) {
      try Importer.read(bytes: Array(broken.utf8), name: "export.xml")
    }
    do throws(ImportError) {
      _ = try Importer.read(bytes: Array(broken.utf8), name: "export.xml")
    } catch {
      #expect(error.findings.map(\.line) == [1003])
    }
    let sound = try Importer.read(
      bytes: Array((start + "</HealthData>\n").utf8), name: "export.xml")
    #expect(sound.diaries.first?.entries.map(\.origin.line) == [1002])
  }

  /// A small export that is read quickly in two pieces, wherever it is cut.
  @Test func cutsChangeNothing() throws {
    var random = RandomExport(seed: 42)
    var text =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT a (b)>]>\n<HealthData>\n "
    for _ in 0..<12 { text += random.soundRecord() + "\n " }
    text +=
      "<Correlation type=\"HKCorrelationTypeIdentifierFood\" startDate=\"2026-02-09 08:10:00 +0100\">"
      + "<MetadataEntry key=\"HKFoodType\" value=\"oats\"/>" + random.soundRecord()
      + "</Correlation>\n"
    for _ in 0..<5 { text += "\n<Me/>" + random.soundRecord() }
    text +=
      "\n<Correlation type=\"HKCorrelationTypeIdentifierFood\"\n startDate=\"2026-02-09 09:10:00 +0100\">"
      + "\n<Record type=\"HKQuantityTypeIdentifierDietarySugar\" value=\"1\">"
      + "\n<MetadataEntry key=\"HKFoodType\"\n value=\"figs\"/></Record>\n</Correlation>\n"
    let bytes = Array((text + "</HealthData>\n").utf8)
    let whole = try #require(outcome(of: bytes, pieces: bytes.count, isThorough: true)).outcome
    #expect(whole.rows > 3)
    for cut in 1..<bytes.count {
      let parts = [Array(bytes.prefix(cut)), Array(bytes.dropFirst(cut))]
      let found = try #require(outcome(ofPieces: parts, isThorough: false)).outcome
      #expect(found.parts.map(\.entries) == whole.parts.map(\.entries), "\(cut)")
      #expect(found.findings == whole.findings, "\(cut)")
    }
  }

  /// Each food is passed over as a whole where all that it holds is plain, else only its plain records.
  @Test(arguments: [
    ("", 3), ("<MetadataEntry key=\"HKFoodType\" value=\"oats\"/>", 3),
    ("<MetadataEntry key=\"HKFoodType\" value=\"rye &amp; oats\"/>", 3 - 1 + 2),
    ("<!-- note -->", 2 + 1), ("<Me/>", 3 - 1 + 2),
    (String(repeating: "<MetadataEntry key=\"a\" value=\"b\"/>", count: 260), 3 - 1 + 2),
  ])
  func foodsAreReadWithoutTheParser(_ odd: String, _ passedOver: Int) throws {
    let times = "startDate=\"2026-02-09 08:10:00 +0100\" endDate=\"2026-02-09 08:10:00 +0100\""
    let name = "<MetadataEntry key=\"HKFoodType\" value=\"oats\"/>"
    let records = ["DietaryProtein", "DietarySugar"].map {
      "<Record type=\"HKQuantityTypeIdentifier\($0)\" \(times) value=\"3\">\n\(name)\n</Record>\n"
    }
    let food =
      "<Correlation type=\"HKCorrelationTypeIdentifierFood\" \(times)>\n\(name)\n\(records[0])\(odd)"
      + "\(records[1])</Correlation>\n"
    let text = "<HealthData>\n" + records.joined() + food + "</HealthData>\n"
    let quick = try #require(
      outcome(of: Array(text.utf8), pieces: 1 << 20, isThorough: false))
    let full = try #require(outcome(of: Array(text.utf8), pieces: 1 << 20, isThorough: true))
    #expect(quick.passedOver == passedOver)
    #expect(full.passedOver == 0)
    #expect(quick.outcome.parts.map(\.entries) == full.outcome.parts.map(\.entries))
    #expect(quick.outcome.parts.flatMap(\.entries).map(\.origin.line) == [8])
  }

  @Test func nothingIsPassedOverBehindTheRoot() {
    let record = "<Record type=\"HKQuantityTypeIdentifierStepCount\" value=\"1\"/>"
    for text in ["<HealthData/>\(record)", "<HealthData><Me/></HealthData>\n\(record)"] {
      #expect(outcome(of: Array(text.utf8), pieces: 9, isThorough: false) == nil)
      #expect(outcome(of: Array(text.utf8), pieces: 1000, isThorough: false) == nil)
    }
  }
}
