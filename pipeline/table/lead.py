"""A date, then words, in one cell: ``1901 : Fondation``, ``ANNÉE 1995 – Le jubilé``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from pipeline.model import Cell
from pipeline.regex import regex
from pipeline.table.dated import beginnings, is_dated

_CLOSING_RE = regex(r"\s?\(\?\)|\s?\?|[\])]")
"""What still belongs to a date: ``1901 ?``, ``[1901]``."""
_SEPARATOR_RE = regex(r"\s*(?:[:;,.–—\n\t]|-(?!\d))[\s:;–—-]*|\s*(?=\()")
"""What stands between a date and its words: ``1901 : ``, ``1901 (``."""
_BLANK_RE = regex(r"\s+(?=[^\W\d_])(?!(?:et|ou|puis|à|au|jusqu|pour|contre)\b)")
"""A blank alone between them: ``1901 Fondation``; not ``1901 ou plus tard``."""
_QUALIFIER_RE = regex(r"\W*(?:env(?:iron)?|d[ée]but|milieu|fin|courant)\b\W*", re.IGNORECASE)
"""What makes a date less precise behind it, not words of their own: ``1903 env.``."""
_BRACKETS_RE = regex(r"\(([^()]*)\)\s*")
_WORD_RE = regex(r"[^\W\d_]{2}")
_YEAR_RE = regex(r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)")
_HEADED_YEAR_RE = regex(
    r"(?:l(?:es?|a)?\b\W*)?(?:[ée]v[éeè]nements?|faits?|actualit[ée]s?|activit[ée]s?|chroni\w+|"
    r"chronologie|exercice|bilan|calendrier|historique|chapitre|partie)\b"
    r"(?:\s+(?:\d{1,2}|[ivx]+)\s*[:.–—-])?[^\d]{0,40}?\b(1\d{3}|20\d{2})\W*",
    re.IGNORECASE,
)
"""A line that heads a year: ``Événements de 1994``, ``Chapitre 2 : 1995``."""


@lru_cache(maxsize=1 << 12)
def lead_of(text: str) -> tuple[int, int] | None:
    """Return where the date ends that a text begins with, and where its words begin.

    >>> [lead_of(each) for each in ("1901 : Fondation", "1995 (année jubilaire)", "12 mars 1994")]
    [(4, 7), (4, 5), None]
    >>> [lead_of(each) for each in ("1901-1905 – Grands travaux", "1901 Fondation", "En 1901 : x")]
    [(9, 12), (4, 5), None]
    """
    for end in beginnings(text):
        while closing := _CLOSING_RE.match(text, end):
            end = closing.end()
        between = _SEPARATOR_RE.match(text, end) or _BLANK_RE.match(text, end)
        if between is None:
            continue
        rest = text[between.end() :]
        if not between[0].strip() and _QUALIFIER_RE.fullmatch(rest):
            return None
        if _WORD_RE.search(rest) and not beginnings(rest) and not is_dated(rest):
            return end, between.end()
    return None


def split_lead(cell: Cell) -> tuple[Cell, Cell] | None:
    """Return the date and the words of a cell as two, both of its address.

    What stands between them is remembered in the first, brackets around the words in the second.
    """
    letters = str(cell.text)
    place = lead_of(letters) if isinstance(cell.value, str) else None
    if place is None:
        return None
    end, start = place
    head, words = cell.text.split(start)
    head = head.replaced(end, start, "")
    rest = str(words)
    if _BRACKETS_RE.fullmatch(rest):
        words = words.replaced(rest.rindex(")"), len(rest), "").replaced(0, 1, "")
    first, second = ((each, str(each)) for each in (head, words))
    return Cell(*first, place=cell.place), Cell(*second, place=cell.place)


def tells_when(cell: Cell) -> int | None:
    """Return the year of a date that words follow, where a mark or a capital parts them."""
    letters = str(cell.text)
    place = lead_of(letters) if isinstance(cell.value, str) else None
    if place is None:
        return None
    year = _YEAR_RE.search(letters[: place[0]])
    parted = letters[place[0] : place[1]].strip() or letters[place[1]].isupper()
    return int(year[0]) if year and parted else None


def headed_year(cell: Cell) -> Cell | None:
    """Return a line that heads a year, with that year as its value: ``Événements de 1994``."""
    found = _HEADED_YEAR_RE.fullmatch(str(cell.text).strip())
    return replace(cell, value=int(found[1])) if found else None
