"""Names that every French reader writes alike: places and first names, for headings in capitals.

The dictionary lists some of them as common words (*paris*, *bourgogne*); a heading in
capitals does not say which is meant.  Names that are also everyday words (*Tours*, *Lot*,
*Somme*, *Cher*, *Pierre*, *Claire*) are left out: nothing is better than a wrong capital.
Spelling of places: Insee, Code officiel géographique.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.clean.lexicon import plain

_PLACES = """
Alsace / Aquitaine / Auvergne / Auvergne-Rhône-Alpes / Basse-Normandie / Bourgogne /
Bourgogne-Franche-Comté / Bretagne / Centre-Val de Loire / Champagne-Ardenne / Franche-Comté /
Grand Est / Guadeloupe / Guyane / Haute-Normandie / Hauts-de-France / Île-de-France /
Languedoc-Roussillon / Limousin / Lorraine / Martinique / Mayotte / Midi-Pyrénées /
Nord-Pas-de-Calais / Normandie / Nouvelle-Aquitaine / Nouvelle-Calédonie / Occitanie / Pays de
la Loire / Pays-de-la-Loire / Picardie / Poitou-Charentes / Provence-Alpes-Côte d’Azur /
Rhône-Alpes / Savoie / Vendée / Pas-de-Calais / Val-de-Marne / Val-d’Oise / Seine-Saint-Denis /
Seine-et-Marne / Seine-Maritime / Hauts-de-Seine / Loiret / Loir-et-Cher / Indre-et-Loire /
Maine-et-Loire / Loire-Atlantique / Ille-et-Vilaine / Morbihan / Finistère / Côtes-d’Armor /
Mayenne / Sarthe / Calvados / Charente / Charente-Maritime / Deux-Sèvres / Haute-Vienne /
Haute-Garonne / Haute-Savoie / Haute-Loire / Haute-Marne / Haute-Saône / Haute-Corse /
Corse-du-Sud / Hautes-Alpes / Hautes-Pyrénées / Alpes-Maritimes / Alpes-de-Haute-Provence /
Pyrénées-Atlantiques / Pyrénées-Orientales / Puy-de-Dôme / Saône-et-Loire / Côte-d’Or /
Meurthe-et-Moselle / Moselle / Meuse / Vosges / Bas-Rhin / Haut-Rhin / Isère / Drôme / Ardèche /
Dordogne / Gironde / Lot-et-Garonne / Tarn-et-Garonne / Aveyron / Cantal / Corrèze / Lozère /
Hérault / Vaucluse / Bouches-du-Rhône / Oise / Aisne / Yvelines / Essonne / Provence /
Roussillon / Paris / Marseille / Lyon / Toulouse / Nantes / Montpellier / Strasbourg / Bordeaux
/ Lille / Rennes / Reims / Toulon / Saint-Étienne / Le Havre / Grenoble / Dijon / Angers /
Villeurbanne / Nîmes / Clermont-Ferrand / Aix-en-Provence / Le Mans / Brest / Amiens / Annecy /
Limoges / Metz / Perpignan / Besançon / Orléans / Rouen / Mulhouse / Caen / Nancy / Roubaix /
Tourcoing / Dunkerque / Avignon / Poitiers / La Rochelle / Calais / Boulogne-sur-Mer /
Boulogne-Billancourt / Béziers / Quimper / Lorient / Vannes / Saint-Nazaire / Saint-Brieuc /
Saint-Malo / Saint-Denis / Colmar / Valenciennes / Troyes / Chambéry / Niort / Bourges /
Beauvais / Arras / Évreux / Cherbourg / Belfort / Nevers / Châteauroux / Montluçon / Angoulême /
Périgueux / Bayonne / Biarritz / Tarbes / Carcassonne / Narbonne / Albi / Rodez / Cahors /
Montauban / Aurillac / Mâcon / Auxerre / Épinal / Verdun / Versailles / Bobigny / Créteil /
Nanterre / Évry / Fontainebleau / Québec / Montréal / Laurentides / Montérégie / Outaouais /
Bruxelles / Genève / Londres / Berlin /
Rome / Madrid / Lisbonne / Varsovie / France / Allemagne / Belgique / Espagne / Italie /
Portugal / Angleterre / Royaume-Uni / Pologne / Algérie / Maroc / Tunisie / Sénégal / Canada /
États-Unis / Étampes / Épernay / Étretat / Évian / Étaples / Échirolles / Épinay / Écosse /
Égypte / Éthiopie / Équateur / Europe / Afrique / Asie / Amérique / Russie / Chine / Japon /
Luxembourg
"""
_FIRST_NAMES = """
Alain Albert Alexandre Alfred Alice André Anne Antoine Arthur Auguste Benoît Bernadette Bernard
Brigitte Camille Catherine Cécile Charles Christian Christine Christophe Claude Colette Daniel
Denis Denise Didier Dominique Édouard Édith Élisabeth Émile Éric Étienne Eugène Fabrice Fernand
François Françoise Frédéric Gabriel Geneviève Georges Gérard Germaine Gilbert Gilles Guillaume Guy
Hélène Henri Hervé Hubert Isabelle Jacqueline Jacques Jean Jeanne Jeannine Joël Joseph Julien
Juliette Laurence Laurent Léon Louis Louise Lucien Lucienne Madeleine Marcel Marguerite Marie Marthe
Martine Maurice Michel Michèle Monique Nathalie Nicolas Nicole Odette Odile Olivier Pascal
Patrick Paul Paulette Philippe Raymond Raymonde René Robert Roger Roland Sébastien Serge Simone
Solange Sophie Stéphane Suzanne Sylvie Thérèse Thierry Thomas Valérie Véronique Victor Vincent
Xavier Yves Yvette Yvonne
""".split()


def every_place() -> list[str]:
    """Return the places, as they are spelt."""
    return [" ".join(name.split()) for name in _PLACES.split("/")]


def every_first_name() -> list[str]:
    """Return the first names, as they are spelt."""
    return _FIRST_NAMES


def is_first_name(word: str) -> bool:
    """Tell whether a word is a first name, a capital in front.

    >>> is_first_name("Simone"), is_first_name("Paris")
    (True, False)
    """
    return word in _FIRST_NAMES


def accented_name(word: str) -> str | None:
    """Return a place or first name with the accent of its capital; ``None`` for another word.

    >>> accented_name("Etampes"), accented_name("Edouard"), accented_name("Evolution")
    ('Étampes', 'Édouard', None)
    """
    return _accented().get(word)


@cache
def _accented() -> dict[str, str]:
    parts = {part for name in every_place() for part in re.findall(r"\w+", name)}
    return {
        plain(name).capitalize(): name
        for name in sorted(parts | set(_FIRST_NAMES))
        if name[0] in "ÀÂÇÉÈÊÎÔÛ" and len(name) > 3
    }


def misspelt_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the places that lack their hyphens or accents, and how they are spelt.

    >>> list(misspelt_places("à Saint Brieuc, en Ile-de-France et à Saint-Malo"))
    [(2, 14, 'Saint-Brieuc'), (19, 32, 'Île-de-France')]
    """
    pattern, spelled = _hyphenated()
    for match in pattern.finditer(text):
        before = text[match.start() - 1 : match.start()]
        name = spelled[plain(match[0]).replace(" ", "-").replace("'", "’")]
        person = name.startswith("Saint-") and name.removeprefix("Saint-") in _FIRST_NAMES
        if person and text[max(0, match.start() - 2) : match.start()] != "à ":
            continue  # « Saint Étienne » is the saint as well
        if match[0].replace("'", "’") != name and not before.isalnum() and before != "-":
            yield *match.span(), name


@cache
def _hyphenated() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of names, each from its first letter so that the search is quick."""
    names = every_place()
    both = {plain(name).replace(" ", "-") for name in names if " " in name}
    spelled = {plain(name): name for name in names if "-" in name and plain(name) not in both}
    loose = [
        first + "".join("[ -]" if each == "-" else _either(each) for each in name[1:])
        for name in sorted(spelled.values(), key=lambda name: (-len(name), name))
        for first in dict.fromkeys((name[0], plain(name[0]).upper()))
    ]
    return re.compile(f"(?:{'|'.join(loose)})(?![\\w-])"), spelled


def _either(letter: str) -> str:
    if letter == "’":
        return "['’]"
    bare = plain(letter) if letter.islower() else plain(letter).upper()
    return letter if bare == letter or not letter.isalpha() else f"[{letter}{bare}]"
