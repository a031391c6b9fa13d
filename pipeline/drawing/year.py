"""The twelve months of one year: days as marks, spans as bars."""

from __future__ import annotations

from pipeline.drawing.svg import Drawing, path, points, svg, text
from pipeline.model import Chapter, Day, Entry
from pipeline.theme import Theme

MONTHS = "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split()
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def year_timeline(chapter: Chapter, theme: Theme, width_pt: float) -> Drawing | None:
    """Return the twelve months of a chapter: days as marks, spans as bars.

    ``None`` where nothing in the year is dated more closely than the year.
    """
    year = chapter.year
    if year is None:
        return None
    spans = [placed_in(entry, year) for entry in chapter.entries]
    dated = [each for each in spans if each is not None]
    if not dated:
        return None
    accent, grey = theme["colour"]["accent"], theme["colour"]["grey"]
    base, step = 30.0, width_pt / 12
    shapes = [path(f"M0 {base}H{width_pt:g}", grey)]
    for month in range(13):
        x = month * step
        shapes.append(path(f"M{x:.2f} {base}v3", grey))
    shapes += [text((n + 0.5) * step, base + 9, name, theme) for n, name in enumerate(MONTHS)]
    stacked: dict[int, int] = {}
    dots: list[tuple[float, float]] = []
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
            y = base - 3 - 3.4 * min(height, 7)
            dots.append((x + 0.6, y))
    if dots:
        shapes.append(points(dots, 1.4, accent))
    count = len(dated)
    labels = [
        str(entry.period.label) for entry in chapter.entries if placed_in(entry, year) is not None
    ]
    shown = " ; ".join(labels[:40]) + (" …" if len(labels) > 40 else "")
    noun = "événements datés" if count > 1 else "événement daté"
    return svg(width_pt, 40.5, shapes, f"Frise de l’année {year} : {count} {noun} : {shown}.")


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
