"""What a heading in capitals hides: numerals, surnames with an article, names in compounds.

Where it cannot be told whether a word is a name, the heading is to stay in capitals.
"""

from __future__ import annotations

import re

from pipeline.clean.lexicon import Lexicon
from pipeline.regex import regex
from pipeline.roman import roman_number

_NUMERAL_RE = regex(r"([IVX]{2,})|([IVX]+)(?:e|er|ère|ème|es)")
_ORDINAL_RE = regex(r"([IVX]+)E(?<!\bIE)$")
_CENTURY_RE = regex(r"[ \xa0](?:SIÈCLE|SIECLE|RÉPUBLIQUE|REPUBLIQUE)S?\b")
ACRONYMS = frozenset(("CHU",))
"""Acronyms that are spelt like a word that no article stands before."""
_TITLE_RE = regex(r"\b(?:M\.|MME|MLLE|DR\.?)[ \xa0]$")
_ARTICLE_RE = regex(rf"{_TITLE_RE.pattern[:-1]}L[EA][ \xa0]$")
_NEXT_RE = regex(r"[ \xa0](\w{2,})")
_OFFICE_RE = regex(
    r"(?:SOUS-|VICE-)?(?:MAIRE|PR[ÉE]SIDENT|PR[ÉE]FET|MINISTRE|DIRECT|CUR[ÉE]\b|RECTEUR|S[ÉE]NAT"
    r"|D[ÉE]PUT[ÉE]|CONSEILL|G[ÉE]N[ÉE]RAL\b|COLONEL|COMMANDANT|DUC\b|COMTE|MARQUIS|BARON"
    r"|DOCTEUR|PROFESSEUR|INSPECT|PROVISEUR|PRINCIPALE?\b|CONSUL|AMBASSAD|COMMISSAIRE|JUGE\b"
    r"|PROCUREUR|SUP[ÉE]RIEUR|CHANOINE|TR[ÉE]SORI|ADJOINT|MAR[ÉE]CHAL\b|GOUVERN|DOYEN|SECR[ÉE]T"
    r"|SOUS\b|VICE\b|BATONNIER|BÂTONNIER|CHEF\b|RECEVEUR|PERCEPTEUR|DÉLÉGU|DELEGU|PREMI)"
)
"""Who is spoken of by an office: ``M. LE MAIRE``."""
_PRIEST_RE = regex(r"\b(?:ABB[ÉE]|MGR\.?|MONSEIGNEUR)[ \xa0]$")
_ELIDED_RE = regex(r"-D['’]$")
_ELIDES_RE = regex(r"-D['’](\w+)")
_BRANDED_RE = regex(r"['’] ?\w| ['’] \w| ['’]S\b")
_MAY_LACK_RE = regex(
    r"E(?=$|[^AEIOUYRNMLSTX](?:[AEIOUYLRH]|$)|[RNMLSTX][AEIOUYH])|OE|[AEO]I?[CS]T?E"
)
"""An E that may be É or È: at the end, or before one consonant."""
_SUBJECT_RE = regex(r"\b(?:IL|ELLE|ON|QUI|Y|CELA|[NLMT][’'])[ \xa0]?$")
_PARTICIPLE_RE = regex(
    r"[ \xa0](?:ÉTÉ|ETE|EU|LIEU|FAIT|OUVERT|PRIS|MIS|REÇU|OBTENU|CONSTRUIT|PERMIS"
    r"|[A-ZÀ-Ý]{2,}(?<!IT)(?<!ÔT)(?<!COT)(?<!ONT)(?<!RCH)ÉE?S?)(?!\w)"
)
"""What tells the verb of « IL A VOTÉ », « L’AG A LIEU » from *à*: « À PROXIMITÉ » is none."""
_VERB_RE = regex(r" (?:EST|SONT|A|ONT|SERA|À) ")
_NO_OBJECT_RE = regex(r" (?:PARTIR|PROPOS|TRAVERS|NOUVEAU|PROXIMIT[ÉE]|CE JOUR|CÔTÉ|COTE)\b")
_OBJECT_RE = regex(
    r" (?:\d|UNE? |DES |SON |SA |SES |LEURS? |PEUR|BESOIN|DEUX |TROIS |QUATRE |DIX )"
)
"""What one has: « LE CLUB A 50 ANS »."""
COMBINING = frozenset(
    "franco anglo germano italo socio médico medico politico économico economico".split()
)
SAINT_RE = regex(r"\b(?:SAINTE?S?|NOTRE|NOTRE-DAME)-(?:\w+[-'’])*$", re.IGNORECASE)
"""What stands before the name of a saint: ``SAINT-``, ``SAINT-JEAN-DE-``, ``NOTRE-``."""
COMPOUND_RE = regex(r"(\w+)-(?:\w+-)*$")
"""The first part of a compound: ``BOULOGNE-SUR-``."""


