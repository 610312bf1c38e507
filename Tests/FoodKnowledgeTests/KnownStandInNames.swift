// SPDX-License-Identifier: Apache-2.0

/// Foods named after what they stand in for, in several languages.
enum KnownStandInNames {
  /// Flours, noodles, milks, butters and cheeses of other things.
  static let all = """
    parsnip fries | | nightshade
    carrot fries | | nightshade
    zucchini fries | | nightshade
    courgette fries | | nightshade
    polenta fries | corn | nightshade
    halloumi fries | dairy | nightshade
    avocado fries | | nightshade
    green bean fries | | nightshade
    celeriac chips | celery | nightshade
    yuca fries | | nightshade
    cassava chips | | nightshade
    plantain chips | | nightshade
    kale chips | | nightshade
    apple chips | | nightshade
    banana chips | | nightshade
    beetroot crisps | | nightshade
    parsnip crisps | | nightshade
    parsnip mash | | nightshade
    carrot noodles | | gluten egg
    palmini pasta | | gluten egg
    black bean spaghetti | gos | gluten egg
    edamame spaghetti | soy | gluten egg
    quinoa pasta | | gluten egg
    rice spaghetti | | gluten egg
    celeriac schnitzel | celery |
    rice paper bacon | | gluten
    coconut bacon | | tree_nut
    carrot lox | | fish
    banana blossom fish and chips | nightshade | fish
    jackfruit tuna | | fish
    cashew mozzarella | tree_nut | dairy
    cashew parmesan | tree_nut | dairy
    almond ricotta | tree_nut | dairy
    tofu scramble | soy | egg dairy
    scrambled tofu | soy | egg
    tofu ricotta | soy | dairy
    chickpea flour pancake | gos | gluten egg dairy
    flax egg | | egg
    chia egg | | egg
    corn flour tortillas | corn | gluten
    hazelnut flour | tree_nut | gluten
    rice flour | | gluten
    tapioca flour | | gluten
    potato starch | | gluten
    quinoa milk | | dairy lactose
    flax milk | | dairy lactose
    potato milk | | dairy lactose
    sunflower seed butter | | dairy lactose peanut tree_nut
    sunbutter | | dairy peanut tree_nut
    tahini butter | sesame | dairy
    pumpkin butter | | dairy lactose
    coconut yogurt | | dairy lactose
    coconut kefir | | dairy
    water kefir | | dairy lactose
    coconut ice cream dairy free | | dairy lactose
    nice cream | | dairy lactose
    banana nice cream | | dairy lactose
    sorbet | | dairy lactose
    oat cream cheese | | dairy lactose
    vegan feta | | dairy lactose
    vegane Wurst | | dairy egg
    fromage végétal | | dairy lactose
    mozzarella vegana | | dairy lactose
    plantaardige kaas | | dairy lactose
    crème de soja | soy | dairy lactose
    Sojasahne | soy | dairy lactose
    yaourt au soja | soy | dairy lactose
    yogur de soja | soy | dairy lactose
    yogurt di soia | soy | dairy lactose
    sojayoghurt | soy | dairy lactose
    glace à l'eau | | dairy lactose
    Wassereis | | dairy lactose
    helado de agua | | dairy lactose
    ghiacciolo | | dairy lactose
    waterijs | | dairy lactose
    farine de riz | | gluten
    harina de maíz | corn | gluten
    farina di riso | | gluten
    Reismehl | | gluten
    Maismehl | corn | gluten
    farine de châtaigne | | gluten
    Kichererbsenmehl | gos | gluten
    galettes de riz | | gluten
    tortitas de arroz | | gluten
    gallette di riso | | gluten
    rijstwafels | | gluten
    Maiswaffeln | corn | gluten
    Buchweizengrütze | | gluten
    pasta di lenticchie | gos | gluten egg
    pâtes de lentilles | gos | gluten egg
    Linsennudeln | gos | gluten egg
    Kichererbsennudeln | gos | gluten egg
    Glasnudeln | | gluten egg
    Zucchininudeln | | gluten egg
    nouilles de konjac | | gluten egg
    vermicelles de riz | | gluten egg
    rijstnoedels | | gluten egg
    mihoen | | gluten egg
    pommes de terre douces | | nightshade
    frites de patate douce | | nightshade
    boniato al horno | | nightshade
    Pastinakenpommes | | nightshade
    berenjena | nightshade | egg
    oeufs de lump | fish | egg
    Seehasenrogen | fish | egg
    Forellenkaviar | fish | egg
    Spiegelei | egg | fish
    lait de poule | egg dairy |
    lait de coco et riz | | dairy tree_nut
    babeurre | dairy |
    beurre de pomme | | dairy
    Apfelkraut | | dairy
    Pflaumenmus | | dairy
    noix du Brésil | tree_nut | peanut
    Paranüsse | tree_nut | peanut
    anacardi | tree_nut | peanut
    cacahuètes | peanut | tree_nut
    maní | peanut | tree_nut
    arachidi | peanut | tree_nut
    apennootjes | peanut | tree_nut
    pinda's | peanut | tree_nut
    cajou | tree_nut | peanut
    Muskat Trauben | | tree_nut
    Weintrauben | | alcohol
    uva | | alcohol
    druivensap | | alcohol
    Traubensaft | | alcohol
    jus de raisin | | alcohol
    mosto | | alcohol
    Apfelschorle | | alcohol
    apple cider vinegar gummies | | alcohol
    Kaffeesahne | dairy | caffeine
    café décaféiné | | caffeine
    thé rouge rooibos | | caffeine
    Rotbuschtee | | caffeine
    Kamillentee | | caffeine
    infusión de manzanilla | | caffeine
    tisana al finocchio | | caffeine
    Brennnesseltee | | caffeine
    Hagebuttentee | | caffeine
    yuzu tea korean | | caffeine
    buckwheat tea | | caffeine
    corn silk tea | | caffeine corn
    hot water with lemon | | caffeine
    banana , apple | fructose sorbitol |
    cheese, nuts | dairy tree_nut |
    toast with butter, tahini | gluten dairy sesame |
    pasta, beans | gluten gos |
    cream cheese, oats | dairy |
    noodles, vegetables | gluten |
    """
}
