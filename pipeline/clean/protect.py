"""What no rule may touch: addresses, file names, codes, clock times, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.clean.rule import Edit, Edits
from pipeline.regex import regex

_FILE = r"\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|fr|com|org|net|eu|info)\b(?![’'])"
_ZONES = (
    (_FILE, rf"\b[\w-]{{1,80}}{_FILE}"),
    (r"www\.", r"www\.\S+"),
    (r":/|doi:|file:", r"(?:https?://|ftp://|file:|doi:)\S+"),
    (r"\d:\d", r"\b\d{1,2}:\d{2}(?::\d{2})?\b"),
    (r":\\", r"\b[a-z]:\\\S+"),
    (r"hh:", r"\bhh:mm(?::ss)?\b"),
    (r"@", r"(?:[\w+-]{1,40}\.[\w.+'-]{1,80}|[\w.+-]{1,80})@[\w-]+\.[\w.-]+"),
    (r"0(?<!\w0)\d", r"\b0\d(?:[ .-]?\d{2}){4}\b"),
    (r"/(?<=[^\W\d_]/)[a-z0-9]", r"\b[A-Z]+(?:/[A-Z0-9]+)+\b"),
    (r"\{[{%]", r"\{\{.*?\}\}|\{%.*?%\}"),
    (r"#[a-z]", r"#(?:REF|N/A|VALUE|VALEUR|DIV/0|NAME|NOM|NULL?|NUM|NOMBRE)\b[ \xa0\u202f]?[!?]?"),
    (r"<[/a-z]", r"(?<!<)</?[a-z][^<>\n]*>"),
    (r"\ufffd|\?[^\W\d_]", r"[^\W\d_]*(?:[?\ufffd][^\W\d_]+|\ufffd)+"),
)
"""A sign that is quick to look for, and what may stand there: an address, a time, a file name,
a telephone number, a shelf mark, the error of a formula, markup, a word that lost a letter."""
_PROTECTED = tuple((regex(sign), regex(zone, re.IGNORECASE)) for sign, zone in _ZONES)


_SIC_RE = regex(r"[\[(]\s?sic\b")
_BEFORE_SIC_RE = regex(r"[\w-]+[^\w\n]{0,6}$")
_REACH = 40


@lru_cache(maxsize=4)
def _protected(text: str) -> tuple[tuple[int, int], ...]:
    """Return the letters that no rule may touch; rules ask for one text in turn."""
    small = text.lower()
    zones = tuple(
        match.span()
        for sign, zone in _PROTECTED
        if sign.search(small)
        for match in zone.finditer(text)
    )
    return zones + tuple(_vouched(text)) if "sic" in small else zones


def _vouched(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words that a reader’s [sic] vouches for."""
    for sic in _SIC_RE.finditer(text):
        word = _BEFORE_SIC_RE.search(text, max(0, sic.start() - _REACH), sic.start())
        if word is not None:
            yield word.span()


_QUOTED_RE = regex(r"«[^«»\n]*»|“[^“”\n]*”|(?<!\d)\"[^\"\n]*\"")


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the letters that stand between quotation marks: another’s words, or a title.

    >>> quotations("Il dit « oui » et sort")
    ((7, 14),)
    """
    if not any(sign in text for sign in '«“"'):
        return ()
    return tuple(match.span() for match in _QUOTED_RE.finditer(text))


def guarded(edits: Edits) -> Edits:
    """Return a rule that leaves protected letters alone.

    >>> from pipeline.clean.rule import Edit, apply
    >>> def colon(text):
    ...     yield Edit(text.index(":"), text.index(":"), " ")
    >>> apply(guarded(colon), "http://exemple.fr")
    'http://exemple.fr'
    """

    def guard(text: str) -> Iterator[Edit]:
        zones: tuple[tuple[int, int], ...] | None = None
        for edit in edits(text):
            if zones is None:
                zones = _protected(text)
            if not any(start < edit.end and edit.start < end for start, end in zones) and not any(
                start < edit.start == edit.end < end for start, end in zones
            ):
                yield edit

    guard.__doc__ = edits.__doc__
    guard.__name__ = getattr(edits, "__name__", "rule")
    return guard
