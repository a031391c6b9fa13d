"""How eras are named in French: « Années 1890 », « XIXe siècle », « IIe millénaire av. J.-C. ».

A century begins with its year 1, as historians count: 1801 to 1900 is the nineteenth.  A decade
begins with its round year.  Before Christ both are counted backwards: the fourth century is 400
to 301 av. J.-C., the years 390 are 399 to 390 av. J.-C.
"""

from __future__ import annotations

from pipeline.french import between
from pipeline.model import Span, Style, Text
from pipeline.roman import roman_letters

_BEFORE = "\N{NO-BREAK SPACE}av.\N{NO-BREAK SPACE}J.-C."
_NOUNS = {100: "siècle", 1000: "millénaire"}
_RAISED = Style(superscript=True)


def unit_of(year: int, unit: int) -> int:
    """Return the place of the decade, century or millennium that a year is in.

    Args:
        year: Astronomical.
        unit: 10, 100 or 1000 years.

    >>> unit_of(1900, 100), unit_of(1901, 100), unit_of(0, 100), unit_of(-100, 100)
    (18, 19, -1, -2)
    >>> unit_of(1900, 10), unit_of(9, 10), unit_of(-8, 10), unit_of(-9, 10)
    (190, 0, -1, -2)
    """
    if year > 0:
        return year // 10 if unit == 10 else (year - 1) // unit
    before = 1 - year
    return -1 - (before // 10 if unit == 10 else (before - 1) // unit)


def bounds(first: int, last: int, unit: int) -> tuple[int, int]:
    """Return from which year to which the line of an era goes, astronomical.

    A decade is whole; a century is drawn from the decade of its first entry to that of its last.

    >>> bounds(1893, 1898, 10), bounds(1815, 1848, 100), bounds(1991, 2004, 0)
    ((1890, 1899), (1810, 1849), (1991, 2004))
    >>> bounds(1802, 1900, 100)
    (1801, 1900)
    >>> bounds(3, 7, 10), bounds(-7, -3, 10), bounds(-398, -309, 100)
    ((1, 9), (-8, 0), (-398, -309))
    """
    if not unit:
        return first, last
    least, most = _ends(unit_of(first, unit), unit)[0], _ends(unit_of(last, unit), unit)[1]
    step = max(10, unit // 10)
    begin, end = _ends(unit_of(first, step), step)[0], _ends(unit_of(last, step), step)[1]
    return max(least, begin), min(most, end)


def _ends(place: int, unit: int) -> tuple[int, int]:
    if place < 0:
        first, last = _ends(-1 - place, unit)
        return 1 - last, 1 - first
    if unit == 10:
        return max(1, place * 10), place * 10 + 9
    return place * unit + 1, (place + 1) * unit


def title_of(first: int, last: int, unit: int) -> Text:
    r"""Return the title of an era.

    Args:
        first: Its first year with entries, astronomical.
        last: Its last one.
        unit: 10, 100 or 1000 years; 0 where the years themselves say it best.

    >>> plain = lambda *era: str(title_of(*era)).replace("\xa0", " ")
    >>> plain(1893, 1898, 10), plain(1893, 1905, 10), plain(1893, 1912, 10)
    ('Années 1890', 'Années 1890 et 1900', '1893-1912')
    >>> plain(1815, 1848, 100), plain(1715, 1848, 100), plain(1515, 1848, 100)
    ('XIXe siècle', 'XVIIIe et XIXe siècles', 'Du XVIe au XIXe siècle')
    >>> plain(1900, 1996, 100), plain(1900, 1900, 100)
    ('1900-1996', 'XIXe siècle')
    >>> plain(-398, -309, 100), plain(-3, 20, 100)
    ('IVe siècle av. J.-C.', 'Ier siècle av. J.-C. et Ier siècle')
    >>> plain(-1398, 20, 1000)
    'Du IIe millénaire av. J.-C. au Ier millénaire'
    >>> plain(-398, -392, 10), plain(3, 8, 10)
    ('Années 390 av. J.-C.', '3-8 apr. J.-C.')
    """
    if unit == 10:
        return _decades(first, last)
    if not unit or (first < last and unit_of(first, unit) != unit_of(first + 1, unit)):
        return Text.plain_text(between(first, last))  # 1900 alone makes no nineteenth century
    return _counted(first, last, unit)


def _decades(first: int, last: int) -> Text:
    """Return one or two decades by their names; small numbers, and more of them, by their years."""
    places = unit_of(first, 10), unit_of(last, 10)
    numbers = [(place if place >= 0 else -1 - place) * 10 for place in places]
    near = places[1] - places[0] <= 1 and (places[0] < 0) == (places[1] < 0)
    if not near or min(numbers) < 100:
        return Text.plain_text(between(first, last))
    names = " et ".join(map(str, dict.fromkeys(numbers)))
    return Text.plain_text(f"Années {names}" + (_BEFORE if places[0] < 0 else ""))


def _counted(first: int, last: int, unit: int) -> Text:
    """Return centuries or millennia by their number."""
    places = unit_of(first, unit), unit_of(last, unit)
    noun, before = _NOUNS[unit], _BEFORE if places[1] < 0 else ""
    one, other = map(_ordinal, places)
    apart = places[0] < 0 <= places[1]
    first_noun = f"\N{NO-BREAK SPACE}{noun}{_BEFORE}" if apart else ""
    if places[0] == places[1]:
        return _text(*one, f"\N{NO-BREAK SPACE}{noun}{before}")
    if places[1] - places[0] == 1:
        several = "" if apart else "s"
        return _text(
            *one,
            f"{first_noun} et\N{NO-BREAK SPACE}",
            *other,
            f"\N{NO-BREAK SPACE}{noun}{several}{before}",
        )
    return _text(
        "Du\N{NO-BREAK SPACE}",
        *one,
        f"{first_noun} au\N{NO-BREAK SPACE}",
        *other,
        f"\N{NO-BREAK SPACE}{noun}{before}",
    )


def _ordinal(place: int) -> tuple[str, Span]:
    number = place + 1 if place >= 0 else -place
    return roman_letters(number), Span("er" if number == 1 else "e", _RAISED)


def _text(*pieces: str | Span) -> Text:
    return Text(tuple(Span(each) if isinstance(each, str) else each for each in pieces))
