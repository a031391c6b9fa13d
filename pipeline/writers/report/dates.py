"""The dates that are printed otherwise than their cells have them: one table to check them in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Booklet, Text
from pipeline.regex import regex
from pipeline.writers.report.shown import clear

_NUMBER_RE = regex(r"\d+")
_LETTERS_RE = regex(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class DateForm:
    """One date as its cells have it, and as it is printed."""

    said: str
    label: Text
    cells: tuple[str, ...]
    """Where it stands: ``A3``, with the sheet's name in front where it is not the main one."""


def date_forms(booklet: Booklet, main: str) -> list[DateForm]:
    """Return the dates that are printed otherwise, those written alike together.

    Args:
        booklet: What is printed.
        main: Name of the main sheet.
    """
    cells: dict[tuple[str, Text], list[str]] = {}
    for entry in sorted(booklet.entries, key=lambda entry: entry.origin):
        label, at = entry.period.label, entry.period.origin
        if at is None or label.original == str(label):
            continue
        address = at.address if at.sheet == main else f"{clear(at.sheet)}!{at.address}"
        said = clear(" ".join(label.original.split()))
        cells.setdefault((said, label), []).append(address)
    shapes = list(dict.fromkeys(map(_shape, (said for said, _ in cells))))
    forms = [DateForm(said, label, tuple(at)) for (said, label), at in cells.items()]
    return sorted(forms, key=lambda form: shapes.index(_shape(form.said)))


def _shape(text: str) -> str:
    """Return how a date is written, whatever it says.

    >>> _shape("3/04/1994") == _shape("12/1/1994"), _shape("3 mars 1994") == _shape("3/3/1994")
    (True, False)
    """
    return _LETTERS_RE.sub("a", _NUMBER_RE.sub(_zeros, text))


def _zeros(match: re.Match[str]) -> str:
    return "0000" if len(match[0]) > 2 else "00"
