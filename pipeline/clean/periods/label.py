"""Periods as printed: a full form for running text, a short one for margins.

Lists and spans, after the Imprimerie nationale's *Lexique*: year and month said once where
they are the same, no line broken inside a date.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pipeline.clean.periods.label_point import (
    DASH,
    NBSP,
    NNBSP,
    article,
    bare,
    century_numeral,
    day_name,
    day_span,
    is_marked,
    is_plain,
    month_name,
    of,
    point_label,
)
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.clean.periods.points import WEEKDAYS
from pipeline.french import FULL_YEAR
from pipeline.model import Span, Style, Text
from pipeline.regex import regex

_RAISED = Style(superscript=True)
_UNDATED = f"s.{NBSP}d."
_UNDATED_RE = regex(r"(?<!\w)([sn])[./]?\s?d\b\.?", re.IGNORECASE)
_SHARES_ABOUT = frozenset((Unit.YEAR, Unit.DECADE, Unit.TENS, Unit.CENTURY, Unit.MILLENNIUM))


def labels(moment: Moment) -> tuple[Text, Text]:
    """Return a moment as printed, in full and short, raised letters as superscripts.

    Without a plain space in it, the full form is the short one.
    """
    letters = _letters(moment, short=False)
    full = _raised(letters)
    return full, _raised(_letters(moment, short=True)) if " " in letters else full


def undated(text: str) -> Text:
    r"""Return words that say that there is no date, as they stand.

    >>> str(undated("S.D.")).replace("\xa0", "~"), str(undated("Date inconnue"))
    ('s.~d.', 'Date inconnue')
    """
    letters = " ".join(text.split())
    return Text.plain_text(_UNDATED_RE.sub(lambda match: f"{match[1].lower()}.{NBSP}d.", letters))


def _letters(moment: Moment, *, short: bool) -> str:
    letters = _moment(moment, short)
    if moment.name and not short:
        letters = _named(moment, letters)
    if moment.hour:
        letters = f"{letters} à{NBSP}{moment.hour}"
    if moment.supplied:
        letters = f"[{letters}]"
    if moment.undated:
        letters = f"{_UNDATED} {letters}" if moment.supplied else f"{letters} et {_UNDATED}"
    if moment.within is not None or moment.ahead:
        inner = letters if moment.supplied else f"({letters})"
        outer = _letters(moment.within, short=short) if moment.within else moment.ahead
        letters = f"{outer} {inner}"
    return letters + moment.remark


def _named(moment: Moment, letters: str) -> str:
    """Return « exercice 1993 », « session d’août 1868 », « nuit du 4 au 5 août 1789 »."""
    unit = moment.points()[0].unit
    if letters.startswith("les "):
        return f"{moment.name} des {letters[4:]}"
    if unit is Unit.DAY and not letters.startswith("du "):
        return f"{moment.name} du {letters}"
    if unit is Unit.MONTH and not letters.startswith(("de ", "d’")):
        return f"{moment.name} {of(letters)}"
    return f"{moment.name} {letters}"


def _raised(marked: str) -> Text:
    """Return a text whose letters between ``^`` are raised.

    >>> [(span.text, span.style.superscript) for span in _raised("1^er^ avril").spans]
    [('1', False), ('er', True), (' avril', False)]
    """
    if "^" not in marked:
        return Text((Span(marked),))
    pieces = marked.split("^")
    return Text(
        tuple(
            _raised_span(piece) if number % 2 else Span(piece)
            for number, piece in enumerate(pieces)
            if piece
        )
    )


@cache
def _raised_span(letters: str) -> Span:
    """Return one of « er », « re », « e », raised."""
    return Span(letters, _RAISED)


def _moment(moment: Moment, short: bool) -> str:
    match moment.kind:
        case Kind.POINT:
            return point_label(moment.points()[0], short)
        case Kind.SPAN:
            first, last = moment.points()
            return _between(first, last, short) if moment.word else _span(first, last, short)
        case Kind.BEFORE | Kind.AFTER:
            return _open(moment, short)
        case Kind.ONE_OF:
            return _list(moment, short, "ou")
        case Kind.LIST:
            return _list(moment, short)
        case Kind.UNDATED:
            return _UNDATED


def _member(part: Moment | Point, short: bool) -> str:
    if isinstance(part, Point):
        return point_label(part, short)
    first, last = part.points()
    return _between(first, last, short) if part.word else _span(first, last, short)


# -- spans --------------------------------------------------------------------------


def _span(first: Point, last: Point, short: bool) -> str:
    unit = first.unit
    loose = f"{_start(first, last, short)}{DASH}{point_label(last, short)}"
    least = 0 if unit in (Unit.CENTURY, Unit.MILLENNIUM) else FULL_YEAR
    if unit is not last.unit or first.year < least:
        return loose
    if not (is_plain(first) and is_plain(last)):
        return _about_span(first, last, short) or loose
    match unit:
        case Unit.YEAR:
            return f"{first.year}-{last.year}"
        case Unit.DAY:
            return day_span(first, last, short)
        case Unit.MONTH:
            return _month_span(first, last, short)
        case Unit.DECADE if not (first.division or last.division):
            return f"années{NBSP}{first.year}-{last.year}"
        case Unit.CENTURY if not (first.division or last.division):
            if short:
                return f"{century_numeral(first)}-{bare(last, short)}s"
            return f"du {century_numeral(first)} au {bare(last, short)}"
        case _:
            return loose


def _start(first: Point, last: Point, short: bool) -> str:
    """Return « 1900 environ » where « vers 1900 – 1910 » would be about both."""
    shared = {first.unit, last.unit} <= _SHARES_ABOUT and not last.qualifier
    if first.about and shared and not (last.about or first.supplied):
        return f"{point_label(first._replace(about=False), short)}{NBSP}environ"
    return point_label(first, short)


def _about_span(first: Point, last: Point, short: bool) -> str:
    """Return « vers 1450-1460 ? » where both years are about or doubtful, and no more is said."""
    flags = first.about, first.doubtful
    both = first.unit is Unit.YEAR and flags == (last.about, last.doubtful)
    plain = [each._replace(about=False, doubtful=False) for each in (first, last)]
    if not both or not all(map(is_plain, plain)):
        return ""
    letters = f"{first.year}-{last.year}"
    if first.about:
        letters = f"vers{NBSP if short else ' '}{letters}"
    return f"{letters}{NNBSP}?" if first.doubtful else letters


def _between(first: Point, last: Point, short: bool) -> str:
    """Return « entre le 3 mars et le 5 mai 1790 »."""
    start, end = point_label(first, short), point_label(last, short)
    if is_plain(first) and is_plain(last) and first.unit is last.unit:
        if first.unit is Unit.DAY and first.year == last.year:
            start = day_name(first.day)
            if first.month != last.month:
                start += f"{NBSP}{month_name(first, short)}"
        if first.unit is Unit.MONTH and first.year == last.year:
            start = month_name(first, short)
    start, end = (
        f"le{NBSP}{letters}" if point.unit is Unit.DAY and is_plain(point) else letters
        for point, letters in ((first, start), (last, end))
    )
    return f"entre {start} et {end}"


def _month_span(first: Point, last: Point, short: bool) -> str:
    start, end = month_name(first, short), bare(last, short)
    if first.year != last.year:
        start = bare(first, short)
        if short:
            return f"{start}{DASH}{end}"
    if short:
        return f"{start}-{end}"
    return f"{of(start)} à {end}"


# -- lists --------------------------------------------------------------------------


def _list(moment: Moment, short: bool, word: str = "et") -> str:
    """Return the author's list, year and month said once where they are the same."""
    points = [part for part in moment.parts if isinstance(part, Point)]
    units = {point.unit for point in points}
    if len(points) == len(moment.parts) and len(units) == 1 and _alike(points):
        letters = _same_unit(points, units.pop(), short, word)
        if letters:
            return letters
    before = (None, *moment.parts)
    return _joined(
        [
            _member(part, short and not _clings(left, part))
            for left, part in zip(before, moment.parts, strict=False)
        ],
        word,
    )


