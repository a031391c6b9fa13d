"""What a drawing says in words: as much as one listens to, the rest as a number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.drawing.spans import Span, spans
from pipeline.french import year_words
from pipeline.model import Chapter

LISTED = 12
"""Years, dates or names that are said one by one; of more, a few and their number."""
_FULLEST = 3
_SPANS = 3


def years_said(name: str, chapters: Sequence[Chapter]) -> str:
    """Return what a drawing of years says: their entries, in all and by year, and what lasts."""
    counts = [(each.year or 0, len(each.counted)) for each in chapters if each.counted]
    total = entries_said(sum(count for _, count in counts))
    return f"{name} : {total}. {counts_said(counts)} {spans_said(spans(chapters))}".rstrip()


def entries_said(count: int) -> str:
    """Return how many entries there are.

    >>> entries_said(0), entries_said(1), entries_said(12)
    ('aucune entrée', '1 entrée', '12 entrées')
    """
    if count == 0:
        return "aucune entrée"
    return f"{count} entrée{'s' if count > 1 else ''}"


def counts_said(counts: Sequence[tuple[int, int]]) -> str:
    """Return how many entries each year has; of many years, how many they are and the fullest.

    >>> counts_said([(1901, 2), (1902, 1)])
    'Nombre d’entrées par année : 1901 : 2 ; 1902 : 1.'
    >>> counts_said([(year, 1 + (year == 1905)) for year in range(1900, 1920)])
    '20 années en ont ; la plus remplie : 1905 (2).'
    >>> counts_said([(year, 1) for year in range(1900, 1920)])
    '20 années en ont, une chacune.'
    """
    if not counts:
        return ""
    if len(counts) <= LISTED:
        said = " ; ".join(f"{year_words(year)} : {count}" for year, count in counts)
        return f"Nombre d’entrées par année : {said}."
    least = min(count for _, count in counts)
    fullest = sorted(
        (each for each in counts if each[1] > least), key=lambda each: (-each[1], each[0])
    )[:_FULLEST]
    if not fullest:
        each_has = "une" if least == 1 else str(least)
        return f"{len(counts)} années en ont, {each_has} chacune."
    named = ", ".join(f"{year_words(year)} ({count})" for year, count in fullest)
    which = "les plus remplies" if len(fullest) > 1 else "la plus remplie"
    return f"{len(counts)} années en ont ; {which} : {named}."


def spans_said(lasting: Sequence[Span]) -> str:
    """Return what lasts several years; of much, how much it is and the longest.

    >>> spans_said([Span(1702, 1705, "Une guerre")])
    'De 1702 à 1705 : Une guerre.'
    >>> spans_said([Span(1700, 1702 + n) for n in range(4)])
    '4 entrées durent plusieurs années, la plus longue de 1700 à 1705.'
    """
    if len(lasting) <= _SPANS:
        said = (f"{_from_to(each, 'De')} : {each.name or 'une entrée'}." for each in lasting)
        return " ".join(said)
    longest = max(lasting, key=lambda each: (each.last - each.first, -each.first))
    name = f" : {longest.name}" if longest.name else ""
    return (
        f"{len(lasting)} entrées durent plusieurs années, la plus longue "
        f"{_from_to(longest, 'de')}{name}."
    )


def _from_to(span: Span, preposition: str) -> str:
    return f"{preposition} {year_words(span.first)} à {year_words(span.last)}"


def named_once(names: Sequence[str], most: int = LISTED) -> str:
    """Return names in a row, one that follows itself once with its number, no more than ``most``.

    >>> named_once(["13 mai 1968", "13 mai 1968", "14 mai 1968"])
    '13 mai 1968 (2 entrées) ; 14 mai 1968'
    >>> named_once([f"{day} mai" for day in range(1, 31)])[-32:]
    '; 11 mai ; 12 mai ; et 18 autres'
    """
    runs = [(name, len([*same])) for name, same in groupby(names)]
    said = [f"{name} ({count} entrées)" if count > 1 else name for name, count in runs[:most]]
    rest = sum(count for _, count in runs[most:])
    if rest:
        said.append(f"et {rest} autre{'s' if rest > 1 else ''}")
    return " ; ".join(said)
