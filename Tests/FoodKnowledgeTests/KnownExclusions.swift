// SPDX-License-Identifier: Apache-2.0

/// Texts that say what is not in a food, with what they hold for certain and what they must not
/// name at all, not even as possible.
enum KnownExclusions {
  static let english = """
    pasta without anchovies, egg and parmesan | gluten | fish egg dairy
    shrimp-free paella | mollusc | crustacean
    prawn-free paella | mollusc | crustacean
    paella without shellfish or fish | fructan | crustacean mollusc fish
    paella without seafood | fructan | crustacean mollusc fish
    cake (dairy-, egg-, nut-free) | gluten | dairy lactose egg tree_nut peanut
    cake (dairy-, egg- and nut-free) | gluten | dairy lactose egg tree_nut peanut
    dairy, egg & gluten free cake | | dairy lactose egg gluten
    dairy-, egg- & gluten-free cake | | dairy lactose egg gluten
    gluten, egg and dairy free brownie | | dairy lactose egg gluten
    soy/nut/dairy-free cookie | gluten | soy tree_nut dairy lactose
    dairy-free, nut-free, soy-free cookie | gluten | soy tree_nut dairy lactose
    no milk, no eggs, no gluten pancakes | | lactose egg gluten
    no milk, egg or gluten pancakes | | lactose egg gluten
    cheeseless burger | gluten | lactose
    neither milk nor sugar in my tea | caffeine | dairy lactose
    passata free from garlic and onion | nightshade | fructan
    vegan sausage roll | gluten | dairy lactose egg
    vegan pie | gluten | dairy lactose egg
    virgin mojito | | alcohol
    tiramisu without alcohol | dairy egg | alcohol
    ran out of milk so had my tea black | caffeine | dairy lactose
    mushroom risotto without wine | dairy mannitol | alcohol
    wine-free mushroom risotto | dairy mannitol | alcohol
    doner kebab, not spicy | gluten | capsaicin
    cheeseless pizza | gluten nightshade | lactose
    breadless sandwich | | gluten yeast
    eggless cake | gluten | egg
    nutless brownie | gluten egg | tree_nut peanut
    lasagne excluding meat, egg and milk | gluten | egg
    omelette excluding cheese | egg | gluten
    pancakes with neither milk nor egg | gluten | lactose egg
    pancakes neither milk nor egg | gluten | lactose egg
    cake free from: milk, egg | gluten | lactose egg
    cookies: free from egg, soy, nuts and sesame | gluten | egg soy tree_nut peanut sesame
    brownie, free from gluten, dairy and eggs | | gluten dairy lactose egg
    oatmeal made with water not milk | | dairy lactose
    porridge with water, not milk | | dairy lactose
    no-egg noodles | gluten | egg
    no egg noodles | gluten | egg
    no-dairy pizza | gluten nightshade | dairy lactose
    pancakes - no dairy/egg | gluten | dairy lactose egg
    pancakes (no milk, eggs, nuts) | gluten | lactose egg tree_nut
    cheeseburger hold the cheese | gluten | lactose
    burger minus the bun | | gluten yeast
    sandwich skip mayo | gluten | egg
    sandwich, skip the mayo | gluten | egg
    pizza less the cheese | gluten | lactose
    leave out the cheese, pizza | gluten | lactose
    curry, left out the peanuts | capsaicin | peanut
    soup, dairy: none | | dairy lactose
    cake, dairy: no | gluten egg | dairy lactose
    ramen, egg - none | gluten soy | egg
    milk 0% lactose | dairy | lactose
    cake contains no nuts | gluten egg | tree_nut peanut
    cake, contains no nuts or dairy | gluten egg | tree_nut peanut dairy lactose
    pancakes, does not contain milk | gluten egg | lactose
    bread not containing milk | gluten yeast | dairy
    latte w/o milk | caffeine | dairy lactose
    latte w/o milk or sugar | caffeine | dairy lactose
    latte sans milk | caffeine | dairy lactose
    latte, substituted oat milk for milk | caffeine | dairy lactose
    latte, oat milk substituted for milk | caffeine | dairy lactose
    pancakes, substituted milk with oat milk | gluten egg | lactose
    latte with oat milk instead of milk | caffeine | dairy lactose
    latte, replaced milk with soy milk | caffeine soy | dairy lactose
    pizza, swap cheese for tofu | gluten soy | lactose
    zucchini rather than pasta with pesto | dairy | gluten
    stir fry, no soy sauce, no peanuts, no shrimp | | peanut crustacean
    caesar salad without croutons, anchovies or egg | dairy | gluten egg
    caesar salad no anchovy/egg | gluten dairy | egg
    poke bowl minus soy sauce, sesame seeds and mayo | fish | egg sesame gluten
    ramen, hold the egg and pork | gluten soy | egg
    granola with the nuts picked out | | tree_nut peanut
    no nuts, no dairy granola | | tree_nut peanut dairy lactose
    mashed potatoes (no butter, no milk) | nightshade | dairy lactose
    mashed potato without butter, milk and cream | nightshade | dairy lactose
    vegetable soup (no celery, no onion) | | celery
    soup without celery, leek and onion | | celery mannitol
    sushi (no soy sauce, no mayo, no fish) | | soy gluten egg fish
    fish pie without fish, prawns or egg | nightshade | fish crustacean egg
    nicoise salad, no tuna, no anchovies, no egg | | fish egg
    tiramisu without alcohol, coffee or egg | gluten dairy | egg
    pad thai without peanuts | egg fish | peanut
    pad thai without peanuts, egg and fish sauce | | peanut egg fish
    carbonara without cheese | gluten egg |
    carbonara without egg and cheese | gluten | egg
    pesto without nuts and cheese | fructan | tree_nut dairy lactose
    quiche without cream and cheese | gluten egg | lactose
    milk-free, egg-free pancakes | gluten | dairy lactose egg
    tomato-free ketchup | | nightshade
    bread without milk, egg and soy | gluten yeast | dairy egg soy
    nut and egg free cake | gluten | tree_nut peanut egg
    crab cakes without egg | crustacean | egg
    noodles, egg free | gluten | egg
    pizza no cheese no anchovies | gluten nightshade | fish lactose
    latte except milk | caffeine | dairy lactose
    hot chocolate made without milk | | dairy lactose
    wine, no sulphites | alcohol | sulphite
    dried apricots without sulphites | | sulphite
    paella without crustaceans | mollusc | crustacean
    pizza no gluten/dairy/egg | nightshade | gluten dairy lactose egg
    bread (yeast-free) | gluten | yeast
    bibimbap hold the egg & sesame oil | gluten | egg
    cake that contains neither nuts nor gluten | egg | tree_nut peanut gluten
    pizza but no cheese | gluten | lactose
    Big Mac lacking cheese and mayo | gluten | lactose
    """

