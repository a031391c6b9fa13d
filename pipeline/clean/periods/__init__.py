"""French historical periods: read from cells into EDTF, printed as labels.

``tokens`` cuts, ``grammar`` understands, ``edtf`` and ``label`` write; this module joins
the cells of a row, lets blanks inherit, and reports.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.edtf import edtf
from pipeline.clean.periods.grammar import Doubt, read_text
from pipeline.clean.periods.label import labels, undated
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.clean.periods.remarks import bracketed, names_a_time
from pipeline.clean.periods.retold import retold, with_before
from pipeline.clean.periods.spoken import hidden, hours, own, spoken, words
from pipeline.clean.periods.tokens import normal
from pipeline.clean.periods.years import LAST_YEAR
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.french import year_words
from pipeline.model import Cell, Period, Qualifier, Record, Role, Span, Text
from pipeline.table.dated import months_in
from pipeline.table.lead import lead_of

LONGEST = 200
"""Letters; a longer text is no period."""
_MOST = 0.9
"""Share of a document's years that tells the century of the others."""
_UNPLACED = (Code.PERIOD_UNREAD, Code.PERIOD_INCOMPLETE, Code.PERIOD_CALENDARS)
"""Of what was not read at all, nothing is believed; nor of one of two dates."""
_DAY_RE = re.compile(r"^\D*\d{1,2}(?:er)?(?!\d)[\s/.-]*")
"""The day that a date begins with: « lundi 31 » of « lundi 31 juin 1999 »."""
_DIGITS_RE = re.compile(r"\d{3}")
"""What may be a year in a remark."""


def read_periods(rows: Sequence[Record], report: Reporter) -> tuple[Period, ...]:
    """Return the period of each record, in order.

    A blank period inherits the year, and only the year, of the nearest one above, in its
    sheet, that could be read.

    Args:
        rows: Records in the order of the sheet.
        report: Receives what was not read or must not be believed, with its cell.
    """
    known = _years(rows)
    periods: list[Period] = []
    year: int | None = None
    sheet, dated = "", False
    for record in rows:
        if record.sheet != sheet:
            year, sheet, dated = None, record.sheet, False
        if record.period:
            period = _of_record(record, known, report)
            year = _one_year(period) if period.first else _still(year, period)
            dated |= period.first is not None
            if dated and period.undated:
                said = period.verbatim or ""
                report(Diagnostic(Code.PERIOD_UNDATED, period.origin, before=said))
        else:
            period = inherited(year)
            _propose(record, known, report)
        periods.append(period)
    return tuple(periods)


def _one_year(period: Period) -> int | None:
    """Return the year that blanks under a period inherit: none under one of several years."""
    if period.first is None or period.last is None:
        return None
    return period.first.year if period.first.year == period.last.year else None


def _still(year: int | None, unread: Period) -> int | None:
    """Return the year that blanks under an unread period inherit: none under another year."""
    if unread.undated:
        return None
    said = {int(w) for w in words(unread.verbatim or "") if len(w) == 4 and w.isdecimal()}
    failed = (unread.verbatim or "").startswith(("=", "#"))
    return year if said <= {year} and not failed else None


def read_period(text: str, century: int | None = 19) -> Period:
    r"""Return the period that one text says.

    >>> period = read_period("23/24/25 Septembre 1993")
    >>> period.edtf, str(period.label).replace("\xa0", " ")
    ('1993-09-23/1993-09-25', 'les 23, 24 et 25 septembre 1993')

    Raises:
        Doubt: It is not read; the code says why.
    """
    known = None if century is None else Years.of(century)
    return _uncached(text, known)


def inherited(year: int | None) -> Period:
    """Return the period of a row whose cell is blank, under a row of that year."""
    if year is None:
        return Period(None, None, None, None, inherited=True)
    return replace(_made(_plain_year(year), ""), verbatim=None, inherited=True)


def _uncached(text: str, known: Years | None) -> Period:
    if len(text) > LONGEST:
        raise Doubt(Code.PERIOD_UNREAD)
    return _made(read_text(text, known), text)


_period = lru_cache(maxsize=8192)(_uncached)
"""Many cells of a sheet say the same."""


def _made(moment: Moment, text: str) -> Period:
    if moment.kind is Kind.UNDATED:
        said = undated(text)
        return Period(None, text, None, None, said, said, undated=True)
    first, last = moment.bounds()
    full, short = labels(moment)
    beside = str(full) != _year_label(first.year)
    qualifier = _qualifier(moment)
    return Period(edtf(moment), text, first, last, full, short, qualifier, remarked=beside)


@lru_cache(maxsize=4096)
def _year_label(year: int) -> str:
    """Return how a year is printed of which nothing more is said."""
    return str(labels(_plain_year(year))[0])


def _plain_year(year: int) -> Moment:
    return Moment(Kind.POINT, (Point(Unit.YEAR, year),))


def _qualifier(moment: Moment) -> Qualifier | None:
    points = moment.points()
    return points[0].qualifier if len(points) == 1 else None


