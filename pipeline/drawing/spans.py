"""What lasts longer than a year, as bars that run down beside the rows of the years."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.drawing.svg import path
from pipeline.model import Chapter
from pipeline.theme import Theme

LANE_PT = 4.0
_LANES = 4


def spans(chapters: Sequence[Chapter]) -> list[tuple[int, int]]:
    """Return first and last year of each entry that covers several, those that fit in lanes."""
    found = []
    for chapter in chapters:
        for entry in chapter.all_entries:
            first, last = entry.period.first, entry.period.last
            if first is not None and last is not None and first.year < last.year:
                found.append((first.year, last.year))
    return sorted(found)


def laned(found: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return each span with its lane; side by side where they meet; none beyond the last lane.

    >>> laned([(1900, 1905), (1902, 1903), (1906, 1908)])
    [(1900, 1905, 0), (1902, 1903, 1), (1906, 1908, 0)]
    """
    ends: list[int] = []
    lanes = []
    for first, last in found:
        lane = next((n for n, end in enumerate(ends) if end < first), len(ends))
        if lane < _LANES:
            ends[lane : lane + 1] = [last]
            lanes.append((first, last, lane))
    return lanes


def span_bars(
    lanes: Sequence[tuple[int, int, int]],
    right: float,
    place: Callable[[int, int], tuple[float, float] | None],
    theme: Theme,
) -> list[str]:
    """Return the bars, the first lane at the right edge.

    Args:
        lanes: First year, last year and lane of each.
        right: The edge.
        place: Gives the top and foot of the rows from a year to another, or nothing.
        theme: Colours.
    """
    shapes = []
    for first, last, lane in lanes:
        rows = place(first, last)
        if rows is not None:
            x = right - 1 - lane * LANE_PT
            shapes.append(
                path(f"M{x:.2f} {rows[0]:.2f}V{rows[1]:.2f}", theme["colour"]["accent"], 1.4)
            )
    return shapes
