"""Words that capitals make doubtful: two accentuations, two cases, a name as well as a word.

A word is listed without its accents, in the singular; its plural goes with it.
"""

from __future__ import annotations

from pipeline.clean.lexicon import plain

PLAIN_NOUNS = frozenset(
    """acte adresse agence aide annexe attente avance balade banque base boule bourse bougie
    brochure cadre cantine carte cause caserne centre challenge chambre charge charte chiffre
    chute classe cloche code colloque commande commerce compte contrat coupe couronne course
    cycle culture date demande dispute dune enfance espace essence estrade facture faute ferme
    feuille figure finance force forme garde gare grange grille grippe groupe guide herbe huile
    image incendie inventaire lecture lettre ligne ligue liste livre lutte machine mandat manque
    marque masse membre mesure mise monde montre mouche musique note offre page palme passage
    peine peuple place plainte planche plante plume pompe porte pose poste poudre pratique prime
    prise programme question recette recherche remise rencontre ressource ronde route ruche
    scission signature somme structure surface table terre titre trace traite treize troupe type
    usine veille vente viande visite vitre voie voiture vote voyage zone conte matin mur ruine
    source sommeil salle semaine usage cible crise digue drogue greffe guerre histoire manifeste
    ombre perle perte piste plaque pointe presse quille rampe rente scolarisation sonnerie sorte
    taille taxe tente tombe tuile trouble tourne virgule voile jonquille loterie danse messe
    tombola bouteille fanfare galette brocante randonnée lampe cave voisine mutuelle coopérative
    fabrique clinique calcul baisse hausse collecte chronique bataille foire embauche reprise
    partage peinture quete couture neige censure verdure vendange brioche fer tilleul trésor
    battue orchestre escalade amende clause dose fiche fondue geste halte mode montagne nappe
    nuance panne patrouille patience planning pause prune prose rame rose rumeur sauce savate
    sangle soude tisane toile trêve""".split()
)
"""Nouns whose accented look-alike is a mere participle: *visité* does not follow an article."""
OPENING = frozenset(
    """ligue acte agence aide annexe balade banque bourse brocante cantine centre challenge chute
    colloque compte concours conte coupe course culture danse date demande finance fanfare
    grippe groupe guide image incendie lettre liste lutte mesure musique note page place planche
    porte pose poste programme prise rencontre recherche remise route table usine vente viande
    visite vote voyage zone mise manifeste cloche base caserne charte question perte boule
    baisse hausse collecte chronique bataille foire embauche reprise partage peinture couture
    classe vendange amende clause pause panne commerce""".split()
)
"""Those of them with which a heading begins."""
MASCULINE = {
    "marche": "marché",
    "cure": "curé",
    "retraite": "retraité",
    "defile": "défilé",
    "prieure": "prieuré",
}
"""What is meant after *le* or *un*: the word without accents is a feminine noun or a verb."""
FEMININE_NOUNS = frozenset(
    "marche retraite cure rose pratique traverse tranche croise taxe".split()
)
"""Nouns whose accented look-alike is another noun, a masculine one: *la marche*, *le marché*."""
_ACCENTED = """comité réforme congrès fête école enquête grève crèche équipe étude étape règle siège
    contrôle modèle médaille épargne échange règlement tempête âge événement élève mécène
    diocèse série résultat forêt île mètre média cité crédit début dépôt intérêt collège théâtre
    musée péage épidémie arrêt chômage préfet président résident adhérent choléra conquête
    téléphone récolte clôture référence écluse ménage tête bête pôle rôle protégé résumé député
    blessé décédé réfugié sinistré déporté évacué mutilé fusillé préface""".split()
