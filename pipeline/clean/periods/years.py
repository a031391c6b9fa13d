"""Where the year of a date stands, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.periods.feasts import BACK_TO_SCHOOL
from pipeline.clean.periods.rough import Doubt, Rough
from pipeline.clean.periods.words import Token
from pipeline.diagnostics import Code

if TYPE_CHECKING:
    from pipeline.clean.periods.cursor import Cursor

_LAST_MONTH = 12
LAST_YEAR = 2200
"""A number above it is no year."""


def check_year(number: int) -> None:
    """Refuse a number too large for a year."""
    if number > LAST_YEAR:
        raise Doubt(Code.PERIOD_UNREAD)


def set_year(rough: Rough, token: Token) -> None:
    """Take a number of three or four digits as the year; after « années », as a decade."""
    rough.year, rough.digits = token.number, len(token.text)
    if rough.years and token.number % 10 == 0:
        rough.decade = True


YEAR_FIRST = frozenset((",", "month", "number", "ordinal", "season"))
_DAYS = frozenset(("number", "ordinal", "-", ",", "et", "a", "le", "/"))


def year_leads(cursor: Cursor) -> bool:
    """Tell whether the year just read is that of the month that follows it.

    « 1623, 12 mars » and « 1623 mars 12 »; not « 1623, mars 1624 ».
    """
    place = 1 if cursor.peek().kind == "," else 0
    while True:
        token = cursor.peek(place)
        if token.kind == "weekday":
            place += 1
        elif token.kind == "month" or token.kind == "season":
            break
        elif token.kind == "ordinal" and cursor.peek(place + 1).kind in ("trimestre", "semestre"):
            place += 1
            break
        elif token.kind not in _DAYS or (token.kind == "number" and len(token.text) > 2):
            return False
        else:
            place += 1
    after = cursor.peek(place + 1)
    return not (after.kind == "number" and len(after.text) > 2)


def two_years(cursor: Cursor, rough: Rough, text: str) -> None:
    """« 1993/94 » is a span, and « 1939/45 », where 45 can be no month; « 1890/05 » is doubted.

    « années 1850/60 » are two decades.
    """
    first, short = map(int, text.split("/"))
    last = first - first % 100 + short
    if (first + 1) % 100 == short:
        last = first + 1
    elif short <= _LAST_MONTH or last < first:
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    rough.year, rough.digits = first, 4
    rough.decade = rough.years and first % 10 == 0
    following = Token("number", str(last), last)
    cursor.tokens[cursor.at : cursor.at] = [Token("-", "-"), following]


def year_after(cursor: Cursor, rough: Rough) -> None:
    """Read « 1994 », « ’94 », « de l’an 70 », « [1994] » after a month, season or quarter."""
    start = cursor.at
    token = cursor.peek()
    if token.kind != "number":
        if _year_in_brackets(cursor, rough):
            return
        while cursor.take("de", "le", "annee", "an", "'", ","):
            pass
        token = cursor.peek()
    before = cursor.tokens[cursor.at - 1].kind
    lone = before != "," and cursor.peek(1).kind not in ("month", "republican")
    after = cursor.peek(1).kind == "," and cursor.peek(2)
    if after and len(token.text) < 3 and len(after.text) == 4:
        raise Doubt(Code.PERIOD_AMBIGUOUS)  # « Sept. 11, 2001 »
    if token.kind == "number" and (len(token.text) > 2 or (len(token.text) == 2 and lone)):
        check_year(token.number)
        cursor.at += 1
        rough.year = token.number
        rough.digits = 4 if before == "an" else len(token.text)
    else:
        cursor.at = start


def _year_in_brackets(cursor: Cursor, rough: Rough) -> bool:
    """Read « 12 mars [1790] », « mars [vers 1790 ?] »: a year that the editor supplies."""
    if cursor.peek().kind not in ("[", "("):
        return False
    place = 2 if cursor.peek(1).kind == "vers" else 1
    year = cursor.peek(place)
    doubt = 1 if cursor.peek(place + 1).kind == "?" else 0
    closing = cursor.peek(place + doubt + 1).kind
    if year.kind != "number" or len(year.text) < 3 or closing not in ("]", ")"):
        return False
    rough.year, rough.digits = year.number, len(year.text)
    rough.about |= place == 2
    rough.doubtful |= doubt == 1
    rough.supplied = rough.closed = True
    cursor.at += place + doubt + 2
    return True


def back_to_school(cursor: Cursor, rough: Rough) -> None:
    """Read « rentrée 1994 », « rentrée scolaire 94 »."""
    cursor.take("adjective")
    year_after(cursor, rough)
    rough.month, rough.about, rough.feast = 9, True, BACK_TO_SCHOOL
