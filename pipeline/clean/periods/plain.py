"""The forms that most cells have, read at a glance: « 1994 », « 1992-1994 », « 12 mars 1994 ».

Nothing is decided here that the grammar would not decide: it reads the same of each of them
(a property test says so), in three times the time.  A doubtful one is left to it.
"""

from __future__ import annotations

from pipeline.clean.periods.calendar import days_in
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.clean.periods.words import WORDS
from pipeline.clean.periods.years import LAST_YEAR
from pipeline.regex import regex

_PLAIN_RE = regex(
    r"(?:(?:(\d\d?|1er) )?([a-z]{3,9}) )?(\d{4})(?:\s?-\s?(\d{4}))?|(\d\d?)/(\d\d?)/(\d{4})"
)
_MONTHS = {word: token.number for word, token in WORDS.items() if token.kind == "month"}


def plain(letters: str) -> Moment | None:
    """Return what a normalised text says; ``None`` where the grammar must be asked.

    >>> plain("12 mars 1994").parts[0][:4]
    (<Unit.DAY: 'day'>, 1994, 3, 12)
    >>> plain("31 avril 1994"), plain("vers 1994")
    (None, None)
    """
    match = _PLAIN_RE.fullmatch(letters)
    if match is None:
        return None
    day, word, year, last, *numbers = match.groups()
    if last:
        return None if word else _years(int(year), int(last))
    if year and not word:
        return _point(Unit.YEAR, int(year), 0, 0)
    if year:
        month, number = _MONTHS.get(word, 0), 1 if day == "1er" else int(day or 1)
    else:
        day, month, year = numbers[0], int(numbers[1]), numbers[2]
        number = int(day)
    if not (1 <= month <= 12 and 1 <= number <= days_in(int(year), month)):
        return None
    unit = Unit.DAY if day else Unit.MONTH
    return _point(unit, int(year), month, number if day else 0)


def _years(first: int, last: int) -> Moment | None:
    if not 0 < first < last <= LAST_YEAR:
        return None
    return Moment(Kind.SPAN, (Point(Unit.YEAR, first), Point(Unit.YEAR, last)))


def _point(unit: Unit, year: int, month: int, day: int) -> Moment | None:
    if not 0 < year <= LAST_YEAR:
        return None
    return Moment(Kind.POINT, (Point(unit, year, month, day),))
