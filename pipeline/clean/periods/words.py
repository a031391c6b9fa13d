"""The words of French periods, folded (no accents, lower case), and what each one means."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from pipeline.clean.periods.calendar import REPUBLICAN_MONTHS
from pipeline.clean.periods.feasts import FEASTS


class Token(NamedTuple):
    """A kind, its letters, and a number where it has one."""

    kind: str
    text: str
    number: int = 0


def folded(text: str) -> str:
    """Return the letters without accents, in lower case.

    >>> folded("Nivôse")
    'nivose'
    """
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each)).lower()


_MONTHS = (
    "janvier janv jan january",
    "fevrier fevr fev feb february febvrier",
    "mars march",
    "avril avr april apvril",
    "mai may",
    "juin june jun juing",
    "juillet juill juil jul jlt july",
    "aout aug august aoust",
    "septembre sept sep 7bre viibre september septbre",
    "octobre oct 8bre viiibre october octbre",
    "novembre nov 9bre ixbre november novbre",
    "decembre dec 10bre xbre december decbre",
)
_REPUBLICAN = (
    "vend vendem", "brum", "frim", "niv", "pluv", "vent", "germ", "flor", "prair", "mess",
    "therm", "fruct",
)  # fmt: skip
_WEEKDAYS = (
    "lundi lun", "mardi", "mercredi mer merc", "jeudi jeu", "vendredi ven vendr",
    "samedi sam", "dimanche dim",
)  # fmt: skip
_SEASONS = {"printemps": 21, "ete": 22, "automne": 23, "aut": 23, "hiver": 24}
_MEANINGS = {
    "du": "de", "de": "de", "des": "de", "d'": "de", "entre": "entre", "from": "de",
    "a": "a", "au": "a", "aux": "a", "to": "a",
    "et": "et", "&": "et", "puis": "et", "ou": "ou",
    "le": "le", "la": "le", "les": "le", "l'": "le", "en": "le", "dans": "le",
    "mois": "le", "pendant": "le", "durant": "le",
    "vers": "vers", "environ": "vers", "env": "vers", "ca": "vers", "circa": "vers",
    "approximativement": "vers", "approx": "vers", "probablement": "doubt",
    "vraisemblablement": "doubt",
    "avant": "avant", "av": "avant", "avt": "avant", "anterieur": "avant",
    "anterieure": "avant", "ant": "avant", "ante": "avant",
    "apres": "apres", "ap": "apres", "apr": "apres", "posterieur": "apres",
    "posterieure": "apres", "post": "apres",
    "peuavant": "peuavant", "peuapres": "peuapres", "plustard": "plustard", "plustot": "plustot",
    "depuis": "depuis", "jusque": "jusque", "jusqu'": "jusque",
    "debut": "debut", "deb": "debut", "fin": "fin", "mi": "mi", "milieu": "mi", "mil": "mi",
    "courant": "courant", "cours": "courant",
    "siecle": "siecle", "siecles": "siecle", "s": "siecle",
    "millenaire": "siecle", "millenaires": "siecle", "mill": "siecle",
    "annees": "annees", "annee": "annee", "an": "an", "ans": "an", "decennie": "annees",
    "decennies": "annees", "quinzaine": "quinzaine",
    "moitie": "2", "moities": "2", "moit": "2", "quart": "4", "quarts": "4", "tiers": "3",
    "trimestre": "trimestre", "trimestres": "trimestre", "trim": "trimestre",
    "semestre": "semestre", "semestres": "semestre", "sem": "semestre",
    "avjc": "avjc", "apjc": "apjc", "etsuivants": "suivants", "etsuites": "suites",
    "nst": "nst", "sansdate": "undated", "nosjours": "nosjours",
    "complementaire": "complementaire", "complementaires": "complementaire",
    "interc": "complementaire", "sansculottide": "complementaire",
    "jour": "jour", "jours": "jour",
}  # fmt: skip
_NAMES = {
    "exercice": "name", "exercices": "name", "saison": "name", "saisons": "name",
    "session": "name", "sessions": "name", "campagne": "name", "campagnes": "name",
    "nuit": "name", "semaine": "name", "week-end": "name",
    "scolaire": "adjective", "scolaires": "adjective", "universitaire": "adjective",
    "universitaires": "adjective", "judiciaire": "adjective", "judiciaires": "adjective",
    "budgétaire": "adjective", "budgétaires": "adjective",
    "civile": "adjective", "civiles": "adjective", "ordinaire": "adjective",
    "ordinaires": "adjective", "extraordinaire": "adjective", "extraordinaires": "adjective",
    "théâtrale": "adjective", "théâtrales": "adjective", "électorale": "adjective",
    "électorales": "adjective", "sportive": "adjective", "sportives": "adjective",
    "lyrique": "adjective", "lyriques": "adjective", "primitif": "adjective",
    "primitifs": "adjective", "supplémentaire": "adjective", "supplémentaires": "adjective",
    "recensement": "name", "recensements": "name", "élections": "name",
    "cop.": "name", "impr.": "name", "réimpr.": "name", "rééd.": "name", "DL": "name",
    "classe": "name", "classes": "name", "promotion": "name", "promotions": "name",
    "édition": "name", "éditions": "name", "budget": "name", "budgets": "name",
}  # fmt: skip
"""Words that name a period and are printed with it, after « année » or by themselves."""
NAMES_OF_DAYS = ("nuit", "semaine", "week-end")
_ORDINALS = {
    "premier": 1, "premiere": 1, "premiers": 1, "second": 2, "seconde": 2, "deuxieme": 2,
    "troisieme": 3, "quatrieme": 4, "dernier": -1, "derniere": -1,
}  # fmt: skip

WORDS: dict[str, Token] = {
    **{word: Token(kind, word) for word, kind in _MEANINGS.items()},
    **{word: Token("ordinal", word, number) for word, number in _ORDINALS.items()},
    **{
        name: Token("month", name, n)
        for n, names in enumerate(_MONTHS, 1)
        for name in names.split()
    },
    **{
        name: Token("republican", name, n)
        for n, (full, others) in enumerate(zip(REPUBLICAN_MONTHS, _REPUBLICAN, strict=True), 1)
        for name in (folded(full), *others.split())
    },
    **{
        name: Token("weekday", name, n)
        for n, names in enumerate(_WEEKDAYS)
        for name in names.split()
    },
    "mar": Token("mar", "mar"),
    **{
        folded(name).replace("-", "").rstrip("."): Token(kind, name)
        for name, kind in _NAMES.items()
    },
    **{folded(name): Token("feast", name) for name in FEASTS},
    **{name: Token("season", name, n) for name, n in _SEASONS.items()},
}
"""Each folded word that a period may hold."""
