"""What a row borrows from the rows above it: a year written once, a month written once.

A day without a year takes one only where there is no doubt which: under a row that is a
year, as long as no period below it says another.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from pipeline.model import Cell, Record, Role
from pipeline.regex import regex
from pipeline.table.dated import (
    YEARS,
    is_month,
    months_in,
    says_century,
    says_days,
    says_other_time,
    wants_year,
)
from pipeline.table.lead import lead_of, split_lead

_YEAR_BAND_RE = regex(
    r"\W*(?:l['’]\s*)?(?:ann[ée]e|an)?\s*(?:1\d{3}|20\d{2}|\d{3})\s*[:.)\]–—-]?\W*", re.IGNORECASE
)
"""A year alone across the table: ``ANNÉE 1993``."""
_YEAR_RE = regex(
    r"(?<!\d)(?:1\d{3}|20\d{2})(?!\d)|(?<=['’])\d\d(?!\d)|(?<=\d[/.-])\d\d(?=\s|$)|"
    r"(?<!\d)(?:3[2-9]|[4-9]\d)(?!\d)"
)
"""What may be a year in a period: ``1994``, ``’94``, ``12/05/94``, ``les années 90``."""
_MARKED_RE = regex(r"[][()?]")
"""What a year says beside its number: ``1993 ?``, ``[1993]``."""
_LONGEST_LINE = 80
"""Letters of a line that can open the rows below it."""


def is_year_band(cell: Cell) -> bool:
    """Tell whether a cell is a year and nothing else: it opens the rows below it."""
    letters = str(cell.text)
    # Blanks by the thousand would be tried in every way.
    return len(letters) <= _LONGEST_LINE and bool(_YEAR_BAND_RE.fullmatch(letters))


def plain_year(cell: Cell) -> Cell:
    """Return a cell with its year as value: ``ANNÉE 1993`` is 1993; ``1993 ?`` stays so."""
    letters = str(cell.text)
    if is_year_band(cell):
        digits = re.search(r"\d+", letters)
        return (
            replace(cell, value=int(digits[0]))
            if digits and not _MARKED_RE.search(letters)
            else cell
        )
    parts = split_lead(cell)
    return parts[0] if parts else cell


@dataclass(frozen=True, slots=True)
class Lent:
    """What the next rows may borrow; ``None`` where there is none, or doubt."""

    year: Cell | None = None
    month: Cell | None = None
    last: frozenset[int] = frozenset()
    """The years that the nearest period above says."""

    def after(self, record: Record) -> Lent:
        """Return what a record and the rows below may borrow, but for what its end says."""
        period = record.period
        lent = _opened(period[Role.YEAR]) if Role.YEAR in period else self
        if Role.PERIOD in period:
            lent = lent._after_period(period[Role.PERIOD])
        return replace(lent, month=period[Role.MONTH]) if Role.MONTH in period else lent

    def closed(self, record: Record) -> Lent:
        """Return what the rows below may borrow, where the period ends in another year."""
        lent = self
        for role in (Role.END, Role.END_YEAR):
            if role in record.period:
                lent = lent._agreeing(record.period[role])
        return lent

    def _after_period(self, cell: Cell) -> Lent:
        parts = split_lead(cell)
        if is_year_band(cell) or (isinstance(cell.value, int) and cell.value in YEARS):
            return _opened(cell)
        if parts and is_year_band(parts[0]):
            return _opened(parts[0])
        lent = self if says_days(cell) or wants_year(cell) else self._agreeing(cell)
        if is_month(cell):
            return replace(lent, month=cell)
        if lent.month is not None and not says_days(cell):
            months = months_in(str(cell.text))
            other = months and months != months_in(str(lent.month.text))
            lent = replace(lent, month=None) if other or _is_numeric(cell) else lent
        return lent

    def _agreeing(self, cell: Cell) -> Lent:
        """Return nothing to borrow under another year, a century, or a formula that failed."""
        said = _years_in(cell)
        if says_century(cell) or cell.value is None or says_other_time(str(cell.text)):
            return Lent()
        if said and (self.year is None or not said <= _both(_years_in(plain_year(self.year)))):
            return Lent(last=said)
        return self

    def contradicted(self, cell: Cell, *, heads: bool) -> bool:
        """Tell whether a lone line without a period names another year than the rows above.

        Args:
            cell: The line: a subtitle, or a text alone in its row.
            heads: It stands where subtitles stand, in the first column or that of periods.
        """
        letters = str(cell.text)
        if len(letters) > _LONGEST_LINE:
            return False
        starts = lead_of(letters) is not None or is_year_band(cell)
        return (heads or starts) and not _years_in(cell) <= _both(self.last)


def _opened(cell: Cell) -> Lent:
    return Lent(cell, last=_years_in(plain_year(cell)))


def _both(years: frozenset[int]) -> frozenset[int]:
    """Return years as they are written, with four digits or with two."""
    return years | {year % 100 for year in years}


def completed(record: Record, lent: Lent) -> Record:
    """Return the record with the year and month it needs, where it says less than a date."""
    missing = {role: cell for role in _needs(record, lent) if (cell := _of(lent, role)) is not None}
    missing = {role: cell for role, cell in missing.items() if role not in record.period}
    end = record.period.get(Role.END)
    if end is None or not wants_year(end):
        missing.pop(Role.END_YEAR, None)
    missing = {
        role: cell if role is Role.MONTH else plain_year(cell) for role, cell in missing.items()
    }
    if not missing:
        return record
    return replace(record, period={**record.period, **missing}, lent=tuple(missing))


def _of(lent: Lent, role: Role) -> Cell | None:
    return lent.month if role is Role.MONTH else lent.year


def _needs(record: Record, lent: Lent) -> list[Role]:
    period = record.period
    whole = period.get(Role.PERIOD)
    if whole is not None:
        if says_days(whole):
            month = period.get(Role.MONTH, lent.month)
            dated = month is not None and bool(_years_in(month))
            return [Role.MONTH] if dated else [Role.YEAR, Role.MONTH] if month is not None else []
        return [Role.YEAR, Role.END_YEAR] if wants_year(whole) else []
    if Role.MONTH in period:
        return [Role.YEAR]
    if Role.DAY in period and Role.YEAR not in period:
        return [Role.YEAR, Role.MONTH]
    return []


def _is_numeric(cell: Cell) -> bool:
    """Tell whether a cell may say a month by its number: ``12/03/1994``."""
    return isinstance(cell.value, dt.date) or "/" in str(cell.text)


def _years_in(cell: Cell) -> frozenset[int]:
    """Return the years that a cell says, of four digits or of two."""
    if isinstance(cell.value, dt.date):
        return frozenset({cell.value.year})
    if isinstance(cell.value, (int, float)):
        return frozenset({int(cell.value)} if cell.value in YEARS else ())
    return frozenset(map(int, _YEAR_RE.findall(cell.said)))
