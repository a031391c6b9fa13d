"""The period of one row: what its cells say together, or the doubt about it, reported."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.clean.periods import century
from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.grammar import Doubt
from pipeline.clean.periods.reading import LONGEST, between, inherited, one_year, period_of
from pipeline.clean.periods.retold import retold, slashed, with_before
from pipeline.clean.periods.seasons import as_season
from pipeline.clean.periods.spoken import (
    as_it_stands,
    begin,
    four_digits,
    half_shown,
    hidden,
    hours,
    own,
    sides,
    silent,
    spoken,
    words,
)
from pipeline.clean.periods.spoken import verbatim as verbatim_of
from pipeline.clean.periods.words import folded
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.french import year_words
from pipeline.model import Cell, Period, Record, Role, Span, Text
from pipeline.regex import regex
from pipeline.table.dated import YEARS, is_dated, months_in
from pipeline.table.lead import lead_of

_UNPLACED = (Code.PERIOD_INCOMPLETE, Code.PERIOD_CALENDARS)
"""Of what says no year, or one of two dates, nothing is believed."""
_OF_DAYS = (Code.PERIOD_DAY, Code.PERIOD_MONTH, Code.PERIOD_WEEKDAY)
"""What is wrong is the day: the month behind it, or the year, is believed."""
_LAST_DAY = 31
_LAST_WEEK = 53
_TOGETHER_RE = regex(r"^(?:([12])[\s.](\d{3})|(\d{4})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$")
"""« 1 989 » and « 19880312 », all of a cell: a year."""
_OTHER_THING_RE = regex(
    r"\d{4}(?:\s(?!(?:a|vers) mi(?:di|nuit)\b)[a-z]|\s?[€$%°])|[€$№]\s?\d|\d{4}\d"
    r"|\b(?:n|no|num|numeros?|arts?|articles?|p|pp|pages?|f|ff|fol|folios?|cotes?|lots?|lois?|rues?"
    r"|avenues?|av|bd|boulevard|place|chemin|route|copies?|reed\w*|reimpr\w*|reprod\w*|extraits?"
    r"|voir|cf|avant|apres(?!.midi)|depuis|jusqu|ans|\w+aires? d[eu]|suivante?s?|precedente?s?"
    r"|plus tard|d['’]apres)\b"
)
"""A number that may be no year, a year that may be another one: « 1850 pièces », « loi 1901 »."""
_DAY_RE = regex(r"^\D*\d{1,2}(?:er)?(?!\d)[\s/.-]*")
"""The day that a date begins with: « lundi 31 » of « lundi 31 juin 1999 »."""
_ROUGHLY_RE = regex(r"[?~±≈]|\b(?:vers|env|environ|ca|circa|c|v|prob\w*)\b", re.IGNORECASE)
_SEASON_RE = regex(r"(\d\d)\s?[-–]\s?(\d\d)")
_YEARS_RE = regex(r"\d{4}\s?[-/–]\s?\d\d")
_LASTING_RE = regex(r"\s*(?:année|saison|exercice|hiver)\b", re.IGNORECASE)
"""What two years hold together: « année scolaire », « hiver »."""
_SIGNED_RE = regex(r"[-–−‐‑]\s?\d{4}\D*")
"""« -1994 »: of which era, nobody knows."""
_SHORT_END_RE = regex(r"\d{4}\s?(?:[-–/,]|et|à)\s?\d\d")
"""« 1994-13 », « 1980,00 »: two digits that may be no year."""
_DIGITS_RE = regex(r"\d{3}")
"""What may be a year in a remark."""


class Known(NamedTuple):
    """What the rows around say of one of them."""

    years: Years | None = None
    """Years around the one that its two digits mean."""
    span: century.Span | None = None
    """Of the document."""
    season: bool = False
    """Two years in short are a season: « 2000-01 »."""


def of_record(record: Record, known: Known, report: Reporter) -> Period:
    """Return the period of a row that has one.

    Args:
        record: The row.
        known: What the rows around tell.
        report: Receives what was not read, must not be believed, or is said otherwise.
    """
    without = silent(record)
    if without is None:
        return _of_record(record, known, report)
    cell, rest = without
    period, verbatim = _of_record(rest, known, report), verbatim_of(record)
    report(Diagnostic(Code.PERIOD_REWORDED, cell.at, verbatim, _printed(period)))
    return replace(period, verbatim=verbatim, label=with_before(period.label, verbatim))


def _of_record(record: Record, known: Known, report: Reporter) -> Period:
    cell = own(record)[0]
    verbatim = verbatim_of(record)
    try:
        period = _period(record, known)
    except Doubt as doubt:
        letters = _letters(verbatim)
        if doubt.code is Code.PERIOD_UNREAD:
            if partly := _partly(record, cell, known.years, report):
                return replace(partly, verbatim=verbatim, label=letters, short=letters)
            doubt = _incomplete(spoken(record)) or doubt
        if doubt.code is Code.PERIOD_BACKWARDS and _SHORT_END_RE.fullmatch(spoken(record)):
            doubt = Doubt(Code.PERIOD_AMBIGUOUS)
        least = _at_least(spoken(record), known, doubt.code)
        after = doubt.after or _placed(least)
        report(Diagnostic(doubt.code, cell.at, before=verbatim, after=after))
        least = least or Period(None, None, None, None)
        letters = with_before(_letters(as_it_stands(record)), verbatim)
        return replace(least, verbatim=verbatim, label=letters, short=letters, origin=cell.at)
    _tell(record, cell, verbatim, period, report)
    _tell_years(record, cell, period, report)
    if time := hours(record):
        full, short = (_followed(label, time) for label in (period.label, period.short))
        period = replace(period, label=full, short=short)
    for role in (Role.PERIOD, Role.END):
        if (year := hidden(record, role)) and not record.lent:
            dated = record.period[role]
            report(Diagnostic(Code.PERIOD_YEAR_HIDDEN, dated.at, str(dated.text), str(year)))
    said = _printed(period)
    for half in half_shown(record):
        report(Diagnostic(Code.PERIOD_HALF_SHOWN, half.at, before=str(half.text), after=said))
    label = with_before(period.label, verbatim)
    return replace(period, verbatim=verbatim, origin=cell.at, label=label)


def _period(record: Record, known: Known) -> Period:
    """Return what the cells of a row say; a word of doubt is said of its own cell alone."""
    if _is_month_of_years(record):
        raise Doubt(Code.PERIOD_UNREAD)
    start, end = sides(record)
    rough = start and end and start != end and _ROUGHLY_RE.search(f"{start} {end}")
    years, said = known.years, spoken(record)
    if known.season and (season := as_season(said)):
        said = season
    return (between(start, end, years) if rough else None) or period_of(said, years)


def _is_month_of_years(record: Record) -> bool:
    """Tell whether a month stands beside two years: « juin », « 1992-1993 »."""
    year, whole = record.period.get(Role.YEAR), record.period.get(Role.PERIOD)
    if year is None or not record.period.keys() & {Role.PERIOD, Role.MONTH, Role.DAY}:
        return False
    if whole is not None and (_DIGITS_RE.search(str(whole.text)) or whole.date is not None):
        return False
    if whole is not None and _LASTING_RE.match(str(whole.text)):
        return False
    return bool(_YEARS_RE.search(str(year.text)))


def _tell_years(record: Record, cell: Cell, period: Period, report: Reporter) -> None:
    """Report a column of years that says another year than the date beside it."""
    year = record.period.get(Role.YEAR)
    if year is None or Role.PERIOD not in record.period or period.first is None:
        return
    said = four_digits(str(year.text))
    last = period.last or period.first
    if said and not any(period.first.year <= each <= last.year for each in said):
        before, after = verbatim_of(record), _printed(period)
        report(Diagnostic(Code.PERIOD_YEARS, cell.at, before=before, after=after))


def without_year(record: Record, report: Reporter) -> Period:
    """Return the period of a row whose year is in doubt: printed as it stands, and reported."""
    cell, verbatim = own(record)[0], verbatim_of(record)
    report(Diagnostic(Code.PERIOD_INCOMPLETE, cell.at, before=verbatim, after="son année"))
    letters = _letters(verbatim)
    return Period(None, verbatim, None, None, letters, letters, origin=cell.at)


def without_order(record: Record, year: int, report: Reporter) -> Period:
    """Return the period of a row of which the year alone is sure: day and month may be swapped."""
    cell, verbatim = own(record)[0], verbatim_of(record)
    least = replace(inherited(year), inherited=False, remarked=True)
    report(Diagnostic(Code.PERIOD_AMBIGUOUS, cell.at, before=verbatim, after=_placed(least)))
    letters = _letters(verbatim)
    return replace(least, verbatim=verbatim, label=letters, short=letters, origin=cell.at)


def _printed(period: Period) -> str:
    """Return a date as it is printed, as a finding says it."""
    return " ".join(str(period.label).split())


def _letters(verbatim: str) -> Text:
    return Text.plain_text(" ".join(verbatim.split()))


def _at_least(said: str, known: Known, code: Code) -> Period | None:
    """Return the month or the year of a date that must not be believed: that of « 31 juin »."""
    if code in _UNPLACED or _SIGNED_RE.fullmatch(said) or said[:1] in ("=", "#"):
        return None
    if code is Code.PERIOD_UNREAD and not is_dated(said):
        return _named(said, known.span)
    numbers = {word for word in words(said) if word.isdecimal()}
    years = {word for word in numbers if len(word) == 4 and int(word) in YEARS}
    alone = len(years) == 1 and all(int(number) <= _LAST_DAY for number in numbers - years)
    rest = [_DAY_RE.sub("", said, count=1)] if code in _OF_DAYS else []
    for part in (*rest, *(years if alone else ())):
        try:
            period = period_of(part, known.years)
        except Doubt:
            continue
        if (year := one_year(period)) is not None and (not years or years == {str(year)}):
            return replace(period, qualifier=None, remarked=True)
    return None


def _named(said: str, span: century.Span | None) -> Period | None:
    """Return the one year of the document that an unread text names: « vendanges 1953 »."""
    together = _TOGETHER_RE.sub(r"\1\2\3", said)
    numbers = [int(word) for word in words(together) if word.isdecimal()]
    years = [number for number in numbers if number in YEARS]
    if span is None or len(years) != 1 or not span.has(years[0]) or len(said) > LONGEST:
        return None
    if any(number > _LAST_WEEK for number in numbers if number != years[0]):
        return None
    if _OTHER_THING_RE.search(folded(together)):
        return None
    return replace(period_of(str(years[0]), None), remarked=True)


def _placed(period: Period | None) -> str:
    if period is None or period.first is None:
        return "à la place de sa ligne"
    return f"sous {year_words(period.first.year)}"


def _tell(record: Record, cell: Cell, verbatim: str, period: Period, report: Reporter) -> None:
    """Report a date that is printed in other words than its cells have, or with more of them."""
    label = _printed(period)
    said = spoken(record)
    code = Code.PERIOD_LENT if record.lent else retold(said, label)
    if record.lent and hidden(record, Role.PERIOD):
        code = Code.PERIOD_REWORDED  # the value of the cell has the year that stands above
    if code is None and any(map(_is_negative, own(record))):
        code = Code.PERIOD_REWORDED
    if code is None and str(period.edtf).startswith("{") and slashed(said):
        code = Code.PERIOD_REWORDED
    if code is not None:
        report(Diagnostic(code, cell.at, before=verbatim, after=label))


def _is_negative(cell: Cell) -> bool:
    """Tell whether a cell is a number with a minus sign: a year before Christ."""
    return isinstance(cell.value, (int, float)) and str(cell.text).startswith("-")


def _followed(label: Text, letters: str) -> Text:
    return Text((*label.spans, Span(letters)))


def _partly(record: Record, cell: Cell, known: Years | None, report: Reporter) -> Period | None:
    """Return the period that a cell begins with, where a remark without a date follows.

    Of two cells, begin and end, the first may be read alone.
    """
    if len(record.period) > 1:
        return _begun(record, cell, known, report)
    text = str(cell.text).strip()
    place = lead_of(text) if len(text) <= LONGEST else None
    if place is None or months_in(text[place[1] :]) or _DIGITS_RE.search(text[place[1] :]):
        return None
    date = text[: place[0]]
    try:
        period = period_of(date, known)
    except Doubt:
        return None
    report(Diagnostic(Code.PERIOD_PARTLY_READ, cell.at, before=text, after=date))
    return replace(period, origin=cell.at, remarked=True)


def _begun(record: Record, cell: Cell, known: Years | None, report: Reporter) -> Period | None:
    """Return the period that the begin of a row says, or its year, where the rest was not read."""
    year: dict[Role, Cell] = {}
    if Role.YEAR in record.period:
        year[Role.YEAR] = record.period[Role.YEAR]
    for part in (begin(record), replace(record, period=year)):
        if not own(part) or len(own(part)) == len(own(record)):
            continue
        try:
            period = period_of(spoken(part), known)
        except Doubt:
            continue
        if period.first is not None:
            date = verbatim_of(part)
            said = verbatim_of(record)
            report(Diagnostic(Code.PERIOD_PARTLY_READ, cell.at, before=said, after=date))
            return replace(period, origin=cell.at, remarked=True)
    return None


def _incomplete(spoken: str) -> Doubt | None:
    """Return the doubt of a text that a year, or a month and a year, would make a period."""
    if not words(spoken) or _DIGITS_RE.search(spoken):
        return None
    month = (" mars 2000", "son mois")
    year = (" 2000", "son année"), ("/2000", "son année")
    # A number alone is a day: « 3 » under « 3 mars ».
    for more, lack in (month,) if spoken.isdecimal() else (*year, month):
        try:
            period_of(spoken + more, None)
        except Doubt as doubt:
            if doubt.code is not Code.PERIOD_WEEKDAY:
                continue
        # « 22-23 » may be two days or a season.
        season = _SEASON_RE.fullmatch(spoken) if lack == month[1] else None
        if season and int(season[2]) == int(season[1]) + 1:
            return Doubt(Code.PERIOD_AMBIGUOUS)
        return Doubt(Code.PERIOD_INCOMPLETE, lack)
    return None
