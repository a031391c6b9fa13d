"""Dates that a spreadsheet made of what was typed, and that may mean another year.

A year typed into a cell of dates is the day of that number: 1994 becomes « 16/06/1905 ».  A
day with a year of two digits is read in the years 1930 to 2029: « 3/5/25 » becomes 2025.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from pipeline.clean.periods.spoken import words
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Cell, Record
from pipeline.table.dated import YEARS

_DAY_0 = dt.date(1899, 12, 30)
"""From which spreadsheets count days."""
_NEAR = range(1902, 1908)
"""Years of the days 1000 to 2100, and those around."""
_PIVOT = range(2000, 2030)
"""Years that two digits become, 00 to 29."""
_GENERATION = 30
"""Years before the first of a document that may be its own."""


def report_typed(rows: Sequence[Record], report: Reporter) -> None:
    """Report the dates that may mean another year, where the others of the document say so.

    Args:
        rows: All rows.
        report: Receives each such cell, with the year that may be meant.
    """
    serials: list[Diagnostic] = []
    pivots: list[tuple[Cell, int]] = []
    others: set[int] = set()
    for record, cell in _cells(rows):
        day = _day_of(cell)
        if day is None:
            others |= {int(word) for word in words(str(cell.text)) if word.isdecimal()}
        elif (number := (day - _DAY_0).days) in YEARS and cell.at.row == record.row:
            serials.append(Diagnostic(Code.PERIOD_SERIAL, cell.at, str(cell.text), str(number)))
        elif day.year in _PIVOT and _shortens_year(cell, day):
            pivots.append((cell, day.year))
        else:
            others.add(day.year)
    years = sorted(others.intersection(YEARS))
    if not years:
        return
    for finding in serials if others.isdisjoint(_NEAR) else ():
        report(finding)
    for cell, year in pivots:
        if years[0] - _GENERATION <= year - 100 and years[-1] < _PIVOT[0]:
            said, meant = str(cell.text), f"{year} ou {year - 100}"
            report(Diagnostic(Code.PERIOD_PIVOT, cell.at, before=said, after=meant))


def _cells(rows: Sequence[Record]) -> Iterator[tuple[Record, Cell]]:
    for record in rows:
        for cell in record.period.values():
            yield record, cell


def _day_of(cell: Cell) -> dt.date | None:
    """Return the day of a cell of dates; ``None`` for any other cell."""
    value = cell.date or cell.value
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None


def _shortens_year(cell: Cell, day: dt.date) -> bool:
    """Tell whether a cell of dates shows the last two digits of its year alone."""
    return (
        str(day.year) not in str(cell.text)
        and f"{day.year % 100:02}" == (words(str(cell.text)) or [""])[-1]
    )
