"""What a heading in capitals hides: numerals, surnames with an article, names in compounds.

Where it cannot be told whether a word is a name, the heading is to stay in capitals.
"""

from __future__ import annotations

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
_OUR_LADY_RE = regex(r"\bNOTRE-DAME DE $")
_FUNCTION = frozenset(
    "EST A ET DE DU DES D LE LA LES L EN AU AUX À ÉTAIT ETAIT SERA ÉLU ELU DIT QUI S SE Y".split()
)


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


def doubtful(word: str, before: str, lexicon: Lexicon) -> bool:
    """Tell whether a word may be a name or a plain one, or has two readings: ``SUCCEDE``."""
    small = word.lower()
    listed = lexicon.listed_small(small)
    if not listed:
        return len(word) > 3 and len(lexicon.accents(small)) > 1
    if _ARTICLE_RE.search(before):
        return not _OFFICE_RE.match(word)
    if _PRIEST_RE.search(before):
        return word not in _FUNCTION and word != "PIERRE"
    return _OUR_LADY_RE.search(before) is not None