def numeral(word: str, after: str) -> str | None:
    """Return a Roman numeral as it is printed; ``None`` for another word.

    >>> numeral("XIV", ""), numeral("XXe", ""), numeral("XXE", " SIÈCLE"), numeral("VIE", "")
    ('XIV', 'XXe', 'XXe', None)
    """
    match = _NUMERAL_RE.fullmatch(word)
    if match is not None:
        return word if roman_number((match[1] or match[2]).lower()) else None
    ordinal = _ORDINAL_RE.fullmatch(word)
    if ordinal and roman_number(ordinal[1].lower()) and _CENTURY_RE.match(after):
        return f"{ordinal[1]}e"
    return None


def surname(word: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a word belongs to a surname: ``M. LE GALL``, ``ABBÉ PIERRE``."""
    if word == "PIERRE":
        return _PRIEST_RE.search(before) is not None
    if word in ("LE", "LA"):
        follows = _NEXT_RE.match(after)
        titled = follows is not None and _TITLE_RE.search(before) is not None
        return bool(titled and follows and _named(follows[1], lexicon))
    return _ARTICLE_RE.search(before) is not None and _named(word, lexicon)


def _named(word: str, lexicon: Lexicon) -> bool:
    return not _OFFICE_RE.match(word) and not lexicon.listed_small(word.lower())


def place(word: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether a word belongs to a place with an elided name: ``ÎLE-D'YEU``."""
    if _ELIDED_RE.search(before):
        return not lexicon.listed_small(word.lower())
    follows = _ELIDES_RE.match(after)
    return follows is not None and not lexicon.listed_small(follows[1].lower())


def is_office(word: str) -> bool:
    """Tell whether a word behind ``M. LE`` is an office: ``MAIRE``."""
    return _OFFICE_RE.match(word) is not None


def no_accent(word: str) -> bool:
    """Tell whether an unknown name can lack no accent: ``VEIL``, but ``LEVEQUE``, ``DUPRE``.

    >>> no_accent("VEIL"), no_accent("LEVEQUE"), no_accent("DUPRE"), no_accent("DUPRÉ")
    (True, False, False, True)
    """
    return not word.isascii() or (_MAY_LACK_RE.search(word) is None and len(word) > 2)


def branded(before: str, word: str, after: str) -> bool:
    """Tell whether a word is part of a name with an apostrophe: ``PROXIM' SERVICES``.

    >>> branded("LE ", "PROXIM", "'SERVICES"), branded("LE ", "L", "'ART")
    (True, False)
    """
    elided = word in ("QU", "JUSQU", "LORSQU", "PUISQU", "QUELQU", "PRESQU", "AUJOURD", "PRUD")
    quoted = before[-1:] in "'’" and before != ""
    return len(word) > 2 and not elided and not quoted and _BRANDED_RE.match(after) is not None


def letter_a(before: str, after: str, subject: bool, place: bool) -> tuple[str, bool]:
    """Return *a* or *à*, and whether the other cannot be meant.

    >>> letter_a("LE CLUB ", " GAGNÉ", True, False), letter_a("CONGRÈS ", " ROUEN", False, True)
    (('a', True), ('à', True))
    >>> letter_a("LE CLUB ", " 50 ANS", True, False)
    ('A', False)
    """
    if _SUBJECT_RE.search(before):
        return "a", True
    if _PARTICIPLE_RE.match(after):
        return "a", True
    if not after.strip() or after[:1] not in " \xa0":
        return "A", not before
    subject = subject and not _VERB_RE.search(before)
    sure = not before.strip() or place or _NO_OBJECT_RE.match(after) is not None or not subject
    doubtful = _OBJECT_RE.match(after) is not None
    return ("à", True) if sure and not doubtful else ("A", False)
