// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// What a record of an Apple Health export is to a diary.
enum AppleHealthType: Hashable, Sendable {
  /// One of the 39 symptoms, by its name in a diary.
  case symptom(String)
  case sleep
  case mindfulSession
  case menstrualFlow
  case bodyMass
  case caffeine
  case alcohol
  /// A fact about the person.
  case fact(AppleHealthProfile.Fact)
  /// Another nutrient; of interest for the food that it names.
  case nutrient

  /// The types of records that are read, but for nutrients, with their identifiers.
  ///
  /// Found by a hash of the identifier's bytes: most records are of other types, and are left
  /// without one allocation.
  struct Table: Sendable {
    private var slots: [(identifier: [UInt8], type: AppleHealthType)?]
    private let mask: UInt64
    /// Where the signs of identifiers that are read are true; most others are told by theirs.
    private var signs = [Bool](repeating: false, count: 1024)

    init() {
      let all = AppleHealthType.identified
      var size: UInt64 = 64
      while size < UInt64(all.count) * 4 { size *= 2 }
      mask = size - 1
      slots = Array(repeating: nil, count: Int(size))
      for (identifier, type) in all {
        let bytes = Array(identifier.utf8)
        var slot = bytes.span.mixedHash & mask
        while slots[Int(slot)] != nil { slot = (slot + 1) & mask }
        slots[Int(slot)] = (bytes, type)
        signs[Self.sign(of: bytes.span)] = true
      }
    }

    /// A number below 1024 that takes less time than a hash.
    private static func sign(of identifier: Span<UInt8>) -> Int {
      let count = identifier.count
      guard count > 0 else { return 0 }
      let (middle, last) = (Int(identifier[count / 2]), Int(identifier[count - 1]))
      return (count &* 7 &+ last &* 31 &+ middle &* 5) & 1023
    }

    /// The type of an identifier; `nil` where it is not read.
    func type(_ identifier: Span<UInt8>) -> AppleHealthType? {
      if signs[Self.sign(of: identifier)], let type = known(identifier) { return type }
      return identifier.begins(with: "HKQuantityTypeIdentifierDietary") ? .nutrient : nil
    }

    private func known(_ identifier: Span<UInt8>) -> AppleHealthType? {
      var slot = identifier.mixedHash & mask
      while let found = slots[Int(slot)] {
        if identifier.equals(found.identifier) { return found.type }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  private static var identified: [(String, AppleHealthType)] {
    let category = "HKCategoryTypeIdentifier"
    let quantity = "HKQuantityTypeIdentifier"
    return symptoms.map { (category + $0, .symptom(words($0))) } + [
      (category + "SleepAnalysis", .sleep),
      (category + "MindfulSession", .mindfulSession),
      (category + "MenstrualFlow", .menstrualFlow),
      (quantity + "BodyMass", .bodyMass),
      (quantity + "DietaryCaffeine", .caffeine),
      (quantity + "NumberOfAlcoholicBeverages", .alcohol),
      (category + "Pregnancy", .fact(.pregnancy)),
      (category + "PregnancyTestResult", .fact(.pregnancyTest)),
      (category + "Lactation", .fact(.lactation)),
      (quantity + "InsulinDelivery", .fact(.insulin)),
      (quantity + "Height", .fact(.height)),
    ]
  }

  /// The symptoms that HealthKit knows since iOS 13.6.
  static let symptoms = [
    "AbdominalCramps", "Acne", "AppetiteChanges", "BladderIncontinence", "Bloating", "BreastPain",
    "ChestTightnessOrPain", "Chills", "Constipation", "Coughing", "Diarrhea", "Dizziness",
    "DrySkin", "Fainting", "Fatigue", "Fever", "GeneralizedBodyAche", "HairLoss", "Headache",
    "Heartburn", "HotFlashes", "LossOfSmell", "LossOfTaste", "LowerBackPain", "MemoryLapse",
    "MoodChanges", "Nausea", "NightSweats", "PelvicPain", "RapidPoundingOrFlutteringHeartbeat",
    "RunnyNose", "ShortnessOfBreath", "SinusCongestion", "SkippedHeartbeat", "SleepChanges",
    "SoreThroat", "VaginalDryness", "Vomiting", "Wheezing",
  ]

  /// The words of an identifier: `AbdominalCramps` is `abdominal cramps`.
  static func words(_ identifier: some StringProtocol) -> String {
    var words = ""
    for character in identifier {
      if character.isUppercase && !words.isEmpty { words += " " }
      words += character.lowercased()
    }
    return words
  }
}

/// How severe a symptom's category value says it is.
enum AppleHealthSeverity {
  /// The scale of the words below.
  static let scale = "mild-severe"

  /// What a category value says.
  struct Reading: Hashable {
    /// The severity; `nil` where the symptom was there, and how severe is not said.
    var value: EntryValue?
    /// What else the value says.
    var note: String?
  }

  /// Reads a constant's name of `HKCategoryValueSeverity`, `…AppetiteChanges` or `…Presence`.
  ///
  /// An explicit absence is the word `none`, which every scale of words has.
  static func read(_ constant: Span<UInt8>) -> Reading? {
    let prefix: StaticString = "HKCategoryValue"
    guard constant.begins(with: prefix) else { return nil }
    let word = constant.extracting(prefix.utf8CodeUnitCount..<constant.count)
    // No word is longer than this.
    guard word.count <= 32 else { return nil }
    if word.begins(with: "Severity") { return severity(word) }
    return other(XMLElement.text(of: word))
  }

  /// The words of a severity, which nearly all values are.
  private static func severity(_ word: Span<UInt8>) -> Reading? {
    if word.equals("SeverityNotPresent") { return absent }
    if word.equals("SeverityMild") { return mild }
    if word.equals("SeverityModerate") { return moderate }
    if word.equals("SeveritySevere") { return severe }
    return word.equals("SeverityUnspecified") ? Reading() : nil
  }

  private static let absent = Reading(value: .text("none"))
  private static let mild = Reading(value: .text("mild"))
  private static let moderate = Reading(value: .text("moderate"))
  private static let severe = Reading(value: .text("severe"))

  private static func other(_ word: String) -> Reading? {
    switch word {
    case "AppetiteChangesNoChange", "PresenceNotPresent": return absent
    case "AppetiteChangesUnspecified", "PresencePresent": return Reading()
    case "AppetiteChangesDecreased": return Reading(note: "decreased")
    case "AppetiteChangesIncreased": return Reading(note: "increased")
    default: return nil
    }
  }
}
