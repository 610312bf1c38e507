// SPDX-License-Identifier: Apache-2.0

/// Dishes of several cuisines with a component left out.
enum KnownLeftOut {
  /// The text, what stays and what must be gone.
  static let all = """
    chicken caesar wrap, no dressing | gluten dairy | egg fish
    caesar salad without the dressing | gluten dairy | egg fish
    caesar salad no croutons | dairy egg fish | gluten
    Caesar Salad ohne Dressing | gluten dairy | egg fish
    salade césar sans sauce | gluten dairy | egg fish
    ensalada césar sin aderezo | gluten dairy | egg fish
    caesar salad zonder dressing | gluten dairy | egg fish
    insalata caesar senza salsa | gluten dairy | egg fish
    cobb salad with no dressing | dairy egg | mustard
    waldorf salad no mayo | tree_nut | egg
    waldorf salad, no walnuts | egg | tree_nut
    eggs benedict without hollandaise | gluten egg | dairy
    asparagus with hollandaise, no hollandaise | | dairy egg
    fish and chips without tartare sauce | fish gluten | egg
    big mac no sauce | gluten dairy | egg
    big mac without the bun | dairy | gluten
    whopper no mayo | gluten | egg
    cheeseburger, no bun | dairy | gluten
    chicken burger no bun no mayo | | gluten egg
    tuna sandwich no mayo | fish gluten | egg
    reuben sandwich without dressing | gluten dairy | egg
    reuben without swiss cheese | gluten | dairy
    chicken satay, no peanut sauce | | peanut
    gado gado without peanut sauce | soy | peanut
    pad thai without shrimp and peanuts | egg | crustacean peanut
    pad thai, hold the peanuts and the egg | | peanut egg
    nasi goreng without egg and prawns | | egg crustacean
    sushi without soy sauce | fish | soy gluten
    ramen no egg | gluten | egg
    ramen without noodles and egg | soy | egg
    udon soup without the noodles | soy |
    miso soup no tofu | soy fish |
    katsu curry without the breading | | egg
    Wiener Schnitzel ohne Panierung | | gluten egg
    Spaghetti Carbonara ohne Ei | gluten dairy | egg
    spaghetti carbonara sans lardons | gluten egg dairy |
    Döner ohne Soße | gluten | dairy lactose
    Döner ohne Brot | | gluten
    Gyros ohne Tzatziki | | dairy
    gyros pita no tzatziki | gluten | dairy
    falafel wrap no tahini | gluten | sesame
    falafel wrap without tahini sauce | gluten | sesame
    shakshuka without egg | nightshade | egg
    greek salad no feta | nightshade | dairy
    moussaka without bechamel | nightshade | dairy egg gluten
    lasagne without béchamel sauce | gluten nightshade | lactose
    lasagna no cheese no bechamel | gluten | dairy lactose
    lasagne zonder bechamelsaus | gluten | lactose
    croque monsieur sans béchamel | gluten dairy | lactose
    croque madame sans oeuf | gluten dairy | egg
    quiche lorraine without the crust | egg dairy | gluten
    quiche lorraine ohne Boden | egg dairy | gluten
    cheesecake without the base | dairy | gluten
    cheesecake no crust | dairy | gluten
    pumpkin pie without crust | dairy | gluten
    apple pie no crust | | gluten
    apple crumble without the crumble | | gluten
    Apfelstrudel ohne Vanillesoße | gluten | egg
    beef wellington without pastry | | gluten
    cinnamon roll no icing | gluten |
    carrot cake without frosting | gluten egg | dairy
    carrot cake without cream cheese frosting | gluten egg | dairy
    cupcake no frosting | gluten egg |
    nachos no cheese sauce | corn | dairy lactose
    nachos no cheese no sour cream | corn | dairy
    tacos no shell | | corn
    tacos al pastor sin tortilla | | corn gluten
    burrito no tortilla | gos | gluten
    burrito without sour cream and cheese | gluten | dairy
    enchiladas sin queso ni crema | corn | dairy
    chilaquiles sin crema y queso | corn | dairy
    quesadilla without sour cream | gluten dairy |
    huevos rancheros without eggs | corn | egg
    butter chicken without cream | dairy |
    chicken tikka masala no cream | nightshade |
    chicken korma without the nuts | | tree_nut
    mushroom soup without cream | | dairy lactose
    poutine without gravy | dairy nightshade | gluten
    poutine no cheese curds | nightshade | dairy
    roast beef and yorkshire pudding, no yorkshire pudding | | egg dairy
    full english without the eggs and toast | | egg
    pancakes with maple syrup, no butter | gluten egg |
    french toast without cinnamon | gluten egg |
    affogato without ice cream | caffeine | dairy lactose egg
    irish coffee without whiskey | caffeine | alcohol
    irish coffee without cream | caffeine alcohol | dairy lactose
    mocha without whipped cream | dairy caffeine |
    banana split without nuts | dairy | tree_nut peanut
    bruschetta senza aglio | gluten nightshade |
    pizza margherita senza mozzarella | gluten nightshade | dairy
    pizza quattro stagioni senza prosciutto e funghi | gluten dairy |
    tiramisù senza alcol | dairy egg | alcohol
    tiramisu without coffee | dairy egg | caffeine
    spaghetti alle vongole senza aglio | gluten mollusc |
    vitello tonnato senza salsa | | egg
    paella sin mariscos | | crustacean mollusc
    paella sin gambas ni mejillones | | crustacean mollusc
    patatas bravas sin alioli | nightshade | egg
    patatas bravas sin salsa | nightshade | egg
    tortilla de patatas sin cebolla | egg nightshade |
    gazpacho sin pan | nightshade | gluten
    salade niçoise sans thon ni anchois | egg | fish
    salade niçoise sans oeuf | fish | egg
    croissant aux amandes sans amandes | gluten dairy | tree_nut
    kroket zonder mosterd | gluten | mustard
    frietjes zonder mayonaise | nightshade | egg
    friet zonder saus | nightshade | egg
    broodje haring zonder ui | gluten fish |
    bitterballen zonder mosterd | gluten | mustard
    pannenkoek zonder stroop | gluten egg |
    erwtensoep zonder worst | gos |
    okonomiyaki without bonito flakes | gluten egg | fish
    okonomiyaki no mayo | gluten egg |
    takoyaki without octopus | gluten egg | mollusc
    bibimbap without egg | soy | egg
    bibimbap without gochujang | egg |
    banh mi without mayo | gluten | egg
    banh mi without bread | | gluten
    beef pho without the noodles | fish |
    singapore noodles no shrimp | | crustacean
    hot and sour soup without tofu and egg | | egg
    egg fried rice without soy sauce | egg | soy gluten
    kung pao chicken no peanuts | soy | peanut
    general tso chicken without breading | | egg
    """
}
