"""What looks like a person and is none: a street, a town, a publisher, half of another name."""

from __future__ import annotations

import re

from pipeline.compose.first_names import FIRST_NAMES, FREQUENT, WOMEN
from pipeline.regex import regex

_NUMERAL_RE = regex(r"[IVXLCDM]+|Ier|I[eè]re")
_PUBLISHER_RE = regex(r",[ \xa0](?:1[4-9]|20)\d\d\b")
"""What follows a publisher: « Paris : Armand Colin, 1940 »."""
_NAMED_AFTER_RE = regex(
    r"(?<!\w)(?:rue|avenue|av\.|boulevard|bd|place|quai|square|impasse|allée|cours|pont|stade|gymnase"
    r"|lycée|collège|école|groupe|hôpital|clinique|centre|foyer|résidence|théâtre|salle|espace|parc"
    r"|port|bibliothèque|médiathèque|prix|fondation|institut|cité|université|station|métro|gare"
    r"|aéroport|association|amicale|maison|complexe|piscine|crèche|musée|caserne|amphithéâtre"
    r"|auditorium|établissements?|ets|librairie|imprimerie|éditions|église|chapelle|cathédrale|villa"
    r"|château|hôtel|navire|paquebot|chalutier|cinéma|esat|ehpad|ime|promotion|jardins?|esplanade"
    r"|passage|chemin|rond-point|passerelle|viaduc|quartier|cabinet|pavillon"
    r"|saint|sainte|ste?\.?|empire|lake|fort|mount|cape|île)"
    r"(?:[ \xa0](?:publi(?:c|que)|privée?|(?:mater|profession)nel(?:le)?|(?:élément|prim|scol)aire"
    r"|techni(?:que|cien)|agricole|polyvalente?|cultur\w+|sporti(?:f|ve)|soci\w+|hospital\w+"
    r"|(?:municip|commun|département|région|nation)ale?|des fêtes|des sports|de retraite)){0,2}"
    r"[ \xa0-](?:de |du |des |de la |d[’'])?$",
    re.IGNORECASE,
)
"""What is named after somebody, or a saint."""
_PLACES = frozenset(
    """City County Town River Bay Island Islands Creek Courthouse House Street Road Station
    Junction Bridge Landing Point Hill Heights Mountain Valley Springs Church Mills Lake
    Hotel Ville Park Square Garden Gardens Hall Harbour Harbor Fort Field Fields Beach""".split()
)
"""What makes a place of a first name: ``Charles City``."""
_NO_NAMES = frozenset(
    """Président Présidente Maire Ministre Directeur Directrice Préfet Le La Les Un Une Des Du De En
    Pour Par Dans Sur Sous Avec Sans Il Elle Ils Elles On Nous Vous Ce Cet Cette Ces Son Sa Ses Leur
    Leurs Mais Et Ou Où Qui Que Aux Au Après Avant Depuis Première Premier Deuxième Troisième
    Quatrième Cinquième Sixième Ange Michel-Ange Trésorier Trésorière Secrétaire Adjoint Adjointe
    Conseiller Conseillère Député Députée Sénateur Sénatrice Animateur Animatrice Responsable
    Docteur Professeur Membre Délégué Déléguée Administrateur Administratrice Vice-Président
    Vice-Présidente Association Nationale National Van Von Den Der Ben El Da Di Del Della Dos Revue
    Bulletin Feuilleton Mercure Gallery Museum""".split()
)
_THINGS = frozenset(
    """Bureau Centre Chambre Commission Commune Cour Croix Direction Fédération France Ligue Loi
    Mairie Maison Mission Monde Poste Préfecture Région République Société Tribune Vierge Villa
    Ville""".split()
)
"""What an article makes a thing: « Raphaël. La Commission », without its full stop."""
_TITLES = frozenset(
    """abbé adjudant adjoint amiral baron baronne capitaine cardinal chancelier colonel comte
    comtesse mme mlle me mgr cte vte
    conseiller conseillère curé député députée directeur directrice docteur dom duc duchesse dr
    empereur évêque frère général impératrice inspecteur judge juge king lady lieutenant lord
    madame mademoiselle maire maréchal marquis marquise maître messieurs mesdames minister ministre
    miss monseigneur monsieur mr mrs mère pape pasteur pharaon pr president prince princesse prof
    professeur préfet président présidente père queen recteur reine roi saint sainte secrétaire
    sergent sir sous-préfet sénateur sénatrice sœur vice-président vice-présidente""".split()
)
"""What stands in front of a name with a capital."""
_BEHIND_RE = regex(r"(?:,[ \xa0](?:[A-Z]\.|(\w+)(?=[ \xa0]\())|[ \xa0](?:de|du|d’)(?=[.,;)]))")
"""The first name of an author behind the surname."""
_LEADS = frozenset(
    """Abel Anne Charles Claude Eve Ève François Georges Guy Henri Jacques Jean Joseph Jules Léon
    Louis Luc Lou Marc Marie Paul Pierre Rose Victor Yves""".split()
)
"""What most double first names begin with."""
BORNE = frozenset(("Léo Lagrange", "Louis Harris", "Max Havelaar", "Thomas Cook"))
"""Names of associations and firms more than of persons."""
_INITIAL_RE = regex(r"(?<![\w.-])(?!M\.|S\.)[A-Z]\.$")
"""« H. James Dupont »."""
_BEGINS = '.!?…:;«»“”"()[]—–-•*/\n\t'
"""Behind these a word has its capital from its place alone."""


