"""French historical periods: read from cells into EDTF, printed as labels.

``tokens`` cuts, ``grammar`` understands, ``edtf`` and ``label`` write; ``row`` joins the cells
of a row and reports; this module lets blanks inherit.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from pipeline.clean.earlier import Dated, Kept, Keys, Memory, key_of, keys_of, name_of
from pipeline.clean.periods.among import dated_rows
from pipeline.clean.periods.grammar import Doubt
from pipeline.clean.periods.order import may_lead, month_leads
from pipeline.clean.periods.reading import LONGEST, inherited, lasting_year, period_of, read_period
from pipeline.clean.periods.remarks import bracketed, names_a_time
from pipeline.clean.periods.row import without_order, without_year
from pipeline.clean.periods.seasons import lasting_columns, of_seasons
from pipeline.clean.periods.spoken import four_digits, spoken
from pipeline.clean.periods.tokens import normal
from pipeline.clean.periods.turn import Turn
from pipeline.clean.periods.typed import report_typed
from pipeline.clean.periods.years import LAST_YEAR
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Period, Record
from pipeline.regex import regex
from pipeline.table.dated import says_other_time


def read_periods(
    rows: Sequence[Record],
    report: Reporter,
    memory: Memory | None = None,
    keys: Sequence[Keys] | None = None,
    lasting: Set[int] = frozenset(),
) -> tuple[Period, ...]:
    """Return the period of each record, in order.

    A blank period inherits the year, and only the year, of the nearest one above, in its
    sheet, that could be read.

    Args:
        rows: Records in the order of the sheet.
        report: Receives what was not read or must not be believed, with its cell.
        memory: Dates that earlier runs read; it takes note of those of this run.
        keys: The hashes of each row, where they are known.
        lasting: Columns of the sheet whose periods last from one year to the next.
    """
    written = _written(rows)
    dates: Kept[Dated] = Kept(memory or Memory(), name_of("dates"))
    keys = keys or list(map(keys_of, rows))
    dated = dated_rows(rows, [each.dates for each in keys], of_seasons(rows, lasting), dates)
    turn = Turn(falling=bool(written) and written[0] > written[-1])
    above = _Above(turn, report, month_leads(rows), dates)
    report_typed(rows, report)
    periods = tuple(map(above.period, rows, keys, dated))
    dates.note()
    return periods


@dataclass(slots=True)
class _Above:
    """What the rows above leave to the next one."""

    turn: Turn
    report: Reporter
    month_leads: bool
    """Some dates in numbers have the month first: the others are in doubt."""
    dates: Kept[Dated]
    """What earlier runs read."""
    sheet: str = ""
    year: int | None = None
    """The year that a blank inherits."""
    dated: bool = False
    """A row of the sheet has a date."""

    def period(self, record: Record, keys: Keys, dated: Dated | None) -> Period:
        """Return the period of the next row."""
        if record.sheet != self.sheet:
            self.year, self.sheet, self.dated = None, record.sheet, False
            self.turn.closed()
        if record.leads:
            return inherited(None)
        if dated is None:
            key = key_of(keys.row, "proposed")
            for finding in self.dates.of(key, lambda: _proposed(record)).findings:
                self.report(finding)
            return inherited(self.year)
        period = self._own(record, dated)
        year = lasting_year(period) if period.first else _still(self.year, period)
        self.year = None if self.turn.doubted else year
        self.dated |= period.first is not None
        if self.dated and period.undated:
            said = period.verbatim or ""
            self.report(Diagnostic(Code.PERIOD_UNDATED, period.origin, before=said))
        return period

    def _own(self, record: Record, dated: Dated) -> Period:
        period = dated.period
        if self.turn.passed(record, period):
            return without_year(record, self.report)
        if self.month_leads and may_lead(record) and period.first:
            return without_order(record, period.first.year, self.report)
        for finding in dated.findings:
            self.report(finding)
        return period


def _still(year: int | None, unread: Period) -> int | None:
    """Return the year that blanks under an unread period inherit: none under another year."""
    if unread.undated or says_other_time(unread.verbatim or ""):
        return None
    said = set(four_digits(unread.verbatim or ""))
    failed = (unread.verbatim or "").startswith(("=", "#"))
    return year if said <= {year} and not failed else None


def _written(rows: Sequence[Record]) -> list[int]:
    """Return the four-digit years of the period cells, in their order."""
    found: list[int] = []
    for record in rows:
        for cell in record.period.values():
            if isinstance(cell.value, (dt.date, dt.datetime)):
                found.append(cell.value.year)
            else:
                found += four_digits(normal(cell.said[:LONGEST]))
    return [year for year in found if 1000 <= year <= LAST_YEAR]


_NOW_RE = regex(r"(?:aujourd['’]hui|de nos jours|actuellement|[aà] ce jour)\b", re.I)
"""A time that the year above does not hold."""


def _proposed(record: Record) -> Dated:
    """Return what to say of texts that open with a date, on a row without one: none is dated.

    Of a year of two digits the century is left open.
    """
    found = []
    for cell in record.theme:
        if now := _NOW_RE.match(str(cell.text)):
            found.append(Diagnostic(Code.PERIOD_PROPOSED, cell.at, before=now[0], after=""))
    for cell in record.sections:
        line = str(cell.text).strip().partition("\n")[0].strip()
        whole = line == str(cell.text).strip()
        if not line or len(line) > 40 or (whole and not any(map(str.isalpha, line))):
            continue  # a number alone may count anything
        if (pair := bracketed(line)) and names_a_time(pair[0]):
            continue
        try:
            edtf = period_of(line, None).edtf
        except Doubt as doubt:
            edtf = "" if doubt.code is Code.PERIOD_CENTURY and not whole else None
        if edtf is not None:
            found.append(Diagnostic(Code.PERIOD_PROPOSED, cell.at, before=line, after=edtf))
    return Dated(inherited(None), tuple(found))


__all__ = [
    "LONGEST",
    "Doubt",
    "inherited",
    "lasting_columns",
    "read_period",
    "read_periods",
    "spoken",
]
