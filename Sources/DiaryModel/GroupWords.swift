// SPDX-License-Identifier: Apache-2.0

/// Everyday words for foods, and the groups that they stand for, for hints where a group is asked for.
///
/// It reads no foods, and is no knowledge of them: a hint names what a person may have meant.
package enum GroupWords {
  private static let groups: [String: [GroupID]] = {
    let words: [(String, [String])] = [
      (
        "milk cheese yoghurt yogurt cream butter whey milch käse lait fromage leche queso latte melk",
        ["dairy", "lactose"]
      ),
      ("casein milk-protein milchprotein milcheiweiß", ["dairy"]),
      ("milk-sugar milchzucker laktose lactosa lattosio", ["lactose"]),
      ("wheat weizen blé trigo grano tarwe", ["gluten", "fructan"]),
      (
        "rye barley spelt bread pasta flour roggen gerste dinkel brot nudeln pain pan pane brood",
        ["gluten", "fructan"]
      ),
      ("eggs ei eier oeuf oeufs œuf huevo huevos uovo uova", ["egg"]),
      (
        "nut nuts treenut treenuts tree-nut tree-nuts almond almonds walnut walnuts hazelnut "
          + "hazelnuts cashew cashews pistachio pistachios pecan pecans nüsse nuss mandeln walnüsse "
          + "haselnüsse noix nueces noci noten", ["tree_nut"]
      ),
      (
        "peanuts groundnut groundnuts erdnuss erdnüsse cacahuète cacahuete arachidi pinda",
        ["peanut"]
      ),
      ("soya soybean soybeans tofu soja soia", ["soy"]),
      ("seafood meeresfrüchte", ["fish", "crustacean", "mollusc"]),
      ("shellfish schalentiere", ["crustacean", "mollusc"]),
      ("shrimp shrimps prawn prawns crab lobster garnelen krebs krebstiere", ["crustacean"]),
      (
        "mussels mussel oyster oysters squid clams scallops mollusk muscheln weichtiere",
        ["mollusc"]
      ),
      ("salmon tuna cod fisch poisson pescado pesce vis", ["fish"]),
      ("onion onions garlic leek inulin fructans zwiebel zwiebeln knoblauch", ["fructan"]),
      ("beans lentils chickpeas legumes pulses bohnen linsen hülsenfrüchte galactans", ["gos"]),
      ("fodmap fodmaps", ["fructan", "gos", "lactose", "fructose", "sorbitol", "mannitol"]),
      ("polyol polyols", ["sorbitol", "mannitol"]),
      ("fruit fruits honey obst honig fructosa fruktose", ["fructose"]),
      ("apple apples pear pears apfel äpfel birne birnen", ["fructose", "sorbitol"]),
      ("mushroom mushrooms cauliflower pilze blumenkohl", ["mannitol"]),
      ("wine wein vin vino", ["alcohol", "histamine", "sulphite"]),
      ("beer bier", ["alcohol", "gluten"]),
      ("alkohol spirits", ["alcohol"]),
      ("coffee tea cola kaffee tee koffein café", ["caffeine"]),
      (
        "tomato tomatoes potato potatoes pepper peppers aubergine eggplant nightshades tomaten "
          + "kartoffeln paprika nachtschatten", ["nightshade"]
      ),
      ("chili chilli spicy chiles capsaicine scharf", ["capsaicin"]),
      ("sulfite sulfites sulphites sulfit sulfiten", ["sulphite"]),
      ("histamin histamines", ["histamine"]),
      ("maize sweetcorn mais maïs", ["corn"]), ("senf", ["mustard"]), ("sellerie", ["celery"]),
      ("sesam tahini", ["sesame"]), ("lupine lupins lupinen", ["lupin"]), ("hefe", ["yeast"]),
      ("sweeteners aspartame sucralose stevia süßstoff süßstoffe", ["sweetener"]),
    ]
    var groups: [String: [GroupID]] = [:]
    for (texts, ids) in words {
      for text in texts.split(separator: " ") {
        groups[String(text)] = ids.map { GroupID(rawValue: $0) }
      }
    }
    return groups
  }()

  /// The groups that a word may mean, in any case; none for words that are not known.
  package static func meant(by word: String) -> [GroupID] { groups[word.lowercased()] ?? [] }

  /// What to say of a word that is no group; `nil` where nothing comes near.
  ///
  /// `names` are the groups that there are.
  package static func hint(_ word: String, among names: [String]) -> String? {
    let own = word.lowercased()
    if names.contains(own) { return "Write “\(own)”." }
    let meant = meant(by: word).map(\.rawValue)
    if let last = meant.last {
      let list = meant.count > 1 ? meant.dropLast().joined(separator: ", ") + " and " + last : last
      return meant.count == 1
        ? "Foods of that name are in the group \(list)."
        : "Foods of that name are in the groups \(list): write those that are meant."
    }
    return Spelling.nearest(to: word, among: names).map { "Did you mean “\($0)”?" }
  }
}
