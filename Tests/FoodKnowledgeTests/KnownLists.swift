// SPDX-License-Identifier: Apache-2.0

/// Lists of foods and names turned round, with what they hold for certain and what they do not.
enum KnownLists {
  /// Lists as people write them.
  static let lists = """
    fish, rice | fish | gluten
    rice, fish | fish | gluten
    egg, bacon, toast | egg gluten | fish
    eggs, toast, butter | egg gluten dairy | fish
    toast, eggs | egg gluten | fish
    nuts, raisins | tree_nut | gluten
    raisins, nuts | tree_nut | gluten
    fish, chips | fish nightshade | egg
    bread, milk | gluten dairy | egg
    bread, butter | gluten dairy | egg
    bread, cheese | gluten dairy | egg
    bread, banana | gluten | egg dairy
    bread, egg | gluten egg | fish
    bread, fish | gluten fish | egg
    bread, tomato | gluten nightshade | egg
    bread, garlic | gluten fructan | egg
    milk, rice | dairy lactose | gluten
    milk, oats | dairy lactose | egg
    milk, almonds | dairy lactose tree_nut | egg
    milk, cashews | dairy lactose tree_nut | egg
    milk, potato | dairy lactose nightshade | egg
    milk, coconut | dairy lactose | egg
    milk, bread | dairy lactose gluten | egg
    milk, eggs | dairy lactose egg | gluten
    milk, soy beans | dairy lactose soy | egg
    yoghurt, oats | dairy lactose | egg
    yoghurt, almonds | dairy lactose tree_nut | egg
    yogurt, apple | dairy lactose fructose | egg
    yogurt, walnuts, honey | dairy lactose tree_nut fructose | egg
    cream, oats | dairy | egg
    cream, strawberries | dairy | egg
    cheese, bread | dairy gluten | egg
    cheese, apple | dairy fructose | gluten
    cheese, tomato | dairy nightshade | gluten
    cheese, egg | dairy egg | gluten
    cheese, walnuts | dairy tree_nut | gluten
    butter, apple | dairy fructose | gluten
    butter, almonds | dairy tree_nut | gluten
    butter, bread | dairy gluten | egg
    beer, butter | gluten alcohol dairy | egg
    beer, pizza | gluten alcohol dairy | fish
    wine, cheese | alcohol dairy | gluten
    pasta, rice | gluten | fish
    pasta, corn | gluten corn | fish
    pasta, egg | gluten egg | fish
    pasta, chicken | gluten | fish
    noodles, rice | gluten | fish
    noodles, prawns | gluten crustacean | fish
    eggs, tea | egg caffeine | soy gluten
    egg, rice | egg | gluten
    egg, salad | egg | gluten
    coffee, milk | caffeine dairy | egg
    tea, cream | caffeine dairy | egg
    nuts, coconut | tree_nut | gluten
    tea, milk | caffeine dairy | egg
    cereal, milk | dairy lactose | egg
    porridge, milk, honey | dairy lactose fructose | egg
    salmon, pasta | fish gluten | crustacean
    tuna, mayo | fish egg | gluten
    peanuts, beer | peanut gluten alcohol | egg
    Fisch, Reis | fish | gluten
    Ei, Toast | egg gluten | fish
    Brot, Milch | gluten dairy | egg
    Milch, Reis | dairy lactose | gluten
    Käse, Brot | dairy gluten | egg
    Käse, Apfel | dairy fructose | gluten
    Nudeln, Reis | gluten | fish
    baguette, lait | gluten dairy | egg
    fromage, baguette | dairy gluten | egg
    poisson, riz | fish | gluten
    huevos, arroz | egg | gluten
    queso, manzana | dairy fructose | egg
    pesce, riso | fish | gluten
    formaggio, pane | dairy gluten | egg
    brood, melk | gluten dairy | egg
    kaas, brood | dairy gluten | egg
    vis, rijst | fish | gluten
    """

  /// Names of food databases, turned round at the comma.
  static let names = """
    Cheese, cheddar | dairy | gluten
    Cheese, goat | dairy | gluten
    Cheese, blue | dairy | gluten
    Cheese, cottage | dairy | gluten
    Cheese, feta | dairy | gluten
    Milk, whole | dairy lactose | egg
    Milk, skimmed | dairy lactose | egg
    Milk, soy | soy | dairy lactose
    Milk, almond | tree_nut | dairy lactose
    Bread, rye | gluten | egg
    Bread, gluten free | | gluten
    Bread, wholemeal | gluten | egg
    Egg, boiled | egg | dairy
    Egg, whole, cooked, scrambled | egg | fish
    Egg, white, raw | egg | fish
    Fish, cod | fish | crustacean
    Fish, salmon, grilled | fish | crustacean
    Fish, tuna, canned in oil | fish | crustacean
    Nuts, almonds | tree_nut | peanut
    Nuts, walnuts, raw | tree_nut | peanut
    Nuts, chestnuts, european, roasted | | tree_nut peanut
    Noodles, egg, cooked | gluten egg | dairy
    Oil, olive | | gluten dairy
    Oil, sesame | sesame | dairy
    Flour, rice | | gluten
    Flour, almond | tree_nut | gluten
    Tea, green | caffeine | dairy
    Sauce, soy | soy gluten | dairy
    Seeds, sesame | sesame | gluten
    Beer, root | | gluten alcohol
    Beans, black, mature seeds, cooked | gos | gluten
    """

  /// What negations and hints of traces leave of a list.
  static let negations = """
    no cow's milk, goat's milk | dairy | egg
    no milk, eggs | egg | dairy
    non gluten-free bread | gluten | egg
    non gluten free bread, butter | gluten dairy | egg
    may contain nuts | | tree_nut peanut
    biscuits, may contain nuts | gluten | tree_nut peanut
    """
}
