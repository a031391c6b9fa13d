"""The years of a decade, a century or more on one line: entries as points, spans as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.drawing.line import LABEL_PT, LINE_PT, Mark, set_out
from pipeline.drawing.svg import Drawing, path, svg, text, width_of
from pipeline.drawing.words import years_said
from pipeline.drawing.year import placed_in
from pipeline.french import one_line, year_figures
from pipeline.model import Entry, Era
from pipeline.theme import Theme

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_APART_PT = 4.0
"""Between the years that are written under the line."""
_SHORTEST_PT = 4.0
"""What lasts and is shorter is a point."""


def era_timeline(era: Era, theme: Theme, width_pt: float) -> Drawing:
    """Return the line of an era's years: a point an entry, at its date, bars under it."""
    year_pt = width_pt / (era.last - era.first + 1)
    marks, bars = [], []
    for left, right in _places(era):
        x, end = left * year_pt, min(width_pt, right * year_pt)
        if end - x < _SHORTEST_PT:
            marks.append(Mark((x + end) / 2, 0.0))
        else:
            bars.append((x, end))
    drawn, axis, deep = set_out(sorted(marks), sorted(bars), theme)
    shapes = [*_axis(era, axis, deep, year_pt, theme), *drawn]
    height = -(-(deep + LABEL_PT + 2) // LINE_PT) * LINE_PT
    return svg(width_pt, height, shapes, years_said(one_line(era.title), era.chapters))


def _places(era: Era) -> Iterator[tuple[float, float]]:
    """Yield where entries begin and end, in years from the first one of the line."""
    for chapter in era.chapters:
        assert chapter.year is not None
        at = chapter.year - era.first
        for entry in chapter.counted:
            long = _years(entry)
            place = placed_in(entry, chapter.year)
            if long is not None:
                yield max(0, long[0] - era.first), long[1] - era.first + 1
            elif place is not None:
                yield at + place[0], at + place[1]
            else:
                yield at + 0.5, at + 0.5


def _years(entry: Entry) -> tuple[int, int] | None:
    """Return the first and last year of an entry that covers several."""
    first, last = entry.period.first, entry.period.last
    if entry.period.inherited or first is None or last is None or first.year == last.year:
        return None
    return first.year, last.year


def _axis(era: Era, axis: float, deep: float, year_pt: float, theme: Theme) -> list[str]:
    """Return the line, a tick where a year begins that is written, and the years under it."""
    grey, width = theme["colour"]["grey"], year_pt * (era.last - era.first + 1)
    tried = (_labelled(era, step, year_pt, width) for step in _STEPS)
    step, labels = next((each for each in tried if _are_apart(each[1])), (_STEPS[-1], []))
    shapes = [path(f"M0 {axis:.2f}H{width:g}", grey, 0.6)]
    ticks = "".join(
        f"M{n * year_pt:.2f} {axis:.2f}V{deep + 1:.2f}"
        for n in range(era.last - era.first + 2)
        if step == 1 or _is_round(era.first + n, step)
    )
    shapes.append(path(ticks, grey, 0.3))
    low = deep + LABEL_PT
    return shapes + [text(x, low, said, theme, size=LABEL_PT) for x, _, said in labels]


def _labelled(
    era: Era, step: int, year_pt: float, width: float
) -> tuple[int, list[tuple[float, float, str]]]:
    """Return a step, and the middle, half the width and the letters of each year that it names.

    The first and the last one stay between the ends of the line.
    """
    labels = []
    for year in range(era.first, era.last + 1):
        if step == 1 or _is_round(year, step):
            said = year_figures(year)
            half = width_of(said, LABEL_PT) / 2
            x = (year - era.first + (0.5 if step == 1 else 0)) * year_pt
            labels.append((min(max(x, half), width - half), half, said))
    return step, labels


def _are_apart(labels: Sequence[tuple[float, float, str]]) -> bool:
    return all(
        right - left >= half + other + _APART_PT
        for (left, half, _), (right, other, _) in pairwise(labels)
    )


def _is_round(year: int, step: int) -> bool:
    """Tell whether an astronomical year is printed as a multiple of a step.

    >>> [year for year in range(-20, 21) if _is_round(year, 10)]
    [-19, -9, 10, 20]
    """
    return year != 0 and (year if year > 0 else year - 1) % step == 0
