// SPDX-License-Identifier: Apache-2.0

/// More negations, free-from words and stand-ins, with what they leave in place.
enum KnownNegations {
  /// Texts in six languages.
  static let all = """
    dairy free ice cream in a waffle cone | gluten | dairy lactose
    vegan ice cream in a waffle cone | gluten | dairy lactose egg
    dairy-free cheese on a bagel | gluten yeast | dairy lactose
    taco no shell | | gluten corn
    tacos, no shell | | gluten corn
    nightshade free curry | | nightshade capsaicin
    nightshade-free chili | | nightshade capsaicin
    unbreaded chicken breast | | gluten egg fructan
    unbreaded fish fillet | fish | gluten egg
    chicken schnitzel, no breading | | gluten egg fructan
    fish and chips no batter | fish nightshade | gluten fructan
    cod without the batter and chips | fish nightshade | gluten
    onion rings no batter | fructan | gluten
    fish fingers without breadcrumbs | fish | gluten
    mushroom soup with oat milk instead of cream | mannitol | dairy lactose
    carbonara with oat cream instead of cream | gluten egg | lactose
    burger with lettuce instead of bun | | gluten yeast fructan
    burger, lettuce instead of a bun | | gluten yeast fructan
    sandwich with rice cakes instead of bread | | gluten yeast
    tacos with lettuce instead of tortillas | | gluten corn
    burger bun swapped for lettuce | | gluten yeast fructan
    burger, swapped the bun for lettuce | | gluten yeast fructan
    latte with milk swapped for oat milk | caffeine | dairy lactose
    pizza with cheese replaced by vegan cheese | gluten nightshade | dairy lactose
    lasagne, beef replaced by lentils | gluten gos | fish
    pancakes, milk replaced with soy milk | gluten soy | dairy lactose
    pizza, cheese removed | gluten nightshade | dairy lactose
    pizza with the cheese left out | gluten nightshade | dairy lactose
    big mac hold the cheese | gluten egg | dairy lactose
    big mac minus the cheese | gluten egg | dairy lactose
    big mac less the cheese | gluten egg | dairy lactose
    big mac, skip the cheese | gluten egg | dairy lactose
    cheeseburger, skip the bun | dairy | gluten yeast fructan
    zero dairy pizza | gluten nightshade | dairy lactose
    zero gluten pasta | | gluten fructan
    pancakes free of eggs, milk or nuts | gluten | egg dairy lactose tree_nut peanut
    cake free of egg, milk or nuts | gluten | egg dairy lactose tree_nut peanut
    cake free from egg and milk | gluten | egg dairy lactose
    biscuits free from milk, egg and nuts | gluten | dairy lactose egg tree_nut peanut
    brownie, free from gluten and dairy | egg | gluten dairy lactose
    soup not containing celery | | celery
    sausages containing no gluten | | gluten
    pizza contains no dairy | gluten | dairy lactose
    burger no cheese or egg | gluten | dairy lactose egg
    burger no cheese, egg or mayo | gluten | dairy lactose egg
    curry no onion, garlic or chilli | | capsaicin fructan
    curry no onion and garlic | | fructan
    stew no onions and no garlic | | fructan
    ramen without egg or pork | gluten soy | egg
    onion-free bolognese | nightshade | dairy
    garlic-free hummus | sesame gos | dairy
    egg-free mayo | | egg
    egg free noodles | gluten | egg
    egg-free omelette | | egg
    milk-free chocolate | | dairy lactose
    milk free pancakes | gluten egg | dairy lactose
    nut free pesto | dairy | tree_nut peanut
    nut free pesto pasta | gluten dairy | tree_nut peanut
    nut-free muesli with milk | dairy lactose | tree_nut peanut
    peanut-free satay | | peanut
    tree nut free granola bar | | tree_nut
    soy free ramen | gluten | soy
    fish free caesar dressing | | fish
    shellfish-free paella | | crustacean mollusc
    sesame free hummus | gos | sesame
    mustard free vinaigrette | | mustard
    corn-free tacos with flour tortillas | gluten | corn
    yeast free bread | gluten fructan | yeast
    yeast-free pizza | gluten dairy | yeast
    wheat free rye bread | gluten fructan yeast | dairy
    wheat-free barley soup | gluten | dairy
    wheat free pasta | | gluten
    lactose free cheese sandwich | gluten dairy | lactose
    lactose-free cream in coffee | dairy caffeine | lactose
    low lactose milk | dairy | lactose
    lactose free ice cream and pancakes | dairy gluten | fish
    low fodmap onion soup | | fructan gos lactose fructose sorbitol mannitol
    low FODMAP apple crumble | gluten | fructose sorbitol fructan
    low fodmap lasagne | gluten dairy | fructan lactose
    gluten free lasagne | dairy nightshade | gluten
    gluten free onion rings | fructan | gluten
    gluten free garlic bread | fructan dairy | gluten
    gluten free apple pie | fructose sorbitol | gluten
    gluten free soy sauce | soy | gluten
    stir fry with gluten free soy sauce | soy | gluten
    gluten-free teriyaki chicken | soy | gluten
    gluten free oats with milk | dairy lactose | gluten
    GF fish and chips | fish nightshade | gluten
    GF brownies | egg | gluten
    gluten free beer and a normal pizza | gluten dairy | fish
    alcohol free lager | gluten histamine yeast | alcohol
    alcohol-free lager | gluten histamine yeast | alcohol
    0.0% lager | gluten yeast | alcohol
    Heineken 0.0 | gluten yeast | alcohol
    non alcoholic wine | sulphite | alcohol
    virgin pina colada | | alcohol
    mocktail with mango | fructose | alcohol
    alcohol free gin and tonic | | alcohol
    dealcoholised wine | sulphite | alcohol
    decaf cappuccino with soy milk | soy | caffeine dairy lactose
    decaf espresso | | caffeine
    decaf tea with milk | dairy lactose | caffeine
    caffeine-free cola | | caffeine
    caffeine free coffee | | caffeine
    sugar free chocolate | sweetener | egg
    zero sugar lemonade | sweetener | alcohol
    coke zero | caffeine sweetener | dairy
    pepsi max no caffeine | sweetener | caffeine
    unsweetened soy milk | soy | sweetener dairy lactose
    unsweetened iced tea | caffeine | sweetener
    no added sugar apple juice | fructose sorbitol | sweetener
    vegan burger with cheese slice | gluten | egg
    vegan mac and cheese | gluten | dairy lactose
    vegan carbonara | gluten | dairy lactose egg
    vegan ice cream | | dairy lactose egg
    vegan croissant | gluten yeast | dairy lactose egg
    vegan fish and chips | gluten nightshade | fish dairy
    vegan tuna sandwich | gluten | fish egg dairy
    vegan prawn curry | | crustacean fish
    vegan caesar salad | | fish egg dairy lactose
    vegan pad thai | | egg fish crustacean
    vegan kimchi | histamine | fish crustacean
    vegan honey mustard dressing | mustard | egg dairy
    vegan Worcestershire sauce | | fish
    vegan meringue | | egg dairy
    vegan cheese pizza | gluten nightshade | dairy lactose
    vegan parmesan | | dairy lactose
    vegan butter on toast | gluten | dairy lactose
    plant-based milk | | dairy lactose
    plant-based yoghurt | | dairy lactose
    Quorn vegan fillets | | egg dairy
    Quorn vegan nuggets with ketchup | gluten | egg dairy
    vegetarian sausage roll | gluten | fish
    veggie sushi | | fish crustacean
    bunless cheeseburger | dairy | gluten yeast fructan
    naked burger no bun | | gluten yeast fructan
    burrito bowl no tortilla | | gluten
    burrito without the wrap | | gluten
    crustless quiche | egg dairy | gluten fructan
    quiche without crust | egg dairy | gluten fructan
    crustless pumpkin pie | dairy egg | gluten
    cheesecake no base | dairy egg | gluten
    cheesecake without the biscuit base | dairy egg | gluten
    pizza on cauliflower crust | dairy nightshade | yeast
    lettuce wrap tacos | | gluten corn
    chicken lettuce wraps | | gluten
    collard wrap with turkey | | gluten
    portobello bun burger | mannitol | gluten yeast
    zoodles carbonara | egg dairy | gluten
    spaghetti squash bolognese | nightshade | gluten
    noodleless ramen | | fructan
    meatless lasagne | gluten dairy | fish
    cheeseless pizza marinara | gluten nightshade | dairy lactose
    eggless mayo | | egg
    eggless pancakes | gluten dairy | egg
    dairyless pizza | gluten | dairy lactose
    nutless pesto | dairy | tree_nut peanut
    not spicy chicken curry | | capsaicin
    salad no dressing | | egg mustard
    salad no croutons | | gluten
    caesar salad hold the croutons and anchovies | egg dairy | gluten fish
    soup without cream | | dairy lactose
    tomato soup no cream | nightshade | dairy lactose
    mashed potatoes without butter or milk | nightshade | dairy lactose
    mashed potato no dairy | nightshade | dairy lactose
    scrambled eggs no milk no butter | egg | dairy lactose
    oatmeal made with water, no milk | | dairy lactose
    porridge made with water | | dairy lactose
    tea, no milk | caffeine | dairy lactose
    espresso, never milk | caffeine | dairy lactose
    chai latte with oat milk | caffeine | dairy lactose
    hot chocolate with almond milk | tree_nut | dairy lactose
    smoothie with banana, no yoghurt | | dairy lactose
    fried rice no egg no soy sauce | | egg soy gluten
    sushi no soy sauce | | gluten
    california roll no crab | | crustacean
    paella without seafood | | crustacean mollusc fish
    paella without shellfish | | crustacean mollusc
    thai curry no fish sauce | | fish
    pad thai no fish sauce no peanuts | egg | fish peanut
    guacamole, no onion no tomato | | fructan nightshade
    salsa without onion | nightshade | fructan
    hot dog without the bun | | yeast
    fish tacos no tortilla | fish | corn
    nachos no cheese no jalapenos | corn | dairy lactose capsaicin
    carrot cake no nuts | gluten egg | tree_nut
    carrot cake without walnuts | gluten egg | tree_nut
    brownie no nuts | gluten egg | tree_nut
    trail mix without peanuts | | peanut
    muesli with no raisins or nuts | | tree_nut
    I had no bread today, just rice | | gluten
    no eggs for breakfast, toast instead | gluten | egg
    not gluten-free pasta | gluten fructan |
    non-vegan burger with cheese | gluten dairy |
    not dairy free ice cream | dairy lactose |
    regular milk, not lactose free | dairy lactose |
    cheese, not vegan | dairy |
    Schnitzel ohne Panade | | gluten egg
    Burger ohne Brötchen | | gluten yeast
    Salat ohne Dressing | | egg mustard
    Pizza ohne Käse und ohne Zwiebeln | gluten nightshade | dairy lactose
    Kuchen ohne Ei | gluten | egg
    Kuchen ohne Ei und Milch | gluten | egg dairy lactose
    frei von Gluten und Laktose: Kekse | | gluten lactose
    glutenfreie Pizza | dairy nightshade | gluten
    glutenfreie Nudeln mit Tomatensoße | nightshade | gluten
    laktosefreier Käse | dairy | lactose
    laktosefreie Sahne | dairy | lactose
    milchfreie Schokolade | | dairy lactose
    eifreie Nudeln | gluten | egg
    nussfreies Müsli | | tree_nut peanut
    zwiebelfreie Suppe | | egg
    sojafreie Soße | | soy
    hefefreies Brot | gluten | yeast
    veganer Käse | | dairy lactose
    veganes Eis | | dairy lactose egg
    vegane Bolognese mit Spaghetti | gluten | dairy egg
    vegane Mayo | | egg
    alkoholfreies Weizenbier | gluten yeast | alcohol
    alkoholfreier Sekt | | alcohol
    koffeinfreier Kaffee | | caffeine
    entkoffeinierter Kaffee mit Milch | dairy lactose | caffeine
    zuckerfreier Kaugummi | sweetener sorbitol |
    Kaffee schwarz, keine Milch | caffeine | dairy lactose
    Cappuccino mit Hafermilch statt Milch | caffeine | dairy lactose
    Latte mit Sojamilch | soy caffeine | dairy lactose
    Pizza sans fromage ni oignon | gluten nightshade | dairy lactose
    gâteau sans œufs | gluten | egg
    gâteau sans gluten | egg | gluten
    pâtes sans gluten | | gluten
    lait sans lactose | dairy | lactose
    bière sans alcool | gluten | alcohol
    café décaféiné au lait | dairy lactose | caffeine
    burger sans pain | | gluten yeast
    crêpe sans lait ni œufs | gluten | dairy lactose egg
    fromage végétalien | | dairy lactose
    glace végane | | dairy lactose egg
    yaourt au soja sans sucre | soy | dairy lactose
    chewing-gum sans sucre | sweetener |
    tortilla sin cebolla | egg nightshade | fructan
    hamburguesa sin pan | | gluten yeast
    pan sin gluten | | gluten
    cerveza sin alcohol | gluten | alcohol
    cerveza sin gluten | alcohol | gluten
    yogur sin lactosa | dairy | lactose
    pizza sin queso ni cebolla | gluten nightshade | dairy lactose
    café descafeinado con leche | dairy lactose | caffeine
    libre de gluten y lactosa: galletas | | gluten lactose
    queso vegano | | dairy lactose
    chocolate sin leche | | dairy lactose
    pizza senza glutine | dairy nightshade | gluten
    pane senza glutine | | gluten
    birra senza glutine | alcohol | gluten
    birra analcolica | gluten | alcohol
    torta senza uova | gluten | egg
    latte senza lattosio | dairy | lactose
    gelato vegano | | dairy lactose egg
    formaggio vegano | | dairy lactose
    caffè decaffeinato | | caffeine
    cappuccino con latte di soia | soy caffeine | dairy lactose
    hamburger zonder broodje | | gluten yeast
    pizza zonder kaas | gluten nightshade | dairy lactose
    salade zonder noten | | tree_nut peanut
    glutenvrije pasta | | gluten
    glutenvrije pizza | dairy nightshade | gluten
    lactosevrije yoghurt | dairy | lactose
    notenvrije koekjes | | tree_nut peanut
    eivrije mayonaise | | egg
    alcoholvrij bier | gluten | alcohol
    cafeïnevrije koffie | | caffeine
    suikervrije kauwgom | sweetener |
    veganistische kaas | | dairy lactose
    vegan kaas | | dairy lactose
    watermelon, 2 wedges | fructan fructose | nightshade
    """
}
