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

from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.lend import lend
from pipeline.clean.periods.moment import Kind, Moment, Unit
from pipeline.clean.periods.parser import Parser
from pipeline.clean.periods.plain import plain
from pipeline.clean.periods.points import moment_of
from pipeline.clean.periods.remarks import bracketed, names_a_time, remarked
from pipeline.clean.periods.rewrites import rewritten, without_dashes, without_hour
from pipeline.clean.periods.rough import Doubt, Range
from pipeline.clean.periods.tokens import normal, tokens
from pipeline.clean.periods.words import NAMES_OF_DAYS, Token
from pipeline.diagnostics import Code
from pipeline.regex import regex


def read_text(text: str, years: Years | None) -> Moment:
    """Return what a period text says.

    Args:
        text: As it stands in the cell.
        years: Four-digit years of the document, which tell the century of those of two
            digits; ``None`` where it has none.

    Raises:
        Doubt: It is not read; the code says why.
    """
    if "CA" in text and _BOARD_RE.search(text):
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    letters = without_dashes(normal(text).strip(" ,;:").removesuffix(". -"))
    if (moment := plain(letters)) is not None:
        return moment
    try:
        return by_grammar(letters, years)
    except Doubt as doubt:
        if doubt.code not in _READ_AGAIN:
            raise
        first = doubt
    try:
        return _read_again(letters, years, first)
    except Doubt:
        moment = _read_beside(text, years)
        if moment is None:
            raise
        return moment


_BOARD_RE = regex(r"\bCA\b")
"""In capitals it may be a *conseil d’administration*: « CA 12/4/93 »."""
_READ_AGAIN = frozenset((Code.PERIOD_UNREAD, Code.PERIOD_AMBIGUOUS, Code.PERIOD_BACKWARDS))


def _read_again(letters: str, years: Years | None, first: Doubt) -> Moment:
    """Read a text with its phrases rewritten and without its hour."""
    again, hour = without_hour(rewritten(letters))
    if again == letters:
        raise first
    moment = by_grammar(again, years)
    if not hour:
        return moment
    if not _may_have_hour(moment):
        raise Doubt(Code.PERIOD_UNREAD)
    return moment._replace(hour=hour)


def _read_beside(text: str, years: Years | None) -> Moment | None:
    """Read a text without the remark at its end, or with the century that it makes precise."""
    found = remarked(text)
    if found is not None:
        moment = read_text(found.date, years)
        return moment._replace(remark=moment.remark + found.remark)
    pair = bracketed(text)
    if pair is None:
        return None
    inner = read_text(pair[1], years)
    if names_a_time(pair[0]) and not (inner.kind is Kind.UNDATED or inner.ahead or inner.remark):
        return inner._replace(ahead=pair[0])
    outer = read_text(pair[0], years)
    if Kind.UNDATED in (outer.kind, inner.kind) or outer.remark or inner.remark:
        return None
    (start, end), (first, last) = outer.bounds(), inner.bounds()
    if _is_rough(outer) and start <= first and last <= end:
        return inner._replace(within=outer)
    revolution = any(point.revolution for point in inner.points())
    if (revolution or _is_rough(inner)) and first <= start and end <= last:
        return outer._replace(remark=f" {pair[1]}")
    return None


def _is_rough(moment: Moment) -> bool:
    """Tell whether a moment is a century, a decade, or a span of them."""
    units = {point.unit for point in moment.points()}
    return moment.kind in (Kind.POINT, Kind.SPAN) and units <= _ROUGH


_ROUGH = frozenset((Unit.MILLENNIUM, Unit.CENTURY, Unit.DECADE, Unit.TENS, Unit.MASKED))


def _may_have_hour(moment: Moment) -> bool:
    """Tell whether a moment is one day, said without brackets."""
    if moment.kind is not Kind.POINT or moment.supplied or moment.undated:
        return False
    only = moment.points()[0]
    return only.unit is Unit.DAY and not only.supplied


def by_grammar(letters: str, years: Years | None) -> Moment:
    """Return what a normalised text says, without a second reading of its phrases.

    Raises:
        Doubt: It is not read; the code says why.
    """
    found = tokens(letters)
    if not found:
        raise Doubt(Code.PERIOD_UNREAD)
    if _is_undated(found):
        return Moment(Kind.UNDATED)
    parser = Parser(found)
    ranges = parser.period()
    moment = moment_of(*lend(ranges, parser.joints), years)
    name = _name(ranges, moment)
    if parser.supplied or parser.undated or name:
        return moment._replace(supplied=parser.supplied, undated=parser.undated, name=name)
    return moment


def _is_undated(found: list[Token]) -> bool:
    """Tell whether « s. d. » is all that is said."""
    if len(found) > 1 and found[0].kind not in "[(":
        return False
    return [each.kind for each in found if each.kind not in "[]()"] == ["undated"]


def _name(ranges: list[Range], moment: Moment) -> str:
    """Return « exercice », « nuit » in front of all; it must suit what is dated."""
    first, *others = [atom.name for each in ranges for atom in each.atoms]
    if not (first or any(others)):
        return ""
    units = {point.unit for point in moment.points()}
    days = first in NAMES_OF_DAYS
    several = days and first != "nuit"
    kinds = (Kind.SPAN, Kind.LIST) if several else (Kind.POINT, Kind.SPAN, Kind.LIST)
    fits = units == {Unit.DAY} if days else units in ({Unit.YEAR}, {Unit.MONTH})
    if any(others) or not fits or moment.kind not in kinds or ranges[0].word:
        raise Doubt(Code.PERIOD_UNREAD)
    return first


__all__ = ["Doubt", "by_grammar", "read_text"]
