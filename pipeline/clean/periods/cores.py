"""The forms of one date: days, months, years, parts of years, centuries, Republican dates.

Day, month, year, in this order, always; or the year first, as old inventories have it.
"""

from __future__ import annotations

from pipeline.clean.periods.calendar import COMPLEMENTARY, republican
from pipeline.clean.periods.cursor import END, Cursor
from pipeline.clean.periods.feasts import (
    BACK_TO_SCHOOL,
    FIXED_FEASTS,
    MONDAYS,
    feast_day,
)
from pipeline.clean.periods.rough import Doubt, Rough
from pipeline.clean.periods.words import NAMES_OF_DAYS, Token
from pipeline.clean.periods.years import (
    YEAR_FIRST,
    back_to_school,
    check_year,
    set_year,
    two_years,
    year_after,
    year_leads,
)
from pipeline.diagnostics import Code
from pipeline.regex import regex

_SEPARATOR_RE = regex(r"\s?[/.-]\s?")
_UNREAD = Code.PERIOD_UNREAD
_WINTER = 24
_LAST_DAY = 31


def core(cursor: Cursor, rough: Rough) -> None:
    """Read one date into ``rough``.

    Raises:
        Doubt: It is no date.
    """
    token = cursor.peek()
    cursor.at += 1
    match token.kind:
        case "number":
            _number(cursor, rough, token)
        case "month":
            rough.month = token.number
            year_after(cursor, rough)
        case "ordinal":
            _ordinal(cursor, rough, token)
        case "dmy" | "dm" | "my" | "iso" | "ym":
            _numeric(rough, token)
        case "feast":
            _feast(cursor, rough, token.text)
        case "season":
            _season(cursor, rough, token.number)
        case "republican":
            _republican(cursor, rough, 0, token.number)
        case "an":
            _an(cursor, rough)
        case "complementaire":
            _republican(cursor, rough, 0, COMPLEMENTARY)
        case "jour" if cursor.take("complementaire"):
            _republican(cursor, rough, 0, COMPLEMENTARY)
        case "yy":
            two_years(cursor, rough, token.text)
        case "mask":
            rough.year, rough.masked, rough.digits = int(token.text[:2]), True, 4
            rough.mask = token.text[2:].upper()
        case "decade":
            rough.year, rough.decade, rough.digits = int(token.text[:3]) * 10, True, 4
            rough.mask = token.text[3:].strip().upper()
        case "roman":
            rough.ordinal, rough.roman = token.number, True
            if cursor.take("siecle"):
                rough.century = True
            else:
                rough.loose_roman = True
        case _:
            raise Doubt(_UNREAD)


# -- numbers ------------------------------------------------------------------------


def _number(cursor: Cursor, rough: Rough, token: Token) -> None:
    after = cursor.peek().kind
    size = len(token.text)
    if size >= 3:
        set_year(rough, token)
        if after in YEAR_FIRST and year_leads(cursor):
            _after_year(cursor, rough)
    elif after == "month":
        cursor.at += 1
        rough.day, rough.month = token.number, cursor.tokens[cursor.at - 1].number
        year_after(cursor, rough)
    elif after == "republican":
        cursor.at += 1
        _republican(cursor, rough, token.number, cursor.tokens[cursor.at - 1].number)
    elif after == "complementaire":
        cursor.at += 1
        _republican(cursor, rough, token.number, COMPLEMENTARY)
    elif after == "siecle":
        cursor.at += 1
        rough.ordinal, rough.century = token.number, True
    elif after in ("avjc", "apjc") or (size == 2 and _is_year(cursor, rough, token.number)):
        rough.year, rough.digits = token.number, 3 if after in ("avjc", "apjc") else size
        rough.decade = rough.years and size == rough.digits and token.number % 10 == 0
    else:
        rough.day, rough.digits = token.number, size


