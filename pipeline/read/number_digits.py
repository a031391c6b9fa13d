"""The digits of a number, with the places, groups and powers that its format asks for."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from pipeline.regex import regex

_PLACES_RE = regex(r"[0#?]\.([0#?]+)")
_POWER_RE = regex(r"([0#?,]*[0#?])(?:\.([0#?]+))?E([+-])(0+)", re.IGNORECASE)
"""A number as a power of ten: ``0.0E+00``."""
_WHOLE_RE = regex(r"[#0, ]*0(%|[^0-9#.]*)?")
_GROUPS_RE = regex(r"[#0][, ][#0]{2}[#0]")
_LITERAL_RE = regex(r'"[^"]*"|\\.|\[[^\]]*\]')
_DIGITS = 15
"""Those that a spreadsheet knows of a number."""
_LONG = Context(prec=400)
"""For the digits of the largest number there is."""


def digits_of(value: float, code: str, *, percent: bool = False) -> str:
    """Return a number as its format shows it, halves rounded away from nought.

    >>> digits_of(0.125, "0%", percent=True), digits_of(-2.5, "0"), digits_of(1.25, "0.0#")
    ('13', '-3', '1,25')
    >>> digits_of(0.00001, "0.0E+00"), digits_of(123456, "##0.0E+0"), digits_of(1234.5, "0,000")
    ('1,0E-05', '123,5E+3', '1 235')
    >>> digits_of(1993.0, "General"), digits_of(0.1 + 0.2, "")
    ('1993', '0,3')
    """
    exact = Decimal(f"{value:.{_DIGITS}g}") * (100 if percent else 1)
    plain = _LITERAL_RE.sub("", code)
    if power := _POWER_RE.search(plain):
        return _powered(exact, power)
    places = _PLACES_RE.search(plain)
    if places:
        letters = _fixed(exact, places[1])
    elif _WHOLE_RE.fullmatch(plain):
        letters = _fixed(exact, "")
    elif exact == exact.to_integral_value() and abs(exact) < 10**_DIGITS:
        letters = str(int(exact))
    else:
        letters = f"{float(exact):.{_DIGITS}g}"
    whole, _, part = letters.partition(".")
    if _GROUPS_RE.search(plain):
        whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", " ", whole)
    return whole + (f",{part}" if part else "")


def _fixed(value: Decimal, places: str) -> str:
    """Return a number with so many places; those of ``#`` are left out where they are nought."""
    with_all = value.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP, _LONG)
    letters = f"{with_all:f}"
    spare = len(places) - len(places.rstrip("#?"))
    while spare and letters.endswith("0"):
        letters, spare = letters[:-1], spare - 1
    return letters.rstrip(".") if places else letters


def _powered(value: Decimal, form: re.Match[str]) -> str:
    whole, places, sign, least = form[1].replace(",", ""), form[2] or "", form[3], len(form[4])
    step = len(whole)
    power = value.adjusted() // step * step if value else 0
    rounded = Decimal(_fixed(value.scaleb(-power), places))
    if abs(rounded) >= 10**step:
        power += step
        rounded = value.scaleb(-power)
    minus = "-" if power < 0 else "+" if sign == "+" else ""
    return f"{_fixed(rounded, places).replace('.', ',')}E{minus}{abs(power):0{least}}"
