"""What each row says by itself, then with what the rows around tell: the century, its place."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.earlier import Dated, Kept, key_of
from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.century import Said, Span, centuries
from pipeline.clean.periods.row import Known, of_record
from pipeline.clean.periods.spoken import spoken, words
from pipeline.clean.periods.years import LAST_YEAR
from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Period, Record

_OF_THE_AGE = range(1000, LAST_YEAR + 1)
_DECADE = 9
"""Years between the first and the last one of ten."""
_LONG = 10
"""Years of a period that says too little of the order of its row."""
_PROBES = (Years.of(19), Years.around(2000))
"""Two centuries to read two digits in, before it is known which: « 98-03 » runs on in one."""


def dated_rows(
    rows: Sequence[Record], keys: Sequence[str], seasons: Sequence[bool], dates: Kept[Dated]
) -> list[Dated | None]:
    """Return the period of each row and what was found in it; ``None`` for a blank one.

    Args:
        rows: Records in the order of the sheet.
        keys: The hash of each.
        seasons: Whether two years in short are a season in it.
        dates: What earlier runs read.
    """
    found = [
        _dated(record, key, Known(season=season), dates) if record.period else None
        for record, key, season in zip(rows, keys, seasons, strict=True)
    ]
    sure = [_sure_year(dated.period) if dated else None for dated in found]
    span = Span.of(year for year in sure if year is not None)
    said = [
        _said(record, dated, year, season)
        for record, dated, year, season in zip(rows, found, sure, seasons, strict=True)
    ]
    years = centuries(said, span)
    for place, dated in enumerate(found):
        if dated is None or dated.period.first or dated.period.undated or span is None:
            if place not in years:
                continue
        elif place not in years and not _may_name_year(rows[place]):
            continue
        window = Years.around(years[place]) if place in years else None
        known = Known(window, span, seasons[place])
        found[place] = _dated(rows[place], keys[place], known, dates)
    return found


def _dated(record: Record, key: str, known: Known, dates: Kept[Dated]) -> Dated:
    if known != Known():
        key = key_of(key, repr(known))
    return dates.of(key, lambda: _made(record, known))


def _made(record: Record, known: Known) -> Dated:
    found: list[Diagnostic] = []
    period = of_record(record, known, found.append)
    return Dated(period, tuple(found))


def _sure_year(period: Period) -> int | None:
    """Return the year that a period stands at; ``None`` where it is vague, or lasts long."""
    edtf = period.edtf or ""
    if period.first is None or period.last is None or not set("~?%X").isdisjoint(edtf):
        return None
    if edtf.startswith(("../", "/")) or period.last.year - period.first.year > _LONG:
        return None
    return period.first.year if period.first.year in _OF_THE_AGE else None


def _said(record: Record, dated: Dated | None, year: int | None, season: bool) -> Said:
    """Return what a row says of its year to those around it."""
    sheet = record.sheet
    if dated is None or not _wants_century(record, dated):
        return Said(sheet, year)
    for probe in _PROBES:
        read = _made(record, Known(probe, season=season)).period
        if read.first is not None and read.last is not None:
            loose = read.last.year - read.first.year >= _DECADE
            return Said(sheet, None, read.first.year, loose)
    return Said(sheet)


def _wants_century(record: Record, dated: Dated) -> bool:
    """Tell whether a row was not read that says a year of two digits."""
    if any(each.code is Code.PERIOD_CENTURY for each in dated.findings):
        return True
    if dated.period.undated or dated.period.first is not None:
        return False
    return any(len(word) == 2 and word.isdecimal() for word in words(spoken(record)))


def _may_name_year(record: Record) -> bool:
    """Tell whether a row has a number that may be, or begin with, a year: « 1 989 »."""
    found = words(spoken(record))
    lengths = {len(word) for word in found if word.isdecimal()}
    return not lengths.isdisjoint((4, 8)) or [len(word) for word in found] == [1, 3]
