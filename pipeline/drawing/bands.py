"""A few years at a glance: each a band of twelve months, its dated entries named under it.

A name hangs from its day by a thin line, on the first row where it meets no other name, its
line crosses no name, and no line crosses it; what finds no place is left to its point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.drawing.svg import Drawing, fitted, path, points, svg, text, width_of
from pipeline.drawing.year import MONTHS, placed_in
from pipeline.model import Chapter, Entry
from pipeline.theme import Theme

MOST = 3
"""Years that are drawn so; more have a row each."""
_LINE = 13.5
_MONTHS_PT, _AXIS_PT = 30.0, 46.0
"""From the top of a band: names of the months, the axis."""
_ROW_PT, _SIZE_PT = 10.5, 7.5
_BESIDE_PT = 2.5
_LONGEST_PT = 165.0
_DEEPEST = 20
_MOST_NAMED = 60
_STACK = 4
_RAISED = str.maketrans("er", "ᵉʳ")


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated entry: where it begins and ends in its year, in points, and its name."""

    x: float
    end: float
    name: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with its place: the row below the axis, the room it takes."""

    event: _Event
    row: int
    left: float
    right: float
    anchor: str

    def crosses(self, x: float) -> bool:
        """Tell whether a line at ``x`` would run through the name."""
        return self.left - 1 < x < self.right + 1


def bands(chapters: Sequence[Chapter], theme: Theme, width_pt: float, high_pt: float) -> Drawing:
    """Return the bands of one to ``MOST`` years.

    Args:
        chapters: Each has a year.
        theme: Colours and faces.
        width_pt: Of the text block.
        high_pt: The drawing is no higher.
    """
    room = high_pt / len(chapters)
    rows = min(_DEEPEST, int((room - _AXIS_PT - _LINE) / _ROW_PT))
    shapes: list[str] = []
    said: list[str] = []
    y = 0.0
    for chapter in chapters:
        events = _events(chapter, width_pt)
        names = _set_out(events, width_pt, rows)
        shapes += _band(chapter, events, names, y, width_pt, theme)
        said.append(_words(chapter, events))
        used = max((each.row for each in names), default=-1) + 1
        y += -(-(_AXIS_PT + used * _ROW_PT + 6) // _LINE) * _LINE + _LINE
    return svg(width_pt, y - _LINE, shapes, " ".join(said))


def _events(chapter: Chapter, width: float) -> list[_Event]:
    """Return the dated entries of a year, from January; the whole year where it lasts longer."""
    assert chapter.year is not None
    events = []
    for entry in chapter.all_entries:
        first, last = entry.period.first, entry.period.last
        place = placed_in(entry, chapter.year)
        if place is None and first and last and first.year < last.year:
            place = (0.0, 1.0)
        if place is not None and not entry.period.inherited:
            name = _name(entry, chapter.year)
            events.append(_Event(place[0] * width, place[1] * width, name))
    return sorted(events, key=lambda each: (each.x, each.end))


def _name(entry: Entry, year: int) -> str:
    """Return the day and the theme: ``6 oct. Congrès``; the year goes without saying."""
    label = entry.period.short or entry.period.label
    day = "".join(
        span.text.translate(_RAISED) if span.style.superscript else span.text
        for span in label.spans
    )
    day = day.removesuffix(f"{year}").strip()
    theme = " ".join(str(entry.theme).split())
    return fitted(f"{day} · {theme}" if theme else day, _LONGEST_PT, _SIZE_PT)


def _set_out(events: Sequence[_Event], width: float, rows: int) -> list[_Named]:
    """Return the names that find a place, where the most do.

    To the left of some month names stand after their line, to the right before it.
    """
    tried = [_set_around(events[:_MOST_NAMED], width * n / 12, width, rows) for n in range(13)]
    return max(tried, key=lambda names: (len(names), -sum(each.row for each in names)))


def _set_around(events: Sequence[_Event], turn: float, width: float, rows: int) -> list[_Named]:
    """Set names after their line from ``turn`` back to January, then before it from there on."""
    placed: list[_Named] = []
    for event in reversed([each for each in events if each.x < turn]):
        left = event.x + _BESIDE_PT
        _place(event, left, left + width_of(event.name, _SIZE_PT), "start", placed, width, rows)
    for event in (each for each in events if each.x >= turn):
        right = event.x - _BESIDE_PT
        _place(event, right - width_of(event.name, _SIZE_PT), right, "end", placed, width, rows)
    return placed


def _place(
    event: _Event,
    left: float,
    right: float,
    anchor: str,
    placed: list[_Named],
    width: float,
    rows: int,
) -> None:
    """Add the name to those placed, on the first row that is free for it."""
    if left < 0 or right > width:
        return
    tried = (_Named(event, row, left, right, anchor) for row in range(rows))
    new = next((each for each in tried if _is_free(each, placed)), None)
    if new is not None:
        placed.append(new)


def _is_free(new: _Named, placed: Sequence[_Named]) -> bool:
    for other in placed:
        if other.row == new.row and new.left < other.right + 4 and other.left < new.right + 4:
            return False
        if other.row < new.row and other.crosses(new.event.x):
            return False
        if other.row >= new.row and new.crosses(other.event.x):
            return False
    return True


def _band(
    chapter: Chapter,
    events: Sequence[_Event],
    names: Sequence[_Named],
    top: float,
    width: float,
    theme: Theme,
) -> list[str]:
    """Return the shapes of one year."""
    accent, grey = theme["colour"]["accent"], theme["colour"]["grey"]
    axis, step = top + _AXIS_PT, width / 12
    year = str(chapter.year)
    title = fitted(" ".join(str(chapter.title).split()), width * 0.62, 8.5)
    count = _count(chapter, events)
    shapes = [
        text(0, top + 14, year, theme, "start", 17, accent, light=True),
        text(width_of(year, 17) + 7, top + 14, title, theme, "start", 8.5),
        text(width, top + 14, count, theme, "end", 6.5),
    ]
    names_at = top + _MONTHS_PT
    shapes += [text((n + 0.5) * step, names_at, name, theme) for n, name in enumerate(MONTHS)]
    ticks = "".join(f"M{month * step:.2f} {axis - 3:.2f}v3" for month in range(13))
    shapes.append(path(f"M0 {axis:.2f}H{width:g}{ticks}", grey))
    for each in names:
        low = axis + 4 + each.row * _ROW_PT + 5
        shapes.append(path(f"M{each.event.x:.2f} {axis:.2f}V{low:.2f}", grey, 0.35))
        x = each.left if each.anchor == "start" else each.right
        shapes.append(text(x, low + 0.5, each.event.name, theme, each.anchor, _SIZE_PT))
    for bar in (event for event in events if event.end - event.x > 3):
        shapes.append(
            f'<rect x="{bar.x:.2f}" y="{axis - 1.5:.2f}" width="{bar.end - bar.x:.2f}" '
            f'height="3" fill="{accent}" opacity=".35"/>'
        )
    dots = []
    for _, same in groupby(events, key=lambda each: round(each.x / 3)):
        dots += [(event.x, axis - 3.6 * n) for n, event in enumerate([*same][:_STACK])]
    if dots:
        shapes.append(points(dots, 1.7, accent))
    return shapes


def _count(chapter: Chapter, events: Sequence[_Event]) -> str:
    total = len(chapter.all_entries)
    entries = "entrées" if total > 1 else "entrée"
    return f"{total} {entries}, dont {len(events)} à leur date"


def _words(chapter: Chapter, events: Sequence[_Event]) -> str:
    names = " ; ".join(each.name for each in events)
    return f"{chapter.year} : {_count(chapter, events)}{' : ' + names if names else ''}."
