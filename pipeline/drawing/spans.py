"""What lasts longer than a year, as bars that run down beside the rows of the years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.drawing.svg import path
from pipeline.french import one_line
from pipeline.model import Chapter, Entry
from pipeline.theme import Theme

_LANE_PT = 4.0
_LANES = 4


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """What lasts several years."""

    first: int
    last: int
    name: str = ""


def spans(chapters: Sequence[Chapter]) -> list[Span]:
    """Return each entry that covers several years, in order."""
    found = []
    for chapter in chapters:
        for entry in chapter.counted:
            first, last = entry.period.first, entry.period.last
            if first is not None and last is not None and first.year < last.year:
                found.append(Span(first.year, last.year, one_line(entry.theme)))
    return sorted(found)


def laned(found: Sequence[Span]) -> list[tuple[Span, int]]:
    """Return each span with its lane; side by side where they meet; none beyond the last lane.

    >>> [lane for _, lane in laned([Span(1900, 1905), Span(1902, 1903), Span(1906, 1908)])]
    [0, 1, 0]
    """
    ends: list[int] = []
    lanes = []
    for span in found:
        lane = next((n for n, end in enumerate(ends) if end < span.first), len(ends))
        if lane < _LANES:
            ends[lane : lane + 1] = [span.last]
            lanes.append((span, lane))
    return lanes


def room_of(lanes: Sequence[tuple[Span, int]]) -> float:
    """Return the width that the bars take at the right edge, in points."""
    return _LANE_PT * (1 + max((lane for _, lane in lanes), default=-1))


def span_bars(
    lanes: Sequence[tuple[Span, int]],
    right: float,
    place: Callable[[int, int], tuple[float, float] | None],
    theme: Theme,
) -> list[str]:
    """Return the bars, the first lane at the right edge.

    Args:
        lanes: What lasts, with its lane.
        right: The edge.
        place: Gives the top and foot of the rows from a year to another, or nothing.
        theme: Colours.
    """
    shapes, accent = [], theme["colour"]["accent"]
    for span, lane in lanes:
        rows = place(span.first, span.last)
        if rows is not None:
            x = right - 1 - lane * _LANE_PT
            shapes.append(path(f"M{x:.2f} {rows[0]:.2f}V{rows[1]:.2f}", accent, 1.4))
    return shapes


def about(chapter: Chapter) -> str:
    """Return the title of a year, or the theme of the first that lasts, or the first theme."""
    themed = [each for each in chapter.entries if str(each.theme).strip() and not each.leads]
    return one_line(chapter.title) or next(
        (one_line(each.theme) for each in sorted(themed, key=lambda each: not _lasts(each))), ""
    )


def _lasts(entry: Entry) -> bool:
    first, last = entry.period.first, entry.period.last
    return first is not None and last is not None and first.year < last.year
