// SPDX-License-Identifier: Apache-2.0

internal import DiaryModel
public import FoodKnowledge
public import YAMLReading

/// What is wrong in a file of a user's own foods.
public typealias UserFoodsError = YAMLFault

/// Reads a user's own foods and dishes from YAML.
public struct UserFoods: Sendable {
  /// The largest file that is read, in bytes.
  public static let largestFile = YAMLDocument.largestFile

  private let document: YAMLDocument
  private var own: [OwnGroup] = []
  private static let keys = [
    "name", "aliases", "groups", "possible", "parts", "portion", "doses",
  ]

  /// A classifier that knows the foods and groups of a YAML text, too; its foods win over what is
  /// built in.
  ///
  /// - Parameters:
  ///   - yaml: the text: a list `groups` of own groups with `id` and `label`, and a list `foods` of
  ///     entries with `name`, and any of `aliases`, `groups`, `possible`, `parts`, `portion` in
  ///     grams, and `doses` in grams per 100 g.
  ///   - file: the file's name, for errors and as the foods' source.
  ///   - classifier: what else is known.
  /// - Returns: the classifier.
  /// - Throws: the first fault, with its line.
  public static func classifier(
    yaml: String, file: String, over classifier: FoodClassifier = FoodClassifier()
  ) throws(UserFoodsError) -> FoodClassifier {
    var reader = UserFoods(file: file)
    let entries = try reader.entries(yaml)
    let (result, unknown) = classifier.adding(
      entries.map(\.food), groups: reader.own, source: file)
    if let part = unknown.first {
      throw reader.fault(
        entries[part.food].line,
        "'\(entries[part.food].food.name)' has the part '\(part.part)', which no food is named like"
      )
    }
    return result
  }

  private func fault(_ line: Int, _ text: String) -> UserFoodsError {
    UserFoodsError(file: document.file, line: line, text: text)
  }

  private mutating func entries(
    _ yaml: String
  ) throws(UserFoodsError) -> [(food: OwnFood, line: Int)] {
    guard let root = try document.root(yaml) else {
      throw fault(1, "is empty, expected a list 'foods'")
    }
    try readGroups(root.mapping?["groups"])
    guard let list = root.mapping?["foods"]?.sequence else {
      if !own.isEmpty, root.mapping?["foods"] == nil { return [] }
      throw fault(root.line, "expected a list 'foods'")
    }
    var names: [String: Int] = [:]
    var entries: [(food: OwnFood, line: Int)] = []
    for node in list {
      let food = try food(node)
      if let other = names[food.name] {
        throw fault(node.line, "'\(food.name)' stands in line \(other) already")
      }
      names[food.name] = node.line
      entries.append((food, node.line))
    }
    return entries
  }

  /// Reads the user's own groups, each with an `id` and a `label`.
  private mutating func readGroups(_ node: YAMLNode?) throws(UserFoodsError) {
    guard let node else { return }
    guard let list = node.sequence else {
      throw fault(node.line, "'groups' takes a list of groups, each with an 'id' and a 'label'")
    }
    for item in list {
      let fields = try document.fields(
        item, ["id", "label"], expected: "a group with an 'id' and a 'label'")
      guard let id = try document.text(fields["id"], "id") else {
        throw fault(item.line, "a group without an 'id'")
      }
      guard GroupID.isIdentifier(id) else {
        throw fault(
          item.line,
          "'\(id.prefix(60))' cannot be a group's id: a letter first, then letters, digits, '_', '-' "
            + "or '.', at most 40, and not 'none'")
      }
      let group = GroupID(rawValue: id)
      guard group.builtInIndex == nil, !own.contains(where: { $0.group == group }) else {
        throw fault(item.line, "the group '\(id)' is known already")
      }
      guard own.count < GroupSet.ownCapacity else {
        throw fault(item.line, "more than \(GroupSet.ownCapacity) groups of your own")
      }
      let label = try document.text(fields["label"], "label")
      own.append(OwnGroup(group: group, label: label ?? id))
    }
  }

  private func food(_ node: YAMLNode) throws(UserFoodsError) -> OwnFood {
    let fields = try document.fields(node, Self.keys, expected: "an entry with a 'name'")
    guard let name = fields["name"]?.scalar, !name.allSatisfy(\.isWhitespace) else {
      throw fault(node.line, "an entry without a 'name'")
    }
    var food = OwnFood(name: name)
    food.aliases = try texts(fields["aliases"])
    food.groups = try groups(fields["groups"])
    food.possible = try groups(fields["possible"])
    food.parts = try parts(fields["parts"])
    if let portion = fields["portion"] {
      food.portion = try number(portion, upTo: 5_000, "'portion' takes grams from 0 to 5000")
    }
    if let doses = fields["doses"] {
      guard let pairs = doses.mapping else {
        throw fault(doses.line, "'doses' takes entries such as lactose: 4.7 (g in 100 g)")
      }
      for (key, value) in pairs {
        let group = try self.group(key)
        food.doses[group] = try number(value, upTo: 100, "a dose takes grams in 100 g")
      }
    }
    return food
  }

  /// A text, or a list of texts; none where the field is missing or empty.
  private func scalars(_ node: YAMLNode?) throws(UserFoodsError) -> [YAMLNode] {
    try document.scalars(node, expected: "a list of words, such as [milk, egg]")
  }

  /// The parts; YAML itself reads an unquoted `?milk` in brackets as a key without a value.
  private func parts(_ node: YAMLNode?) throws(UserFoodsError) -> [String] {
    guard let list = node?.sequence else { return try texts(node) }
    var parts: [String] = []
    for item in list {
      if let pairs = item.mapping?.pairs, pairs.count == 1, let key = pairs.first?.key.scalar,
        pairs.first?.value.scalar?.isEmpty == true
      {
        parts.append("?" + key)
      } else if let text = item.scalar {
        parts.append(text)
      } else {
        throw fault(item.line, "expected the names of foods as parts, such as [milk, ?egg]")
      }
    }
    return parts
  }

  private func texts(_ node: YAMLNode?) throws(UserFoodsError) -> [String] {
    try scalars(node).compactMap(\.scalar)
  }

  private func groups(_ node: YAMLNode?) throws(UserFoodsError) -> [GroupID] {
    var groups: [GroupID] = []
    for word in try scalars(node) { groups.append(try group(word)) }
    return groups
  }

  private func group(_ node: YAMLNode) throws(UserFoodsError) -> GroupID {
    let group = GroupID(rawValue: node.scalar ?? "")
    guard group.builtInIndex != nil || own.contains(where: { $0.group == group }) else {
      let known = (GroupID.builtIn + own.map(\.group)).map(\.rawValue).joined(separator: ", ")
      throw fault(node.line, "unknown group '\(group)', expected one of \(known)")
    }
    return group
  }

  private func number(_ node: YAMLNode, upTo top: Double, _ rule: String) throws(UserFoodsError)
    -> Double
  {
    guard let value = node.scalar.flatMap(Double.init), value >= 0, value <= top else {
      throw fault(node.line, "\(rule), not '\(node.scalar ?? "a list")'")
    }
    return value
  }

  private init(file: String) { document = YAMLDocument(file: file) }
}
