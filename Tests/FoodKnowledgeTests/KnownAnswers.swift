// SPDX-License-Identifier: Apache-2.0

/// Texts with the groups that they must and must not hold, labelled by hand.
///
/// A line: text | groups that are certain | groups that are not certain (`*`: none at all).
enum KnownAnswers {
  /// Foods that sound like another food.
  static let lookAlikes = """
    peanut butter | peanut | dairy lactose tree_nut
    smooth peanut butter on rice cakes | peanut | dairy gluten
    almond butter | tree_nut | dairy peanut
    sunflower butter | | *
    cocoa butter | | *
    shea butter | | *
    apple butter | fructose sorbitol | dairy
    coconut butter | | dairy tree_nut
    butter beans | fructan gos | dairy
    butterbean stew with carrots | gos | dairy
    butternut squash | | dairy tree_nut
    roast butternut squash | | dairy tree_nut gluten
    butter lettuce | | *
    buttermilk | dairy lactose |
    butterfly pea tea | | *
    coconut milk | | dairy lactose tree_nut
    tin of coconut cream | | dairy lactose
    oat milk | | dairy lactose
    soy milk | soy | dairy lactose
    rice milk | | *
    hemp milk | | *
    almond milk | tree_nut | dairy lactose
    cashew milk | tree_nut | dairy lactose
    milk thistle | | *
    milk of magnesia | | *
    milk chocolate | dairy lactose | egg
    oat milk latte | caffeine | dairy lactose
    latte with oat milk | caffeine | dairy lactose
    soya flat white | soy caffeine | dairy lactose
    cappuccino with almond milk | caffeine tree_nut | dairy lactose
    porridge with soy milk | soy | dairy lactose
    vegan cheese | | dairy lactose
    dairy free cheese | | dairy lactose
    coconut yoghurt | | dairy lactose
    soy yoghurt | soy | dairy lactose
    vegan mayo | | egg
    cream of tartar | | *
    cream crackers | gluten fructan | dairy
    eggplant | histamine nightshade | egg
    grilled eggplants with olive oil | nightshade | egg
    eggnog | egg dairy |
    buckwheat | | *
    buckwheat groats | | *
    soba noodles | gluten | egg
    nutmeg | | *
    coconut | | tree_nut peanut
    water chestnut | | *
    water chestnuts and bamboo shoots | | *
    roasted chestnuts | | *
    chestnut mushrooms | mannitol | tree_nut
    pine nuts | | *
    tiger nuts | | *
    doughnut | gluten fructan | tree_nut peanut
    doughnuts | gluten fructan | tree_nut
    ginger nuts | gluten fructan | tree_nut peanut
    peanut | peanut | tree_nut
    monkey nuts | peanut | tree_nut
    ginger beer | | alcohol gluten yeast
    root beer | | alcohol gluten yeast
    ginger ale | | alcohol gluten yeast
    wine gums | | alcohol sulphite
    wine vinegar | | alcohol
    apple cider vinegar | | alcohol fructose
    alcohol free beer | gluten | alcohol
    beer | gluten alcohol histamine yeast |
    sweetbreads | | gluten fructan yeast
    sweetbread | | gluten fructan yeast
    breadfruit | | gluten yeast
    oyster mushrooms | | mollusc
    king oyster mushroom | mannitol | mollusc
    oyster sauce | soy mollusc | crustacean
    crab apple | fructose sorbitol | crustacean
    crab stick | fish | dairy
    fish mint | | *
    goldfish crackers | gluten dairy | fish
    swedish fish | | fish
    ladyfingers | gluten egg | dairy
    lady finger curry okra | | egg
    corned beef | | corn
    corned beef hash | nightshade | corn
    peppercorns | | corn nightshade capsaicin
    black pepper | | nightshade capsaicin
    white pepper | | *
    sichuan pepper | | nightshade capsaicin
    lemon pepper chicken | | nightshade
    peppers | nightshade |
    bell pepper | nightshade | capsaicin
    sweet potato | | nightshade
    sweet potato fries | | nightshade gluten
    potato | nightshade | gluten
    yam | | nightshade
    sweetcorn | corn | gluten
    cornflour | | gluten
    popcorn | corn | gluten
    hominy grits | corn | gluten
    rice noodles | | *
    glass noodles | | *
    egg noodles | gluten egg |
    corn tortilla | corn | gluten
    flour tortilla | gluten fructan | corn
    head cheese | | dairy lactose
    lemon curd | egg dairy | lactose
    bombay duck | fish |
    hot dog | gluten | fish
    hamburger | gluten | dairy
    welsh rarebit | gluten dairy | fish
    beefsteak tomato | nightshade histamine |
    green beans | | gos fructan
    jelly beans | | gos fructan
    coffee beans | | gos
    vanilla bean | | gos fructan
    bean sprouts | | gos
    bean curd | soy | gos
    coffee cake | gluten egg | caffeine
    tea cakes | gluten | caffeine
    peppermint tea | | caffeine
    rooibos | | *
    chamomile tea | | *
    green tea | caffeine |
    decaf coffee | | caffeine
    hot chocolate | dairy lactose |
    white chocolate | dairy lactose | egg
    dark chocolate | | dairy lactose
    rice krispies | | gluten
    honeydew melon | | fructose
    watermelon radish | | *
    cotton candy grapes | | *
    pineapple | | fructose sorbitol
    grapefruit | | fructose
    passion fruit | | dairy
    dragon fruit | | *
    jackfruit | | gluten
    fish sauce | fish histamine | crustacean
    tamari | soy histamine | gluten
    malt vinegar | | alcohol
    barley water squash | | alcohol
    kefir | dairy lactose | alcohol
    kombucha | caffeine yeast |
    sea bass | fish | alcohol
    beer battered haddock | fish gluten | dairy
    stout | gluten alcohol |
    stilton | dairy histamine |
    cottage pie | nightshade fructan | fish
    toad in the hole | gluten egg dairy |
    scotch egg | egg | alcohol
    Kokosmilch | | dairy lactose
    Mandelmilch | tree_nut | dairy lactose
    Leberkäse | | dairy lactose
    Erdnussbutter | peanut | dairy
    Buchweizen | | *
    Butternusskürbis | | dairy tree_nut
    Erdapfel | nightshade | fructose
    Granatapfel | | fructose sorbitol
    Eierschwammerl | mannitol | egg
    Apfelkuchen | gluten fructan fructose | fish
    Käsebrot | gluten dairy yeast | egg
    Haferflocken | | dairy
    lait d'amande | tree_nut | dairy lactose
    lait de coco | | dairy lactose
    pomme de terre | nightshade | fructose
    leche de soja | soy | dairy lactose
    latte di mandorla | tree_nut | dairy lactose
    pindakaas | peanut | dairy
    kokosmelk | | dairy lactose
    """