def _alike(points: list[Point]) -> bool:
    """Tell whether points may share month and year: all plain, or all with a weekday."""
    named = all(point.weekday is not None for point in points)
    return all(is_plain(point._replace(weekday=None) if named else point) for point in points)


def _clings(left: Moment | Point | None, part: Moment | Point) -> bool:
    """Tell whether a short span would be read with the year before it: « 1790, mars-mai 1791 »."""
    return isinstance(left, Point) and left.unit is Unit.YEAR and isinstance(part, Moment)


def _same_unit(points: list[Point], unit: Unit, short: bool, word: str) -> str:
    """Return plain points of one unit as a list; empty where nothing is said once."""
    last = points[-1]
    if any(left.bounds() > right.bounds() for left, right in pairwise(points)):
        return ""
    if unit is Unit.DAY and len({(p.year, p.month) for p in points}) == 1:
        days = _joined([_day(point, short) for point in points], word)
        the = "les " if word == "et" and last.weekday is None and not short else ""
        return f"{the}{days}{NBSP}{bare(last, short).partition(NBSP)[2]}"
    if last.weekday is not None:
        return ""
    one_year = len({p.year for p in points}) == 1
    if unit is Unit.DAY and one_year:
        dates = [f"{day_name(p.day)}{NBSP}{month_name(p, short)}" for p in points[:-1]]
        return _joined([*dates, bare(last, short)], word)
    if unit is Unit.MONTH and one_year:
        months = [month_name(point, short) for point in points[:-1]]
        return _joined([*months, bare(last, short)], word)
    if unit is Unit.DECADE and not any(p.division for p in points):
        return f"années{NBSP}{_joined([str(point.year) for point in points], word)}"
    same_era = len({point.year < 0 for point in points}) == 1
    if unit is Unit.CENTURY and same_era and not any(p.division for p in points):
        numerals = [century_numeral(point) for point in points]
        tail = bare(last, short).partition(NBSP)[2]
        if word == "et":
            tail = tail.replace("siècle", "siècles", 1)
        return f"{_joined(numerals, word)}{NBSP}{tail}"
    return ""


