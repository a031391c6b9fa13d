"""Periods as printed: a full form for running text, a short one for margins.

On top of Babel's month names; the *1er*, the lists and the spans are ours, after the
Imprimerie nationale's *Lexique*.  Letters between ``^`` are raised.
"""

from __future__ import annotations

from functools import cache

from babel.dates import get_month_names

from pipeline.clean.periods.calendar import COMPLEMENTARY, REPUBLICAN_MONTHS
from pipeline.clean.periods.grammar import WEEKDAYS
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.clean.periods.tokens import roman_letters
from pipeline.model import Qualifier, Span, Style, Text

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"
DASH = f"{NBSP}\N{EN DASH} "
_RAISED = Style(superscript=True)
_SEASONS = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}
_DIVISIONS = {2: "moitié", 3: "tiers", 4: "quart"}


def label(moment: Moment, *, short: bool) -> Text:
    """Return a moment as printed, raised letters as superscripts."""
    return _raised(_moment(moment, short))


def _raised(marked: str) -> Text:
    """Return a text whose letters between ``^`` are raised.

    >>> [(span.text, span.style.superscript) for span in _raised("1^er^ avril").spans]
    [('1', False), ('er', True), (' avril', False)]
    """
    pieces = marked.split("^")
    return Text(
        tuple(
            Span(piece, _RAISED if number % 2 else Style())
            for number, piece in enumerate(pieces)
            if piece
        )
    )


def ordinal(number: int, *, feminine: bool = False) -> str:
    """Return « 1er », « 1re », « 2e », the letters marked to be raised.

    >>> ordinal(1), ordinal(1, feminine=True), ordinal(3)
    ('1^er^', '1^re^', '3^e^')
    """
    if number == 1:
        return "1^re^" if feminine else "1^er^"
    return f"{number}^e^"


@cache
def _months(*, short: bool) -> dict[int, str]:
    if short:
        return dict(get_month_names("abbreviated", context="format", locale="fr"))
    return dict(get_month_names("wide", context="format", locale="fr"))


def _month(point: Point, short: bool) -> str:
    return _months(short=short)[point.month]


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} av.{NBSP}J.-C."


def _moment(moment: Moment, short: bool) -> str:
    match moment.kind:
        case Kind.UNDATED:
            return f"s.{NBSP}d."
        case Kind.POINT:
            return _point(moment.points()[0], short)
        case Kind.SPAN:
            first, last = moment.points()
            if moment.word == "entre":
                return f"entre {_point(first, short)} et {_point(last, short)}"
            return _span(first, last, short)
        case Kind.BEFORE | Kind.AFTER:
            return _open(moment, short)
        case Kind.ONE_OF:
            return " ou ".join(_member(part, short) for part in moment.parts)
        case Kind.LIST:
            return _list(moment, short)


def _member(part: Moment | Point, short: bool) -> str:
    if isinstance(part, Point):
        return _point(part, short)
    first, last = part.points()
    return _span(first, last, short)


# -- one point --------------------------------------------------------------------


def _point(point: Point, short: bool) -> str:
    letters = _qualified(point, short)
    if point.weekday is not None and not short:
        letters = f"{WEEKDAYS[point.weekday]} {letters}"
    if point.unit is not Unit.REPUBLICAN and point.revolution:
        letters += f" ({_republican(point.revolution)})"
    if point.about:
        letters = f"vers {letters}" if not short else f"vers{NBSP}{letters}"
    if point.doubtful:
        letters += f"{NNBSP}?"
    if point.supplied:
        letters = f"[{letters}]"
    if point.following:
        letters += " et jours suivants"
    return letters


def _qualified(point: Point, short: bool) -> str:
    letters = _bare(point, short)
    if point.qualifier is None:
        return letters
    word = point.qualifier.value
    if point.unit is Unit.DECADE:
        joint = "milieu" if point.qualifier is Qualifier.MIDDLE else word
        return f"{joint} des {letters}"
    if point.unit is Unit.CENTURY:
        joint = "milieu" if point.qualifier is Qualifier.MIDDLE else word
        return f"{joint} du {letters}"
    if point.qualifier is Qualifier.MIDDLE:
        return f"mi-{letters}"
    return f"{word}{NBSP if short else ' '}{letters}"


def _bare(point: Point, short: bool) -> str:
    year = _year(point.year)
    space = NBSP if short else " "
    match point.unit:
        case Unit.DAY:
            return f"{_day(point.day)}{NBSP}{_month(point, short)}{space}{year}"
        case Unit.MONTH:
            return f"{_month(point, short)}{space}{year}"
        case Unit.YEAR:
            return year
        case Unit.PART:
            return f"{_part(point.month)}{space}{year}"
        case Unit.DECADE:
            return f"années{NBSP}{point.year}"
        case Unit.MASKED:
            return f"{point.year:02}.."
        case Unit.CENTURY:
            return _century(point, short)
        case Unit.REPUBLICAN:
            assert point.revolution is not None
            return _republican(point.revolution) + _gregorian(point, short)


def _day(day: int) -> str:
    return "1^er^" if day == 1 else str(day)


def _part(number: int) -> str:
    if number in _SEASONS:
        return _SEASONS[number]
    if number < 40:
        return f"{ordinal(number - 32)}{NBSP}trimestre"
    return f"{ordinal(number - 39)}{NBSP}semestre"


