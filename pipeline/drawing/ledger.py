"""Some decades at a glance: a row a year, its days as points in twelve months, its title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.drawing.spans import about, laned, room_of, span_bars, spans
from pipeline.drawing.svg import Drawing, bar, fitted, path, points, svg, text
from pipeline.drawing.year import placed_in
from pipeline.french import year_figures
from pipeline.model import Chapter
from pipeline.theme import Theme

_LEFT_PT = 30.0
_MONTHS_PT = 132.0
"""The twelve months of a row, beside titles; without any they take the page."""
_HEAD_PT = 13.5
_COUNT_PT = 24.0
"""Room of the number of entries, between the months and the title."""
_POINT_PT = 3.6
"""Points nearer than this would meet."""
_LONGEST_GAP = 3
"""Empty years beyond this are one row."""
_CLOSEST_PT = 8.0
"""Rows nearer than this cannot be read."""
_FEW = 0.3
"""Where less than this part of the entries has a day or a month, entries are counted instead."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A year, or a gap between years."""

    first: int
    last: int
    chapter: Chapter | None = None
    title: str = ""


def has_room(chapters: Sequence[Chapter], high_pt: float) -> bool:
    """Tell whether each year can have a row of its own."""
    return len(_rows(chapters)) * _CLOSEST_PT + _HEAD_PT <= high_pt


def is_dated(chapters: Sequence[Chapter]) -> bool:
    """Tell whether enough entries have a day or a month."""
    entries = sum(not each.leads for chapter in chapters for each in chapter.entries)
    return sum(len(_places(chapter)) for chapter in chapters) > _FEW * entries