  /// Negations, free-from words and their scope.
  static let negations = """
    lettuce wrapped burger, no cheese no mayo | | gluten yeast fructan dairy egg
    burger in a lettuce wrap | | gluten yeast fructan
    bunless burger | | gluten yeast fructan
    cheeseburger protein style | dairy | gluten yeast fructan
    turkey burger lettuce bun | | gluten yeast
    burger and fries, bunless | nightshade | gluten yeast
    burger, patty only | | gluten yeast
    breadless sandwich | | gluten yeast
    pizza, toppings only | dairy | gluten yeast
    pizza no crust | dairy nightshade | gluten yeast
    sausage roll, filling only | | gluten
    cheeseless pizza | gluten nightshade | dairy lactose
    skip the croutons caesar salad | dairy egg fish | gluten
    pasta carbonara without any cheese | gluten egg | dairy
    pizza, dairy- and gluten-free | nightshade | dairy lactose gluten
    dairy- and gluten-free pizza | nightshade | dairy lactose gluten
    egg/dairy/nut free cookie | gluten | egg dairy lactose tree_nut peanut
    toast, egg and dairy free cheese | gluten | dairy
    not vegan cheesecake | dairy egg |
    not gluten free pizza | gluten dairy |
    ice cream (coconut based) | | dairy lactose
    coconut aminos chicken (soy free teriyaki) | | soy gluten
    zoodles w/ turkey bolognese, no parm | nightshade | gluten dairy
    mai tai, no cheese | alcohol | dairy
    steak wrapped in bacon | | gluten
    coffee without milk | caffeine | dairy lactose
    coffee no milk no sugar | caffeine | dairy lactose sweetener
    black coffee, no cream | caffeine | dairy lactose
    tea w/o milk | caffeine | dairy lactose
    burger no bun | | gluten fructan yeast
    Big Mac no cheese | gluten egg | dairy lactose
    Big Mac, no cheese | gluten egg | dairy lactose
    Big Mac without cheese or onion | gluten | dairy lactose
    cheeseburger without the cheese | gluten | dairy lactose
    pizza without cheese | gluten nightshade | dairy lactose
    pizza no cheese + milkshake | gluten dairy lactose |
    milkshake + pizza no cheese | gluten dairy lactose |
    pad thai no peanuts | egg fish | peanut
    pad thai without egg | peanut fish | egg
    caesar salad without anchovies | egg dairy gluten | fish
    blt no mayo | gluten nightshade | egg
    blt no tomato | gluten egg | nightshade
    spaghetti bolognese without parmesan | gluten nightshade | dairy
    burrito no beans | gluten dairy | gos
    curry without onion or garlic | | fructan
    carbonara sans parmesan | gluten egg | dairy
    omelette without milk or cheese | egg | dairy lactose
    salad no nuts | | tree_nut peanut
    granola without nuts | | tree_nut
    chicken salad, no mayo | | egg
    gluten free pizza | dairy nightshade | gluten
    GF pasta | | gluten
    GF mac & cheese | dairy lactose | gluten
    gluten-free bread with butter | dairy yeast | gluten
    pizza (gluten free) | dairy nightshade | gluten
    pizza, GF | dairy | gluten
    beer, gluten free | alcohol | gluten
    GF toast with eggs | egg | gluten
    gluten free burger bun, egg | egg | gluten
    dairy-free ice cream | | dairy lactose
    dairy free pizza | gluten nightshade | dairy lactose
    dairy free chocolate cake | gluten egg | dairy lactose
    DF cheesecake | gluten egg | dairy lactose
    lactose free milk | dairy | lactose
    lactose-free latte | dairy caffeine | lactose
    ice cream (lactose free) | dairy | lactose
    flat white, lactose free | dairy caffeine | lactose
    vegan pizza | gluten nightshade | dairy lactose egg
    vegan chocolate cake | gluten | dairy lactose egg
    vegan lasagne | gluten | dairy lactose egg fish
    vegan burger | gluten | dairy egg
    brownie (vegan) | gluten | dairy egg lactose
    vegan sushi | | fish crustacean
    egg free pancakes | gluten dairy | egg
    eggless cake | gluten | egg
    nut-free granola | | tree_nut peanut
    nut free brownie | gluten egg | tree_nut
    soy free stir fry | | soy
    sugar-free gum | sweetener sorbitol |
    sugar free cola | caffeine sweetener |
    diet coke | caffeine sweetener |
    sugar free jelly | sweetener | dairy
    decaf latte | dairy lactose | caffeine
    decaf flat white with oat milk | | caffeine dairy lactose
    decaffeinated tea | | caffeine
    alcohol-free wine | sulphite | alcohol
    0.0 beer | gluten | alcohol
    non-alcoholic beer | gluten | alcohol
    virgin mojito | | alcohol
    unsweetened almond milk | tree_nut | sweetener dairy
    wheat free bread | yeast | gluten
    fish free dinner: beef and potatoes | nightshade | fish
    no dairy and gluten today: rice and chicken | | dairy gluten
    nothing spicy, plain rice | | capsaicin nightshade
    steak, no sauce | | *
    free range eggs | egg | gluten
    fat free yoghurt | dairy lactose | gluten
    low fodmap pasta sauce | | fructan
    seedless grapes | | sesame
    boneless chicken | | fish
    no bake cheesecake | dairy gluten | alcohol
    no added sugar muesli | | sweetener
    coffee, never with milk | caffeine | dairy lactose
    toast with vegan butter | gluten | dairy
    sandwich on gluten free bread | yeast | gluten
    soup without celery | | celery
    hummus without garlic | sesame gos |
    Pizza ohne Käse | gluten nightshade | dairy lactose
    Kaffee ohne Milch | caffeine | dairy lactose
    glutenfreies Brot | yeast | gluten
    laktosefreie Milch | dairy | lactose
    laktosefreier Joghurt mit Honig | dairy fructose | lactose
    veganes Schnitzel | gluten | egg dairy
    Müsli ohne Nüsse | | tree_nut peanut
    alkoholfreies Bier | gluten | alcohol
    zuckerfreie Cola | caffeine sweetener |
    pizza sans fromage | gluten | dairy lactose
    yaourt sans lactose | dairy | lactose
    pain sans gluten | yeast | gluten
    cafe sin leche | caffeine | dairy lactose
    leche sin lactosa | dairy | lactose
    pizza senza formaggio | gluten | dairy lactose
    pasta senza glutine | | gluten
    koffie zonder melk | caffeine | dairy lactose
    lactosevrije melk | dairy | lactose
    glutenvrij brood | yeast | gluten
    """

