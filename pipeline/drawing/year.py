"""The twelve months of one year: days as numbered points on a line, spans as bars under it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.drawing.line import LABEL_PT, LINE_PT, Mark, set_out
from pipeline.drawing.svg import Drawing, path, svg, text
from pipeline.drawing.words import named_once
from pipeline.french import year_words
from pipeline.model import Chapter, Day, Entry
from pipeline.theme import Theme

MONTHS = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NEAR_DAYS = 12


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
    drawn, axis, deep = set_out(marks, spans, theme)
    shapes = [*_axis(axis, deep, width_pt, theme), *drawn]
    height = -(-(deep + LABEL_PT + 2) // LINE_PT) * LINE_PT
    return svg(width_pt, height, shapes, _words(year, [entry for entry, _ in dated]))


def _is_near(place: tuple[float, float]) -> bool:
    """Tell whether first and last day are so near that they are one mark on the line."""
    return place[1] - place[0] < _NEAR_DAYS / 365


def _mark(entry: Entry, place: tuple[float, float], width: float) -> Mark:
    first, last = entry.period.first, entry.period.last
    assert first is not None
    assert last is not None
    several = first.month == last.month and first.day != last.day
    said = f"{first.day}–{last.day}" if several else str(first.day)
    return Mark(place[0] * width, (place[1] - place[0] - 1 / 366) * width, said)


def _axis(axis: float, deep: float, width: float, theme: Theme) -> list[str]:
    """Return the line of the year, a tick where a month begins, the months' names."""
    grey, step = theme["colour"]["grey"], width / 12
    ticks = "".join(f"M{month * step:.2f} {axis:.2f}V{deep + 1:.2f}" for month in range(13))
    shapes = [path(f"M0 {axis:.2f}H{width:g}", grey, 0.6), path(ticks, grey, 0.3)]
    low = deep + LABEL_PT
    shapes += [
        text((n + 0.5) * step, low, name, theme, size=LABEL_PT) for n, name in enumerate(MONTHS)
    ]
    return shapes


def _words(year: int, entries: Sequence[Entry]) -> str:
    labels = [str(entry.period.label) for entry in entries]
    noun = "événements datés" if len(labels) > 1 else "événement daté"
    said = named_once(labels)
    return f"Frise de l’année {year_words(year)} : {len(labels)} {noun} : {said}."


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
