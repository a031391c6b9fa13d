"""Names that a heading in capitals may hold: towns, rivers, countries, people, institutions.

What has one spelling and is no other word is set with its capital.  What is a common word as
well (*Tours*, *la Marne*, *Pierre*) only tells that the heading must stay in capitals.
Spelling of places: Insee, Code officiel géographique.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pipeline.clean.gazetteer import every_first_name, every_place
from pipeline.clean.lexicon import plain
from pipeline.regex import regex

_TOWNS = """
Abbeville / Malte / Agde / Nice / Lens / Foix / Auch / Agen / Gap / Dole / Royan / Lourdes /
Chelles / Aix-les-Bains / Ajaccio / Alençon / Alès / Alfortville / Annemasse / Annonay / Antibes /
Antony / Arcachon / Argentan / Argenteuil / Argenton-sur-Creuse / Arles / Armentières /
Asnières-sur-Seine / Athis-Mons / Aubagne / Aubenas / Aubervilliers / Aubusson / Autun / Avallon /
Avranches / Bagneux / Bagnolet / Bagnols-sur-Cèze / Bar-le-Duc / Bastia / Bayeux / Beaucaire /
Beaugency / Bergerac / Bernay / Berck / Béthune / Blagnac / Blanc-Mesnil / Blois /
Bourg-en-Bresse / Bourgoin-Jallieu / Bressuire / Brétigny-sur-Orge / Briançon /
Brive-la-Gaillarde / Bruay-la-Buissière / Cagnes-sur-Mer / Cambrai / Cannes / Carpentras /
Castelnaudary / Castelsarrasin / Castres / Cavaillon / Cergy / Chalon-sur-Saône /
Châlons-en-Champagne / Chambord / Champigny-sur-Marne / Chantilly / Charleville-Mézières /
Chartres / Châteaubriant / Châteaudun / Château-Gontier / Château-Thierry / Châtellerault /
Chaumont / Chinon / Choisy-le-Roi / Cholet / Clamart / Clichy / Cognac / Colombes / Compiègne /
Concarneau / Condé-sur-Noireau / Corbeil-Essonnes / Coulommiers / Courbevoie / Coutances /
Deauville / Denain / Dinan / Dinard / Douai / Douarnenez / Drancy / Draguignan / Dreux / Étaples /
Évreux / Falaise / Fécamp / Figeac / Firminy / Flers / Forbach / Fougères / Fréjus / Givors /
Gonesse / Granville / Grasse / Gravelines / Guéret / Guingamp / Haguenau / Hautmont / Hazebrouck /
Hénin-Beaumont / Hyères / Issoire / Issoudun / Issy-les-Moulineaux / Istres / Ivry-sur-Seine /
Joué-lès-Tours / La Baule / La Ciotat / La Courneuve / La Flèche / La Roche-sur-Yon /
La Seyne-sur-Mer / Landerneau / Lannion / Laon / Laval / Le Creusot / Le Puy-en-Velay /
Le Touquet / Les Sables-d’Olonne / Levallois-Perret / Libourne / Liévin / Lisieux / Longjumeau /
Longwy / Lons-le-Saunier / Louviers / Lunel / Lunéville / Maisons-Alfort / Maisons-Laffitte /
Malakoff / Manosque / Mantes-la-Jolie / Marmande / Martigues / Massy / Maubeuge / Meaux / Melun /
Menton / Meudon / Millau / Miramas / Mont-de-Marsan / Mont-Saint-Michel / Montargis /
Montbéliard / Montbrison / Montceau-les-Mines / Montélimar / Montereau-Fault-Yonne / Montfermeil /
Montmartre / Montmorillon / Montreuil / Montrouge / Morlaix / Moûtiers / Nemours /
Neuilly-sur-Seine / Nogent-le-Rotrou / Nogent-sur-Marne / Noisy-le-Grand / Noisy-le-Sec /
Oloron-Sainte-Marie / Oradour-sur-Glane / Orvault / Oullins / Oyonnax / Palaiseau / Pamiers /
Pantin / Paray-le-Monial / Parthenay / Pau / Pertuis / Pessac / Pithiviers / Ploërmel / Poissy /
Pont-à-Mousson / Pont-Audemer / Pont-l’Évêque / Pontarlier / Pontivy / Pontoise / Privas /
Provins / Puteaux / Quimperlé / Rambouillet / Redon / Remiremont / Rezé / Ris-Orangis /
Rive-de-Gier / Riom / Roanne / Rochefort / Romans-sur-Isère / Romilly-sur-Seine / Romorantin /
Rosny-sous-Bois / Rueil-Malmaison / Saint-Cloud / Saint-Dié-des-Vosges / Saint-Dizier /
Saint-Flour / Saint-Gaudens / Saint-Germain-en-Laye / Saint-Herblain / Saint-Jean-d’Angély /
Saint-Lô / Saint-Omer / Saint-Ouen / Saint-Pol-sur-Ternoise / Saint-Priest / Saint-Quentin /
Saint-Raphaël / Sainte-Geneviève-des-Bois / Sallanches / Salon-de-Provence / Sarcelles /
Sarreguemines / Sarlat / Saumur / Sedan / Segré / Senlis / Sète / Sèvres / Six-Fours-les-Plages /
Sochaux / Soissons / Suresnes / Sotteville-lès-Rouen / Taizé / Tarascon / Thionville / Thiers /
Thonon-les-Bains / Thouars / Tournus / Trappes / Tulle / Ussel / Uzès / Valençay /
Vandœuvre-lès-Nancy / Vénissieux / Vendôme / Vesoul / Vichy / Vierzon / Villefranche-sur-Saône /
Villejuif / Villeneuve-d’Ascq / Villeneuve-Saint-Georges / Villeneuve-sur-Lot / Ville-d’Avray /
Villepinte / Vimoutiers / Vincennes / Vitry-le-François / Vitry-sur-Seine / Voiron / Wattrelos /
Wasquehal / Yvetot / Velay / Beauce / Sologne / Berry / Anjou / Périgord / Quercy / Béarn /
Gascogne / Dauphiné / Artois / Flandres / Ardennes / Cévennes / Jura / Pyrénées / Alpes / Forez /
Bugey / Vercors / Lubéron / Camargue / Brie / Corse / Nord-Pas-de-Calais / Val de Loire /
Territoire de Belfort / Tarn / Gers / Eure-et-Loir / Rhin / Rhône / Danube / Garonne / Loire /
Seine / Saône / Yonne / Nièvre / Allier / Alger / Oran / Tunis / Rabat / Casablanca / Dakar /
Bamako / Abidjan / Le Caire / Jérusalem / Bethléem / Nazareth / Beyrouth / Damas / Athènes /
Istanbul / Moscou / Prague / Vienne / Budapest / Bucarest / Belgrade / Sofia / Turin / Milan /
Venise / Florence / Naples / Assise / Padoue / Barcelone / Séville / Saragosse / Porto / Fatima /
Liège / Namur / Bruges / Anvers / Gand / Lausanne / Zurich / Bâle / Berne / Munich / Hambourg /
Francfort / Cologne / Bonn / Dresde / Amsterdam / Rotterdam / Copenhague / Stockholm / Oslo /
Helsinki / Dublin / Édimbourg / Manchester / Liverpool / Tokyo / Pékin / New York / Washington /
Czestochowa / Auschwitz / Buchenwald / Dachau / Mauthausen / Ravensbrück / Lampedusa /
Compostelle / Chicago / Ottawa / Haïti / Autriche / Suisse / Hongrie / Roumanie / Bulgarie /
Grèce / Turquie / Yougoslavie / Croatie / Serbie / Bosnie / Ukraine / Lituanie / Lettonie /
Estonie / Finlande / Suède / Norvège / Danemark / Pays-Bas / Hollande / Irlande /
Grande-Bretagne / Islande / Albanie / Liban / Syrie / Israël / Palestine / Irak / Iran / Arménie /
Inde / Vietnam / Viêt Nam / Cambodge / Laos / Indochine / Corée / Philippines / Brésil /
Argentine / Chili / Mexique / Pérou / Bolivie / Colombie / Venezuela / Nicaragua / Salvador /
Cuba / Mali / Niger / Burkina Faso / Bénin / Togo / Cameroun / Gabon / Congo / Tchad / Rwanda /
Burundi / Madagascar / Éthiopie / Mauritanie / Guinée / Côte d’Ivoire / Australie / URSS /
États-Unis d’Amérique / Union soviétique / Afrique du Nord / Afrique du Sud / Amérique latine /
Amérique du Sud / Moyen-Orient / Proche-Orient
"""
_FIRST_NAMES = """
    Achille Adèle Adeline Adolphe Adrien Agathe Agnès Aimé Alexandra Alexis Alix Aline Alphonse
    Amélie Anatole Andrée Anaïs Angèle Anselme Anthony Armand Armelle Arlette Arnaud Arsène
    Audrey Augustin Aurélie Aurélien Baptiste Barbara Bastien Béatrice Benjamin Bénédicte
    Bertrand Blaise Brice Bruno Carole Caroline Céline Célestin Chantal Charlotte Christiane
    Claudine Claudette Clément Clémence Corinne Cyril Damien Danielle David Delphine Désiré
    Dorothée Edmond Eliane Éliane Élise Élodie Émilie Emmanuel Emmanuelle Ernest Estelle Eugénie
    Évelyne Fabien Fabienne Félix Ferdinand Fernande Firmin Florence Florent Francis Francine
    Franck Frédérique Gaston Gabrielle Gaëlle Georgette Gérald Germain Ghislaine Ginette Gisèle
    Grégoire Grégory Gustave Henriette Hippolyte Honoré Honorine Hugues Huguette Ignace Irène
    Isidore Jacky Jackie Jacquot Janine Jérémie Jérôme Joachim Jocelyne Joëlle Johann Jonathan
    Joséphine Josette Josiane Jules Julie Justine Justin Karine Laetitia Lazare Léa Léo Léonard
    Léonce Léopold Liliane Lionel Loïc Lucas Lucette Lucie Ludovic Lydie Magali Manuel Marc
    Marcelle Marcellin Marianne Marielle Mariette Marine Marius Martial Martin Mathieu Mathilde
    Matthieu Mauricette Maxime Maximilien Mélanie Micheline Michelle Mireille Muriel Myriam
    Nadège Nadine Narcisse Noémie Noëlle Octave Oscar Pascale Patrice Patricia Pauline Perrine
    Pierrette Quentin Rachel Raoul Raphaël Rémi Rémy Renaud Renée Régine Régis Richard Roch
    Rodolphe Romain Roseline Rosine Sabine Samuel Sandrine Sara Simon Solange Sophie Stéphanie
    Séverine Sylvain Sylvestre Sylvette Théodore Théophile Tristan Ursule Valentin Valentine
    Valery Véra Virginie Vivien Viviane Wilfrid William Yann Yannick Yolande Yvan Zoé""".split()
FIRST_NAMES_TOO = frozenset(
    """pierre rose claire blanche violette marguerite victoire constant constance modeste desire
    aimee aime prudence capucine clement colombe ange marin innocent placide celeste honore
    reine martial clemence maxime octave manuel marine olivier germain auguste olive perle
    felicite parfait romain fleur""".split()
)
"""First names that are common words as well, without accents."""
PLACES_TOO = frozenset(
    """lourdes marne vire somme cher creuse manche landes vienne orne aube die laval salon vannes
    grasse falaise fougeres moulins vitre givet ham menton redon cannes trappes tulle havre puy
    brie alpes florence cologne assise inde seine corse hollande suisse berne bale saintes
    condom mende vif muret bievres sceaux beaune champagne nord sud ouest macon allier drome
    dauphine philippines chili royan roye valence auge pau pertuis ardennes""".split()
)
"""Places that are common words as well, without accents."""
PLACES_BARE = frozenset("sens tours lot montagne colombes lens".split())
"""Those of them that are words more often, and places only behind a bare preposition."""
_FIXED = """
Première Guerre mondiale / Seconde Guerre mondiale / Deuxième Guerre mondiale /
président de la République / présidence de la République / chef d’État / coup d’État /
Conseil d’État / diplôme d’État / secrétaire d’État / ministre d’État / Moyen Âge /
Légion d’honneur / Croix-Rouge / Front populaire / Secours populaire / Secours catholique /
Nations unies / Éducation nationale / Crédit agricole / Crédit mutuel / Croix de guerre /
Armée du salut / Terre sainte / Tour de France / Saint-Esprit / Sainte Vierge / Toussaint / Noël /
Pâques / Pentecôte / Épiphanie / dimanche des Rameaux / Fête-Dieu / Mardi gras / Jésus-Christ /
Jésus / Dieu / Emmaüs / Internet / Parti communiste / Parti socialiste / état civil /
état des lieux / état d’esprit / Charles de Gaulle / général de Gaulle / portes ouvertes /
Belle Époque / Grande Guerre / Bon Pasteur / Crédit lyonnais / Petit Poucet / Commune de Paris /
Quartier latin / Pont Neuf / Bonne Nouvelle / Compagnons du devoir / Petites Sœurs des pauvres /
Action catholique / Scouts de France / Guides de France / Restos du cœur / Médecins du monde /
guerre du Golfe / facteur Cheval / frères Lumière / château d’eau / acte de naissance /
acte de mariage / lever de rideau / chemin de croix / monument aux morts / guerre de Cent Ans /
chemin de fer / chemins de fer / maison de retraite / caisse de retraite / société de chasse /
permis de chasse / droit de chasse / pêche à la ligne / concours de pêche / société de pêche /
plan d’occupation des sols / centre aéré / aînés ruraux / club des aînés / congés payés /
Jules Ferry / Jean Jaurès / Victor Hugo / Jean Moulin / Léo Lagrange / Pierre Mendès France /
Jean Macé / Louis Pasteur / Marie Curie / Pierre et Marie Curie / Jacques Prévert / Simone Veil /
François Mitterrand / Léon Blum / Jean Zay / Jeanne d’Arc / abbé Pierre / général Leclerc /
maréchal Foch / maréchal Pétain / Antoine de Saint-Exupéry / Émile Zola / Albert Camus /
Paul Éluard / Louis Aragon / Georges Brassens / Georges Pompidou / Valéry Giscard d’Estaing /
Jacques Chirac / Léon Gambetta / Jean Mermoz / Guy Môquet / Joliot-Curie / Saint-Jean /
Saint-Vincent-de-Paul / Saint-Sylvestre / Sainte-Barbe / Sainte-Catherine
"""
ACRONYMS = frozenset(
    """ADMR AFPA ANPE ASSEDIC BTP CAF CCAS CCI CDI CEE CFDT CFTC CGT CHR CHRU CIAS CIO CLSH CNAM
    CNRS CPAM CUMA DDASS DDE DRAC EDF EHPAD ESAT FAO FFF FNSEA FSGT GAEC GDF GIE HLM IME IUT
    JAC JEC JOC INRA INSEE INSERM LEP MAIF MJC MSA OMS ONG ONU ORSEC ORTF OTAN PCF PME PMI PMU
    POS PLU PTT RATP RER RMI RPR RSA SARL SDF SFIO SIVOM SIVU SMIC SMIG SNCF SPA TGV TVA UDAF
    UDF UMP UNAF UNEF UNESCO UNICEF URSS URSSAF USA USEP UNSS VTT ZAC ZEP ZUP""".split()
)
"""Acronyms that every French reader knows."""
_FAST_RE = regex(r"[^\W_]+")


def proper(letters: str) -> dict[int, tuple[str, bool]]:
    """Return the words of a text in capitals that belong to a name, by their place.

    With each stands whether it can be nothing else.

    >>> proper("RÉUNION À SAINT-ETIENNE, VOYAGE A TOURS")
    {10: ('Saint', True), 16: ('Étienne', True)}
    >>> proper("LE FRONT POPULAIRE, LE PUY EN VELAY")[3]
    ('Front', True)
    """
    found: dict[int, tuple[str, bool]] = {}
    words = [
        (match.start(), match.end(), plain(match[0]).replace("œ", "oe"))
        for match in _FAST_RE.finditer(letters)
    ]
    table = _table()
    place = 0
    while place < len(words):
        for parts, spelled in table.get(words[place][2], ()):
            here = words[place : place + len(parts)]
            if tuple(word for _, _, word in here) == parts and _near(letters, here):
                sure = len(parts) > 1 or parts[0] not in PLACES_TOO | FIRST_NAMES_TOO
                found.update(
                    (start, (part, sure)) for (start, _, _), part in zip(here, spelled, strict=True)
                )
                place += len(parts) - 1
                break
        place += 1
    return found


def _near(letters: str, words: list[tuple[int, int, str]]) -> bool:
    """Tell whether words follow each other in one name: a blank, a hyphen, an apostrophe."""
    pairs = pairwise(words)
    return all(letters[one[1] : other[0]] in " -'’\xa0" for one, other in pairs)


def is_person(word: str) -> bool:
    """Tell whether a word without accents is a first name, whatever else it is.

    >>> is_person("pierre"), is_person("simone"), is_person("paris")
    (True, True, False)
    """
    return word in FIRST_NAMES_TOO or word in _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(map(plain, (*every_first_name(), *_FIRST_NAMES)))


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the names by their first word, the longest first."""
    names = [" ".join(name.split()) for name in f"{_TOWNS}/{_FIXED}".split("/")]
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name in dict.fromkeys((*names, *every_place(), *_FIRST_NAMES, *every_first_name())):
        spelled = tuple(re.findall(r"\w+", name))
        parts = tuple(plain(part).replace("œ", "oe") for part in spelled)
        table.setdefault(parts[0], []).append((parts, spelled))
    for same in table.values():
        same.sort(key=lambda pair: -len(pair[0]))
    return table
