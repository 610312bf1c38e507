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
  /// For each open record, whether it is of interest; the others and what they hold do nothing.
  private var openRecords: [Bool] = []

  init(_ context: ReadContext) {
    log = FindingLog(file: context.file)
    clock = AppleHealthClock(zone: context.zone)
    input = context.input
  }

  mutating func start(_ element: borrowing XMLElement) {
    switch element.name {
    case Name.record: startRecord(element)
    case Name.metadata:
      if openRecords.last != false && (record != nil || food != nil) { readMetadata(element) }
    case Name.correlation: startCorrelation(element)
    case Name.workout:
      record = draft(
        .workout, element, type: Name.activity, value: Name.duration, unit: Name.durationUnit)
    case Name.clinicalDocument: isClinicalDocument = true
    case Name.person:
      if let text = element.attribute(Name.dateOfBirth) {
        profile.birth = (text.trimmed, element.line)
      }
    case Name.exportDate:
      profile.exported = element.withAttribute(Name.value) { AppleHealthDate($0) } ?? nil
    default: break
    }
  }

  mutating func end(_ name: Int) {
    switch name {
    case Name.record, Name.workout:
      if name == Name.record && openRecords.popLast() == false { return }
      guard let draft = record else { return }
      record = nil
      if food == nil { take(draft) } else { takeNutrient(draft) }
      spare = draft.texts
    case Name.correlation:
      guard let draft = food else { return }
      food = nil
      record = nil
      take(draft)
    default: break
    }
  }

  private mutating func startRecord(_ element: borrowing XMLElement) {
    // Most records are of no interest: they cost one look at their type.
    let table = table
    let found = element.withAttribute(Name.type) { table.type($0) }
    guard let type = found ?? nil else {
      openRecords.append(false)
      return
    }
    openRecords.append(true)
    record = draft(
      .type(type), element, type: Name.type, value: Name.value, unit: Name.unit)
    record?.isInFood = food != nil
  }

  private mutating func startCorrelation(_ element: borrowing XMLElement) {
    guard element.attribute(Name.type) == "HKCorrelationTypeIdentifierFood" else { return }
    food = draft(.food, element, type: Name.type, value: nil, unit: nil)
    record = nil
  }

  private mutating func draft(
    _ kind: Draft.Kind, _ element: borrowing XMLElement, type: Int, value: Int?, unit: Int?
  ) -> Draft {
    var texts = spare
    spare = AppleHealthTexts()
    texts.clear()
    Self.add(type, of: element, to: &texts)
    Self.addOptional(value, of: element, to: &texts)
    Self.addOptional(unit, of: element, to: &texts)
    Self.add(Name.source, of: element, to: &texts)
    Self.add(Name.creation, of: element, to: &texts)
    Self.add(Name.start, of: element, to: &texts)
    let hasEnd = element.withAttribute(Name.end) { texts.add($0) } != nil
    if !hasEnd { Self.add(Name.start, of: element, to: &texts) }
    return Draft(kind: kind, texts: texts, line: element.line)
  }

  /// Adds an attribute; one that is missing is an empty one.
  private static func add(
    _ name: Int, of element: borrowing XMLElement, to texts: inout AppleHealthTexts
  ) {
    if element.withAttribute(name, { texts.add($0) }) == nil { texts.add([UInt8]().span) }
  }

  /// Adds an attribute, or that it is missing.
  private static func addOptional(
    _ name: Int?, of element: borrowing XMLElement, to texts: inout AppleHealthTexts
  ) {
    guard let name, element.withAttribute(name, { texts.add($0) }) != nil else {
      texts.addNothing()
      return
    }
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
  /// The records that need not be parsed: those of no interest, where they hold no others.
  static let omission: XMLElementOmission = {
    let table = AppleHealthType.Table()
    return XMLElementOmission(
      element: "Record", child: "MetadataEntry",
      attributes: [
        "type", "sourceName", "sourceVersion", "device", "unit", "creationDate", "startDate",
        "endDate", "value", "key",
      ]
    ) { table.type($0) != nil }
  }()
}
