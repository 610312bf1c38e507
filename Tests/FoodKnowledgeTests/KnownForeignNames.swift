// SPDX-License-Identifier: Apache-2.0

/// German, French, Spanish, Italian and Dutch names that sound like another food.
enum KnownForeignNames {
  /// The names.
  static let all = """
    Apfelmus | fructose sorbitol | dairy fish
    Apfelsine | | fructose sorbitol
    Apfelsaft | fructose sorbitol | alcohol
    Erdnüsse | peanut | tree_nut
    Erdnussflips | peanut corn | tree_nut
    Muskatnuss | | tree_nut peanut
    Kokosnuss | | tree_nut peanut
    Maronen | | tree_nut
    Pinienkerne | | tree_nut
    Bierschinken | | alcohol gluten yeast
    Bierwurst | | alcohol gluten yeast
    Weinsauerkraut | histamine | dairy
    Mandarine | | tree_nut fructose
    Mandarinen | | tree_nut
    Hafermilch | | dairy lactose
    Sojamilch | soy | dairy lactose
    Reismilch | | dairy lactose
    Sojajoghurt | soy | dairy lactose
    Kokosjoghurt | | dairy lactose
    Hafersahne | | dairy lactose
    Cashewkäse | tree_nut | dairy lactose
    Fleischkäse mit Senf | mustard | dairy lactose
    Leberkäs mit Kartoffelsalat | nightshade | dairy lactose
    Leberkässemmel | gluten | dairy lactose
    Kakaobutter | | dairy lactose
    Buttergemüse | dairy | gluten
    Butterbohnen | gos | lactose
    Eiersalat | egg | lactose
    Eis am Stiel | | egg
    Eisbergsalat | | dairy lactose egg
    Eistee | caffeine | egg dairy
    Eiswürfel | | egg dairy lactose
    Eisbein mit Sauerkraut | histamine | egg dairy lactose
    Meerrettich | | fish
    Kartoffelpuffer | nightshade | dairy
    Süßkartoffel | | nightshade
    Zuckerschoten | fructose | gos
    Weißwurst | | alcohol
    Weißwein | alcohol sulphite histamine | dairy
    Weizenbier | gluten alcohol yeast | dairy
    Rotkohl | | alcohol
    Rind | | fish dairy gluten
    Rindersteak | | gluten dairy fish
    Putenbrust mit Reis | | gluten dairy
    Mais | corn | gluten
    Kichererbsen | gos fructan | dairy
    Knoblauchbrot | gluten fructan | egg
    Brötchen | gluten yeast | dairy lactose
    Semmelknödel | gluten egg | fish
    Butterbrot | gluten dairy yeast | lactose egg
    Buchweizenpfannkuchen | | yeast
    Dinkelbrot | gluten yeast | egg
    Kastanienmehl | | gluten tree_nut
    Reiswaffeln | | gluten
    Maiswaffel | corn | gluten
    Milchfisch | fish | dairy lactose
    Pfefferminztee | | caffeine
    Früchtetee | | caffeine
    Malzkaffee | gluten | caffeine
    Pfeffer | | nightshade capsaicin
    Paprika | nightshade | caffeine
    Tintenfisch | mollusc | fish
    Fischstäbchen | fish gluten | mollusc
    Nussecke | tree_nut gluten | peanut
    lait de soja | soy | dairy lactose
    lait d'avoine | | dairy lactose
    lait de riz | | dairy lactose
    creme de coco | | dairy lactose
    pommes de terre sautées | nightshade | fructose sorbitol
    beurre de cacahuète | peanut | dairy lactose
    beurre d'amande | tree_nut | dairy lactose
    noix de coco | | tree_nut
    noix de muscade | | tree_nut
    noix | tree_nut | peanut
    châtaignes | | tree_nut
    noix de Saint-Jacques | mollusc | tree_nut
    sarrasin | | gluten
    galette de sarrasin | | yeast
    blé noir | | gluten
    vinaigre de vin | | alcohol
    fruits de mer | crustacean mollusc | tree_nut
    fromage de tête | | dairy lactose
    poivron | nightshade | dairy
    poivre | | nightshade capsaicin
    pain au chocolat | gluten dairy | fish
    pain d'épices | gluten | yeast
    maïs | corn | gluten
    thon à la mayonnaise | fish egg | dairy
    crème brûlée | dairy egg | gluten
    tisane | | caffeine
    patate douce | | nightshade
    haricots verts | | gos
    leche de almendras | tree_nut | dairy lactose
    leche de coco | | dairy lactose
    leche de avena | | dairy lactose
    crema de cacahuete | peanut | dairy lactose
    mantequilla de cacahuete | peanut | dairy lactose
    manteca de cerdo | | dairy lactose
    nuez moscada | | tree_nut
    castañas | | tree_nut
    trigo sarraceno | | gluten
    manzana | fructose sorbitol | dairy
    manzanilla | | caffeine
    boniato | | nightshade
    judías verdes | | gos
    pimienta negra | | nightshade capsaicin
    pimiento rojo | nightshade | dairy
    dulce de membrillo | | dairy lactose
    vinagre de vino | | alcohol
    pulpo a la gallega | mollusc | fish
    pan con tomate | gluten nightshade | dairy
    latte di soia | soy | dairy lactose
    latte di cocco | | dairy lactose
    latte di riso | | dairy lactose
    latte macchiato | dairy lactose caffeine | egg
    burro di arachidi | peanut | dairy lactose
    burro di cacao | | dairy lactose
    noce moscata | | tree_nut
    noce di cocco | | tree_nut
    castagne | | tree_nut
    grano saraceno | | gluten
    mela | fructose sorbitol | dairy
    melanzane alla griglia | nightshade | fructose
    frutti di mare | crustacean mollusc | dairy gluten tree_nut
    spaghetti ai frutti di mare | gluten crustacean mollusc | tree_nut
    patata dolce | | nightshade
    pasta di mais | corn | gluten
    farina di ceci | gos | gluten
    peperoni ripieni | nightshade | fish
    pepe nero | | nightshade capsaicin
    aceto di vino | | alcohol
    caffè d'orzo | gluten | caffeine
    amandelmelk | tree_nut | dairy lactose
    sojamelk | soy | dairy lactose
    havermelk | | dairy lactose
    rijstmelk | | dairy lactose
    boterham met pindakaas | gluten peanut yeast | dairy lactose
    boterbonen | gos | dairy
    nootmuskaat | | tree_nut
    kokosnoot | | tree_nut
    kastanjes | | tree_nut
    boekweit | | gluten
    appelmoes | fructose sorbitol | dairy
    sinaasappel | | fructose sorbitol
    aardappel | nightshade | fructose sorbitol
    aardappelen met appelmoes | nightshade fructose | dairy
    zoete aardappel | | nightshade fructose
    sperziebonen | | gos
    oesterzwam | | mollusc
    leverkaas | | dairy lactose
    hoofdkaas | | dairy lactose
    granaatappel | | fructose sorbitol
    wijnazijn | | alcohol
    gemberbier | | alcohol gluten yeast
    muntthee | | caffeine
    rooibosthee | | caffeine
    """
}
