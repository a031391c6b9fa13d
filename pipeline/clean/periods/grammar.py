"""The grammar of French historical periods: a small recursive parser over folded tokens.

    period  = [ "s. d." ] range { ("," | ";" | "et" | "ou" | "/") range } [ "et s. d." ]
    range   = [ "de" | "entre" ] atom [ ("-" | "à" | "et" | "/") atom ]
            | atom ("-" | "- ?" | "à nos jours")
            | ("avant" | "après" | "depuis" | "jusqu’à") atom
    atom    = { "vers" | "début" | "mi" | "fin" | weekday | "[" | … } core { "?" | "av. J.-C." | … }
    core    = day month year | month year | year | year "," day month | century | decade | season
            | quarter | Republican day, month or year | …

Day, month, year, in this order, always; or the year in front of all.  A list or span lends
year and month from its last part leftwards (``23-24 et 25 septembre 1993``); a year in front
lends to what follows it (``1623, 12 mars``).  What is not in the grammar is refused, never
guessed.

``words`` and ``rewrites`` hold the vocabulary, ``tokens`` cuts, ``parser`` and ``cores`` read,
``lend`` completes, ``points`` checks.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.lend import lend
from pipeline.clean.periods.moment import Kind, Moment
from pipeline.clean.periods.parser import Parser
from pipeline.clean.periods.points import moment_of
from pipeline.clean.periods.rewrites import rewritten
from pipeline.clean.periods.rough import Doubt
from pipeline.clean.periods.tokens import normal, tokens
from pipeline.diagnostics import Code


def read_text(text: str, years: Years | None) -> Moment:
    """Return what a period text says.

    Args:
        text: As it stands in the cell.
        years: Four-digit years of the document, which tell the century of those of two
            digits; ``None`` where it has none.

    Raises:
        Doubt: It is not read; the code says why.
    """
    letters = normal(text).strip(" ,;:")
    try:
        return _read(letters, years)
    except Doubt as doubt:
        again = rewritten(letters) if doubt.code is Code.PERIOD_UNREAD else letters
        if again == letters:
            raise
    return _read(again, years)


def _read(letters: str, years: Years | None) -> Moment:
    found = tokens(letters)
    if not found:
        raise Doubt(Code.PERIOD_UNREAD)
    if [each.kind for each in found if each.kind not in "[]()"] == ["undated"]:
        return Moment(Kind.UNDATED)
    parser = Parser(found)
    ranges = parser.period()
    moment = moment_of(*lend(ranges, parser.joints), years)
    school = ranges[0].atoms[0].school
    if parser.supplied or parser.undated or school:
        return replace(moment, supplied=parser.supplied, undated=parser.undated, school=school)
    return moment


__all__ = ["Doubt", "read_text"]
