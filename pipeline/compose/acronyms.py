"""Acronyms and what they stand for, collected from the text itself.

Both orders are read: « CNLRQ (Comité national de liaison des régies de quartier) » and
« Comité national … (CNLRQ) ».  A pair counts where the letters agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from pipeline.regex import regex

_ACRONYM = r"(?:[A-ZÀ-Ý][A-ZÀ-Ý0-9&-]{1,9}|(?:[A-Z]\.){2,})"
_BEFORE_RE = regex(rf"(?<!\w)({_ACRONYM})s? \(([^()«»]{{6,140}})\)")
"""« CNEI (Comité national des entreprises d’insertion) »."""
_AFTER_RE = regex(rf"((?:[^\W\d_][\w’'´-]*,?[ \xa0]){{1,16}}[\w’'´-]+)[ \xa0]\(({_ACRONYM})s?\)")
"""« Caisse des dépôts (CDC) »."""
_WORD_RE = regex(r"[^\W\d_]+")
_SMALL = frozenset("de des du d la le les l et en à au aux a pour par sur un une".split())


def collect(texts: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """Return expansions by acronym, the given ones first of all.

    >>> collect(["Le CNEI (Comité national des entreprises d’insertion) est né."], {})
    {'CNEI': 'Comité national des entreprises d’insertion'}
    >>> collect(["la Caisse des dépôts et consignations (CDC) signe"], {})
    {'CDC': 'Caisse des dépôts et consignations'}
    >>> collect(["un contrat emploi-solidarité (CES)"], {})
    {'CES': 'contrat emploi-solidarité'}
    """
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text:
            continue
        for match in _BEFORE_RE.finditer(text):
            expansion = _leading(match[1], match[2])
            if expansion:
                found.setdefault(bare(match[1]), expansion)
        for match in _AFTER_RE.finditer(text):
            expansion = _tail(match[2], match[1])
            if expansion:
                found.setdefault(bare(match[2]), expansion)
    return {**found, **given}


def bare(acronym: str) -> str:
    """Return an acronym without points.

    >>> bare("C.N.E.I.")
    'CNEI'
    """
    return acronym.replace(".", "")


def _initials(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    return "".join(w[0].upper() for w in _WORD_RE.findall(plain) if w.lower() not in _SMALL)


def _matches(acronym: str, words: str) -> bool:
    """Tell whether the letters of an acronym follow one another in the initials of words.

    Small words may lend a letter; a syllable may lend two (``COORACE``).
    """
    letters = [each for each in bare(acronym) if each.isalpha()]
    initials = _initials(words)
    if not letters or not initials or letters[0] != initials[0]:
        return False
    folded = unicodedata.normalize("NFKD", words).upper()
    at = 0
    for letter in letters:
        at = folded.find(letter, at) + 1
        if not at:
            return False
    shared = sum(each in letters for each in initials)
    return shared * 2 >= len(initials) and shared >= min(2, len(letters))


def _leading(acronym: str, words: str) -> str:
    """Return the part of a bracket that expands an acronym: up to a comma or a verb in -ant."""
    phrase = re.split(r"[,;:]| regroupant | qui ", words)[0].strip()
    return phrase if _matches(acronym, phrase) else ""


def _tail(acronym: str, words: str) -> str:
    """Return the shortest run of words at the end that expands an acronym.

    It opens with a capital; in small letters, or over a comma, every initial must agree.
    """
    pieces = words.split(" ")
    letters = bare(acronym)
    for start in range(len(pieces) - 1, -1, -1):
        phrase = re.sub(r"^[dl][’'´]", "", " ".join(pieces[start:]))
        first = _WORD_RE.search(phrase)
        if first is None or first[0].lower() in _SMALL:
            continue
        exact = len(letters) > 2 and _initials(phrase) == letters
        if exact:
            return phrase
        if "," in phrase or not first[0][0].isupper() or start == len(pieces) - 1:
            continue
        if _matches(acronym, phrase) and len(_initials(phrase)) >= len(letters) - 1:
            return phrase
    return ""