def _is_year(cursor: Cursor, rough: Rough, number: int) -> bool:
    """Tell whether two digits are a year: « années 90 », « fin 94 », « ’94 », « 94-95 »."""
    apostrophe = cursor.at > 1 and cursor.tokens[cursor.at - 2].kind == "'"
    lone = cursor.at == 1 and cursor.peek() is END
    no_day = number > _LAST_DAY and not lone
    named = rough.name != "" and rough.name not in NAMES_OF_DAYS
    return rough.years or rough.qualifier is not None or named or apostrophe or no_day


def _after_year(cursor: Cursor, rough: Rough) -> None:
    """Read the day and month after their year."""
    cursor.take(",")
    year, digits = rough.year, rough.digits
    while (token := cursor.take("weekday", "le")) is not None:
        rough.weekday = token.number if token.kind == "weekday" else rough.weekday
    rough.year = None
    if (month := cursor.take("month")) is not None:
        rough.month = month.number
        day = cursor.peek()
        if day.kind in ("number", "ordinal") and len(day.text) <= 3:
            cursor.at += 1
            rough.day = day.number
    else:
        core(cursor, rough)
    if rough.year is not None:
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    rough.year, rough.digits, rough.year_first = year, digits, True


def _numeric(rough: Rough, token: Token) -> None:
    """``12/11/1918``, ``11/1918``, ``1918-11-12``, ``1918-11``."""
    parts = _SEPARATOR_RE.split(token.text)
    if token.kind == "iso":
        parts.reverse()
    if token.kind == "ym":
        year, month = map(int, parts)
        check_year(year)
        if month > year % 100:
            raise Doubt(Code.PERIOD_AMBIGUOUS)
        rough.year, rough.month, rough.digits = year, month, 4
        return
    if token.kind != "my":
        rough.day = int(parts.pop(0))
    rough.numeric_month = token.kind == "my"
    rough.month = int(parts.pop(0))
    if not 1 <= rough.month <= 12:
        of_day = rough.month == 0 and not rough.numeric_month
        raise Doubt(Code.PERIOD_DAY if of_day else Code.PERIOD_MONTH if rough.month else _UNREAD)
    if parts:
        rough.year, rough.digits = int(parts[0]), len(parts[0])
        check_year(rough.year)


# -- ordinals: centuries, quarters ----------------------------------------------------


def _ordinal(cursor: Cursor, rough: Rough, token: Token) -> None:
    after = cursor.peek().kind
    if after in ("2", "3", "4"):
        cursor.at += 1
        rough.division = division(token, int(after))
        _century_after(cursor, rough)
    elif after in ("trimestre", "semestre"):
        cursor.at += 1
        rough.part = part(token.number, after)
        year_after(cursor, rough)
    elif after == "siecle":
        cursor.at += 1
        rough.ordinal, rough.century = token.number, True
    elif after == "quinzaine":
        _fortnight(cursor, rough, token.number)
    elif after == "month" and token.number == 1:
        rough.day = 1
        rough.month = cursor.need("month").number
        year_after(cursor, rough)
    elif after == "republican" and token.number > 0:
        cursor.at += 1
        _republican(cursor, rough, token.number, cursor.tokens[cursor.at - 1].number)
    elif after == "complementaire" or (after == "jour" and cursor.peek(1).kind == "complementaire"):
        cursor.at += 1 if after == "complementaire" else 2
        _republican(cursor, rough, token.number, COMPLEMENTARY)
    else:
        rough.ordinal, rough.roman = token.number, token.text == "roman"


def _fortnight(cursor: Cursor, rough: Rough, number: int) -> None:
    """Read « 2e quinzaine de mai 1940 »."""
    cursor.at += 1
    rough.fortnight = 2 if number == -1 else number
    if rough.fortnight not in (1, 2):
        raise Doubt(_UNREAD)
    while cursor.take("de", "le"):
        pass
    rough.month = cursor.need("month").number
    year_after(cursor, rough)


def division(token: Token, of: int) -> tuple[int, int]:
    """Return « 2e moitié » as (2, 2), « dernier quart » as (4, 4)."""
    number = of if token.number == -1 else token.number
    if not 1 <= number <= of:
        raise Doubt(_UNREAD)
    return number, of


