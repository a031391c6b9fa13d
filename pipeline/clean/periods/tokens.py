"""Cut a period text into tokens: accents, case, points and dashes no longer matter."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from pipeline.clean.periods.calendar import REPUBLICAN_MONTHS


class Token(NamedTuple):
    """A kind, its letters, and a number where it has one."""

    kind: str
    text: str
    number: int = 0


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    return "".join(each for each in folded if not unicodedata.combining(each)).lower()


_MONTHS = (
    "janvier janv jan january",
    "fevrier fevr fev feb february",
    "mars march",
    "avril avr apr april",
    "mai may",
    "juin june jun",
    "juillet juill juil jul july",
    "aout aug august",
    "septembre sept sep 7bre september",
    "octobre oct 8bre october",
    "novembre nov 9bre november",
    "decembre dec 10bre xbre december",
)
_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_SEASONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
_WORDS = {
    "du": "de", "de": "de", "des": "de", "d'": "de", "entre": "entre", "from": "de",
    "a": "a", "au": "a", "aux": "a", "to": "a",
    "et": "et", "&": "et", "puis": "et", "ou": "ou",
    "le": "le", "la": "le", "les": "le", "l'": "le", "en": "le", "dans": "le",
    "vers": "vers", "environ": "vers", "env": "vers", "ca": "vers", "circa": "vers",
    "approximativement": "vers",
    "avant": "avant", "anterieur": "avant", "apres": "apres", "posterieur": "apres",
    "depuis": "depuis", "jusque": "jusque", "jusqu'": "jusque",
    "debut": "debut", "fin": "fin", "mi": "mi", "milieu": "mi", "courant": "courant",
    "siecle": "siecle", "siecles": "siecle", "s": "siecle",
    "annees": "annees", "annee": "annee", "an": "an", "ans": "an",
    "moitie": "2", "quart": "4", "tiers": "3",
    "trimestre": "trimestre", "trim": "trimestre", "semestre": "semestre", "sem": "semestre",
    "avjc": "avjc", "apjc": "apjc", "suivants": "suivants",
    "premier": "ordinal:1", "premiere": "ordinal:1", "second": "ordinal:2",
    "seconde": "ordinal:2", "deuxieme": "ordinal:2", "troisieme": "ordinal:3",
    "quatrieme": "ordinal:4", "dernier": "ordinal:-1", "derniere": "ordinal:-1",
    "complementaire": "complementaire", "complementaires": "complementaire",
    "interc": "complementaire", "sansculottide": "complementaire",
    "jour": "jour", "jours": "jour",
}  # fmt: skip

_NAMES: dict[str, Token] = {
    **{
        name: Token("month", name, n)
        for n, names in enumerate(_MONTHS, 1)
        for name in names.split()
    },
    **{_plain(name): Token("republican", name, n) for n, name in enumerate(REPUBLICAN_MONTHS, 1)},
    **{name: Token("weekday", name, n) for n, name in enumerate(_WEEKDAYS)},
    **{name: Token("season", name, n) for name, n in _SEASONS.items()},
}

_BEFORE_CHRIST_RE = re.compile(
    r"\bav(?:ant|\.)?\s*(?:j(?:esus)?\.?\s*-?\s*c(?:hrist\b|\.|\b)|notre ere|n\.\s*e\.)|\bbce?\b"
)
"""« av. J.-C. »."""
_AFTER_CHRIST_RE = re.compile(
    r"\bap(?:res|r?\.)?\s*(?:j(?:esus)?\.?\s*-?\s*c(?:hrist\b|\.|\b)|notre ere|n\.\s*e\.)|\bad\b"
)
"""« ap. J.-C. »."""
_NEW_STYLE_RE = re.compile(r"\(?\bn(?:ouveau|\.)?\s*st(?:yle|\.)?\)?")
"""« (n. st.) »: already counted from January."""
_AROUND_RE = re.compile(
    r"\b(?:aux? )?(?:environs?|alentours?) (?:de |du |d')|\bautour (?:de |du |d')|\bc\.(?=\s*\d)"
)
"""« aux environs de »."""
_FOLLOWING_RE = re.compile(r"\bet (?:les )?(?:jours? )?suivants?\b|\bet sq\.?")
"""« et jours suivants »."""
_FROM_RE = re.compile(r"\ba (?:partir|compter) (?:de |du |d'|des )")
"""« à partir de »."""

_TOKEN_RE = re.compile(
    r"(?P<iso>(?<!\d)\d{4}-\d\d-\d\d)(?:[t ]\d\d:\d\d(?::\d\d)?)?(?!\d)"
    r"|(?P<dmy>(?<![\d/])\d{1,2}\s?(?P<sep>[/.-])\s?\d{1,2}\s?(?P=sep)\s?(?:\d{4}|\d\d))(?![\d/])"
    r"(?!\s*(?:janv|fev|mars|avr|mai|jui|aou|sep|oct|nov|dec))"
    r"|(?P<my>(?<![\d/])\d{1,2}/(?:\d{4}|3[2-9]|[4-9]\d))(?![\d/])"
    r"|(?P<ym>(?<!\d)\d{4}-(?:0[1-9]|1[0-2]))(?![\d/-])"
    r"|(?P<yy>(?<!\d)\d{4}/\d\d)(?!\d)"
    r"|(?P<mask>(?<!\d)\d\d(?:\.\.|\?\?|xx))(?!\d)"
    r"|(?P<dmask>(?<!\d)\d{3}[x])(?!\w)"
    r"|(?P<xbre>(?:7|8|9|10|x)bre)\b"
    r"|(?P<ordinal>(?!(?:le|les|vers|ce)\b)(?:\d{1,2}|[ivxlc]+)(?:eres?|ers?|ndes?|nds?|emes?|mes?|res?|e))(?![a-z'])"
    r"|(?P<number>\d+)"
    r"|(?P<roman>[ivxlc]+)(?![a-z'])"
    r"|(?P<word>[a-z]+'?|&)"
    r"|(?P<mark>[-/,;:()\[\]?.'])"
    r"|(?P<other>\S)"
)

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman_number(letters: str) -> int:
    """Return the value of a Roman numeral; 0 where it is not well formed.

    >>> roman_number("xvi"), roman_number("iix")
    (16, 0)
    """
    value = 0
    for letter, after in zip(letters, [*letters[1:], ""], strict=True):
        unit = _ROMAN[letter]
        value += -unit if after and _ROMAN[after] > unit else unit
    return value if roman_letters(value).lower() == letters else 0


def roman_letters(value: int) -> str:
    """Return a number up to 399 in Roman capitals.

    >>> roman_letters(19)
    'XIX'
    """
    letters = ""
    for unit, mark in (
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
        (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        letters += mark * (value // unit)
        value %= unit
    return letters


def normal(text: str) -> str:
    r"""Return the letters that the grammar reads.

    >>> normal("  Du 30 Octobre – 2 nov.\u00a01994 ")
    'du 30 octobre - 2 nov. 1994'
    """
    plain = _plain(text).replace("’", "'").replace("ʼ", "'").replace("`", "'").replace("´", "'")
    plain = re.sub("[‐‑‒–—−]", "-", plain.replace("\u2060", "").replace("⁄", "/"))
    return " ".join(plain.split())


def tokens(letters: str) -> list[Token] | None:
    """Return the tokens of a normalised text; ``None`` where a word is not of this language."""
    if "j" in letters or "ere" in letters or "n." in letters or "b" in letters or "ad" in letters:
        letters = _BEFORE_CHRIST_RE.sub(" avjc ", letters)
        letters = _AFTER_CHRIST_RE.sub(" apjc ", letters)
    if "st" in letters:
        letters = _NEW_STYLE_RE.sub(" ", letters)
    letters = _AROUND_RE.sub("vers ", letters)
    letters = _FOLLOWING_RE.sub(" suivants ", letters)
    letters = _FROM_RE.sub("depuis ", letters)
    found = []
    for match in _TOKEN_RE.finditer(letters):
        token = _token(str(match.lastgroup if match.lastgroup != "sep" else "dmy"), match)
        if token is None:
            return None
        found.append(token)
    return [each for n, each in enumerate(found) if not _is_abbreviation_point(found, n)]


def _is_abbreviation_point(found: list[Token], place: int) -> bool:
    """A point after a word or at the end says nothing; after a number it ends the text."""
    if found[place].text != ".":
        return False
    return place == len(found) - 1 or (
        place > 0 and found[place - 1].kind not in ("number", "mark")
    )


def _token(kind: str, match: re.Match[str]) -> Token | None:
    text = match[kind]
    if kind == "word":
        if text in _NAMES:
            return _NAMES[text]
        meaning = _WORDS.get(text)
        if meaning is None:
            return None
        if meaning.startswith("ordinal:"):
            return Token("ordinal", text, int(meaning[8:]))
        return Token(meaning, text)
    if kind == "number":
        return Token(kind, text, int(text)) if len(text) <= 4 else None
    if kind == "xbre":
        return _NAMES[text]
    if kind in ("roman", "ordinal"):
        digits = re.match(r"\d+", text)
        if digits:
            return Token(kind, text, int(digits[0]))
        numeral = (
            text
            if kind == "roman"
            else re.sub(r"(eres?|ers?|ndes?|nds?|emes?|mes?|res?|e)$", "", text)
        )
        value = roman_number(numeral)
        if kind == "roman" and text == "l":
            return None
        return Token(kind, "roman", value) if value else None
    if kind == "other":
        return None
    return Token(text if kind == "mark" else kind, text)