  static let others = """
    weder Milch noch Zucker im Kaffee | caffeine | dairy lactose
    né latte né zucchero nel tè | caffeine | dairy lactose
    ni leche ni azúcar en el café | caffeine | dairy lactose
    torta di mele priva di latticini e uova | gluten | dairy lactose egg
    gâteau sans produits laitiers ni oeufs | gluten | dairy lactose egg
    Kuchen ohne Milchprodukte | gluten egg | dairy lactose
    Döner ohne Zwiebeln, nicht scharf | gluten | capsaicin
    Kuchen ohne Ei, Milch und Nüsse | gluten | egg lactose tree_nut peanut
    Pasta ohne Ei, Milch und Nüsse | gluten | egg dairy lactose tree_nut
    Kuchen weder Milch noch Ei | gluten | lactose egg
    Pfannkuchen, keine Milch, kein Ei | gluten | lactose egg
    eifreier Kuchen | gluten | egg
    Kuchen milch- und eifrei | gluten | dairy lactose egg
    milch-, ei- und nussfreier Kuchen | gluten | dairy lactose egg tree_nut peanut
    nussfreies Müsli | | tree_nut peanut
    Kuchen frei von Gluten, Ei und Milch | | gluten lactose egg
    Kuchen frei von: Gluten, Ei | | gluten egg
    Nudeln, enthält keine Eier | gluten | egg
    Müsli nicht mit Milch, sondern mit Hafermilch | | dairy lactose
    Kaffee ohne Zucker und Milch | caffeine | dairy lactose
    Spaghetti Carbonara ohne Ei, Speck und Käse | gluten | egg
    Pizza ohne Käse und Sardellen | gluten | fish lactose
    Brot ohne Butter und Käse | gluten | lactose
    Kekse, kann Spuren von Erdnüssen enthalten | gluten | peanut
    gâteau sans oeufs ni lait | gluten | egg lactose
    gâteau ni lait ni oeufs | gluten | egg lactose
    gâteau sans lait, oeufs et noix | gluten | egg lactose tree_nut
    crêpes sans gluten, lait ni oeuf | | gluten egg lactose
    pain sans gluten ni lait | | gluten dairy lactose
    gluten- und laktosefreier Kuchen | egg | gluten lactose
    Schnitzel ohne Panade | | gluten egg
    hamburguesa sin queso, pan ni mayonesa | | gluten yeast egg
    broodje zonder boter, kaas en ei | gluten | egg lactose
    café sans sucre ni lait | caffeine | dairy lactose
    quiche sans crème et sans fromage | gluten egg | lactose
    pas de lait, pas d'oeuf dans les crêpes | gluten | lactose egg
    biscuits, peut contenir des traces d'arachides | gluten | peanut
    tarta sin huevo ni leche | gluten | egg lactose
    tarta sin leche, huevo y nueces | gluten | egg lactose tree_nut
    pan sin gluten ni leche | | gluten dairy lactose
    café sin azúcar ni leche | caffeine | dairy lactose
    paella sin marisco ni pescado | fructan | crustacean mollusc fish
    galletas, puede contener cacahuetes | gluten | peanut
    torta senza uova e latte | gluten | egg lactose
    torta senza uova, latte e noci | gluten | egg lactose tree_nut
    gelato senza latte | | dairy lactose
    pizza senza glutine né lattosio | | gluten lactose
    caffè senza zucchero né latte | caffeine | dairy lactose
    pizza senza mozzarella e acciughe | gluten | fish lactose
    biscotti, può contenere arachidi | gluten | peanut
    taart zonder ei of melk | gluten | egg lactose
    pannenkoek zonder ei, melk en boter | gluten | egg dairy lactose
    ei- en melkvrije pannenkoek | gluten | egg dairy lactose
    koffie zonder suiker en melk | caffeine | dairy lactose
    salade zonder ei, kaas of noten | | egg tree_nut
    koekjes, kan sporen bevatten van pinda | gluten | peanut
    """

