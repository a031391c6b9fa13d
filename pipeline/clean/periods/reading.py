"""One text read as a period, and what a blank says under it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.edtf import edtf
from pipeline.clean.periods.grammar import Doubt, read_text
from pipeline.clean.periods.label import labels, undated
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.diagnostics import Code
from pipeline.model import Period, Qualifier

LONGEST = 200
"""Letters; a longer text is no period."""


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


period_of = lru_cache(maxsize=8192)(_uncached)
"""Many cells of a sheet say the same."""


def between(start: str, end: str, known: Years | None) -> Period | None:
    """Return the period from one date to another, each read for itself.

    In « vers 1450 - 1510 » both would be approximate; ``None`` where one is no single date,
    or the other must lend to it.
    """
    try:
        parts = [read_text(text, known) for text in (start, end)]
    except Doubt:
        return None
    points = [point for part in parts for point in part.points()]
    plain = all(part == Moment(Kind.POINT, part.parts) for part in parts)
    if not plain or len(points) != 2 or points[0].bounds()[0] > points[1].bounds()[0]:
        return None
    return _made(Moment(Kind.SPAN, tuple(points)), f"{start} - {end}")


def _made(moment: Moment, text: str) -> Period:
    if moment.kind is Kind.UNDATED:
        said = undated(text)
        return Period(None, text, None, None, said, said, undated=True)
    first, last = moment.bounds()
    full, short = labels(moment)
    beside = str(full) != year_label(first.year)
    qualifier = _qualifier(moment)
    return Period(edtf(moment), text, first, last, full, short, qualifier, remarked=beside)


@lru_cache(maxsize=4096)
def year_label(year: int) -> str:
    """Return how a year is printed of which nothing more is said."""
    return str(labels(_plain_year(year))[0])


def _plain_year(year: int) -> Moment:
    return Moment(Kind.POINT, (Point(Unit.YEAR, year),))


def _qualifier(moment: Moment) -> Qualifier | None:
    points = moment.points()
    return points[0].qualifier if len(points) == 1 else None


def one_year(period: Period) -> int | None:
    """Return the year that a period lies in; ``None`` where it has several or none."""
    if period.first is None or period.last is None:
        return None
    return period.first.year if period.first.year == period.last.year else None


def lasting_year(period: Period) -> int | None:
    """Return the year that blanks under a period inherit: none under a year in doubt.

    « avant 1990 » is not in 1990, « vers 1990 » may not be.
    """
    edtf = period.edtf or ""
    unsure = edtf.startswith(("../", "/")) or edtf.endswith(("/..", "/"))
    unsure |= not set("~?%").isdisjoint(edtf)
    return None if unsure else one_year(period)
