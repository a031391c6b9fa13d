"""Lines between the rows that head what follows: ``II. L’ENTRE-DEUX-GUERRES``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from pipeline.model import Cell, Role, Row
from pipeline.regex import regex
from pipeline.table.dated import looks_dated, says_days, wants_year
from pipeline.table.lead import headed_year, split_lead
from pipeline.table.lent import is_year_band

PART_RE = regex(
    r"(?:[IVXLC]+|\d{1,2})\s*[.)/:–—-]\s|(?:partie|chapitre|livre|tome|section|acte)\s+(?:[ivxlc]+|\d+|un"
    r"|première|premier)\b|(?:première|premier|1[èe]?re?)\s+(?:partie|chapitre|époque|période)\b",
    re.IGNORECASE,
)
"""How the title of a part begins: ``I. LES ORIGINES``, ``Première partie``."""
_ROMAN_RE = regex(r"[IVXLC]+\s*[.)/:–—-]\s")
"""The same, over a date: ``III. APRÈS 1945``; ``12 - 15 mai`` is no part."""
_ASIDE_RE = regex(
    r"(?:sources?|n\.?\s?b\b|nota|notes?|voir|cf|réf|référence|photos?|remarques?|à noter"
    r"|attention|rappel|président\w*|maires?|responsable|rédaction|auteur\w*)\s*(?:[.:]|\b(?=.*:))"
    r"|(?:voir|cf)\b",
    re.IGNORECASE,
)
"""How a note on the row above begins: ``Source : Le Petit Journal``."""
_YEAR_RE = regex(r"(?<![\d.,])-?\d{3,4}(?!\d)|^-\d{1,2}$")
_MINUS_RE = regex(r"\s*[-–−]\d{1,4}\s*")
"""A year before Christ."""
_BEFORE_CHRIST_RE = regex(r"\bav\.|\bBC\b|avant (?:J|notre)", re.IGNORECASE)
_LONGEST = 80
"""Letters of a line that can head rows."""
_FEW = 4
"""Letters of a line in capitals that can head rows."""
_WHEN = (Role.PERIOD, Role.YEAR, Role.MONTH, Role.DAY)


def subtitles(rows: Sequence[Row], roles: Mapping[int, Role], *, in_dates: bool) -> dict[int, int]:
    """Return the places of lines that head the rows below them, each with the place of the first.

    The first is the earliest: where a sheet runs from the newest row down, that is the last.

    Args:
        rows: Rows of one table, without those that are no events.
        roles: What its columns are for.
        in_dates: Words alone among the dates are a subtitle; in a list of lines they are an event.
    """
    found: dict[int, int] = {}
    capitals = cache(lambda: _capitals(rows))
    following: int | None = None
    for place in reversed(range(len(rows))):
        line = _line(rows[place])
        if following is not None and line is not None:
            role = roles.get(line.column)
            sure = (in_dates and role in _WHEN) or 2 * line.wide > max(len(roles), 2)
            if role is not Role.IGNORED and (sure or _stands_out(str(line.text), capitals)):
                found[place] = following
                continue
        following = place if _says_when(rows[place], roles) else None
    return {line: _earliest(rows, first, found, roles) for line, first in found.items()}


def _earliest(
    rows: Sequence[Row], first: int, lines: Mapping[int, int], roles: Mapping[int, Role]
) -> int:
    """Return the place of the earliest row of those that a line heads, where all say a year."""
    end = next((place for place in range(first, len(rows)) if place in lines), len(rows))
    years = {place: _year(rows[place], roles) for place in range(first, end)}
    known = {place: year for place, year in years.items() if year is not None}
    dated = [place for place in years if _says_when(rows[place], roles)]
    if not known or any(place not in known for place in dated):
        return first
    earliest = min(known.values())
    # The last of them where rows fall: rows of one year are turned round too.
    falls = known[min(known)] > known[max(known)]
    return next(p for p in sorted(known, reverse=falls) if known[p] == earliest)


def _year(row: Row, roles: Mapping[int, Role]) -> int | None:
    """Return the year that a row says in its own cells, where it says one only."""
    found: set[int] = set()
    for cell in row.cells:
        if cell.at.row != row.number or roles.get(cell.column) not in _WHEN:
            continue
        if isinstance(cell.value, dt.date):
            found.add(cell.value.year)
            continue
        sign = -1 if _BEFORE_CHRIST_RE.search(str(cell.text)) else 1
        found |= {sign * int(each) for each in _YEAR_RE.findall(str(cell.text))}
    return found.pop() if len(found) == 1 else None


def lacks_year(row: Row, roles: Mapping[int, Role]) -> bool:
    """Tell whether a dated row takes its year from above."""
    cells = [cell for cell in row.cells if roles.get(cell.column) in _WHEN]
    return all(says_days(cell) or wants_year(cell) for cell in cells)


def _line(row: Row) -> Cell | None:
    """Return the cell of a row that can be a subtitle: alone, short, no date and no sentence."""
    if len(row.cells) != 1 or row.cells[0].at.row != row.number:
        return None
    cell, text = row.cells[0], str(row.cells[0].text).strip()
    sentence = text.endswith((".", "!", "?")) and not PART_RE.match(text)
    if not isinstance(cell.value, str) or len(text) > _LONGEST or "\n" in text or sentence:
        return None
    dated = looks_dated(cell) or is_year_band(cell) or split_lead(cell) or headed_year(cell)
    named = any(map(str.isalpha, text)) and not _ASIDE_RE.match(text)
    return cell if named and (not dated or _ROMAN_RE.match(text)) else None


def _capitals(rows: Sequence[Row]) -> bool:
    """Tell whether capitals say nothing here: rows that are no lines have them too."""
    others = [str(cell.text) for row in rows if len(row.cells) > 1 for cell in row.cells]
    words = [text for text in others if sum(map(str.isalpha, text)) >= _FEW]
    return 4 * sum(map(str.isupper, words)) > len(words)


def _stands_out(text: str, capitals: Callable[[], bool]) -> bool:
    if PART_RE.match(text):
        return True
    return text.isupper() and sum(map(str.isalpha, text)) >= _FEW and not capitals()


def _says_when(row: Row, roles: Mapping[int, Role]) -> bool:
    """Tell whether a row has a date of its own."""
    own = [c for c in row.cells if c.at.row == row.number and roles.get(c.column) in _WHEN]
    before_christ = any(_MINUS_RE.fullmatch(str(c.text)) for c in own)
    return before_christ or any(
        looks_dated(c) or is_year_band(c) or says_days(c) or split_lead(c) for c in own
    )
