// SPDX-License-Identifier: Apache-2.0

/// More foods that sound like another food, in English.
enum KnownLookAlikes {
  /// English names.
  static let english = """
    cream soda | | dairy lactose alcohol
    egg cream soda fountain drink | dairy lactose | egg
    ice cream soda | dairy lactose | alcohol
    cream cheese bagel | gluten dairy yeast | egg
    milkfish with rice | fish | dairy lactose
    milkweed pods | | dairy lactose
    milk fish | fish | dairy lactose
    coconut cream | | dairy lactose tree_nut
    oat cream | | dairy lactose
    soy cream | soy | dairy lactose
    soya yoghurt | soy | dairy lactose
    oat yoghurt | | dairy lactose
    almond yoghurt | tree_nut | dairy lactose
    cashew cheese | tree_nut | dairy lactose
    cashew cream | tree_nut | dairy lactose
    tofu cream cheese | soy | dairy lactose
    oat drink | | dairy lactose
    soy drink | soy | dairy lactose
    pea milk | | dairy lactose
    oat milk cappuccino | caffeine | dairy lactose
    pistachio milk latte | tree_nut caffeine | dairy lactose
    macadamia milk | tree_nut | dairy lactose
    hazelnut milk | tree_nut | dairy lactose
    tiger nut milk | | dairy lactose tree_nut
    peanut butter and jelly sandwich | peanut gluten | dairy lactose tree_nut
    cashew butter | tree_nut | dairy lactose peanut
    pumpkin seed butter | | *
    butter chicken | dairy | peanut
    butter bean mash | gos fructan | dairy lactose
    butternut ravioli | gluten egg | tree_nut
    butterscotch sweets | dairy | alcohol
    butterfish | fish | dairy lactose
    buttercup squash | | dairy
    shortbread | gluten dairy fructan | egg yeast
    shortbread fingers | gluten dairy | egg yeast fish
    gingerbread | gluten fructan | yeast
    flatbread | gluten fructan | egg
    cornbread | corn | yeast
    soda bread | gluten fructan | yeast
    fry bread | gluten fructan | egg
    breadstick | gluten fructan | egg
    egg plant parmesan | nightshade dairy | fish
    eggplant parm | nightshade dairy histamine | fish
    egg fruit | | egg
    egg fried rice | egg | dairy
    egg roll | gluten | lactose
    nut roast | tree_nut | fish
    nutmeg in rice pudding | dairy lactose | tree_nut
    nutritional yeast | yeast | tree_nut gluten
    donut | gluten fructan | tree_nut peanut
    dough nuts | gluten fructan | tree_nut peanut
    coconut water | | tree_nut dairy
    coconut flour | | tree_nut gluten
    coconut oil | | tree_nut
    coconut sugar | | tree_nut
    chestnut flour | | gluten tree_nut
    horse chestnut | | tree_nut
    chestnut puree | | tree_nut dairy
    butternut | | tree_nut dairy
    nut milk | tree_nut | dairy lactose
    pine nut salad | | tree_nut peanut
    tigernut | | tree_nut peanut
    soy nuts | soy | tree_nut peanut
    corn nuts | corn | tree_nut peanut
    water chestnut stir fry | | tree_nut
    buckwheat pancakes galette | | yeast
    buckwheat porridge | | gluten
    buckwheat flour | | gluten fructan
    wheatgrass shot | | gluten fructan
    teff injera | | corn
    almond flour pancakes | tree_nut | gluten fructan
    almond flour bread | tree_nut | gluten
    coconut flour pancakes | | gluten tree_nut
    banana pancakes, flourless | | gluten
    flourless chocolate cake | egg | gluten fructan
    rice flour noodles | | gluten
    chickpea flour | gos | gluten
    chickpea pasta | gos | gluten
    lentil pasta | gos | gluten
    red lentil penne | gos | gluten egg
    konjac noodles | | gluten
    shirataki noodles | | gluten
    kelp noodles | | gluten
    zucchini noodles with prawns | crustacean | gluten
    courgette spaghetti with tomato sauce | nightshade | gluten
    spaghetti squash | | gluten
    cauliflower rice | mannitol | gluten
    cauliflower crust pizza | dairy | yeast
    keto bread | | fructan
    cloud bread | egg | gluten fructan
    corn cakes | corn | gluten
    rice cakes with jam | | gluten
    rice paper rolls with shrimp | crustacean | gluten
    rice pasta | | gluten fructan
    mung bean noodles | | gluten gos
    sweet potato noodles | | gluten nightshade
    corn pasta | corn | gluten
    barley | gluten fructan | corn
    pearl barley risotto | gluten | lactose
    cream of wheat | gluten fructan | dairy
    cream of mushroom soup | dairy | fish
    cream of rice | | dairy lactose gluten
    creamed corn | corn | gluten
    creamed coconut | | dairy lactose tree_nut
    cream puff | gluten egg dairy | fish
    whipped coconut cream | | dairy lactose
    ginger snaps | gluten fructan | alcohol
    dandelion and burdock drink | | alcohol
    malted milk biscuits | gluten dairy | alcohol
    malt loaf | gluten | alcohol
    malted barley extract | gluten | alcohol
    rum baba | gluten | fish
    rum raisin ice cream | dairy lactose | gluten
    wine gum sweets | | alcohol sulphite
    beer bread | gluten | dairy
    birch beer | | alcohol gluten yeast
    red wine vinegar | | alcohol
    sherry vinegar | | alcohol
    apple cider (hot, non-alcoholic) | fructose sorbitol | alcohol
    sparkling apple juice | fructose sorbitol | alcohol
    grape juice | | alcohol
    fishcake | fish | dairy lactose
    fish cakes | fish | dairy lactose
    crabapple jelly | | crustacean
    crab stick sushi | fish | dairy
    seafood sticks | fish | dairy
    scallop potatoes | nightshade | mollusc
    scalloped potatoes | nightshade dairy | mollusc fish
    clam chowder | mollusc dairy | crustacean
    oyster crackers | gluten | mollusc
    oyster blade steak | | mollusc
    vegetarian oyster sauce | soy | mollusc
    salsify (oyster plant) | | mollusc
    monkey bread | gluten | peanut
    bear garlic | fructan | dairy
    toad in the hole with onion gravy | gluten egg dairy fructan | fish
    sea bream | fish | dairy
    seabass fillet | fish | alcohol gluten
    sea salt crisps | nightshade | fish
    seaweed salad | | fish crustacean
    sea buckthorn juice | | fish
    goats cheese | dairy | gluten
    goat milk | dairy lactose | gluten
    goats beard | | dairy lactose
    sheep yoghurt | dairy lactose | gluten
    corned beef sandwich | gluten | corn
    corn on the cob | corn | gluten
    acorn squash | | corn tree_nut
    corn salad leaves | | corn
    peppercorn steak | | corn nightshade
    pink peppercorn | | corn nightshade capsaicin
    peppermint | | nightshade capsaicin
    pepper steak | | corn
    pepperoni pizza | gluten dairy | fish
    jamaican pepper allspice | | nightshade capsaicin
    cayenne pepper | nightshade capsaicin | dairy
    potato starch noodles | | gluten
    sweet potato mash | | nightshade
    sweet potatoes | | nightshade
    yams | | nightshade
    jerusalem artichoke | fructan | nightshade
    jerusalem artichokes | fructan | gluten
    chinese artichoke | | gluten
    string beans | | gos fructan
    runner beans | | gos
    french beans | | gos fructan
    wax beans | | gos
    cocoa beans | | gos fructan
    cacao bean | | gos
    jelly bean | | gos fructan
    jelly babies | | dairy lactose
    beansprouts | | gos
    bean to bar dark chocolate | | gos
    pea shoots | | gos
    snow peas | | gos
    sweet pea puree | gos | fructose
    pigeon peas | gos | dairy
    chickpea | gos fructan | peanut
    lupin flour bread | lupin | dairy
    mustard greens | | dairy
    mustard cress | | dairy
    celery salt | celery | dairy
    celeriac mash | celery | nightshade
    sesame oil | sesame | gluten
    open sesame bagel with sesame seeds | sesame gluten | egg
    dijon mustard | mustard | egg
    soy lecithin | | soy
    soybean oil | | soy
    edamame | soy | dairy
    bean burger | | dairy lactose
    mince pies | gluten fructan | fish
    mincemeat tart | gluten | fish
    sweetmeats | | fish
    black pudding | gluten | dairy lactose
    white pudding | gluten | lactose
    haggis | | dairy lactose
    head cheese on crackers | gluten | dairy lactose
    lemon cheese | egg dairy | lactose
    fruit cheese (membrillo) | | dairy lactose
    quince cheese | | dairy lactose
    apple cheese | fructose sorbitol | dairy lactose
    bread and butter pudding | gluten dairy egg | fish
    bread and butter pickles | | gluten dairy yeast lactose
    sandwich cookies | gluten | yeast
    ham hock | | gluten
    hamburger patty without bun | | gluten yeast
    dogfish | fish | gluten
    hot dog sausage no bun | | yeast fructan
    pigs in blankets | | dairy lactose
    devils on horseback | | gluten
    angels on horseback | mollusc | gluten
    welsh cakes | gluten dairy | yeast
    eccles cake | gluten | fish
    jaffa cakes | gluten egg | fish
    pancake syrup | | gluten egg dairy lactose
    cake decorating sprinkles | | gluten egg
    maple syrup | | fructose gluten
    golden syrup | | gluten
    corn syrup | | gluten
    rice syrup | | gluten
    date syrup | fructan | gluten
    coffee substitute (chicory) | fructan | caffeine
    chicory coffee | fructan | caffeine
    dandelion coffee | | caffeine
    barley coffee | gluten | caffeine
    iced tea | caffeine | alcohol
    long island iced tea | alcohol | dairy
    beef tea | | caffeine
    fruit tea | | caffeine
    ginger tea | | caffeine alcohol
    fennel tea | | caffeine
    barley tea | gluten | caffeine
    herbal tea with honey | fructose | caffeine
    tea tree oil | | caffeine
    high tea scones | gluten dairy | fish
    guarana drink | caffeine | alcohol
    cola | caffeine | alcohol
    lemonade | | alcohol caffeine
    sprite | | caffeine
    """
}
