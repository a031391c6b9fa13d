"""What one date of a list or span lends to its neighbours.

From the last date leftwards: month, year, century (``23-24 et 25 septembre 1993``).  Then
from the first rightwards: a year that stands in front, the century of ``1914-18``.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.clean.periods.rough import Doubt, Range, Rough
from pipeline.diagnostics import Code

_NEAR = 50
"""Years between which one may lend its century to the other."""


def lend(ranges: list[Range], joints: list[str]) -> tuple[list[Range], list[str]]:
    """Complete the dates of all ranges in place, and return them with their joints.

    Raises:
        Doubt: Some dates have their year in front and some behind.
    """
    atoms = [atom for each in ranges for atom in each.atoms]
    if len(atoms) > 1:
        for left, right in pairwise(reversed(atoms)):
            _lend_left(right, left)
        for left, right in pairwise(atoms):
            _lend_right(left, right)
    elif atoms[0].ordinal == 1 and not atoms[0].century and not atoms[0].roman:
        atoms[0].day, atoms[0].ordinal = 1, 0
    return ranges, joints


# -- leftwards ----------------------------------------------------------------------


def _lend_left(left: Rough, right: Rough) -> None:
    if left.ordinal and not left.century:
        _lend_ordinal(left, right)
    if left.division and not left.bare and right.century:
        left.ordinal, left.century, left.millennium = right.ordinal, True, right.millennium
    if right.before_christ:
        _lend_era(left, right)
    if left.revolution and left.revolution[0] == 0 and right.revolution:
        left.revolution = (right.revolution[0], *left.revolution[1:])
    if left.day is not None and not left.month:
        _lend_month(left, right)
    elif (left.month or left.part) and left.year is None and not right.year_first:
        left.year, left.digits, left.lent = right.year, right.digits, True
        left.straddles = left.straddles or (right.straddles and left.part == right.part)


def _lend_ordinal(left: Rough, right: Rough) -> None:
    """« 1er et 2e trimestres », « 2e-3e quart du XIXe », « XVe-XVIe siècle », « 1er-3 mars »."""
    if right.division and not left.roman:
        number, of = left.ordinal, right.division[1]
        if not 1 <= number <= of:
            raise Doubt(Code.PERIOD_UNREAD)
        left.division, left.ordinal = (number, of), right.ordinal
        left.century, left.millennium = right.century, right.millennium
    elif right.part > 30 and not left.roman:
        first, last = (33, 36) if right.part < 40 else (40, 41)
        if not 1 <= left.ordinal <= last - first + 1:
            raise Doubt(Code.PERIOD_UNREAD)
        left.part, left.ordinal = first - 1 + left.ordinal, 0
    elif right.century:
        left.century, left.loose_roman = True, False
        left.millennium = right.millennium
    elif left.ordinal == 1 and not left.roman:
        left.day, left.ordinal = 1, 0


def _lend_era(left: Rough, right: Rough) -> None:
    if left.century and right.century:
        left.before_christ = True
    elif right.year_only and left.day is not None and not left.month:
        left.year, left.digits, left.day, left.before_christ = left.day, 3, None, True
    elif right.year_only and left.year_only:
        left.before_christ = True


def _lend_month(left: Rough, right: Rough) -> None:
    if right.month and right.day is not None and not right.numeric_month:
        left.month, left.lent = right.month, True
        if left.year is None and not right.year_first:
            left.year, left.digits = right.year, right.digits
        left.about |= right.about and right.closed
    elif right.revolution and right.revolution[1] and right.revolution[2]:
        assert left.day is not None
        left.revolution, left.day = (*right.revolution[:2], left.day), None


# -- rightwards ---------------------------------------------------------------------


def _lend_right(left: Rough, right: Rough) -> None:
    if right.day is not None and not right.month and right.year is None:
        _lend_to_number(left, right)
    elif right.ordinal and not right.century and left.century:
        right.century, right.loose_roman = True, False
        right.millennium = left.millennium
    elif right.loose_roman and left.revolution and not left.revolution[1]:
        right.revolution, right.loose_roman, right.ordinal = (right.ordinal, 0, 0), False, 0
    elif (right.month or right.part) and left.year_first:
        if right.year is None:
            right.year, right.digits, right.year_first = left.year, left.digits, True
        elif not right.year_first:
            raise Doubt(Code.PERIOD_AMBIGUOUS)
    elif left.years and right.year_only and not right.before_christ:
        _lend_decade(left, right)
    if right.division and not right.bare and left.century:
        right.ordinal, right.century, right.millennium = left.ordinal, True, left.millennium
    both = left.year is not None and right.year is not None
    if both and left.digits != right.digits and not (left.masked or right.masked):
        _lend_century(left, right)


def _lend_century(left: Rough, right: Rough) -> None:
    """« juin 1994-mai 95 », « fin 99-début 2000 »: the later year is the next one possible."""
    assert left.year is not None
    assert right.year is not None
    if left.digits == 4 and right.digits == 2:
        right.year += left.year - left.year % 100
        right.digits, right.lent = 4, True
    elif left.digits == 2 and right.digits == 4 and not left.years:
        left.year += right.year - right.year % 100
        left.year -= 100 if left.year > right.year else 0
        if right.year - left.year > _NEAR:
            raise Doubt(Code.PERIOD_AMBIGUOUS)  # « 96-1994 »
        left.digits, left.lent = 4, True


def _lend_to_number(left: Rough, right: Rough) -> None:
    """Tell what a number without a month is: « 1914-18 », « ans 2-4 », « 1790, mars 3-5 »."""
    assert right.day is not None
    if left.year_first and left.month and left.day is not None:
        right.month, right.year, right.digits = left.month, left.year, left.digits
        right.year_first = True
    elif left.revolution and not any(left.revolution[1:]):
        right.revolution, right.day = (right.day, 0, 0), None
    elif left.year is not None and right.digits == 2 and _lends_century(left):
        if left.about and not left.closed:
            right.about = True
        following = (left.year + 1) % 100 == right.day == 0
        if left.digits == 2 and right.day <= 12 and right.day != (left.year + 1) % 100:
            raise Doubt(Code.PERIOD_AMBIGUOUS)
        base = left.year - left.year % 100 + (100 if following else 0)
        right.year, right.day, right.digits = base + right.day, None, left.digits
        right.lent = True
        _lend_decade(left, right)


def _lends_century(left: Rough) -> bool:
    return (left.year_only or left.decade) and not left.before_christ


def _lend_decade(left: Rough, right: Rough) -> None:
    """« années 1950-1960 » are two decades; « années 1950-1965 » are years."""
    if not left.years or right.year is None:
        return
    if left.division:
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    round_year = right.year % 10 == 0 and (right.digits == 2 or right.year >= 100)
    right.years = True
    if left.decade and round_year:
        right.decade = True
    elif left.decade:
        left.decade = False
