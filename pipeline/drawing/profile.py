"""A long history at a glance: how many entries each year has, and the years that stand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from pipeline.drawing.spans import about, laned, room_of, span_bars, spans
from pipeline.drawing.svg import Drawing, bar, fitted, path, svg, text
from pipeline.french import year_figures
from pipeline.model import Chapter
from pipeline.theme import Theme

_LEFT_PT = 34.0
_BARS_PT, _ENTRY_PT = 120.0, 12.0
"""The longest bar; of an entry, where that is less."""
_THINNEST_PT, _THICKEST_PT = 1.1, 2.6
_SIZE_PT = 7.0
_APART_PT = 8.4
"""Between titles, and between years at the left."""
_PAD_PT = 4.0
_LONGEST_GAP = 40
"""Empty years beyond this are one break."""
_BREAK, _BREAK_PT = 6, 9.0
"""Years that a break is as high as, and at least this."""
_SCALES = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where years stand: each has a height, but the long gaps between them have none."""

    years: tuple[int, ...]
    """With entries, in order."""
    before: dict[int, float]
    """What is left out before a year."""
    unit_pt: float
    broken: float
    """Years that a break is as high as."""

    def y(self, year: float) -> float:
        """Return how far down a year begins; inside a break, where it ends."""
        near, after = self._around(year)
        if self.is_broken(year):
            near, year = after, after
        return _PAD_PT + (year - self.years[0] - self.before[near]) * self.unit_pt

    def is_broken(self, year: float) -> bool:
        """Tell whether a year is one of those that a break leaves out."""
        near, after = self._around(year)
        return year != near and self.before[after] > self.before[near]

    def _around(self, year: float) -> tuple[int, int]:
        """Return the years with entries on both sides of a year; one twice at the end."""
        near = max((each for each in self.years if each <= year), default=self.years[0])
        return near, min((each for each in self.years if each > year), default=near)


def profile(
    chapters: Sequence[Chapter], theme: Theme, width_pt: float, high_pt: float, words: str
) -> Drawing:
    """Return a bar a year, or some years, as long as they have entries; ``words`` say the same."""
    scale = _scale([chapter.year for chapter in chapters if chapter.year is not None], high_pt)
    lanes = laned(spans(chapters))
    right = width_pt - room_of(lanes)
    counts = _counts(chapters, scale)
    entry = min(_ENTRY_PT, _BARS_PT / max(1, *counts.values()))
    step = max(scale.unit_pt, _THINNEST_PT)
    thick = min(step * 0.72, _THICKEST_PT)
    ends = {y + step / 2: _LEFT_PT + count * entry for y, count in counts.items()}
    shapes = [
        bar(_LEFT_PT, y - thick / 2, end - _LEFT_PT, round(thick, 2), theme)
        for y, end in ends.items()
        if end > _LEFT_PT
    ]
    shapes += _labels(scale, theme)
    shapes += _titles(chapters, scale, ends, right, theme)
    first, end = scale.years[0], scale.years[-1]

    def place(start: int, last: int) -> tuple[float, float] | None:
        if last < first or start > end:
            return None
        return scale.y(max(start, first)), scale.y(min(last, end)) + scale.unit_pt

    shapes += span_bars(lanes, width_pt, place, theme)
    height = scale.y(end) + scale.unit_pt + _PAD_PT
    caption = "Plus la barre est longue, plus l’année compte d’entrées"
    return svg(width_pt, -(-round(height, 2) // 13.5) * 13.5, shapes, words, caption)


def _scale(years: Sequence[int], high: float) -> _Scale:
    """Return the scale that fills the height; a gap of more than a few decades is broken."""
    broken = float(_BREAK)
    for _ in range(3):  # a break that is too low to be seen is as high as more years
        before, out = {years[0]: 0.0}, 0.0
        for year, following in pairwise(years):
            if following - year > max(_LONGEST_GAP, broken):
                out += following - year - broken
            before[following] = out
        unit = min((high - 2 * _PAD_PT) / (years[-1] - years[0] - out + 1), 8.0)
        scale = _Scale(tuple(years), before, unit, broken)
        if broken * unit >= _BREAK_PT:
            break
        broken = ceil(_BREAK_PT * 1.2 / unit)
    return scale


def _counts(chapters: Sequence[Chapter], scale: _Scale) -> dict[float, int]:
    """Return how many entries stand at each height; neighbours together where bars are thin."""
    counts: dict[float, int] = {}
    bars = max(1, ceil(_THINNEST_PT / scale.unit_pt)) * scale.unit_pt
    for chapter in chapters:
        assert chapter.year is not None
        y = round(scale.y(chapter.year) / bars) * bars
        counts[y] = counts.get(y, 0) + len(chapter.counted)
    return counts


def _labels(scale: _Scale, theme: Theme) -> list[str]:
    """Return the first and the last year, and round ones between them where there is room."""
    first, last = scale.years[0], scale.years[-1]
    step = next((n for n in _SCALES if n * scale.unit_pt >= 2.4 * _APART_PT), _SCALES[-1])
    chosen = [first, last]
    grey = theme["colour"]["grey"]
    shapes = []
    dots = -_APART_PT
    for before, after in pairwise(scale.years):
        middle = scale.y(after) - scale.broken * scale.unit_pt / 2
        if scale.before[after] > scale.before[before] and middle >= dots + _APART_PT:
            shapes.append(text(_LEFT_PT, middle + 2, "···", theme, "start", 7.5))
            dots = middle
    counted = range(-(-first // step) * step, last, step)
    round_years = [year if year > 0 else year + 1 for year in counted]  # there is no year 0
    for year in [each for each in round_years if first < each < last and not scale.is_broken(each)]:
        if all(abs(scale.y(year) - scale.y(each)) >= _APART_PT for each in chosen):
            chosen.append(year)
    for year in sorted(chosen):
        y = scale.y(year) + scale.unit_pt / 2
        bold = theme["colour"]["accent"] if year in (first, last) else grey
        shapes.append(text(0, y + 2.6, year_figures(year), theme, "start", 7.5, bold))
        shapes.append(path(f"M{_LEFT_PT - 8:g} {y:.2f}h6", grey, 0.3))
    return shapes


def _titles(
    chapters: Sequence[Chapter],
    scale: _Scale,
    ends: dict[float, float],
    right: float,
    theme: Theme,
) -> list[str]:
    """Return what the years with most entries are about, each level with its bar.

    ``ends`` has the right end of each bar by its height.  Titles come first; a year without one
    has a theme.
    """
    chosen: list[tuple[float, Chapter]] = []
    for chapter in sorted(
        chapters, key=lambda each: (not str(each.title).strip(), -len(each.counted))
    ):
        assert chapter.year is not None
        y = scale.y(chapter.year) + scale.unit_pt / 2
        if about(chapter) and all(abs(y - other) >= _APART_PT for other, _ in chosen):
            chosen.append((y, chapter))
    left = max(ends.values()) + 10
    shapes = []
    for y, chapter in sorted(chosen, key=lambda each: each[0]):
        end = max((x for at, x in ends.items() if abs(at - y) < _THICKEST_PT), default=_LEFT_PT) + 2
        title = fitted(
            f"{year_figures(chapter.year or 0)}  {about(chapter)}", right - left - 4, _SIZE_PT
        )
        shapes.append(path(f"M{end:.2f} {y:.2f}H{left - 3:g}", theme["colour"]["grey"], 0.2))
        shapes.append(text(left, y + 2.4, title, theme, "start", _SIZE_PT, theme["colour"]["text"]))
    return shapes
