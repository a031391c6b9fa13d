"""A few years at a glance: each a band of twelve months, its dated entries named under it.

A name hangs from its day by a thin line, on the first row where it meets no other name, its
line crosses no name, and no line crosses it; what finds no place is left to its point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.drawing.names import Event, Named, placed_names
from pipeline.drawing.svg import Drawing, bar, fitted, path, points, svg, text, width_of
from pipeline.drawing.words import entries_said, named_once
from pipeline.drawing.year import MONTHS, placed_in
from pipeline.french import one_line, year_words
from pipeline.model import Chapter, Entry
from pipeline.theme import Theme

MOST = 3
"""Years that are drawn so; more have a row each."""
_LINE = 13.5
_TITLE_PT, _MONTHS_PT, _AXIS_PT = 15.0, 34.0, 44.0
"""From the top of a band: its title, the names of the months, the axis; more with spans."""
_SPAN_PT = 15.0
"""Room of a span of several years, with its name."""
_SPANS = 3
_SIZES = ((8.2, 12.0), (7.4, 10.5))
"""Names and the rows that they stand on: as large as the page allows."""
_LONGEST_PT = 175.0
_DEEPEST = 20
_STACK, _STEP_PT = 4, 3.6
_NUMBER_PT, _NEAR_PT = 6.0, 14.0
"""Over heaps of more points; nearer ones have one number together."""
_ALIKE, _SAID = 3, 40
"""Names of a day, and of a year, that are said in words."""
_SANS_TO_SERIF = 0.92
"""How much narrower the sans is."""


@dataclass(frozen=True, slots=True)
class _Year:
    """A year with what its band shows, set out."""

    chapter: Chapter
    events: list[Event]
    spans: list[tuple[Entry, bool, bool]]
    """Entries of several years; whether they began before, whether they go on after."""
    names: list[Named]

    def axis(self) -> float:
        """Return how far under the top of the band its axis is."""
        return _AXIS_PT + _SPAN_PT * len(self.spans) + self.rise()

    def rise(self) -> float:
        """Return how much higher than usual the months stand, over the points of the axis."""
        most = max(map(len, _heaps(self.events)), default=0)
        number = _NUMBER_PT + 1 if most > _STACK else 0
        return max(0.0, _STEP_PT * (min(most, _STACK) - 2) + number)

    @property
    def is_whole(self) -> bool:
        """Tell whether each event has its name."""
        return len(self.names) == len(self.events)

    @property
    def unnamed(self) -> int:
        """How many of its dated entries have no name, for want of room."""
        named = sum(each.event.count for each in self.names)
        return sum(each.count for each in self.events) - named

    def height(self, row_pt: float) -> float:
        """Return the height of the band, in whole lines."""
        used = max((each.row for each in self.names), default=-1) + 1
        return -(-(self.axis() + used * row_pt + 8) // _LINE) * _LINE


def bands(chapters: Sequence[Chapter], theme: Theme, width_pt: float, high_pt: float) -> Drawing:
    """Return the bands of one to ``MOST`` years.

    Args:
        chapters: Each has a year.
        theme: Colours and faces.
        width_pt: Of the text block.
        high_pt: The drawing is no higher.
    """
    for size in _SIZES:
        years = [
            _year(each, chapters, width_pt, high_pt / len(chapters), size) for each in chapters
        ]
        for place, year in enumerate(years):  # what one leaves free another may need
            spare = high_pt - _height(years, size[1])
            if not year.is_whole and spare >= _LINE:
                room = year.height(size[1]) + _LINE + spare
                years[place] = _year(year.chapter, chapters, width_pt, room, size)
        whole = all(year.is_whole for year in years)
        height = _height(years, size[1])
        if whole and height <= high_pt:
            break
    spare = high_pt - height
    gap = 2 * _LINE if spare >= _LINE * len(years) else _LINE
    shapes: list[str] = []
    y = 0.0
    for year in years:
        shapes += _band(year, y, width_pt, size, theme)
        y += year.height(size[1]) + gap
    high = any(len(heap) > _STACK for year in years for heap in _heaps(year.events))
    number = " ; au-delà de quatre, un chiffre dit leur nombre" if high else ""
    unnamed = _unnamed_said(sum(year.unnamed for year in years))
    caption = f"Un point, une entrée à sa date{number} ; une barre, ce qui dure{unnamed}"
    return svg(width_pt, y - gap, shapes, " ".join(map(_words, years)), caption)


def _height(years: Sequence[_Year], row_pt: float) -> float:
    """Return the height of some bands with a line of white between them."""
    return sum(year.height(row_pt) + _LINE for year in years) - _LINE


def _unnamed_said(count: int) -> str:
    """Return how many entries have no name.

    >>> _unnamed_said(1), _unnamed_said(0)
    (' ; faute de place, une entrée n’a que son point', '')
    """
    if not count:
        return ""
    said = f"{count} entrées n’ont que leur" if count > 1 else "une entrée n’a que son"
    return f" ; faute de place, {said} point"


def has_marks(chapters: Sequence[Chapter]) -> bool:
    """Tell whether anything is drawn in the months of some years."""
    return any(_events(each, 100, 8) or _spans(each, chapters) for each in chapters)


def _year(
    chapter: Chapter,
    chapters: Sequence[Chapter],
    width: float,
    room: float,
    size: tuple[float, float],
) -> _Year:
    events, spans = _events(chapter, width, size[0]), _spans(chapter, chapters)
    above = _Year(chapter, events, spans, []).axis() + _LINE + 8
    rows = max(0, min(_DEEPEST, int((room - above) / size[1])))
    return _Year(chapter, events, spans, placed_names(events, width, rows, size[0]))


def _events(chapter: Chapter, width: float, size: float) -> list[Event]:
    """Return the dated entries of a year, from January."""
    assert chapter.year is not None
    events = []
    for entry in chapter.counted:
        place = placed_in(entry, chapter.year)
        if place is not None:
            name = _name(entry, chapter.year, size)
            events.append((place[0] * width, place[1] * width, name, _day(entry, chapter.year)))
    alike = sorted(Counter(events).items(), key=lambda each: each[0][:2])
    return [_event(*event, count) for event, count in alike]


def _event(x: float, end: float, name: str, day: str, count: int) -> Event:
    return Event(x, end, f"{name} ({count} entrées)" if count > 1 else name, count, day)


def _spans(chapter: Chapter, chapters: Sequence[Chapter]) -> list[tuple[Entry, bool, bool]]:
    """Return the entries that cover the year and more, whatever chapter they stand in."""
    year = chapter.year
    assert year is not None
    found = []
    for entry in (entry for each in chapters for entry in each.counted):
        first, last = entry.period.first, entry.period.last
        if entry.period.inherited or first is None or last is None or first.year == last.year:
            continue
        if first.year <= year <= last.year and placed_in(entry, year) is None:
            found.append((entry, first.year < year, last.year > year))
    return found[:_SPANS]


def _name(entry: Entry, year: int, size: float) -> str:
    """Return the day and the theme: ``6 oct. Congrès``; the year goes without saying."""
    day, theme = _day(entry, year), one_line(entry.theme)
    return fitted(f"{day} · {theme}" if theme else day, _LONGEST_PT, size)


def _day(entry: Entry, year: int) -> str:
    label = entry.period.short or entry.period.label
    return label.in_signs.removesuffix(year_words(year)).strip()


def _band(
    year: _Year, top: float, width: float, size: tuple[float, float], theme: Theme
) -> list[str]:
    """Return the shapes of one year."""
    grey, ink = theme["colour"]["grey"], theme["colour"]["text"]
    axis, step = top + year.axis(), width / 12
    shapes = _title(year, top + _TITLE_PT, width, theme)
    low = axis + _MONTHS_PT - _AXIS_PT - year.rise()
    shapes += [text((n + 0.5) * step, low, name, theme, size=6.5) for n, name in enumerate(MONTHS)]
    for number, span in enumerate(year.spans):
        shapes += _bar(span, top + _TITLE_PT + 3 + _SPAN_PT * (number + 1), width, theme)
    ticks = "".join(f"M{month * step:.2f} {axis - 3:.2f}v3" for month in range(13))
    shapes.append(path(f"M0 {axis:.2f}H{width:g}{ticks}", grey))
    for each in year.names:
        base = axis + 8 + each.row * size[1] + 3
        shapes.append(path(f"M{each.event.x:.2f} {axis:.2f}V{base:.2f}", grey, 0.3))
        x = each.left if each.anchor == "start" else each.right
        shapes.append(text(x, base, each.event.name, theme, each.anchor, size[0], ink))
    shapes += [
        bar(each.x, axis - 1.2, each.end - each.x, 2.4, theme)
        for each in year.events
        if each.end - each.x > 3
    ]
    return [*shapes, *_dots(year.events, axis, width, theme)]


def _title(year: _Year, base: float, width: float, theme: Theme) -> list[str]:
    """Return the year, its title, and how many entries it has."""
    said, count = year_words(year.chapter.year or 0), _count(year)
    left = width_of(said, 20) + 6
    room = width - left - width_of(count, 6.5) - 8
    title = fitted(one_line(year.chapter.title), room * _SANS_TO_SERIF, 9.5)
    return [
        text(0, base, said, theme, "start", 20, theme["colour"]["accent"], light=True),
        text(left, base, title, theme, "start", 9.5, theme["colour"]["text"], serif=True),
        text(width, base, count, theme, "end", 6.5),
    ]


def _bar(span: tuple[Entry, bool, bool], y: float, width: float, theme: Theme) -> list[str]:
    """Return the bar of several years, with its name over it and a point where it goes on."""
    entry, before, after = span
    accent = theme["colour"]["accent"]
    left, right = 4.0 if before else 0.0, width - (4.0 if after else 0.0)
    heads = (f"M0 {y:.2f}l4 -2.2v4.4z" if before else "") + (
        f"M{width:.2f} {y:.2f}l-4 -2.2v4.4z" if after else ""
    )
    label = str(entry.period.short or entry.period.label)
    theme_words = one_line(entry.theme)
    name = fitted(f"{label} · {theme_words}" if theme_words else label, width - 4, 7)
    shapes = [bar(left, y - 0.5, right - left, 1.0, theme)]
    shapes.append(text(0, y - 3.4, name, theme, "start", 7, theme["colour"]["text"]))
    return [*shapes, f'<path d="{heads}" fill="{accent}"/>'] if heads else shapes


def _dots(events: Sequence[Event], axis: float, width: float, theme: Theme) -> list[str]:
    """Return the points, and how many entries those heaps are that are too high to be drawn."""
    heaps = _heaps(events)
    dots = [(x, axis - _STEP_PT * n) for each in heaps for n, x in enumerate(each[:_STACK])]
    shapes = [points(dots, 1.8, theme["colour"]["accent"])] if dots else []
    near: list[list[list[float]]] = []
    for heap in (each for each in heaps if len(each) > _STACK):
        if near and heap[0] - near[-1][-1][0] < _NEAR_PT:
            near[-1].append(heap)
        else:
            near.append([heap])
    top = axis - _STEP_PT * (_STACK - 1) - 3
    for run in near:
        number = str(sum(map(len, run)))
        half = width_of(number, _NUMBER_PT) / 2
        middle = min(max((run[0][0] + run[-1][0]) / 2, half), width - half)
        shapes.append(text(middle, top, number, theme, size=_NUMBER_PT))
    return shapes


def _heaps(events: Sequence[Event]) -> list[list[float]]:
    """Return where points stand; those of near days are one heap."""
    each = (event.x for event in events if event.end - event.x <= 3 for _ in range(event.count))
    return [[*same] for _, same in groupby(each, key=lambda x: round(x / 3))]


def _count(year: _Year) -> str:
    total, dated = len(year.chapter.counted), sum(each.count for each in year.events)
    if total == 0:
        return entries_said(0)
    if not dated:
        return f"{entries_said(total)} sans date propre"
    theirs = "leur" if dated > 1 else "sa"
    return entries_said(total) + (f", dont {dated} à {theirs} date" if dated < total else "")


def _words(year: _Year) -> str:
    names = [str(span[0].period.label) + f" · {span[0].theme}" for span in year.spans]
    for day, events in groupby(year.events, key=lambda each: each.day):
        same = [*events]
        count = sum(each.count for each in same)
        names += [f"{day} : {count} entrées"] if len(same) > _ALIKE else [e.name for e in same]
    said = f" : {named_once([*map(one_line, names)], _SAID)}" if names else ""
    return f"{year_words(year.chapter.year or 0)} : {_count(year)}{said}".rstrip(".") + "."
