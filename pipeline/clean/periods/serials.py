"""Years typed into cells of dates: 1994 is shown as « 16/06/1905 », the 1994th day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Record
from pipeline.table.dated import YEARS

_DAY_0 = dt.date(1899, 12, 30)
"""From which spreadsheets count days."""
_NEAR = range(1902, 1908)
"""Years of the days 1000 to 2100, and those around."""


def report_serials(rows: Sequence[Record], report: Reporter) -> None:
    """Report the dates that may be years, where no other date is of their time.

    Args:
        rows: All rows.
        report: Receives each such cell, with the year that may be meant.
    """
    doubtful: list[Diagnostic] = []
    others: set[int] = set()
    for record in rows:
        for cell in record.period.values():
            day = cell.value.date() if isinstance(cell.value, dt.datetime) else cell.value
            if not isinstance(day, dt.date):
                others |= {int(word) for word in str(cell.text).split() if word.isdecimal()}
            elif (number := (day - _DAY_0).days) in YEARS and cell.at.row == record.row:
                said = str(cell.text)
                doubtful.append(Diagnostic(Code.PERIOD_SERIAL, cell.at, said, str(number)))
            else:
                others.add(day.year)
    if not others.isdisjoint(YEARS) and others.isdisjoint(_NEAR):
        for finding in doubtful:
            report(finding)
