"""Feasts that date a paper: « Toussaint 1954 », « Pâques 1994 »."""

from __future__ import annotations

from pipeline.clean.periods.calendar import days_in

_FIXED = {
    "Épiphanie": (6, 1),
    "Chandeleur": (2, 2),
    "Assomption": (15, 8),
    "Toussaint": (1, 11),
    "Noël": (25, 12),
}
"""Day and month."""
MONDAYS = {each: f"lundi de {each}" for each in ("Pâques", "Pentecôte")}
"""The day after a feast has its name too."""
_MOVING = {"Pâques": 0, "Ascension": 39, "Pentecôte": 49}
_AFTER_EASTER = _MOVING | {name: _MOVING[feast] + 1 for feast, name in MONDAYS.items()}
"""Days after Easter Sunday."""
FIXED_FEASTS = frozenset(_FIXED)
"""Feasts of the same day each year."""
BACK_TO_SCHOOL = "rentrée"
"""September, about: the day was another every year."""
FEASTS = (*_FIXED, *_MOVING, BACK_TO_SCHOOL)
FIRST_EASTER = 1583
"""First Easter of the Gregorian calendar in France; before, years began at Easter."""


def feast_day(feast: str, year: int) -> tuple[int | None, int] | None:
    """Return day and month of a feast; ``None`` for an Easter of the old calendar.

    « Rentrée » has a month and no day.

    >>> feast_day("Noël", 1994), feast_day("Pentecôte", 1944), feast_day("Pâques", 1523)
    ((25, 12), (28, 5), None)
    """
    if feast == BACK_TO_SCHOOL:
        return None, 9
    if feast in _FIXED:
        return _FIXED[feast]
    if year < FIRST_EASTER:
        return None
    day, month = _easter(year)
    day += _AFTER_EASTER[feast]
    while day > days_in(year, month):
        day -= days_in(year, month)
        month += 1
    return day, month


def _easter(year: int) -> tuple[int, int]:
    """Return day and month of Easter Sunday, after Meeus, *Astronomical Algorithms*, ch. 8."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, none = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    sunday = (32 + 2 * none + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return day + 1, month
