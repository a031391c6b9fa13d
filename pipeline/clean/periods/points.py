"""From what the parser found to points in time: checked, or doubted."""

from __future__ import annotations

from itertools import pairwise

from pipeline.clean.periods.calendar import Years, days_in, republican, weekday
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.clean.periods.rough import Doubt, Range, Rough
from pipeline.clean.periods.years import check_year
from pipeline.diagnostics import Code
from pipeline.model import Day

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_LAST_CENTURY = 21
_LAST_BEFORE = 99
"""Centuries or millennia before Christ; EDTF has four digits for a year."""
_LOOSE_CENTURIES = range(7, _LAST_CENTURY + 1)
"""« XIXe » alone is a century; « vie » or « Ire » may be a word."""
_LONG = frozenset((Unit.DECADE, Unit.TENS, Unit.CENTURY, Unit.MASKED, Unit.MILLENNIUM))
"""A span may end inside its first date, begin inside its last: « XVIIIe siècle-1789 »."""


def moment_of(ranges: list[Range], joints: list[str], years: Years | None) -> Moment:
    """Return what complete ranges say together.

    Raises:
        Doubt: A day does not exist, a span runs backwards, a year has no century …
    """
    if len(ranges) == 1:
        only = _part(ranges[0], years)
        return only if isinstance(only, Moment) else Moment(Kind.POINT, (only,))
    parts = [_part(each, years) for each in ranges]
    if "ou" in joints:
        if joints[-1] != "ou" or not set(joints) <= {"ou", ","}:
            raise Doubt(Code.PERIOD_UNREAD)
        if len({isinstance(part, Moment) for part in parts}) > 1 or _lacks_day(parts):
            raise Doubt(Code.PERIOD_AMBIGUOUS)
        return Moment(Kind.ONE_OF, tuple(_closed(parts)))
    if "-" in joints:
        raise Doubt(Code.PERIOD_UNREAD)
    _check_order(ranges, parts)
    for left, right in pairwise(parts):
        if isinstance(left, Point) and isinstance(right, Point):
            _check_feast(left, right)
    if len(parts) == 2 and (same := _both_calendars(*parts)):
        return Moment(Kind.POINT, (same,))
    return Moment(Kind.LIST, tuple(each for part in _closed(parts) for each in _two_days(part)))


def _check_feast(first: Point, last: Point) -> None:
    """« Noël 1973 et 1974 » is two feasts, or one and a year."""
    if first.feast and last.unit is Unit.YEAR:
        raise Doubt(Code.PERIOD_AMBIGUOUS)


def _closed(parts: list[Moment | Point]) -> list[Moment | Point]:
    """Refuse « avant 1789 » inside a list: no set can hold it."""
    for part in parts:
        if isinstance(part, Moment) and part.kind is not Kind.SPAN:
            raise Doubt(Code.PERIOD_UNREAD)
    return parts


def _lacks_day(parts: list[Moment | Point]) -> bool:
    """« 12 mars 1848 ou 1849 » may be the same day of either year."""
    units = [part.unit for part in parts if isinstance(part, Point)]
    return units[-1:] == [Unit.YEAR] and bool({Unit.DAY, Unit.MONTH, Unit.PART} & set(units))


def _both_calendars(one: Moment | Point, other: Moment | Point) -> Point | None:
    """Return the one day that « 12 germinal an III/1er avril 1795 » says twice."""
    if isinstance(one, Moment) or isinstance(other, Moment) or one.bounds() != other.bounds():
        return None
    if {one.unit, other.unit} != {Unit.DAY, Unit.REPUBLICAN}:
        return None
    return one if one.revolution else other


def _check_order(ranges: list[Range], parts: list[Moment | Point]) -> None:
    """A list that runs backwards where a month or year was lent was not understood."""
    for left, right in pairwise(range(len(parts))):
        after = ranges[right]
        lent = ranges[left].atoms[-1].lent or (after.kind is Kind.POINT and after.atoms[0].lent)
        if lent and parts[left].bounds()[0] > parts[right].bounds()[0]:
            raise Doubt(Code.PERIOD_BACKWARDS)


def _two_days(part: Moment | Point) -> tuple[Moment | Point, ...]:
    """In a list, « 23-24 » of one month are two days: ``23-24 et 25 septembre``."""
    if isinstance(part, Point):
        return (part,)
    first, last = part.points()
    days = first.unit is last.unit is Unit.DAY
    if days and (first.year, first.month, first.day + 1) == (last.year, last.month, last.day):
        return first, last
    return (part,)


