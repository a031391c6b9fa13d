"""What stands in brackets after a date: a doubt, a part, a day, the other calendar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from pipeline.clean.periods.calendar import republican
from pipeline.clean.periods.cores import division
from pipeline.clean.periods.cursor import END, Cursor
from pipeline.clean.periods.feasts import feast_day
from pipeline.clean.periods.lend import lend
from pipeline.clean.periods.moment import Kind, Moment
from pipeline.clean.periods.points import moment_of
from pipeline.clean.periods.rough import Doubt, Range, Rough
from pipeline.clean.periods.words import Token
from pipeline.diagnostics import Code
from pipeline.model import Qualifier

QUALIFIERS = {
    "debut": Qualifier.BEGINNING,
    "mi": Qualifier.MIDDLE,
    "fin": Qualifier.END,
    "courant": Qualifier.CURRENT,
}
CLOSING = {"[": "]", "(": ")"}
ENDS = frozenset((END.kind, "]", ")"))
_AFTER_PART = ENDS | frozenset("-;,?")
_UNREAD = Code.PERIOD_UNREAD

Read: TypeAlias = Callable[[list[Token]], tuple[list[Range], list[str]]]
"""Reads the tokens in the brackets as a period: its ranges and their joints."""


def bracket(cursor: Cursor, rough: Rough, read: Read) -> None:
    """Read « [?] », « (vers) », « (fin) », « (12 mars) », « (an II) », « (1524 n. st.) ».

    Raises:
        Doubt: It is none of these, or it contradicts the date.
    """
    closing = _closing(cursor, CLOSING[cursor.peek().kind])
    inner = cursor.tokens[cursor.at + 1 : closing]
    kinds = [each.kind for each in inner]
    if set(kinds) == {"?"}:
        rough.doubtful = rough.doubt_after = True
    elif kinds == ["vers"]:
        rough.about = rough.about_after = True
    elif len(kinds) == 1 and kinds[0] in QUALIFIERS and not (rough.day or rough.maybe_century):
        rough.qualifier = QUALIFIERS[kinds[0]]
    elif kinds == ["weekday"] and rough.day is not None:
        rough.weekday = inner[0].number
    elif kinds == ["feast"] and rough.year is not None:
        _check_feast(rough, inner[0].text)
    elif kinds in (["number", "nst"], ["number", ",", "nst"]) and rough.year is not None:
        if inner[0].number != rough.year + 1:
            raise Doubt(Code.PERIOD_CALENDARS)
        rough.year += 1
    elif rough.maybe_century and part_after(cursor, rough, 1):
        rough.doubtful |= cursor.take("?") is not None
        if cursor.at != closing:
            raise Doubt(_UNREAD)
    elif kinds == ["season"] and cursor.at > 1 and cursor.tokens[cursor.at - 2].kind in "-/":
        raise Doubt(_UNREAD)
    elif kinds != ["nst"]:
        _other_date(rough, *read(inner))
    cursor.at = closing + 1


def _check_feast(rough: Rough, feast: str) -> None:
    """Take « 25 décembre 1994 (Noël) »; refuse another day."""
    assert rough.year is not None
    if feast_day(feast, rough.year) != (rough.day, rough.month):
        raise Doubt(Code.PERIOD_CALENDARS)
    rough.feast = feast


def part_after(cursor: Cursor, rough: Rough, skip: int) -> bool:
    """Read « , 2e moitié » or « (fin) » after a century; ``skip`` tokens stand before."""
    first, after = cursor.peek(skip), cursor.peek(skip + 1)
    if first.kind in ("ordinal", "roman") and after.kind in ("2", "3", "4"):
        if cursor.peek(skip + 2).kind in ("de", "ordinal", "roman"):
            return False
        rough.division = division(first, int(after.kind))
        cursor.at += skip + 2
        return True
    if first.kind in QUALIFIERS and after.kind in _AFTER_PART:
        rough.qualifier = QUALIFIERS[first.kind]
        cursor.at += skip + 1
        return True
    return False


def in_year(year: Rough, ranges: list[Range], joints: list[str]) -> list[Range]:
    """Return the ranges in the brackets of « 1944 (juin-août) », in that year."""
    if any(joint not in (",", ";", "et") for joint in joints):
        raise Doubt(_UNREAD)
    for each in ranges:
        for atom in each.atoms:
            atom.year, atom.digits, atom.year_first = year.year, year.digits, True
            atom.about |= year.about
            atom.doubtful |= year.doubtful
            atom.supplied |= year.supplied
    return ranges


def _closing(cursor: Cursor, closing: str) -> int:
    for place in range(cursor.at, len(cursor.tokens)):
        if cursor.tokens[place].kind == closing:
            return place
    raise Doubt(_UNREAD)


def _other_date(rough: Rough, ranges: list[Range], joints: list[str]) -> None:
    """Take the month and day of a year, or the same date in the other calendar."""
    atoms = [atom for each in ranges for atom in each.atoms]
    without_year = all(
        each.year is None and not each.century and not each.revolution for each in atoms
    )
    if not rough.year_only or not without_year:
        _check_calendars(rough, ranges, joints)
    elif len(atoms) == 1 and ranges[0].kind is Kind.POINT:
        _merge(rough, atoms[0])
    else:
        rough.inside = (ranges, joints)


def _merge(rough: Rough, inner: Rough) -> None:
    if inner.ordinal or inner.inside or inner.years or inner.name or rough.qualifier:
        raise Doubt(_UNREAD)
    rough.day, rough.month, rough.part = inner.day, inner.month, inner.part
    rough.qualifier = inner.qualifier
    rough.weekday = inner.weekday
    rough.fortnight, rough.following = inner.fortnight, inner.following
    rough.about |= inner.about
    rough.doubtful |= inner.doubtful


def _check_calendars(rough: Rough, ranges: list[Range], joints: list[str]) -> None:
    """Keep the Republican date of a Gregorian one, or compare the two."""
    other = moment_of(*lend(ranges, joints), None)
    points = other.points()
    republican_inside = any(point.revolution for point in points)
    if (rough.revolution is None) == (not republican_inside):
        raise Doubt(_UNREAD)
    if rough.revolution and republican(*rough.revolution) is None:
        raise Doubt(_UNREAD)
    outer = moment_of([Range(Kind.POINT, [rough])], [], None)
    _check_same(outer, other)
    if len(points) > 1:
        if republican_inside or _is_within(other, outer):
            raise Doubt(_UNREAD)
    elif _is_within(other, outer):
        _take(rough, ranges[0].atoms[0])
    elif republican_inside:
        rough.revolution = points[0].revolution


def _is_within(inner: Moment, outer: Moment) -> bool:
    """Tell whether a moment is a smaller part of another: « an II (mars 1794) »."""
    (start, end), (first, last) = outer.bounds(), inner.bounds()
    return start <= first and last <= end and (start, end) != (first, last)


def _take(rough: Rough, inner: Rough) -> None:
    """Take the more precise date of two calendars: March 1794, in « an II (mars 1794) »."""
    if inner.revolution:
        rough.year, rough.month, rough.day = None, 0, None
        rough.revolution = inner.revolution
    else:
        rough.year, rough.digits = inner.year, inner.digits
        rough.month, rough.day, rough.part = inner.month, inner.day, inner.part
    rough.about |= inner.about
    rough.doubtful |= inner.doubtful


def _check_same(one: Moment, other: Moment) -> None:
    first, last = one.bounds()
    start, end = other.bounds()
    if last < start or end < first:
        raise Doubt(Code.PERIOD_CALENDARS)
