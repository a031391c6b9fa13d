"""What a text says, as an EDTF string (ISO 8601-2, levels 0 to 2)."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.model import Day


def edtf(moment: Moment) -> str | None:
    """Return the EDTF string of a moment; ``None`` for « s. d. ».

    An end that nobody knows is empty (``1789/``), one that is still to come open (``1789/..``).

    « avant le XVIe siècle » ends where that century begins, « après » begins where it ends.
    """
    match moment.kind:
        case Kind.UNDATED:
            return None
        case Kind.POINT:
            return _point(moment.points()[0])
        case Kind.SPAN:
            return _span(moment)
        case Kind.BEFORE:
            unknown = "/" if moment.word == "?" else "../"
            return unknown + _edge(moment.points()[0], end=moment.word not in _SHORT_OF)
        case Kind.AFTER:
            unknown = "/" if moment.word == "?" else "/.."
            return _edge(moment.points()[0], end=moment.word in _PAST) + unknown
        case Kind.ONE_OF:
            return "[" + ",".join(_member(part) for part in moment.parts) + "]"
        case Kind.LIST:
            run = consecutive(moment)
            if run:
                return f"{run[0]}/{run[1]}"
            return "{" + ",".join(_member(part) for part in moment.parts) + "}"


_SHORT_OF = frozenset(("avant", "peuavant"))
_PAST = frozenset(("apres", "peuapres"))


def consecutive(moment: Moment) -> tuple[Day, Day] | None:
    """Return first and last day where a list is three or more days that follow one another."""
    if any(isinstance(p, Moment) and p.kind is not Kind.SPAN for p in moment.parts):
        return None
    points = moment.points()
    if len(points) < 3 or any(p.unit is not Unit.DAY or p.about or p.doubtful for p in points):
        return None
    days = [point.bounds()[0] for point in points]
    if not all(1 <= day.year <= 9999 for day in days):
        return None
    dates = [dt.date(day.year, day.month, day.day) for day in days]
    steps = {(after - before).days for before, after in pairwise(dates)}
    return (days[0], days[-1]) if steps == {1} else None


def year_letters(year: int) -> str:
    """Return a year of four digits, signed before the common era.

    >>> year_letters(-51), year_letters(987)
    ('-0051', '0987')
    """
    return f"-{-year:04}" if year < 0 else f"{year:04}"


_FLAGS = "~?%"


def _flag(point: Point) -> str:
    if not (point.about or point.doubtful):
        return ""
    return {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (point.about, point.doubtful), ""
    )


def _point(point: Point) -> str:
    simple = _simple(point)
    if simple is not None:
        return simple + _flag(point)
    first, last = point.bounds()
    if point.unit in (Unit.WINTER, Unit.PART):
        return f"{_edge(point, end=False)}/{_edge(point, end=True)}"
    if point.unit in (Unit.REPUBLICAN, Unit.FORTNIGHT):
        one_day = first == last
        flag = _flag(point)
        return f"{first}{flag}" if one_day else f"{first}{flag}/{last}{flag}"
    flag = _flag(point)
    return f"{year_letters(first.year)}{flag}/{year_letters(last.year)}{flag}"


def _simple(point: Point) -> str | None:
    """Return the one date of a point, ``None`` where only an interval says it.

    A season takes no « ? » and no « ~ »: the months that it lasts do.
    """
    year = year_letters(point.year)
    match point.unit:
        case Unit.DAY:
            return f"{year}-{point.month:02}-{point.day:02}"
        case Unit.MONTH:
            return f"{year}-{point.month:02}"
        case Unit.PART:
            return None if _flag(point) else f"{year}-{point.month}"
        case Unit.YEAR:
            return year
        case Unit.DECADE | Unit.TENS:
            plain = point.division is None and point.year >= 0
            return f"{point.year // 10:03}X" if plain else None
        case Unit.MASKED:
            return f"{point.year:02}XX"
        case Unit.CENTURY:
            plain = point.division is None and point.year >= 0
            return f"{point.year:02}XX" if plain else None
        case _:
            return None


def _edge(point: Point, *, end: bool) -> str:
    """Return one end of an interval: a date without unspecified digits."""
    if point.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR):
        return _point(point)
    first, last = point.bounds()
    day = last if end else first
    if point.unit in (Unit.REPUBLICAN, Unit.FORTNIGHT):
        return f"{day}{_flag(point)}"
    if point.unit in (Unit.PART, Unit.WINTER):
        return f"{year_letters(day.year)}-{day.month:02}{_flag(point)}"
    return f"{year_letters(day.year)}{_flag(point)}"


def _span(moment: Moment) -> str:
    first, last = moment.points()
    return f"{_edge(first, end=False)}/{_edge(last, end=True)}"


def _member(part: Moment | Point) -> str:
    """Return a member of a set: a date, or consecutive dates ``1812..1815``."""
    if isinstance(part, Moment):
        return _run(*part.points())
    simple = _simple(part)
    if simple is not None and "X" not in simple and part.unit is not Unit.PART:
        return simple + _flag(part)
    return _run(part, part)


def _run(start: Point, stop: Point) -> str:
    """Return consecutive dates of one precision; a set has no room for « vers » in them."""
    first = _edge(start, end=False).rstrip(_FLAGS)
    last = _edge(stop, end=True).rstrip(_FLAGS)
    if first.lstrip("-").count("-") != last.lstrip("-").count("-"):
        first, last = str(start.bounds()[0]), str(stop.bounds()[1])
    return first if first == last else f"{first}..{last}"
