// SPDX-License-Identifier: Apache-2.0

/// How far free-from words reach, and ingredients of groups that are seldom named.
enum KnownScopes {
  /// Texts in six languages.
  static let all = """
    beer 0% alcohol | gluten yeast | alcohol
    Pizza ohne Käse, Pilze und Zwiebeln | gluten | mannitol lactose
    soup without celery, leek and onion | | celery fructan
    fried chicken without breading | | gluten egg
    sandwich without butter and cheese | gluten | dairy lactose
    sandwich without cheese and butter | gluten | dairy lactose
    pancakes without egg and milk | gluten | egg dairy lactose
    toast without butter and eggs | gluten | dairy egg
    burger without cheese and fries | gluten nightshade |
    curry without onion, garlic | capsaicin | fructan
    pizza without cheese, ice cream | dairy gluten |
    onion and garlic free tomato sauce | nightshade | fructan
    rice instead of pasta with tomato sauce | nightshade | gluten
    potatoes instead of rice with curry | capsaicin |
    torta senza uova e latte | gluten | egg dairy lactose
    pizza ohne Mozzarella | gluten nightshade | dairy
    lasagne without mozzarella | gluten |
    GF ramen with soy sauce | soy | gluten
    dairy free pizza with cheese | gluten | dairy lactose
    gluten free fish and chips with beer | fish gluten |
    chili | gos capsaicin fructan |
    2 bowls of chili | gos capsaicin fructan |
    chili prawns | crustacean capsaicin | gos
    chili, garlic, ginger prawns | crustacean | gos
    flourless rye bread | gluten |
    flourless bread | gluten |
    chicken schnitzel unbreaded with fried egg | egg | gluten
    unbreaded chicken sandwich with mayo | gluten egg |
    unbattered cod and chips | fish nightshade | gluten
    GF/DF brownie | egg | gluten dairy lactose
    GF/DF/vegan muffin | | gluten dairy egg
    vegan and gluten free pizza | nightshade | dairy gluten
    vegan, gluten free lasagne | nightshade | gluten dairy egg
    Gluten free, dairy free brownie | | gluten dairy lactose
    GF muffin | egg | gluten fructan
    vegan cream cheese bagel | gluten | dairy lactose
    dairy free sour cream on nachos | corn |
    paleo brownie | | gluten dairy
    cheeseless pizza | gluten | dairy
    latte sub oat milk | caffeine | dairy gluten
    omelette with egg whites, no yolk | egg |
    cheeseburger no ketchup no tomato no pickle | gluten dairy |
    steak without onion and garlic | | fructan
    chicken, black beans, rice | | soy gluten
    Noodles, egg | gluten egg |
    soup, tomato | nightshade |
    fishfingers | fish gluten |
    chocolatecake | gluten egg |
    tomatosoup | nightshade |
    hamsandwich | gluten yeast |
    kiwis and chapatis | gluten |
    cherry jello | | sorbitol fructose
    hazelnut coffee | caffeine | tree_nut
    lobster mushrooms | mannitol | crustacean
    saturn peach | sorbitol | gluten
    pear butter | | dairy
    cola bottles | | caffeine
    mincemeat tart | gluten fructan | fish
    swede mash | | nightshade
    butter bean mash | gos fructan | nightshade
    Kakaobutter | | dairy
    queso de cabeza | | dairy
    pomme d'amour | fructose sorbitol | nightshade
    Halver Hahn | gluten dairy mustard |
    Kalte Schnauze | gluten fructan |
    Lupinenschnitzel | lupin |
    cuisses de grenouille | | nightshade
    lingue di gatto | gluten |
    oliebollen | gluten yeast |
    cherry jello | | fructose
    strawberry jelly | | histamine
    orange soda | | histamine
    cherry coke | caffeine | sorbitol
    sugar-free orange squash | sweetener | histamine
    watermelon candy | | fructan
    caffeine free cola | | caffeine
    almond extract cookie | gluten |
    hazelnut coffee | caffeine | tree_nut
    butter lettuce salad | | dairy
    butterscotch | dairy |
    cream of mushroom soup | dairy mannitol |
    coconut cream pie | gluten | tree_nut
    creme caramel | dairy egg lactose |
    water chestnuts | | tree_nut
    nutella | tree_nut dairy | peanut
    amaretti | tree_nut egg |
    frangipane tart | tree_nut gluten egg |
    pralines | tree_nut |
    Nusskuchen | tree_nut gluten egg |
    Haselnusscreme | tree_nut |
    Nougat | tree_nut |
    torrone | tree_nut egg |
    turron | tree_nut |
    gianduja | tree_nut |
    crema di nocciole | tree_nut |
    pain aux noix | tree_nut gluten |
    noix de coco | | tree_nut
    noix de saint jacques | mollusc | tree_nut
    Muskat | | tree_nut
    Kokosnuss | | tree_nut
    amandelspijs | tree_nut |
    notenbrood | tree_nut gluten |
    pindakaas | peanut | dairy
    Lupinenmehl | lupin |
    Lupinenschnitzel | lupin |
    lupin bread | lupin |
    farine de lupin | lupin |
    lupini beans | lupin |
    Senf | mustard |
    moutarde | mustard |
    senape | mustard |
    piccalilli | mustard |
    honey mustard chicken | mustard fructose |
    dijonnaise | mustard egg |
    Wurst mit Senf | mustard |
    Linsensuppe | gos |
    lenticchie | gos |
    pois chiches | gos |
    kikkererwten | gos |
    garbanzos | gos |
    fagioli | gos fructan |
    Kichererbsen | gos |
    Erbsensuppe | gos |
    green beans | | gos
    Bohnensalat | gos |
    peanut beans | peanut |
    hot wings | capsaicin |
    arrabbiata | capsaicin nightshade gluten |
    chicken vindaloo | capsaicin nightshade |
    thai green curry | capsaicin nightshade |
    kung pao chicken | capsaicin peanut |
    Sriracha mayo | capsaicin egg |
    jalapeno poppers | capsaicin nightshade dairy |
    Peperoni (scharf) | nightshade |
    peperonata | nightshade | capsaicin
    Paprika-Huhn | nightshade |
    pasta all'arrabbiata | capsaicin gluten |
    nduja | capsaicin |
    Brötchen | gluten yeast fructan |
    Hefezopf | yeast gluten |
    croissant | yeast gluten dairy |
    soda bread | gluten | yeast
    matzo | gluten | yeast
    flour tortilla | gluten | yeast
    naan | gluten |
    pita bread | gluten yeast |
    marmite toast | yeast gluten |
    nutritional yeast popcorn | yeast corn |
    kefir | dairy lactose |
    Hüttenkäse | dairy lactose |
    ghee | dairy | lactose
    Leberkäse | | dairy
    Fleischkäse mit Senf | mustard | dairy
    Kakaobutter | | dairy
    Butternut | | dairy tree_nut
    amandelmelk | tree_nut | dairy lactose
    Hafermilch | | dairy lactose
    patata dolce | | nightshade
    Paprikachips | nightshade |
    black pepper steak | | nightshade capsaicin
    Pfefferminztee | | nightshade capsaicin caffeine
    goji berries | nightshade |
    Auberginenauflauf | nightshade |
    Kartoffelpuffer | nightshade |
    gnocchi di patate | nightshade |
    tomates farcies | nightshade |
    dairy-free, egg-free pancakes | gluten | dairy egg lactose
    GF, DF banana bread | | gluten dairy lactose
    GF and vegan lasagne | | gluten dairy egg
    wheat free rye crispbread | gluten |
    nut free granola | | tree_nut peanut
    chicken curry (no cream) | capsaicin |
    tomato soup without cream | nightshade | dairy
    mac and cheese with oat milk | gluten |
    burger without the bun, extra bacon | | gluten
    pizza, no cheese, extra olives | gluten | dairy lactose
    Salat ohne Dressing und ohne Zwiebeln | | fructan
    Kuchen ohne Ei und Milch | gluten | egg dairy lactose
    Brot ohne Butter | gluten | dairy
    Kaffee ohne Milch | caffeine | dairy lactose
    café sans lait | caffeine | dairy lactose
    crêpe sans gluten | egg | gluten
    quiche sans pâte | egg | gluten
    tarta sin huevo | gluten | egg
    café con leche sin lactosa | caffeine dairy | lactose
    insalata senza cipolla | | fructan
    pizza zonder kaas | gluten | dairy lactose
    glutenvrij brood met kaas | dairy | gluten
    soup without onion and garlic | | fructan
    stir fry, no soy sauce | | soy
    sushi no soy sauce | | soy
    tofu stir fry, tamari instead of soy sauce | soy | gluten
    schnitzel without breading | | gluten egg
    breaded fish, breading removed | fish | gluten
    chicken nuggets without the breading | | gluten
    fish no batter | fish | gluten
    spaghetti carbonara with lactose free cream | gluten egg dairy | lactose
    latte sub oat milk | caffeine | dairy lactose
    coconut yoghurt | | dairy lactose
    egg free mayonnaise | | egg
    decaf tea with milk | dairy lactose | caffeine
    """
}
