"""Letters typed once too often, or once too few: ``personnnes``, ``adoppte``, ``comision``."""

from __future__ import annotations

import re
from itertools import product

from pipeline.clean.lexicon import Lexicon
from pipeline.regex import regex

_RUN_RE = regex(r"([^\W\d_])\1{2,}", re.IGNORECASE)
"""No word of French has three same letters in a row."""
_ROMAN_RE = regex(r"[ivxlcdm]+(?:e|er|re|[eè]me)?s?", re.IGNORECASE)
"""A numeral: ``VIIIe``."""
_CONSONANTS = frozenset("bcdfglmnprst")
"""Consonants that French doubles."""
_SHORTEST = 5
_LONG = 7
"""Letters of a word in capitals that is no acronym."""
_MOST_RUNS = 2


def thinned(word: str, lexicon: Lexicon) -> str | None:
    """Return the one listed word behind three same letters or more; ``None`` for none or several.

    >>> [thinned(word, Lexicon([])) for word in ("personnnes", "Annnée", "www")]
    ['personnes', 'Année', None]
    """
    runs = list(_RUN_RE.finditer(word))
    if not runs or len(runs) > _MOST_RUNS or _ROMAN_RE.fullmatch(word):
        return None
    if len(word) < (_LONG if word.isupper() else _SHORTEST):
        return None
    found = set()
    for sizes in product((1, 2), repeat=len(runs)):
        form = word
        for run, size in zip(reversed(runs), reversed(sizes), strict=True):
            form = form[: run.start() + size] + form[run.end() :]
        if lexicon.listed_small(form.lower()):
            found.add(form)
    return found.pop() if len(found) == 1 else None


def undoubled(word: str, lexicon: Lexicon) -> str | None:
    """Return the one listed word with one consonant less or more; ``None`` for none or several.

    >>> undoubled("adoppte", Lexicon([])), undoubled("comision", Lexicon([]))
    ('adopte', 'commission')
    """
    if len(word) < _SHORTEST:
        return None
    found = {form for form in _once(word) if lexicon.listed_small(form)}
    if not found:
        found = {form for once in _once(word) for form in _once(once) if lexicon.listed_small(form)}
    found.discard(word)
    return found.pop() if len(found) == 1 else None


def _once(word: str) -> set[str]:
    """Return the spellings of a word with one consonant doubled, or a doubled letter single."""
    forms = set()
    for place, letter in enumerate(word):
        if word[place - 1 : place] == letter:
            forms.add(word[:place] + word[place + 1 :])
        elif letter in _CONSONANTS and word[place + 1 : place + 2] != letter:
            forms.add(word[:place] + letter + word[place:])
    return forms
