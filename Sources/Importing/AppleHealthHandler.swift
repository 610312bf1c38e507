// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
internal import XMLReading

/// Picks a diary's records out of an Apple Health export.
struct AppleHealthHandler: XMLHandler {
  /// The places of names in `names`.
  private enum Name {
    static let record = 0
    static let correlation = 1
    static let metadata = 2
    static let workout = 3
    static let type = 4
    static let value = 5
    static let unit = 6
    static let source = 7
    static let creation = 8
    static let start = 9
    static let end = 10
    static let key = 11
    static let activity = 12
    static let duration = 13
    static let durationUnit = 14
    static let clinicalDocument = 15
    static let person = 16
    static let exportDate = 17
    static let dateOfBirth = 18
  }

  static let names: [StaticString] = [
    "Record", "Correlation", "MetadataEntry", "Workout", "type", "value", "unit", "sourceName",
    "creationDate", "startDate", "endDate", "key", "workoutActivityType", "duration",
    "durationUnit", "ClinicalDocument", "Me", "ExportDate",
    "HKCharacteristicTypeIdentifierDateOfBirth",
  ]

  static let wantsText = false

  /// A record whose end tag has not come yet.
  struct Draft {
    enum Kind: Hashable {
      case type(AppleHealthType)
      case workout
      case food
    }

    var kind: Kind
    /// The attributes: the identifier of the type or of a workout's activity, the value or a
    /// workout's duration, its unit, and what all have.
    var texts: AppleHealthTexts
    var line: Int
    var isInFood = false
    var foodName: String?
    var zone: String?
    var amount: String?
    var meal: String?
    /// What else its metadata say in words.
    var others: [String] = []
    /// The first name that a nutrient inside a food gives; the food's own comes before it.
    var childName: String?
    /// The nutrients inside a food.
    var children: [RecordKey] = []

    var type: String { texts.text(.type) }
    var value: String? { texts.optionalText(.value) }
    var unit: String? { texts.optionalText(.unit) }
    var source: String { texts.text(.source) }
    var start: String { texts.text(.start) }
    var end: String { texts.text(.end) }

    private static let fields: [AppleHealthTexts.Field] = [.type, .start, .end, .value, .source]
    private static let foodFields: [AppleHealthTexts.Field] = [.start, .end, .source, .creation]

    var key: RecordKey { RecordKey(texts, Self.fields) }
    /// The key of a nutrient: of two foods eaten together each has its own.
    var namedKey: RecordKey {
      var key = key
      key.add(foodName)
      return key
    }
    /// The key of a food with what is in it.
    var foodKey: RecordKey {
      var key = RecordKey(texts, Self.foodFields)
      key.add(foodName)
      return RecordKey(key, children)
    }
  }

  /// Whether the file is the export's clinical document instead.
  private(set) var isClinicalDocument = false
  /// What was found on the way.
  var log: FindingLog
  var outcome = ReadOutcome()
  var entries: [Entry] = []
  var clock: AppleHealthClock
  var sleep = AppleHealthSleep()
  var foods = AppleHealthFoods()
  var profile = AppleHealthProfile()
  var seen = RecordKeySet()
  var seenInFoods = RecordKeySet()
  let input: Int

  /// How many entries it holds, and a quarter of the keys that it compares them by.
  var kept: Int { outcome.rows + (seen.count + seenInFoods.count + foods.keyCount) / 4 }

  private let table = AppleHealthType.Table()
  /// The memory of texts that are no longer needed.
  private var spare = AppleHealthTexts()
  private var record: Draft?
  private var food: Draft?
  private var openRecords = OpenRecords()

