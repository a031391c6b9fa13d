"""Everyday words that the dictionary lacks: it has few words that never change their form."""

from __future__ import annotations

FUNCTION = frozenset(
    """au auquel aux auxquelle auxquelles auxquels avec c ce ceci cela celle celles celui ces cet
    cette ceux chacun chacune chaque chez ci combien comment contre d dans de dehors delà
    depuis derrière des desquelles desquels dessous dessus devant deçà donc dont du duquel
    durant dès elle elles en entr entre envers est et eux hormis il ils j je jusqu jusque l la
    laquelle le lequel les lesquelles lesquels leur leurs lorsqu lorsque lui m ma mais malgré
    me mes mien mienne miennes miens moi moins mon moyennant n ne ni non nonobstant nos notre
    nous nul nulle on or ou outre où par parmi pas pendant plupart plus plusieurs pour
    pourquoi presqu puisqu puisque qu quand quant que quel quelle quelles quelqu quelque
    quelques quels qui quiconque quoi quoiqu quoique s sa sans sauf se selon ses si sien
    sienne siennes siens sinon soi soit son sous suivant sur t ta tandis te tel telle telles
    tels tes tien toi ton tous tout toute toutes tu un une vers via voici voilà vos votre vous
    vu y à""".split()
)
"""Words of grammar."""
_ADVERBS = """ailleurs ainsi alentour alors amont après aujourd auparavant auprès aussi
    aussitôt autant
    autour autrefois autrement aval avant aveuglément beaucoup bien bientôt brièvement cent
    cependant certes cinq cinquante comment communément conformément davantage debout dedans
    dehors demain dernièrement dessous dessus deux dix dorénavant douze déjà désormais encore
    enfin ensemble ensuite environ essentiellement etc expressément exprès forcément gaiement
    grosso gré guère hier hui huit hélas ibid ici idem isolément jadis jamais jusque loin
    longtemps lors là maintenant mal mieux mille modo moins naguère neuf non notamment
    nullement néanmoins onze ores oui parfois partout pas peu peut-être pis plus plutôt
    posément pourtant presque profondément près précisément puis quarante quasi quasiment
    quatorze quatre quelque-part quelquefois quinze récemment sciemment seize sept sic
    simultanément sitôt six soixante soudain souvent spontanément surtout séparément tant
    tantôt tard tellement toujours tout treize trente trois trop très tôt uniformément versus
    vingt vite vivement voire volontiers vraiment zéro énormément""".split()
_NOUNS = """abcès abus accès affreux aller amas ananas anchois anis ans août appas appui appuis
    atlas
    autobus autonomisation avis aîné aînée aînées aînés bas biais bilan bilans bois bras
    brebis bus bénévolat cactus campus canevas cas cassis chaos chasteté chiffrement choix
    choux châssis cirrus cofinancement cofinancements colis coloris commis compas compromis
    concours congrès consensus contrepoids contresens corps corpus coups courageux courriel
    courriels courroux cours coutelas covoiturage creux croix croquis cumulus curieux cyprès
    célibat dangereux dehors dessous dessus deux devis discours doigt dos doux
    dysfonctionnement débarras débris décès délais dépens embarras encas encours engrais euro
    euros excès express exprès extrascolaire faim faux fiançailles fin foi fois fonds fracas
    frais français gaz glas gras gris gros grès généreux heureux honoraires houx humus héros
    identifiant identifiants index insertion insuccès intercommunal intercommunalité
    interculturel internet intrus intérêts jaloux joyeux jus laps lapsus las legs logiciel
    logiciels logis loi ludothèque ludothèques lynx malheureux malus mandat mandats marais
    mars matelas mieux mois mort mécénat médiathèque médiathèques mépris mœurs nerveux nez
    niveau noix nombreux non-lieu nuit numérique obus omnibus os ours outre-mer paix palais
    palus panaris paradis parcours paris part partenariat pas pays perdrix permis pieds poids
    pois poix post-scriptum pouls printemps prix processus procès progrès propos prospectus
    préavis précieux précis prépuce prérequis puits périscolaire quartier quartiers quelqu
    quota quotas radis rebus recours rectus refus relais religieux remords remous repas repos
    reps ressourcerie ressourceries retour revers rhinocéros rictus riz roux rubis sas secours
    sens sinus socioculturel soif souris sous soutien soutiens sphinx statuaire statuaires
    suavité succès surplus sursis sus sérieux tamis tapis taux temps tennis thermos torchis
    torticolis tournevis toux tracas travaux travers trépas téléchargement univers us velours
    verglas vernis vers viens vieux villégiatures virus vis visioconférence voix web yeux ès
    écoute épais époux""".split()
ACUTE_ADVERBS = frozenset(
    """aisément aveuglément commodément communément conformément confusément densément
    diffusément exagérément expressément exquisément forcément immensément importunément
    inconsidérément indéterminément inespérément inopinément instantanément intensément
    isolément malaisément modérément momentanément nommément obscurément obstinément
    opportunément passionnément posément profondément profusément précisément prématurément
    sensément simultanément spontanément séparément uniformément énormément""".split()
)
"""Adverbs in -ément: without their accent they look made by the usual rule."""
HELD = ACUTE_ADVERBS | FUNCTION | frozenset(_ADVERBS) | frozenset(_NOUNS)
"""All words that are held besides the dictionary."""
SHORT_ACCENTED = frozenset(
    """accès adhérent adhérents année années août après armée arrêt arrêts bientôt bête café
    cafés chômage chômeur cité cités clé congrès contrôle convergent crèche crèches crédit
    crédits côte côtes côté différent différente différentes différents drôle durée dès débat
    débats début débuts décès déjà délai délais départ départs dépens dépôt dépôts détail
    entrée excellent excès forêt forêts frère fête fêtes héros hôte hôtes idée impôt impôts
    influent intérêt légal légaux mère mètre mètres média médias métier métiers même mêmes né
    née nées négligent nés pièce pièces plutôt procès progrès près précédent précédents
    président présidents prêt prêts père pôle règle règles récit récits rédigé rédigée réel
    réels région régions réseau réseaux résident résidents rêve rôle rôles santé scène scènes
    siège sièges soirée succès série thème thèse très tête têtu tôt unité utilité voilà zèle
    âge échec échecs école écoles église églises élu élue élues élus élève élèves énergie
    époque équilibre équipe équipes équivalent équivalents étape étapes état étroit étroite
    étude études été étés éviter évêque évêques être êtres île""".split()
)
"""Of two accented spellings, the usual one; and short words that are set without asking."""
WITH_LIGATURE = frozenset("vœu vœux nœud nœuds œil œillet œuf œufs mœurs rancœur chœur".split())
"""Words with œ that the dictionary lacks."""
