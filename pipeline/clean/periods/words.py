"""The words of French periods, folded (no accents, lower case), and what each one means."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from pipeline.clean.periods.calendar import REPUBLICAN_MONTHS


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
    "fevrier fevr fev feb february",
    "mars march",
    "avril avr apr april",
    "mai may",
    "juin june jun",
    "juillet juill juil jul jlt july",
    "aout aug august",
    "septembre sept sep 7bre september septbre",
    "octobre oct 8bre october octbre",
    "novembre nov 9bre november novbre",
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
_SEASONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
_MEANINGS = {
    "du": "de", "de": "de", "des": "de", "d'": "de", "entre": "entre", "from": "de",
    "a": "a", "au": "a", "aux": "a", "to": "a",
    "et": "et", "&": "et", "puis": "et", "ou": "ou",
    "le": "le", "la": "le", "les": "le", "l'": "le", "en": "le", "dans": "le",
    "vers": "vers", "environ": "vers", "env": "vers", "ca": "vers", "circa": "vers",
    "approximativement": "vers",
    "avant": "avant", "av": "avant", "avt": "avant", "anterieur": "avant",
    "anterieure": "avant", "ant": "avant",
    "apres": "apres", "ap": "apres", "apr": "apres", "posterieur": "apres",
    "posterieure": "apres", "post": "apres",
    "depuis": "depuis", "jusque": "jusque", "jusqu'": "jusque",
    "debut": "debut", "deb": "debut", "fin": "fin", "mi": "mi", "milieu": "mi", "mil": "mi",
    "courant": "courant", "cours": "courant",
    "siecle": "siecle", "siecles": "siecle", "s": "siecle",
    "annees": "annees", "annee": "annee", "an": "an", "ans": "an", "decennie": "annees",
    "decennies": "annees", "scolaire": "scolaire", "scolaires": "scolaire",
    "moitie": "2", "moities": "2", "moit": "2", "quart": "4", "quarts": "4", "tiers": "3",
    "trimestre": "trimestre", "trimestres": "trimestre", "trim": "trimestre",
    "semestre": "semestre", "semestres": "semestre", "sem": "semestre",
    "avjc": "avjc", "apjc": "apjc", "etsuivants": "suivants", "etsuites": "suites",
    "nst": "nst", "sansdate": "undated", "nosjours": "nosjours",
    "complementaire": "complementaire", "complementaires": "complementaire",
    "interc": "complementaire", "sansculottide": "complementaire",
    "jour": "jour", "jours": "jour",
}  # fmt: skip
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
    **{name: Token("season", name, n) for name, n in _SEASONS.items()},
}
"""Each folded word that a period may hold."""
