"""Two years in short, « 2000-01 »: where a column is of seasons, that is no month."""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.clean.periods.words import folded
from pipeline.model import Column, Record, Role
from pipeline.regex import regex

_SHORT_RE = regex(r"(\d{4})\s?[-–/]\s?(\d\d?)")
"""« 2000-01 », « 1958-9 »."""
_LASTING_RE = regex(
    r"\b(?:saisons?|exercices?|campagnes?"
    r"|ann?ees? (?:scolaires?|universitaires?|budgetaires?|judiciaires?|theatrales?|sportives?))\b"
)
_ENOUGH = 3
"""Seasons that are no months by chance."""


def lasting_columns(columns: Sequence[Column]) -> frozenset[int]:
    """Return the columns whose heading says that their periods last from year to year."""
    return frozenset(
        column.number
        for column in columns
        if column.role in (Role.PERIOD, Role.YEAR)
        and _LASTING_RE.search(folded(str(column.heading)))
    )


def of_seasons(rows: Sequence[Record], lasting: Set[int]) -> list[bool]:
    """Tell of each row whether two years in short are a season in its column.

    They are where the heading says so, and where all rows are of two years that follow.
    """
    short = {text for record in rows for text in _texts(record) if _SHORT_RE.fullmatch(text)}
    among = len(short) >= _ENOUGH and all(map(as_season, short))
    return [among or _column(record) in lasting for record in rows]


def as_season(text: str) -> str | None:
    """Return two years that follow, the second in full; ``None`` for anything else.

    >>> as_season("2000-01"), as_season("1958-9"), as_season("1999-00"), as_season("2000-05")
    ('2000/2001', '1958/1959', '1999/2000', None)
    """
    match = _SHORT_RE.fullmatch(text)
    if match is None:
        return None
    following = str(int(match[1]) + 1)
    return f"{match[1]}/{following}" if following.endswith(match[2]) else None


def _texts(record: Record) -> list[str]:
    roles = (Role.PERIOD, Role.YEAR)
    return [str(record.period[role].text).strip() for role in roles if role in record.period]


def _column(record: Record) -> int:
    cell = record.period.get(Role.PERIOD) or record.period.get(Role.YEAR)
    return cell.at.column if cell else 0


__all__ = ["as_season", "lasting_columns", "of_seasons"]