def _century(point: Point, short: bool) -> str:
    number = point.year + 1 if point.year >= 0 else -point.year
    numeral = roman_letters(number) + ("^er^" if number == 1 else "^e^")
    letters = f"{numeral}{NBSP}siècle"
    if point.year < 0:
        letters += f" av.{NBSP}J.-C."
    if point.division is None:
        return letters
    part, of = point.division
    name = ordinal(part, feminine=of == 2)
    joint = NBSP if short else " "
    return f"{name}{NBSP}{_DIVISIONS[of]} du{joint}{letters}"


def _republican(revolution: tuple[int, int, int]) -> str:
    year, month, day = revolution
    letters = f"an{NBSP}{roman_letters(year)}"
    if month == COMPLEMENTARY:
        return f"{ordinal(day)}{NBSP}jour complémentaire {letters}" if day else letters
    if month:
        letters = f"{REPUBLICAN_MONTHS[month - 1]} {letters}"
    return f"{_day(day)}{NBSP}{letters}" if day else letters


def _gregorian(point: Point, short: bool) -> str:
    """Return the Gregorian date of a Republican one, in brackets."""
    first, last = point.bounds()
    assert point.revolution is not None
    if first == last:
        plain = Point(Unit.DAY, first.year, first.month, first.day)
        return f" ({_bare(plain, short)})"
    if point.revolution[1] == 0:
        return f" ({first.year}-{last.year})"
    start = Point(Unit.DAY, first.year, first.month, first.day)
    end = Point(Unit.DAY, last.year, last.month, last.day)
    return f" ({_span(start, end, short=True)})"


# -- points together --------------------------------------------------------------


def _plain(point: Point) -> bool:
    """Tell whether a point may share its month or year with its neighbour."""
    return not (
        point.qualifier
        or point.about
        or point.doubtful
        or point.supplied
        or point.weekday is not None
        or point.revolution
        or point.following
    )


def _span(first: Point, last: Point, short: bool) -> str:
    units = (first.unit, last.unit)
    if not (_plain(first) and _plain(last)) or first.year < 1:
        return f"{_point(first, short)}{DASH}{_point(last, short)}"
    if units == (Unit.YEAR, Unit.YEAR):
        return f"{first.year}-{last.year}"
    if units == (Unit.DAY, Unit.DAY):
        return _day_span(first, last, short)
    if units == (Unit.MONTH, Unit.MONTH):
        return _month_span(first, last, short)
    if units == (Unit.CENTURY, Unit.CENTURY) and not (first.division or last.division):
        numeral = _century(first, short).partition(NBSP)[0]
        if short:
            return f"{numeral}-{_century(last, short)}s"
        return f"du {numeral} au {_century(last, short)}"
    return f"{_point(first, short)}{DASH}{_point(last, short)}"


def _day_span(first: Point, last: Point, short: bool) -> str:
    end = _bare(last, short)
    start = _day(first.day)
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}-{end}" if short else f"du {start} au {end}"
    start += f"{NBSP}{_month(first, short)}"
    if first.year != last.year:
        start += f"{NBSP if short else ' '}{first.year}"
    return f"{start}{DASH}{end}" if short else f"du {start} au {end}"


def _month_span(first: Point, last: Point, short: bool) -> str:
    start, end = _month(first, short), _bare(last, short)
    if first.year != last.year:
        start = _bare(first, short)
        if short:
            return f"{start}{DASH}{end}"
    if short:
        return f"{start}-{end}"
    joint = "d’" if start[0] in "ao" else "de "
    return f"{joint}{start} à {end}"


def _list(moment: Moment, short: bool) -> str:
    """Return the author's list, year and month said once where they are the same."""
    points = [part for part in moment.parts if isinstance(part, Point)]
    whole = len(points) == len(moment.parts) and all(_plain(point) for point in points)
    same_unit = {point.unit for point in points}
    if whole and same_unit == {Unit.DAY} and len({(p.year, p.month) for p in points}) == 1:
        days = _and([_day(point.day) for point in points])
        tail = _bare(points[-1], short).partition(NBSP)[2]
        return f"{days}{NBSP}{tail}" if short else f"les {days}{NBSP}{tail}"
    if whole and same_unit == {Unit.MONTH} and len({p.year for p in points}) == 1:
        return f"{_and([_month(point, short) for point in points])} {points[0].year}"
    if whole and same_unit == {Unit.CENTURY} and all(p.division is None for p in points):
        numerals = [_century(point, short).partition(NBSP)[0] for point in points]
        tail = _century(points[-1], short).partition(NBSP)[2].replace("siècle", "siècles", 1)
        return f"{_and(numerals)}{NBSP}{tail}"
    return _and([_member(part, short) for part in moment.parts])


def _and(letters: list[str]) -> str:
    return ", ".join(letters[:-1]) + " et " + letters[-1] if len(letters) > 1 else letters[0]


_WORDS = {"avant": "avant", "apres": "après", "depuis": "depuis", "jusque": "jusqu’"}


def _open(moment: Moment, short: bool) -> str:
    point = moment.points()[0]
    word = _WORDS[moment.word]
    letters = _point(point, short)
    day = point.unit is Unit.DAY and not (point.about or point.qualifier or point.supplied)
    if moment.word == "jusque":
        if day and point.weekday is None:
            return f"jusqu’au {letters}"
        if point.unit in (Unit.YEAR, Unit.MONTH) and _plain(point):
            return f"jusqu’en {letters}"
        return f"jusqu’à {letters}"
    if day and (point.weekday is None or short):
        return f"{word} le{NBSP}{letters}"
    return f"{word} {letters}"
