"""Whether chapters run on, and in what: decades, centuries, millennia, or several of them.

A chapter opens on a right-hand page of its own.  Where the middle one would not go beyond it, so
that half of the book were blank, chapters follow each other instead, and what opens is an era.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, log
from statistics import mean, median_low
from typing import TypeAlias

from pipeline.compose.era_titles import bounds, title_of, unit_of
from pipeline.compose.length import OPENING_LINES, PAGE_LINES, lines, running_lines
from pipeline.config import Layout
from pipeline.model import Chapter, Era

FEWEST = 4
"""Years of which the middle one decides; of fewer none may go beyond its page."""
FULL = 1.1
"""Pages that the middle year fills where each opens: with one, every other page were blank."""
BEST = 6
"""Pages of an era: with half of them, or twice as many, it is about as good."""
LONGEST = 32
"""Pages of an era that is not cut."""
_UNITS = {1000: 1500, 100: 150, 10: 0}
"""Years of an era, and how many years a book covers at least that is divided so."""


@dataclass(frozen=True, slots=True)
class _Year:
    """A chapter with the lines that it takes where it runs on."""

    chapter: Chapter
    number: int
    lines: float


_Stretch: TypeAlias = list[_Year]
"""Years that follow each other."""


def eras_of(chapters: Sequence[Chapter], layout: Layout) -> tuple[Era, ...]:
    """Return the eras that chapters run on in; nothing where each opens on its own page.

    Args:
        chapters: In order.  Those without a year are in no era; nor is one that would be the
            only one of its own.
        layout: ``[maquette]``, where ``chapitres`` may say what else the length tells.
    """
    page = PAGE_LINES[layout.format]
    years = [
        _Year(chapter, chapter.year, running_lines(chapter))
        for chapter in chapters
        if chapter.year is not None
    ]
    if not _run_on(years, layout.chapters, page):
        return ()
    unit = min(_units(years), key=lambda unit: _unlike(_joined(_divided(years, unit), page), page))
    joined = _joined(_divided(years, unit), page)
    pieces = [_cut(each, LONGEST * page) for each in joined]
    named = [
        (each, unit if len(several) == 1 and len(joined) > 1 else 0)
        for several in pieces
        for each in several
    ]
    return tuple(_era(each, by) for each, by in named if len(each) > 1)


def _run_on(years: _Stretch, choice: str, page: int) -> bool:
    if choice == "recto" or len(years) < 2:
        return False
    if choice == "suite":
        return True
    each = [lines(year.chapter) + OPENING_LINES for year in years]
    return (max(each) if len(years) < FEWEST else median_low(each)) < FULL * page


def _length(years: Iterable[_Year]) -> float:
    return sum(year.lines for year in years)


def _units(years: _Stretch) -> list[int]:
    covered = years[-1].number - years[0].number
    return [unit for unit, least in _UNITS.items() if covered >= least]


def _unlike(stretches: Sequence[_Stretch], page: int) -> float:
    """Return how far the lengths of some eras are from the best one, in ratios."""
    return mean(log(_length(each) / page / BEST) ** 2 for each in stretches)


def _divided(years: _Stretch, unit: int) -> list[_Stretch]:
    """Return the years of each decade, century or millennium that has any."""
    return [[*each] for _, each in groupby(years, key=lambda year: unit_of(year.number, unit))]


def _joined(stretches: list[_Stretch], least: float) -> list[_Stretch]:
    """Join what would not fill a page, the shortest first, to the shorter of its neighbours."""
    joined = stretches[:]
    while len(joined) > 1:
        lengths = [*map(_length, joined)]
        place = lengths.index(min(lengths))
        if lengths[place] >= least:
            break
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(joined)]
        first = min(place, min(beside, key=lengths.__getitem__))
        joined[first : first + 2] = [joined[first] + joined[first + 1]]
    return joined


def _cut(years: _Stretch, most: float) -> list[_Stretch]:
    """Return years that would make too long an era in pieces about as long as each other."""
    total, pieces = _length(years), ceil(_length(years) / most)
    before, placed = 0.0, []
    for year in years:
        middle = before + year.lines / 2
        placed.append((min(pieces - 1, int(middle * pieces / total)), year))
        before += year.lines
    return [[year for _, year in each] for _, each in groupby(placed, key=lambda pair: pair[0])]


def _era(years: _Stretch, unit: int) -> Era:
    first, last = years[0].number, years[-1].number
    chapters = tuple(year.chapter for year in years)
    return Era(title_of(first, last, unit), *bounds(first, last, unit), chapters)
