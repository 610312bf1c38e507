// SPDX-License-Identifier: Apache-2.0

/// Foods that sound like another food, in several languages.
enum KnownSoundAlikes {
  /// Names from everyday speech.
  static let names = """
    milk sugar powder in water | lactose | dairy
    lactose powder in water | lactose | dairy
    Milchzucker-Pulver in Wasser | lactose | dairy
    12 g Milchzucker | lactose | dairy
    coffee with milk and sugar | dairy lactose |
    Weizengluten-Pulver | gluten | fructan
    Senfkörner | mustard |
    buckwheat noodles salad | | dairy egg
    buckwheat crepe | | lactose
    coconut milk curry with rice | | dairy lactose tree_nut
    latte di avena | | dairy lactose caffeine
    Hafermilch Kakao | | dairy lactose
    bebida de avena | | dairy lactose
    beurre d'arachide | peanut | dairy
    Mandelmus | tree_nut | dairy peanut
    cocoa butter lip balm | | dairy
    cacao butter | | dairy lactose
    body butter | | dairy
    butternut squash soup | | tree_nut dairy
    courge butternut rôtie | | tree_nut dairy
    calabaza butternut | | tree_nut dairy
    flespompoen butternut | | tree_nut dairy
    butterhead lettuce | | dairy lactose
    Kopfsalat | | dairy
    butterbeans in tomato sauce | gos | dairy lactose
    butterfly chicken breast | | dairy lactose
    butterflied lamb leg | | dairy
    Butterfisch | fish | dairy lactose
    chufa | | tree_nut
    horchata de chufa | | tree_nut dairy lactose
    doughnut peach | | gluten tree_nut dairy
    nut brown ale | gluten alcohol | tree_nut
    groundnut stew | peanut | tree_nut
    nuez de coco | | tree_nut
    noix de Saint Jacques poêlées | mollusc | tree_nut
    noix de veau | | tree_nut
    noix de jambon | | tree_nut
    Erdmandel | | tree_nut
    nectarine | | caffeine
    pinenut-free pesto | dairy | tree_nut
    eggplant curry | nightshade | egg
    eggplant dip | | egg dairy
    baba ganoush | nightshade sesame | egg
    eggfruit | | egg
    Eierpflaumen | | egg
    Eierfrucht | | egg
    Eierschwämme | | egg
    Eierlikör | egg alcohol |
    oyster mushroom risotto | | mollusc
    Austernpilze | | mollusc
    Austernseitling gebraten | | mollusc
    pleurotes | | mollusc
    prairie oyster | egg | mollusc
    rocky mountain oysters | | mollusc
    mountain oysters | | mollusc
    vegetable oyster | | mollusc
    salsify | | mollusc
    crab apple jelly | | crustacean
    crabapple | | crustacean
    lobster mushroom | | crustacean
    prawn crackers vegan style | | dairy
    sweetbreads pan fried | | gluten
    ris de veau | | gluten
    breadfruit chips | | gluten
    breadnut | | gluten
    jackfruit tacos | | fish
    Schillerlocke | fish | gluten dairy
    fisherman's friend | | fish
    Bismarck hering | fish | gluten
    welsh rabbit | gluten dairy |
    scotch woodcock | egg fish |
    ants on a log | | gluten crustacean
    pigs in a blanket | gluten | fish
    Leberkas | | dairy lactose
    Fleischkäse | | dairy lactose
    tofu cheesecake | soy |
    damson cheese | | dairy lactose
    membrillo | | dairy lactose
    Quittenbrot | | gluten yeast
    Früchtebrot | gluten | dairy
    Johannisbrot | | gluten yeast
    Johannisbrotkernmehl | | gluten
    carob | | gluten caffeine
    St John's bread | | gluten
    crème de cassis | alcohol | dairy lactose
    creme de menthe | alcohol | dairy lactose
    crème de marrons | | dairy lactose tree_nut
    crème de châtaigne | | dairy lactose tree_nut
    cream sherry | alcohol | dairy lactose
    cream soda float without ice cream | | dairy alcohol
    milk thistle tea | | dairy lactose
    Liebfraumilch | alcohol | dairy lactose
    rice noodles with chicken | | gluten egg
    rice noodle soup | | gluten egg
    Reisnudeln mit Gemüse | | gluten egg
    nouilles de riz | | gluten egg
    fideos de arroz | | gluten egg
    """

