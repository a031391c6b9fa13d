"""French historical periods: read from cells into EDTF, printed as labels.

``tokens`` cuts, ``grammar`` understands, ``edtf`` and ``label`` write; ``row`` joins the cells
of a row and reports; this module lets blanks inherit.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.grammar import Doubt
from pipeline.clean.periods.reading import LONGEST, inherited, one_year, period_of, read_period
from pipeline.clean.periods.remarks import bracketed, names_a_time
from pipeline.clean.periods.row import of_record, without_year
from pipeline.clean.periods.spoken import spoken, words
from pipeline.clean.periods.tokens import normal
from pipeline.clean.periods.turn import Turn
from pipeline.clean.periods.years import LAST_YEAR
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Period, Record

_MOST = 0.9
"""Share of a document's years that tells the century of the others."""


def read_periods(rows: Sequence[Record], report: Reporter) -> tuple[Period, ...]:
    """Return the period of each record, in order.

    A blank period inherits the year, and only the year, of the nearest one above, in its
    sheet, that could be read.

    Args:
        rows: Records in the order of the sheet.
        report: Receives what was not read or must not be believed, with its cell.
    """
    found = _four_digits(rows)
    known = _years(found)
    turn = Turn(falling=bool(found) and found[0] > found[-1])
    periods: list[Period] = []
    year: int | None = None
    sheet, dated = "", False
    for record in rows:
        if record.sheet != sheet:
            year, sheet, dated = None, record.sheet, False
            turn.closed()
        if record.period:
            said: list[Diagnostic] = []
            period = of_record(record, known, said.append)
            if turn.passed(record, period):
                said = []
                period = without_year(record, said.append)
            for finding in said:
                report(finding)
            year = one_year(period) if period.first else _still(year, period)
            year = None if turn.doubted else year
            dated |= period.first is not None
            if dated and period.undated:
                text = period.verbatim or ""
                report(Diagnostic(Code.PERIOD_UNDATED, period.origin, before=text))
        else:
            period = inherited(year)
            _propose(record, known, report)
        periods.append(period)
    return tuple(periods)


def _still(year: int | None, unread: Period) -> int | None:
    """Return the year that blanks under an unread period inherit: none under another year."""
    if unread.undated:
        return None
    said = {int(w) for w in words(unread.verbatim or "") if len(w) == 4 and w.isdecimal()}
    failed = (unread.verbatim or "").startswith(("=", "#"))
    return year if said <= {year} and not failed else None


def _four_digits(rows: Sequence[Record]) -> list[int]:
    """Return the four-digit years of the period cells, in their order."""
    found: list[int] = []
    for record in rows:
        for cell in record.period.values():
            if isinstance(cell.value, (dt.date, dt.datetime)):
                found.append(cell.value.year)
            else:
                letters = normal(cell.said[:LONGEST])
                found += [int(w) for w in words(letters) if len(w) == 4 and w.isdecimal()]
    return [year for year in found if 1000 <= year <= LAST_YEAR]


def _years(found: Sequence[int]) -> Years | None:
    """Return the first of some years, the last, their century."""
    if not found:
        return None
    century, often = Counter(year // 100 for year in found).most_common(1)[0]
    return Years(min(found), max(found), century if often >= _MOST * len(found) else None)


def _propose(record: Record, known: Years | None, report: Reporter) -> None:
    """Report a text that opens with a date, on a row without a period: nothing is dated."""
    for cell in record.sections:
        line = str(cell.text).strip().partition("\n")[0].strip()
        if not line or len(line) > 40 or line == str(cell.text).strip():
            continue
        if (pair := bracketed(line)) and names_a_time(pair[0]):
            continue
        try:
            period = period_of(line, known)
        except Doubt:
            continue
        if period.first is not None:
            report(Diagnostic(Code.PERIOD_PROPOSED, cell.at, before=line, after=str(period.edtf)))


__all__ = ["LONGEST", "Doubt", "inherited", "read_period", "read_periods", "spoken"]
