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
ADVERBS = frozenset(
    """ailleurs ainsi alentour assez priori posteriori fortiori contrario extenso quorum alias
    alors amont après aujourd auparavant auprès aussi aussitôt autant autour autrefois autrement
    aval avant aveuglément beaucoup bien bientôt brièvement cent cependant certes cinq cinquante
    comment communément conformément davantage debout dedans dehors demain dernièrement dessous
    dessus deux dix dorénavant douze déjà désormais encore enfin ensemble ensuite environ
    essentiellement etc expressément exprès forcément gaiement grosso gré guère hier hui huit
    hélas ibid ici idem isolément jadis jamais jusque loin longtemps lors là maintenant mal
    mieux mille modo moins naguère neuf non notamment nullement néanmoins onze ores oui parfois
    partout pas peu peut-être pis plus plutôt posément pourtant presque profondément près
    précisément puis quarante quasi quasiment quatorze quatre quelquefois quinze récemment
    sciemment seize sept sic simultanément sitôt six soixante soudain souvent spontanément
    surtout séparément tant tantôt tard tellement toujours tout treize trente trois trop très
    tôt uniformément versus vingt vite vivement voire volontiers vraiment zéro énormément""".split()
)
"""Words that never change, beside those of grammar."""
_NOUNS = """abcès abus accès affreux aller amas ananas anchois anis ans août appas appui appuis
    atlas autobus autonomisation avis aîné aînée aînées aînés bas biais bilan bilans bois bras
    brebis bus bénévolat cactus campus canevas cas cassis cetera chaos chasteté chiffrement choix
    choux châssis cirrus cofinancement cofinancements colis coloris commis compas compromis concours
    congrès consensus contrepoids contresens corps corpus coups courageux courriel courriels
    courroux cours coutelas covoiturage creux croix croquis cumulus curieux cyprès célibat
    dangereux dehors dessous dessus deux devis discours doigt dos doux dysfonctionnement
    débarras débris décès délais dépens embarras encas encours engrais euro euros excès express
    exprès extrascolaire faim faux fiançailles fin foi fois fonds fracas frais français gaz glas
    gras gris gros grès généreux heureux honoraires houx humus héros identifiant identifiants
    index insertion insuccès intercommunal intercommunalité interculturel internet intrus
    intérêts jaloux joyeux jus laps lapsus las legs logiciel logiciels logis loi ludothèque
    ludothèques lynx malheureux malus mandat mandats marais mars matelas mieux mois mort mécénat
    médiathèque médiathèques mépris mœurs nerveux nez niveau noix nombreux non-lieu nuit
    numérique obus omnibus os ours outre-mer paix palais palus panaris paradis parcours paris
    part partenariat pas pays perdrix permis pieds poids pois poix post-scriptum pouls printemps
    prix processus procès progrès propos prospectus préavis précieux précis prépuce prérequis
    puits périscolaire quartier quartiers quelqu quota quotas radis rebus recours rectus refus
    relais religieux remords remous repas repos reps ressourcerie ressourceries retour revers
    rhinocéros rictus riz roux rubis sas secours sens sinus socioculturel soif souris sous
    soutien soutiens sphinx statuaire statuaires suavité succès surplus sursis sus sérieux tamis
    tapis taux temps tennis thermos torchis torticolis tournevis toux tracas travaux travers
    trépas téléchargement univers us velours verglas vernis vers viens vieux villégiatures virus
    vis visioconférence voix web yeux ès écoute épais époux""".split()
_MORE = """ablatif ablatifs artésien artésienne artésiennes artésiens aubois autonyme bannette
    bannettes bécarre bégum beylicat brosserie brosseries cédule cédules cilié ciliée
    ciliées ciliés datation datations délavé délavée déport déports devers dotal dotale
    encontre endos enduro extrados intrados fabulateur fabulateurs foison forcerie
    foulerie fouloir frairie frairies frimas friperie friperies gravats hottée hotteur
    iourte iourtes khédivat lactique lactiques lamanage lamineur lamineurs lestage
    lestages limonier limoniers mandarinal merlon merlons modeleur modeleurs parados
    pontificat pontificats portance principat principats professorat professorats
    quinquennat quinquennats taudis tullerie tulleries volerie voleries""".split()
