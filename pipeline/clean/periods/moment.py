"""What a period text says, before it is EDTF or a label: points in time, together."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from pipeline.clean.periods.calendar import days_in, republican
from pipeline.model import Day, Qualifier


class Unit(Enum):
    """How precisely a point is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PART = "part"
    """Season, quarter or half of a year, by its EDTF level 2 number."""
    DECADE = "decade"
    TENS = "tens"
    """``195.``, ``192?``: a decade by the first three digits of a year."""
    CENTURY = "century"
    MILLENNIUM = "millennium"
    MASKED = "masked"
    """``17..``: the first two digits of a year."""
    REPUBLICAN = "republican"
    FORTNIGHT = "fortnight"
    """The first or second fortnight of a month."""
    WINTER = "winter"
    """The winter that begins in that year and ends in the next."""


class Point(NamedTuple):
    """One point in time."""

    unit: Unit
    year: int
    """Astronomical year; first year of a decade; a century or millennium less one, negative BC."""
    month: int = 0
    """Month; for ``PART`` the EDTF number 21 to 24, 33 to 36, 40, 41."""
    day: int = 0
    """Day; for ``FORTNIGHT`` 1 or 2."""
    qualifier: Qualifier | None = None
    about: bool = False
    """vers, environ."""
    doubtful: bool = False
    """A question mark."""
    supplied: bool = False
    """In square brackets: given by the editor."""
    weekday: int | None = None
    division: tuple[int, int] | None = None
    """(2, 4) for the second quarter of a century."""
    revolution: tuple[int, int, int] | None = None
    """Republican year, month (0 to 13), day, where the text gives them."""
    following: bool = False
    """« et jours suivants »."""
    feast: str = ""
    """« Noël », said of a day."""
    mask: str = ""
    """What stands for the digits of ``TENS`` and ``MASKED``, as it is written: « .. », « ? »."""

    def bounds(self) -> tuple[Day, Day]:
        """Return first and last day, the qualifier taken as a third."""
        first, last = self._whole()
        if self.qualifier is None or self.qualifier is Qualifier.CURRENT:
            return first, last
        third = (Qualifier.BEGINNING, Qualifier.MIDDLE, Qualifier.END).index(self.qualifier)
        if self.unit is Unit.MONTH:
            starts, ends = (1, 11, 21), (10, 20, last.day)
            return Day(self.year, self.month, starts[third]), Day(
                self.year, self.month, ends[third]
            )
        if self.unit is Unit.YEAR:
            month = (4, 8, 12)[third]
            return Day(self.year, month - 3, 1), Day(self.year, month, days_in(self.year, month))
        if self.unit in (Unit.DECADE, Unit.TENS, Unit.CENTURY, Unit.MILLENNIUM):
            years = last.year - first.year + 1
            starts = (0, years // 3, years - years // 3)
            ends = (*starts[1:], years)
            return Day(first.year + starts[third], 1, 1), Day(first.year + ends[third] - 1, 12, 31)
        return first, last

    def _whole(self) -> tuple[Day, Day]:
        year, month, day = self.year, self.month, self.day
        match self.unit:
            case Unit.YEAR:
                return _year(year)
            case Unit.DAY:
                only = _day(year, month, day)
                return only, only
            case Unit.MONTH:
                return _day(year, month, 1), _day(year, month, days_in(year, month))
            case Unit.PART:
                return _part(year, month)
            case Unit.DECADE | Unit.TENS:
                number, of = self.division or (1, 1)
                first, last = year + 10 * (number - 1) // of, year + 10 * number // of - 1
                return Day(first, 1, 1), Day(last, 12, 31)
            case Unit.FORTNIGHT:
                last = 15 if day == 1 else days_in(year, month)
                return Day(year, month, 1 if day == 1 else 16), Day(year, month, last)
            case Unit.WINTER:
                return Day(year, 12, 1), Day(year + 1, 2, days_in(year + 1, 2))
            case Unit.MASKED:
                return Day(year * 100, 1, 1), Day(year * 100 + 99, 12, 31)
            case Unit.CENTURY:
                return self._years(100)
            case Unit.MILLENNIUM:
                return self._years(1000)
            case Unit.REPUBLICAN:
                assert self.revolution is not None
                found = republican(*self.revolution)
                assert found is not None
                return found

    def _years(self, many: int) -> tuple[Day, Day]:
        """Return the years 01 to 00 of a century or millennium, or of its half, third, quarter."""
        first = self.year * many + 1
        last = first + many - 1
        if self.division:
            number, of = self.division
            first, last = first + many * (number - 1) // of, first + many * number // of - 1
        return Day(first, 1, 1), Day(last, 12, 31)


_day = lru_cache(maxsize=8192)(Day)


@lru_cache(maxsize=4096)
def _year(year: int) -> tuple[Day, Day]:
    return Day(year, 1, 1), Day(year, 12, 31)


def _part(year: int, number: int) -> tuple[Day, Day]:
    """Return the days of a season (21 to 24), quarter (33 to 36) or half year (40, 41).

    Seasons are whole months.  « hiver 1994 » may be either end of the year: all of it.
    """
    months = {
        21: (3, 5),
        22: (6, 8),
        23: (9, 11),
        24: (1, 12),
        33: (1, 3),
        34: (4, 6),
        35: (7, 9),
        36: (10, 12),
        40: (1, 6),
        41: (7, 12),
    }
    first, last = months[number]
    return Day(year, first, 1), Day(year, last, days_in(year, last))


class Kind(Enum):
    """How points go together."""

    POINT = "point"
    SPAN = "span"
    LIST = "list"
    """Points listed by the author; consecutive days of three or more are an interval."""
    ONE_OF = "one of"
    BEFORE = "before"
    AFTER = "after"
    UNDATED = "undated"


class Moment(NamedTuple):
    """What a period text says."""

    kind: Kind
    parts: tuple[Moment | Point, ...] = ()
    word: str = ""
    """avant, après, depuis, jusqu’à, what stands at an open end; entre."""
    name: str = ""
    """« année scolaire », « exercice », « nuit »: printed before the full label."""
    hour: str = ""
    """« 20 h 30 », said of a day: printed after the full label."""
    supplied: bool = False
    """All of it in square brackets."""
    undated: bool = False
    """« s. d. » stands beside it."""
    within: Moment | None = None
    """The century that a date in brackets makes precise: « IXe siècle (845-851) »."""
    ahead: str = ""
    """The name of a time that a date in brackets tells: « Seconde Guerre mondiale (1939-1945) »."""
    remark: str = ""
    """« (lacunes) », « , copie de 1850 »: printed after all."""

    def points(self) -> tuple[Point, ...]:
        """Return all points, in the order of the text."""
        if len(self.parts) == 1 and isinstance(only := self.parts[0], Point):
            return (only,)
        found: list[Point] = []
        for part in self.parts:
            found += [part] if isinstance(part, Point) else part.points()
        return tuple(found)

    def bounds(self) -> tuple[Day, Day]:
        """Return first and last day; an open end is bounded by the end that is known."""
        points = self.points()
        first, last = points[0].bounds()
        for point in points[1:]:
            start, end = point.bounds()
            first, last = min(first, start), max(last, end)
        return first, last
