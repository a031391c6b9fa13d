"""Timelines as SVG: the years at a glance, and the twelve months of one year.

Drawn in points, in plain shapes; text in the theme's sans.  Each drawing comes with the
words that say the same (``Drawing.words``), for readers who do not see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pipeline.model import Chapter, Day, Entry
from pipeline.theme import Theme

_MONTHS = "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG and what it says."""

    svg: str
    words: str
    width_pt: float
    height_pt: float


def _svg(width: float, height: float, shapes: Sequence[str], words: str) -> Drawing:
    body = "".join(shapes)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}pt" height="{height:g}pt">{body}</svg>'
    )
    return Drawing(svg, words, width, height)


def _text(
    x: float, y: float, letters: str, theme: Theme, anchor: str = "middle", size: float = 6
) -> str:
    family = theme["fonts"]["sans"]
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" font-family="{family}" '
        f'font-size="{size:g}" fill="{theme["colour"]["grey"]}">{escape(letters)}</text>'
    )


def year_timeline(chapter: Chapter, theme: Theme, width_pt: float) -> Drawing | None:
    """Return the twelve months of a chapter: days as marks, spans as bars.

    ``None`` where nothing in the year is dated more closely than the year.
    """
    year = chapter.year
    if year is None:
        return None
    spans = [_in_year(entry, year) for entry in chapter.entries]
    dated = [each for each in spans if each is not None]
    if not dated:
        return None
    accent, grey = theme["colour"]["accent"], theme["colour"]["grey"]
    base, step = 20.25, width_pt / 12
    shapes = [f'<path d="M0 {base}H{width_pt:g}" stroke="{grey}" stroke-width=".5" fill="none"/>']
    for month in range(13):
        x = month * step
        shapes.append(
            f'<path d="M{x:.2f} {base}v3" stroke="{grey}" stroke-width=".5" fill="none"/>'
        )
    shapes += [_text((n + 0.5) * step, base + 9, name, theme) for n, name in enumerate(_MONTHS)]
    stacked: dict[int, int] = {}
    for start, end in sorted(dated):
        x, length = start * width_pt, (end - start) * width_pt
        if length > 2.2:
            level = sum(1 for other in dated if other[1] - other[0] > 0.01 and other < (start, end))
            y = base - 4 - 3.2 * min(level, 4)
            shapes.append(
                f'<rect x="{x:.2f}" y="{y:.2f}" width="{length:.2f}" height="1.6" fill="{accent}" '
                'opacity=".55"/>'
            )
        else:
            place = round(x / 2.4)
            height = stacked.get(place, 0)
            stacked[place] = height + 1
            y = base - 3 - 3.4 * min(height, 4)
            shapes.append(f'<circle cx="{x + 0.6:.2f}" cy="{y:.2f}" r="1.4" fill="{accent}"/>')
    count = len(dated)
    labels = [
        str(entry.period.label) for entry in chapter.entries if _in_year(entry, year) is not None
    ]
    shown = " ; ".join(labels[:40]) + (" …" if len(labels) > 40 else "")
    noun = "événements datés" if count > 1 else "événement daté"
    return _svg(width_pt, 30, shapes, f"Frise de l’année {year} : {count} {noun} : {shown}.")


def _in_year(entry: Entry, year: int) -> tuple[float, float] | None:
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


def years_at_a_glance(chapters: Sequence[Chapter], theme: Theme, width_pt: float) -> Drawing | None:
    """Return one line a year: how many entries, and the spans of several years as bars.

    ``None`` for fewer than two years.
    """
    dated = [chapter for chapter in chapters if chapter.year is not None]
    if len(dated) < 2:
        return None
    accent, grey = theme["colour"]["accent"], theme["colour"]["grey"]
    rows = _rows(dated)
    step = min(27.0, max(4.2, 420 / len(rows)))
    most = max(len(c.all_entries) for c in dated)
    left = 34.0
    unit = min(6.0, (width_pt - left - 60) / most)
    size = min(8.5, max(4.5, step * 0.62))
    every = 1 if step >= 6.5 else (5 if step >= 4.2 else 10)
    shapes = []
    places: dict[int, float] = {}
    for number, (year, chapter) in enumerate(rows):
        y = (number + 0.5) * step
        if year is None:
            shapes.append(_text(left - 8, y + 2, "⋮", theme, "end", size))
            continue
        places[year] = y
        if chapter is None:
            continue
        if year % every == 0 or number in (0, len(rows) - 1) or every == 1:
            shapes.append(_text(left - 8, y + size * 0.35, str(year), theme, "end", size))
        count = len(chapter.all_entries)
        radius = min(1.7, step * 0.32, unit * 0.36)
        for place in range(count):
            x = left + (place + 0.5) * unit
            shapes.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{accent}"/>')
        title = " ".join(str(chapter.title).split())
        room = width_pt - left - count * unit - 8
        letters = int(room / (size * 0.47))
        if step >= 8 and title and letters > 12:
            short = title if len(title) <= letters else title[: letters - 1].rstrip() + "…"
            x = left + count * unit + 6
            shapes.append(_text(x, y + size * 0.35, short, theme, "start", size))
    bars = _bars(dated, places, step)
    for lane, (top, bottom) in bars:
        x = width_pt - 3 - 4 * lane
        shapes.append(
            f'<path d="M{x:.2f} {top:.2f}V{bottom:.2f}" stroke="{grey}" stroke-width="1.6" '
            'fill="none" opacity=".6"/>'
        )
    first, last = dated[0].year, dated[-1].year
    total = sum(len(chapter.all_entries) for chapter in dated)
    counts = ", ".join(f"{c.year} : {len(c.all_entries)}" for c in dated)
    words = f"Les années {first} à {last} : {total} entrées. Nombre d’entrées par année : {counts}."
    return _svg(width_pt, len(rows) * step + 2, shapes, words)


def _rows(chapters: Sequence[Chapter]) -> list[tuple[int | None, Chapter | None]]:
    """Return a row a year, empty years too; a long gap is one row."""
    rows: list[tuple[int | None, Chapter | None]] = []
    before: int | None = None
    for chapter in chapters:
        assert chapter.year is not None
        if before is not None:
            gap = chapter.year - before - 1
            if gap > 6:
                rows.append((None, None))
            else:
                rows += [(year, None) for year in range(before + 1, chapter.year)]
        rows.append((chapter.year, chapter))
        before = chapter.year
    return rows


def _bars(
    chapters: Sequence[Chapter], places: dict[int, float], step: float
) -> list[tuple[int, tuple[float, float]]]:
    """Return the spans of several years, each in a lane of its own where they meet."""
    spans = []
    for chapter in chapters:
        for entry in chapter.all_entries:
            first, last = entry.period.first, entry.period.last
            if first is None or last is None or first.year == last.year:
                continue
            inside = [places[year] for year in places if first.year <= year <= last.year]
            if len(inside) > 1:
                spans.append((min(inside) - step * 0.3, max(inside) + step * 0.3))
    lanes: list[float] = []
    placed = []
    for top, bottom in sorted(spans):
        lane = next((n for n, end in enumerate(lanes) if end < top), len(lanes))
        if lane > 8:
            continue
        lanes[lane : lane + 1] = [bottom]
        placed.append((lane, (top, bottom)))
    return placed