  /// Everyday texts: amounts, misspellings, database names, several foods.
  static let everyday = """
    flat white | dairy lactose caffeine | egg
    2 Scheiben Roggenbrot mit Quark | gluten dairy lactose yeast | egg
    yogert | dairy lactose |
    Cheese, cheddar | dairy histamine | lactose
    Milk, whole, 3.25% fat | dairy lactose |
    Noodles, egg, cooked | gluten egg |
    Sauce, soy, low sodium | soy gluten |
    Nuts, almonds, raw | tree_nut |
    Fish, salmon, Atlantic, raw | fish |
    Spices, pepper, black | | nightshade capsaicin
    Bread, rye | gluten fructan |
    200g Greek yoghurt, 1 tbsp honey | dairy lactose fructose |
    spagetti with tomatos | gluten nightshade |
    brocolli and cheeze | dairy |
    avacado on tost | gluten | fish
    mcdonald’s big mac | gluten dairy egg |
    1/2 cup chickpeas | gos |
    ½ avocado | | gluten dairy
    Spaghetti Carbonara | gluten egg dairy |
    Jägerschnitzel mit Pommes | gluten egg mannitol nightshade |
    Hähnchen mit Reis und Brokkoli | | gluten dairy egg
    Milchreis mit Zimt | dairy lactose | gluten
    pâtes au pesto | gluten dairy |
    café au lait et croissant | dairy lactose gluten caffeine |
    arroz con pollo | | gluten dairy
    tortilla de patatas | egg nightshade | corn
    boterham met kaas | gluten dairy |
    tonkotsu ramen | gluten soy |
    ☕ | caffeine | dairy
    🍕 and 🍺 | gluten dairy alcohol |
    """
}
