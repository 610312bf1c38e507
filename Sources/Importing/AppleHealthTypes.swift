// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel

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
  /// Another nutrient; of interest for the food that it names.
  case nutrient

  /// The types of records that are read, but for nutrients, with their identifiers.
  ///
  /// Found by a hash of the identifier's bytes: most records are of other types, and are left
  /// without one allocation.
  struct Table: Sendable {
    private var slots: [(identifier: [UInt8], type: AppleHealthType)?]
    private let mask: UInt64

    init() {
      let all = AppleHealthType.identified
      var size: UInt64 = 64
      while size < UInt64(all.count) * 4 { size *= 2 }
      mask = size - 1
      slots = Array(repeating: nil, count: Int(size))
      for (identifier, type) in all {
        let bytes = Array(identifier.utf8)
        var slot = RecordKey.hash(bytes.span) & mask
        while slots[Int(slot)] != nil { slot = (slot + 1) & mask }
        slots[Int(slot)] = (bytes, type)
      }
    }

    /// The type of an identifier; `nil` where it is not read.
    func type(_ identifier: Span<UInt8>) -> AppleHealthType? {
      var slot = RecordKey.hash(identifier) & mask
      while let found = slots[Int(slot)] {
        if identifier.count == found.identifier.count, identifier.begins(with: found.identifier) {
          return found.type
        }
        slot = (slot + 1) & mask
      }
      return identifier.begins(with: Self.dietary) ? .nutrient : nil
    }

    private static let dietary = Array("HKQuantityTypeIdentifierDietary".utf8)
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
  static func read(_ constant: String) -> Reading? {
    let prefix = "HKCategoryValue"
    guard constant.hasPrefix(prefix) else { return nil }
    switch constant.dropFirst(prefix.count) {
    case "SeverityNotPresent", "AppetiteChangesNoChange", "PresenceNotPresent":
      return Reading(value: .text("none"))
    case "SeverityMild": return Reading(value: .text("mild"))
    case "SeverityModerate": return Reading(value: .text("moderate"))
    case "SeveritySevere": return Reading(value: .text("severe"))
    case "SeverityUnspecified", "AppetiteChangesUnspecified", "PresencePresent": return Reading()
    case "AppetiteChangesDecreased": return Reading(note: "decreased")
    case "AppetiteChangesIncreased": return Reading(note: "increased")
    default: return nil
    }
  }
}

/// What makes two records the same: their type, times, value and source.
struct RecordKey: Hashable {
  private var one: UInt64 = 0xCBF2_9CE4_8422_2325
  private var two: UInt64 = 0x8422_2325_CBF2_9CE4

  /// The key of texts in this order.
  init(_ texts: [String?]) {
    for text in texts {
      for byte in (text ?? "\u{1}").utf8 { add(byte) }
      add(0)
    }
  }

  private mutating func add(_ byte: UInt8) {
    one = (one ^ UInt64(byte)) &* 0x100_0000_01B3
    two = (two ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    two ^= two >> 29
  }

  /// The FNV-1a hash of bytes (Fowler, Noll, Vo).
  static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in bytes.indices { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}

extension Span where Element == UInt8 {
  /// Whether the span begins with `bytes`.
  func begins(with bytes: [UInt8]) -> Bool {
    guard bytes.count <= count else { return false }
    for place in bytes.indices where self[place] != bytes[place] { return false }
    return true
  }
}
