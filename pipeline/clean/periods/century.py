"""The century of a year of two digits: the order of the rows tells it, else their span.

Where the dated rows around rise, or fall, it is the century that keeps the order.  Where two
do, or none does, nothing is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

LATEST = 2039
"""A year of two digits is not taken for a later one."""
GENERATION = 30
"""Years outside those of a document that may still be its own."""
_REACH = 50
"""Years from one row to the next, beyond the last dated one."""
_NEAR = 10
"""Years that a row may stand out of order and still be known."""
_FAR = 50
"""Years outside those of a document that cannot be its own, where others are near."""
_MOST = 0.8
"""Share of the dated rows that rise where the rows of a sheet rise."""

_NEARLY_ALL = 0.9
"""Share of the years of a document that are its span; the others are glances back."""


class Said(NamedTuple):
    """What one row says of its year."""

    sheet: str
    sure: int | None = None
    """Its year, where no other row must tell it."""
    short: int | None = None
    """A year that ends with its two digits, of whatever century."""
    loose: bool = False
    """It says several years: « années 60 »."""


class Span(NamedTuple):
    """First and last year of a document."""

    first: int
    last: int

    @classmethod
    def of(cls, years: Iterable[int]) -> Span | None:
        """Return the span of some years, without one of ten that lies a century away.

        >>> Span.of([1890, 1995]), Span.of([1066, *range(1980, 1999)]), Span.of([])
        (Span(first=1890, last=1995), Span(first=1980, last=1998), None)
        """
        found = sorted(years)
        if not found:
            return None
        middle = found[len(found) // 2]
        near = [year for year in found if abs(year - middle) <= 100]
        kept = near if len(near) >= _NEARLY_ALL * len(found) else found
        return cls(kept[0], kept[-1])

    def has(self, year: int) -> bool:
        """Tell whether a year is one of the document, or of the generation around."""
        return self.first - GENERATION <= year <= self.last + GENERATION

    def away(self, year: int) -> int:
        """Return by how many years a year is out of the span."""
        return max(self.first - year, year - self.last, 0)

    def only(self, short: int) -> int | None:
        """Return the one year of the document that can be meant, whatever the order.

        >>> Span(1960, 2003).only(1902), Span(1901, 1998).only(1902)
        (2002, None)
        """
        last = max(LATEST, self.last)
        years = _inside(short, self.first - 2 * _FAR, min(self.last + 2 * _FAR, last))
        years.sort(key=self.away)
        if not years or self.away(years[0]) > _NEAR:
            return None
        other = min((self.away(year) for year in years[1:]), default=_FAR)
        return years[0] if other >= (_FAR if self.away(years[0]) else GENERATION) else None


def centuries(said: Sequence[Said], span: Span | None) -> dict[int, int]:
    """Return the full years that the rows around tell, by the place of their row.

    >>> rows = [Said("", sure=1901), Said("", sure=1998), Said("", short=1902)]
    >>> centuries(rows, Span(1901, 1998))
    {2: 2002}
    >>> centuries([rows[1], rows[0], rows[2]], Span(1901, 1998))
    {}
    """
    found: dict[int, int] = {}
    if span is None or all(row.short is None for row in said):
        return found
    for _, places in groupby(range(len(said)), key=lambda place: said[place].sheet):
        rows = [(place, said[place]) for place in places]
        found |= dict(_of_sheet([pair for pair in rows if pair[1].sure or pair[1].short], span))
    return found


_Rows = list[tuple[int, Said]]


def _of_sheet(rows: _Rows, span: Span) -> Iterator[tuple[int, int]]:
    """Yield the full years that are sure, in what order the rows of one sheet may be."""
    way = _way(rows)
    rows = rows if way >= 0 else rows[::-1]
    kept = _rise([row.sure for _, row in rows])
    for before, run, after in _runs(rows, kept):
        strict = [(place, row.short or 0) for place, row in run if row.short and not row.loose]
        if not way:
            before = after = None
            found = [(place, span.only(short)) for place, short in strict]
        elif before and after:
            found = _between(strict, before, after, span)
        elif before:
            found = _beyond(strict, before, 1, span)
        else:
            found = _beyond(strict[::-1], after or 0, -1, span)
        if any(row.sure for _, row in run):  # a row out of order stands in between
            shorts = dict(strict)
            found = [pair for pair in found if pair[1] == span.only(shorts[pair[0]])]
        found += [(place, _loose(row, before, after, span)) for place, row in run if row.loose]
        yield from ((place, year) for place, year in found if year is not None)


def _runs(rows: _Rows, kept: set[int]) -> Iterator[tuple[int | None, _Rows, int | None]]:
    """Yield the rows between two that keep the order, with the years of these."""
    before: int | None = None
    run: _Rows = []
    for number, (place, row) in enumerate(rows):
        if number not in kept:
            run.append((place, row))
            continue
        yield before, run, row.sure
        before, run = row.sure, []
    yield before, run, None


def _between(
    run: list[tuple[int, int]], before: int, after: int, span: Span
) -> list[tuple[int, int | None]]:
    """Find the years of rows between two dated ones: those of the only rise there is."""
    rise, year = [], before
    for _, short in run:
        rise.append(year := _next(year, short, 1))
    if run and year > after:
        return [(place, _out_of_order(short, before, after, span)) for place, short in run]
    fall, year = [], after
    for _, short in reversed(run):
        fall.append(year := _next(year, short, -1))
    pairs = zip(run, rise, reversed(fall), strict=True)
    return [(place, low if low == high else None) for (place, _), low, high in pairs]


def _out_of_order(short: int, before: int, after: int, span: Span) -> int | None:
    inside = _inside(short, before, after)
    if len(inside) == 1:
        return inside[0]
    near = [] if inside else _inside(short, before - _NEAR, after + _NEAR)
    return near[0] if len(near) == 1 and near[0] == span.only(short) else None


def _beyond(
    run: list[tuple[int, int]], edge: int, way: int, span: Span
) -> list[tuple[int, int | None]]:
    """Find the years of the rows after the last dated one, or before the first."""
    found: list[tuple[int, int | None]] = []
    year = edge
    for place, short in run:
        after = _next(year, short, way)
        near = abs(after - year) <= _REACH and (way > 0 or edge - after < 100)
        if near and after <= max(LATEST, span.last):
            found.append((place, after))
            year = after
            continue
        back = _next(year, short, -way)
        near = abs(back - year) <= _NEAR and back == span.only(short)
        found.append((place, back if near else None))
    if any(year is None for _, year in found):  # the order says nothing for sure
        shorts = dict(run)
        found = [(n, year if year == span.only(shorts[n]) else None) for n, year in found]
    return found


def _loose(row: Said, before: int | None, after: int | None, span: Span) -> int | None:
    """Find the first of several years: between two rows, or where the document has one such."""
    short = row.short or 0
    years = _inside(short, before - _NEAR, after) if before and after else []
    return years[0] if len(years) == 1 else span.only(short)


def _next(year: int, short: int, way: int) -> int:
    """Return the next year from one on, or back, that ends with two digits.

    >>> _next(1998, 1902, 1), _next(1998, 1902, -1)
    (2002, 1902)
    """
    return year + (short - year) % 100 if way > 0 else year - (year - short) % 100


def _inside(short: int, first: int, last: int) -> list[int]:
    return list(range(_next(first, short, 1), last + 1, 100))


def _way(rows: _Rows) -> int:
    """Return 1 where the rows of a sheet rise, -1 where they fall, 0 where neither is sure."""
    years = [row.sure for _, row in rows]
    sure = sum(year is not None for year in years)
    if sure < 2:
        return _way_of_short(rows) if sure else 0
    rising, falling = len(_rise(years)), len(_rise(years[::-1]))
    if max(rising, falling) < _MOST * sure:
        return 0
    return 1 if rising >= falling else -1


def _way_of_short(rows: _Rows) -> int:
    """Tell the way of a sheet with one dated row, where all others go one way from it."""
    if len(rows) < 3 or any(row.loose for _, row in rows):
        return 0
    years = [row.sure or row.short or 0 for _, row in rows]
    for way in (1, -1):
        if all((right - left) * way % 100 <= _REACH for left, right in pairwise(years)):
            return way
    return 0


def _rise(years: Sequence[int | None]) -> set[int]:
    """Return the places of a longest run of years that never falls.

    >>> sorted(_rise([1901, None, 1998, 1936, 1945]))
    [0, 3, 4]
    """
    tops: list[int] = []
    ends: list[int] = []
    below: dict[int, int | None] = {}
    for place, year in enumerate(years):
        if year is None:
            continue
        pile = bisect_right(tops, year)
        below[place] = ends[pile - 1] if pile else None
        tops[pile : pile + 1], ends[pile : pile + 1] = [year], [place]
    at = ends[-1] if ends else None
    found: set[int] = set()
    while at is not None:
        found.add(at)
        at = below[at]
    return found


__all__ = ["GENERATION", "LATEST", "Said", "Span", "centuries"]