def _day(point: Point, short: bool) -> str:
    """Return a day of a list without its month: « 14 », « samedi 6 »."""
    day = day_name(point.day)
    return day if short or point.weekday is None else f"{WEEKDAYS[point.weekday]} {day}"


def _joined(letters: list[str], word: str) -> str:
    return f"{', '.join(letters[:-1])} {word} {letters[-1]}" if len(letters) > 1 else letters[0]


# -- open ends ----------------------------------------------------------------------

_WORDS = {
    "avant": "avant", "apres": "après", "depuis": "depuis", "jusque": "jusqu’",
    "peuavant": "peu avant", "peuapres": "peu après",
    "plustard": "au plus tard", "plustot": "au plus tôt",
}  # fmt: skip


def _open(moment: Moment, short: bool) -> str:
    point = moment.points()[0]
    letters = point_label(point, short)
    if moment.word == "nosjours":
        return f"{letters} à nos jours"
    if moment.word == "?":
        before = moment.kind is Kind.BEFORE
        return f"?{DASH}{letters}" if before else f"{letters}{DASH}?"
    word = _WORDS[moment.word]
    day = point.unit is Unit.DAY and not (point.about or point.qualifier or point.supplied)
    if moment.word == "jusque":
        return _until(point, letters, day)
    if day and (point.weekday is None or short):
        return f"{word} le{NBSP}{letters}"
    return f"{word} {letters if is_marked(point) else article(point) + letters}"


def _until(point: Point, letters: str, day: bool) -> str:
    if day and point.weekday is None:
        return f"jusqu’au {letters}"
    if point.unit in (Unit.YEAR, Unit.MONTH) and is_plain(point):
        return f"jusqu’en {letters}"
    the = "" if is_marked(point) else article(point)
    for word, contracted in (("le", "au"), ("les", "aux")):
        if the.rstrip() == word:
            return f"jusqu’{contracted} {letters}"
    return f"jusqu’à {the}{letters}"