def ledger(
    chapters: Sequence[Chapter], theme: Theme, width_pt: float, high_pt: float, words: str
) -> Drawing:
    """Return a row a year; ``words`` say the same."""
    rows = _rows(chapters)
    head = _HEAD_PT if is_dated(chapters) else 0.0
    step = min(20.25, (high_pt - head) / len(rows))
    lanes = laned(spans(chapters))
    right = width_pt - room_of(lanes)
    months = _MONTHS_PT if any(row.title for row in rows) else right - _LEFT_PT - _COUNT_PT
    draw, end, shapes = _how(chapters, step, months, theme)
    placed = [(row, head + (number + 0.5) * step) for number, row in enumerate(rows)]
    for row, y in placed:
        shapes += _year(row, y, min(8.5, step * 0.78), (end + _COUNT_PT, right), theme)
        shapes += draw(row.chapter, y) if row.chapter is not None else []

    def place(first: int, last: int) -> tuple[float, float] | None:
        held = [y for row, y in placed if first <= row.last and row.first <= last]
        return (held[0] - step * 0.32, held[-1] + step * 0.32) if held else None

    shapes += span_bars(lanes, width_pt, place, theme)
    height = -(-round(head + len(rows) * step, 2) // 13.5) * 13.5
    return svg(width_pt, height, shapes, words, _caption(chapters, step, months))


def _how(
    chapters: Sequence[Chapter], step: float, long: float, theme: Theme
) -> tuple[Callable[[Chapter, float], list[str]], float, list[str]]:
    """Return what draws a row, how far to the right, and what stands over all rows."""
    if is_dated(chapters):
        return (
            partial(_days, step=step, long=long, theme=theme),
            _LEFT_PT + long,
            _months(long, theme),
        )
    unit = _unit(chapters, step, long)
    most = _most(chapters)
    draw = partial(_counted, unit=unit, step=step, theme=theme)
    return draw, _LEFT_PT + most * unit, []


def _caption(chapters: Sequence[Chapter], step: float, long: float) -> str:
    """Return what the signs mean; points of one day lie on each other."""
    count = "un chiffre, le nombre d’entrées"
    if is_dated(chapters):
        return f"Un point, une date ; une barre, ce qui dure ; {count}"
    if _unit(chapters, step, long) < _POINT_PT:
        return f"Plus la barre est longue, plus l’année compte d’entrées ; {count}"
    return "Un point, une entrée ; un chiffre, leur nombre"


def _unit(chapters: Sequence[Chapter], step: float, long: float) -> float:
    """Return the width of an entry where entries are counted, in points."""
    return min(6.0, step * 0.6, long / max(1, _most(chapters)))


def _most(chapters: Sequence[Chapter]) -> int:
    """Return how many entries the fullest year has."""
    return max(len(chapter.counted) for chapter in chapters)


def _rows(chapters: Sequence[Chapter]) -> list[_Row]:
    """Return a row a year, empty years too; a long gap is one row.

    A year without a title has a theme.
    """
    rows: list[_Row] = []
    titles = {each.year: about(each) for each in chapters}
    for chapter in chapters:
        year = chapter.year
        assert year is not None
        if rows:
            before = rows[-1].last
            if year - before - 1 > _LONGEST_GAP:
                rows.append(_Row(before + 1, year - 1))
            else:
                rows += [_Row(each, each) for each in range(before + 1, year)]
        rows.append(_Row(year, year, chapter, titles[year]))
    return rows


def _months(long: float, theme: Theme) -> list[str]:
    """Return the initials of the months over their columns."""
    step = long / 12
    return [
        text(_LEFT_PT + (n + 0.5) * step, 6, letter, theme, size=6)
        for n, letter in enumerate("JFMAMJJASOND")
    ]


def _year(row: _Row, y: float, size: float, room: tuple[float, float], theme: Theme) -> list[str]:
    """Return the year, the number of its entries and its title; dots for a gap."""
    base = y + size * 0.34
    if row.chapter is None:
        gap = "·" if row.first == row.last else "···"
        return [text(0, base, gap, theme, "start", size)]
    accent, ink = theme["colour"]["accent"], theme["colour"]["text"]
    left, right = room
    count = str(len(row.chapter.counted) or "")
    title = fitted(row.title, right - left - 4, size) if row.title else ""
    shapes = [text(0, base, year_figures(row.first), theme, "start", size, accent)]
    if count:
        shapes.append(text(left - 8, base, count, theme, "end", size * 0.85))
    return [*shapes, text(left, base, title, theme, "start", size, ink)] if title else shapes


def _places(chapter: Chapter) -> list[tuple[float, float]]:
    """Return where the entries of a year begin and end in it, 0 to 1."""
    assert chapter.year is not None
    placed = (placed_in(entry, chapter.year) for entry in chapter.entries)
    return sorted(each for each in placed if each is not None)


def _days(chapter: Chapter, y: float, step: float, long: float, theme: Theme) -> list[str]:
    """Return the line of a year, its days as points, what lasts as bars."""
    radius = min(1.7, step * 0.2)
    line = path(f"M{_LEFT_PT:g} {y:.2f}h{long:g}", theme["colour"]["grey"], 0.25)
    shapes, days = [line], []
    for start, end in _places(chapter):
        x, wide = _LEFT_PT + start * long, (end - start) * long
        if wide > 2 * radius:
            shapes.append(bar(x, y - radius * 0.6, wide, radius * 1.2, theme))
        else:
            days.append((x, y))
    return [*shapes, points(days, radius, theme["colour"]["accent"])] if days else shapes


def _counted(chapter: Chapter, y: float, unit: float, step: float, theme: Theme) -> list[str]:
    """Return a point an entry, or a bar as long as they are many, where points would meet."""
    count = len(chapter.counted)
    if count == 0:
        return []
    if unit >= _POINT_PT:
        dots = [(_LEFT_PT + (n + 0.5) * unit, y) for n in range(count)]
        return [points(dots, min(1.7, unit * 0.3), theme["colour"]["accent"])]
    high = min(4.0, step * 0.4)
    return [bar(_LEFT_PT, y - high / 2, count * unit, high, theme)]
