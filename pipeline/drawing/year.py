"""The twelve months of one year: days as numbered points on a line, spans as bars under it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.drawing.svg import Drawing, bar, path, points, svg, text, width_of
from pipeline.french import year_words
from pipeline.model import Chapter, Day, Entry
from pipeline.theme import Theme

MONTHS = "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LINE = 13.5
_RADIUS, _APART, _RISE = 1.7, 3.4, 4.0
"""Of a point; between points on one level; from a level to the next."""
_LEVELS = 6
_NUMBER_PT, _MONTH_PT = 6.0, 6.5
_LANES, _LANE_PT = 4, 3.6
_NEAR_DAYS = 12
_SHOWN = 40
"""Dates that are said in words."""


def year_timeline(chapter: Chapter, theme: Theme, width_pt: float) -> Drawing | None:
    """Return the twelve months of a chapter: days as marks, spans as bars.

    ``None`` where nothing in the year is dated more closely than the year.
    """
    year = chapter.year
    if year is None:
        return None
    dated = [
        (entry, place) for entry in chapter.entries if (place := placed_in(entry, year)) is not None
    ]
    if not dated:
        return None
    marks = sorted(_mark(entry, place, width_pt) for entry, place in dated if _is_near(place))
    spans = sorted(
        (place[0] * width_pt, place[1] * width_pt) for _, place in dated if not _is_near(place)
    )
    levels = _levels(marks)
    axis = _NUMBER_PT + 3 + _RISE * max((level for level in levels if level < _LEVELS), default=0)
    lanes = _lanes(spans)
    deep = axis + 3 + _LANE_PT * (max(lanes, default=-1) + 1)
    shapes = [*_axis(axis, deep, width_pt, theme), *_bars(spans, lanes, axis, theme)]
    shapes += _points(marks, levels, axis, theme)
    height = -(-(deep + _MONTH_PT + 2) // _LINE) * _LINE
    return svg(width_pt, height, shapes, _words(year, [entry for entry, _ in dated]))


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    """A day, or a few, in points from the first of January."""

    x: float
    length: float
    said: str
    """``28``, ``23–25``."""


def _is_near(place: tuple[float, float]) -> bool:
    """Tell whether first and last day are so near that they are one mark on the line."""
    return place[1] - place[0] < _NEAR_DAYS / 365


def _mark(entry: Entry, place: tuple[float, float], width: float) -> _Mark:
    first, last = entry.period.first, entry.period.last
    assert first is not None
    assert last is not None
    several = first.month == last.month and first.day != last.day
    said = f"{first.day}–{last.day}" if several else str(first.day)
    return _Mark(place[0] * width, (place[1] - place[0] - 1 / 366) * width, said)


def _axis(axis: float, deep: float, width: float, theme: Theme) -> list[str]:
    """Return the line of the year, a tick where a month begins, the months' names."""
    grey, step = theme["colour"]["grey"], width / 12
    ticks = "".join(f"M{month * step:.2f} {axis:.2f}V{deep + 1:.2f}" for month in range(13))
    shapes = [path(f"M0 {axis:.2f}H{width:g}", grey, 0.6), path(ticks, grey, 0.3)]
    low = deep + _MONTH_PT
    shapes += [
        text((n + 0.5) * step, low, name, theme, size=_MONTH_PT) for n, name in enumerate(MONTHS)
    ]
    return shapes


def _bars(
    spans: Sequence[tuple[float, float]], lanes: Sequence[int], axis: float, theme: Theme
) -> list[str]:
    return [
        bar(start, axis + 2.2 + _LANE_PT * lane, end - start, 2.0, theme)
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


def _levels(marks: Sequence[_Mark]) -> list[int]:
    """Return the lowest level where each mark, from left to right, meets no other."""
    ends: list[float] = []
    levels = []
    for mark in marks:
        level = next((n for n, end in enumerate(ends) if mark.x - end >= _APART), len(ends))
        if level < _LEVELS:
            ends[level : level + 1] = [mark.x + mark.length]
        levels.append(level)
    return levels


def _points(marks: Sequence[_Mark], levels: Sequence[int], axis: float, theme: Theme) -> list[str]:
    """Return the marks, the day over each that stands alone, a sum over a heap of them."""
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
        long, middle = width_of(said, _NUMBER_PT), mark.x + mark.length / 2
        crowded = end < len(at) and at[end] - middle < long + 1.5
        left = middle + 1.5 - long if crowded else middle - long / 2
        left = left if left >= free + 1.2 else mark.x - 1.5
        if left >= free + 1.2:
            top = axis - 3.2 - _RISE * (min(heap, _LEVELS) - 1)
            shapes.append(text(left, top, said, theme, "start", _NUMBER_PT))
            free = left + long
    return shapes


def _words(year: int, entries: Sequence[Entry]) -> str:
    labels = [str(entry.period.label) for entry in entries]
    shown = " ; ".join(labels[:_SHOWN]) + (" …" if len(labels) > _SHOWN else "")
    noun = "événements datés" if len(labels) > 1 else "événement daté"
    return f"Frise de l’année {year_words(year)} : {len(labels)} {noun} : {shown}."


def placed_in(entry: Entry, year: int) -> tuple[float, float] | None:
    """Return where an entry begins and ends in a year, 0 to 1; ``None`` for the whole year."""
    period = entry.period
    if period.inherited or period.first is None or period.last is None:
        return None
    start = max(period.first, Day(year, 1, 1))
    end = min(period.last, Day(year, 12, 31))
    if start > end or (start == Day(year, 1, 1) and end == Day(year, 12, 31)):
        return None
    return _place(start), _place(end) + 1 / 366


def _place(day: Day) -> float:
    return (sum(_LENGTHS[: day.month - 1]) + min(day.day, 28 if day.month == 2 else 31) - 1) / 365
