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
    Zwiebelkuchen | fructan gluten |
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
    Käsespätzle | gluten egg dairy |
    Rösti | nightshade |
    pain perdu | gluten egg dairy |
    croque monsieur | gluten dairy |
    oeufs à la neige | egg dairy |
    île flottante | egg dairy |
    pomme de terre | nightshade | sorbitol fructose
    pommes de terre sautées | nightshade |
    pommes dauphine | nightshade egg gluten |
    chou farci | | gluten
    tarte au citron | gluten egg |
    rillettes | | fish
    brandade | fish |
    escargots | mollusc |
    bouillabaisse | fish |
    fruits de mer | crustacean mollusc |
    langue de chat | gluten egg |
    pet de nonne | gluten egg |
    religieuse | gluten egg |
    cassoulet | gos fructan |
    fromage blanc | dairy lactose |
    petit suisse | dairy |
    jambon beurre | gluten dairy |
    cuisses de grenouille | | crustacean mollusc
    brazo de gitano | gluten egg |
    tarta de Santiago | tree_nut egg | gluten
    torrijas | gluten egg |
    tortilla española | egg nightshade | gluten corn
    boquerones | fish |
    ensaladilla rusa | egg nightshade |
    gambas | crustacean |
    cabello de ángel | | gluten
    pan con tomate | gluten nightshade |
    horchata | | dairy tree_nut
    bocadillo de calamares | gluten mollusc |
    pimientos de padrón | nightshade |
    caldo gallego | gos |
    fabada | gos |
    polvorones | gluten |
    churros con chocolate | gluten |
    zuppa inglese | egg |
    pesce spada | fish |
    panna cotta | dairy lactose |
    pan di spagna | gluten egg |
    peperoncino | capsaicin nightshade |
    peperoni | nightshade |
    lingue di gatto | gluten |
    baci di dama | tree_nut gluten |
    cannoli | gluten dairy |
    arancini | gluten |
    supplì | gluten |
    vitello tonnato | fish egg |
    bagna cauda | fish fructan |
    uova in purgatorio | egg nightshade |
    mozzarella in carrozza | gluten dairy egg |
    ribollita | gos |
    pasta e fagioli | gluten gos |
    stamppot | nightshade |
    hutspot | nightshade fructan |
    kaassoufflé | gluten dairy |
    broodje kroket | gluten yeast |
    poffertjes | gluten egg |
    ontbijtkoek | gluten |
    hagelslag op brood | gluten |
    kibbeling | fish gluten |
    bami goreng | gluten soy |
    zure haring | fish histamine |
    kapsalon | nightshade dairy |
    vla | dairy lactose |
    karnemelk | dairy lactose |
    oliebollen | gluten yeast |
    tompouce | gluten dairy |
    speculaas | gluten |
    ants on a log | peanut |
    toad in the hole | gluten egg dairy |
    Welsh rarebit | gluten dairy |
    bubble and squeak | nightshade |
    spotted dick | gluten |
    cowboy caviar | gos | fish
    eggplant caviar | nightshade | fish
    rocky mountain oysters | | mollusc
    oyster sauce | mollusc |
    bear claw | gluten |
    elephant ears pastry | gluten |
    monkey bread | gluten |
    cheese curds | dairy |
    bean curd | soy | gos
    bean sprouts | | gos
    jelly beans | | gos
    coffee beans | caffeine | gos
    vanilla bean ice cream | dairy lactose | gos
    mock duck | gluten |
    egg cream | dairy lactose | egg
    egg noodles | gluten egg |
    cream soda | | dairy
    cream of tartar | | dairy
    milk thistle tea | | dairy lactose
    coconut milk curry | | lactose
    nut roast | tree_nut |
    ginger nuts | gluten | tree_nut
    Dr Pepper | caffeine | nightshade capsaicin
    pepper jack | dairy |
    fish sauce | fish |
    swedish fish | | fish
    prawn crackers | crustacean |
    crab apple jelly | | crustacean
    crab stick | fish |
    wine gums | | alcohol
    rum raisin ice cream | dairy lactose |
    beer battered fish | fish gluten |
    sherry trifle | dairy egg |
    apple cider vinegar | | alcohol
    root beer | | alcohol
    malt loaf | gluten |
    barley water | | alcohol
    buckwheat groats | | gluten
    corned beef hash | nightshade | corn
    peppercorn sauce | | corn
    acorn squash | | corn
    corn salad | | corn
    corn dog | corn gluten |
    cornflakes | corn |
    sweetbreads | | gluten
    breadfruit | | gluten
    shortbread | gluten dairy |
    rice cake | | gluten egg
    fish cake | fish |
    potato cake | nightshade |
    brocolli and chedder soup | dairy |
    spagetti bolognaise | gluten nightshade fructan |
    spagheti carbonarra | gluten egg dairy |
    chiken tikka massala | nightshade |
    ceasar salad | egg fish |
    humus and pita | sesame gos gluten |
    tomatoe soup | nightshade |
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
    lasanga | gluten dairy |
    raviolli | gluten |
    mozarella sticks | dairy gluten |
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
    sourkraut | histamine |
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