def _part(each: Range, years: Years | None) -> Moment | Point:
    if each.kind is Kind.POINT:
        return _point(each.atoms[0], years)
    points = tuple(_point(atom, years) for atom in each.atoms)
    if each.kind is Kind.SPAN:
        first, last = points
        if first == last:
            return first
        (start, early), (late, end) = first.bounds(), last.bounds()
        if start > (end if last.unit in _LONG else late):
            raise Doubt(Code.PERIOD_BACKWARDS)
        if early > end and first.unit not in _LONG:
            raise Doubt(Code.PERIOD_BACKWARDS)
        _check_feast(first, last)
        if (same := _both_calendars(first, last)) is not None:
            return same
    return Moment(each.kind, points, each.word)


# -- one point ------------------------------------------------------------------------


def _point(rough: Rough, years: Years | None) -> Point:
    unit, year, month, day = _when(rough, years)
    return Point(
        unit, year, month, day,
        rough.qualifier, rough.about, rough.doubtful, rough.supplied, rough.weekday,
        rough.division, rough.revolution, rough.following, rough.feast, rough.mask,
    )  # fmt: skip


def _when(rough: Rough, years: Years | None) -> tuple[Unit, int, int, int]:
    """Return unit, year, month and day of a point.

    Raises:
        Doubt: There is no such point, or too little is said.
    """
    if rough.ordinal or rough.century:
        return Unit.MILLENNIUM if rough.millennium else Unit.CENTURY, _century(rough), 0, 0
    if rough.revolution and rough.year is None:
        year, month, day = rough.revolution
        if not 1 <= year <= 14 or republican(year, month, day) is None:
            raise Doubt(Code.PERIOD_DAY if 1 <= year <= 14 else Code.PERIOD_UNREAD)
        return Unit.REPUBLICAN, 0, 0, 0
    if rough.year is None or (rough.division and not rough.decade) or rough.inside:
        raise Doubt(Code.PERIOD_UNREAD)
    if rough.masked:
        return Unit.MASKED, rough.year, 0, 0
    year = _full_year(rough, years)
    if rough.decade:
        return Unit.DECADE if rough.years else Unit.TENS, year, 0, 0
    if rough.straddles:
        return Unit.WINTER, year, 0, 0
    if rough.part:
        return Unit.PART, year, rough.part, 0
    if rough.day is not None:
        _check_day(rough, year, rough.day)
        return Unit.DAY, year, rough.month, rough.day
    if rough.weekday is not None or rough.following:
        raise Doubt(Code.PERIOD_UNREAD)
    if rough.fortnight:
        return Unit.FORTNIGHT, year, rough.month, rough.fortnight
    if rough.month:
        return Unit.MONTH, year, rough.month, 0
    return Unit.YEAR, year, 0, 0


def _century(rough: Rough) -> int:
    number = rough.ordinal
    loose = rough.roman and not rough.loose_roman and number in _LOOSE_CENTURIES
    latest = _LAST_BEFORE if rough.before_christ else 2 if rough.millennium else _LAST_CENTURY
    named = rough.qualifier is not None and not rough.roman and number > 10
    if not (rough.century or loose or named) or not 1 <= number <= latest:
        raise Doubt(Code.PERIOD_UNREAD)
    if rough.day is not None or rough.month or rough.weekday is not None:
        raise Doubt(Code.PERIOD_UNREAD)
    return -number if rough.before_christ else number - 1


def _full_year(rough: Rough, years: Years | None) -> int:
    assert rough.year is not None
    if rough.before_christ:
        return 1 - rough.year
    check_year(rough.year)
    if rough.digits <= 2:
        year = years.full(rough.year) if years else None
        if year is None:
            raise Doubt(Code.PERIOD_CENTURY)
        return year
    if rough.digits == 3 and rough.doubtful:
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    return rough.year


def _check_day(rough: Rough, year: int, day: int) -> None:
    if not rough.month:
        raise Doubt(Code.PERIOD_UNREAD)
    if not 1 <= day <= days_in(year, rough.month):
        raise Doubt(Code.PERIOD_DAY)
    if rough.weekday is not None:
        real = weekday(Day(year, rough.month, day))
        if real is not None and real != rough.weekday:
            raise Doubt(Code.PERIOD_WEEKDAY, WEEKDAYS[real])