  /// Words that look like exclusions and are none, or that end one.
  static let kept = """
    burger without cheese and fries | gluten nightshade |
    burger no cheese, fries and a coke | gluten nightshade caffeine |
    no sugar, milk chocolate | dairy lactose |
    coffee no sugar with milk | dairy lactose caffeine |
    coffee no sugar, milk | dairy lactose caffeine |
    not only milk | dairy lactose |
    not just milk | dairy lactose |
    no-bake cheesecake | dairy gluten |
    fat free yogurt | dairy lactose |
    sugar free custard | dairy lactose sweetener |
    caffeine-free cola | | caffeine
    free range eggs | egg |
    cage-free eggs | egg |
    nothing but cheese | dairy histamine |
    cake, gluten free? no | gluten egg |
    vegan? no, cheese pizza | dairy gluten |
    cookies, may contain peanuts | gluten | peanut
    lactose-free milk | dairy | lactose
    no, I had milk | dairy lactose |
    no problem, cheese pizza | dairy gluten |
    toast without butter, eggs and bacon | gluten egg |
    2 eggs and gluten free toast | egg | gluten
    egg and gluten free toast | egg | gluten
    cheese, egg and gluten free bread | dairy egg | gluten
    milk, gluten free cereal | dairy lactose | gluten
    coffee with cream but no milk | dairy caffeine |
    pizza with no cheese but extra prawns | gluten crustacean |
    pizza with no cheese, extra prawns | gluten crustacean |
    tea, no milk; cheese sandwich | caffeine dairy gluten |
    salad without dressing, then a cheese sandwich | dairy gluten |
    kein Käse, aber Ei | egg | dairy
    Kaffee ohne Zucker mit Milch | dairy lactose caffeine |
    Salat ohne Nüsse, mit Käse | dairy | tree_nut
    nicht nur Milch | dairy lactose |
    café sans sucre avec lait | dairy lactose caffeine |
    pâtes sans oeufs, avec du fromage | gluten dairy | egg
    koffie zonder suiker met melk | dairy lactose caffeine |
    café sin azúcar con leche | dairy lactose caffeine |
    caffè senza zucchero con latte | dairy lactose caffeine |
    """

  /// Names that mislead.
  static let lookAlikes = """
    butterbeer | | gluten alcohol
    ice cream bean | | dairy lactose egg
    love apple | nightshade histamine | sorbitol
    balsam pear | | sorbitol fructose
    betel nut | | tree_nut peanut
    kola nuts | | tree_nut peanut
    ginkgo nuts | | tree_nut peanut
    lychee nuts | | tree_nut peanut
    cauliflower couscous | mannitol | gluten
    hearts of palm pasta | | gluten egg
    chickpea omelette | gos | egg
    aquafaba meringue | | egg
    champagne grapes | | alcohol sulphite
    blancmange | dairy lactose | egg
    junket | dairy lactose | egg
    goat's beard | | dairy
    caper berries | | sorbitol
    bread fruit | | gluten yeast
    carob powder | | caffeine gluten
    """
}