def is_no_name(words: str) -> bool:
    """Tell whether something is no part of a person's name: a place, a function, a numeral.

    >>> is_no_name("City"), is_no_name("Président"), is_no_name("XIV"), is_no_name("Dupont")
    (True, True, True, False)
    """
    if words in _PLACES or words in _NO_NAMES:
        return True
    if "-" in words:
        return any(each in _PLACES or each in _NO_NAMES for each in words.split("-"))
    return _NUMERAL_RE.fullmatch(words) is not None


def is_thing(particle: str, surname: str) -> bool:
    """Tell whether an article and a word name a thing where a first name stands in front.

    >>> is_thing("La ", "Commission"), is_thing("", "Maison"), is_thing("Le ", "Goff")
    (True, False, False)
    """
    return surname in _THINGS and particle.strip() not in ("", "d’", "d'", "de")


def is_half(text: str, end: int, before: str, first: str) -> bool:
    """Tell whether a name is torn out of a list of authors: « Ris, *Clément de Ris*, L. ».

    >>> is_half("Morgan Grasselli, Margaret (dir.)", 16, "", "Morgan")
    True
    >>> is_half("Amic, Sylvain-Alexandre Cabanel", 31, "Amic, ", "Sylvain-Alexandre")
    True
    """
    behind = _BEHIND_RE.match(text, end)
    if behind is not None and (behind[1] is None or behind[1] in FIRST_NAMES):
        return True
    lead, _, second = first.partition("-")
    if not second or lead in _LEADS:
        return False
    return (
        before.endswith(", ") or second not in FIRST_NAMES or (lead in WOMEN) != (second in WOMEN)
    )


def behind_a_name(before: str, surname: str = "") -> bool:
    """Tell whether a word of the same name stands in front: « Clement *Richard Attlee* ».

    A title, or the first word of a sentence, is none.

    >>> behind_a_name("reçu par Ramsay "), behind_a_name("Sir "), behind_a_name("Un. Selon ")
    (True, False, False)
    """
    bare = before.rstrip(" \xa0")
    if bare == before or not bare[-1:].isalpha():
        return bare[-2:-1].isupper() and bare[-1:] == "." and _INITIAL_RE.search(bare) is not None
    word = bare.replace("\xa0", " ").rpartition(" ")[2]
    word = word.rpartition("\n")[2].rpartition("’")[2].lstrip('«“"([')
    if len(word) == 1 and word.isupper():  # « J Baptiste de Foucauld »
        return True
    if not word[:1].isupper() or word.isupper() or word.casefold() in _TITLES:
        return False
    head = bare[: len(bare) - len(word)].rstrip(" \xa0")
    begins = not head or head[-1] in _BEGINS or bare[: len(bare) - len(word)].endswith("\n")
    return not begins or word in FIRST_NAMES or surname in FIRST_NAMES - FREQUENT


def is_named_after(before: str) -> bool:
    """Tell whether a street, a school, a ship or a saint stands in front.

    >>> is_named_after("à l’école maternelle "), is_named_after("l’élection de ")
    (True, False)
    """
    return _NAMED_AFTER_RE.search(before) is not None


def publishes(text: str, start: int, end: int) -> bool:
    """Tell whether a name is that of a publisher, between a place and a year.

    >>> publishes("Paris : Armand Colin, 1940", 8, 20)
    True
    """
    place = text[max(0, start - 2) : start].rstrip(" \xa0").endswith(":")
    return place and _PUBLISHER_RE.match(text, end) is not None
