// SPDX-License-Identifier: Apache-2.0

/// Names that mislead, in six languages, and misspellings.
enum KnownMisleadingNames {
  /// Texts in six languages.
  static let all = """
    Himmel und Erde | nightshade fructose |
    Halver Hahn | dairy | egg
    Strammer Max | egg gluten |
    Arme Ritter | gluten egg dairy |
    Kölscher Kaviar | | fish
    Schillerlocken | fish |
    Bierschinken | | gluten alcohol
    Teewurst | | caffeine
    Handkäs mit Musik | dairy fructan |
    Russisch Brot | | yeast
    Windbeutel | dairy gluten egg |
    Frankfurter Kranz | egg gluten dairy |
    Mohr im Hemd | egg |
    Kaiserschmarrn | egg gluten dairy |
    Schupfnudeln | nightshade |
    Maultaschen | gluten egg |
    Spekulatius | gluten |
    Stollen | gluten |
    Amerikaner | gluten |
    Granatapfel | | fructose sorbitol
    Meerrettich | | mustard
    Maronen | | tree_nut
    Gurkensalat | | nightshade
    Mandarine | | tree_nut
    Rösti | nightshade |
    pain perdu | gluten egg dairy |
    île flottante | egg dairy |
    pomme de terre | nightshade | sorbitol fructose
    pommes de terre sautées | nightshade |
    pommes dauphine | nightshade egg gluten |
    chou farci | | gluten
    tarte au citron | gluten egg |
    rillettes | | fish
    brandade | fish |
    escargots | mollusc |
    fruits de mer | crustacean mollusc |
    langue de chat | gluten egg |
    pet de nonne | gluten egg |
    religieuse | gluten egg |
    fromage blanc | dairy lactose |
    petit suisse | dairy |
    jambon beurre | gluten dairy |
    cuisses de grenouille | | crustacean mollusc
    tarta de Santiago | tree_nut egg | gluten
    torrijas | gluten egg |
    tortilla española | egg nightshade | gluten corn
    boquerones | fish |
    ensaladilla rusa | egg nightshade |
    gambas | crustacean |
    horchata | | dairy tree_nut
    pimientos de padrón | nightshade |
    caldo gallego | gos |
    fabada | gos |
    polvorones | gluten |
    panna cotta | dairy lactose |
    pan di spagna | gluten egg |
    peperoncino | capsaicin nightshade |
    peperoni | nightshade |
    lingue di gatto | gluten |
    baci di dama | tree_nut gluten |
    cannoli | gluten dairy |
    arancini | gluten |
    supplì | gluten |
    bagna cauda | fish fructan |
    uova in purgatorio | egg nightshade |
    mozzarella in carrozza | gluten dairy egg |
    ribollita | gos |
    stamppot | nightshade |
    hutspot | nightshade fructan |
    poffertjes | gluten egg |
    ontbijtkoek | gluten |
    hagelslag op brood | gluten |
    kibbeling | fish gluten |
    bami goreng | gluten soy |
    zure haring | fish histamine |
    vla | dairy lactose |
    oliebollen | gluten yeast |
    tompouce | gluten dairy |
    speculaas | gluten |
    Welsh rarebit | gluten dairy |
    spotted dick | gluten |
    cowboy caviar | gos | fish
    eggplant caviar | nightshade | fish
    bear claw | gluten |
    elephant ears pastry | gluten |
    cheese curds | dairy |
    bean curd | soy | gos
    coffee beans | caffeine | gos
    vanilla bean ice cream | dairy lactose | gos
    mock duck | gluten |
    egg cream | dairy lactose | egg
    egg noodles | gluten egg |
    cream of tartar | | dairy
    coconut milk curry | | lactose
    ginger nuts | gluten | tree_nut
    Dr Pepper | caffeine | nightshade capsaicin
    pepper jack | dairy |
    fish sauce | fish |
    swedish fish | | fish
    crab stick | fish |
    beer battered fish | fish gluten |
    sherry trifle | dairy egg |
    apple cider vinegar | | alcohol
    root beer | | alcohol
    malt loaf | gluten |
    barley water | | alcohol
    buckwheat groats | | gluten
    peppercorn sauce | | corn
    corn salad | | corn
    corn dog | corn gluten |
    cornflakes | corn |
    sweetbreads | | gluten
    rice cake | | gluten egg
    fish cake | fish |
    potato cake | nightshade |
    brocolli and chedder soup | dairy |
    spagetti bolognaise | gluten nightshade fructan |
    spagheti carbonarra | gluten egg dairy |
    chiken tikka massala | nightshade |
    ceasar salad | egg fish |
    potatos and gravey | nightshade |
    mayonaise | egg |
    avacado toast | gluten yeast |
    avocodo on rye | gluten |
    pankakes with sirup | gluten egg dairy |
    omlette with chese | egg dairy |
    scrambeld eggs | egg |
    capucino | caffeine dairy |
    expresso | caffeine |
    choclate croisant | gluten dairy |
    banna bread | gluten egg |
    strawbery yogert | dairy lactose |
    vanila icecream | dairy lactose |
    peanutbuter toast | peanut gluten |
    almnd milk | tree_nut |
    cashue nuts | tree_nut |
    pistacio | tree_nut |
    wallnuts | tree_nut |
    sammon fillet | fish |
    tunna sandwich | fish gluten |
    lobstar | crustacean |
    calimari | mollusc |
    mussles | mollusc |
    cury chicken | capsaicin |
    chilli con carnie | gos capsaicin |
    burito | gos |
    quesadila | dairy gluten |
    nachoes | corn |
    tortila chips | corn |
    sweetcorn friters | corn |
    celary sticks | celery mannitol |
    celeri soup | celery |
    cauliflour cheese | mannitol dairy |
    mushrom risotto | mannitol fructan |
    musterd | mustard |
    lentle soup | gos |
    chick peas | gos |
    kidny beans | gos |
    bakd beans | gos |
    onoin rings | fructan gluten |
    garlc bread | fructan gluten yeast |
    raviolli | gluten |
    parmasan | dairy histamine |
    ricota | dairy lactose |
    camenbert | dairy histamine |
    sausge roll | gluten |
    hamburgar | gluten |
    cheesburger | gluten dairy |
    wisky | alcohol |
    proseco | alcohol sulphite |
    lagar | alcohol gluten |
    sauerkraut | histamine |
    kimchee | histamine capsaicin |
    teryaki chicken | soy gluten |
    soya souce | soy gluten |
    tofoo | soy |
    edamme | soy |
    tempe | soy |
    spinich | histamine |
    auberjine | nightshade |
    egplant parm | nightshade dairy |
    couscus | gluten |
    bulger wheat | gluten |
    porrige with milk | dairy lactose |
    bagle with creme cheese | gluten dairy |
    crossant | gluten |
    donught | gluten |
    brownee | gluten egg |
    chesecake | dairy gluten egg |
    tiramasu | dairy egg caffeine |
    meringe | egg |
    pavolva | egg |
    watermellon | fructose fructan |
    """
}
