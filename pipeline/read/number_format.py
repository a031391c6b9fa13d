"""What a spreadsheet shows for a number or a date, in French."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from pipeline.read.number_digits import digits_of
from pipeline.read.number_parts import around, literal, section
from pipeline.regex import regex

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_SHORT_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_DATE_TOKEN_RE = regex(r'"[^"]*"|\\.|\[[^\]]*\]|[dD]+|[mM]+|[yY]+|[hH]+|[sS]+|AM/PM|.')
"""The parts of a date format: ``dd/mm/yyyy``."""
_CURRENCIES = ("€", "$", "£")
"""Signs that stand behind their number in French."""
_SHORT_DATES = ("mm-dd-yy", "m/d/yy", "m/d/yyyy", "mm/dd/yyyy", "mm/dd/yy")
"""Formats that follow the reader's country: day first, in French."""
_UNFORMATTED = ("General", "general", "@", "")


def shown(value: Any, number_format: str | None = None) -> str:
    """Return a cell's value as a person sees it.

    A number that its format hides is the empty text.

    >>> shown(-44, '0" AD";0" BC"'), shown(-2.5, "0.00;[Red]-0.00"), shown(0, "0;-0;;@")
    ('44 BC', '-2,50', '')
    >>> shown(1993.0), shown(0.4, "0%"), shown(4350, "#,##0"), shown(True)
    ('1993', '40 %', '4 350', 'VRAI')
    >>> shown(dt.datetime(1993, 4, 1), "dd/mm/yyyy"), shown(dt.date(1993, 4, 1), "d mmmm yyyy")
    ('01/04/1993', '1 avril 1993')
    """
    code = (number_format or "").split(";")[0]
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, dt.datetime):
        return _date(value, code)
    if isinstance(value, dt.date):
        return _date(dt.datetime(value.year, value.month, value.day), code)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}" if value.second == 0 else f"{value:%H:%M:%S}"
    if isinstance(value, dt.timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, (int, float)):
        return _number(value, number_format or "")
    return str(value)


def precise(value: Any, number_format: str | None = None) -> Any:
    """Return a date as far as its format shows it: a year alone, a month; else the value.

    A day that its format leaves out is kept, a time of day is not.

    >>> precise(dt.datetime(1993, 1, 1), "yyyy"), precise(dt.datetime(1993, 4, 1), "mmm-yy")
    (1993, 'avril 1993')
    >>> precise(dt.datetime(1994, 3, 14, 15), "d/m/yy"), precise(dt.date(1994, 3, 14), "dddd d mmm")
    (datetime.datetime(1994, 3, 14, 0, 0), 'lundi 14 mars')
    >>> precise(dt.datetime(2024, 3, 12), "d-mmm"), precise(dt.date(1993, 4, 1), "dd/mm/yy")
    ('12 mars', datetime.date(1993, 4, 1))
    >>> precise(dt.datetime(1993, 4, 1), "mmmm"), precise(dt.date(1993, 4, 1), "dddd")
    ('avril', datetime.date(1993, 4, 1))
    """
    if not isinstance(value, dt.date):
        return value
    code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", (number_format or "").split(";")[0]).lower()
    if isinstance(value, dt.datetime) and "h" not in code and code not in _UNFORMATTED:
        value = dt.datetime(value.year, value.month, value.day)
    if code in _SHORT_DATES or code in _UNFORMATTED:
        return value
    month = "m" in re.sub(r"h+\W*m+|m+\W*s+", "", code)
    if "y" in code and "d" not in code:
        return f"{_MONTHS[value.month - 1]} {value.year}" if month else value.year
    if "y" not in code and month:
        letters = f"{value.day} {_MONTHS[value.month - 1]}" if "d" in code else ""
        named = letters and re.search(r"ddd", code)
        return (
            f"{_DAYS[value.weekday()]} {letters}" if named else letters or _MONTHS[value.month - 1]
        )
    return value


def _number(given: float, number_format: str) -> str:
    if given != given or given in (float("inf"), float("-inf")):
        return str(given)
    code, value = section(given, number_format)
    if not code and ";" in number_format:
        return ""
    sides = around(code)
    if sides is None:
        return literal(code) or digits_of(given, code)
    before, after = sides[0], sides[1].strip()
    if before.strip() in _CURRENCIES or f"[${before.strip()}" in code:
        before, after = "", f"{before.strip()} {after}".strip()
    percent = "%" in after
    digits = digits_of(value, code, percent=percent)
    apart = after[:1].isalnum() or after.startswith(("%", *_CURRENCIES))
    return f"{before}{digits}{' ' if apart else ''}{after}"


def _date(value: dt.datetime, code: str) -> str:
    clock = f" {value:%H:%M}" if (value.hour, value.minute, value.second) != (0, 0, 0) else ""
    day, timed, _ = code.partition(" h:mm")
    if day in _SHORT_DATES:
        return f"{value:%d/%m/}{value.year:04}{clock if timed else ''}"
    if code in _UNFORMATTED or not re.search(r"[dDyYmM]", re.sub(r'"[^"]*"|\[[^\]]*\]', "", code)):
        return f"{value.day:02}/{value.month:02}/{value.year:04}{clock}"
    tokens = [
        token
        for token in _DATE_TOKEN_RE.findall(code)
        if not (token.startswith("[") and not re.fullmatch(r"\[[hms]+\]", token))
    ]
    parts = [_date_part(value, token, tokens[:n]) for n, token in enumerate(tokens)]
    return "".join(parts).strip() or f"{value:%d/%m/%Y}{clock}"


def _date_part(value: dt.datetime, token: str, before: list[str]) -> str:
    size, kind = len(token), token[0].lower()
    if kind == "m" and any(each[0].lower() in "hs" for each in before if each.strip(" :.")):
        return f"{value.minute:02}"
    if kind == "d":
        names = (str(value.day), f"{value.day:02}", _DAYS[value.weekday()][:3] + ".")
        return names[size - 1] if size < 4 else _DAYS[value.weekday()]
    if kind == "m":
        name = _MONTHS[value.month - 1]
        short = _SHORT_MONTHS[value.month - 1]
        forms = (str(value.month), f"{value.month:02}", short, name)
        return forms[min(size, 4) - 1]
    if kind == "y":
        return f"{value.year:04}" if size > 2 else f"{value.year % 100:02}"
    if kind == "h" and token != "AM/PM":
        return f"{value.hour:02}"
    if kind == "s":
        return f"{value.second:02}"
    if token in ("AM/PM", "*", "_", "@"):
        return ""
    return token.strip('"').lstrip("\\")