  init(_ context: ReadContext) {
    log = FindingLog(file: context.file)
    clock = AppleHealthClock(zone: context.zone)
    input = context.input
  }

  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case Name.record: startRecord(element)
    case Name.metadata:
      if openRecords.isOfInterest && (record != nil || food != nil) { readMetadata(element) }
    case Name.correlation: startCorrelation(element)
    case Name.workout:
      record = draft(.workout, element, Self.workoutNames)
    case Name.clinicalDocument: isClinicalDocument = true
    case Name.person:
      if let text = element.attribute(Name.dateOfBirth) {
        profile.birth = (text.trimmed, element.line)
      }
    case Name.exportDate:
      profile.exported = unsafe element.attributeBytes(Name.value).flatMap {
        unsafe AppleHealthDate($0.span)
      }
    default: break
    }
  }

  mutating func end(_ name: Int) {
    switch name {
    case Name.record, Name.workout:
      if name == Name.record && !openRecords.leave() { return }
      guard var draft = record.take() else { return }
      if food == nil { take(draft) } else { takeNutrient(draft) }
      swap(&spare, &draft.texts)
    case Name.correlation:
      guard let draft = food.take() else { return }
      record = nil
      take(draft)
    default: break
    }
  }

  private mutating func startRecord(_ element: borrowing XMLElement) {
    // Most records are of no interest: they cost one look at their type.
    guard let identifier = unsafe element.attributeBytes(Name.type),
      let type = unsafe table.type(identifier.span)
    else {
      openRecords.enter(false)
      return
    }
    openRecords.enter(true)
    record = draft(.type(type), element, Self.recordNames)
    record?.isInFood = food != nil
  }

  private mutating func startCorrelation(_ element: borrowing XMLElement) {
    guard element.attribute(Name.type) == "HKCorrelationTypeIdentifierFood" else { return }
    food = draft(.food, element, Self.foodNames)
    record = nil
  }

  /// The attributes of a draft's texts, by the places of their names.
  private static let recordNames = names(type: Name.type, value: Name.value, unit: Name.unit)
  private static let foodNames = names(type: Name.type, value: -1, unit: -1)
  private static let workoutNames = names(
    type: Name.activity, value: Name.duration, unit: Name.durationUnit)

  private static func names(type: Int, value: Int, unit: Int) -> SIMD8<Int8> {
    let all = [type, value, unit, Name.source, Name.creation, Name.start, Name.end, -1]
    return SIMD8(all.map { Int8(clamping: $0) })
  }

  private mutating func draft(
    _ kind: Draft.Kind, _ element: borrowing XMLElement, _ names: SIMD8<Int8>
  ) -> Draft {
    var draft = Draft(kind: kind, texts: AppleHealthTexts(), line: element.line)
    swap(&draft.texts, &spare)
    draft.texts.take(names, of: element)
    return draft
  }

  private mutating func readMetadata(_ element: borrowing XMLElement) {
    guard let key = element.attribute(Name.key) else { return }
    let value = { (element: borrowing XMLElement) in
      element.attribute(Name.value)?.trimmed ?? ""
    }
    switch key {
    case "HKFoodType":
      let name = value(element)
      guard !name.isEmpty else { return }
      if record != nil { record?.foodName = name } else { food?.foodName = name }
    case "HKTimeZone":
      if record != nil { record?.zone = value(element) } else { food?.zone = value(element) }
    case "foodAmount": if record == nil { food?.amount = value(element) }
    case "meal", "Meal", "HKMeal": if record == nil { food?.meal = value(element) }
    default: keepOther(key, value(element))
    }
  }

  /// Keeps what an app's own metadata say; it is used only where the record cannot be read.
  private mutating func keepOther(_ key: String, _ value: String) {
    let kept = (record ?? food)?.others ?? []
    guard !key.hasPrefix("HK"), kept.count < 20, value.contains(where: \.isLetter) else { return }
    let text = UnreadRow(note: value, reason: "", origin: Origin(input: 0, line: 0)).note
    if record != nil { record?.others.append(text) } else { food?.others.append(text) }
  }

  /// Takes in a nutrient inside a food.
  private mutating func takeNutrient(_ draft: Draft) {
    let key = draft.key
    foods.cover(draft.foodName == nil ? key : draft.namedKey)
    food?.children.append(key)
    guard case .type(let type) = draft.kind else { return }
    if type == .caffeine || type == .alcohol {
      if seenInFoods.insert(key) && !seen.contains(key) { take(draft) }
    }
    if food?.childName == nil { food?.childName = draft.foodName }
  }
}

/// For each open record, whether it is of interest; the others and what they hold do nothing.
private struct OpenRecords {
  /// The innermost, as nearly no record holds others; `nil` where none is open.
  private var inner: Bool?
  private var outer: [Bool] = []

  /// Whether what comes now is not inside a record of no interest.
  var isOfInterest: Bool { inner != false }

  mutating func enter(_ isOfInterest: Bool) {
    if let inner { outer.append(inner) }
    inner = isOfInterest
  }

  /// Leaves the innermost; whether it was of interest, or there was none.
  mutating func leave() -> Bool {
    let left = inner
    inner = outer.isEmpty ? nil : outer.removeLast()
    return left != false
  }
}

extension AppleHealthHandler.Draft {
  /// The record as one that could not be read.
  func unread(_ input: Int) -> UnreadRow {
    let dates = [AppleHealthTexts.Field.start, .end].filter { field in
      texts.with(field) { AppleHealthDate($0) } == nil
    }.map(texts.text)
    let words = [meal ?? ""] + others + dates + [source]
    var row = UnreadRow(
      kind: .context, name: foodName ?? childName ?? type, value: value ?? amount ?? "",
      unit: unit ?? "", note: words.filter { !$0.isEmpty }.joined(separator: "; "), reason: "",
      origin: Origin(input: input, line: line))
    switch kind {
    case .food, .type(.nutrient): row.kind = .food
    case .type(.symptom(let name)): (row.kind, row.name) = (.symptom, name)
    case .type(.fact): row.kind = .profile
    default: break
    }
    return row
  }
}

extension AppleHealthHandler {
  /// What need not be parsed: records that hold nothing but metadata, and correlations of those.
  static let omission: XMLElementOmission = {
    let table = AppleHealthType.Table()
    return XMLElementOmission(
      element: "Record", child: "MetadataEntry", group: "Correlation",
      attributes: [
        "type", "sourceName", "sourceVersion", "device", "unit", "creationDate", "startDate",
        "endDate", "value", "key",
      ]
    ) { table.type($0) != nil }
  }()
}
