"""Dates in numbers whose month may stand first: « 5/6/1994 » beside « 3/14/1994 »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Cell, Record
from pipeline.regex import regex

_NUMBERS_RE = regex(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d\d)\s*")
_LAST_MONTH = 12


def month_leads(rows: Sequence[Record]) -> bool:
    """Tell whether dates of a document have the month first for certain, as many as the day."""
    pairs = list(_pairs(cell for record in rows for cell in record.period.values()))
    american = sum(first <= _LAST_MONTH < second for first, second in pairs)
    return american > 0 and american >= sum(first > _LAST_MONTH for first, _ in pairs)


def may_lead(record: Record) -> bool:
    """Tell whether the date of a row can be read with its month first, as another one."""
    pairs = _pairs(record.period.values())
    return any(max(pair) <= _LAST_MONTH and len(set(pair)) > 1 for pair in pairs)


def _pairs(cells: Iterable[Cell]) -> Iterator[tuple[int, int]]:
    for cell in cells:
        match = _NUMBERS_RE.fullmatch(cell.value) if isinstance(cell.value, str) else None
        if match:
            yield int(match[1]), int(match[3])
