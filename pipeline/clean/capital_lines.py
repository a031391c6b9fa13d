"""Lines typed in capitals: which they are, and where a heading among them ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from pipeline.clean.rule import Edit, Edits
from pipeline.regex import regex

Zones: TypeAlias = Callable[[str], tuple[tuple[int, int], ...]]
"""Finds the letters ``start:end`` of a text that are read as a whole."""

WORD_RE = regex(r"[^\W\d_]+")
_SMALL_RUN_RE = regex(r"[a-zà-öø-ÿœ]{3}")
"""Small letters enough to tell that a text is not in capitals."""
_LEADING_YEAR_RE = regex(r"^\s*\d{4}\s*[:.–-]\s*")
_DOTTED_RE = regex(r"(?:[A-Z]\.){2,}")
_LONGEST = 120
_MARK_RE = regex(r"[ \t\xa0]*(?:[-–—*·▪◦‣●○•]|\d{1,2}[.)]|\+)?[ \t\xa0]*")
_LEAST = 8
"""Letters of a line in capitals that is no heading."""


@lru_cache(maxsize=1 << 14)
def heading_end(line: str) -> int:
    """Return where a heading in capitals ends at the start of a line; 0 where there is none.

    >>> heading_end("REGIONALISATION :"), heading_end("CHEQUE DOMICILE: Une action")
    (17, 16)
    >>> heading_end("La CIRIE : un réseau"), heading_end("CNEI : créé")
    (0, 0)
    """
    line = _LEADING_YEAR_RE.sub(lambda match: " " * len(match[0]), line)
    colon = line.find(":")
    head = line[:colon] if colon >= 0 else line
    if not in_capitals(head):
        return 0
    words = WORD_RE.findall(head)
    rest = line[colon + 1 :].strip() if colon >= 0 else ""
    if colon < 0 or (rest and in_capitals(rest, least=2) and len(rest) < 60):
        long_enough = len(words) > 1 or len(head.strip()) > 7
        return len(line) if long_enough and len(line) <= _LONGEST and not _dotted(head) else 0
    single_acronym = len(words) == 1 and len(words[0]) < 6
    if single_acronym and rest:
        return 0
    return colon + 1


def _dotted(head: str) -> bool:
    return _DOTTED_RE.search(head) is not None


def in_capitals(text: str, least: int = 4, longest: int = _LONGEST) -> bool:
    """Tell whether a text is in capitals: nine letters in ten, two small ones forgiven."""
    if len(text) > longest or _SMALL_RUN_RE.search(text):
        return False
    letters = [each for each in text if each.isupper() or each.islower()]
    small = sum(each.islower() for each in letters)
    if len(letters) < least or _dotted(text):
        return False
    return small == 0 or (small <= 2 and small * 8 <= len(letters) and text[:3].isupper())


def told_in_capitals(line: str) -> bool:
    """Tell whether a line that is no heading is in capitals: an item, a long paragraph.

    >>> told_in_capitals("ACHAT DU TERRAIN"), told_in_capitals("CFDT"), told_in_capitals("La CFDT")
    (True, False, False)
    """
    return in_capitals(line, _LEAST, len(line)) and len(WORD_RE.findall(line)) > 1


@lru_cache(maxsize=16)
def lines_in_capitals(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the letters that are read as a whole: headings and lines in capitals.

    >>> lines_in_capitals("ANIMATION REGIONALE : elle naît.\n- ACHAT DU TERRAIN")
    ((0, 21), (35, 51))
    """
    found = []
    start = 0
    for line in text.split("\n"):
        mark = _MARK_RE.match(line)
        at = mark.end() if mark else 0
        body = line[at:].rstrip()
        end = heading_end(body) or (len(body) if told_in_capitals(body) else 0)
        if end:
            found.append((start + at, start + at + end))
        start += len(line) + 1
    return tuple(found)


def theme_in_capitals(text: str) -> tuple[tuple[int, int], ...]:
    """Return all letters of a theme where it is in capitals."""
    return ((0, len(text)),) if in_capitals(text, least=2) else ()


def outside(edits: Edits, zones: Zones) -> Edits:
    """Return a rule that leaves some letters to those who read them as a whole."""

    def guard(text: str) -> Iterator[Edit]:
        found = None
        for edit in edits(text):
            if found is None:
                found = zones(text)
            if not any(start < edit.end and edit.start < end for start, end in found):
                yield edit

    guard.__doc__ = edits.__doc__
    guard.__name__ = getattr(edits, "__name__", "rule")
    return guard
