"""The years at a glance: a row a year, a point an entry, a bar for what lasts longer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from pipeline.drawing.bands import MOST, bands
from pipeline.drawing.svg import Drawing, path, points, svg, text
from pipeline.french import typeset
from pipeline.model import Chapter
from pipeline.theme import Theme

HEIGHT_PT = 364.5
"""27 lines: what a page has under its heading."""
_CLOSEST_PT = 6.2
"""Rows nearer than this cannot be read."""
_COLUMNS = 3
_GAP_PT = 14.0
_LABEL_PT = 30.0
_LANE_PT = 4.0
_LANES = 4
_LONGEST_GAP = 6
"""Empty years beyond this are one row of dots."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A year, a decade, or a long gap between years."""

    label: str
    first: int
    last: int
    count: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row is drawn."""

    row: _Row
    column: int
    y: float


def years_at_a_glance(chapters: Sequence[Chapter], theme: Theme, width_pt: float) -> Drawing | None:
    """Return the drawing of all years, never higher than ``HEIGHT_PT``.

    A few years have their months; more have a row each, in up to three columns; a history
    that is longer still is drawn by decades.  ``None`` where no year is known.
    """
    dated = [chapter for chapter in chapters if chapter.year is not None]
    if not dated:
        return None
    if len(dated) <= MOST:
        return bands(dated, theme, width_pt, HEIGHT_PT)
    rows = _rows(dated)
    most = int(HEIGHT_PT / _CLOSEST_PT)
    if len(rows) > most * _COLUMNS:
        rows = _decades(dated)
    columns = min(_COLUMNS, ceil(len(rows) / most))
    high = ceil(len(rows) / columns)
    step = min(27.0, HEIGHT_PT / high)
    wide = (width_pt - (columns - 1) * _GAP_PT) / columns
    places = [
        _Place(row, number // high, (number % high + 0.5) * step) for number, row in enumerate(rows)
    ]
    shapes: list[str] = []
    for place in places:
        shapes += _row(place, wide, step, theme, titled=columns == 1)
    shapes += _spans(dated, places, wide, step, theme)
    height = -(-(high * step) // 13.5) * 13.5
    return svg(width_pt, height, shapes, _words(dated))


def glance_caption(chapters: Sequence[Chapter]) -> str:
    """Return what the signs of the drawing mean."""
    if len([chapter for chapter in chapters if chapter.year is not None]) <= MOST:
        return typeset(
            "Un point, une entrée datée ; une barre, ce qui dure. Les entrées sans date propre ne "
            "sont pas placées."
        )
    return typeset("Un point, une entrée ; un trait à droite, une période de plusieurs années.")


def _row(place: _Place, wide: float, step: float, theme: Theme, *, titled: bool) -> list[str]:
    """Return the shapes of one row: its year, its points or their number, its title."""
    accent = theme["colour"]["accent"]
    left = place.column * (wide + _GAP_PT)
    size = min(8.5, max(4.5, step * 0.62))
    shapes = [
        text(left + _LABEL_PT - 6, place.y + size * 0.35, place.row.label, theme, "end", size)
    ]
    x = left + _LABEL_PT
    room = wide - _LABEL_PT - _LANES * _LANE_PT
    unit = min(6.0, step * 0.9)
    radius = min(1.7, step * 0.3)
    if place.row.count * unit <= room * (0.55 if titled else 1):
        dots = [(x + (number + 0.5) * unit, place.y) for number in range(place.row.count)]
        if dots:
            shapes.append(points(dots, radius, accent))
        x += place.row.count * unit + 6
    else:
        length = room * (0.45 if titled else 0.8)
        high = radius * 1.6
        shapes.append(
            f'<rect x="{x:.2f}" y="{place.y - high / 2:.2f}" width="{length:.2f}" '
            f'height="{high:.2f}" fill="{accent}"/>'
        )
        said = str(place.row.count)
        shapes.append(text(x + length + 3, place.y + size * 0.35, said, theme, "start", size))
        x += length + 8 + len(said) * size * 0.5
    letters = int((left + _LABEL_PT + room - x) / (size * 0.47))
    title = place.row.title
    if titled and step >= 8 and title and letters > 12:
        short = title if len(title) <= letters else title[: letters - 1].rstrip() + "…"
        shapes.append(text(x, place.y + size * 0.35, short, theme, "start", size))
    return shapes


def _words(chapters: Sequence[Chapter]) -> str:
    total = sum(len(chapter.all_entries) for chapter in chapters)
    counts = ", ".join(f"{each.year} : {len(each.all_entries)}" for each in chapters)
    return (
        f"Les années {chapters[0].year} à {chapters[-1].year} : {total} entrées. "
        f"Nombre d’entrées par année : {counts}."
    )


def _rows(chapters: Sequence[Chapter]) -> list[_Row]:
    """Return a row a year, empty years too; a long gap is one row."""
    rows: list[_Row] = []
    for chapter in chapters:
        year = chapter.year
        assert year is not None
        if rows:
            before = rows[-1].last
            if year - before - 1 > _LONGEST_GAP:
                rows.append(_Row("…", before + 1, year - 1))
            else:
                rows += [_Row("", each, each) for each in range(before + 1, year)]
        title = " ".join(str(chapter.title).split())
        rows.append(_Row(str(year), year, year, len(chapter.all_entries), title))
    return rows


def _decades(chapters: Sequence[Chapter]) -> list[_Row]:
    """Return a row a decade that has entries."""
    counts: dict[int, int] = defaultdict(int)
    for chapter in chapters:
        assert chapter.year is not None
        counts[chapter.year // 10 * 10] += len(chapter.all_entries)
    rows = [_Row(str(year), year, year + 9, count) for year, count in sorted(counts.items())]
    while len(rows) > int(HEIGHT_PT / _CLOSEST_PT) * _COLUMNS:
        rows = [
            _Row(pair[0].label, pair[0].first, pair[-1].last, sum(each.count for each in pair))
            for pair in (rows[n : n + 2] for n in range(0, len(rows), 2))
        ]
    return rows


def _spans(
    chapters: Sequence[Chapter],
    places: Sequence[_Place],
    wide: float,
    step: float,
    theme: Theme,
) -> list[str]:
    """Return a bar beside the years that an entry covers, side by side where they meet."""
    shapes = []
    ends: dict[int, list[float]] = defaultdict(list)
    for first, last in _long(chapters):
        inside = [each for each in places if first <= each.row.last and each.row.first <= last]
        for column in sorted({each.column for each in inside}):
            ys = [each.y for each in inside if each.column == column]
            top, bottom = min(ys) - step * 0.3, max(ys) + step * 0.3
            lanes = ends[column]
            lane = next((n for n, end in enumerate(lanes) if end < top), len(lanes))
            if len(inside) < 2 or lane >= _LANES:
                continue
            lanes[lane : lane + 1] = [bottom]
            x = column * (wide + _GAP_PT) + wide - 2 - lane * _LANE_PT
            shapes.append(
                path(f"M{x:.2f} {top:.2f}V{bottom:.2f}", theme["colour"]["grey"], 1.6, faint=True)
            )
    return shapes


def _long(chapters: Sequence[Chapter]) -> list[tuple[int, int]]:
    """Return first and last year of each entry that covers several."""
    found = []
    for chapter in chapters:
        for entry in chapter.all_entries:
            first, last = entry.period.first, entry.period.last
            if first is not None and last is not None and first.year < last.year:
                found.append((first.year, last.year))
    return sorted(found)