  /// More of them, with drinks.
  static let drinks = """
    spaghetti di riso | | gluten egg
    courge spaghetti | | gluten egg
    Spaghettikürbis | | gluten egg
    sweet potato mash no butter | | nightshade dairy
    Süßkartoffelpommes | | nightshade
    patate douce rôtie | | nightshade
    batata asada | | nightshade
    yam fries | | nightshade
    pink peppercorns | | nightshade
    Pfefferkuchen | gluten | nightshade capsaicin
    Pfeffernüsse | gluten | nightshade capsaicin peanut
    poivre noir | | nightshade
    allspice | | nightshade capsaicin
    long pepper | | nightshade capsaicin
    tomatillo salsa | nightshade | dairy
    tree tomato | nightshade | tree_nut
    acorn coffee | | corn caffeine
    cornichons | | corn
    cornish pasty | gluten | corn
    cornish hen roasted | | corn gluten
    unicorn cake | gluten |
    café de chicorée | | caffeine
    Getreidekaffee | | caffeine
    Zichorienkaffee | | caffeine
    coffee cake muffin | gluten | caffeine
    coffee mate | | caffeine
    coffee creamer | | caffeine
    rooibos latte | | caffeine
    red bush tea | | caffeine
    golden latte | dairy | caffeine
    beetroot latte | dairy | caffeine
    steamed milk | dairy lactose | caffeine
    Malzbier | gluten | alcohol
    Ginger Ale zero | sweetener | alcohol
    beer sausage | | gluten alcohol
    Bierradi | | alcohol
    Weinbeeren | | alcohol
    Weingummi | | alcohol
    winegums | | alcohol
    rump steak | | alcohol
    Rumpsteak | | alcohol
    drumstick chicken | | alcohol
    ginseng tea | | alcohol caffeine
    virgin mary | nightshade | alcohol
    shirley temple | | alcohol
    nojito | | alcohol
    mojito mocktail | | alcohol
    port salut | dairy | alcohol
    portobello mushroom | | alcohol
    Portulak Salat | | alcohol
    cider vinegar | | alcohol
    vin chaud sans alcool | | alcohol
    Kinderpunsch | | alcohol
    Senfkohl | | mustard
    celeriac-free stock | | celery
    sesame-free bagel | gluten | sesame
    fish sauce substitute vegan | | fish
    vegan tuna | | fish
    vegan shrimp | | crustacean
    vegan egg | | egg
    vegan butter | | dairy lactose
    mock crab | fish |
    surimi | fish |
    chicken of the woods mushroom | | egg
    hen of the woods | | egg
    duck sauce | | egg
    elephant ear pastry | gluten |
    bear claw pastry | gluten tree_nut |
    horseradish | | fish
    horse mackerel | fish |
    tartar sauce | egg | tree_nut
    plum tomato | nightshade | sorbitol
    plum duff | gluten |
    cherry pepper | nightshade | sorbitol
    custard apple | | dairy egg lactose sorbitol
    Erdäpfelsalat | nightshade | sorbitol
    pomodoro | nightshade | sorbitol
    oatcakes | | egg
    kaffir lime | | caffeine
    string bean | | dairy
    soya sauce gluten free | soy | gluten
    pumpkin spice | | dairy
    peacan | tree_nut | gos
    grape nuts | gluten | tree_nut
    Grape-Nuts cereal with oat milk | gluten | tree_nut dairy
    nut loaf | tree_nut |
    beer nuts | peanut | gluten alcohol
    soynut butter | soy | tree_nut peanut dairy
    wheat-free tamari | soy | gluten
    """
}
