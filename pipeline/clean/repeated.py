"""Columns that only say the day of each row once more: ``6/21/1861`` beside 21, June, 1861."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.clean.periods import Doubt, read_period
from pipeline.model import Cell, Day, Period, Record
from pipeline.regex import regex
from pipeline.table.dated import is_dated

_NUMBER_RE = regex(r"\d+")


def repeated(rows: Sequence[Record], periods: Sequence[Period]) -> frozenset[int]:
    """Return the section columns all of whose cells say the very day of their row, by number.

    Args:
        rows: Records in the order of the sheet.
        periods: Their periods.
    """
    said: dict[int, int] = {}
    others: set[int] = set()
    for record, period in zip(rows, periods, strict=True):
        day = period.first if period.first == period.last and not period.inherited else None
        for cell in record.sections:
            number = cell.column
            if number in others:
                continue
            if day is not None and _says(cell, day):
                said[number] = said.get(number, 0) + 1
            else:
                others.add(number)
    return frozenset(number for number, count in said.items() if count > 1) - others


def _says(cell: Cell, day: Day) -> bool:
    """Tell whether a cell is that day, in whatever order its numbers stand."""
    if isinstance(cell.value, dt.date):
        return (cell.value.year, cell.value.month, cell.value.day) == (day.year, day.month, day.day)
    text = str(cell.text)
    if not is_dated(text):
        return False
    numbers = sorted(map(int, _NUMBER_RE.findall(text)))
    if not any(letter.isalpha() for letter in text):
        return numbers == sorted((day.year, day.month, day.day))
    try:
        period = read_period(text)
    except Doubt:
        return False
    return period.first == period.last == day