def part(number: int, kind: str) -> int:
    """Return the EDTF number of a trimester or semester."""
    most = 4 if kind == "trimestre" else 2
    number = most if number == -1 else number
    if not 1 <= number <= most:
        raise Doubt(_UNREAD)
    return (32 if kind == "trimestre" else 39) + number


def _century_after(cursor: Cursor, rough: Rough) -> None:
    """Read « du XVIe siècle » after a half or quarter; a span may lend the century."""
    while cursor.take("de", "le"):
        pass
    if cursor.take("annees") and cursor.peek().kind == "number":
        rough.years = True
        core(cursor, rough)
        if not rough.decade:
            raise Doubt(_UNREAD)
        return
    token = cursor.take("ordinal", "roman")
    if token is None and cursor.peek().kind == "number" and cursor.peek(1).kind == "siecle":
        token = cursor.take("number")
    if token is None or token.number < 1:
        if cursor.peek().kind in ("-", "et", "a", "ou"):
            return
        raise Doubt(_UNREAD)
    cursor.take("siecle")
    rough.ordinal, rough.century = token.number, True


def _season(cursor: Cursor, rough: Rough, number: int) -> None:
    """Read « été 1994 », « hiver 1944-1945 »."""
    rough.part = number
    if number == _WINTER and (years := cursor.take("yy")) is not None:
        two_years(cursor, rough, years.text)
    else:
        year_after(cursor, rough)
    joint, last = cursor.peek().kind, cursor.peek(1)
    year = rough.year
    if number != _WINTER or not year or joint not in ("-", "/") or last.kind != "number":
        return
    digits = 10 ** len(last.text)
    if (year < 1000 and rough.digits != 2) or last.number != (year + 1) % digits:
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    cursor.at += 2
    rough.straddles = True


def _feast(cursor: Cursor, rough: Rough, feast: str) -> None:
    """Read « Noël 1994 »: the year must follow, it tells the day of Easter."""
    if feast == BACK_TO_SCHOOL:
        back_to_school(cursor, rough)
        return
    year_after(cursor, rough)
    if rough.weekday == 0 and feast in MONDAYS:
        feast, rough.weekday = MONDAYS[feast], None
    if rough.year is None or (rough.digits < 4 and feast not in FIXED_FEASTS):
        raise Doubt(_UNREAD)
    on = feast_day(feast, rough.year)
    if on is None:
        raise Doubt(_UNREAD)
    rough.feast = feast
    rough.day, rough.month = on


# -- the Republican calendar ------------------------------------------------------------


def _an(cursor: Cursor, rough: Rough) -> None:
    token = cursor.need("number", "roman", "ordinal")
    if token.kind != "number" or token.number <= 14:
        _set_revolution(rough, token.number, 0, 0)
    else:
        set_year(rough, token)
        rough.digits = 4


def _republican(cursor: Cursor, rough: Rough, day: int, month: int) -> None:
    start = cursor.at
    cursor.take(",")
    while cursor.take("de", "le"):
        pass
    if not cursor.take("an"):
        if _is_republican_year(cursor):
            _set_revolution(rough, cursor.need("number", "roman").number, month, day)
            return
        cursor.at = start
        if cursor.peek().kind in ("-", "a", "et", "/", ",") or (cursor.peek(0).kind == "_end"):
            rough.revolution = (0, month, day)
            return
        raise Doubt(_UNREAD)
    _set_revolution(rough, cursor.need("number", "roman", "ordinal").number, month, day)


def _is_republican_year(cursor: Cursor) -> bool:
    """Tell whether a year stands without « an »: « 20 ventôse 6 »."""
    token, after = cursor.peek(), cursor.peek(1).kind
    return token.kind in ("number", "roman") and token.number <= 14 and after in ("_end", "-", "]")


def _set_revolution(rough: Rough, year: int, month: int, day: int) -> None:
    if republican(year, month, day) is None:
        raise Doubt(Code.PERIOD_DAY)
    rough.revolution = (year, month, day)