ACCENTED_NOUNS = {plain(word): word for word in _ACCENTED}
"""Nouns that lack their accents, and which one is meant after an article."""
ACCENTED_OPENING = frozenset(
    """comite reforme congres fete ecole enquete greve creche equipe etude etape regle medaille
    epargne echange reglement tempete evenement resultat foret cite credit arret chomage cholera
    conquete college theatre musee epidemie preface telephone recolte cloture reference
    ecluse""".split()
)
"""Those of them with which a heading begins, before *de* or a plural."""
DOUBTFUL_ACCENTED = frozenset(
    "blesse decede refugie sinistre protege resume depute eleve deporte evacue mutile "
    "fusille".split()
)
"""Those that are only proposed, where no plural article stands before."""
PREFERRED = {
    "peche": "pêche", "peches": "pêches", "eveques": "évêques",
    "jeune": "jeune", "aines": "aînés", "aine": "aîné",
    "inaugure": "inauguré", "decide": "décide", "demenage": "déménage",
    "demissionne": "démissionne",
    "inquietent": "inquiètent", "desengage": "désengage", "decede": "décédé",
    "assassine": "assassiné",
    "chasse": "chasse", "aere": "aéré",
}  # fmt: skip
"""What is proposed of two spellings, where it is by far the likelier."""
NEVER = frozenset(
    """voltaire malté cinema cinemas electorale electorales interim aprés âpres auprés chomâge
    débout dévient mâtin traças lés lé dé té tés nôs bût bât ouï ténue jeûné jeûnés jeûnes
    inquiétent gérent possédent évènement évènements rêne réglement réglements créché créchés
    sérié sériés mémé mémés métré métrés comite comites congres moitie foret forets resultats
    légere clotûre clotûré mâtinée signee allégement annexés faîte faîtes maniéré maniérés
    modelés modelé tempêté enquêté siégé siégés tété tète étapé pagé pagés colloqué cholera
    desespèrement désespèrement délibèrement exagèrement modèrement crèché péche ouvré vôtre
    permanenté musiqué chuté mondé roché""".split()
)
"""Spellings that nobody means, or that the dictionary holds by mistake."""
SHORT = frozenset(
    """fer euro bons va plus sols rue juif faim mai abri abus aide aile air âge ami amie amis amies
    an ans âne août arc arme art arts aube auto avis axe bac bain bal bals banc bar bas base
    bébé bel bien bilan bis blé blés bloc bois bon bonne bord boue bout bras bruit bus but buts
    café camp cap car cars cas cave cent cerf chat chef cher chez chien choc choix cidre ciel
    cinq cirque clé clés clef clos club clubs cœur coin col cou coup cour cours croix cru crue
    crues cuir cycle dame date décès défi dent deux dieu dire dix doc dom don donc dons dos dur
    dure eau eaux écho écrit égal élan élu élue élus essai été ère eux face fait fête feu feux
    fil fille film fils fin fini foi foin fois fond four foot fort frère froid fruit gala gare
    gaz gel gens golf grâce gré gros haie halle haut hier hors hôte huit idée île îles jazz jeu
    jeudi jeux joie joué jour jours judo juge juin jury jus lac lait large lave légal lieu lieux
    ligne lire lit lits livre loge logo loi loin lois long loto loup lune lycée main mains
    mairie maire mal mars mer mère messe midi mil mine mines mis mise mode mois mon mont moto
    mort morts mot mots moyen mur murs né née nef neige neuf neuve noces nom noms non note nuit
    nuits obus oie once onze or orge orgue ours ouvert page pain paix pape parc parcs pas pays
    peau père pèse peur pied pieds pièce plan plans pluie poids pont ponts port pose prêt prix
    prud puis puits pur quai race radio rail rang récit repos reste riche rien rite riz rôle roi
    rois rond rues ruse sac sang sans sel sept série seul seule sien site sites six ski soin
    soins soir sol son sons sort sous stade suite sur table tard taux tennis tête tir tirs tôt
    tour train trio trois trop trou truc type un une union usine vache van vélo vélos vent vers
    vert veto via vice vide vie vies vieux vif vin vins vingt vite vœu vœux voie voies voile
    voir voix vol vols vote vrai vue vues yeux zone zones zoo élève cure quiz rugby tram vends
    vend loué lance rend prend part met dit bat bats perd vit suit sert tient vient fut nés aidé
    ôté créé créée rénové fusion ainé aîné aînés abbé curé curés gym rap rock pop rallye duo
    menu pré prés aire aires issu issue vain bœuf bœufs porc porcs coq coqs oies miel noix pois
    sport camps bains""".split()
)
"""Words of up to four letters that are no acronyms (longer ones do no harm)."""
SURNAMES_TOO = frozenset(
    """petit blanc roux leroux mercier boulanger chevalier marchand fournier meunier charpentier
    barbier berger moulin fontaine roche renard poirier pommier olivier perrier verger boucher
    carpentier tisserand charron maréchal lefort legrand brun noir rousseau faure grand gros
    court lebrun meslier vacher cordier cuvelier masson pelletier tanneur clerc prévost prieur
    royer sauvage rivière vallée dupré duval colas collet caron cousin lemaire lecomte lesage
    leblanc picard breton normand bourguignon lombard pasteur mercy jeu boule bois long bon joly
    bonnet""".split()
)
"""Words that are surnames as well, behind a bare preposition."""
CASED = frozenset(
    """etat etats eglise republique liberation resistance revolution occupation golfe senat
    parlement halles figaro rotary lilas nord sud ouest midi vierge ascension assomption
    renaissance seigneur christ rameaux evangile ecritures bible orient occident ligue
    internationale humanite secours parti poste monde verts restos trinite ferry bastille
    ile iles""".split()
)
"""Words that are written with a capital where they name one thing: *l’État*, *l’état civil*."""
CASED_AFTER_ARTICLE = frozenset("secours parti poste monde verts restos".split())
"""Those of them that are only doubtful right after an article at the start."""
CASED_ALONE = frozenset("ligue liberation resistance revolution occupation internationale".split())
"""Those of them that *de* makes plain words: *la libération de Paris*."""
DEMONYMS = frozenset(
    """français française françaises allemand allemands allemande allemandes anglais anglaise
    anglaises américain américains américaine américaines russe russes prussien prussiens
    italien italiens italienne espagnol espagnols espagnole polonais polonaise polonaises
    algérien algériens portugais belge belges suisse suisses breton bretons bretonne bretonnes
    parisien parisiens parisienne normand normands alsacien alsaciens lorrain lorrains basque
    basques corse corses gaulois romain romains arabe arabes juif juifs européen européens
    africain africains chinois japonais canadien canadiens québécois marocain marocains tunisien
    tunisiens hongrois tchèque tchèques roumain roumains""".split()
)
"""Who is written with a capital as a noun: *les Allemands*, *le parti allemand*."""
PERSON_TITLES = frozenset(
    """docteur abbe pere soeur frere mere cure pasteur chanoine colonel commandant capitaine
    lieutenant marechal amiral sergent adjudant general monseigneur mgr dom comte comtesse duc
    duchesse baron baronne marquis marquise roi reine prince princesse monsieur madame
    mademoiselle dr st ste famille consorts veuve professeur maitre me eveque cardinal pape imam
    rabbin""".split()
)
"""What a surname stands right behind."""
OFFICES = frozenset(
    """facteur notaire boulanger medecin boucher freres soeurs epoux fils president presidente
    maire directeur directrice tresorier tresoriere secretaire ministre prefet depute senateur
    conseiller conseillere champion championne entraineur capitaine instituteur institutrice
    inspecteur proviseur ingenieur architecte sculpteur peintre artisan maison entreprise
    etablissements ets societe usine imprimerie garage cabinet salle ecole maternelle fondation
    prix coupe challenge trophee tournoi memorial loi plan rapport affaire groupe gymnase
    complexe espace piscine creche foyer bibliotheque mediatheque""".split()
)
"""What a surname may stand right behind, or an adjective or verb."""
STREETS = frozenset(
    """rue place avenue boulevard square quai impasse allee allees esplanade faubourg porte
    quartier hameau cite lotissement zac residence college lycee stade hotel cafe restaurant
    auberge bistrot cinema villa chateau moulin ferme pont bois foret col mont val vallee lac
    etang domaine manoir chapelle cloitre clos montagne ilot parc jardin bar brasserie theatre
    institut clinique journal revue bulletin film piece opera operation barrage viaduc tunnel
    notre-dame dame""".split()
)
"""What a name follows, also behind *de* and an article: *place de la République*."""
BEHIND_STREETS = frozenset(
    """ville fetes sports filles garcons reunion reunions mairie commune village bourg association
    paroisse club section quartier comite reseau federation coeur""".split()
)
"""What is no name there: *hôtel de ville*, *journal de l’association*."""
ADJECTIVES = frozenset(
    """polyvalente financier financiere maternelle elementaire primaire communale municipale
    publique privee libre neuve neuf nouvelle nouveau ancien ancienne rurale technique agricole
    couverte couvert omnisports adjoint adjointe fondateur fondatrice sortant sortante honoraire
    laique annuel annuelle paroissial scolaire mixte plein vert verte suspendu interne social
    familial locatif""".split()
)
ADJECTIVE_ENDINGS = (
    "if", "ifs", "eux", "iste", "cole", "coles", "érieur", "érieure",
    "al", "ale", "aux", "ales", "els", "elle", "elles", "ive", "ives", "ique", "iques", "aire",
    "aires", "euse", "euses", "ienne", "iennes", "istes", "able", "ible", "é", "és", "ée", "ées",
)  # fmt: skip
"""What an adjective ends in, and hardly a surname that is a word."""
NO_NOUNS = frozenset(
    """a ete est sont fut premier premiere premiers premieres nouveau nouvel nouvelle nouveaux
    nouvelles grand grande grands grandes petit petite petits petites ancien ancienne anciens
    anciennes vieux vieille bon bonne bons bonnes beau belle jeune jeunes double triple dernier
    derniere derniers dernieres seconde deux trois quatre cinq six sept huit neuf dix vingt
    trente cent mille deuxieme troisieme quatrieme dixieme vingtieme demi rien tres plus moins
    trop etre""".split()
)
"""What a noun follows that is no name."""
