// SPDX-License-Identifier: Apache-2.0

/// The tables that are compiled in.
enum FoodTables {
  /// All tables; `embed.txt` must name the same files.
  static let all: [FoodTable] = [
    FoodTable("sources.tsv", Embedded.sources_tsv),
    FoodTable("spellings.tsv", Embedded.spellings_tsv),
    FoodTable("rules.tsv", Embedded.rules_tsv),
    FoodTable("ingredients.tsv", Embedded.ingredients_tsv),
    FoodTable("ingredients_produce.tsv", Embedded.ingredients_produce_tsv),
    FoodTable("ingredients_lookalikes.tsv", Embedded.ingredients_lookalikes_tsv),
    FoodTable("dishes_basic.tsv", Embedded.dishes_basic_tsv),
    FoodTable("dishes_america.tsv", Embedded.dishes_america_tsv),
    FoodTable("dishes_asia.tsv", Embedded.dishes_asia_tsv),
    FoodTable("dishes_europe.tsv", Embedded.dishes_europe_tsv),
    FoodTable("dishes_mediterranean.tsv", Embedded.dishes_mediterranean_tsv),
    FoodTable("dishes_sweet.tsv", Embedded.dishes_sweet_tsv),
    FoodTable("brands_us.tsv", Embedded.brands_us_tsv),
    FoodTable("brands_world.tsv", Embedded.brands_world_tsv),
    FoodTable("terms_any.tsv", Embedded.terms_any_tsv),
    FoodTable("terms_de.tsv", Embedded.terms_de_tsv),
    FoodTable("terms_fr.tsv", Embedded.terms_fr_tsv),
    FoodTable("terms_es.tsv", Embedded.terms_es_tsv),
    FoodTable("terms_it.tsv", Embedded.terms_it_tsv),
    FoodTable("terms_nl.tsv", Embedded.terms_nl_tsv),
    FoodTable("terms_ja.tsv", Embedded.terms_ja_tsv),
    FoodTable("dishes_foreign.tsv", Embedded.dishes_foreign_tsv),
    FoodTable("spellings_more.tsv", Embedded.spellings_more_tsv),
    FoodTable("rules_languages.tsv", Embedded.rules_languages_tsv),
    FoodTable("terms_de_more.tsv", Embedded.terms_de_more_tsv),
    FoodTable("terms_fr_more.tsv", Embedded.terms_fr_more_tsv),
    FoodTable("terms_es_more.tsv", Embedded.terms_es_more_tsv),
    FoodTable("terms_it_more.tsv", Embedded.terms_it_more_tsv),
    FoodTable("terms_nl_more.tsv", Embedded.terms_nl_more_tsv),
    FoodTable("terms_ja_more.tsv", Embedded.terms_ja_more_tsv),
  ]
}
