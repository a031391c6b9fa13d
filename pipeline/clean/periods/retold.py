"""Whether a printed date says what its cell says: its words and numbers, however written.

Only the way of writing may differ: ``3/3/1994`` and « 3 mars 1994 », « XIXe s. » and « XIXe
siècle ».  Any other difference is told, so a form that is not known here is told too.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.clean.periods.words import WORDS, folded
from pipeline.diagnostics import Code
from pipeline.model import Span, Text
from pipeline.regex import regex
from pipeline.roman import roman_number

_SUFFIX = r"(?:eres?|ers?|iere?|ndes?|nds?|emes?|mes?|res?|es?|o|°|º)(?![a-z])"
_WORD_RE = regex(
    rf"(?P<bre>(?:[789]|10)bre)\b|(?P<number>\d+) ?(?:{_SUFFIX})?"
    rf"|(?P<roman>[ivxlcdm]{{1,12}}?)(?:{_SUFFIX}|(?![a-z]))|(?P<word>[a-z]+)|(?P<mark>[?\[~±<>])"
)
_ERAS = (
    (regex(r"\bav(?:ant|t)?\.? ?j(?:esus)?\.? ?-? ?c(?:hrist)?\b\.?|\bbce?\b"), " avjc "),
    (regex(r"\bap(?:res|r)?\.? ?j(?:esus)?\.? ?-? ?c(?:hrist)?\b\.?|\b(?:ad|ce)\b"), " apjc "),
)
_MIDNIGHT_RE = regex(r"(?<=\d)[t ]00:00(?::00)?z?$|(?<=\d:\d\d):00z?$|(?<=\d)z$")
"""What a date of a program says of a time that it does not know: ``1970-01-01 00:00:00``."""
_INNER_RE = regex(r"\[([^\]]*)")
_DOUBT_RE = regex(r"\?+")
_LAST_PART_RE = regex(r"\s*\d{4}\s*[(\[]fin[)\]]\s*", re.IGNORECASE)
"""« 1993 (fin) », read as « fin 1993 »: it may be the last part of a text, after « (suite) »."""
_ENCLOSED_RE = regex(r"\([^()]*\)")
_DATE_RE = regex(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}/\d{4}")
_AND_RE = regex(r"\bet\b", re.IGNORECASE)
_TUESDAY_RE = regex(r"\bmar\.?(?= \d\d?(?:er)? [a-z])")
"""« mar. 12 mai », not « mar. 1790 »."""
_SILENT = frozenset(
    "le la les l du de des d a au aux et en t mois annee an ans h heure heures".split()
)
"""Words that the printed form sets as French asks; an hour stands in it with its numbers."""
_DECADES = frozenset(("annees",))
"""« années 1950-1965 » are years, printed without the word."""
_NUMBERED = frozenset(("month", "ordinal"))
_SAME = {
    "mar": "3", "siecles": "siecle", "s": "siecle", "mill": "millenaire",
    "millenaires": "millenaire", "avt": "avant",
    "deb": "debut", "mil": "mi", "milieu": "mi", "jusque": "jusqu", "trim": "trimestre",
    "trimestres": "trimestre", "sem": "semestre", "semestres": "semestre", "moit": "moitie",
    "moities": "moitie", "quarts": "quart",
}  # fmt: skip


def retold(said: str, label: str) -> Code | None:
    """Return what must be told of a printed date; ``None`` where it says what its cell says.

    >>> retold("3/3/1994", "3 mars 1994"), retold("XIXème s.", "XIXe siècle")
    (None, None)
    >>> retold("sept 46", "septembre 1946").slug, retold("c. 1944", "vers 1944").slug
    ('period-century-added', 'period-reworded')
    >>> retold("3 mars [1980]", "[3 mars 1980]").slug, retold("1990 (?)", "1990 ?")
    ('period-reworded', None)
    """
    before, after = _said(said), _said(label)
    gone, come = before - after, after - before
    if not gone and not come:
        told = _marked(said) != _marked(label) or _LAST_PART_RE.fullmatch(said)
        return Code.PERIOD_REWORDED if told else None
    short = {int(word) for word in before if word.isdecimal() and int(word) < 100}
    years = {int(word) for word in before if word.isdecimal()} - short
    full = {int(word) for word in come if word.isdecimal() and int(word) % 100 in short}
    if len(full) < len(come) or not gone <= {str(year % 100) for year in full} | _DECADES:
        return Code.PERIOD_REWORDED
    if not all(any(abs(year - each) <= 50 for each in years) for year in full):
        return Code.PERIOD_CENTURY_ADDED
    return Code.PERIOD_REWORDED if gone & _DECADES else None


@lru_cache(maxsize=8192)
def _said(text: str) -> frozenset[str]:
    """Return what a date says, whatever the order and the way of writing.

    >>> sorted(_said("12/11-14/11/1918")) == sorted(_said("du 12 au 14 novembre 1918"))
    True
    """
    letters = _MIDNIGHT_RE.sub("", " ".join(folded(text).replace("’", "'").split()))
    for pattern, word in _ERAS:
        letters = pattern.sub(word, letters)
    letters = _TUESDAY_RE.sub("mardi", letters)
    found = {_meaning(match) for match in _WORD_RE.finditer(letters)}
    return frozenset(found - _SILENT)


class _Marks(NamedTuple):
    """What the marks of doubt of a date stand at."""

    restored: frozenset[str]
    """What is said in square brackets."""
    doubted: tuple[str, ...]
    """What is said before each question mark; empty for one at the end."""
    enclosed: bool
    """Round brackets hold all of it."""


def _marked(text: str) -> _Marks:
    """Return what the brackets and question marks of a date stand at.

    >>> _marked("3(?) mars [1980]") == _marked("[3 mars 1980] ?"), _marked("1980?-1984?").doubted
    (False, ('1980', ''))
    """
    inner = " ".join(_INNER_RE.findall(text))
    restored = _said(inner) - {"?"} if inner else frozenset()
    doubted = tuple(_before(text, match) for match in _DOUBT_RE.finditer(text))
    return _Marks(restored, doubted, bool(_ENCLOSED_RE.fullmatch(text.strip())))


def _before(text: str, mark: re.Match[str]) -> str:
    if not text[mark.end() :].strip(" )]."):
        return ""
    words = [_meaning(match) for match in _WORD_RE.finditer(folded(text[: mark.start()]))]
    return words[-1] if words else "^"


def _meaning(match: re.Match[str]) -> str:
    """Return a number as its digits, a month as its number, any other word as itself."""
    if match["number"]:
        return str(int(match["number"]))
    token = WORDS.get(match[0])
    if token is not None and token.kind in _NUMBERED and token.number > 0:
        return str(token.number)
    if token is not None and token.kind in ("weekday", "republican"):
        return f"{token.kind}{token.number}"
    if match["roman"] and match[0] not in _SILENT and token is None:
        return str(roman_number(match["roman"]) or match[0])
    return _SAME.get(match[0], match[0])


def slashed(said: str) -> bool:
    """Tell whether a list was read in slashes that may be a span: « 3/5 mars 1994 ».

    >>> slashed("3/5 mars 1994"), slashed("mars/mai 1791"), slashed("3/5/1994, 12/6/1994")
    (True, True, False)
    """
    return "/" in _DATE_RE.sub("", said) and not _AND_RE.search(said)


def with_before(label: Text, verbatim: str) -> Text:
    """Return a printed date that remembers what its cell has, where more than blanks differs."""
    letters = str(label)
    if not label.spans or " ".join(letters.split()) == " ".join(verbatim.split()):
        return label
    first, *others = label.spans
    kept = (Span(each.text, each.style, "") for each in others)
    return Text((replace(first, before=verbatim), *kept), label.origin)


__all__ = ["retold", "with_before"]
