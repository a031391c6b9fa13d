"""Calendars: Gregorian months and days, the French Republican years I to XIV."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from pipeline.model import Day

REPUBLICAN_YEARS = (
    dt.date(1792, 9, 22),
    dt.date(1793, 9, 22),
    dt.date(1794, 9, 22),
    dt.date(1795, 9, 23),
    dt.date(1796, 9, 22),
    dt.date(1797, 9, 22),
    dt.date(1798, 9, 22),
    dt.date(1799, 9, 23),
    dt.date(1800, 9, 23),
    dt.date(1801, 9, 23),
    dt.date(1802, 9, 23),
    dt.date(1803, 9, 24),
    dt.date(1804, 9, 23),
    dt.date(1805, 9, 23),
    dt.date(1806, 9, 23),
)
"""First day of the years I to XIV, as decreed, and the end of the last one."""

REPUBLICAN_MONTHS = (
    "vendémiaire",
    "brumaire",
    "frimaire",
    "nivôse",
    "pluviôse",
    "ventôse",
    "germinal",
    "floréal",
    "prairial",
    "messidor",
    "thermidor",
    "fructidor",
)
COMPLEMENTARY = 13
"""Number that stands for the complementary days after fructidor."""

GREGORIAN_SINCE = Day(1582, 12, 20)
"""From here on a French weekday can be checked (France changed on 20 December 1582)."""


class Years(NamedTuple):
    """The years that a year of two digits is read against."""

    first: int
    last: int
    century: int | None
    """Century (19 for 1993) of those outside; ``None`` for none."""

    @classmethod
    def of(cls, century: int) -> Years:
        """Return the years of one century, 00 to 99.

        >>> Years.of(19)
        Years(first=1900, last=1999, century=19)
        """
        return cls(century * 100, century * 100 + 99, century)

    @classmethod
    def around(cls, year: int) -> Years:
        """Return the hundred years around one: two digits are the nearest year to it.

        >>> Years.around(1998).full(3), Years.around(1998).full(97)
        (2003, 1997)
        """
        return cls(year - 49, year + 50, None)

    def full(self, two_digits: int) -> int | None:
        """Return the one year meant by two digits; ``None`` where there are two or none.

        >>> Years(1960, 2003, None).full(2), Years(1960, 2003, None).full(30)
        (2002, None)
        """
        start = self.first - self.first % 100 + two_digits
        inside = [year for year in range(start, self.last + 1, 100) if year >= self.first]
        if len(inside) == 1:
            return inside[0]
        return None if self.century is None else self.century * 100 + two_digits


def is_leap(year: int) -> bool:
    """Tell whether an astronomical year is a leap year."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month.

    >>> days_in(1994, 4), days_in(2000, 2)
    (30, 29)
    """
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def weekday(day: Day) -> int | None:
    """Return 0 for Monday to 6 for Sunday; ``None`` before France took the calendar.

    >>> weekday(Day(1993, 4, 1))
    3
    """
    if day < GREGORIAN_SINCE or day.year > 9999:
        return None
    return dt.date(day.year, day.month, day.day).weekday()


@lru_cache(maxsize=1024)
def republican(year: int, month: int, day: int) -> tuple[Day, Day] | None:
    """Return first and last day of a Republican year, month (``day`` 0) or day.

    ``month`` 0 is the whole year, 13 the complementary days.  ``None`` where there is no
    such day.

    >>> [str(each) for each in republican(5, 1, 1)]
    ['1796-09-22', '1796-09-22']
    """
    if not 1 <= year <= 14:
        return None
    start, end = REPUBLICAN_YEARS[year - 1 : year + 1]
    if month:
        first = start + dt.timedelta(days=30 * (month - 1))
        last = end - dt.timedelta(days=1)
        if month < COMPLEMENTARY:
            last = first + dt.timedelta(days=29)
        if day:
            first = last_day = first + dt.timedelta(days=day - 1)
            if last_day > last:
                return None
            last = last_day
    else:
        first, last = start, end - dt.timedelta(days=1)
    return _day(first), _day(last)


def _day(date: dt.date) -> Day:
    return Day(date.year, date.month, date.day)