"""Nouns and adjectives that a rarer word is spelt almost like: ``datation``, ``dotation``."""
ACUTE_ADVERBS = frozenset(
    """aisément assurément aveuglément carrément censément commodément communément conformément
    confusément démesurément densément diffusément exagérément expressément exquisément forcément
    immensément importunément inconsidérément indéterminément inespérément incommodément
    inopportunément inopinément décidément délibérément désespérément effrontément erronément
    immodérément impunément instantanément intensément isolément malaisément modérément
    momentanément nommément obscurément obstinément opportunément passionnément posément
    profondément profusément précisément prématurément sensément simultanément spontanément
    séparément uniformément énormément""".split()
)
"""Adverbs in -ément: without their accent they look made by the usual rule."""
HELD = ACUTE_ADVERBS | FUNCTION | ADVERBS | frozenset(_NOUNS) | frozenset(_MORE)
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
    siège sièges soirée succès série séries thème thèse très tête têtu tôt unité utilité voilà zèle
    âge échec échecs école écoles église églises élu élue élues élus élève élèves énergie
    époque équilibre équipe équipes équivalent équivalents étape étapes état étroit étroite
    étude études été étés éviter évêque évêques être êtres île""".split()
)
"""Of two accented spellings, the usual one; and short words that are set without asking."""
INSTITUTIONS = frozenset(
    """état états église églises école écoles économie économique économiques éducation élysée
    équipement énergie énergies égalité études étude évêché évêque électricité écologie épargne
    édition éditions établissement établissements étranger étrangers étrangère étrangères
    échanges équité évangile étudiants élèves éclaireurs éclaireuses éditeur éditeurs
    écologique écologistes émigrés étrangères émirats états-unis""".split()
)
"""Words that names of institutions, ministries and offices hold, with a capital."""
PEOPLE = frozenset(
    """salarié salariée employé employée associé associée délégué déléguée assuré assurée
    licencié licenciée député députée réfugié réfugiée immigré immigrée handicapé handicapée
    invité invitée défavorisé défavorisée affilié affiliée rapatrié rapatriée""".split()
)
"""Nouns of people that no other noun is spelt like without the accent, only a verb."""
_USUAL = """
    abord accède accord accueil accueille achète actif actifs action actions active activement
    activité activités adhésion adopté adoptée adoption adresse adresses afin agence agences
    agit agricole agricoles aide aident aider aides aime ajouter allait aller ancêtre ancêtres
    ancien ancienne anciens animation animer annuel annuelle appel appels appui argent arrêté
    arrive artisans aspect aspects assemblée assemblées association assurer atelier ateliers
    attente aucun aucune aucunement aura aurait auront auteur auteurs autre autres avaient avait
    avance avenir avoir avons ayant base bâtir beau belle bénévole bénévoles besoin besoins
    bilan blanc bleu bois bonne bonnes bord bourse brochure bruit budget bulletin bureau bureaux
    but cadre calendrier campagne capable car caractère caractères carrière carte cartes cause
    célèbre centre centres certain certaine certaines certains chambre champ champs changement
    chantier chantiers charge chargé charte chaud chef chemin chèque chèques cher chiffre
    chiffres choisir choisit choix chômeurs chômeuse chose choses ciel citoyen citoyenne
    citoyenneté citoyens civil civile clair classe clef client clients code coin collectif
    collectifs collective collectives colloque combat commande comme commence commerce
    commission commissions commun commune communes complète complètes compte comptes concernant
    concerne concernent conclu condition conditions conduit conférence conférences conquête
    conseil conseiller conseillère conseillers conseils considère contact contacts conte contrat
    contrats convention conventions coopération corps côtés couleur coup coupe cour courant
    cours court création créer crise critère critères culture culturel culturelle culturelles
    culturels cœur date décembre décide décider décision décisions délégation délégué déléguée
    délégués demande demandent demander demandes démarche demeure département dernier dernière
    dernières derniers devaient devait devenir devenu devient devoir devons devrait diffère
    diffèrent difficile difficiles difficulté difficultés diplôme diplômes dire directeur
    direction directrice dispositif dit divers diverses document documents doit doivent domaine
    domaines dôme donnait donne donnent donner dossier dossiers doute droit droits dure échange
    échanges économie économique économiques écoute écrire écrit éducateur éducateurs éducation
    effet effort efforts élection élections élire emploi emplois encadrement enfant enfants
    enjeux enquête entière entièrement entières entreprise entreprises envoi erreur espace
    espère esprit essai établi établir établit étaient étais était étant évaluation événement
    événements exclus exclusion exemple exercice existait existe expérience expériences extrême
    facile façon faible faim faire faisait fait faite faites faits famille familles faut faute
    fédération femme femmes fenêtre ferme fermeture feuille fidèle fidèles figure fille filles
    film fils fin finance financement finances financier financière financières financiers finir
    finit fixe foi fois fonction fond fondateur fondateurs fondation fonds font force forces
    formation formations forme formes fort forte forts fournie fournir fournit frais français
    froid frontière fruit garde gardent gens gère gèrent gérer gestion goût grâce grand grande
    grandes grands gratuit gros groupe groupes guerre guide habitants haut haute heure heures
    histoire homme hommes hôpital hors hôtel idées image images immeuble important importante
    importantes importants information initiative initiatives insertion intègre intègrent
    intérêts invité invités jardin jardins jeudi jeune jeunes jeunesse joie jour journal journée
    journées jours juge juillet juin jury juste laissait laisse laisser langue langues large
    lecture légère lettre lettres lève libère libre libres lieu lieux ligne lignes lire liste
    listes livre livres local locale locales locataires locaux logement logements loisirs long
    longue loyer loyers lumière lundi lutte magasin main mains maire mairie maison maisons
    maître manière manières manque marché marchés mardi marque matériel matière matin mauvais
    médecin meilleur meilleure membre membres mémoire mène menée mènent mener mercredi mesure
    mesures mettait mettent mettre midi milieu milieux militants ministère ministre mis mise
    misère mises mission missions mode modèle modèles modes moindre mois moitié moment monde
    monnaie mort motif mots moyen moyenne moyens municipal musée mutuelle mutuelles nature
    niveau niveaux nom nombre nombreuses nombreux nommé noms nord note nouveau nouveaux nouvelle
    nouvelles nuit objectif objectifs objet objets obtenir occasion octobre offert offre offres
    offrir opère ordre organisent organisme organismes origine outil outils ouvert ouverte
    ouverture ouvre ouvrent ouvrir page pages paix papier parallèle parcours pareil parents
    parlait parle parler parole part partage partager partenaire partenaires partenariat parti
    participe participent partie parties partir passage passe passé passer pauvre pauvreté payer
    pays peine pénètre pensée penser perdre permanent permanente permanents permet permettent
    permettre permis personne personnel personnes perte petit petite petites petits peuple peut
    peuvent pied pierre place places plan plein pleine poème poids point points politique
    politiques porte portent porter possède possèdent possible possibles poste postes pourra
    pourrait pouvaient pouvait pouvoir pratique pratiques précaire préfère premier première
    premières premiers prenait prendre prennent présent présente présidente prêtre preuve prévu
    prière principal principe principes pris prise prises privé prix problème problèmes prochain
    prochaine production produit produits profit programme programmes projet projets promotion
    propose proposent proposer proposition propre propres protection protège province public
    publication publics publique publiques qualité qualités quartier quartiers question
    questions quotidien quotidienne raison raisons rapide rapport rapporteur rapports réalité
    récent recherche reçoit reçoivent reçu réelle réflexion refus regard régie régional
    régionale régionales régionaux règlement règne relais relation relations remise remplit
    rencontre rencontres rendre réponse réponses représente requête responsable ressources
    restait reste restent rester résultat résultats retour retraite réunion réunions réunir
    réunit réussit révèle revenu revenus rien rivière route rue rural sait salaire salarié
    salariée salariés salle salles samedi sanitaire savait savent savoir scolaire scolaires
    second seconde secours secrétaire secteur secteurs section séjour semaine semaines semble
    semblent séminaire sens sentir sera serait seront sert servent service services servir seul
    seule seulement signé signe simple sincère site sites situation situations social sociale
    sociales sociaux société sociétés soin soins soir sol soleil solidaire solidaires solidarité
    solution solutions somme sommes sont sorte sortie sortir source soutenir soutien soutient
    sportif sportifs sportive stage stages statut statuts structure structures subvention
    subventions succède sud suggère suite suivante suivent suivi suivre sujet sujets support
    suprême symptôme syndicat système sœur table taux technique techniques tempête temps tenait
    tenir tenue terme termes terrain terre territoire territoires texte textes théâtre thèmes
    tiennent tient tiers titre tolère tour train traitement transport transports travail
    travaille travailler travaux travers traverse trésorier trésorière trouvait trouve trouver
    type types union unique université urgence usage usagers usine utile utiles utilisation
    vacances valeur valeurs vaste veille venait vendre vendredi venir vente venue verre vert
    veut viande vice vie vieille viennent vient vieux village villages ville villes visite
    visites vivant vivent vivre voie voient voir voisin voisins voit voiture voix volontaire
    volonté vont vote voulait voulu voyage vrai vraie vue vues zone zones œuvre œuvres
""".split()
USUAL = FUNCTION | SHORT_ACCENTED | ADVERBS | frozenset(_USUAL)
"""Words so usual that one of them is meant where a misreading could be a rare word too."""