def _years(rows: Sequence[Record]) -> Years | None:
    """Return the four-digit years of the period cells: the first, the last, their century."""
    found: list[int] = []
    for record in rows:
        for cell in record.period.values():
            if isinstance(cell.value, (dt.date, dt.datetime)):
                found.append(cell.value.year)
            else:
                letters = normal(cell.said[:LONGEST])
                found += [int(w) for w in words(letters) if len(w) == 4 and w.isdecimal()]
    found = [year for year in found if 1000 <= year <= LAST_YEAR]
    if not found:
        return None
    century, often = Counter(year // 100 for year in found).most_common(1)[0]
    return Years(min(found), max(found), century if often >= _MOST * len(found) else None)


# -- the cells of one row -----------------------------------------------------------


def _of_record(record: Record, known: Years | None, report: Reporter) -> Period:
    cells = own(record)
    cell = cells[0]
    verbatim = " – ".join(str(each.text) for each in cells)
    try:
        period = _period(spoken(record), known)
    except Doubt as doubt:
        letters = Text.plain_text(" ".join(verbatim.split()))
        if doubt.code is Code.PERIOD_UNREAD:
            if len(record.period) == 1 and (partly := _partly(cell, known, report)):
                return replace(partly, verbatim=verbatim, label=letters, short=letters)
            doubt = _incomplete(spoken(record)) or doubt
        least = None if doubt.code in _UNPLACED else _at_least(spoken(record), known)
        after = doubt.after or _placed(least)
        after = "" if doubt.code is Code.PERIOD_UNREAD else after
        report(Diagnostic(doubt.code, cell.at, before=verbatim, after=after))
        least = least or Period(None, None, None, None)
        return replace(least, verbatim=verbatim, label=letters, short=letters, origin=cell.at)
    _tell(record, cell, verbatim, period, report)
    if time := hours(record):
        full, short = (_followed(label, time) for label in (period.label, period.short))
        period = replace(period, label=full, short=short)
    for role in (Role.PERIOD, Role.END):
        if year := hidden(record, role):
            dated = record.period[role]
            report(Diagnostic(Code.PERIOD_YEAR_HIDDEN, dated.at, str(dated.text), str(year)))
    label = with_before(period.label, verbatim)
    return replace(period, verbatim=verbatim, origin=cell.at, label=label)


def _at_least(said: str, known: Years | None) -> Period | None:
    """Return the month or the year of a date that must not be believed: that of « 31 juin »."""
    years = {word for word in words(said) if len(word) == 4 and word.isdecimal()}
    for part in (_DAY_RE.sub("", said, count=1), *(years if len(years) == 1 else ())):
        try:
            period = _period(part, known)
        except Doubt:
            continue
        if (year := _one_year(period)) is not None and (not years or years == {str(year)}):
            return replace(period, qualifier=None, remarked=True)
    return None


def _placed(period: Period | None) -> str:
    if period is None or period.first is None:
        return "à la place de sa ligne"
    return f"sous {year_words(period.first.year)}"


def _tell(record: Record, cell: Cell, verbatim: str, period: Period, report: Reporter) -> None:
    """Report a date that is printed in other words than its cells have, or with more of them."""
    label = " ".join(str(period.label).split())
    code = Code.PERIOD_LENT if record.lent else retold(spoken(record), label)
    if code is not None:
        report(Diagnostic(code, cell.at, before=verbatim, after=label))


def _followed(label: Text, letters: str) -> Text:
    return Text((*label.spans, Span(letters)))


def _partly(cell: Cell, known: Years | None, report: Reporter) -> Period | None:
    """Return the period that a cell begins with, where a remark without a date follows."""
    text = str(cell.text).strip()
    place = lead_of(text) if len(text) <= LONGEST else None
    if place is None or months_in(text[place[1] :]) or _DIGITS_RE.search(text[place[1] :]):
        return None
    date = text[: place[0]]
    try:
        period = _period(date, known)
    except Doubt:
        return None
    report(Diagnostic(Code.PERIOD_PARTLY_READ, cell.at, before=text, after=date))
    return replace(period, origin=cell.at, remarked=True)


def _incomplete(spoken: str) -> Doubt | None:
    """Return the doubt of a text that a year, or a month and a year, would make a period."""
    if any(len(word) > 2 and word.isdecimal() for word in words(spoken)):
        return None
    month = (" mars 2000", "son mois")
    year = (" 2000", "son année"), ("/2000", "son année")
    # A number alone is a day: « 3 » under « 3 mars ».
    for more, lack in (month,) if spoken.isdecimal() else (*year, month):
        try:
            _period(spoken + more, None)
        except Doubt as doubt:
            if doubt.code is not Code.PERIOD_WEEKDAY:
                continue
        return Doubt(Code.PERIOD_INCOMPLETE, lack)
    return None


def _propose(record: Record, known: Years | None, report: Reporter) -> None:
    """Report a text that opens with a date, on a row without a period: nothing is dated."""
    for cell in record.sections:
        line = str(cell.text).strip().partition("\n")[0].strip()
        if not line or len(line) > 40 or line == str(cell.text).strip():
            continue
        if (pair := bracketed(line)) and names_a_time(pair[0]):
            continue
        try:
            period = _period(line, known)
        except Doubt:
            continue
        if period.first is not None:
            report(Diagnostic(Code.PERIOD_PROPOSED, cell.at, before=line, after=str(period.edtf)))


__all__ = ["LONGEST", "Doubt", "inherited", "read_period", "read_periods", "spoken"]
