"""What the cells of one row say together: begin and end, day, month and year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from pipeline.clean.periods.rewrites import clock
from pipeline.clean.periods.tokens import NOTES
from pipeline.model import Cell, Record, Role, Text
from pipeline.regex import regex
from pipeline.table.dated import hides_year, is_dated, months_in, says_days

_ERA_RE = regex(r"\d+\s?(?:AD|CE|BCE?|a\w+\.? J\W*C\W*)", re.IGNORECASE)
"""A year with the era that the number format of its cell adds: ``3924 BC``."""
_ADDED_RE = regex(r"[^\W\d_]|[?<>~±≈\[(]")
"""What a number format may add besides: ``env. 1914``, ``1914 ?``."""
_SHORT_RE = regex(r"\d{1,2}([/.-])\d{1,2}\1(\d\d)|[^\W\d]{3,}\.?-(\d\d)")
"""``8/8/98``, ``oct-98``: a year of two digits, beside a column of years."""
_REPUBLICAN_RE = regex(r"\ban (?:[ivx]+|\d\d?)$", re.IGNORECASE)
"""« 4 nivôse an II » has its year, though 1793 stands beside it."""
_FLOAT_RE = regex(r"[12]\d{3}\.0")
"""« 1990.0 », as programs write the years of a column that has blanks."""
_WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_CLOCK_RE = regex(r"\d+:\d\d(?::\d\d)?")
_NUMBER_RE = regex(r"\d+")
_RAISED = str.maketrans("0123456789", NOTES)
_DASHES = frozenset("-–—−‐‑") | {"--"}
_PERIOD_ROLES = (Role.PERIOD, Role.YEAR, Role.MONTH, Role.DAY)
_WHOLE = (Role.PERIOD, Role.END)
END_ROLES = (Role.END, Role.END_YEAR, Role.END_MONTH, Role.END_DAY)


def own(record: Record) -> list[Cell]:
    """Return the cells of a row that say when, without those that rows above lend."""
    roles = [role for role in (*_PERIOD_ROLES, *END_ROLES) if role not in record.lent]
    return [record.period[role] for role in roles if role in record.period]


def begin(record: Record) -> Record:
    """Return a row without what says its end."""
    kept = {role: cell for role, cell in record.period.items() if role not in END_ROLES}
    return replace(record, period=kept)


def silent(record: Record) -> tuple[Cell, Record] | None:
    """Return a dash, which says nothing beside a begin or a year, and the row without it."""
    dashes = {role: cell for role, cell in record.period.items() if _is_dash(cell)}
    ends = record.period.keys() & set(END_ROLES)
    if ends and ends <= dashes.keys() and own(begin(record)):
        return next(dashes[role] for role in END_ROLES if role in ends), begin(record)
    beside = [role for role in (Role.PERIOD, Role.MONTH, Role.DAY) if role in dashes]
    if ends or not beside or Role.YEAR in record.lent or Role.YEAR not in record.period:
        return None
    rest = {role: cell for role, cell in record.period.items() if role not in beside}
    return dashes[beside[0]], replace(record, period=rest)


def _is_dash(cell: Cell) -> bool:
    return str(cell.text).strip() in _DASHES


def as_it_stands(record: Record) -> str:
    """Return what a row says when it is not read: day, month and year as they are spoken."""
    roles = (Role.DAY, Role.MONTH, Role.YEAR)
    cells = [record.period[role] for role in roles if role in record.period]
    if len(cells) < 2 or len(cells) != len(own(record)):
        return verbatim(record)
    texts = [str(cell.text).strip() for cell in cells]
    return ("/" if all(map(str.isdecimal, texts)) else " ").join(texts)


def verbatim(record: Record) -> str:
    """Return the letters of the cells of a row that say when, from left to right."""
    cells = sorted(own(record), key=lambda cell: cell.at)
    return " – ".join(str(cell.text) for cell in cells)


def sides(record: Record) -> tuple[str, str]:
    """Return what the cells of the begin say, and those of the end."""
    start = _side(record, Role.PERIOD, Role.YEAR, Role.MONTH, Role.DAY)
    return start, _side(record, Role.END, Role.END_YEAR, Role.END_MONTH, Role.END_DAY)


def spoken(record: Record) -> str:
    """Return the text that the cells of a row say together, begin and end made one span."""
    start, end = sides(record)
    if not any(role in record.period for role in END_ROLES):
        hour = _time(record.period.get(Role.PERIOD))
        return f"{start} {hour}" if hour else start
    if end == start:
        return start
    return f"{start} - {end}" if start else f"jusqu'à {end}"


def _side(record: Record, whole: Role, year: Role, month: Role, day: Role) -> str:
    cells = record.period
    if whole in cells:
        letters = _cell(cells[whole])
        if behind := hidden(record, whole):
            letters = f"{letters} {behind}"
        if month in cells and says_days(cells[whole]):
            letters = f"{letters} {_cell(cells[month])}"
        lends = year in cells and not any(
            len(word) == 4 and word.isdigit() for word in words(letters)
        )
        lends = lends and not _REPUBLICAN_RE.search(letters)
        if lends and (short := _SHORT_RE.fullmatch(letters)):
            full = _cell(cells[year])
            same = full[:-2].isdigit() and full.endswith(short[2] or short[3])
            return letters[:-2] + full if same else letters
        between = "/" if letters[-1:].isdigit() and "/" in letters else " "
        return f"{letters}{between}{_cell(cells[year])}" if lends else letters
    parts = [_cell(cells[role]) for role in (day, month, year) if role in cells]
    if day in cells and month in cells and (shown := str(cells[day].text)).isdecimal():
        parts[0] = str(int(shown))
    if month in cells and (number := _cell(cells[month])).isdigit():
        if day in cells and year in cells:
            return "/".join(parts)
        return f"{number}/{parts[-1]}" if year in cells else number
    return " ".join(parts)


def _cell(cell: Cell) -> str:
    """Return a cell as the grammar reads it: a date cell is a day, 1993.0 a year."""
    value = cell.value
    if isinstance(value, (dt.datetime, dt.date)):
        day = f"{value.year:04}-{value.month:02}-{value.day:02}"
        name = _WEEKDAYS[value.weekday()]
        letters = str(cell.text).lower()
        named = name in letters or f"{name[:3]}." in letters
        return f"{name} {day}" if named else day
    if cell.date is not None:
        return cell.said
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    text = str(cell.text)
    if number and (_ERA_RE.fullmatch(text) or (_ADDED_RE.search(text) and is_dated(text))):
        return text
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{-value} av. J.-C." if value < 0 else str(value)
    said = _with_notes(cell.text).strip()
    return said[:-2] if _FLOAT_RE.fullmatch(said) else said


def _with_notes(text: Text) -> str:
    """Return the letters of a text, where raised figures are those of a note: « 1977¹ »."""
    if len(text.spans) < 2:
        return str(text)
    return "".join(
        each.text.translate(_RAISED) if each.style.superscript else each.text for each in text.spans
    )


def hidden(record: Record, role: Role) -> int | None:
    """Return the year that a date cell has and does not show.

    ``None`` where another cell of the row says it, or one above that says another.
    """
    cell = record.period.get(role)
    other = Role.YEAR if role is Role.PERIOD else Role.END_YEAR
    if cell is None or cell.date is None or not hides_year(cell):
        return None
    year = cell.date.year
    if other in record.period:
        return year if other in record.lent and _cell(record.period[other]) == str(year) else None
    return year


def half_shown(record: Record) -> list[Cell]:
    """Return the date cells of a row that do not show all of their day, nor any cell beside."""
    beside = [cell for role, cell in record.period.items() if role not in _WHOLE]
    found = []
    for cell in own(record):
        if isinstance(cell.value, dt.date) and cell.at.row == record.row:
            letters = " ".join(str(each.text) for each in (cell, *beside))
            if not _shows(letters, cell.value):
                found.append(cell)
    return found


def _shows(letters: str, day: dt.date) -> bool:
    """Tell whether some letters show a day, its month and its year.

    >>> _shows("14/03/94", dt.date(1994, 3, 14)), _shows("14 mars 1994", dt.date(1994, 3, 14))
    (True, True)
    >>> _shows("03:30", dt.date(1930, 3, 3)), _shows("jeudi", dt.date(1994, 3, 17))
    (False, False)
    """
    numbers = [int(each) for each in _NUMBER_RE.findall(_CLOCK_RE.sub("", letters))]
    shows_year = day.year in numbers or day.year % 100 in numbers
    shows_month = day.month in numbers or bool(months_in(letters))
    return day.day in numbers and shows_month and shows_year


def hours(record: Record) -> str:
    """Return « (de 10 h à 12 h) » where begin and end are date cells with a time of day."""
    if not any(role in record.period for role in END_ROLES):
        return ""
    start, end = _time(record.period.get(Role.PERIOD)), _time(record.period.get(Role.END))
    if start and end:
        return f" (de {start} à {end})"
    return f" (à {start})" if start else f" (jusqu’à {end})" if end else ""


def _time(cell: Cell | None) -> str:
    value = cell.value if cell else None
    if not isinstance(value, dt.datetime) or not (value.hour or value.minute):
        return ""
    return clock(value.hour, value.minute)


def words(letters: str) -> list[str]:
    """Return the words and numbers of a text."""
    return "".join(each if each.isalnum() else " " for each in letters).split()


def four_digits(letters: str) -> list[int]:
    """Return the numbers of four digits in a text, mostly years.

    >>> four_digits("du 3/12/1994 à 2001, lot 12345")
    [1994, 2001]
    """
    return [int(word) for word in words(letters) if len(word) == 4 and word.isdecimal()]


__all__ = [
    "END_ROLES",
    "as_it_stands",
    "begin",
    "four_digits",
    "half_shown",
    "hidden",
    "hours",
    "own",
    "sides",
    "silent",
    "spoken",
    "verbatim",
    "words",
]
