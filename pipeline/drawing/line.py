"""A line of time: points stacked over an axis, what lasts as bars under it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.drawing.svg import bar, points, text, width_of
from pipeline.theme import Theme

LINE_PT = 13.5
_RADIUS, _APART, _RISE = 1.7, 3.4, 4.0
"""Of a point; between points on one level; from a level to the next."""
_LEVELS = 6
_NUMBER_PT, LABEL_PT = 6.0, 6.5
_LANES, _LANE_PT = 4, 3.6


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A day, or what is as short beside the line, in points from its left end."""

    x: float
    length: float
    said: str = ""
    """What stands over it where it stands alone: ``28``, ``23–25``."""


def set_out(
    marks: Sequence[Mark], spans: Sequence[tuple[float, float]], theme: Theme
) -> tuple[list[str], float, float]:
    """Return the shapes of a line without its axis, how far down the axis is, and how far they go.

    Args:
        marks: From left to right.
        spans: Where what lasts begins and ends, in points, by begin.
        theme: Colours and faces.
    """
    levels, lanes = _levels(marks), _lanes(spans)
    axis = _NUMBER_PT + 3 + _RISE * max((level for level in levels if level < _LEVELS), default=0)
    deep = axis + 3 + _LANE_PT * (max(lanes, default=-1) + 1)
    shapes = [*_bars(spans, lanes, axis, theme), *_stacked(marks, levels, axis, theme)]
    return shapes, axis, deep


def _bars(
    spans: Sequence[tuple[float, float]], lanes: Sequence[int], axis: float, theme: Theme
) -> list[str]:
    return [
        bar(start, axis + 2.4 + _LANE_PT * lane, end - start, 1.4, theme)
        for (start, end), lane in zip(spans, lanes, strict=True)
    ]


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return the first lane that is free for each span; the last one for what is too much."""
    ends: list[float] = []
    lanes = []
    for start, end in spans:
        lane = next((n for n, before in enumerate(ends) if before + 1 < start), len(ends))
        lane = min(lane, _LANES - 1)
        ends[lane : lane + 1] = [end]
        lanes.append(lane)
    return lanes


def _levels(marks: Sequence[Mark]) -> list[int]:
    """Return the lowest level where each mark, from left to right, meets no other."""
    ends: list[float] = []
    levels = []
    for mark in marks:
        level = next((n for n, end in enumerate(ends) if mark.x - end >= _APART), len(ends))
        if level < _LEVELS:
            ends[level : level + 1] = [mark.x + mark.length]
        levels.append(level)
    return levels


def _stacked(marks: Sequence[Mark], levels: Sequence[int], axis: float, theme: Theme) -> list[str]:
    """Return the marks, what each says that stands alone, a sum over a heap of them."""
    drawn = [
        (mark.x, axis - _RISE * level, mark.length)
        for mark, level in zip(marks, levels, strict=True)
        if level < _LEVELS
    ]
    shapes = [points(drawn, _RADIUS, theme["colour"]["accent"])] if drawn else []
    at = [mark.x for mark in marks]
    free = -1.0
    for n, mark in enumerate(marks):
        first, end = bisect_right(at, mark.x - _APART), bisect_left(at, mark.x + _APART)
        heap = end - first
        if heap > 1 and (first != n or heap <= _LEVELS):
            continue
        said = mark.said if heap == 1 else str(heap)
        if not said:
            continue
        long, middle = width_of(said, _NUMBER_PT), mark.x + mark.length / 2
        crowded = end < len(at) and at[end] - middle < long + 1.5
        left = middle + 1.5 - long if crowded else middle - long / 2
        left = left if left >= free + 1.2 else mark.x - 1.5
        top = axis - 3.2 - _RISE * min(max(levels[first:end]), _LEVELS - 1)
        if left >= free + 1.2 and not _is_met(left, left + long, top, drawn):
            shapes.append(text(left, top, said, theme, "start", _NUMBER_PT))
            free = left + long
    return shapes


def _is_met(
    left: float, right: float, low: float, drawn: Sequence[tuple[float, float, float]]
) -> bool:
    """Tell whether a mark stands where figures would, or over them: they would seem its own."""
    return any(
        at < low and x - _RADIUS < right and left < x + length + _RADIUS for x, at, length in drawn
    )
